#include "app/verify_records_queries.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/register.h"
#include "kernel/described_json.h"
#include "kernel/packed.h"
#include "store/tables.h"

namespace ayni {
namespace {

SourceId desk_of(Connection& db, OrganisationId organisation) {
    auto query = db.query("SELECT min(source) FROM source WHERE organisation = $1 AND kind = $2");
    query.integer(organisation.number).integer(static_cast<int>(SourceKind::desk));
    return {query.next() ? query.integer_at(0) : 0};
}

bool is_banking(std::string_view command) {
    return command == "import_bank_statement" || command == "undo_bank_statement" ||
           command == "match_line" || command == "explain_line" || command == "unmatch_line";
}

}  // namespace

RecordChecker::RecordChecker(Connection& db, OrganisationId organisation, ToldRows& told, Find find)
    : db_(db),
      organisation_(organisation),
      told_(told),
      find_(std::move(find)),
      desk_(desk_of(db, organisation)) {}

template <class Row>
void RecordChecker::check_row(std::int64_t position, const LogBody& body, SourceId source,
                              std::int64_t sequence) {
    const std::string name(table_of<Row>().name);
    auto query = select<Row>(db_, "WHERE organisation = $1 AND source = $2 AND sequence = $3");
    query.integer(organisation_.number).integer(source.number).integer(sequence);
    try {
        const auto row = first_row<Row>(query);
        if (!row || body.effects_digest.value != bytes_of(sha256(pack(*row))))
            find_(name, std::to_string(position));
    } catch (const DatabaseError& failure) {
        if (failure.kind != DatabaseError::Kind::damaged) throw;
        find_("damaged",
              fmt::format("{} {}/{}: {}", name, source.number, sequence, failure.what()));
    }
}

// One that was sent again has no effect of its own.
void RecordChecker::check_delivery(std::int64_t position, const LogBody& body) {
    const SourceId source{made_number(body, "source")};
    const auto sequence = made_number(body, "delivery");
    if (sequence == 0 || body.effects_digest.value.empty()) return;
    auto& known = sources_[source];
    ++known.deliveries;
    known.last = std::max(known.last, sequence);
    check_row<Delivery>(position, body, source, sequence);
}

void RecordChecker::check_analysis(std::int64_t position, const LogBody& body) {
    const auto sequence = made_number(body, "analysis");
    if (sequence == 0 || body.effects_digest.value.empty()) return;
    auto& known = sources_[desk_];
    ++known.analyses;
    known.last = std::max(known.last, sequence);
    check_row<Analysis>(position, body, desk_, sequence);
}

void RecordChecker::check(std::int64_t position, const LogBody& body) {
    const std::string_view command = body.command;
    if (!the_register().find(command)) {
        ++unknown_;
        return;
    }
    if (command == "record_analysis") return check_analysis(position, body);
    if (command == "record_delivery" || command == "correct_delivery")
        check_delivery(position, body);
    else if (!body.effects_digest.value.empty())
        effects_.emplace_back(position, body.effects_digest.value);
    if (is_banking(command)) banking_.insert(position);
    // Of millions, only those with a note tell more than the row that was compared.
    if (command == "record_delivery" && body.payload.find("\"reason\"") == std::string::npos)
        return;
    const auto payload = parse_json(body.payload);
    if (!payload) return find_("record", std::to_string(position));
    if (command == "undo_import" && !body.effects_digest.value.empty())
        withdrawals_.push_back(position);
    note_settlement(position, body, *payload);
    told_.tell(organisation_, position, body, *payload);
}

void RecordChecker::note_settlement(std::int64_t position, const LogBody& body,
                                    const Json& payload) {
    const auto* named = payload.find("settlement");
    const auto number = named ? from_json_text<std::int64_t>(named->text) : std::int64_t{0};
    if (!number) return;
    if (body.command == "post_settlement") settlements_[{*number}].posted = position;
    if (body.command == "withdraw_settlement") settlements_[{*number}].withdrawn = position;
}

SettlementByLog RecordChecker::settlement(SettlementNumber number) const {
    const auto found = settlements_.find(number);
    return found == settlements_.end() ? SettlementByLog{} : found->second;
}

const std::string* RecordChecker::effects_at(std::int64_t position) const {
    const auto found = std::ranges::lower_bound(effects_, position, {},
                                                &std::pair<std::int64_t, std::string>::first);
    return found != effects_.end() && found->first == position ? &found->second : nullptr;
}

}  // namespace ayni
