#pragma once
// Described values as compact bytes: what is stored in one column and hashed into the log. Fields
// stand in the order of the description; a field added at the end later reads as its default.

#include <string>
#include <string_view>

#include "kernel/describe.h"

namespace ayni {

/// Appends the value: numbers as varints, texts and structures with their length before them.
void append_packed(std::string& bytes, const Shape& shape, const void* from);
/// Takes a value off the front. Refused: `wrong_type` when the bytes are not such a value.
[[nodiscard]] Result<void> take_packed(std::string_view& bytes, const Shape& shape, void* into);

template <class T>
[[nodiscard]] std::string pack(const T& value) {
    std::string bytes;
    append_packed(bytes, shape_of<T>(), &value);
    return bytes;
}

/// Refused: `wrong_type` also when bytes are left over.
template <class T>
[[nodiscard]] Result<T> unpack(std::string_view bytes) {
    T value{};
    auto taken = take_packed(bytes, shape_of<T>(), &value);
    if (!taken) return std::unexpected(std::move(taken.error()));
    if (!bytes.empty()) return refuse(Refusal::wrong_type);
    return value;
}

}  // namespace ayni
