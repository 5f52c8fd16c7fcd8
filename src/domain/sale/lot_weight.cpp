#include "domain/sale/lot_weight.h"

#include "domain/collection/in_product_unit.h"
#include "kernel/wide.h"

namespace ayni {
namespace {

Result<void> check_told(std::optional<Quantity> told, std::string where) {
    if (told && *told <= Quantity{})
        return refuse(Refusal::quantity_not_positive, std::move(where), print(*told));
    return {};
}

}  // namespace

Result<LotWeight> lot_weight(const LotMeasured& measured) {
    constexpr std::int64_t million = 1'000'000;
    if (!measured.weight && !measured.litres) return refuse(Refusal::field_missing, "/quantity");
    if (auto sound = check_told(measured.weight, "/quantity"); !sound)
        return std::unexpected(sound.error());
    if (auto sound = check_told(measured.litres, "/litres"); !sound)
        return std::unexpected(sound.error());
    LotWeight lot{measured.weight.value_or(Quantity{}), measured.factor};
    if (measured.weight && measured.litres)
        lot.factor = {static_cast<std::int64_t>(
            divide(static_cast<Wide>(measured.weight->thousandths) * million,
                   measured.litres->thousandths, Rounding::half_even))};
    if (lot.factor.millionths <= million / 2 || lot.factor.millionths >= 2 * million)
        return refuse(Refusal::out_of_range, "/density", print(lot.factor));
    if (measured.weight) return lot;
    const auto weight = kilograms_of(*measured.litres, lot.factor);
    if (!weight) return refuse(weight.error().reason(), "/litres", print(*measured.litres));
    lot.weight = *weight;
    return lot;
}

}  // namespace ayni
