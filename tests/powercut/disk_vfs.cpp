#include "disk_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>

namespace ayni {
namespace {

struct Handle;

// What every connection to one file shares: its locks, and the memory beside it.
struct SharedFile {
    struct Slot {
        int readers = 0;
        const Handle* writer = nullptr;
    };
    int users = 0;
    int readers = 0;
    const Handle *reserved = nullptr, *pending = nullptr, *exclusive = nullptr;
    int memory_users = 0;
    std::vector<std::unique_ptr<char[]>> memory;
    std::array<Slot, SQLITE_SHM_NLOCK> slots{};
};

// One open file of one connection.
struct Handle {
    std::shared_ptr<SimulatedDisk> disk;
    std::shared_ptr<DiskFile> file;
    SharedFile* shared = nullptr;
    std::string name;  // empty: nobody else can open it
    int lock = SQLITE_LOCK_NONE;
    bool may_write = false;
    bool syncs_folder = false;  // at its first sync, as new journals do
    bool uses_memory = false;
    unsigned read_slots = 0, write_slots = 0;
};

struct OpenFile {
    sqlite3_file base;
    Handle* handle;
};

struct State {
    std::mutex mutex;
    std::shared_ptr<SimulatedDisk> disk;
    std::map<const DiskFile*, SharedFile> shared;
    Chance chance{0};
    sqlite3_vfs* real = nullptr;
};

State& state() {
    static State one;
    return one;
}

Handle& of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file)->handle; }

// ---- a file ---------------------------------------------------------------------------------

int forget_memory(sqlite3_file* file, int);

int close(sqlite3_file* file) {
    forget_memory(file, 0);
    const std::unique_ptr<Handle> handle(&of(file));
    file->pMethods = nullptr;
    const std::lock_guard lock(state().mutex);
    if (handle->shared && --handle->shared->users == 0) state().shared.erase(handle->file.get());
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* into, int size, sqlite3_int64 offset) {
    auto& handle = of(file);
    const auto wanted = static_cast<std::size_t>(size);
    auto* bytes = static_cast<char*>(into);
    const auto got = handle.disk->read(*handle.file, static_cast<std::size_t>(offset), bytes,
                                       wanted);
    if (got == wanted) return SQLITE_OK;
    std::fill(bytes + got, bytes + wanted, '\0');
    return SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    auto& handle = of(file);
    if (!handle.may_write) return SQLITE_IOERR_WRITE;
    handle.disk->write(*handle.file, static_cast<std::size_t>(offset),
                       {static_cast<const char*>(bytes), static_cast<std::size_t>(size)});
    return SQLITE_OK;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    auto& handle = of(file);
    if (!handle.may_write) return SQLITE_IOERR_TRUNCATE;
    handle.disk->resize(*handle.file, static_cast<std::size_t>(size));
    return SQLITE_OK;
}

int sync(sqlite3_file* file, int) {
    auto& handle = of(file);
    handle.disk->sync(*handle.file, handle.syncs_folder);
    handle.syncs_folder = false;
    return SQLITE_OK;
}

int size_of(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(of(file).disk->size_of(*of(file).file));
    return SQLITE_OK;
}

int lock_file(sqlite3_file* file, int wanted) {
    auto& handle = of(file);
    const std::lock_guard guard(state().mutex);
    if (handle.lock >= wanted) return SQLITE_OK;
    if (wanted > SQLITE_LOCK_SHARED && !handle.may_write) return SQLITE_IOERR_LOCK;
    auto& shared = *handle.shared;
    const auto held_by_another = [&](const Handle* holder) { return holder && holder != &handle; };
    if (handle.lock == SQLITE_LOCK_NONE) {
        if (held_by_another(shared.pending) || held_by_another(shared.exclusive))
            return SQLITE_BUSY;
        ++shared.readers;
        handle.lock = SQLITE_LOCK_SHARED;
    }
    if (wanted >= SQLITE_LOCK_RESERVED && handle.lock < SQLITE_LOCK_RESERVED) {
        if (held_by_another(shared.reserved)) return SQLITE_BUSY;
        shared.reserved = &handle;
        handle.lock = SQLITE_LOCK_RESERVED;
    }
    if (wanted == SQLITE_LOCK_EXCLUSIVE) {
        if (held_by_another(shared.pending)) return SQLITE_BUSY;
        shared.pending = &handle;
        handle.lock = SQLITE_LOCK_PENDING;
        if (shared.readers > 1) return SQLITE_BUSY;
        shared.exclusive = &handle;
        handle.lock = SQLITE_LOCK_EXCLUSIVE;
    }
    return SQLITE_OK;
}

