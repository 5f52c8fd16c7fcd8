#include "app/service.h"

#include <algorithm>
#include <filesystem>
#include <future>
#include <optional>
#include <utility>

#include "app/caller_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/staged_import_queries.h"
#include "app/staging.h"
#include "kernel/check.h"
#include "kernel/packed.h"
#include "store/log_start.h"
#include "store/reading_scopes.h"
#include "store/schema.h"
#include "store/tables.h"

namespace ayni {
namespace {

// To a server. Each has a connection and commits of its own, which wait for the disk side by side.
constexpr int writers_of_organisations = 4;

std::string random_hex(const Surroundings& surroundings, std::size_t bytes) {
    std::vector<std::uint8_t> raw(bytes);
    surroundings.random(raw);
    return hex(std::string_view(reinterpret_cast<const char*>(raw.data()), raw.size()));
}

// The canonical payload of a command, with personal values concealed and kept apart.
std::string payload_of(const Surroundings& surroundings, const UseCase& use_case, const void* input,
                       std::vector<PersonalValue>& kept) {
    std::string payload;
    append_concealed(payload, *use_case.input, input,
                     [&](const std::string& path, std::string_view text, const FieldNote& note) {
                         if (!note.personal) return hex(sha256(text));
                         auto& value = kept.emplace_back();
                         value.path = path;
                         value.salt = random_hex(surroundings, 16);
                         value.value = text;
                         return concealed(value.salt, text);
                     });
    return payload;
}

// Whether what is sent again under a used key is what was accepted: concealed with the same salts.
bool is_same_payload(Connection& db, const LogRecord& record, const LogBody& body,
                     const UseCase& use_case, const void* input) {
    if (body.command != use_case.name) return false;
    std::string payload;
    append_concealed(
        payload, *use_case.input, input,
        [&](const std::string& path, std::string_view text, const FieldNote& note) {
            if (!note.personal) return hex(sha256(text));
            auto query = select<PersonalValue>(
                db, "WHERE organisation = $1 AND position = $2 AND path = $3");
            query.integer(record.organisation.number).integer(record.position).text(path);
            const auto value = first_row<PersonalValue>(query);
            return value ? concealed(value->salt, text) : std::string();
        });
    return payload == body.payload;
}

std::string receipt_of(OrganisationId organisation, const LogHead& head, bool already,
                       std::vector<Made> made) {
    return to_json_text(
        Receipt{organisation, head.position, hex(head.hash), already, std::move(made)});
}

Answer accepted_before(Connection& db, const LogRecord& record, const UseCase& use_case,
                       const void* input) {
    auto body = unpack<LogBody>(record.body.value);
    CHECK(body.has_value());
    if (!is_same_payload(db, record, *body, use_case, input)) return refuse(Refusal::key_reused);
    return receipt_of(record.organisation, {record.position, digest_of(record.hash.value)}, true,
                      body->made);
}

View view_of(Connection& db, const UseCase& use_case, const Caller& caller,
             OrganisationId organisation, const Surroundings& surroundings) {
    const auto now = surroundings.now();
    View view{db,
              caller,
              organisation,
              now,
              day_in(time_zone_of(db, organisation), now),
              limited_to(use_case, caller, organisation),
              {},
              surroundings.machine.get()};
    if (view.own_party) view.own_party = kept_parties(view).of(*view.own_party);
    return view;
}

// How a command is carried out beside others.
enum class Beside {
    none,         // what the server refuses of it is told before it is over
    its_job,      // … before its job is over
    others_turn,  // … before the turn is over. Its key is looked for when it refuses; else the log
                  // takes none twice
};

// One command, inside the writer's transaction: rights, key, the act itself, its record.
Answer carry_out_now(Connection& db, const Surroundings& surroundings, const UseCase& use_case,
                     const Request& request, const void* input, OrganisationId organisation,
                     Beside beside) {
    auto [head, before] = beside == Beside::others_turn
                              ? LogStart{log_head(db, organisation), std::nullopt}
                              : log_start(db, organisation, request.key);
    if (before) return accepted_before(db, *before, use_case, input);
    Work work(view_of(db, use_case, request.caller, organisation, surroundings), surroundings, head,
              request.prepared.get());
    if (auto done = use_case.carry_out(work, input); !done) return std::unexpected(done.error());
    std::vector<PersonalValue> personal;
    auto body = work.record(std::string(use_case.name),
                            payload_of(surroundings, use_case, input, personal));
    append_record(db, organisation, request.key, body, head);
    for (auto& value : personal) {
        value.organisation = organisation;
        value.position = head.position;
        insert(db, value);
    }
    return receipt_of(organisation, head, false, std::move(body.made));
}

// The installation itself is no organisation that a user could name.
bool names_sound_organisation(const Shape& input, OrganisationId organisation) {
    const auto fields = input.structure()->fields;
    return organisation.number > 0 || std::ranges::find(fields, std::string_view("organisation"),
                                                        &Field::name) == fields.end();
}

Answer refused_by(const DatabaseError& failure) {
    if (failure.kind == DatabaseError::Kind::unique) return refuse(Refusal::already_exists);
    throw failure;
}

// Whether the server took all that was sent to it.
bool is_kept(Connection& db) {
    try {
        static_cast<void>(db.changes());
        return true;
    } catch (const DatabaseError& failure) {
        if (failure.kind != DatabaseError::Kind::unique) throw;
        return false;
    }
}

// By a connection of its own, which is closed before the writer opens the one that stays.
Result<void> make_ready(const std::string& path) {
    Connection db(path, Connection::Access::read_write);
    if (auto moved = migrate(db); !moved) return moved;
    erase_unfinished_imports(db);
    return {};
}

}  // namespace

// A command on its way through a writer.
struct Service::Attempt {
    const UseCase& use_case;
    std::shared_ptr<Request> request;
    std::shared_ptr<void> input;
    OrganisationId organisation;
    std::function<void(Answer)> done;
    Answer result = {};
    bool is_for_all = false;  // it writes not only for its organisation

