#include <libpq-fe.h>

#include <array>
#include <bit>
#include <charconv>
#include <cstring>
#include <utility>
#include <vector>

#include "store/engine.h"
#include "store/postgres_text.h"

namespace ayni {
namespace {

// Types of PostgreSQL by their numbers, which never change.
constexpr Oid boolean_type = 16, bytes_type = 17, int8_type = 20, int2_type = 21, int4_type = 23,
              text_type = 25, numeric_type = 1700;

// So many rows come at a time where millions are read.
constexpr int rows_at_a_time = 8192;

struct ClearResult {
    void operator()(PGresult* result) const noexcept { PQclear(result); }
};
using Answered = std::unique_ptr<PGresult, ClearResult>;

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

Answered expect(PGconn* handle, PGresult* raw) {
    Answered result(raw);
    const auto status = PQresultStatus(raw);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail_with(handle, raw);
    return result;
}

template <class Unsigned>
Unsigned big_endian(const char* bytes) noexcept {
    Unsigned value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
        value = static_cast<Unsigned>(value << 8U | static_cast<unsigned char>(bytes[i]));
    return value;
}

// A sum of BIGINT is NUMERIC there: digits of base 10,000 behind four numbers of 16 bits. Ours are
// whole; what has a fraction or does not fit is no number that we could have asked for.
std::int64_t whole_number(const char* bytes) {
    const auto digits = big_endian<std::uint16_t>(bytes);
    const auto weight = static_cast<std::int16_t>(big_endian<std::uint16_t>(bytes + 2));
    const bool negative = big_endian<std::uint16_t>(bytes + 4) == 0x4000;
    __int128 value = 0;
    for (int place = 0; place <= weight; ++place) {
        const auto at = 8 + 2 * static_cast<std::ptrdiff_t>(place);
        const int digit = place < digits ? big_endian<std::uint16_t>(bytes + at) : 0;
        value = value * 10'000 + digit;
        if (value > INT64_MAX)
            throw DatabaseError(DatabaseError::Kind::other, "a sum is too large");
    }
    return static_cast<std::int64_t>(negative ? -value : value);
}

// The parameters of a statement, as the protocol wants them.
class Parameters {
public:
    void bind_integer(int place, std::int64_t value) {
        auto& one = at(place, int8_type);
        for (std::size_t i = 8; i-- > 0; value >>= 8)
            one.number[i] = static_cast<char>(value & 255);
        one.data = one.number.data();
        one.size = 8;
    }
    void bind(int place, Oid type, std::string_view value) {
        auto& one = at(place, type);
        one.data = value.data() ? value.data() : "";
        one.size = static_cast<int>(value.size());
    }
    void bind_null(int place) {
        auto& one = at(place, 0);
        one.data = nullptr;
        one.size = 0;
    }
    void clear() noexcept { count_ = 0; }
    [[nodiscard]] int count() const noexcept { return static_cast<int>(count_); }

    // Gathered anew for each run: the vector of values may have moved.
    void gather() {
        addresses_.clear();
        sizes_.clear();
        types_.clear();
        formats_.assign(count_, 1);
        for (std::size_t i = 0; i < count_; ++i) {
            auto& one = all_[i];
            const bool is_number = one.type == int8_type && one.data;
            addresses_.push_back(is_number ? one.number.data() : one.data);
            sizes_.push_back(one.size);
            types_.push_back(one.type);
        }
    }
    [[nodiscard]] const char* const* addresses() const noexcept { return addresses_.data(); }
    [[nodiscard]] const int* sizes() const noexcept { return sizes_.data(); }
    [[nodiscard]] const int* formats() const noexcept { return formats_.data(); }
    [[nodiscard]] const Oid* types() const noexcept { return types_.data(); }

private:
    struct One {
        Oid type = 0;
        const char* data = nullptr;
        int size = 0;
        std::array<char, 8> number{};
    };
    std::vector<One> all_;
    std::size_t count_ = 0;
    std::vector<const char*> addresses_;
    std::vector<int> sizes_, formats_;
    std::vector<Oid> types_;

    One& at(int place, Oid type) {
        const auto index = static_cast<std::size_t>(place) - 1;
        if (all_.size() <= index) all_.resize(index + 1);
        if (count_ <= index) count_ = index + 1;
        all_[index].type = type;
        return all_[index];
    }
};

class PostgresStatement final : public PreparedStatement {
public:
    PostgresStatement(PGconn* handle, std::int64_t& changes, std::string name, std::string sql)
        : handle_(handle), changes_(changes), name_(std::move(name)), sql_(std::move(sql)) {}

    void bind_integer(int place, std::int64_t value) override {
        parameters_.bind_integer(place, value);
    }
    void bind_text(int place, std::string_view value) override {
        parameters_.bind(place, text_type, value);
    }
    void bind_bytes(int place, std::string_view value) override {
        parameters_.bind(place, bytes_type, value);
    }
    void bind_null(int place) override { parameters_.bind_null(place); }

