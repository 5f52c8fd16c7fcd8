#pragma once
// Where the codes of parties lead.

#include "app/merge_contract.h"
#include "app/work.h"
#include "domain/people/organisation.h"

namespace ayni {

/// Every merger, by number: for `KeptParties` at one position after another.
[[nodiscard]] std::vector<MergedParty> all_mergers(const View& view);
/// Where each party leads, as the log stood before `position`.
[[nodiscard]] KeptParties kept_parties(const View& view, std::int64_t position = INT64_MAX);
/// The party of a code itself, wherever it leads by now: for reading what was recorded under it.
/// Refused: `unknown_supplier`, at `where`: no party has this code, or the caller may see only
/// himself.
[[nodiscard]] Result<Party> find_party_itself(const View& view, std::string_view code,
                                              std::string where = "/supplier");

/// Whose records are asked for: the named supplier's, a producer's own, or (none) everyone's.
/// Refused: `unknown_supplier` at /supplier.
[[nodiscard]] Result<std::optional<PartyId>> wanted_party(
    const View& view, const std::optional<std::string>& supplier);

/// Refused: `unknown_supplier`, `party_merged` at /keep and /other; `same_party` at /other, and
/// `not_a_choice` for a buyer of lots, which stay with his code;
/// `day_not_plausible`, `month_closed` at /day.
Result<void> merge_parties(Work& work, const MergeParties& command);
/// Refused: `unknown_supplier`, `party_not_merged` at /other; `party_merged` at /other while the
/// kept one is merged into a third; `day_not_plausible`, `month_closed` at /day.
Result<void> part_parties(Work& work, const PartParties& command);
Result<MergersView> mergers(const View& view, const OrganisationQuery& query);

}  // namespace ayni
