#include "app/merge_queries.h"

#include <algorithm>

#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/use_cases.h"
#include "app/whose_legs_queries.h"
#include "kernel/check.h"
#include "store/merge_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

std::vector<OpenItem> balances_of(const View& view, PartyId party) {
    PartyBalances balances(party);
    auto query = select<Entry>(view.db, "WHERE organisation = $1");
    query.integer(view.organisation.number);
    Entry entry;
    while (query.next()) {
        read_row(query, describe<Entry>(), &entry);
        balances.add(entry);
    }
    return balances.all();
}

// The entry that moves legs between two parties; none for no legs.
EntryNumber keep_move(Work& work, const MergedParty& merger, Date day, std::vector<Leg> legs) {
    if (legs.empty()) return {};
    auto entry = new_entry(work, EntryKind::merge, day, std::move(legs), merger.number.number,
                           merger.kept);
    keep_entry(work, entry);
    work.made("entry", entry.number.number);
    return entry.number;
}

// Lots and what is owed for them are read and liquidated under the buyer's own code.
bool bought_lots(const View& view, PartyId party) {
    auto query = view.db.query("SELECT 1 FROM lot WHERE organisation = $1 AND buyer = $2");
    return query.integer(view.organisation.number).integer(party.number).next();
}

// What the merger moved goes back, and so does what was posted since and is his.
std::vector<Leg> parting_legs(const View& view, const MergedParty& merger) {
    auto others = all_mergers(view);
    std::erase_if(others, [&](const MergedParty& each) { return each.number == merger.number; });
    const KeptParties apart(others, INT64_MAX);
    PartyBalances his(merger.other);
    if (const auto moved = find_entry(view, merger.entry)) his.add(reversal_of(*moved, {}));
    WhoseLegs whose(view);
    auto query = select<Entry>(view.db, "WHERE organisation = $1 AND position > $2");
    query.integer(view.organisation.number).integer(merger.position);
    Entry entry;
    while (query.next()) {
        read_row(query, describe<Entry>(), &entry);
        entry.legs = whose.of(entry);
        lead_to_kept(apart, entry.legs);
        his.add(entry);
    }
    auto back = his.all();
    for (auto& each : back) each.party = merger.kept;
    return moving_legs(back, merger.other);
}

}  // namespace

std::vector<MergedParty> all_mergers(const View& view) {
    auto query = select<MergedParty>(view.db, "WHERE organisation = $1 ORDER BY number");
    query.integer(view.organisation.number);
    return all_rows<MergedParty>(query);
}

KeptParties kept_parties(const View& view, std::int64_t position) {
    return {all_mergers(view), position};
}

Result<Party> find_party_itself(const View& view, std::string_view code, std::string where) {
    auto query = select<Party>(view.db, "WHERE organisation = $1 AND code = $2");
    query.integer(view.organisation.number).text(code);
    auto party = first_row<Party>(query);
    const auto own = view.own_party;
    if (!party || (own && *own != kept_parties(view).of(party->party)))
        return refuse(Refusal::unknown_supplier, std::move(where), std::string(code));
    return *std::move(party);
}

Result<std::optional<PartyId>> wanted_party(const View& view,
                                            const std::optional<std::string>& supplier) {
    if (!supplier) return view.own_party;
    const auto party = find_party_itself(view, *supplier);
    if (!party) return std::unexpected(party.error());
    return std::optional(party->party);
}

Result<void> merge_parties(Work& work, const MergeParties& command) {
    const auto keep = find_party_itself(work, command.keep, "/keep");
    if (!keep) return std::unexpected(keep.error());
    const auto other = find_party_itself(work, command.other, "/other");
    if (!other) return std::unexpected(other.error());
    if (keep->party == other->party) return refuse(Refusal::same_party, "/other", command.other);
    if (auto open = check_entry_day(work, command.day); !open) return open;
    const auto known = kept_parties(work);
    if (known.of(keep->party) != keep->party)
        return refuse(Refusal::party_merged, "/keep", command.keep);
    if (known.of(other->party) != other->party)
        return refuse(Refusal::party_merged, "/other", command.other);
    if (bought_lots(work, other->party))
        return refuse(Refusal::not_a_choice, "/other", command.other);
    MergedParty made{.organisation = work.organisation,
                     .number = {next_number(work.db, "merged_party", "number", work.organisation)},
                     .other = other->party,
                     .kept = keep->party,
                     .reason = command.reason,
                     .entry = {},
                     .parted = 0,
                     .position = work.position()};
    work.made("merge", made.number.number);
    made.entry = keep_move(work, made, command.day,
                           moving_legs(balances_of(work, made.other), made.kept));
    insert(work.db, made);
    outdate_computed(work);
    return {};
}

Result<void> part_parties(Work& work, const PartParties& command) {
    const auto other = find_party_itself(work, command.other, "/other");
    if (!other) return std::unexpected(other.error());
    const auto all = all_mergers(work);
    const auto known = std::ranges::find_if(all, [&](const MergedParty& each) {
        return each.other == other->party && each.parted == 0;
    });
    if (known == all.end()) return refuse(Refusal::party_not_merged, "/other", command.other);
    if (kept_parties(work).of(known->kept) != known->kept)
        return refuse(Refusal::party_merged, "/other", party_names(work).of(known->kept).code);
    if (auto open = check_entry_day(work, command.day); !open) return open;
    work.made("merge", known->number.number);
    keep_move(work, *known, command.day, parting_legs(work, *known));
    work.db.query("UPDATE merged_party SET parted = $3 WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(known->number.number)
        .integer(work.position())
        .run();
    outdate_computed(work);
    return {};
}

Result<MergersView> mergers(const View& view, const OrganisationQuery&) {
    const auto names = party_names(view);
    MergersView all;
    for (const auto& row : all_mergers(view)) {
        const auto& kept = names.of(row.kept);
        const auto& other = names.of(row.other);
        MergerView one{row.number, kept.code,  kept.name, other.code,
                       other.name, row.reason, {},        row.parted != 0};
        if (!row.entry.is_none()) one.entry = row.entry;
        all.mergers.push_back(std::move(one));
    }
    std::ranges::reverse(all.mergers);
    return all;
}

}  // namespace ayni
