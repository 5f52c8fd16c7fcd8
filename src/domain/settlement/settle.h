#pragma once
// One organisation's pay period for one product: deliveries in, statements out. Pure: the same
// inputs give the same bytes, in whatever order the deliveries arrived.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/collection/delivery.h"
#include "domain/pricing/price.h"
#include "domain/settlement/waterfall.h"

namespace ayni {

struct Settlement;
using SettlementNumber = Id<Settlement>;
struct Obligation;
using ObligationNumber = Id<Obligation>;
struct PurchaseTerms;
using TermsNumber = Id<PurchaseTerms>;

/// A certificate held by a producer, valid on the days of `validity`.
struct HeldCertificate {
    std::string kind;  ///< "tb_free"
    Period validity;
};

/// What a producer still owes, to be taken in instalments from his milk.
struct DueObligation {
    ObligationNumber number;
    DeductionKind kind = DeductionKind::input;
    PartyId creditor;       ///< of a third_party obligation
    Money remaining;        ///< above zero
    Money instalment;       ///< at most this, besides what is overdue; once in the same days
    Date first_due;         ///< not before this day
    Money overdue = {};     ///< asked by the latest settlement that asked, and not taken
    Money interest = {};    ///< part of what remains of a loan; taken before the rest
    std::string rule = {};  ///< of the waterfall, whose charge was carried over; none for most
};

/// A difference that a late delivery, analysis or correction made to an earlier, posted settlement.
struct LateDifference {
    SettlementNumber settlement;
    PartyId producer;
    Money amount;         ///< above zero: owed to him; below: he was paid too much
    bool member = false;  ///< bought from him as a member: the account in which that milk stands
    Quantity quantity{};  ///< accepted milk by which the earlier period changed, either sign
    TermsNumber terms{};  ///< by whose waterfall he was charged then; none: by none
};

/// One party whose milk, debts or differences the settlement concerns.
struct ProducerFacts {
    PartyId party;
    std::vector<Period> member_in;  ///< days on which he is a member
    std::vector<HeldCertificate> certificates;
    std::vector<DueObligation> obligations;  ///< by number
};

[[nodiscard]] bool is_member_on(const ProducerFacts& producer, Date day) noexcept;

/// One version of purchase terms, from its effective day until the next one.
struct TermsVersion {
    TermsNumber number;
    Date effective;
    CompiledTerms price;
    WaterfallTerms waterfall;
    std::vector<PartyId> creditors{};  ///< by rule, as far as one has a creditor
};

/// A dated series (reference price, index): the newest value on or before a day counts.
struct IndexSeries {
    std::string code;
    std::vector<std::pair<Date, Price>> values;  ///< by rising day
};

/// All that a settlement depends on.
struct SettlementInputs {
    Period period;
    Currency currency;
    std::vector<Delivery> deliveries;        ///< of the period; without corrected and undone ones
    std::vector<Analysis> analyses;          ///< of the period, and before it for the last three
    std::vector<ProducerFacts> producers;    ///< all who delivered or have a difference
    std::vector<TermsVersion> member_terms;  ///< by rising effective day
    std::vector<TermsVersion> other_terms;   ///< for suppliers who are not members
    std::vector<IndexSeries> indices;
    std::vector<LateDifference> late;
};

enum class LineKind {
    milk,       ///< part of the gross: one term of the price, over all deliveries
    late,       ///< a difference of an earlier settlement, in the producer's favour
    deduction,  ///< taken by the waterfall
};
BOOST_DESCRIBE_ENUM(LineKind, milk, late, deduction)

/// The place of a difference of an earlier settlement that this one found and takes back, whether
/// or not a rule names corrections. It becomes an obligation, of which this much is taken at once.
inline constexpr std::int32_t taken_back = -1;

/// One line of a producer's statement.
struct StatementLine {
    LineKind kind = LineKind::milk;
    TermsNumber terms;           ///< milk, deduction: the version that says so
    std::int32_t place = 0;      ///< milk: the term; deduction: the rule, `taken_back`, or one past
                                 ///< the rules (a correction he still owes that no rule names)
    std::int64_t reference = 0;  ///< deduction: the obligation; late, taken back: the settlement
    PartyId creditor;            ///< deduction: to whom it is owed, if that is another
    DeductionKind deduction = DeductionKind::own_service;
    Money amount;         ///< milk, late: added; deduction: taken (never negative)
    Money carried;        ///< deduction: asked but not taken, asked again in the next settlement
    bool member = false;  ///< milk, late, taken back: bought from him as a member
    Quantity quantity{};  ///< late, taken back: by which the earlier period changed, either sign
    bool operator==(const StatementLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(StatementLine, (),
                      (kind, terms, place, reference, creditor, deduction, amount, carried, member,
                       quantity))

/// A producer's part of a settlement. gross = sum of milk and late lines; net = gross - deductions.
struct StatementFigures {
    PartyId producer;
    std::int64_t deliveries = 0;  ///< accepted ones
    Quantity quantity;            ///< accepted
    Quantity rejected;
    Money milk;  ///< this period's milk alone
    Money gross;
    Money deducted;
    Money net;         ///< never negative
    Money receivable;  ///< late differences against him that became an obligation now
    std::vector<StatementLine> lines;  ///< milk by term, late, deductions by rank
    bool operator==(const StatementFigures&) const = default;
};
BOOST_DESCRIBE_STRUCT(StatementFigures, (),
                      (producer, deliveries, quantity, rejected, milk, gross, deducted, net,
                       receivable, lines))

/// What the floor counts: the milk of the period, and what came late of earlier ones. Milk that
/// never was takes nobody's floor away.
[[nodiscard]] Quantity floor_quantity(const StatementFigures& statement) noexcept;
/// What rules by the unit count: also that by which earlier periods became less; not below zero.
[[nodiscard]] Quantity charged_quantity(const StatementFigures& statement) noexcept;

/// The rules' version: raised whenever the same inputs could give other figures.
inline constexpr std::int32_t settlement_rules_version = 4;

/// The version by whose waterfall a producer is charged: that of members or of others, as he is on
/// the last day. None: there is none.
[[nodiscard]] TermsNumber charging_terms(const SettlementInputs& inputs, PartyId producer);

/// Statements by rising party, for each producer with a delivery, a difference or a rejected can.
/// Refused: `nothing_to_settle`, `currencies_differ`; with producer and day of the first fifty
/// cases: `no_terms_on_day`, `analysis_missing`, `no_index_on_day`, `price_not_positive`,
/// `out_of_range` (a grade that the terms do not know), `overflow`.
[[nodiscard]] Result<std::vector<StatementFigures>> settle(const SettlementInputs& inputs);

/// Only the milk of each producer with an accepted delivery, by rising party, what he handed over
/// as a member first: for re-computing an earlier period. Refused as `settle`, but a period without
/// deliveries gives nothing.
struct MilkValue {
    PartyId producer;
    Money milk;
    bool member = false;  ///< on the days of this milk
    Quantity quantity{};  ///< accepted
};
[[nodiscard]] Result<std::vector<MilkValue>> value_milk(const SettlementInputs& inputs);

/// How one delivery was priced: its readings and statistics as the settlement saw them.
struct ExplainedDelivery {
    Delivery delivery;
    TermsNumber terms;
    std::vector<PriceLine> lines;
    Price price;  ///< of a unit, as it is shown
    Money
        value;  ///< quantity x price by itself, rounded by the terms' mode (an indication where the
                ///< rounding point is the day or the period)
};
/// Every accepted delivery of one producer, by day, shift, source and sequence. Refused as
/// `settle`, for the first of them that has no price.
[[nodiscard]] Result<std::vector<ExplainedDelivery>> explain_deliveries(
    const SettlementInputs& inputs, PartyId producer);
/// The same for several producers, whose period is looked through once.
[[nodiscard]] Result<std::vector<std::vector<ExplainedDelivery>>> explain_deliveries(
    const SettlementInputs& inputs, std::span<const PartyId> producers);

}  // namespace ayni
