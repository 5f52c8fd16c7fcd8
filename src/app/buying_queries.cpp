#include "app/buying_queries.h"

#include "app/lookup_queries.h"
#include "app/use_cases.h"
#include "domain/people/check_agreed_day.h"
#include "store/tables.h"

namespace ayni {

PartyId bought_for(const View& view, ProductId product, Date day, std::int64_t position) {
    auto query = view.db.query(
        "SELECT buyer FROM buying_policy WHERE organisation = $1 AND product = $2 AND first <= $3 "
        "AND position < $4 ORDER BY first DESC, position DESC LIMIT 1");
    query.integer(view.organisation.number).integer(product.number);
    query.integer(day.days).integer(position);
    return {query.next() ? query.integer_at(0) : 0};
}

Result<void> set_buying_policy(Work& work, const SetBuyingPolicy& command) {
    const auto product = find_product(work, command.product);
    if (!product) return std::unexpected(product.error());
    PartyId buyer;
    if (command.buyer) {
        const auto found = find_buyer(work, *command.buyer);
        if (!found) return std::unexpected(found.error());
        buyer = found->party;
    }
    if (auto plausible = check_agreed_day(command.first, work.today, "/first"); !plausible)
        return plausible;
    insert(work.db, BuyingPolicy{.organisation = work.organisation,
                                 .product = product->product,
                                 .first = command.first,
                                 .position = work.position(),
                                 .buyer = buyer});
    outdate_computed(work);
    return {};
}

Result<BuyingPoliciesView> buying_policies(const View& view, const OrganisationQuery&) {
    auto query = select<BuyingPolicy>(view.db,
                                      "WHERE organisation = $1 ORDER BY product, first, position");
    query.integer(view.organisation.number);
    const auto names = party_names(view);
    BuyingPoliciesView all;
    std::optional<BuyingPolicy> before;
    for (const auto& row : all_rows<BuyingPolicy>(query)) {
        if (before && before->product == row.product && before->first == row.first)
            all.policies.back().replaced = true;
        all.policies.push_back({.product = product_numbered(view, row.product).code,
                                .first = row.first,
                                .buyer = names.code(row.buyer),
                                .replaced = false});
        before = row;
    }
    return all;
}

}  // namespace ayni
