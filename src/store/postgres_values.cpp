#include "store/postgres_values.h"

#include <algorithm>

namespace ayni {

std::optional<std::int64_t> integer_of(std::string_view bytes) noexcept {
    switch (bytes.size()) {
        case 8: return static_cast<std::int64_t>(big_endian<std::uint64_t>(bytes));
        case 4: return static_cast<std::int32_t>(big_endian<std::uint32_t>(bytes));
        case 2: return static_cast<std::int16_t>(big_endian<std::uint16_t>(bytes));
        case 1: return bytes.front();
        default: return std::nullopt;
    }
}

// Digits of base 10,000 behind four numbers of 16 bits. Ours are whole; what has a fraction or does
// not fit is no number that we could have asked for.
std::int64_t whole_number(std::string_view bytes) {
    const auto digits = big_endian<std::uint16_t>(bytes);
    const auto weight = static_cast<std::int16_t>(big_endian<std::uint16_t>(bytes.substr(2)));
    const bool negative = big_endian<std::uint16_t>(bytes.substr(4)) == 0x4000;
    __int128 value = 0;
    for (int place = 0; place <= weight; ++place) {
        const auto at = 8 + 2 * static_cast<std::size_t>(place);
        const int digit = place < digits ? big_endian<std::uint16_t>(bytes.substr(at)) : 0;
        value = value * 10'000 + digit;
        if (value > INT64_MAX)
            throw DatabaseError(DatabaseError::Kind::other, "a sum is too large");
    }
    return static_cast<std::int64_t>(negative ? -value : value);
}

PostgresParameters::One& PostgresParameters::at(int place, unsigned type) {
    const auto index = static_cast<std::size_t>(place) - 1;
    if (all_.size() <= index) all_.resize(index + 1);
    if (count_ <= index) count_ = index + 1;
    all_[index].type = type;
    return all_[index];
}

void PostgresParameters::bind_integer(int place, std::int64_t value) {
    auto& one = at(place, postgres_type::int8);
    for (std::size_t i = 8; i-- > 0; value >>= 8) one.number[i] = static_cast<char>(value & 255);
    one.data = one.number.data();
    one.size = 8;
}

void PostgresParameters::bind(int place, unsigned type, std::string_view value) {
    auto& one = at(place, type);
    one.data = value.data() ? value.data() : "";
    one.size = static_cast<int>(value.size());
}

void PostgresParameters::bind_null(int place) {
    auto& one = at(place, 0);
    one.data = nullptr;
    one.size = 0;
}

std::optional<std::int64_t> PostgresParameters::integer_at(std::size_t index) const noexcept {
    if (index >= count_ || all_[index].type != postgres_type::int8) return std::nullopt;
    return integer_of({all_[index].number.data(), 8});
}

std::optional<std::string_view> PostgresParameters::bytes_at(std::size_t index) const noexcept {
    const auto& one = all_[index];
    if (!one.data) return std::nullopt;
    if (one.type == postgres_type::int8) return std::string_view(one.number.data(), 8);
    return std::string_view(one.data, static_cast<std::size_t>(one.size));
}

std::string PostgresParameters::key_after_first() const {
    std::string key;
    for (std::size_t i = 1; i < count_; ++i) {
        const auto value = bytes_at(i);
        append_big_endian(key, static_cast<std::uint32_t>(value ? value->size() : UINT32_MAX));
        if (value) key += *value;
    }
    return key;
}

void PostgresParameters::gather() {
    addresses_.clear();
    sizes_.clear();
    types_.clear();
    formats_.assign(count_, 1);
    for (std::size_t i = 0; i < count_; ++i) {
        const auto value = bytes_at(i);
        addresses_.push_back(value ? value->data() : nullptr);
        sizes_.push_back(all_[i].size);
        types_.push_back(all_[i].type);
    }
}

namespace {

// One dimension that counts from 1.
void begin_array(std::string& array, bool has_null, unsigned type, std::size_t count) {
    append_big_endian(array, std::uint32_t{1});
    append_big_endian(array, static_cast<std::uint32_t>(has_null));
    append_big_endian(array, std::uint32_t{type});
    append_big_endian(array, static_cast<std::uint32_t>(count));
    append_big_endian(array, std::uint32_t{1});
}

}  // namespace

std::string array_of(const std::vector<std::int64_t>& values) {
    std::string array;
    begin_array(array, false, postgres_type::int8, values.size());
    for (const auto value : values) {
        append_big_endian(array, std::uint32_t{8});
        append_big_endian(array, static_cast<std::uint64_t>(value));
    }
    return array;
}

void PostgresRows::add(const PostgresParameters& row) {
    columns_.resize(static_cast<std::size_t>(row.count()));
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        auto& column = columns_[i];
        const auto value = row.bytes_at(i);
        column.places.push_back(column.values.size());
        append_big_endian(column.values,
                          static_cast<std::uint32_t>(value ? value->size() : UINT32_MAX));
        column.has_null |= !value;
        size_ += 4 + (value ? value->size() : 0);
        if (!value) continue;
        column.type = row.type_at(i);
        column.values += *value;
    }
    ++count_;
}

bool PostgresRows::knows_types() const noexcept {
    return std::ranges::none_of(columns_, [](const auto& column) { return column.type == 0; });
}

std::vector<std::string_view> PostgresRows::type_names() const {
    std::vector<std::string_view> names;
    for (const auto& column : columns_)
        names.emplace_back(column.type == postgres_type::int8    ? "bigint"
                           : column.type == postgres_type::bytes ? "bytea"
                                                                 : "text");
    return names;
}

void PostgresRows::bind_arrays(PostgresParameters& arrays) {
    arrays.clear();
    int place = 0;
    for (auto& column : columns_) {
        column.array.clear();
        begin_array(column.array, column.has_null, column.type, count_);
        column.array += column.values;
        const auto type = column.type == postgres_type::int8    ? postgres_type::int8_array
                          : column.type == postgres_type::bytes ? postgres_type::bytes_array
                                                                : postgres_type::text_array;
        arrays.bind(++place, type, column.array);
    }
}

void PostgresRows::bind_row(std::size_t row, PostgresParameters& parameters) const {
    parameters.clear();
    int place = 0;
    for (const auto& column : columns_) {
        const auto at = std::string_view(column.values).substr(column.places[row]);
        const auto size = big_endian<std::uint32_t>(at);
        ++place;
        if (size == UINT32_MAX)
            parameters.bind_null(place);
        else if (column.type == postgres_type::int8)
            parameters.bind_integer(place, integer_of(at.substr(4, size)).value_or(0));
        else
            parameters.bind(place, column.type, at.substr(4, size));
    }
}

PostgresRows PostgresRows::split_off(std::size_t row) {
    PostgresRows rest;
    if (row >= count_) return rest;
    for (auto& column : columns_) {
        const auto from = column.places[row];
        auto& other = rest.columns_.emplace_back();
        other.type = column.type;
        other.has_null = column.has_null;
        other.values = column.values.substr(from);
        for (auto place = row; place < count_; ++place)
            other.places.push_back(column.places[place] - from);
        column.values.resize(from);
        column.places.resize(row);
        rest.size_ += other.values.size();
    }
    rest.count_ = count_ - row;
    count_ = row;
    size_ -= rest.size_;
    return rest;
}

void PostgresRows::clear() noexcept {
    for (auto& column : columns_) {
        column.has_null = false;
        column.values.clear();
        column.places.clear();
        column.array.clear();
    }
    count_ = size_ = 0;
}

}  // namespace ayni
