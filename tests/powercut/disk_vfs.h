#pragma once
// SQLite's file system on a simulated disk, as the one for Linux behaves on a real one: the same
// locks, the same syncs of folders; shared memory is memory, and is lost.

#include <memory>

#include "simulated_disk.h"

namespace ayni {

/// Puts it over SQLite's default file system, for every connection of this program.
void register_disk_vfs();
/// The disk that files are opened on from now on; open ones stay where they are. SQLite's own
/// randomness starts again from `seed`.
void use_disk(std::shared_ptr<SimulatedDisk> disk, std::uint64_t seed);

}  // namespace ayni
