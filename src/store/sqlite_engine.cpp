#include <sqlite3.h>

#include <exception>

#include "store/engine.h"

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
    if ((extended & 255) == SQLITE_CORRUPT) return DatabaseError::Kind::damaged;
    return DatabaseError::Kind::other;
}

[[noreturn]] void fail_with(sqlite3* handle) {
    throw DatabaseError(kind_of(sqlite3_extended_errcode(handle)), sqlite3_errmsg(handle));
}

void expect_ok(int code, sqlite3_stmt* statement) {
    if (code != SQLITE_OK) fail_with(sqlite3_db_handle(statement));
}

// An empty view has no address, and would be bound as NULL.
const char* address_of(std::string_view value) { return value.data() ? value.data() : ""; }

class SqliteStatement final : public PreparedStatement {
public:
    explicit SqliteStatement(sqlite3_stmt* statement) noexcept : statement_(statement) {}
    ~SqliteStatement() override { sqlite3_finalize(statement_); }

    void bind_integer(int place, std::int64_t value) override {
        expect_ok(sqlite3_bind_int64(statement_, place, value), statement_);
    }
    void bind_text(int place, std::string_view value) override {
        expect_ok(sqlite3_bind_text(statement_, place, address_of(value),
                                    static_cast<int>(value.size()), SQLITE_STATIC),
                  statement_);
    }
    void bind_bytes(int place, std::string_view value) override {
        expect_ok(sqlite3_bind_blob(statement_, place, address_of(value),
                                    static_cast<int>(value.size()), SQLITE_STATIC),
                  statement_);
    }
    void bind_null(int place) override {
        expect_ok(sqlite3_bind_null(statement_, place), statement_);
    }
    bool step() override {
        const int code = sqlite3_step(statement_);
        if (code == SQLITE_ROW) return true;
        if (code == SQLITE_DONE) return false;
        fail_with(sqlite3_db_handle(statement_));
    }
    void rewind() noexcept override { sqlite3_reset(statement_); }
    void forget() noexcept override {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
    }
    std::int64_t integer_at(int column) const override {
        return sqlite3_column_int64(statement_, column);
    }
    std::string_view text_at(int column) const override {
        const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
        return data ? std::string_view(data, size) : std::string_view{};
    }
    bool is_null(int column) const override {
        return sqlite3_column_type(statement_, column) == SQLITE_NULL;
    }

private:
    sqlite3_stmt* statement_;
};

// Of a copy, between two looks at how far it is: a megabyte, some milliseconds.
constexpr int pages_at_once = 128;

// What the aggregate function of a scan gathers, the visitor keeps.
void end_of_rows(sqlite3_context*) noexcept {}

class SqliteEngine final : public Engine {
public:
    SqliteEngine(const std::string& path, Connection::Access access, const char* vfs)
        : is_usual_(vfs == nullptr) {
        open(path, access, vfs);
        sqlite3_create_function_v2(handle_, "visit", -1, SQLITE_UTF8 | SQLITE_DIRECTONLY,
                                   static_cast<void*>(&visiting_), nullptr, visit_row, end_of_rows,
                                   nullptr);
        if (access == Connection::Access::read_only)
            execute("PRAGMA cache_size=-32000");
        else
            make_ready_to_write();
    }
    ~SqliteEngine() override { sqlite3_close(handle_); }

    Dialect dialect() const noexcept override { return Dialect::sqlite; }

