#pragma once
// Inputs and outputs of the store of inputs.

#include "app/people_contract.h"
#include "domain/stock/input_movement.h"

namespace ayni {

/// Goods come into the store, on account of who supplies them.
struct ReceiveInputs {
    OrganisationId organisation;
    std::optional<std::string> supplier;  ///< the shop or factory; none: it was there before
    Date day;
    std::string item;
    Quantity quantity;
    Money cost;                ///< without the tax that can be claimed back
    std::optional<Money> vat;  ///< that can be claimed back
    std::string document;
};
BOOST_DESCRIBE_STRUCT(ReceiveInputs, (),
                      (organisation, supplier, day, item, quantity, cost, vat, document))
template <>
inline constexpr std::string_view note<ReceiveInputs> =
    "Goods for the producers come into the store; they are owed to who supplied them. Without a "
    "supplier they were there when the books began.";

/// Goods are handed to a producer on credit.
struct SellInputs {
    OrganisationId organisation;
    std::string supplier;  ///< the producer
    Date day;
    std::string item;
    Quantity quantity;
    Money price;       ///< of all of it
    Money instalment;  ///< at most this from each settlement
    Date first_due;
    std::string document;
};
BOOST_DESCRIBE_STRUCT(SellInputs, (),
                      (organisation, supplier, day, item, quantity, price, instalment, first_due,
                       document))
template <>
inline constexpr std::string_view note<SellInputs> =
    "Hands goods of the store to a producer on credit: he owes the price, which is taken from his "
    "milk, and they leave the store at what they cost on average.";

/// What was counted in the store.
struct CountInputs {
    OrganisationId organisation;
    Date day;
    std::string item;
    Quantity quantity;  ///< that is there
    std::string document;
};
BOOST_DESCRIBE_STRUCT(CountInputs, (), (organisation, day, item, quantity, document))
template <>
inline constexpr std::string_view note<CountInputs> =
    "What was counted of an item in the store; what is missing is booked as shrinkage.";

/// Takes back what came, left or was counted by mistake.
struct UndoInputs {
    OrganisationId organisation;
    InputMovementNumber movement;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(UndoInputs, (), (organisation, movement, reason))
template <>
inline constexpr std::string_view note<UndoInputs> =
    "Takes back goods that came, were sold or counted by mistake; of a sale also the debt, if "
    "nothing of it was taken yet.";

/// As of which day.
struct InputStockQuery {
    OrganisationId organisation;
    std::optional<Date> as_of;  ///< none: with everything that is recorded
};
BOOST_DESCRIBE_STRUCT(InputStockQuery, (), (organisation, as_of))
template <>
inline constexpr std::string_view note<InputStockQuery> = "What is in store, as of which day.";

/// What there is of an item.
struct InputStockLine {
    std::string item;
    Quantity quantity;
    Money value;  ///< at what it cost on average
};
BOOST_DESCRIBE_STRUCT(InputStockLine, (), (item, quantity, value))
template <>
inline constexpr std::string_view note<InputStockLine> = "What there is of an item.";

/// By item.
struct InputStockView {
    std::vector<InputStockLine> items;
    Money value;
};
BOOST_DESCRIBE_STRUCT(InputStockView, (), (items, value))
template <>
inline constexpr std::string_view note<InputStockView> =
    "What there is of each input in store, and what it cost; of what there is nothing, nothing.";

/// Which movements.
struct InputMovementsQuery {
    OrganisationId organisation;
    std::optional<std::string> item;
    std::optional<std::string> party;
    std::optional<Date> first;
    std::optional<Date> last;
};
BOOST_DESCRIBE_STRUCT(InputMovementsQuery, (), (organisation, item, party, first, last))
template <>
inline constexpr std::string_view note<InputMovementsQuery> =
    "Which movements of inputs in the store.";

/// What came into the store or left it.
struct InputMovementView {
    InputMovementNumber movement;
    InputKind kind;
    Date day;
    std::string item;
    std::optional<std::string> party;
    Quantity change;  ///< below zero: it left
    Money cost;
    Money price;
    std::string document;
    std::optional<ObligationNumber> obligation;
    std::optional<EntryNumber> entry;
    bool undone = false;
};
BOOST_DESCRIBE_STRUCT(InputMovementView, (),
                      (movement, kind, day, item, party, change, cost, price, document, obligation,
                       entry, undone))
template <>
inline constexpr std::string_view note<InputMovementView> = "What came into the store or left it.";

/// Newest first.
struct InputMovementsView {
    std::vector<InputMovementView> movements;
};
BOOST_DESCRIBE_STRUCT(InputMovementsView, (), (movements))
template <>
inline constexpr std::string_view note<InputMovementsView> =
    "What came into the store of inputs and left it, the newest first.";

}  // namespace ayni