    bool step() override {
        if (!rows_) run();
        return ++row_ < PQntuples(rows_.get());
    }
    void rewind() noexcept override { rows_.reset(); }
    void forget() noexcept override {
        rows_.reset();
        parameters_.clear();
    }
    std::int64_t integer_at(int column) const override {
        if (is_null(column)) return 0;
        const char* bytes = PQgetvalue(rows_.get(), row_, column);
        switch (PQftype(rows_.get(), column)) {
            case int8_type: return static_cast<std::int64_t>(big_endian<std::uint64_t>(bytes));
            case int4_type: return static_cast<std::int32_t>(big_endian<std::uint32_t>(bytes));
            case int2_type: return static_cast<std::int16_t>(big_endian<std::uint16_t>(bytes));
            case boolean_type: return *bytes;
            case numeric_type: return whole_number(bytes);
            default: throw DatabaseError(DatabaseError::Kind::damaged, "not a number: " + sql_);
        }
    }
    std::string_view text_at(int column) const override {
        return {PQgetvalue(rows_.get(), row_, column),
                static_cast<std::size_t>(PQgetlength(rows_.get(), row_, column))};
    }
    bool is_null(int column) const override { return PQgetisnull(rows_.get(), row_, column) != 0; }

    // Row by row through a cursor, so that millions do not stand in memory at once.
    void each(const Engine::Visit& visit) {
        const std::string declare = "DECLARE " + name_ + " NO SCROLL CURSOR FOR " + sql_;
        const std::string fetch = "FETCH " + std::to_string(rows_at_a_time) + " FROM " + name_;
        parameters_.gather();
        expect(handle_, PQexecParams(handle_, declare.c_str(), parameters_.count(),
                                     parameters_.types(), parameters_.addresses(),
                                     parameters_.sizes(), parameters_.formats(), 1));
        int count = 0;
        do {
            rows_ = expect(handle_, PQexecParams(handle_, fetch.c_str(), 0, nullptr, nullptr,
                                                 nullptr, nullptr, 1));
            count = PQntuples(rows_.get());
            for (row_ = 0; row_ < count; ++row_) visit(Row(*this));
        } while (count == rows_at_a_time);
        rows_.reset();
        expect(handle_, PQexec(handle_, ("CLOSE " + name_).c_str()));
    }

private:
    PGconn* handle_;
    std::int64_t& changes_;
    std::string name_, sql_;
    bool is_prepared_ = false;
    Parameters parameters_;
    Answered rows_;
    int row_ = -1;

    void run() {
        parameters_.gather();
        if (!is_prepared_) {
            expect(handle_, PQprepare(handle_, name_.c_str(), sql_.c_str(), parameters_.count(),
                                      parameters_.types()));
            is_prepared_ = true;
        }
        rows_ = expect(handle_, PQexecPrepared(handle_, name_.c_str(), parameters_.count(),
                                               parameters_.addresses(), parameters_.sizes(),
                                               parameters_.formats(), 1));
        row_ = -1;
        const std::string_view changed = PQcmdTuples(rows_.get());
        std::int64_t count = 0;
        std::from_chars(changed.data(), changed.data() + changed.size(), count);
        changes_ = count;
    }
};

class PostgresEngine final : public Engine {
public:
    PostgresEngine(std::string address, Connection::Access access)
        : address_(std::move(address)), handle_(PQconnectdb(address_.c_str())) {
        if (PQstatus(handle_) != CONNECTION_OK) {
            const std::string message = PQerrorMessage(handle_);
            PQfinish(handle_);
            throw DatabaseError(DatabaseError::Kind::unreachable, message);
        }
        PQsetNoticeProcessor(
            handle_, [](void*, const char*) {}, nullptr);
        execute("SET client_encoding = 'UTF8'");
        execute(access == Connection::Access::read_only ? "SET default_transaction_read_only = on"
                                                        : "SET synchronous_commit = on");
    }
    ~PostgresEngine() override { PQfinish(handle_); }

    Dialect dialect() const noexcept override { return Dialect::postgres; }

    std::unique_ptr<PreparedStatement> prepare(std::string_view sql) override {
        return std::make_unique<PostgresStatement>(
            handle_, changes_, "s" + std::to_string(++prepared_), postgres_text(sql));
    }
    std::string scan_text(std::string_view columns, std::string_view rest) override {
        return "SELECT " + std::string(columns) + " " + std::string(rest);
    }
    void each(PreparedStatement& scan, const Visit& visit) override {
        const bool alone = PQtransactionStatus(handle_) == PQTRANS_IDLE;
        if (!alone) return static_cast<PostgresStatement&>(scan).each(visit);
        begin(false);
        try {
            static_cast<PostgresStatement&>(scan).each(visit);
        } catch (...) {
            execute("ROLLBACK");
            throw;
        }
        execute("COMMIT");
    }
    void execute(const char* sql) override {
        expect(handle_, PQexec(handle_, postgres_text(sql).c_str()));
    }
    void begin(bool writing) override {
        execute(writing ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }
    std::unique_ptr<Connection> beside() const override {
        return std::make_unique<Connection>(address_, Connection::Access::read_only);
    }
    void checkpoint() override {}
    int wal_pages() const noexcept override { return 0; }
    void allow_pages(std::int64_t) override {}
    void copy_to(const std::string&) override {
        throw DatabaseError(DatabaseError::Kind::other,
                            "a server's database is backed up by pg_dump");
    }
    std::int64_t changes() const override { return changes_; }

private:
    std::string address_;
    PGconn* handle_;
    std::int64_t changes_ = 0;
    std::int64_t prepared_ = 0;
};

}  // namespace

std::unique_ptr<Engine> postgres_engine(const std::string& address, Connection::Access access) {
    return std::make_unique<PostgresEngine>(address, access);
}

}  // namespace ayni
