#pragma once
// The whole of Ayni behind one door: a file, its writer, its readers and the register.

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/register.h"
#include "app/writer.h"
#include "kernel/json.h"
#include "store/writer_lock.h"

namespace ayni {

/// One request for a use case.
struct Request {
    Caller caller;
    std::string use_case;
    Json input;
    std::string key;  ///< of a command: chosen by the sender before sending, the same on a retry
    std::shared_ptr<Prepared> prepared = {};  ///< of a job that computed beforehand
    Urgency urgency = Urgency::someone_waits;
    Progressed progressed = {};  ///< told how far a long command is; from a thread of ours
};

/// What came of it: JSON text, or every reason why not.
using Answer = Result<std::string>;

/// A reading connection, given back when done.
class Reader {
public:
    using Pool = std::vector<std::unique_ptr<Connection>>;
    Reader(std::unique_ptr<Connection> connection,
           std::function<void(std::unique_ptr<Connection>)> give_back)
        : connection_(std::move(connection)), give_back_(std::move(give_back)) {}
    ~Reader() {
        if (connection_) give_back_(std::move(connection_));
    }
    Reader(Reader&&) = default;
    Reader& operator=(Reader&&) = delete;
    [[nodiscard]] Connection& db() noexcept { return *connection_; }

private:
    std::unique_ptr<Connection> connection_;
    std::function<void(std::unique_ptr<Connection>)> give_back_;
};

class Service {
public:
    /// Opens a database made by `create`. Holds its lock for as long as it lives. Refused:
    /// `database_in_use`, `database_not_ayni`, `file_unreadable`, `disk_full`,
    /// `database_unreachable`.
    [[nodiscard]] static Result<std::unique_ptr<Service>> open(const std::string& path,
                                                               Surroundings surroundings);
    /// Makes an empty database: a file, or the tables in a server's. Refused: `file_exists`,
    /// `database_unreachable`.
    [[nodiscard]] static Result<void> create(const std::string& path);
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    /// Carries out a command and calls `done` (on the writer's thread) once it is durable or
    /// refused (`disk_full`: the disk did not take it);
    /// a query is answered at once, on this thread.
    void handle(Request request, std::function<void(Answer)> done);
    /// Commands of a job. To a server those of one writer go together, in few statements, and one
    /// by one only when they cannot all be carried out.
    void handle_together(std::vector<Request> requests,
                         const std::function<void(std::size_t place, Answer)>& done);
    /// By which of the writers the organisation's commands are carried out.
    [[nodiscard]] std::size_t writer_place(OrganisationId organisation) const noexcept;
    /// The same, waiting for the answer.
    [[nodiscard]] Answer call(Request request);
    /// Does something inside one durable transaction, outside the register (sessions, links).
    void write(const Writer::Act& act) { writers_.front()->run(act); }
    [[nodiscard]] Reader reader();
    [[nodiscard]] const Surroundings& surroundings() const noexcept { return surroundings_; }
    [[nodiscard]] Instant now() const { return surroundings_.now(); }
    [[nodiscard]] const std::string& path() const noexcept { return path_; }
    [[nodiscard]] std::size_t waiting() const;

    /// Who works on the machine itself, with the roles that he has now; nobody for an unknown or
    /// inactive login. Who comes from elsewhere is `caller_of_session`.
    [[nodiscard]] Caller caller_of(UserId user);
    [[nodiscard]] Caller caller_named(std::string_view login);

private:
    Service(std::string path, Surroundings surroundings, WriterLock& lock);
    struct Attempt;
    using Attempts = std::vector<std::shared_ptr<Attempt>>;
    std::shared_ptr<Attempt> admit(Request given, std::function<void(Answer)> done);
    void attempt(const std::shared_ptr<Attempt>& command, Writer& writer);
    void attempt_together(const std::shared_ptr<Attempts>& commands, Writer& writer);
    void finish(const std::shared_ptr<Attempt>& command, bool durable, Writer& writer);
    Writer& writer_of(OrganisationId organisation);
    Answer answer(const UseCase& use_case, const Request& request, const void* input,
                  OrganisationId organisation);
    Result<void> prepare(const UseCase& use_case, Request& request, const void* input,
                         OrganisationId organisation);
    void note_denial(const Request& request, OrganisationId organisation, Refusal reason);

    std::string path_;
    Surroundings surroundings_;
    WriterLock lock_;
    std::mutex pool_mutex_;
    Reader::Pool pool_;
    std::vector<std::unique_ptr<Writer>> writers_;  // the first for everything
};

/// The civil day of an instant in a time zone of IANA; UTC for an unknown zone.
[[nodiscard]] Date day_in(const std::string& time_zone, Instant instant);
[[nodiscard]] bool is_time_zone(const std::string& name);

}  // namespace ayni
