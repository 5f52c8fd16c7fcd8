#pragma once
// What a database engine does for the store; `Connection` and `Query` stand before it.

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "store/database.h"

namespace ayni {

/// A statement made ready by an engine. Parameters count from 1, columns from 0.
class PreparedStatement {
public:
    PreparedStatement() = default;
    virtual ~PreparedStatement() = default;
    PreparedStatement(const PreparedStatement&) = delete;
    PreparedStatement& operator=(const PreparedStatement&) = delete;

    virtual void bind_integer(int place, std::int64_t value) = 0;
    virtual void bind_text(int place, std::string_view value) = 0;
    virtual void bind_bytes(int place, std::string_view value) = 0;
    virtual void bind_null(int place) = 0;
    /// Moves to the next row; false after the last.
    [[nodiscard]] virtual bool step() = 0;
    /// Ready to be run again with the same parameters.
    virtual void rewind() noexcept = 0;
    /// Forgets the parameters too.
    virtual void forget() noexcept = 0;
    [[nodiscard]] virtual std::int64_t integer_at(int column) const = 0;
    [[nodiscard]] virtual std::string_view text_at(int column) const = 0;
    [[nodiscard]] virtual bool is_null(int column) const = 0;
};

/// One connection to one database.
class Engine {
public:
    using Visit = std::function<void(const Row&)>;

    Engine() = default;
    virtual ~Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    [[nodiscard]] virtual Dialect dialect() const noexcept = 0;
    [[nodiscard]] virtual std::unique_ptr<PreparedStatement> prepare(std::string_view sql) = 0;
    [[nodiscard]] virtual std::string scan_text(std::string_view columns,
                                                std::string_view rest) = 0;
    virtual void each(PreparedStatement& scan, const Visit& visit) = 0;
    virtual void execute(const char* sql) = 0;
    virtual void begin(bool writing) = 0;
    [[nodiscard]] virtual std::unique_ptr<Connection> beside() const = 0;
    virtual void checkpoint() = 0;
    [[nodiscard]] virtual int wal_pages() const noexcept = 0;
    virtual void allow_pages(std::int64_t most) = 0;
    virtual void copy_to(const std::string& path, const Progressed& progressed) = 0;
    [[nodiscard]] virtual std::int64_t changes() const = 0;
};

/// A file of SQLite, or `:memory:`.
[[nodiscard]] std::unique_ptr<Engine> sqlite_engine(const std::string& path,
                                                    Connection::Access access, const char* vfs);
/// A database of a PostgreSQL server, by its address ("postgresql:…").
[[nodiscard]] std::unique_ptr<Engine> postgres_engine(const std::string& address,
                                                      Connection::Access access);

}  // namespace ayni
