#pragma once
// Only one program writes to a database: a file is locked beside it, a server's by the server.

#include <memory>
#include <string>

#include "kernel/result.h"
#include "store/database.h"

namespace ayni {

/// Held for as long as it lives; gone by itself when the program dies.
class WriterLock {
public:
    /// Refused: `file_unreadable` (no such file, or its folder takes no lock), `database_in_use`,
    /// `database_unreachable`.
    [[nodiscard]] static Result<WriterLock> take(const std::string& path);
    ~WriterLock();
    WriterLock(WriterLock&& other) noexcept;
    WriterLock& operator=(WriterLock&&) = delete;

private:
    WriterLock() = default;
    static Result<WriterLock> take_of_server(const std::string& address);
    int file_ = -1;
    std::unique_ptr<Connection> server_;
};

}  // namespace ayni