int unlock_file(sqlite3_file* file, int wanted) {
    auto& handle = of(file);
    const std::lock_guard guard(state().mutex);
    if (handle.lock <= wanted) return SQLITE_OK;
    auto& shared = *handle.shared;
    for (auto* holder : {&shared.reserved, &shared.pending, &shared.exclusive})
        if (*holder == &handle) *holder = nullptr;
    if (wanted == SQLITE_LOCK_NONE) --shared.readers;
    handle.lock = wanted;
    return SQLITE_OK;
}

int is_reserved(sqlite3_file* file, int* reserved) {
    const std::lock_guard guard(state().mutex);
    *reserved = of(file).shared->reserved != nullptr;
    return SQLITE_OK;
}

int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }

// As SQLite's own for Linux says of disks; the simulated one is worse (sectors of 512 bytes).
int reported_sector(sqlite3_file*) { return 4096; }
int properties(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

// ---- the memory that the connections of a write-ahead log share -----------------------------

int map_memory(sqlite3_file* file, int region, int size, int extend, volatile void** into) {
    auto& handle = of(file);
    const std::lock_guard guard(state().mutex);
    auto& shared = *handle.shared;
    if (!handle.uses_memory) ++shared.memory_users;
    handle.uses_memory = true;
    *into = nullptr;
    const auto place = static_cast<std::size_t>(region);
    while (shared.memory.size() <= place) {
        if (!extend) return SQLITE_OK;
        shared.memory.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
    }
    *into = shared.memory[place].get();
    return SQLITE_OK;
}

unsigned slots_from(int first, int count) { return ((1U << count) - 1U) << first; }

int unlock_slots(Handle& handle, unsigned mask) {
    for (std::size_t i = 0; i < handle.shared->slots.size(); ++i) {
        auto& slot = handle.shared->slots[i];
        const auto bit = 1U << i;
        if (mask & handle.read_slots & bit) --slot.readers;
        if (mask & handle.write_slots & bit) slot.writer = nullptr;
    }
    handle.read_slots &= ~mask;
    handle.write_slots &= ~mask;
    return SQLITE_OK;
}

int lock_slots(Handle& handle, unsigned mask, bool to_write) {
    auto& slots = handle.shared->slots;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const auto bit = 1U << i;
        if (!(mask & bit)) continue;
        const bool own_reader = handle.read_slots & bit;
        if (slots[i].writer && slots[i].writer != &handle) return SQLITE_BUSY;
        if (to_write && slots[i].readers > (own_reader ? 1 : 0)) return SQLITE_BUSY;
    }
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const auto bit = 1U << i;
        if (!(mask & bit)) continue;
        if (to_write)
            slots[i].writer = &handle;
        else if (!(handle.read_slots & bit))
            ++slots[i].readers;
    }
    (to_write ? handle.write_slots : handle.read_slots) |= mask;
    return SQLITE_OK;
}

int lock_memory(sqlite3_file* file, int first, int count, int flags) {
    const std::lock_guard guard(state().mutex);
    const auto mask = slots_from(first, count);
    if (flags & SQLITE_SHM_UNLOCK) return unlock_slots(of(file), mask);
    return lock_slots(of(file), mask, (flags & SQLITE_SHM_EXCLUSIVE) != 0);
}

void order_memory(sqlite3_file*) { std::atomic_thread_fence(std::memory_order_seq_cst); }

