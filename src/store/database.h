#pragma once
// A thin layer over SQLite and PostgreSQL: statements kept ready, `$1` parameters, errors told
// apart. The same texts run on both.

#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "store/steps.h"

struct sqlite3_value;

namespace ayni {

class Engine;
class PreparedStatement;

/// What the few texts that differ have to be written for.
enum class Dialect { sqlite, postgres };

/// Whether a database is named by the address of a server ("postgresql://…"), not by a file.
[[nodiscard]] bool is_server_address(std::string_view path) noexcept;

/// What the database itself refuses; caught once for each command, at the edge of the store.
struct DatabaseError : std::runtime_error {
    /// `no_room`: the disk was too full for the index beside the log; `full`: for the log itself;
    /// `damaged`: a row that we cannot have written. `unreachable`: the server does not answer.
    enum class Kind {
        unique,
        foreign_key,
        not_null,
        check,
        busy,
        full,
        no_room,
        damaged,
        unreachable,
        other,
    };
    Kind kind;
    DatabaseError(Kind kind_of_error, const std::string& message)
        : std::runtime_error(message), kind(kind_of_error) {}
};

/// Whether it was for want of room on the disk.
[[nodiscard]] inline bool is_full(const DatabaseError& failure) noexcept {
    return failure.kind == DatabaseError::Kind::full ||
           failure.kind == DatabaseError::Kind::no_room;
}

/// A prepared statement in use: bind, step through rows, read columns; it resets itself at the end.
class Query {
public:
    explicit Query(PreparedStatement* statement) noexcept : statement_(statement) {}
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    Query(Query&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
    Query& operator=(Query&&) = delete;

    /// Binds the next parameters in order. Texts and bytes must outlive the query's use.
    Query& integer(std::int64_t value);
    Query& text(std::string_view value);
    Query& text(std::string&&) = delete;  // It would be gone before the query runs.
    Query& bytes(std::string_view value);
    Query& null();
    /// Moves to the next row; false after the last.
    [[nodiscard]] bool next();
    /// Runs a statement that gives no rows, and makes it ready to be bound again.
    void run();
    /// The column of the current row, from 0.
    [[nodiscard]] std::int64_t integer_at(int column) const;
    [[nodiscard]] std::string_view text_at(int column) const;
    [[nodiscard]] bool is_null(int column) const;

private:
    friend class Connection;
    PreparedStatement* statement_;
    int bound_ = 0;
};

/// The row that `Connection::each` is at.
class Row {
public:
    explicit Row(sqlite3_value** values) noexcept : values_(values) {}
    explicit Row(const PreparedStatement& statement) noexcept : statement_(&statement) {}
    /// The column, from 0.
    [[nodiscard]] std::int64_t integer_at(int column) const;
    [[nodiscard]] std::string_view text_at(int column) const;
    [[nodiscard]] bool is_null(int column) const;

private:
    sqlite3_value** values_ = nullptr;
    const PreparedStatement* statement_ = nullptr;
};

/// One connection, used by one thread at a time.
class Connection {
public:
    enum class Access { read_write, read_only };
    /// Opens the file, or the database of a server. A writing connection creates the file, with WAL
    /// and `synchronous=FULL`.
    Connection(const std::string& path, Access access, const char* vfs = nullptr);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] Dialect dialect() const noexcept;
    /// Another connection to the same, only to read, for another thread; null for a database in
    /// memory or on a file system of its own.
    [[nodiscard]] std::unique_ptr<Connection> beside() const;

    /// A ready statement for this text; texts are few and kept. `$n` stand in order 1, 2, 3…
    [[nodiscard]] Query query(std::string_view sql);
    /// A statement for `each`: its columns, and what follows them ("FROM …"), without an order.
    [[nodiscard]] Query scan(std::string_view columns, std::string_view rest);
    /// Runs a bound `scan`, and shows every row to `visit` inside the database's own loop: a third
    /// less time than row by row, for the few queries that read millions.
    void each(Query& scan, const std::function<void(const Row&)>& visit);
    /// Runs statements without parameters (schema, savepoints).
    void execute(const char* sql);
    /// Begins a transaction that writes, or one that sees a snapshot.
    void begin(bool writing);
    /// Copies committed pages into the main file and empties the write-ahead log.
    void checkpoint();
    /// Pages in the write-ahead log after the last commit; small again once it starts anew.
    [[nodiscard]] int wal_pages() const noexcept;
    /// The file grows to so many pages of 8 KiB and no further: beyond, the disk counts as full.
    void allow_pages(std::int64_t most);
    /// Copies the whole database, consistent, into a new file; `progressed` is told the pages. Of a
    /// file only; a server's has its own means, and `copy_database`.
    void copy_to(const std::string& path, const Progressed& progressed = {});
    [[nodiscard]] std::int64_t changes() const;

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unique_ptr<Engine> engine_;
    std::unordered_map<std::string, std::unique_ptr<PreparedStatement>, Hash, std::equal_to<>>
        ready_;
};

/// BEGIN … COMMIT; rolls back unless committed.
class Transaction {
public:
    enum class Kind { writing, reading };
    Transaction(Connection& connection, Kind kind);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Connection& connection_;
    bool open_ = true;
};

/// The version of the library, and whether it has the fault that our one-writer rule avoids.
[[nodiscard]] std::string sqlite_version();

}  // namespace ayni
