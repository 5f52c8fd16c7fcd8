#pragma once
// Numbers, parameters and rows as PostgreSQL's protocol has them.

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace ayni {

/// Types of PostgreSQL by their numbers, which never change.
namespace postgres_type {
inline constexpr unsigned boolean = 16, bytes = 17, int8 = 20, int2 = 21, int4 = 23, text = 25,
                          bytes_array = 1001, text_array = 1009, int8_array = 1016, numeric = 1700;
}

/// Of the first bytes, of which there are enough.
template <class Unsigned>
[[nodiscard]] Unsigned big_endian(std::string_view bytes) noexcept {
    Unsigned value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
        value = static_cast<Unsigned>(value << 8U | static_cast<unsigned char>(bytes[i]));
    return value;
}

template <class Unsigned>
void append_big_endian(std::string& bytes, Unsigned value) {
    for (std::size_t i = sizeof value; i-- > 0;)
        bytes += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
}

/// An integer of 1, 2, 4 or 8 bytes; none of another size.
[[nodiscard]] std::optional<std::int64_t> integer_of(std::string_view bytes) noexcept;
/// A sum of BIGINT is NUMERIC there. One that has a fraction or does not fit throws.
[[nodiscard]] std::int64_t whole_number(std::string_view bytes);

/// The parameters of a statement. Texts and bytes must outlive their use.
class PostgresParameters {
public:
    void bind_integer(int place, std::int64_t value);
    void bind(int place, unsigned type, std::string_view value);
    void bind_null(int place);
    void clear() noexcept { count_ = 0; }
    [[nodiscard]] int count() const noexcept { return static_cast<int>(count_); }
    /// From 0; none where it is no integer.
    [[nodiscard]] std::optional<std::int64_t> integer_at(std::size_t index) const noexcept;
    /// From 0; none for null.
    [[nodiscard]] std::optional<std::string_view> bytes_at(std::size_t index) const noexcept;
    [[nodiscard]] unsigned type_at(std::size_t index) const noexcept { return all_[index].type; }
    /// All but the first, so that equal ones are told from others.
    [[nodiscard]] std::string key_after_first() const;

    /// Gathered anew for each run: the vector of values may have moved.
    void gather();
    [[nodiscard]] const char* const* addresses() const noexcept { return addresses_.data(); }
    [[nodiscard]] const int* sizes() const noexcept { return sizes_.data(); }
    [[nodiscard]] const int* formats() const noexcept { return formats_.data(); }
    [[nodiscard]] const unsigned* types() const noexcept { return types_.data(); }

private:
    struct One {
        unsigned type = 0;
        const char* data = nullptr;
        int size = 0;
        std::array<char, 8> number{};
    };
    std::vector<One> all_;
    std::size_t count_ = 0;
    std::vector<const char*> addresses_;
    std::vector<int> sizes_, formats_;
    std::vector<unsigned> types_;

    One& at(int place, unsigned type);
};

/// An array of BIGINT.
[[nodiscard]] std::string array_of(const std::vector<std::int64_t>& values);

/// Rows that wait to be inserted together: one array for each column.
class PostgresRows {
public:
    void add(const PostgresParameters& row);
    [[nodiscard]] std::size_t count() const noexcept { return count_; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// Whether each column has had a value, so that its type is known.
    [[nodiscard]] bool knows_types() const noexcept;
    /// "bigint", "bytea" or "text" for each column.
    [[nodiscard]] std::vector<std::string_view> type_names() const;
    /// Binds the columns as arrays, which stay here.
    void bind_arrays(PostgresParameters& arrays);
    /// Binds one row as it came in.
    void bind_row(std::size_t row, PostgresParameters& parameters) const;
    /// Takes out the rows from this one on.
    [[nodiscard]] PostgresRows split_off(std::size_t row);
    void clear() noexcept;

private:
    struct Column {
        unsigned type = 0;
        bool has_null = false;
        std::string values;               // each: its size in 4 bytes, its bytes; null: size -1
        std::vector<std::size_t> places;  // where each begins
        std::string array;
    };
    std::vector<Column> columns_;
    std::size_t count_ = 0, size_ = 0;
};

}  // namespace ayni
