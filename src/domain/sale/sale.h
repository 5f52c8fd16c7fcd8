#pragma once
// What leaves for the buyer, what he says of it, what he pays: as it is kept.

#include <optional>
#include <string>
#include <vector>

#include "domain/alliance/agreement.h"
#include "domain/people/role.h"
#include "ledger/entry.h"

namespace ayni {

enum class LotState {
    dispatched,  ///< on its way; no sale yet
    accepted,    ///< sold, at our value
    rejected,    ///< no sale
    cancelled,   ///< it never left
};
BOOST_DESCRIBE_ENUM(LotState, dispatched, accepted, rejected, cancelled)

struct SaleTerms;
using SaleTermsNumber = Id<SaleTerms>;
enum class CalendarPeriod { week, month };
BOOST_DESCRIBE_ENUM(CalendarPeriod, week, month)

/// What an agreement says beside the price. To change it a new version of the agreement is signed.
struct SaleTerms {
    OrganisationId organisation;
    SaleTermsNumber number;
    AgreementNumber agreement;
    std::int64_t payment_days = 0;              ///< from the day on which a lot is accepted
    Rate weight_tolerance;                      ///< share of our weight of a lot
    Rate value_tolerance;                       ///< share of our value of a lot
    Quantity expected;                          ///< in each period of the calendar; 0: it has none
    CalendarPeriod per = CalendarPeriod::week;  ///< from Monday, or from the first of the month
    Rate expected_tolerance;                    ///< share of `expected` that may be short
    std::int64_t position = 0;                  ///< of the log, when it was agreed
    std::int64_t withdrawn = 0;                 ///< of the log; 0: it was not withdrawn
};
BOOST_DESCRIBE_STRUCT(SaleTerms, (),
                      (organisation, number, agreement, payment_days, weight_tolerance,
                       value_tolerance, expected, per, expected_tolerance, position, withdrawn))

struct Lot;
using LotNumber = Id<Lot>;

/// What leaves for a buyer in one tank, under a code of its own for ever.
struct Lot {
    OrganisationId organisation;
    LotNumber number;
    std::string code;
    ProductId product;
    PartyId buyer;
    Date day;             ///< on which it left
    Date collected_from;  ///< it holds what was collected from that day to `day`
    std::string tank;
    Quantity weight;    ///< in the product's unit
    Quantity litres;    ///< as they were measured; 0: they were not
    Rate factor;        ///< kilograms of a litre, as measured or agreed
    Readings readings;  ///< our own analysis; may be empty
    std::string note;
    LotState state = LotState::dispatched;
    std::optional<Date> decided_on;  ///< accepted, rejected or cancelled
    std::string reason;              ///< of a rejection or cancellation
    AgreementNumber agreement;       ///< by which it was sold
    SaleTermsNumber terms;           ///< likewise
    Price price;
    Money value;
    std::optional<Date> due;  ///< of what is paid for it
    EntryNumber entry;        ///< of the sale, or of what was lost
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(Lot, (),
                      (organisation, number, code, product, buyer, day, collected_from, tank,
                       weight, litres, factor, readings, note, state, decided_on, reason, agreement,
                       terms, price, value, due, entry, position))

struct Liquidation;
using LiquidationNumber = Id<Liquidation>;

/// What a buyer says of some lots: weights, analyses and amounts of his own.
struct Liquidation {
    OrganisationId organisation;
    LiquidationNumber number;
    PartyId buyer;
    ProductId product;
    std::string document;  ///< his own number of it
    std::string invoice;   ///< ours to him; may be empty
    Date day;
    Date first, last;  ///< of the period that it is about
    std::string file_name;
    std::string file_digest;   ///< SHA-256, hexadecimal
    std::string lines_digest;  ///< SHA-256 over its packed lines, hexadecimal
    Money residue;             ///< what his total has more than his lines
    EntryNumber entry;         ///< of what was posted as it came in; none: nothing
    UserId imported_by;
    std::int64_t position = 0;
    std::int64_t undone = 0;  ///< of the log; 0: it stands
};
BOOST_DESCRIBE_STRUCT(Liquidation, (),
                      (organisation, number, buyer, product, document, invoice, day, first, last,
                       file_name, file_digest, lines_digest, residue, entry, imported_by, position,
                       undone))

/// What became of a line as it came in.
enum class LineOutcome {
    agreed,     ///< both say the same
    rounding,   ///< they differ by the céntimo that two roundings may differ by
    corrected,  ///< they differ within what was signed: his counts
    disputed,   ///< they differ by more: a person decides
};
BOOST_DESCRIBE_ENUM(LineOutcome, agreed, rounding, corrected, disputed)

/// One lot in a liquidation. Never changed.
struct LiquidationLine {
    OrganisationId organisation;
    LiquidationNumber liquidation;
    LotNumber lot;  ///< none: what was bought for him in the period, all of it
    Quantity weight;
    Readings readings;
    Money amount;   ///< for the lot, before what he takes off
    Money inputs;   ///< that he takes off for inputs and advances of his
    Money penalty;  ///< that he takes off as a penalty
    Money ours;     ///< what we say that it is worth, now that the period is known
    Money booked;   ///< what we said as it was sold
    Money backed;   ///< of `inputs`, what he had advanced by our books
    LineOutcome outcome = LineOutcome::agreed;
};
BOOST_DESCRIBE_STRUCT(LiquidationLine, (),
                      (organisation, liquidation, lot, weight, readings, amount, inputs, penalty,
                       ours, booked, backed, outcome))

enum class DisputeEnd { his, ours, agreed };
BOOST_DESCRIBE_ENUM(DisputeEnd, his, ours, agreed)
struct DisputeDecision;
using DisputeDecisionNumber = Id<DisputeDecision>;

/// How a disputed line ended.
struct DisputeDecision {
    OrganisationId organisation;
    DisputeDecisionNumber number;
    LiquidationNumber liquidation;
    LotNumber lot;
    Date day;
    DisputeEnd outcome = DisputeEnd::agreed;
    Money worth;  ///< of the lot, as it was decided
    std::string reason;
    EntryNumber entry;  ///< none: our figure stayed
    UserId decided_by;
    std::int64_t position = 0;
    std::int64_t reopened = 0;  ///< of the log; 0: it stands
};
BOOST_DESCRIBE_STRUCT(DisputeDecision, (),
                      (organisation, number, liquidation, lot, day, outcome, worth, reason, entry,
                       decided_by, position, reopened))

/// Something that a buyer took off as he paid.
struct TakenOff {
    AccountRole account = AccountRole::buyer_advance;  ///< or sales_produce, bank_charges
    Money amount;                                      ///< above zero
    bool operator==(const TakenOff&) const = default;
};
BOOST_DESCRIBE_STRUCT(TakenOff, (), (account, amount))

struct BuyerReceipt;
using BuyerReceiptNumber = Id<BuyerReceipt>;

/// Money that came from a buyer.
struct BuyerReceipt {
    OrganisationId organisation;
    BuyerReceiptNumber number;
    PartyId buyer;
    Date day;
    Money amount;
    AccountRole kept_in = AccountRole::bank;  ///< or cash
    std::string document;
    std::vector<TakenOff> taken_off;
    Money advance;  ///< of it, above what he owed
    EntryNumber entry;
    std::int64_t position = 0;
    std::int64_t reversed = 0;  ///< of the log; 0: it stands
};
BOOST_DESCRIBE_STRUCT(BuyerReceipt, (),
                      (organisation, number, buyer, day, amount, kept_in, document, taken_off,
                       advance, entry, position, reversed))

}  // namespace ayni
