#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "store/engine.h"
#include "store/postgres_kept_reads.h"
#include "store/postgres_statement_facts.h"
#include "store/postgres_text.h"
#include "store/postgres_values.h"
#include "store/postgres_wire.h"
#include "store/reading_scopes.h"

namespace ayni {
namespace {

// So many rows, or bytes, wait to be inserted together.
constexpr std::size_t most_rows = 2'000, most_bytes = 1UL << 20U;

class PostgresStatement;

// What the statements of one connection share.
struct Session {
    explicit Session(const std::string& address) : wire(address) {}

    PostgresWire wire;
    KeptReadings readings;
    std::vector<PostgresStatement*>
        with_rows;  // which have rows that wait, in the order of the first
    bool in_transaction = false;

    void send_rows();
    void send_rows_of(const std::vector<std::string>& tables);
    void drop_rows() noexcept;
};

class PostgresStatement final : public PreparedStatement {
public:
    PostgresStatement(Session& session, std::int64_t number, std::string sql)
        : session_(session),
          number_(number),
          name_("s" + std::to_string(number)),
          sql_(std::move(sql)),
          facts_(facts_of_statement(sql_)) {}

    void bind_integer(int place, std::int64_t value) override {
        parameters_.bind_integer(place, value);
    }
    void bind_text(int place, std::string_view value) override {
        parameters_.bind(place, postgres_type::text, value);
    }
    void bind_bytes(int place, std::string_view value) override {
        parameters_.bind(place, postgres_type::bytes, value);
    }
    void bind_null(int place) override { parameters_.bind_null(place); }

    bool step() override {
        if (facts_.kind != StatementFacts::Kind::reading) {
            write();
            return false;
        }
        if (!found_) read();
        return ++row_ < found_->count();
    }
    void rewind() noexcept override { found_.reset(); }
    void forget() noexcept override {
        found_.reset();
        parameters_.clear();
    }
    std::int64_t integer_at(int column) const override {
        if (is_null(column)) return 0;
        const auto bytes = text_at(column);
        if (PQftype(found_->result.get(), found_->column(column)) == postgres_type::numeric)
            return whole_number(bytes);
        const auto number = integer_of(bytes);
        if (!number) throw DatabaseError(DatabaseError::Kind::damaged, "not a number: " + sql_);
        return *number;
    }
    std::string_view text_at(int column) const override {
        const auto* rows = found_->result.get();
        const int row = found_->place(row_), at = found_->column(column);
        return {PQgetvalue(rows, row, at), static_cast<std::size_t>(PQgetlength(rows, row, at))};
    }
    bool is_null(int column) const override {
        return PQgetisnull(found_->result.get(), found_->place(row_), found_->column(column)) != 0;
    }

    // The text with its parameters in it, as COPY wants it.
    [[nodiscard]] std::string text_with_values() const {
        std::vector<std::string> values;
        for (std::size_t i = 0; i < static_cast<std::size_t>(parameters_.count()); ++i) {
            const auto number = parameters_.integer_at(i);
            if (!number)
                throw DatabaseError(DatabaseError::Kind::other, "a scan is by numbers: " + sql_);
            values.push_back("(" + std::to_string(*number) + ")");
        }
        return with_values(sql_, values);
    }
    [[nodiscard]] const StatementFacts& facts() const noexcept { return facts_; }
    void send_rows();
    void drop_rows() noexcept { rows_.clear(); }

private:
    Session& session_;
    std::int64_t number_;
    std::string name_, sql_;
    StatementFacts facts_;
    bool is_ready_ = false, is_ready_for_many_ = false;
    PostgresParameters parameters_;
    PostgresRows rows_;
    std::optional<FoundRows> found_;
    int row_ = -1;

