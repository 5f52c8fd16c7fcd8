#pragma once
// Inputs and outputs of what is written into the books by hand, and of holds.

#include "domain/pricing/price_terms.h"
#include "domain/settlement/accrue_milk.h"
#include "store/tables.h"

namespace ayni {

/// The milk of a month's end that no settlement has taken in yet; taken back on the next day.
struct AccrueMilk {
    OrganisationId organisation;
    std::string product;
    Date month_end;
};
BOOST_DESCRIBE_STRUCT(AccrueMilk, (), (organisation, product, month_end))
template <>
inline constexpr std::string_view note<AccrueMilk> =
    "Books the milk of a month's end that no settlement has taken in yet, and takes it back on the "
    "next day.";

/// A lot that is not sold when a month ends, at cost.
struct RecordStock {
    OrganisationId organisation;
    std::string product;
    Date day;
    std::string lot;
    Quantity quantity;
    Money cost;                   ///< of what is there
    std::optional<Money> shrink;  ///< of what was lost since it was bought
    MembershipKind bought_from;   ///< whose purchases it leaves
};
BOOST_DESCRIBE_STRUCT(RecordStock, (),
                      (organisation, product, day, lot, quantity, cost, shrink, bought_from))
template <>
inline constexpr std::string_view note<RecordStock> =
    "Books a lot that is not sold when a month ends: out of purchases into the store, at cost, and "
    "what was lost of it into shrinkage.";
template <>
inline constexpr auto field_notes<RecordStock> =
    std::to_array<FieldNote>({{.field = "lot", .longest = longest_term_text}});

/// The lot is sold.
struct ReleaseStock {
    OrganisationId organisation;
    std::string lot;
    Date day;
};
BOOST_DESCRIBE_STRUCT(ReleaseStock, (), (organisation, lot, day))
template <>
inline constexpr std::string_view note<ReleaseStock> =
    "Takes what is left of a lot out of the store, back into purchases, as it is sold.";
template <>
inline constexpr auto field_notes<ReleaseStock> =
    std::to_array<FieldNote>({{.field = "lot", .longest = longest_term_text}});

/// What an account had when the books began.
struct RecordOpening {
    OrganisationId organisation;
    AccountRole role;
    Money amount;  ///< above zero: it has or is owed; below: it owes
    Date day;
    std::optional<std::string> party;  ///< code, of whom it is owed or to whom
};
BOOST_DESCRIBE_STRUCT(RecordOpening, (), (organisation, role, amount, day, party))
template <>
inline constexpr std::string_view note<RecordOpening> =
    "Books what an account had when the books began, against the surplus.";

/// A premium that a buyer owes the organisation for what is certified.
struct RecordPremium {
    OrganisationId organisation;
    std::string buyer;
    Date day;
    std::string certificate;
    Quantity quantity;
    Price premium;  ///< for each unit
    std::string document;
};
BOOST_DESCRIBE_STRUCT(RecordPremium, (),
                      (organisation, buyer, day, certificate, quantity, premium, document))
template <>
inline constexpr std::string_view note<RecordPremium> =
    "A premium that a buyer owes the organisation for what is certified, held for the producers.";

template <>
inline constexpr auto field_notes<RecordPremium> =
    std::to_array<FieldNote>({{.field = "certificate", .longest = longest_term_text}});

/// Which open items.
struct OpenItemsQuery {
    OrganisationId organisation;
    std::optional<AccountRole> account;
    std::optional<std::string> supplier;  ///< or creditor
};
BOOST_DESCRIBE_STRUCT(OpenItemsQuery, (), (organisation, account, supplier))
template <>
inline constexpr std::string_view note<OpenItemsQuery> = "Which open items.";

/// What is open of one debt on one account.
struct OpenItemView {
    AccountRole account;
    std::string party;
    std::string party_name;
    ObligationNumber obligation;
    DeductionKind kind;
    std::string document;
    std::int64_t settlement = 0;  ///< that made the debt; 0: it was entered by hand
    EntryNumber entry;            ///< the first that moved it
    Money amount;                 ///< debit above zero, credit below
};
BOOST_DESCRIBE_STRUCT(OpenItemView, (),
                      (account, party, party_name, obligation, kind, document, settlement, entry,
                       amount))
template <>
inline constexpr std::string_view note<OpenItemView> = "What is open of one debt on one account.";

/// What others owe us and we owe others, debt by debt.
struct OpenItemsView {
    std::vector<OpenItemView> items;
};
BOOST_DESCRIBE_STRUCT(OpenItemsView, (), (items))
template <>
inline constexpr std::string_view note<OpenItemsView> =
    "What others owe us and we owe others, debt by debt, as the books have it.";

/// Undoes an entry that was written by hand.
struct ReverseEntry {
    OrganisationId organisation;
    EntryNumber entry;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReverseEntry, (), (organisation, entry, reason))
template <>
inline constexpr std::string_view note<ReverseEntry> =
    "Undoes an entry that was written by hand, by its reversal. A settlement is withdrawn instead.";

/// Sets a part of a balance aside: a dispute, an order under way.
struct PlaceHold {
    OrganisationId organisation;
    AccountRole account;
    std::optional<std::string> party;
    Money amount;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PlaceHold, (), (organisation, account, party, amount, reason))
template <>
inline constexpr std::string_view note<PlaceHold> =
    "Sets a part of a balance aside, without an entry: a dispute, an order under way.";

/// Gives back what was set aside.
struct ReleaseHold {
    OrganisationId organisation;
    HoldNumber hold;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReleaseHold, (), (organisation, hold, reason))
template <>
inline constexpr std::string_view note<ReleaseHold> = "Gives back what was set aside.";

/// What is set aside of one balance, and what is left of it.
struct HoldView {
    HoldNumber hold;
    AccountRole account;
    std::optional<std::string> party;
    std::optional<std::string> party_name;
    Money amount;
    Money available;  ///< of the whole balance, after every hold
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(HoldView, (), (hold, account, party, party_name, amount, available, reason))
template <>
inline constexpr std::string_view note<HoldView> =
    "What is set aside of one balance, and what is left of it.";

/// What is set aside now.
struct HoldsView {
    std::vector<HoldView> holds;
};
BOOST_DESCRIBE_STRUCT(HoldsView, (), (holds))
template <>
inline constexpr std::string_view note<HoldsView> = "What is set aside now.";

}  // namespace ayni
