#pragma once
// A disk in memory that can lose its power. What was written and not synced may then be there,
// be missing, or be there in part, sector by sector and in any order; names likewise.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chance.h"

namespace ayni {

inline constexpr std::size_t sector_size = 512;

/// The bytes of every file that a disk holds, by name.
using DiskImage = std::map<std::string, std::string>;

/// One file: what programs read now, and what a power cut would leave of it.
class DiskFile {
public:
    explicit DiskFile(std::string bytes = {}) : now_(bytes), synced_(std::move(bytes)) {}
    [[nodiscard]] const std::string& bytes() const noexcept { return now_; }
    void write(std::size_t offset, std::string_view bytes);
    void resize(std::size_t size);
    void sync();
    /// What may be read after a power cut at this moment.
    [[nodiscard]] std::string survivor(Chance& chance) const;

private:
    struct Change {
        bool is_write = false;
        std::size_t place = 0;  // of a write; the new size otherwise
        std::string bytes;
    };
    std::string now_, synced_;
    std::vector<Change> unsynced_;
};

/// Files by name, and the one power cut of this disk's life. Every call may come from any thread.
class SimulatedDisk {
public:
    explicit SimulatedDisk(const DiskImage& image = {});

    /// Cuts the power at the `moment`-th change from now, from 1. What is done afterwards happens
    /// in a ghost that nobody sees again; `at_cut` is called at the moment itself.
    void cut_at(std::uint64_t moment, std::uint64_t seed, std::function<void()> at_cut);
    /// Cuts it now, unless it was cut before; for the end of a run.
    void cut_now();
    [[nodiscard]] bool is_cut() const;
    /// What was left at the cut.
    [[nodiscard]] DiskImage survivors() const;
    /// Changes so far: writes, syncs, sizes and names.
    [[nodiscard]] std::uint64_t moments() const;
    /// What programs see now.
    [[nodiscard]] DiskImage image() const;

    [[nodiscard]] std::shared_ptr<DiskFile> find(const std::string& name) const;
    std::shared_ptr<DiskFile> create(const std::string& name);
    /// `and_folder`: the removed name is on the disk when this returns.
    bool remove(const std::string& name, bool and_folder);
    std::size_t read(const DiskFile& file, std::size_t offset, char* into, std::size_t size) const;
    [[nodiscard]] std::size_t size_of(const DiskFile& file) const;
    void write(DiskFile& file, std::size_t offset, std::string_view bytes);
    void resize(DiskFile& file, std::size_t size);
    /// `and_folder`: all names are on the disk too when this returns.
    void sync(DiskFile& file, bool and_folder);

private:
    using Names = std::map<std::string, std::shared_ptr<DiskFile>>;
    struct Renaming {
        std::string name;
        std::shared_ptr<DiskFile> file;  // null: removed
    };
    mutable std::mutex mutex_;
    Names names_, synced_names_;
    std::vector<Renaming> unsynced_names_;
    std::uint64_t moments_ = 0, cut_at_ = 0;
    Chance chance_{0};
    std::function<void()> at_cut_;
    std::optional<DiskImage> survivors_;

    void moment();
    void cut();
    void sync_names();
};

}  // namespace ayni
