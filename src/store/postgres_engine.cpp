#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "store/engine.h"
#include "store/postgres_kept_reads.h"
#include "store/postgres_scans_ahead.h"
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

// What a writer says again and again, and nobody has to wait for.
struct Marker {
    std::string_view text, name;
    bool is_ready = false;
};

// What the statements of one connection share: the way to the server, and what waits to be sent.
class Session {
public:
    explicit Session(const std::string& address) : wire(address) {}

    PostgresWire wire;
    KeptReadings readings;
    bool in_transaction = false;
    PostgresStatement* written_last = nullptr;

    /// Whether the text is one of the markers; then it is on its way.
    bool mark(std::string_view text);

    /// It has rows that wait now.
    void add(PostgresStatement& statement) { with_rows_.push_back(&statement); }
    /// Sends what waits; first of all what was written before the job.
    void send_rows();
    /// The same, if rows of one of these tables wait, of one of the organisations (of anybody,
    /// where none is given) and of another statement.
    void send_rows_of(const std::vector<std::string>& tables,
                      std::span<const std::int64_t> organisations,
                      const PostgresStatement* another_than = nullptr);
    void drop_all() noexcept;
    /// What follows is written at once.
    void make_way();
    /// What was written last is sent last, so that its number of rows is what the server tells.
    void send_rows_in_order();

    // A job can be undone by itself: here, as long as nothing that it wrote was sent.
    void begin_job();
    void undo_job();
    void end_job();

private:
    enum class Job { none, here, at_the_server };
    std::vector<PostgresStatement*> with_rows_;  // in the order of the first of each
    Job job_ = Job::none;

    void drop_rows() noexcept;
    void place_savepoint();

