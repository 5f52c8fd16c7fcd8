#include "domain/collection/product.h"

#include <algorithm>

namespace ayni {

const Attribute* find_attribute(const std::vector<Attribute>& attributes, std::string_view code) {
    const auto found = std::ranges::find(attributes, code, &Attribute::code);
    return found == attributes.end() ? nullptr : &*found;
}

const Attribute* find_attribute(const std::vector<Attribute>& attributes, AttributeNumber number) {
    const auto found = std::ranges::find(attributes, number, &Attribute::number);
    return found == attributes.end() ? nullptr : &*found;
}

}  // namespace ayni
