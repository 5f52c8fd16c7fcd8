#include "store/database.h"

#include <sqlite3.h>

#include "store/engine.h"

namespace ayni {

bool is_server_address(std::string_view path) noexcept {
    return path.starts_with("postgresql://") || path.starts_with("postgres://");
}

std::int64_t Row::integer_at(int column) const {
    return values_ ? sqlite3_value_int64(values_[column]) : statement_->integer_at(column);
}

std::string_view Row::text_at(int column) const {
    if (!values_) return statement_->text_at(column);
    const auto* data = static_cast<const char*>(sqlite3_value_blob(values_[column]));
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values_[column]));
    return data ? std::string_view(data, size) : std::string_view{};
}

bool Row::is_null(int column) const {
    return values_ ? sqlite3_value_type(values_[column]) == SQLITE_NULL
                   : statement_->is_null(column);
}

Query::~Query() {
    if (statement_) statement_->forget();
}

Query& Query::integer(std::int64_t value) {
    statement_->bind_integer(++bound_, value);
    return *this;
}

Query& Query::text(std::string_view value) {
    statement_->bind_text(++bound_, value);
    return *this;
}

Query& Query::bytes(std::string_view value) {
    statement_->bind_bytes(++bound_, value);
    return *this;
}

Query& Query::null() {
    statement_->bind_null(++bound_);
    return *this;
}

bool Query::next() { return statement_->step(); }

void Query::run() {
    while (next()) {
    }
    statement_->rewind();
    bound_ = 0;
}

std::int64_t Query::integer_at(int column) const { return statement_->integer_at(column); }

std::string_view Query::text_at(int column) const { return statement_->text_at(column); }

bool Query::is_null(int column) const { return statement_->is_null(column); }

Connection::Connection(const std::string& path, Access access, const char* vfs)
    : engine_(is_server_address(path) ? postgres_engine(path, access)
                                      : sqlite_engine(path, access, vfs)) {}

// Statements go before their engine.
Connection::~Connection() { ready_.clear(); }

Dialect Connection::dialect() const noexcept { return engine_->dialect(); }

std::unique_ptr<Connection> Connection::beside() const { return engine_->beside(); }

Query Connection::query(std::string_view sql) {
    if (const auto found = ready_.find(sql); found != ready_.end())
        return Query(found->second.get());
    return Query(ready_.emplace(std::string(sql), engine_->prepare(sql)).first->second.get());
}

Query Connection::scan(std::string_view columns, std::string_view rest) {
    return query(engine_->scan_text(columns, rest));
}

void Connection::each(Query& scan, const std::function<void(const Row&)>& visit) {
    engine_->each(*scan.statement_, visit);
}

void Connection::execute(const char* sql) { engine_->execute(sql); }

void Connection::begin(bool writing) { engine_->begin(writing); }

void Connection::checkpoint() { engine_->checkpoint(); }

int Connection::wal_pages() const noexcept { return engine_->wal_pages(); }

void Connection::allow_pages(std::int64_t most) { engine_->allow_pages(most); }

void Connection::copy_to(const std::string& path, const Progressed& progressed) {
    // One snapshot for all steps: what others write meanwhile does not begin the copy anew.
    const Transaction snapshot(*this, Transaction::Kind::reading);
    engine_->copy_to(path, progressed);
}

std::int64_t Connection::changes() const { return engine_->changes(); }

Transaction::Transaction(Connection& connection, Kind kind) : connection_(connection) {
    connection_.begin(kind == Kind::writing);
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