int forget_memory(sqlite3_file* file, int) {
    auto& handle = of(file);
    const std::lock_guard guard(state().mutex);
    if (!handle.uses_memory) return SQLITE_OK;
    handle.uses_memory = false;
    unlock_slots(handle, slots_from(0, SQLITE_SHM_NLOCK));
    // As with the lock of the first to come on Linux: who opens it next finds it empty.
    if (--handle.shared->memory_users == 0) handle.shared->memory.clear();
    return SQLITE_OK;
}

constexpr sqlite3_io_methods file_methods{
    2,           close,        read,          write,   truncate,        sync,       size_of,
    lock_file,   unlock_file,  is_reserved,   control, reported_sector, properties, map_memory,
    lock_memory, order_memory, forget_memory, nullptr, nullptr};

// ---- the disk -------------------------------------------------------------------------------

int open(sqlite3_vfs*, const char* name, sqlite3_file* into, int flags, int* opened) {
    into->pMethods = nullptr;
    auto handle = std::make_unique<Handle>();
    const std::lock_guard guard(state().mutex);
    handle->disk = state().disk;
    handle->name = name ? name : "";
    if (name)
        handle->file = handle->disk->find(handle->name);
    else
        handle->file = std::make_shared<DiskFile>();
    if (!handle->file) {
        if (!(flags & SQLITE_OPEN_CREATE)) return SQLITE_CANTOPEN;
        handle->file = handle->disk->create(handle->name);
        handle->syncs_folder = flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL |
                                        SQLITE_OPEN_WAL);
    }
    handle->may_write = flags & SQLITE_OPEN_READWRITE;
    handle->shared = &state().shared[handle->file.get()];
    ++handle->shared->users;
    if (opened) *opened = flags;
    into->pMethods = &file_methods;
    reinterpret_cast<OpenFile*>(into)->handle = handle.release();
    return SQLITE_OK;
}

int remove(sqlite3_vfs*, const char* name, int and_folder) {
    const std::lock_guard guard(state().mutex);
    return state().disk->remove(name, and_folder != 0) ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}

// As on Linux, an empty file is as good as none to whoever asks whether it exists.
int exists(sqlite3_vfs*, const char* name, int flags, int* result) {
    const std::lock_guard guard(state().mutex);
    const auto file = state().disk->find(name);
    *result = file && (flags != SQLITE_ACCESS_EXISTS || state().disk->size_of(*file) > 0);
    return SQLITE_OK;
}

int whole_name(sqlite3_vfs*, const char* name, int size, char* into) {
    if (std::strlen(name) >= static_cast<std::size_t>(size)) return SQLITE_CANTOPEN;
    std::strcpy(into, name);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int size, char* into) {
    const std::lock_guard guard(state().mutex);
    for (int i = 0; i < size; ++i) into[i] = static_cast<char>(state().chance.next());
    return size;
}

int sleep(sqlite3_vfs*, int microseconds) {
    return state().real->xSleep(state().real, microseconds);
}

int time_now(sqlite3_vfs*, sqlite3_int64* milliseconds) {
    return state().real->xCurrentTimeInt64(state().real, milliseconds);
}

int last_error(sqlite3_vfs*, int, char*) { return 0; }

}  // namespace

void register_disk_vfs() {
    static sqlite3_vfs vfs{};
    state().real = sqlite3_vfs_find(nullptr);
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(OpenFile);
    vfs.mxPathname = 512;
    vfs.zName = "simulated_disk";
    vfs.xOpen = open;
    vfs.xDelete = remove;
    vfs.xAccess = exists;
    vfs.xFullPathname = whole_name;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleep;
    vfs.xGetLastError = last_error;
    vfs.xCurrentTimeInt64 = time_now;
    sqlite3_vfs_register(&vfs, 1);
}

void use_disk(std::shared_ptr<SimulatedDisk> disk, std::uint64_t seed) {
    {
        const std::lock_guard guard(state().mutex);
        state().disk = std::move(disk);
        state().chance = Chance(seed);
    }
    sqlite3_randomness(0, nullptr);
}

}  // namespace ayni
