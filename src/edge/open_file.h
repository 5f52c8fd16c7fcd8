#pragma once
// A file of Ayni as the command line has it open: itself or, while a server holds it, through that
// server's local socket. Nobody sees from the outside which of both it is.

#include <memory>
#include <string>
#include <string_view>

#include "app/service.h"

namespace ayni {

/// Who can open the file is believed about who he is: he names himself by his login.
class OpenFile {
public:
    virtual ~OpenFile() = default;
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    /// The language of the user. Refused: `not_found`, at /login.
    [[nodiscard]] virtual Result<Language> language_of(const std::string& login) = 0;
    /// What the use case answers him. A command carries a key; an empty login is nobody.
    [[nodiscard]] virtual Answer call(const std::string& login, const std::string& use_case,
                                      const Json& input, const std::string& key) = 0;
    /// Who is told how far the commands are that come; of a file that a server holds, nobody is.
    virtual void watch(const Progressed&) {}
    /// The token of a fresh sign-in link; takes his second factor away first, if asked to.
    /// Refused: `not_found`, at /login.
    [[nodiscard]] virtual Answer link(const std::string& login, bool without_second_factor) = 0;

protected:
    OpenFile() = default;
};

/// The file itself, or the server that holds it. Refused: what `Service::open` refuses;
/// `database_in_use` when whoever holds it is no server.
[[nodiscard]] Result<std::unique_ptr<OpenFile>> open_file(const std::string& path);
/// The file itself, never through a server: its clock stands still at `now`.
[[nodiscard]] Result<std::unique_ptr<OpenFile>> open_file_at(const std::string& path, Instant now);

}  // namespace ayni
