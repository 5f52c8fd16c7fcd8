#pragma once
// What is sold, as use cases: agreements' terms, lots, liquidations, disputes, receipts.

#include "app/sale_contract.h"
#include "app/work.h"
#include "domain/sale/price_lot.h"

namespace ayni {

/// The agreement that is in force, and what it says beside the price.
struct SaleAgreement {
    Agreement agreement;
    SaleTerms terms;  ///< number 0: nothing was set; due at once, nothing tolerated
};
/// Refused: `no_agreement_on_day`, at /day.
[[nodiscard]] Result<SaleAgreement> sale_agreement_on(const View& view, ProductId product,
                                                      PartyId buyer, Date day);
/// What was set for an agreement and stands; none: due at once, nothing tolerated.
[[nodiscard]] std::optional<SaleTerms> sale_terms_of(const View& view, AgreementNumber agreement);
/// The terms of that number; none set for 0.
[[nodiscard]] SaleTerms sale_terms_numbered(const View& view, SaleTermsNumber number);
/// Those that stand, with the agreement that they belong to.
[[nodiscard]] std::vector<SaleAgreement> sale_agreements(const View& view);

/// Refused: `not_found`, at `where`.
[[nodiscard]] Result<Lot> existing_lot(const View& view, const std::string& code,
                                       std::string where = "/lot");
/// By number.
[[nodiscard]] std::vector<Lot> lots_where(const View& view, PartyId buyer);
/// What a lot is worth by an agreement, in a period of lots that has it. Refused: as `price_lot`,
/// below /lot.
[[nodiscard]] Result<PricedLot> worth_of(const View& view, const Lot& lot,
                                         AgreementNumber agreement, std::span<const Lot> period);
/// The lots that left for a buyer in these days and were sold.
[[nodiscard]] std::vector<Lot> sold_in(const View& view, ProductId product, PartyId buyer,
                                       Period days);
/// The same lots, and that one in its place.
[[nodiscard]] std::vector<Lot> with(std::vector<Lot> lots, const Lot& lot);
/// What was collected of a product in some days and counts.
[[nodiscard]] Quantity collected_in(const View& view, ProductId product, Period days);

/// Refused: `not_found` at /liquidation; `import_undone_already` when it was taken back.
[[nodiscard]] Result<Liquidation> existing_liquidation(const View& view, LiquidationNumber number);
[[nodiscard]] std::vector<LiquidationLine> lines_of(const View& view, LiquidationNumber number);
/// The decision that stands about a disputed line, if there is one.
[[nodiscard]] std::optional<DisputeDecision> decision_about(const View& view,
                                                            LiquidationNumber liquidation,
                                                            LotNumber lot);
/// SHA-256 over packed lines in their order, hexadecimal.
[[nodiscard]] std::string digest_of(const std::vector<LiquidationLine>& lines);

/// Refused: `not_found` at /agreement; `effective_day_taken` there when it has terms already;
/// `field_missing`, `quantity_not_positive` at /expected; `out_of_range` for a tolerance beyond
/// 0..1.
Result<void> set_sale_terms(Work& work, const SetSaleTerms& command);
/// Refused: `not_found` at /number.
Result<void> withdraw_sale_terms(Work& work, const WithdrawSaleTerms& command);

/// Refused: as `lot_weight`; `unknown_product`, `unknown_supplier`, `not_a_buyer`,
/// `day_not_plausible`, `code_taken` and `code_not_usable` at /code, `dates_reversed` at
/// /collected_from, `unknown_attribute` and the like of readings.
Result<void> dispatch_lot(Work& work, const DispatchLot& command);
/// Refused: `not_found`, `lot_decided` at /lot; `day_not_plausible`, `month_closed`,
/// `dates_reversed`, `no_agreement_on_day` at /day; as `price_lot`.
Result<void> accept_lot(Work& work, const AcceptLot& command);
/// Refused: as above; `amount_not_positive`, `currencies_differ`, `produce_not_own` at /lost.
Result<void> reject_lot(Work& work, const RejectLot& command);
/// Refused: `not_found`, `lot_decided` at /lot.
Result<void> cancel_lot(Work& work, const CancelLot& command);
/// Refused: `not_found`, `lot_not_accepted` (it is under way), `lot_liquidated`, `sale_paid` at
/// /lot.
Result<void> reopen_lot(Work& work, const ReopenLot& command);
Result<LotsView> lots(const View& view, const LotsQuery& query);
/// Refused: `unknown_product` at /product; as `find_buyer`, and `field_missing`, at /buyer.
Result<ArrivalsView> arrivals(const View& view, const ArrivalsQuery& query);

/// Refused: `file_imported_already`, what reading a table refuses, `import_has_bad_rows` with each
/// of them, `already_recorded` at /document and /invoice, `dates_reversed`, `totals_differ` at
/// /total, what pricing a lot refuses.
Result<void> import_liquidation(Work& work, const ImportLiquidation& command);
Result<LiquidationView> preview_liquidation(const View& view, const ImportLiquidation& query);
/// Refused: as `existing_liquidation`; `already_recorded` at /invoice, of another liquidation.
Result<void> set_invoice(Work& work, const SetInvoice& command);
/// Refused: as `existing_liquidation`; `sale_paid` at /liquidation.
Result<void> undo_liquidation(Work& work, const UndoLiquidation& command);
Result<LiquidationsView> liquidations(const View& view, const LiquidationsQuery& query);

/// Refused: `not_found` at /lot for a line that is not disputed; `dispute_decided`; `same_person`;
/// `day_not_plausible`, `month_closed`, `dates_reversed` (before the liquidation's) at /day;
/// `field_missing` at /worth when it was agreed, `not_a_choice` there when not,
/// `currencies_differ`, `amount_not_positive`.
Result<void> settle_dispute(Work& work, const SettleDispute& command);
/// Refused: `not_found` at /decision; `sale_paid`.
Result<void> reopen_dispute(Work& work, const ReopenDispute& command);

/// Refused: `not_a_choice` at /into and /taken_off/0/account, `amount_not_positive`,
/// `currencies_differ`, `already_recorded` at /document, `above_what_is_owed` at /amount, and at
/// /taken_off/0/amount for more than he had advanced; `not_found` of lots.
Result<void> record_receipt(Work& work, const RecordReceipt& command);
/// Refused: `not_found`, `entry_reversed_already`, `line_matched` at /receipt; `entry_not_by_hand`
/// there when the advance in it was used since.
Result<void> reverse_receipt(Work& work, const ReverseReceipt& command);
/// The same, by its entry; the last one at /entry.
Result<void> reverse_receipt_of(Work& work, const Entry& entry);

Result<BuyerAccountView> buyer_account(const View& view, const BuyerAccountQuery& query);
/// Refused: `dates_reversed` at /last.
Result<DueCalendarView> due_calendar(const View& view, const DueCalendarQuery& query);
Result<BreachesView> breaches(const View& view, const DueCalendarQuery& query);

}  // namespace ayni
