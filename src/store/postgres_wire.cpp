#include "store/postgres_wire.h"

#include <libpq-fe.h>

#include <charconv>
#include <exception>
#include <utility>

namespace ayni {
namespace {

// The server's answers wait in its buffers meanwhile, which must not fill up.
constexpr int most_unanswered = 256;

DatabaseError::Kind kind_of(std::string_view state) {
    using enum DatabaseError::Kind;
    if (state == "23505") return unique;
    if (state == "23503") return foreign_key;
    if (state == "23502") return not_null;
    if (state == "23514") return check;
    if (state == "53100") return full;
    if (state == "40001" || state == "40P01" || state == "55P03") return busy;
    return other;
}

[[noreturn]] void fail_with(PGconn* handle, const PGresult* result) {
    const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const char* message = result ? PQresultErrorMessage(result) : PQerrorMessage(handle);
    throw DatabaseError(kind_of(state ? state : ""), message ? message : "no answer");
}

void expect(PGconn* handle, PGresult* raw, ExecStatusType wanted) {
    const PostgresAnswer result(raw);
    const auto status = PQresultStatus(raw);
    if (status != wanted && status != PGRES_TUPLES_OK) fail_with(handle, raw);
}

}  // namespace

void ClearResult::operator()(pg_result* result) const noexcept { PQclear(result); }

PostgresWire::~PostgresWire() { PQfinish(handle_); }

PostgresWire::PostgresWire(const std::string& address) : handle_(PQconnectdb(address.c_str())) {
    if (PQstatus(handle_) != CONNECTION_OK) {
        const std::string message = PQerrorMessage(handle_);
        PQfinish(handle_);
        throw DatabaseError(DatabaseError::Kind::unreachable, message);
    }
    PQsetNoticeProcessor(
        handle_, [](void*, const char*) {}, nullptr);
    stay_in_pipeline(true);
}

void PostgresWire::stay_in_pipeline(bool stay) {
    if ((stay ? PQenterPipelineMode(handle_) : PQexitPipelineMode(handle_)) == 0)
        fail_with(handle_, nullptr);
}

void PostgresWire::prepare(const std::string& name, const std::string& sql, int count,
                           const unsigned* types) {
    wait();
    if (PQsendPrepare(handle_, name.c_str(), sql.c_str(), count, types) == 0)
        fail_with(handle_, nullptr);
    ++unanswered_;
    wait();
}

void PostgresWire::send(const std::string& name, const PostgresParameters& parameters) {
    if (unanswered_ >= most_unanswered) wait();
    if (PQsendQueryPrepared(handle_, name.c_str(), parameters.count(), parameters.addresses(),
                            parameters.sizes(), parameters.formats(), 1) == 0)
        fail_with(handle_, nullptr);
    ++unanswered_;
}

PostgresAnswer PostgresWire::ask(const std::string& name, const PostgresParameters& parameters) {
    send(name, parameters);
    let_go();
    return collect();
}

void PostgresWire::wait() {
    let_go();
    collect();
}

void PostgresWire::let_go() {
    if (unanswered_ == 0) return;
    unanswered_ = 0;
    ++ends_awaited_;
    if (PQpipelineSync(handle_) == 0) fail_with(handle_, nullptr);
}

void PostgresWire::forget() noexcept {
    try {
        wait();
    } catch (const DatabaseError&) {
        unanswered_ = 0;  // what was refused is about to be undone as a whole
    }
}

// The answers of each statement end with a null, and what was let go together with an end.
PostgresAnswer PostgresWire::collect() {
    PostgresAnswer last, refused;
    for (int nothing = 0; ends_awaited_ > 0;) {
        PostgresAnswer result(PQgetResult(handle_));
        nothing = result ? 0 : nothing + 1;
        if (nothing > 1) fail_with(handle_, refused.get());  // the server is gone
        switch (result ? PQresultStatus(result.get()) : PGRES_PIPELINE_ABORTED) {
            case PGRES_PIPELINE_SYNC: --ends_awaited_; break;
            case PGRES_PIPELINE_ABORTED: break;
            case PGRES_COMMAND_OK: note_changes(result.get()); [[fallthrough]];
            case PGRES_TUPLES_OK: last = std::move(result); break;
            default:
                if (!refused) refused = std::move(result);
        }
    }
    if (refused) fail_with(handle_, refused.get());
    return last;
}

void PostgresWire::note_changes(const pg_result* result) {
    const std::string_view changed = PQcmdTuples(const_cast<PGresult*>(result));
    if (changed.empty()) return;
    changed_ = 0;
    std::from_chars(changed.data(), changed.data() + changed.size(), changed_);
}

void PostgresWire::alone(const char* sql) {
    wait();
    stay_in_pipeline(false);
    auto* result = PQexec(handle_, sql);
    if (PQstatus(handle_) == CONNECTION_OK) stay_in_pipeline(true);
    expect(handle_, result, PGRES_COMMAND_OK);
}

void PostgresWire::copy_out(const std::string& select,
                            const std::function<void(std::string_view)>& visit) {
    constexpr std::size_t head = 19;  // "PGCOPY\n\377\r\n\0", flags, and the size of an extension
    wait();
    stay_in_pipeline(false);
    auto* begun = PQexec(handle_, ("COPY (" + select + ") TO STDOUT (FORMAT binary)").c_str());
    if (PQresultStatus(begun) != PGRES_COPY_OUT) {
        if (PQstatus(handle_) == CONNECTION_OK) stay_in_pipeline(true);
        expect(handle_, begun, PGRES_COPY_OUT);
    }
    PQclear(begun);
    std::exception_ptr failure;
    std::size_t skipped = head;
    char* bytes = nullptr;
    for (int size = 0; (size = PQgetCopyData(handle_, &bytes, 0)) > 0; PQfreemem(bytes)) {
        std::string_view row(bytes, static_cast<std::size_t>(size));
        row.remove_prefix(std::exchange(skipped, 0));
        const bool is_end = row.size() >= 2 && big_endian<std::uint16_t>(row) == 0xFFFF;
        if (row.size() < 2 || is_end || failure) continue;
        try {
            visit(row.substr(2));
        } catch (...) {
            failure = std::current_exception();  // the rest must be read all the same
        }
    }
    PostgresAnswer ended(PQgetResult(handle_));
    while (const auto more = PostgresAnswer(PQgetResult(handle_))) {
    }
    if (PQstatus(handle_) == CONNECTION_OK) stay_in_pipeline(true);
    if (failure) std::rethrow_exception(failure);
    expect(handle_, ended.release(), PGRES_COMMAND_OK);
}

}  // namespace ayni
