#include "simulated_disk.h"

#include <algorithm>
#include <cstring>

namespace ayni {
namespace {

void put(std::string& file, std::size_t offset, std::string_view bytes, char filler) {
    if (file.size() < offset + bytes.size()) file.resize(offset + bytes.size(), filler);
    bytes.copy(file.data() + offset, bytes.size());
}

// How a disk treats what it was not told to keep; one temper for each file and cut.
struct Temper {
    unsigned kept_eighths;     // of the sectors
    bool stops_at_first_loss;  // a log that was written in order, up to somewhere
    bool keeps_sizes;          // the size grew although the bytes did not arrive
    char filler;               // what stands where bytes did not arrive

    static Temper of(Chance& chance) {
        constexpr unsigned shares[] = {0, 1, 4, 7, 8, 7};
        const auto kind = chance.below(std::size(shares));
        return {shares[kind], kind == 5, chance.happens(4), chance.happens(4) ? '\0' : '\xA5'};
    }
};

}  // namespace

void DiskFile::write(std::size_t offset, std::string_view bytes) {
    put(now_, offset, bytes, '\0');
    unsynced_.push_back({true, offset, std::string(bytes)});
}

void DiskFile::resize(std::size_t size) {
    now_.resize(size, '\0');
    unsynced_.push_back({false, size, {}});
}

void DiskFile::sync() {
    for (const auto& change : unsynced_) {
        if (change.is_write)
            put(synced_, change.place, change.bytes, '\0');
        else
            synced_.resize(change.place, '\0');
    }
    unsynced_.clear();
}

std::string DiskFile::survivor(Chance& chance) const {
    const auto temper = Temper::of(chance);
    auto left = synced_;
    bool stopped = false;
    const auto is_kept = [&] {
        if (!stopped && chance.happens(temper.kept_eighths)) return true;
        stopped = temper.stops_at_first_loss;
        return false;
    };
    for (const auto& change : unsynced_) {
        if (!change.is_write) {
            if (is_kept()) left.resize(change.place, temper.filler);
            continue;
        }
        const std::string_view bytes = change.bytes;
        for (std::size_t from = 0; from < bytes.size();) {
            const auto place = change.place + from;
            const auto length = std::min(bytes.size() - from, sector_size - place % sector_size);
            if (is_kept())
                put(left, place, bytes.substr(from, length), temper.filler);
            else if (temper.keeps_sizes && left.size() < place + length)
                left.resize(place + length, temper.filler);
            from += length;
        }
    }
    return left;
}

SimulatedDisk::SimulatedDisk(const DiskImage& image) {
    for (const auto& [name, bytes] : image) names_[name] = std::make_shared<DiskFile>(bytes);
    synced_names_ = names_;
}

void SimulatedDisk::cut_at(std::uint64_t moment, std::uint64_t seed, std::function<void()> at_cut) {
    const std::lock_guard lock(mutex_);
    cut_at_ = moments_ + moment;
    chance_ = Chance(seed);
    at_cut_ = std::move(at_cut);
}

void SimulatedDisk::cut_now() {
    const std::lock_guard lock(mutex_);
    if (!survivors_) cut();
}

bool SimulatedDisk::is_cut() const {
    const std::lock_guard lock(mutex_);
    return survivors_.has_value();
}

DiskImage SimulatedDisk::survivors() const {
    const std::lock_guard lock(mutex_);
    return survivors_.value();
}

std::uint64_t SimulatedDisk::moments() const {
    const std::lock_guard lock(mutex_);
    return moments_;
}

DiskImage SimulatedDisk::image() const {
    const std::lock_guard lock(mutex_);
    DiskImage image;
    for (const auto& [name, file] : names_) image[name] = file->bytes();
    return image;
}

// A journaling file system keeps the order of names, up to where it came.
void SimulatedDisk::cut() {
    auto names = synced_names_;
    const auto kept = chance_.below(unsynced_names_.size() + 1);
    for (std::size_t i = 0; i < kept; ++i) {
        const auto& [name, file] = unsynced_names_[i];
        if (file)
            names[name] = file;
        else
            names.erase(name);
    }
    survivors_.emplace();
    for (const auto& [name, file] : names) (*survivors_)[name] = file->survivor(chance_);
    if (at_cut_) at_cut_();
}

// The change that this announces has been made, but (a sync) has not had its effect.
void SimulatedDisk::moment() {
    if (++moments_ == cut_at_ && !survivors_) cut();
}

void SimulatedDisk::sync_names() {
    synced_names_ = names_;
    unsynced_names_.clear();
}

std::shared_ptr<DiskFile> SimulatedDisk::find(const std::string& name) const {
    const std::lock_guard lock(mutex_);
    const auto found = names_.find(name);
    return found == names_.end() ? nullptr : found->second;
}

std::shared_ptr<DiskFile> SimulatedDisk::create(const std::string& name) {
    const std::lock_guard lock(mutex_);
    auto file = std::make_shared<DiskFile>();
    names_[name] = file;
    unsynced_names_.push_back({name, file});
    moment();
    return file;
}

bool SimulatedDisk::remove(const std::string& name, bool and_folder) {
    const std::lock_guard lock(mutex_);
    if (names_.erase(name) == 0) return false;
    unsynced_names_.push_back({name, nullptr});
    moment();
    if (and_folder) sync_names();
    return true;
}

std::size_t SimulatedDisk::read(const DiskFile& file, std::size_t offset, char* into,
                                std::size_t size) const {
    const std::lock_guard lock(mutex_);
    if (offset >= file.bytes().size()) return 0;
    return file.bytes().copy(into, size, offset);
}

std::size_t SimulatedDisk::size_of(const DiskFile& file) const {
    const std::lock_guard lock(mutex_);
    return file.bytes().size();
}

void SimulatedDisk::write(DiskFile& file, std::size_t offset, std::string_view bytes) {
    const std::lock_guard lock(mutex_);
    file.write(offset, bytes);
    moment();
}

void SimulatedDisk::resize(DiskFile& file, std::size_t size) {
    const std::lock_guard lock(mutex_);
    file.resize(size);
    moment();
}

void SimulatedDisk::sync(DiskFile& file, bool and_folder) {
    const std::lock_guard lock(mutex_);
    moment();
    file.sync();
    if (and_folder) sync_names();
}

}  // namespace ayni
