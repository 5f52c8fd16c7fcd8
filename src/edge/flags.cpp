#include "edge/flags.h"

#include <algorithm>

namespace ayni {
namespace {

Json number_or_text(const std::string& value) {
    const auto parsed = parse_json(value);
    return parsed && parsed->is == Json::Is::number ? *parsed : Json::of_text(value);
}

Json money(const std::string& value) {
    const auto space = value.find(' ');
    Json amount = Json::object().with("amount", Json::of_text(value.substr(0, space)));
    if (space != value.npos) amount.with("currency", Json::of_text(value.substr(space + 1)));
    return amount;
}

Json value_of(const Shape& shape, const std::string& value) {
    switch (shape.kind) {
        case Kind::optional: return value_of(*shape.element, value);
        case Kind::integer: return number_or_text(value);
        case Kind::boolean:
            return value == "true" || value == "false" ? Json::of_truth(value == "true")
                                                       : Json::of_text(value);
        case Kind::money: return money(value);
        case Kind::list:
        case Kind::structure: {
            auto parsed = parse_json(value);
            return parsed ? *std::move(parsed) : Json::of_text(value);
        }
        case Kind::text:
        case Kind::scalar:
        case Kind::choice: break;
    }
    return Json::of_text(value);
}

}  // namespace

Result<void> check_each_once(const std::vector<std::pair<std::string, std::string>>& flags) {
    for (auto flag = flags.begin(); flag != flags.end(); ++flag)
        if (std::ranges::any_of(flags.begin(), flag,
                                [&](const auto& before) { return before.first == flag->first; }))
            return refuse(Refusal::json_duplicate_key, "/" + flag->first);
    return {};
}

Result<Json> json_from_flags(const Shape& input,
                             const std::vector<std::pair<std::string, std::string>>& flags) {
    if (auto once = check_each_once(flags); !once) return std::unexpected(once.error());
    const auto fields = input.structure()->fields;
    Json json = Json::object();
    for (const auto& [name, value] : flags) {
        const auto field = std::ranges::find(fields, std::string_view(name), &Field::name);
        json.with(name,
                  field == fields.end() ? Json::of_text(value) : value_of(*field->shape, value));
    }
    return json;
}

}  // namespace ayni