    std::array<Marker, 7> markers_{
        {{.text = "BEGIN", .name = "begin"},
         {.text = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", .name = "look"},
         {.text = "SAVEPOINT job", .name = "try"},
         {.text = "ROLLBACK TO job", .name = "undo"},
         {.text = "RELEASE job", .name = "done"},
         {.text = "COMMIT", .name = "commit"},
         {.text = "ROLLBACK", .name = "abort"}}};
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
    [[nodiscard]] std::string text_with_values() const { return with_values(sql_, values()); }
    [[nodiscard]] std::string text_for_all(const std::vector<std::int64_t>& organisations) const {
        std::string all;
        for (const auto one : organisations) all += (all.empty() ? "" : ",") + std::to_string(one);
        auto each = values();
        each.front() = "'{" + all + "}'";
        return with_values(scan_for_many(sql_), each);
    }
    [[nodiscard]] ReadingKey key() const {
        return {number_, number_at(0), parameters_.key_after_first()};
    }
    [[nodiscard]] const StatementFacts& facts() const noexcept { return facts_; }
    /// Whether rows of one of them wait; of anybody, where none is given.
    [[nodiscard]] bool has_rows_of(std::span<const std::int64_t> organisations) const {
        return organisations.empty() || std::ranges::any_of(organisations, [&](auto one) {
                   return std::ranges::find(waiting_for_, one) != waiting_for_.end();
               });
    }
    void send_rows();

    // What is written from now on is the job's.
    void note_job() noexcept { before_job_ = rows_.count(); }
    [[nodiscard]] bool has_rows() const noexcept { return rows_.count() > 0; }
    void send_rows_before_job() {
        auto of_job = rows_.split_off(before_job_);
        auto whose = waiting_for_;
        send_rows();
        rows_ = std::move(of_job);
        if (rows_.count() > 0) waiting_for_ = std::move(whose);
    }
    void drop_rows_of_job() { static_cast<void>(rows_.split_off(before_job_)); }
    void drop_rows() noexcept {
        rows_.clear();
        waiting_for_.clear();
        before_job_ = 0;
    }

private:
    Session& session_;
    std::int64_t number_;
    std::string name_, sql_;
    StatementFacts facts_;
    bool is_ready_ = false, is_ready_for_many_ = false;
    PostgresParameters parameters_;
    PostgresRows rows_;
    std::vector<std::int64_t> waiting_for_;  // whose rows they are; some more than once
    std::size_t before_job_ = 0;             // so many of them
    std::optional<FoundRows> found_;
    int row_ = -1;

    [[nodiscard]] std::int64_t number_at(std::size_t index) const {
        const auto number = parameters_.integer_at(index);
        if (!number)
            throw DatabaseError(DatabaseError::Kind::other, "a scan is by numbers: " + sql_);
        return *number;
    }
    [[nodiscard]] std::vector<std::string> values() const {
        std::vector<std::string> values;
        for (std::size_t i = 0; i < static_cast<std::size_t>(parameters_.count()); ++i)
            values.push_back("(" + std::to_string(number_at(i)) + ")");
        return values;
    }
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
        session_.written_last = this;
        if (facts_.can_wait() && session_.in_transaction) return add_row(whose);
        session_.make_way();
        parameters_.gather();
        make_ready(parameters_);
        session_.wire.send(name_, parameters_);
        if (!session_.in_transaction) session_.wire.wait();
    }
    void add_row(std::int64_t whose) {
        session_.send_rows_of(facts_.tables, {}, this);
        if (rows_.count() == 0) session_.add(*this);
        rows_.add(parameters_);
        if (waiting_for_.empty() || waiting_for_.back() != whose) waiting_for_.push_back(whose);
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
        const auto whose = facts_.is_of_organisation ? parameters_.integer_at(0) : std::nullopt;
        session_.send_rows_of(facts_.tables,
                              whose ? std::span(&*whose, 1) : std::span<const std::int64_t>{});
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
        session_.send_rows_of(facts_.tables, organisations);
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

// Rows of one kind in one statement; a single one, or what is no insertion, as it was written.
void PostgresStatement::send_rows() {
    PostgresParameters parameters;
    const bool is_insertion = facts_.kind == StatementFacts::Kind::insertion;
    if (is_insertion && rows_.count() > 1 && rows_.knows_types()) {
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
    drop_rows();
}

bool Session::mark(std::string_view text) {
    const auto found = std::ranges::find(markers_, text, &Marker::text);
    if (found == markers_.end()) return false;
    PostgresParameters none;
    none.gather();
    const std::string name(found->name);
    if (!found->is_ready) wire.prepare(name, std::string(text), 0, nullptr);
    found->is_ready = true;
    wire.send(name, none);
    return true;
}

void Session::send_rows() {
    if (job_ == Job::here) {
        for (auto* statement : with_rows_) statement->send_rows_before_job();
        std::erase_if(with_rows_, [](const auto* each) { return !each->has_rows(); });
        if (with_rows_.empty()) return;
        place_savepoint();
    }
    for (auto* statement : with_rows_) statement->send_rows();
    with_rows_.clear();  // not before: what was refused half way is dropped with the rest
}

void Session::send_rows_of(const std::vector<std::string>& tables,
                           std::span<const std::int64_t> organisations,
                           const PostgresStatement* another_than) {
    const bool is_asked_for = std::ranges::any_of(with_rows_, [&](const auto* statement) {
        return statement != another_than &&
               std::ranges::find(tables, statement->facts().tables.front()) != tables.end() &&
               statement->has_rows_of(organisations);
    });
    if (is_asked_for || tables.empty()) send_rows();
}

void Session::drop_rows() noexcept {
    for (auto* statement : with_rows_) statement->drop_rows();
    with_rows_.clear();
}

void Session::make_way() {
    send_rows();
    if (job_ == Job::here) place_savepoint();
}

void Session::send_rows_in_order() {
    const auto last = std::ranges::find(with_rows_, written_last);
    if (last != with_rows_.end()) std::rotate(last, last + 1, with_rows_.end());
    send_rows();
}

void Session::place_savepoint() {
    mark("SAVEPOINT job");
    job_ = Job::at_the_server;
}

void Session::begin_job() {
    for (auto* statement : with_rows_) statement->note_job();
    job_ = Job::here;
}

void Session::undo_job() {
    if (job_ == Job::here) {
        for (auto* statement : with_rows_) statement->drop_rows_of_job();
        std::erase_if(with_rows_, [](const auto* each) { return !each->has_rows(); });
        return;
    }
    drop_rows();
    wire.forget();
    readings.clear();
    mark("ROLLBACK TO job");
}

// What was refused is told before the next one begins, unless they are written together.
void Session::end_job() {
    const bool waits_for_others = job_ == Job::here && WritesTogether::is_so();
    if (!waits_for_others) send_rows();
    if (job_ == Job::at_the_server) mark("RELEASE job");
    job_ = Job::none;
    if (!waits_for_others) wire.wait();
}

void Session::drop_all() noexcept {
    drop_rows();
    job_ = Job::none;
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
        const auto show = [&](std::string_view bytes) {
            copied.take(bytes);
            visit(row);
        };
        const auto& statement = static_cast<const PostgresStatement&>(scan);
        if (const auto rows = rows_ahead(statement)) {
            for (std::string_view rest = *rows; !rest.empty();) {
                const auto size = big_endian<std::uint32_t>(rest);
                show(rest.substr(4, size));
                rest.remove_prefix(4 + size);
            }
            return;
        }
        session_.wire.copy_out(statement.text_with_values(), show);
    }
    void execute(const char* sql) override {
        const std::string_view text(sql);
        if (text == "COMMIT") return commit();
        if (text == "ROLLBACK") return roll_back();
        if (text == "SAVEPOINT job") return session_.begin_job();
        if (text == "ROLLBACK TO job") return session_.undo_job();
        if (text == "RELEASE job") return session_.end_job();
        session_.make_way();
        session_.readings.clear();
        session_.wire.alone(postgres_text(sql).c_str());
    }
    void begin(bool writing) override {
        const auto* elsewhere = KeepsReads::current();
        const auto written = elsewhere ? elsewhere->load() : 0;
        if (!writing || !elsewhere || written != written_elsewhere_) session_.readings.clear();
        scans_.clear();
        written_elsewhere_ = written;
        is_writing_ = writing;
        session_.mark(writing ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
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
        session_.send_rows_in_order();
        session_.wire.wait();
        return session_.wire.changed();
    }

private:
    std::string address_;
    mutable Session session_;
    ScansAhead scans_;
    std::int64_t prepared_ = 0;
    std::uint64_t written_elsewhere_ = 0;
    bool is_writing_ = false;
    // Of a snapshot only: a writer may write between one organisation's scan and the next.
    std::optional<std::string> rows_ahead(const PostgresStatement& scan) {
        if (!session_.in_transaction || is_writing_ || !scan.facts().is_of_organisation)
            return std::nullopt;
        const auto key = scan.key();
        const auto* all = ReadsAhead::with(key.organisation);
        if (all && !scans_.has_begun()) {
            scans_.begin(key, *all);
            session_.wire.copy_out(scan.text_for_all(*all),
                                   [&](std::string_view bytes) { scans_.add(bytes); });
        }
        return scans_.take(key);
    }
    void commit() {
        session_.send_rows();
        session_.mark("COMMIT");
        session_.in_transaction = false;
        session_.wire.wait();
    }
    // Of what was only read nobody waits for the end.
    void roll_back() {
        session_.drop_all();
        session_.in_transaction = false;
        session_.readings.clear();
        if (is_writing_) session_.wire.forget();
        session_.mark("ROLLBACK");
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
