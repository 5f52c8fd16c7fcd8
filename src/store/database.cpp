#include "store/database.h"

#include <sqlite3.h>

namespace ayni {
namespace {

DatabaseError::Kind kind_of(int extended) {
    switch (extended) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY: return DatabaseError::Kind::unique;
        case SQLITE_CONSTRAINT_FOREIGNKEY: return DatabaseError::Kind::foreign_key;
        case SQLITE_CONSTRAINT_NOTNULL: return DatabaseError::Kind::not_null;
        case SQLITE_CONSTRAINT_CHECK: return DatabaseError::Kind::check;
        case SQLITE_IOERR_SHMSIZE: return DatabaseError::Kind::no_room;
        default: break;
    }
    if ((extended & 255) == SQLITE_BUSY) return DatabaseError::Kind::busy;
    if ((extended & 255) == SQLITE_FULL) return DatabaseError::Kind::full;
    return DatabaseError::Kind::other;
}

[[noreturn]] void fail_with(sqlite3* handle) {
    throw DatabaseError(kind_of(sqlite3_extended_errcode(handle)), sqlite3_errmsg(handle));
}

void expect_ok(int code, sqlite3_stmt* statement) {
    if (code != SQLITE_OK) fail_with(sqlite3_db_handle(statement));
}

std::string_view view_of(const void* data, int size) {
    return data ? std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size))
                : std::string_view{};
}

// What the aggregate function of `scan` gathers, the visitor keeps.
void end_of_rows(sqlite3_context*) noexcept {}

}  // namespace

std::int64_t Row::integer_at(int column) const { return sqlite3_value_int64(values_[column]); }

std::string_view Row::text_at(int column) const {
    const auto* data = sqlite3_value_blob(values_[column]);
    return view_of(data, sqlite3_value_bytes(values_[column]));
}

Query::~Query() {
    if (!statement_) return;
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

Query& Query::integer(std::int64_t value) {
    expect_ok(sqlite3_bind_int64(statement_, ++bound_, value), statement_);
    return *this;
}

Query& Query::text(std::string_view value) {
    // An empty view has no address, and would be bound as NULL.
    const char* data = value.data() ? value.data() : "";
    expect_ok(sqlite3_bind_text(statement_, ++bound_, data, static_cast<int>(value.size()),
                                SQLITE_STATIC),
              statement_);
    return *this;
}

Query& Query::bytes(std::string_view value) {
    const char* data = value.data() ? value.data() : "";
    expect_ok(sqlite3_bind_blob(statement_, ++bound_, data, static_cast<int>(value.size()),
                                SQLITE_STATIC),
              statement_);
    return *this;
}

Query& Query::null() {
    expect_ok(sqlite3_bind_null(statement_, ++bound_), statement_);
    return *this;
}

bool Query::next() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    fail_with(sqlite3_db_handle(statement_));
}

void Query::run() {
    while (next()) {
    }
    sqlite3_reset(statement_);
    bound_ = 0;
}

std::int64_t Query::integer_at(int column) const {
    return sqlite3_column_int64(statement_, column);
}

std::string_view Query::text_at(int column) const {
    const auto* data = sqlite3_column_blob(statement_, column);
    return view_of(data, sqlite3_column_bytes(statement_, column));
}

bool Query::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

void Connection::visit_row(sqlite3_context* context, int, sqlite3_value** values) noexcept {
    auto& visit = *static_cast<Visit*>(sqlite3_user_data(context));
    try {
        if (!visit.failure) (*visit.act)(Row(values));
    } catch (...) {
        visit.failure = std::current_exception();
        sqlite3_result_error(context, "stopped", -1);
    }
}

Connection::Connection(const std::string& path, Access access, const char* vfs)
    : is_usual_(vfs == nullptr) {
    // SQLite would count its memory under one lock for all threads; nobody asks for the count.
    [[maybe_unused]] static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    const int flags = access == Access::read_only ? SQLITE_OPEN_READONLY
                                                  : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (sqlite3_open_v2(path.c_str(), &handle_, flags | SQLITE_OPEN_NOMUTEX, vfs) != SQLITE_OK) {
        const std::string message = handle_ ? sqlite3_errmsg(handle_) : "out of memory";
        sqlite3_close(handle_);
        throw DatabaseError(DatabaseError::Kind::other, message);
    }
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, 10'000);
    sqlite3_create_function_v2(handle_, "visit", -1, SQLITE_UTF8 | SQLITE_DIRECTONLY,
                               static_cast<void*>(&visit_), nullptr, visit_row, end_of_rows,
                               nullptr);
    if (access == Access::read_only) {
        execute("PRAGMA cache_size=-32000");
        return;
    }
    execute("PRAGMA page_size=8192");
    execute("PRAGMA journal_mode=WAL");
    execute("PRAGMA synchronous=FULL");
    execute("PRAGMA foreign_keys=ON");
    // What a savepoint may have to take back is kept in memory, not in a file for each command.
    execute("PRAGMA temp_store=MEMORY");
    execute("PRAGMA cache_size=-131072");
    // Only the writer may checkpoint, when it says so: two at once can corrupt SQLite < 3.51.3.
    execute("PRAGMA wal_autocheckpoint=0");
    sqlite3_wal_hook(
        handle_,
        [](void* pages, sqlite3*, const char*, int count) {
            *static_cast<int*>(pages) = count;
            return SQLITE_OK;
        },
        &wal_pages_);
}

