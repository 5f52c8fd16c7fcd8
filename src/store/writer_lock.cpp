#include "store/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>

namespace ayni {

Result<WriterLock> WriterLock::take(const std::string& path) {
    if (is_server_address(path)) return take_of_server(path);
    if (!std::filesystem::exists(path)) return refuse(Refusal::file_unreadable, {}, path);
    WriterLock lock;
    lock.file_ = ::open((path + ".lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (lock.file_ < 0) return refuse(Refusal::file_unreadable, {}, path);
    if (::flock(lock.file_, LOCK_EX | LOCK_NB) != 0)
        return refuse(Refusal::database_in_use, {}, path);
    return lock;
}

Result<WriterLock> WriterLock::take_of_server(const std::string& address) {
    try {
        WriterLock lock;
        lock.server_ = std::make_unique<Connection>(address, Connection::Access::read_write);
        // "AYNI" in ASCII; of each database by itself.
        auto query = lock.server_->query("SELECT pg_try_advisory_lock(1096371785)");
        if (!query.next() || query.integer_at(0) == 0) return refuse(Refusal::database_in_use);
        return lock;
    } catch (const DatabaseError&) {
        return refuse(Refusal::database_unreachable);
    }
}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : file_(std::exchange(other.file_, -1)), server_(std::move(other.server_)) {}

WriterLock::~WriterLock() {
    if (file_ >= 0) ::close(file_);
    if (!server_) return;
    // The server may take its time to notice that a connection ended; the next program shall not
    // find the lock taken meanwhile.
    try {
        static_cast<void>(server_->query("SELECT pg_advisory_unlock(1096371785)").next());
    } catch (const DatabaseError&) {
        server_.reset();  // With the connection goes the lock.
    }
}

}  // namespace ayni
