#pragma once
// `take_packed` for a type that is known when it is compiled: the same bytes, without a table of
// functions, for the loops that read millions.

#include <vector>

#include "kernel/packed.h"
#include "kernel/varint.h"

namespace ayni {

/// Takes a value off the front; false where `take_packed` refuses.
template <class T>
[[nodiscard]] bool take_members(std::string_view& bytes, T& into);

namespace describing {

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

[[nodiscard]] inline bool take_amount(std::string_view& bytes, Money& into) {
    const auto number = take_unsigned(bytes);
    const auto minor = take_signed(bytes);
    if (!number || !minor || *number > 999) return false;
    into = Money{*minor, Currency::numbered(static_cast<int>(*number))};
    return *number == 0 || !into.currency.is_none();
}

template <class T>
[[nodiscard]] bool take_elements(std::string_view& bytes, T& into) {
    const auto size = take_unsigned(bytes);
    if (!size || *size > bytes.size()) return false;
    into.clear();
    for (std::uint64_t i = 0; i < *size; ++i)
        if (!take_members(bytes, into.emplace_back())) return false;
    return true;
}

template <class T>
[[nodiscard]] bool take_fields(std::string_view& bytes, T& into) {
    const auto size = take_unsigned(bytes);
    if (!size || *size > bytes.size()) return false;
    auto inside = bytes.substr(0, *size);
    bytes.remove_prefix(*size);
    // A field that was added later is not there.
    const bool taken = [&]<template <class...> class L, class... M>(L<M...>) {
        return ((inside.empty() || take_members(inside, into.*M::pointer)) && ...);
    }(Members<T>{});
    return taken && inside.empty();
}

}  // namespace describing

template <class T>
bool take_members(std::string_view& bytes, T& into) {
    constexpr const auto& shape = shape_of<T>();
    if constexpr (describing::is_list<T>) {
        return describing::take_elements(bytes, into);
    } else if constexpr (shape.kind == Kind::structure) {
        return describing::take_fields(bytes, into);
    } else if constexpr (shape.kind == Kind::money) {
        return describing::take_amount(bytes, into);
    } else if constexpr (shape.kind != Kind::optional && shape.stored == Stored::integer) {
        const auto number = take_signed(bytes);
        return number && shape.from_integer(*number, &into);
    } else {
        return take_packed(bytes, shape, &into).has_value();
    }
}

}  // namespace ayni
