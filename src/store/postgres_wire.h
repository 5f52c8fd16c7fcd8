#pragma once
// One connection to a PostgreSQL server. What nobody waits for is sent and answered later, in
// order (libpq's pipeline); the first refusal is thrown as soon as somebody waits.

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "store/postgres_values.h"

struct pg_conn;
struct pg_result;

namespace ayni {

struct ClearResult {
    void operator()(pg_result* result) const noexcept;
};
using PostgresAnswer = std::unique_ptr<pg_result, ClearResult>;

class PostgresWire {
public:
    /// Throws `DatabaseError::unreachable`.
    explicit PostgresWire(const std::string& address);
    ~PostgresWire();
    PostgresWire(const PostgresWire&) = delete;
    PostgresWire& operator=(const PostgresWire&) = delete;

    /// Makes a statement ready under a name; waits.
    void prepare(const std::string& name, const std::string& sql, int count, const unsigned* types);
    /// Runs a ready statement some time before the next wait.
    void send(const std::string& name, const PostgresParameters& parameters);
    /// Runs it and waits for it, and so for all that was sent before.
    [[nodiscard]] PostgresAnswer ask(const std::string& name, const PostgresParameters& parameters);
    /// Waits for all that was sent.
    void wait();
    /// Lets what was sent go its way at once, without waiting for it.
    void let_go();
    /// Waits, and forgets what was refused.
    void forget() noexcept;
    /// Statements of any number, without parameters, by themselves.
    void alone(const char* sql);
    /// Shows the rows of a text that begins with SELECT, one by one, each as the fields of COPY's
    /// binary form. Nothing else may be asked meanwhile.
    void copy_out(const std::string& select, const std::function<void(std::string_view)>& visit);
    /// Rows changed by the last statement that was answered.
    [[nodiscard]] std::int64_t changed() const noexcept { return changed_; }

private:
    pg_conn* handle_;
    int unanswered_ = 0, ends_awaited_ = 0;
    std::int64_t changed_ = 0;

    PostgresAnswer collect();
    void note_changes(const pg_result* result);
    void stay_in_pipeline(bool stay);
};

}  // namespace ayni