Connection::~Connection() {
    for (auto& [sql, statement] : ready_) sqlite3_finalize(statement);
    sqlite3_close(handle_);
}

void Connection::fail() const { fail_with(handle_); }

std::unique_ptr<Connection> Connection::beside() const {
    const std::string path = sqlite3_db_filename(handle_, "main");
    if (path.empty() || !is_usual_) return nullptr;
    return std::make_unique<Connection>(path, Access::read_only);
}

Query Connection::query(std::string_view sql) {
    if (const auto found = ready_.find(sql); found != ready_.end()) return Query(found->second);
    std::string numbered(sql);
    // `$1` is a name to SQLite, numbered by first appearance; `?1` is a number.
    for (std::size_t i = 0; i + 1 < numbered.size(); ++i)
        if (numbered[i] == '$' && numbered[i + 1] >= '0' && numbered[i + 1] <= '9')
            numbered[i] = '?';
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(handle_, numbered.c_str(), static_cast<int>(numbered.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        fail();
    ready_.emplace(std::string(sql), statement);
    return Query(statement);
}

Query Connection::scan(std::string_view columns, std::string_view rest) {
    return query("SELECT visit(" + std::string(columns) + ") " + std::string(rest));
}

void Connection::each(Query& scan, const std::function<void(const Row&)>& visit) {
    const auto outer = std::exchange(visit_, Visit{&visit});
    const std::unique_ptr<const void, std::function<void(const void*)>> leave(
        &visit, [&](const void*) { visit_ = outer; });
    try {
        scan.run();
    } catch (const DatabaseError&) {
        if (visit_.failure) std::rethrow_exception(visit_.failure);
        throw;
    }
}

void Connection::execute(const char* sql) {
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void Connection::checkpoint() {
    if (const int code = sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_PASSIVE,
                                                   nullptr, nullptr);
        code != SQLITE_OK && code != SQLITE_BUSY)
        fail();
}

void Connection::allow_pages(std::int64_t most) {
    execute(("PRAGMA max_page_count=" + std::to_string(most)).c_str());
}

void Connection::copy_to(const std::string& path) {
    sqlite3* target = nullptr;
    if (sqlite3_open_v2(path.c_str(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                        nullptr) != SQLITE_OK) {
        sqlite3_close(target);
        throw DatabaseError(DatabaseError::Kind::other, "cannot open " + path);
    }
    // FULL leaves it to chance when the removed journal is gone: after a power cut it could be
    // back,
    // and would take the whole copy back. EXTRA waits for that too.
    sqlite3_exec(target, "PRAGMA synchronous=EXTRA", nullptr, nullptr, nullptr);
    sqlite3_backup* copy = sqlite3_backup_init(target, "main", handle_, "main");
    const int step = copy ? sqlite3_backup_step(copy, -1) : SQLITE_ERROR;
    if (copy) sqlite3_backup_finish(copy);
    const bool ok = step == SQLITE_DONE && sqlite3_exec(target, "PRAGMA journal_mode=DELETE",
                                                        nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(target);
    if (!ok) throw DatabaseError(kind_of(step), "cannot copy to " + path);
}

std::int64_t Connection::changes() const { return sqlite3_changes64(handle_); }

Transaction::Transaction(Connection& connection, Kind kind) : connection_(connection) {
    connection_.execute(kind == Kind::writing ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        connection_.execute("ROLLBACK");
    } catch (const DatabaseError&) {
        open_ = false;  // the database rolled back by itself; there is nothing left to undo
    }
}

void Transaction::commit() {
    connection_.execute("COMMIT");
    open_ = false;
}

std::string sqlite_version() { return sqlite3_libversion(); }

}  // namespace ayni
