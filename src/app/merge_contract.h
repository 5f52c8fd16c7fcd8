#pragma once
// Inputs and outputs of merging two parties that are one, and of parting them.

#include "app/people_contract.h"
#include "domain/people/merged_party.h"

namespace ayni {

/// Two codes are one person or organisation.
struct MergeParties {
    OrganisationId organisation;
    std::string keep;   ///< the code that stays
    std::string other;  ///< the code that leads to it from now on
    Date day;           ///< of the entry that moves what stands there
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(MergeParties, (), (organisation, keep, other, day, reason))
template <>
inline constexpr std::string_view note<MergeParties> =
    "Two codes turned out to be one: from now on the other code leads to the one that is kept, "
    "and what stands under it moves there. Nothing that was recorded is rewritten.";

/// They are two after all.
struct PartParties {
    OrganisationId organisation;
    std::string other;
    Date day;  ///< of the entry that moves it back
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PartParties, (), (organisation, other, day, reason))
template <>
inline constexpr std::string_view note<PartParties> =
    "Two that were merged are two after all: what the merger moved goes back, of open items what "
    "is still open.";

/// A merger.
struct MergerView {
    MergedPartyNumber merge;
    std::string kept;
    std::string kept_name;
    std::string other;
    std::string other_name;
    std::string reason;
    std::optional<EntryNumber> entry;
    bool parted = false;
};
BOOST_DESCRIBE_STRUCT(MergerView, (),
                      (merge, kept, kept_name, other, other_name, reason, entry, parted))
template <>
inline constexpr std::string_view note<MergerView> = "A merger of two codes.";

/// Newest first.
struct MergersView {
    std::vector<MergerView> mergers;
};
BOOST_DESCRIBE_STRUCT(MergersView, (), (mergers))
template <>
inline constexpr std::string_view note<MergersView> =
    "Which codes were merged into which, and which were parted again, the newest first.";

}  // namespace ayni
