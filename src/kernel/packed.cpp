#include "kernel/packed.h"

#include "kernel/varint.h"

namespace ayni {
namespace {

void put_bytes(std::string& bytes, std::string_view value) {
    put_unsigned(bytes, value.size());
    bytes.append(value);
}

std::optional<std::string_view> take_bytes(std::string_view& bytes) {
    const auto size = take_unsigned(bytes);
    if (!size || *size > bytes.size()) return std::nullopt;
    const auto value = bytes.substr(0, *size);
    bytes.remove_prefix(*size);
    return value;
}

std::unexpected<Refused> broken() { return refuse(Refusal::wrong_type); }

Result<void> take_integer(std::string_view& bytes, const Shape& shape, void* into) {
    const auto number = take_signed(bytes);
    return number && shape.from_integer(*number, into) ? Result<void>{} : broken();
}

Result<void> take_money(std::string_view& bytes, Money& into) {
    const auto number = take_unsigned(bytes);
    const auto minor = take_signed(bytes);
    if (!number || !minor || *number > 999) return broken();
    const auto currency = Currency::numbered(static_cast<int>(*number));
    if (currency.is_none() && *number != 0) return broken();
    into = Money{*minor, currency};
    return {};
}

Result<void> take_list(std::string_view& bytes, const Shape& shape, void* into) {
    const auto size = take_unsigned(bytes);
    if (!size || *size > bytes.size()) return broken();
    shape.clear(into);
    for (std::uint64_t i = 0; i < *size; ++i)
        if (auto taken = take_packed(bytes, *shape.element, shape.append(into)); !taken)
            return taken;
    return {};
}

Result<void> take_structure(std::string_view& bytes, const Description& description, void* into) {
    auto inside = take_bytes(bytes);
    if (!inside) return broken();
    for (const auto& field : description.fields) {
        if (inside->empty()) return {};
        if (auto taken = take_packed(*inside, *field.shape, field.in(into)); !taken) return taken;
    }
    return inside->empty() ? Result<void>{} : broken();
}

}  // namespace

void append_packed(std::string& bytes, const Shape& shape, const void* from) {
    switch (shape.kind) {
        case Kind::text: return put_bytes(bytes, *static_cast<const std::string*>(from));
        case Kind::money: {
            const auto& amount = *static_cast<const Money*>(from);
            put_unsigned(bytes, static_cast<std::uint64_t>(amount.currency.number()));
            return put_signed(bytes, amount.minor);
        }
        case Kind::optional:
            if (const auto* held = shape.value(from)) {
                bytes.push_back(1);
                return append_packed(bytes, *shape.element, held);
            }
            return bytes.push_back(0);
        case Kind::list:
            put_unsigned(bytes, shape.size(from));
            for (std::size_t i = 0; i < shape.size(from); ++i)
                append_packed(bytes, *shape.element, shape.at(from, i));
            return;
        case Kind::structure: {
            // One byte is kept for the length, which nearly always fits into it.
            const auto start = bytes.size();
            bytes.push_back(0);
            for (const auto& field : shape.structure()->fields)
                append_packed(bytes, *field.shape, member(field, from));
            const auto size = bytes.size() - start - 1;
            if (size < 0x80) {
                bytes[start] = static_cast<char>(size);
                return;
            }
            std::string length;
            put_unsigned(length, size);
            bytes.replace(start, 1, length);
            return;
        }
        case Kind::boolean:
        case Kind::integer:
        case Kind::choice:
        case Kind::scalar:
            if (shape.stored == Stored::bytes) return put_bytes(bytes, shape.to_bytes(from));
            return put_signed(bytes, shape.to_integer(from));
    }
}

Result<void> take_packed(std::string_view& bytes, const Shape& shape, void* into) {
    switch (shape.kind) {
        case Kind::text: {
            const auto text = take_bytes(bytes);
            if (!text) return broken();
            *static_cast<std::string*>(into) = std::string(*text);
            return {};
        }
        case Kind::money: return take_money(bytes, *static_cast<Money*>(into));
        case Kind::optional: {
            if (bytes.empty() || (bytes.front() != 0 && bytes.front() != 1)) return broken();
            const bool held = bytes.front() == 1;
            bytes.remove_prefix(1);
            if (held) return take_packed(bytes, *shape.element, shape.engage(into));
            shape.clear(into);
            return {};
        }
        case Kind::list: return take_list(bytes, shape, into);
        case Kind::structure: return take_structure(bytes, *shape.structure(), into);
        case Kind::boolean:
        case Kind::integer:
        case Kind::choice:
        case Kind::scalar:
            if (shape.stored != Stored::bytes) return take_integer(bytes, shape, into);
            const auto raw = take_bytes(bytes);
            return raw ? shape.from_bytes(*raw, into) : broken();
    }
    return broken();
}

}  // namespace ayni
