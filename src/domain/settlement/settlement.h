#pragma once
// A settlement and what belongs to it, as kept: open -> computed -> approved -> posted.

#include <optional>
#include <string>
#include <vector>

#include "domain/people/organisation.h"
#include "domain/settlement/settle.h"
#include "ledger/entry.h"

namespace ayni {

enum class SettlementState { computed, approved, posted, withdrawn };
BOOST_DESCRIBE_ENUM(SettlementState, computed, approved, posted, withdrawn)

/// One organisation's pay period for one product.
struct Settlement {
    OrganisationId organisation;
    SettlementNumber number;
    ProductId product;
    Date first, last;
    SettlementState state = SettlementState::computed;
    std::int32_t rules_version = 0;
    std::string inputs_digest;      ///< SHA-256 of all that it depended on, hexadecimal
    std::string statements_digest;  ///< SHA-256 of the statements' bytes, by producer
    std::int64_t position = 0;      ///< of the log, when it was computed
    UserId computed_by;
    Instant computed_at;
    std::optional<UserId> approved_by;
    std::optional<Instant> approved_at;
    std::optional<std::string> rejection;  ///< why it was sent back, until computed again
    EntryNumber first_entry, last_entry;   ///< once posted
    std::int64_t producers = 0;
    std::int64_t deliveries = 0;
    Quantity quantity;
    Money gross, deducted, net;
};
BOOST_DESCRIBE_STRUCT(Settlement, (),
                      (organisation, number, product, first, last, state, rules_version,
                       inputs_digest, statements_digest, position, computed_by, computed_at,
                       approved_by, approved_at, rejection, first_entry, last_entry, producers,
                       deliveries, quantity, gross, deducted, net))

/// A producer's part of a settlement, as kept.
struct Statement {
    OrganisationId organisation;
    SettlementNumber settlement;
    PartyId producer;
    StatementFigures figures;
};
BOOST_DESCRIBE_STRUCT(Statement, (), (organisation, settlement, producer, figures))

/// What a producer owes and lets be taken from his milk.
struct Obligation {
    OrganisationId organisation;
    ObligationNumber number;
    PartyId party;
    DeductionKind kind = DeductionKind::input;
    PartyId creditor;  ///< of a third party's
    Money amount, instalment;
    Date first_due;
    std::string document;         ///< the paper he signed
    std::int64_t settlement = 0;  ///< made by this settlement (a correction, a charge carried over)
    std::int64_t position = 0;    ///< of the log, when it was made
    std::int64_t cancelled = 0;   ///< position of the log when it was taken back; 0: it was not
    std::string rule = {};        ///< code of the rule whose charge was carried over; none for most
    Money interest = {};          ///< agreed interest of a loan, part of the amount; taken first
    EntryNumber entry = {};       ///< what it says in the books since it was entered; none for most
};
BOOST_DESCRIBE_STRUCT(Obligation, (),
                      (organisation, number, party, kind, creditor, amount, instalment, first_due,
                       document, settlement, position, cancelled, rule, interest, entry))

/// What a posted settlement asked and took for an obligation; it may have taken nothing.
struct Application {
    OrganisationId organisation;
    ObligationNumber obligation;
    SettlementNumber settlement;
    Money amount;
    std::int64_t position = 0;   ///< of the log, when it was posted
    std::int64_t cancelled = 0;  ///< of the log, when the settlement was withdrawn; 0: it was not
    Money asked = {};            ///< at least the amount; 0 in rows from before it was kept
};
BOOST_DESCRIBE_STRUCT(Application, (),
                      (organisation, obligation, settlement, amount, position, cancelled, asked))

/// A settlement whose inputs changed after it was computed, and by which record of the log. Milk
/// and
/// analyses re-price a posted one; terms, certificates and memberships that come later do not.
struct LateChange {
    OrganisationId organisation;
    SettlementNumber settlement;
    std::int64_t position = 0;
    bool reprices = false;
};
BOOST_DESCRIBE_STRUCT(LateChange, (), (organisation, settlement, position, reprices))

/// A difference of an earlier settlement that a later one settled.
struct SettledDifference {
    OrganisationId organisation;
    SettlementNumber settlement;     ///< the earlier one
    SettlementNumber in_settlement;  ///< the one that settled it
    PartyId producer;
    Money amount;
    bool member = false;  ///< of the milk that he sold as a member
    Quantity quantity;    ///< settled with it, either sign
    TermsNumber terms;    ///< by whose waterfall it was charged; none: by none
};
BOOST_DESCRIBE_STRUCT(SettledDifference, (),
                      (organisation, settlement, in_settlement, producer, amount, member, quantity,
                       terms))

/// Purchase terms between the organisation and its suppliers, members and non-members apart.
struct PurchaseTerms {
    OrganisationId organisation;
    TermsNumber number;
    ProductId product;
    MembershipKind applies_to = MembershipKind::member;
    Date effective;
    std::string price;           ///< PriceTerms, as the JSON that was signed
    std::string waterfall;       ///< WaterfallTerms, likewise
    std::int64_t position = 0;   ///< of the log, when it was recorded
    std::int64_t withdrawn = 0;  ///< of the log; 0: it was not withdrawn
};
BOOST_DESCRIBE_STRUCT(PurchaseTerms, (),
                      (organisation, number, product, applies_to, effective, price, waterfall,
                       position, withdrawn))

}  // namespace ayni
