#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/payment_queries.h"
#include "app/use_cases.h"
#include "store/tables.h"

namespace ayni {
namespace {

std::vector<KeptHold> holds_in_force(const View& view) {
    auto query = select<KeptHold>(view.db,
                                  "WHERE organisation = $1 AND released = 0 ORDER BY number");
    query.integer(view.organisation.number);
    auto all = all_rows<KeptHold>(query);
    // What is set aside of a balance goes where the balance went.
    const auto kept = kept_parties(view);
    for (auto& each : all) each.party = kept.of(each.party);
    return all;
}

std::vector<Hold> as_holds(const std::vector<KeptHold>& kept) {
    std::vector<Hold> holds;
    for (const auto& one : kept) holds.push_back({one.role, one.party, one.amount});
    return holds;
}

// What is ordered is as good as paid: a dispute that is found now cancels the order first.
void add_ordered(const View& view, std::vector<Hold>& holds) {
    const auto kept = kept_parties(view);
    const auto methods = order_methods(view);
    for (const auto state : {PaymentState::ordered, PaymentState::sent, PaymentState::unknown})
        for (const auto& payment : payments_where(view, "state", static_cast<int>(state))) {
            // What went to the bank left the account already.
            if (state == PaymentState::ordered ||
                methods.at(payment.payment_order) == PaymentMethod::cash)
                holds.push_back(
                    {AccountRole::producer_payable, kept.of(payment.producer), payment.amount});
        }
}

}  // namespace

Result<void> place_hold(Work& work, const PlaceHold& command) {
    const auto party = find_party_if(work, command.party, "/party");
    if (!party) return std::unexpected(party.error());
    auto set_aside = as_holds(holds_in_force(work));
    add_ordered(work, set_aside);
    // What is dated ahead is owed all the same.
    const auto held = place_hold(balances_on(work, latest_day), set_aside,
                                 Hold{command.account, *party, command.amount});
    if (!held) return std::unexpected(held.error());
    const HoldNumber number{next_number(work.db, "hold", "number", work.organisation)};
    insert(work.db, KeptHold{work.organisation, number, held->role, held->party, held->amount,
                             command.reason, work.position(), 0});
    work.made("hold", number.number);
    return {};
}

Result<void> release_hold(Work& work, const ReleaseHold& command) {
    auto query = work.db.query(
        "UPDATE hold SET released = $3 WHERE organisation = $1 AND number = $2 AND released = 0");
    query.integer(work.organisation.number).integer(command.hold.number).integer(work.position());
    query.run();
    if (work.db.changes() == 0)
        return refuse(Refusal::not_found, "/hold", std::to_string(command.hold.number));
    return {};
}

Result<HoldsView> holds(const View& view, const OrganisationQuery&) {
    const auto kept = holds_in_force(view);
    const auto sums = kept.empty() ? Balances{} : balances_on(view, latest_day);
    const auto in_force = as_holds(kept);
    const auto names = party_names(view);
    HoldsView all;
    for (const auto& one : kept) {
        const auto left = available(sums, in_force, one.role, one.party, one.amount.currency);
        std::optional<std::string> name;
        if (!one.party.is_none()) name = names.of(one.party).name;
        all.holds.push_back(
            {one.number, one.role, names.code(one.party), name, one.amount, left, one.reason});
    }
    return all;
}

}  // namespace ayni