    std::unique_ptr<PreparedStatement> prepare(std::string_view sql) override {
        std::string numbered(sql);
        // `$1` is a name to SQLite, numbered by first appearance; `?1` is a number.
        for (std::size_t i = 0; i + 1 < numbered.size(); ++i)
            if (numbered[i] == '$' && numbered[i + 1] >= '0' && numbered[i + 1] <= '9')
                numbered[i] = '?';
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(handle_, numbered.c_str(), static_cast<int>(numbered.size()),
                               SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
            fail_with(handle_);
        return std::make_unique<SqliteStatement>(statement);
    }
    std::string scan_text(std::string_view columns, std::string_view rest) override {
        return "SELECT visit(" + std::string(columns) + ") " + std::string(rest);
    }
    void each(PreparedStatement& scan, const Visit& visit) override {
        const auto outer = std::exchange(visiting_, Visiting{&visit});
        const std::unique_ptr<const void, std::function<void(const void*)>> leave(
            &visit, [&](const void*) { visiting_ = outer; });
        try {
            while (scan.step()) {
            }
            scan.rewind();
        } catch (const DatabaseError&) {
            if (visiting_.failure) std::rethrow_exception(visiting_.failure);
            throw;
        }
    }
    void execute(const char* sql) override {
        if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail_with(handle_);
    }
    void begin(bool writing) override { execute(writing ? "BEGIN IMMEDIATE" : "BEGIN"); }

    std::unique_ptr<Connection> beside() const override {
        const std::string path = sqlite3_db_filename(handle_, "main");
        if (path.empty() || !is_usual_) return nullptr;
        return std::make_unique<Connection>(path, Connection::Access::read_only);
    }
    void checkpoint() override {
        if (const int code = sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_PASSIVE,
                                                       nullptr, nullptr);
            code != SQLITE_OK && code != SQLITE_BUSY)
            fail_with(handle_);
    }
    int wal_pages() const noexcept override { return wal_pages_; }
    void allow_pages(std::int64_t most) override {
        execute(("PRAGMA max_page_count=" + std::to_string(most)).c_str());
    }
    void copy_to(const std::string& path, const Progressed& progressed) override {
        execute("SELECT 1 FROM sqlite_schema");  // a snapshot begins with the first look
        sqlite3* target = nullptr;
        const int opened = sqlite3_open_v2(path.c_str(), &target,
                                           SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
        // Whoever is told how far it is may throw, to give it up.
        const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> closed(target, sqlite3_close);
        if (opened != SQLITE_OK)
            throw DatabaseError(DatabaseError::Kind::other, "cannot open " + path);
        // FULL leaves it to chance when the removed journal is gone: after a power cut it could be
        // back, and
        // would take the whole copy back. EXTRA waits for that too.
        sqlite3_exec(target, "PRAGMA synchronous=EXTRA", nullptr, nullptr, nullptr);
        std::unique_ptr<sqlite3_backup, decltype(&sqlite3_backup_finish)> copy(
            sqlite3_backup_init(target, "main", handle_, "main"), sqlite3_backup_finish);
        const int step = copy ? copy_pages(copy.get(), progressed) : SQLITE_ERROR;
        copy.reset();
        const bool ok = step == SQLITE_DONE && sqlite3_exec(target, "PRAGMA journal_mode=DELETE",
                                                            nullptr, nullptr, nullptr) == SQLITE_OK;
        if (!ok) throw DatabaseError(kind_of(step), "cannot copy to " + path);
    }

    std::int64_t changes() const override { return sqlite3_changes64(handle_); }

private:
    // No exception may leave through the database's own loop: it is kept until that has ended.
    struct Visiting {
        const Visit* act = nullptr;
        std::exception_ptr failure = nullptr;
    };
    sqlite3* handle_ = nullptr;
    bool is_usual_;  // of the usual file system
    int wal_pages_ = 0;
    Visiting visiting_;

    void open(const std::string& path, Connection::Access access, const char* vfs) {
        // SQLite would count its memory under one lock for all threads; nobody asks for the count.
        [[maybe_unused]] static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        const int flags = access == Connection::Access::read_only
                              ? SQLITE_OPEN_READONLY
                              : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        if (sqlite3_open_v2(path.c_str(), &handle_, flags | SQLITE_OPEN_NOMUTEX, vfs) !=
            SQLITE_OK) {
            const std::string message = handle_ ? sqlite3_errmsg(handle_) : "out of memory";
            sqlite3_close(handle_);
            throw DatabaseError(DatabaseError::Kind::other, message);
        }
        sqlite3_extended_result_codes(handle_, 1);
        sqlite3_busy_timeout(handle_, 10'000);
    }
    static int copy_pages(sqlite3_backup* copy, const Progressed& progressed) {
        int step = SQLITE_OK;
        while (step == SQLITE_OK) {
            step = sqlite3_backup_step(copy, pages_at_once);
            const auto all = sqlite3_backup_pagecount(copy);
            if (progressed) progressed(all - sqlite3_backup_remaining(copy), all);
        }
        return step;
    }
    void make_ready_to_write() {
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
    static void visit_row(sqlite3_context* context, int, sqlite3_value** values) noexcept {
        auto& visiting = *static_cast<Visiting*>(sqlite3_user_data(context));
        try {
            if (!visiting.failure) (*visiting.act)(Row(values));
        } catch (...) {
            visiting.failure = std::current_exception();
            sqlite3_result_error(context, "stopped", -1);
        }
    }
};

}  // namespace

std::unique_ptr<Engine> sqlite_engine(const std::string& path, Connection::Access access,
                                      const char* vfs) {
    return std::make_unique<SqliteEngine>(path, access, vfs);
}

}  // namespace ayni