    bool carry_out(Connection& db, const Surroundings& surroundings, Beside beside) {
        is_for_all = false;
        try {
            result = carry_out_now(db, surroundings, use_case, *request, input.get(), organisation,
                                   beside);
            if (beside == Beside::none) static_cast<void>(db.changes());
        } catch (const DatabaseError& failure) {
            if (beside == Beside::others_turn) throw;
            result = refused_by(failure);
        } catch (const NotItsOwn&) {
            is_for_all = true;
            return false;
        }
        return result.has_value();
    }
};

Result<void> Service::create(const std::string& path) {
    const bool is_file = !is_server_address(path);
    if (is_file && std::filesystem::exists(path)) return refuse(Refusal::file_exists, {}, path);
    try {
        Connection db(path, Connection::Access::read_write);
        if (!is_file && check_schema(db)) return refuse(Refusal::file_exists);
        create_schema(db);
    } catch (const DatabaseError& failure) {
        if (failure.kind == DatabaseError::Kind::unreachable)
            return refuse(Refusal::database_unreachable);
        if (!is_file || is_full(failure)) throw;
        return refuse(Refusal::file_unwritable, {}, path);
    }
    return {};
}

Result<std::unique_ptr<Service>> Service::open(const std::string& path, Surroundings surroundings) {
    auto lock = WriterLock::take(path);
    if (!lock) return std::unexpected(lock.error());
    try {
        if (auto ready = make_ready(path); !ready) return std::unexpected(ready.error());
        auto& held = *lock;
        return std::unique_ptr<Service>(new Service(path, std::move(surroundings), held));
    } catch (const DatabaseError& failure) {
        return refuse(refusal_of(failure), {}, is_server_address(path) ? std::string() : path);
    }
}

Service::Service(std::string path, Surroundings surroundings, WriterLock& lock)
    : path_(std::move(path)), surroundings_(std::move(surroundings)), lock_(std::move(lock)) {
    const auto turns = std::make_shared<Turns>();
    const auto add = [&](Turns::Kind kind) {
        auto connection = std::make_unique<Connection>(path_, Connection::Access::read_write);
        writers_.push_back(std::make_unique<Writer>(std::move(connection), turns, kind));
    };
    add(Turns::Kind::alone);
    if (is_server_address(path_))
        for (int i = 0; i < writers_of_organisations; ++i) add(Turns::Kind::together);
}

Service::~Service() {
    pool_.clear();
    // Those of the organisations first: they may hand something on.
    while (!writers_.empty()) writers_.pop_back();
}

Reader Service::reader() {
    std::unique_ptr<Connection> connection;
    {
        const std::lock_guard lock(pool_mutex_);
        if (!pool_.empty()) {
            connection = std::move(pool_.back());
            pool_.pop_back();
        }
    }
    if (!connection)
        connection = std::make_unique<Connection>(path_, Connection::Access::read_only);
    return Reader(std::move(connection), [this](std::unique_ptr<Connection> done) {
        const std::lock_guard lock(pool_mutex_);
        pool_.push_back(std::move(done));
    });
}

Caller Service::caller_of(UserId user) {
    auto read = reader();
    return load_caller(read.db(), user, now(), FactorState::at_the_file);
}

Caller Service::caller_named(std::string_view login) {
    auto read = reader();
    return load_caller(read.db(), user_named(read.db(), login), now(), FactorState::at_the_file);
}

void Service::handle(Request given, std::function<void(Answer)> done) {
    const auto command = admit(std::move(given), std::move(done));
    if (!command) return;
    auto& request = *command->request;
    if (command->use_case.prepare && !request.prepared)
        if (auto ready = prepare(command->use_case, request, command->input.get(),
                                 command->organisation);
            !ready)
            return command->done(std::unexpected(ready.error()));
    attempt(command, writer_of(command->organisation));
}

// A command that may be attempted. Null when it was refused, or was a query: then it is answered.
std::shared_ptr<Service::Attempt> Service::admit(Request given, std::function<void(Answer)> done) {
    const auto answered = [&](Answer answer) {
        done(std::move(answer));
        return nullptr;
    };
    const auto request = std::make_shared<Request>(std::move(given));
    const auto* use_case = the_register().find(request->use_case);
    if (!use_case) return answered(refuse(Refusal::unknown_use_case));
    if (request->caller.user.is_none()) return answered(refuse(Refusal::not_signed_in));
    const auto input = use_case->make_input();
    std::vector<Problem> problems;
    read_json(request->input, *use_case->input, input.get(), {}, problems);
    if (!problems.empty()) return answered(std::unexpected(Refused{std::move(problems)}));
    const auto organisation = organisation_of(*use_case->input, input.get());
    if (!names_sound_organisation(*use_case->input, organisation))
        return answered(refuse(Refusal::not_found, "/organisation"));
    if (auto may = check_rights(*use_case, request->caller, organisation); !may) {
        note_denial(*request, organisation, may.error().reason());
        return answered(std::unexpected(may.error()));
    }
    if (use_case->kind == UseCaseKind::query)
        return answered(answer(*use_case, *request, input.get(), organisation));
    if (request->key.empty() || request->key.size() > 100)
        return answered(refuse(Refusal::key_missing));
    return std::make_shared<Attempt>(
        Attempt{*use_case, request, input, organisation, std::move(done)});
}

void Service::handle_together(std::vector<Request> requests,
                              const std::function<void(std::size_t, Answer)>& done) {
    std::vector<std::shared_ptr<Attempts>> by_writer(writers_.size());
    for (std::size_t place = 0; place < requests.size(); ++place) {
        auto command = admit(std::move(requests[place]),
                             [done, place](Answer answer) { done(place, std::move(answer)); });
        if (!command) continue;
        auto& commands = by_writer[writer_place(command->organisation)];
        if (!commands) commands = std::make_shared<Attempts>();
        commands->push_back(std::move(command));
    }
    for (std::size_t writer = 0; writer < by_writer.size(); ++writer)
        if (by_writer[writer]) attempt_together(by_writer[writer], *writers_[writer]);
}

// Nothing is made ready for a command that was carried out already.
Result<void> Service::prepare(const UseCase& use_case, Request& request, const void* input,
                              OrganisationId organisation) {
    {
        auto read = reader();
        const Transaction snapshot(read.db(), Transaction::Kind::reading);
        if (record_of_key(read.db(), organisation, request.key)) return {};
        auto view = view_of(read.db(), use_case, request.caller, organisation, surroundings_);
        view.progressed = request.progressed;
        request.prepared = use_case.prepare(view, input);
    }
    if (!request.prepared) return {};
    return write_slices(writer_of(organisation), request.prepared, request.progressed);
}

void Service::attempt(const std::shared_ptr<Attempt>& command, Writer& writer) {
    const bool is_of_one = &writer != writers_.front().get();
    const auto act = [this, command, is_of_one](Beside beside) {
        return [this, command, is_of_one, beside](Connection& db) {
            std::optional<WritesOnlyOf> own;
            if (is_of_one) own.emplace(command->organisation.number);
            return command->carry_out(db, surroundings_, beside);
        };
    };
    std::optional<Writer::AmongOthers> among_others;
    // What was made ready before is used up by its first turn.
    if (is_of_one && !command->request->prepared)
        among_others = {command->organisation.number, act(Beside::others_turn)};
    const bool taken = writer.submit(
        act(Beside::none),
        [this, command, &writer](bool durable) {
            if (durable && std::exchange(command->is_for_all, false))
                return attempt(command, *writers_.front());
            finish(command, durable, writer);
        },
        command->request->urgency, std::move(among_others));
    if (taken) return;
    command->result = refuse(Refusal::busy);
    finish(command, true, writer);
}

void Service::finish(const std::shared_ptr<Attempt>& command, bool durable, Writer& writer) {
    const auto& prepared = command->request->prepared;
    if (prepared && prepared->is_left_over(durable && command->result.has_value()))
        erase_slices(writer, prepared);
    command->done(durable ? std::move(command->result) : Answer(refuse(Refusal::disk_full)));
}

// All of them or none; when it is none, each by itself.
void Service::attempt_together(const std::shared_ptr<Attempts>& commands, Writer& writer) {
    const auto one_by_one = [this, commands, &writer] {
        for (const auto& command : *commands) attempt(command, writer);
    };
    if (commands->size() == 1 || &writer == writers_.front().get()) return one_by_one();
    const auto all_done = std::make_shared<bool>(false);
    const bool taken = writer.submit(
        [this, commands, all_done](Connection& db) {
            std::vector<std::int64_t> organisations;
            for (const auto& each : *commands) organisations.push_back(each->organisation.number);
            const ReadsAhead ahead(std::move(organisations));
            for (const auto& each : *commands) {
                const WritesOnlyOf own(each->organisation.number);
                if (!each->carry_out(db, surroundings_, Beside::its_job)) return false;
            }
            return *all_done = is_kept(db);
        },
        [this, commands, all_done, one_by_one, &writer](bool durable) {
            if (durable && !*all_done) return one_by_one();
            for (const auto& each : *commands) finish(each, durable, writer);
        },
        commands->front()->request->urgency);
    if (!taken) one_by_one();
}

std::size_t Service::writer_place(OrganisationId organisation) const noexcept {
    const auto others = writers_.size() - 1;
    if (others == 0 || organisation == installation) return 0;
    return 1 + static_cast<std::size_t>(organisation.number) % others;
}

Writer& Service::writer_of(OrganisationId organisation) {
    return *writers_[writer_place(organisation)];
}

std::size_t Service::waiting() const {
    std::size_t all = 0;
    for (const auto& writer : writers_) all += writer->waiting();
    return all;
}

Answer Service::answer(const UseCase& use_case, const Request& request, const void* input,
                       OrganisationId organisation) {
    auto read = reader();
    const Transaction snapshot(read.db(), Transaction::Kind::reading);
    return use_case.answer(
        view_of(read.db(), use_case, request.caller, organisation, surroundings_), input);
}

Answer Service::call(Request request) {
    std::promise<Answer> answered;
    handle(std::move(request), [&](Answer answer) { answered.set_value(std::move(answer)); });
    return answered.get_future().get();
}

void Service::note_denial(const Request& request, OrganisationId organisation, Refusal reason) {
    const Denial denial{organisation,
                        0,
                        now(),
                        request.caller.user,
                        request.use_case.substr(0, 100),
                        std::string(code_of(reason))};
    // Nobody waits for it; when too much waits anyway, the denial itself was answered.
    const bool kept = writer_of(organisation)
                          .submit(
                              [denial](Connection& db) {
                                  auto row = denial;
                                  row.number = next_number(db, "denial", "number",
                                                           denial.organisation);
                                  insert(db, row);
                                  return true;
                              },
                              [](bool) {});
    static_cast<void>(kept);
}

}  // namespace ayni
