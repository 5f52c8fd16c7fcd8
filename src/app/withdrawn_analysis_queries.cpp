#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/undone_queries.h"
#include "app/use_cases.h"
#include "domain/collection/check_delivery.h"
#include "kernel/packed.h"
#include "store/tables.h"

namespace ayni {
namespace {

// Of several analyses of one sample, the one that was recorded last; a row of a file was recorded
// with its file.
std::optional<Analysis> latest_analysis(const View& view, ProductId product, PartyId producer,
                                        const WithdrawAnalysis& command) {
    auto query = select<Analysis>(
        view.db,
        "WHERE organisation = $1 AND day = $2 AND product = $3 AND shift = $4 "
        "ORDER BY CASE position WHEN 0 THEN coalesce((SELECT i.position FROM import i WHERE "
        "i.organisation = $1 AND i.source = analysis.source), 0) ELSE position END DESC, source "
        "DESC, sequence DESC");
    query.integer(view.organisation.number).integer(command.day.days);
    query.integer(product.number).integer(static_cast<int>(command.shift));
    const auto replaced = ReplacedDeliveries::of(view, {command.day, command.day});
    const auto kept = kept_parties(view);
    while (query.next())
        if (auto row = row_of<Analysis>(query);
            kept.of(row.producer) == producer && replaced.counts(row))
            return row;
    return std::nullopt;
}

}  // namespace

Result<void> withdraw_analysis(Work& work, const WithdrawAnalysis& command) {
    const auto product = find_product(work, command.product);
    if (!product) return std::unexpected(product.error());
    const auto party = find_supplier(work, command.supplier);
    if (!party) return std::unexpected(party.error());
    const auto wrong = latest_analysis(work, product->product, party->party, command);
    if (!wrong) return refuse(Refusal::not_found, "/day", print(command.day));
    const Correction withdrawal{
        work.organisation, wrong->day,     wrong->source, wrong->sequence, {}, 0,
        command.reason,    work.position()};
    insert(work.db, withdrawal);
    mark_changed_days(work, product->product, reach_of_analyses({wrong->day, wrong->day}));
    work.effect(pack(withdrawal));
    work.made("source", wrong->source.number);
    work.made("analysis", wrong->sequence);
    return {};
}

}  // namespace ayni
