#include "app/readings.h"

#include "kernel/decimal.h"

namespace ayni {

Result<std::int32_t> parse_reading(const Attribute& attribute, std::string_view text) {
    const auto value = parse_decimal(text, attribute.decimals);
    if (!value) return std::unexpected(value.error());
    if (*value < attribute.least || *value > attribute.most) return refuse(Refusal::out_of_range);
    return static_cast<std::int32_t>(*value);
}

Result<Readings> readings_from(const std::vector<Attribute>& attributes,
                               const std::vector<NamedReading>& given, const std::string& where) {
    Readings readings;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const auto path = where + '/' + std::to_string(i);
        const auto* attribute = find_attribute(attributes, given[i].attribute);
        if (!attribute)
            return refuse(Refusal::unknown_attribute, path + "/attribute", given[i].attribute);
        const auto value = parse_reading(*attribute, given[i].value);
        if (!value) return refuse(value.error().reason(), path + "/value", given[i].value);
        readings.set({attribute->number, *value});
    }
    return readings;
}

std::vector<NamedReading> named(const std::vector<Attribute>& attributes,
                                const Readings& readings) {
    std::vector<NamedReading> names;
    for (const auto& [number, value] : readings.all())
        if (const auto* attribute = find_attribute(attributes, number))
            names.push_back({attribute->code, print_decimal(value, attribute->decimals)});
    return names;
}

}  // namespace ayni
