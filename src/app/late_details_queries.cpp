#include "app/late_details_queries.h"

#include <algorithm>

#include "app/settlement_inputs_queries.h"
#include "domain/settlement/changed_deliveries.h"
#include "kernel/check.h"
#include "store/tables.h"

namespace ayni {
namespace {

constexpr std::size_t most_shown = 20;

// Where the log stood when the differences of the changed settlement were last settled before this
// one; at first, when it was computed itself.
std::int64_t last_settled(const View& view, const Settlement& changed, const Settlement& in) {
    auto query = view.db.query(
        "SELECT coalesce(max(position), $6) FROM settlement WHERE organisation = $1 AND product = "
        "$2 AND state = $3 AND first > $4 AND position < $5 AND position > $6");
    query.integer(view.organisation.number).integer(changed.product.number);
    query.integer(static_cast<int>(SettlementState::posted)).integer(changed.last.days);
    query.integer(in.position).integer(changed.position);
    return query.next() ? query.integer_at(0) : changed.position;
}

// The deliveries that he sold as a member, or the others.
std::vector<ExplainedDelivery> of_side(const std::vector<ExplainedDelivery>& all,
                                       const SettlementInputs& inputs, bool member) {
    std::vector<ExplainedDelivery> side;
    for (const auto& each : all) {
        const auto facts = std::ranges::find(inputs.producers, each.delivery.producer,
                                             &ProducerFacts::party);
        if (is_member_on(*facts, each.delivery.day) == member) side.push_back(each);
    }
    return side;
}

LateView view_of(const Settlement& changed, const std::vector<ChangedDelivery>& changes) {
    LateView all{changed.first, changed.last, quantity_of(changes), std::ssize(changes), {}};
    for (const auto& each : std::span(changes).first(std::min(changes.size(), most_shown))) {
        auto& shown = all.deliveries.emplace_back();
        shown.day = each.day;
        shown.shift = each.shift;
        if (each.before) {
            shown.quantity_before = each.before->quantity;
            shown.value_before = each.before->value;
        }
        if (each.now) {
            shown.quantity_now = each.now->quantity;
            shown.value_now = each.now->value;
        }
    }
    return all;
}

}  // namespace

bool is_difference(const StatementLine& line) noexcept {
    return line.kind == LineKind::late ||
           (line.kind == LineKind::deduction && line.place == taken_back);
}

Result<LateDetails> LateDetails::of(const View& view, const Product& product,
                                    const Settlement& settlement,
                                    const std::vector<StatementFigures>& statements) {
    std::map<SettlementNumber, std::vector<PartyId>> changed_for;
    for (const auto& figures : statements)
        for (const auto& line : figures.lines)
            if (is_difference(line)) {
                auto& producers = changed_for[{line.reference}];
                if (producers.empty() || producers.back() != figures.producer)
                    producers.push_back(figures.producer);
            }
    LateDetails details;
    for (const auto& [number, producers] : changed_for) {
        const auto changed = find_settlement(view, number);
        CHECK(changed.has_value());
        const auto as_of = [&](std::int64_t position) {
            return load_without_late(view, product, {changed->first, changed->last},
                                     AsOf{.milk = position, .agreed = changed->position});
        };
        const auto before = as_of(last_settled(view, *changed, settlement));
        if (!before) return std::unexpected(before.error());
        const auto now = as_of(settlement.position);
        if (!now) return std::unexpected(now.error());
        const auto were = explain_deliveries(*before, producers);
        if (!were) return std::unexpected(were.error());
        const auto are = explain_deliveries(*now, producers);
        if (!are) return std::unexpected(are.error());
        for (std::size_t i = 0; i < producers.size(); ++i)
            for (const bool member : {false, true})
                details.by_line_.emplace(
                    Key{number, producers[i], member},
                    view_of(*changed, changed_deliveries(of_side((*were)[i], *before, member),
                                                         of_side((*are)[i], *now, member))));
    }
    return details;
}

LateView LateDetails::of(PartyId producer, const StatementLine& line) const {
    auto found = by_line_.at({SettlementNumber{line.reference}, producer, line.member});
    // What an earlier statement had no milk to take it off is of no delivery that changed since.
    if (found.changes == 0) found.quantity = line.quantity;
    return found;
}

}  // namespace ayni
