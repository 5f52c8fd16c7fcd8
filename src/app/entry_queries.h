#pragma once
// The organisation's book as the use cases write and read it.

#include "app/work.h"
#include "domain/people/merged_party.h"
#include "ledger/entry.h"

namespace ayni {

/// The number that the organisation's next entry will have: no gaps.
[[nodiscard]] EntryNumber next_entry(Work& work);
/// An entry of that day, or of the first that is open after it, under the next number; not kept
/// yet.
[[nodiscard]] Entry new_entry(Work& work, EntryKind kind, Date day, std::vector<Leg> legs,
                              std::int64_t subject = 0, PartyId party = {});
/// The same legs, of those to whom merged parties lead.
void lead_to_kept(const KeptParties& kept, std::vector<Leg>& legs);
/// Writes a numbered, balanced entry into the book, with the position of the command's record.
void keep_entry(Work& work, Entry& entry);
/// Writes the reversal of an entry, dated `date` or on the first open day after it, under the next
/// number; gives that. What was posted while two codes were one is undone with him whose it is.
EntryNumber keep_reversal(Work& work, const Entry& entry, Date date);
[[nodiscard]] std::optional<Entry> find_entry(const View& view, EntryNumber number);
/// The sums of every entry up to the end of a day.
[[nodiscard]] Balances balances_on(const View& view, Date day);

}  // namespace ayni
