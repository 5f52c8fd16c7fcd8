#pragma once
// Inputs in store (fertiliser, feed, medicine): received, sold to producers on credit, counted.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/settlement/settlement.h"
#include "ledger/entry.h"

namespace ayni {

struct InputMovement;
using InputMovementNumber = Id<InputMovement>;

/// Appended, never reordered: stored.
enum class InputKind { received, sold, counted };
BOOST_DESCRIBE_ENUM(InputKind, received, sold, counted)

/// What came into the store or left it.
struct InputMovement {
    OrganisationId organisation;
    InputMovementNumber number;
    InputKind kind = InputKind::received;
    std::string item;  ///< "urea 50 kg"
    Date day;
    PartyId party;      ///< who supplied it (none: it was there when the books began), or bought it
    Quantity quantity;  ///< received, sold: above zero; counted: by how much there was more or less
    Money cost;         ///< by which the store became worth more, or less
    Money price;        ///< sold: what the producer owes for it
    Money vat;          ///< received: that can be claimed back
    std::string document;
    ObligationNumber obligation;  ///< sold: what he owes
    EntryNumber entry;            ///< none: nothing moved
    std::int64_t undone = 0;      ///< of the log, when it was taken back; 0: it was not
    std::int64_t position = 0;    ///< of the log, when it was recorded
};
BOOST_DESCRIBE_STRUCT(InputMovement, (),
                      (organisation, number, kind, item, day, party, quantity, cost, price, vat,
                       document, obligation, entry, undone, position))

/// By how much it changed what is in store.
[[nodiscard]] Quantity change_of(const InputMovement& movement) noexcept;

/// What is in store of one item, and what it cost.
struct InputStock {
    Quantity quantity;
    Money value;
};
/// After these movements of one item, up to the end of a day.
[[nodiscard]] InputStock stock_after(std::span<const InputMovement> movements, Currency currency,
                                     Date day);
/// The least that there was at the end of any day from `day` on: more cannot have left on it.
[[nodiscard]] Quantity least_stock_from(std::span<const InputMovement> movements, Date day);
/// What so much of the stock cost on average: of all of it, exactly its value. Of more than there
/// is (a count that found more) by the same average; of an empty store nothing is known: zero.
[[nodiscard]] Money average_cost(const InputStock& stock, Quantity quantity);
/// What so much cost that leaves on a day: by the average of that day, which later goods do not
/// change; with the last of it goes whatever value is left.
[[nodiscard]] Money cost_of_issue(std::span<const InputMovement> movements, Currency currency,
                                  Date day, Quantity quantity);

/// The legs (posting table rows 25 and 26, and 64 for what was there when the books began; what a
/// count found missing is shrinkage). Zero legs are left out.
[[nodiscard]] std::vector<Leg> input_legs(const InputMovement& movement);

}  // namespace ayni
