#include "app/rule_codes_queries.h"

#include "kernel/check.h"
#include "kernel/described_json.h"
#include "store/tables.h"

namespace ayni {

const std::string& RuleCodes::of(TermsNumber terms, std::int32_t place) {
    auto known = known_.find(terms);
    if (known == known_.end()) {
        auto query = select<PurchaseTerms>(view_.db, "WHERE organisation = $1 AND number = $2");
        query.integer(view_.organisation.number).integer(terms.number);
        const auto row = first_row<PurchaseTerms>(query);
        CHECK(row.has_value());
        auto waterfall = from_json_text<WaterfallTerms>(row->waterfall, Limits::none);
        CHECK(waterfall.has_value());  // It was valid when it was signed.
        known = known_.emplace(terms, *std::move(waterfall)).first;
    }
    return known->second.rules.at(static_cast<std::size_t>(place)).code;
}

}  // namespace ayni
