#pragma once
// Finding what a command names by its code, and the next number of a thing.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/work.h"
#include "domain/collection/source.h"
#include "domain/people/organisation.h"

namespace ayni {

/// After every other day: for what is asked of all entries, and for what has no end.
inline constexpr Date latest_day{INT32_MAX};
/// The text, or nothing for an empty one.
[[nodiscard]] std::optional<std::string> if_any(const std::string& text);

/// One above the highest `column` of the organisation in `table` (names of our own, never input).
[[nodiscard]] std::int64_t next_number(Connection& db, std::string_view table,
                                       std::string_view column, OrganisationId organisation);
/// Refused: `unknown_product`, at `where`.
[[nodiscard]] Result<Product> find_product(const View& view, std::string_view code,
                                           std::string where = "/product");
[[nodiscard]] Product product_numbered(const View& view, ProductId product);
/// Refused: `unknown_supplier`, at `where`: no party has this code, or the caller may see only
/// himself.
[[nodiscard]] Result<Party> find_party(const View& view, std::string_view code,
                                       std::string where = "/supplier");
/// The same, for one who buys: an organisation. Refused: `unknown_supplier`, `not_a_buyer`, at
/// /buyer.
[[nodiscard]] Result<Party> find_buyer(const View& view, std::string_view code);
/// The buyer that is asked about: the named one, or the only one that the caller may see. None:
/// every one. Refused: as `find_buyer`.
[[nodiscard]] Result<PartyId> asked_buyer(const View& view, const std::optional<std::string>& code);
/// The same, for one who delivers: a party with a membership. Refused: `unknown_supplier`.
[[nodiscard]] Result<Party> find_supplier(const View& view, std::string_view code);
/// Refused: `not_found` at /household.
[[nodiscard]] Result<HouseholdId> find_household(const View& view, std::string_view code);
/// Whether an address and a file can carry the code. Refused: `code_not_usable` for blanks at an
/// end, and for dots alone.
[[nodiscard]] Result<void> check_code(const std::string& code);
/// The party of a code that may be left out: none then. Refused: `unknown_supplier`, at `where`.
[[nodiscard]] Result<PartyId> find_party_if(const View& view,
                                            const std::optional<std::string>& code,
                                            std::string where);
/// The login of a user; empty for none.
[[nodiscard]] std::string login_of(const View& view, UserId user);
[[nodiscard]] Organisation own_organisation(const View& view);

/// The parties of an organisation and what may be shown of them.
struct PartyNames {
    struct Names {
        std::string code, name;
        std::optional<std::string> hamlet, household, household_name;
    };
    std::map<PartyId, Names> by_party;
    [[nodiscard]] const Names& of(PartyId party) const;
    /// Code, or nothing for no party.
    [[nodiscard]] std::optional<std::string> code(PartyId party) const;
};
[[nodiscard]] PartyNames party_names(const View& view);

/// Refusals of the pure rules, which know producers by number ("/producers/7"), by their codes.
[[nodiscard]] Refused named_by_code(const View& view, Refused refused);

/// Whether a row that may be withdrawn counts in the log as it stood before `position`.
template <class Row>
[[nodiscard]] bool counts_before(const Row& row, std::int64_t position) noexcept {
    return row.position < position && (row.withdrawn == 0 || row.withdrawn >= position);
}

/// Memberships of one party, by first day.
[[nodiscard]] std::vector<Membership> memberships(const View& view, PartyId party);
/// Memberships of everyone, by party and first day, as the log stood before `position`.
[[nodiscard]] std::vector<Membership> all_memberships(const View& view,
                                                      std::int64_t position = INT64_MAX);
/// The membership in force on the day, if any.
[[nodiscard]] const Membership* membership_on(const std::vector<Membership>& of_party, Date day);

/// The desk's own source, made when first needed. (Each file has one of its own.)
[[nodiscard]] Source desk_source(Work& work);
/// Registers a new source under the next number.
Source add_source(Connection& db, OrganisationId organisation, SourceKind kind, std::string name);
/// Records that a source has counted up to `last`.
void count_source(Work& work, SourceId source, std::int64_t last);

}  // namespace ayni