    void make_ready(const PostgresParameters& parameters) {
        if (is_ready_) return;
        session_.wire.prepare(name_, sql_, parameters.count(), parameters.types());
        is_ready_ = true;
    }
    // Under the same name with a letter behind it.
    void make_ready_for_many(const std::string& text, const PostgresParameters& parameters) {
        if (is_ready_for_many_) return;
        session_.wire.prepare(name_ + "m", text, parameters.count(), parameters.types());
        is_ready_for_many_ = true;
    }
    void write() {
        const auto whose = facts_.is_of_organisation ? parameters_.integer_at(0).value_or(0) : 0;
        const auto own = WritesOnlyOf::current();
        if (own != 0 && whose != own) throw NotItsOwn(sql_);
        session_.readings.note_writing(facts_, whose);
        if (facts_.kind == StatementFacts::Kind::insertion && session_.in_transaction)
            return add_row();
        session_.send_rows_of(facts_.tables);
        parameters_.gather();
        make_ready(parameters_);
        session_.wire.send(name_, parameters_);
        if (!session_.in_transaction) session_.wire.wait();
    }
    void add_row() {
        if (rows_.count() == 0) session_.with_rows.push_back(this);
        rows_.add(parameters_);
        if (rows_.count() >= most_rows || rows_.size() >= most_bytes) session_.send_rows();
    }
    void read() {
        row_ = -1;
        const auto organisation = facts_.is_of_organisation ? parameters_.integer_at(0)
                                                            : std::nullopt;
        if (!organisation || !session_.in_transaction) {
            found_ = ask();
            return;
        }
        ReadingKey key{number_, *organisation, parameters_.key_after_first()};
        const auto* kept = session_.readings.find(key, facts_);
        if (!kept) {
            if (const auto* all = ReadsAhead::with(*organisation))
                ask_for_all(unread(*all, key.others), key.others);
            else
                session_.readings.keep(key, ask());
            kept = session_.readings.find(key, facts_);
        }
        found_ = kept ? *kept : ask();
    }
    FoundRows ask() {
        session_.send_rows_of(facts_.tables);
        parameters_.gather();
        make_ready(parameters_);
        return {std::shared_ptr<PGresult>(session_.wire.ask(name_, parameters_)), {}, false};
    }
    // Those of them that it was not read of yet.
    [[nodiscard]] std::vector<std::int64_t> unread(const std::vector<std::int64_t>& organisations,
                                                   const std::string& others) const {
        std::vector<std::int64_t> rest;
        for (const auto organisation : organisations)
            if (!session_.readings.find({number_, organisation, others}, facts_))
                rest.push_back(organisation);
        return rest;
    }
    void ask_for_all(const std::vector<std::int64_t>& organisations, const std::string& others) {
        session_.send_rows_of(facts_.tables);
        const auto array = array_of(organisations);
        auto parameters = parameters_;
        parameters.bind(1, postgres_type::int8_array, array);
        parameters.gather();
        make_ready_for_many(text_for_many(sql_), parameters);
        const std::shared_ptr<PGresult> result(session_.wire.ask(name_ + "m", parameters));
        std::unordered_map<std::int64_t, std::vector<int>> places;
        for (int row = 0; row < PQntuples(result.get()); ++row)
            places[integer_of({PQgetvalue(result.get(), row, 0), 8}).value_or(0)].push_back(row);
        for (const auto organisation : organisations)
            session_.readings.keep({number_, organisation, others},
                                   {result, std::move(places[organisation]), true});
    }
};

// Rows of one kind in one statement; a single one as it was written.
void PostgresStatement::send_rows() {
    PostgresParameters parameters;
    if (rows_.count() > 1 && rows_.knows_types()) {
        rows_.bind_arrays(parameters);
        parameters.gather();
        make_ready_for_many(text_of_many_rows(sql_, rows_.type_names()), parameters);
        session_.wire.send(name_ + "m", parameters);
    } else {
        for (std::size_t row = 0; row < rows_.count(); ++row) {
            rows_.bind_row(row, parameters);
            parameters.gather();
            make_ready(parameters);
            session_.wire.send(name_, parameters);
        }
    }
    rows_.clear();
}

void Session::send_rows() {
    for (auto* statement : std::exchange(with_rows, {})) statement->send_rows();
}

void Session::send_rows_of(const std::vector<std::string>& tables) {
    const bool is_asked_for = std::ranges::any_of(with_rows, [&](const auto* statement) {
        return std::ranges::find(tables, statement->facts().tables.front()) != tables.end();
    });
    if (is_asked_for || tables.empty()) send_rows();
}

void Session::drop_rows() noexcept {
    for (auto* statement : with_rows) statement->drop_rows();
    with_rows.clear();
}

// The fields of one row of COPY: each its size in 4 bytes, and its bytes.
class CopiedRow final : public PreparedStatement {
public:
    void take(std::string_view row) {
        fields_.clear();
        while (row.size() >= 4) {
            const auto size = big_endian<std::uint32_t>(row);
            row.remove_prefix(4);
            if (size == UINT32_MAX) {
                fields_.emplace_back();
                continue;
            }
            fields_.push_back(row.substr(0, size));
            row.remove_prefix(size);
        }
    }
    std::int64_t integer_at(int column) const override {
        const auto bytes = text_at(column);
        if (!bytes.data()) return 0;
        const auto number = integer_of(bytes);
        if (!number) throw DatabaseError(DatabaseError::Kind::damaged, "not a number in a scan");
        return *number;
    }
    std::string_view text_at(int column) const override {
        return fields_[static_cast<std::size_t>(column)];
    }
    bool is_null(int column) const override { return text_at(column).data() == nullptr; }
    void bind_integer(int, std::int64_t) override {}
    void bind_text(int, std::string_view) override {}
    void bind_bytes(int, std::string_view) override {}
    void bind_null(int) override {}
    bool step() override { return false; }
    void rewind() noexcept override {}
    void forget() noexcept override {}

private:
    std::vector<std::string_view> fields_;
};

// What the writer says again and again, and nobody has to wait for.
struct Marker {
    std::string_view text, name;
    bool is_ready = false;
};

class PostgresEngine final : public Engine {
public:
    PostgresEngine(std::string address, Connection::Access access)
        : address_(std::move(address)), session_(address_) {
        session_.wire.alone("SET client_encoding = 'UTF8'");
        // Every text is made for a key; no statistics are needed to find the way, nor a new plan
        // each time, nor one that is compiled.
        session_.wire.alone(
            "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET jit = off");
        session_.wire.alone(access == Connection::Access::read_only
                                ? "SET default_transaction_read_only = on"
                                : "SET synchronous_commit = on");
    }

