#pragma once
// Inputs and outputs of members' capital and of the surplus.

#include "app/people_contract.h"
#include "domain/capital/capital_movement.h"
#include "domain/capital/surplus_share.h"

namespace ayni {

/// A member pays into his share.
struct ContributeCapital {
    OrganisationId organisation;
    std::string member;
    Date day;
    Money amount;
    AccountRole account;  ///< bank or cash, where it went
    std::string document;
};
BOOST_DESCRIBE_STRUCT(ContributeCapital, (), (organisation, member, day, amount, account, document))
template <>
inline constexpr std::string_view note<ContributeCapital> =
    "A member pays into his share of the capital, in cash or at the bank.";

/// Proposes to give a share back to whoever left.
struct RefundCapital {
    OrganisationId organisation;
    std::string member;
    Date day;
    Money amount;
    AccountRole account;  ///< bank, cash, or producer_payable: it is paid with other payments
    std::string document;
};
BOOST_DESCRIBE_STRUCT(RefundCapital, (), (organisation, member, day, amount, account, document))
template <>
inline constexpr std::string_view note<RefundCapital> =
    "Proposes to give his share back to somebody who is no longer a member; what he owes is shown "
    "beside it, and another person approves it.";

/// Puts a proposed refund into the books.
struct ApproveRefund {
    OrganisationId organisation;
    CapitalNumber refund;
};
BOOST_DESCRIBE_STRUCT(ApproveRefund, (), (organisation, refund))
template <>
inline constexpr std::string_view note<ApproveRefund> =
    "Puts the refund of a share into the books that somebody else proposed.";

/// Sends a proposed refund back.
struct RejectRefund {
    OrganisationId organisation;
    CapitalNumber refund;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RejectRefund, (), (organisation, refund, reason))
template <>
inline constexpr std::string_view note<RejectRefund> =
    "Sends the proposed refund of a share back, with the reason.";

/// The register of shares, as of a day.
struct CapitalRegisterQuery {
    OrganisationId organisation;
    std::optional<Date> as_of;  ///< none: with everything that is in the books
};
BOOST_DESCRIBE_STRUCT(CapitalRegisterQuery, (), (organisation, as_of))
template <>
inline constexpr std::string_view note<CapitalRegisterQuery> =
    "The register of shares, as of which day.";

/// One member's share and how it came.
struct CapitalLine {
    std::string member;
    std::string name;
    bool is_member = false;  ///< on that day, or today
    Money settled;           ///< taken by settlements
    Money contributed;       ///< paid in by hand
    Money refunded;          ///< given back
    Money other;             ///< of the opening and of vouchers
    Money balance;
};
BOOST_DESCRIBE_STRUCT(CapitalLine, (),
                      (member, name, is_member, settled, contributed, refunded, other, balance))
template <>
inline constexpr std::string_view note<CapitalLine> = "One member's share and how it came.";

/// By code.
struct CapitalRegisterView {
    std::vector<CapitalLine> members;
    Money total;
};
BOOST_DESCRIBE_STRUCT(CapitalRegisterView, (), (members, total))
template <>
inline constexpr std::string_view note<CapitalRegisterView> =
    "The register of shares: what each member has of the capital, taken by settlements and paid in "
    "by hand, less what was given back.";

/// Which contributions and refunds.
struct CapitalMovementsQuery {
    OrganisationId organisation;
    std::optional<std::string> member;
    std::optional<VoucherState> state;
};
BOOST_DESCRIBE_STRUCT(CapitalMovementsQuery, (), (organisation, member, state))
template <>
inline constexpr std::string_view note<CapitalMovementsQuery> =
    "Which contributions and refunds by hand.";

/// A contribution or refund, and what became of it.
struct CapitalMovementView {
    CapitalNumber number;
    CapitalKind kind;
    std::string member;
    std::string name;
    Date day;
    Money amount;
    AccountRole account;
    std::string document;
    VoucherState state;
    std::string proposed_by;
    std::optional<std::string> decided_by;
    std::optional<std::string> reason;
    std::optional<EntryNumber> entry;
    Money owes;                     ///< to the organisation itself, today: what he should pay first
    bool cash_above_limit = false;  ///< the law wants so much to go through a bank
};
BOOST_DESCRIBE_STRUCT(CapitalMovementView, (),
                      (number, kind, member, name, day, amount, account, document, state,
                       proposed_by, decided_by, reason, entry, owes, cash_above_limit))
template <>
inline constexpr std::string_view note<CapitalMovementView> =
    "A contribution or refund by hand, and what became of it.";

/// Newest first.
struct CapitalMovementsView {
    std::vector<CapitalMovementView> movements;
};
BOOST_DESCRIBE_STRUCT(CapitalMovementsView, (), (movements))
template <>
inline constexpr std::string_view note<CapitalMovementsView> =
    "Contributions and refunds by hand, the newest first.";

template <>
inline constexpr std::string_view note<SurplusOfProduct> =
    "How much of the surplus goes to the members, by what they delivered of a product.";

/// Proposes what the assembly resolved about the surplus of a year.
struct ProposeSurplus {
    OrganisationId organisation;
    std::int32_t year = 0;
    Date day;  ///< of the assembly
    std::string document;
    Money reserve;
    std::vector<SurplusOfProduct> to_members;
};
BOOST_DESCRIBE_STRUCT(ProposeSurplus, (), (organisation, year, day, document, reserve, to_members))
template <>
inline constexpr std::string_view note<ProposeSurplus> =
    "Proposes what the assembly resolved about the surplus of a closed year: a part to the "
    "reserve, a part to the members by what they delivered in it. Another person approves it.";
template <>
inline constexpr auto field_notes<ProposeSurplus> =
    std::to_array<FieldNote>({{.field = "year", .least = 1900, .most = 2199}});

/// Puts a proposed sharing of the surplus into the books.
struct ApproveSurplus {
    OrganisationId organisation;
    SurplusShareNumber share;
};
BOOST_DESCRIBE_STRUCT(ApproveSurplus, (), (organisation, share))
template <>
inline constexpr std::string_view note<ApproveSurplus> =
    "Puts a sharing of the surplus into the books that somebody else proposed; from then on it is "
    "owed to the members.";

/// Sends a proposed sharing back.
struct RejectSurplus {
    OrganisationId organisation;
    SurplusShareNumber share;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RejectSurplus, (), (organisation, share, reason))
template <>
inline constexpr std::string_view note<RejectSurplus> =
    "Sends a proposed sharing of the surplus back, with the reason.";

/// Which sharing to look at before it is proposed.
struct PreviewSurplus {
    OrganisationId organisation;
    std::int32_t year = 0;
    std::vector<SurplusOfProduct> to_members;
};
BOOST_DESCRIBE_STRUCT(PreviewSurplus, (), (organisation, year, to_members))
template <>
inline constexpr std::string_view note<PreviewSurplus> =
    "Which sharing of the surplus of a year is to be looked at before it is proposed.";
template <>
inline constexpr auto field_notes<PreviewSurplus> =
    std::to_array<FieldNote>({{.field = "year", .least = 1900, .most = 2199}});

/// How much of a product.
struct DeliveredProduct {
    std::string product;
    Quantity quantity;
};
BOOST_DESCRIBE_STRUCT(DeliveredProduct, (), (product, quantity))
template <>
inline constexpr std::string_view note<DeliveredProduct> = "How much of a product.";

/// What a member would get, and of what.
struct MemberShareView {
    std::string member;
    std::string name;
    std::vector<DeliveredProduct> delivered;  ///< in that year, as a member
    Money amount;
};
BOOST_DESCRIBE_STRUCT(MemberShareView, (), (member, name, delivered, amount))
template <>
inline constexpr std::string_view note<MemberShareView> = "What a member would get, and of what.";

/// What each member would get.
struct SurplusPreviewView {
    Money surplus;        ///< that there is in the books
    bool closed = false;  ///< the year is
    std::vector<MemberShareView> members;
    Money total;  ///< to members
};
BOOST_DESCRIBE_STRUCT(SurplusPreviewView, (), (surplus, closed, members, total))
template <>
inline constexpr std::string_view note<SurplusPreviewView> =
    "What each member would get of the surplus of a year, by what he delivered in it.";

/// A sharing of the surplus, and what became of it.
struct SurplusShareView {
    SurplusShareNumber share;
    std::int32_t year = 0;
    Date day;
    std::string document;
    Money reserve;
    std::vector<SurplusOfProduct> to_members;
    VoucherState state;
    std::string proposed_by;
    std::optional<std::string> decided_by;
    std::optional<std::string> reason;
    std::optional<EntryNumber> entry;
};
BOOST_DESCRIBE_STRUCT(SurplusShareView, (),
                      (share, year, day, document, reserve, to_members, state, proposed_by,
                       decided_by, reason, entry))
template <>
inline constexpr std::string_view note<SurplusShareView> =
    "A sharing of the surplus, and what became of it.";

/// Newest first.
struct SurplusSharesView {
    std::vector<SurplusShareView> shares;
};
BOOST_DESCRIBE_STRUCT(SurplusSharesView, (), (shares))
template <>
inline constexpr std::string_view note<SurplusSharesView> =
    "What was resolved about the surplus of years, the newest first.";

}  // namespace ayni
