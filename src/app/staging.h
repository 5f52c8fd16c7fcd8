#pragma once
// Rows that do not count yet go in, and out again, between what others wait for.

#include <memory>

#include "app/prepared.h"
#include "app/writer.h"
#include "kernel/result.h"

namespace ayni {

/// Writes all slices and waits until they are durable; `progressed` is told those that are.
/// Refused: `busy`, when too much waits or the disk is full; then nothing of it stays.
[[nodiscard]] Result<void> write_slices(Writer& writer, const std::shared_ptr<Prepared>& prepared,
                                        const Progressed& progressed);

/// Takes the rows away, without waiting for it. What is left when the program ends is taken away at
/// the next start.
void erase_slices(Writer& writer, const std::shared_ptr<Prepared>& prepared);

}  // namespace ayni