    Dialect dialect() const noexcept override { return Dialect::postgres; }

    std::unique_ptr<PreparedStatement> prepare(std::string_view sql) override {
        return std::make_unique<PostgresStatement>(session_, ++prepared_, postgres_text(sql));
    }
    std::string scan_text(std::string_view columns, std::string_view rest) override {
        return "SELECT " + std::string(columns) + " " + std::string(rest);
    }
    void each(PreparedStatement& scan, const Visit& visit) override {
        session_.send_rows();
        CopiedRow copied;
        const Row row(copied);
        session_.wire.copy_out(static_cast<PostgresStatement&>(scan).text_with_values(),
                               [&](std::string_view bytes) {
                                   copied.take(bytes);
                                   visit(row);
                               });
    }
    void execute(const char* sql) override {
        const std::string_view text(sql);
        if (text == "COMMIT") return commit();
        if (text == "ROLLBACK") return roll_back();
        if (text.starts_with("ROLLBACK TO")) {
            session_.drop_rows();
            session_.wire.forget();
            session_.readings.clear();
        } else {
            session_.send_rows();
        }
        // What was refused is told before the next one begins.
        if (text.starts_with("RELEASE")) session_.wire.wait();
        if (mark(text)) return;
        session_.readings.clear();
        session_.wire.alone(postgres_text(sql).c_str());
    }
    void begin(bool writing) override {
        const auto* elsewhere = KeepsReads::current();
        const auto written = elsewhere ? elsewhere->load() : 0;
        if (!writing || !elsewhere || written != written_elsewhere_) session_.readings.clear();
        written_elsewhere_ = written;
        is_writing_ = writing;
        mark(writing ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        session_.in_transaction = true;
    }
    std::unique_ptr<Connection> beside() const override {
        return std::make_unique<Connection>(address_, Connection::Access::read_only);
    }
    void checkpoint() override {}
    int wal_pages() const noexcept override { return 0; }
    void allow_pages(std::int64_t) override {}
    void copy_to(const std::string&, const Progressed&) override {
        throw DatabaseError(DatabaseError::Kind::other,
                            "a server's database is backed up by pg_dump");
    }
    // What was written is done when this is told.
    std::int64_t changes() const override {
        session_.send_rows();
        session_.wire.wait();
        return session_.wire.changed();
    }

private:
    std::string address_;
    mutable Session session_;
    std::int64_t prepared_ = 0;
    std::uint64_t written_elsewhere_ = 0;
    bool is_writing_ = false;
    std::array<Marker, 7> markers_{
        {{.text = "BEGIN", .name = "begin"},
         {.text = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", .name = "look"},
         {.text = "SAVEPOINT job", .name = "try"},
         {.text = "ROLLBACK TO job", .name = "undo"},
         {.text = "RELEASE job", .name = "done"},
         {.text = "COMMIT", .name = "commit"},
         {.text = "ROLLBACK", .name = "abort"}}};

    // Whether it is one of those; then it is on its way.
    bool mark(std::string_view text) {
        const auto found = std::ranges::find(markers_, text, &Marker::text);
        if (found == markers_.end()) return false;
        PostgresParameters none;
        none.gather();
        const std::string name(found->name);
        if (!found->is_ready) session_.wire.prepare(name, std::string(text), 0, nullptr);
        found->is_ready = true;
        session_.wire.send(name, none);
        return true;
    }
    void commit() {
        session_.send_rows();
        mark("COMMIT");
        session_.in_transaction = false;
        session_.wire.wait();
    }
    // Of what was only read nobody waits for the end.
    void roll_back() {
        session_.drop_rows();
        session_.in_transaction = false;
        session_.readings.clear();
        if (is_writing_) session_.wire.forget();
        mark("ROLLBACK");
        if (is_writing_)
            session_.wire.wait();
        else
            session_.wire.let_go();
    }
};

}  // namespace

std::unique_ptr<Engine> postgres_engine(const std::string& address, Connection::Access access) {
    return std::make_unique<PostgresEngine>(address, access);
}

}  // namespace ayni
