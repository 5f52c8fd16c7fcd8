#pragma once
// The long part of a command, done beside the writer so that nobody waits behind it.

#include <cstddef>

#include "store/database.h"

namespace ayni {

/// What a command has made ready before its turn. Some also write rows that do not count yet, a
/// slice at a time; the command makes them count, or they are taken away again.
class Prepared {
public:
    virtual ~Prepared() = default;

    /// In how many slices its rows are written.
    [[nodiscard]] virtual std::size_t slices() const { return 0; }
    /// Writes the next one, for a few milliseconds. On the writer's thread, as all that follows.
    virtual void write_slice(Connection&) {}
    /// Whether rows stand that will never count, now that the command was accepted or refused.
    [[nodiscard]] virtual bool is_left_over(bool) const { return false; }
    /// Takes some of them away; false when there are no more.
    [[nodiscard]] virtual bool erase_slice(Connection&) { return false; }

protected:
    Prepared() = default;
    Prepared(const Prepared&) = default;
    Prepared(Prepared&&) = default;
    Prepared& operator=(const Prepared&) = default;
    Prepared& operator=(Prepared&&) = default;
};

}  // namespace ayni
