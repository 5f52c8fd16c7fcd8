#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "app/sessions_queries.h"
#include "app/verify_queries.h"
#include "edge/commands.h"
#include "edge/console.h"
#include "edge/demo.h"
#include "edge/open_file.h"
#include "kernel/described_json.h"
#include "store/copy_database.h"
#include "store/schema.h"
#include "store/state_digest.h"
#include "store/writer_lock.h"

namespace ayni {
namespace {

// What a command made, for `--json`.
struct MadeLink {
    std::string role, name, url;
};
BOOST_DESCRIBE_STRUCT(MadeLink, (), (role, name, url))
struct MadeDatabase {
    std::string file;
    std::string url;
    std::optional<std::string> code;  ///< of the first administrator
    std::vector<MadeLink> links;
};
BOOST_DESCRIBE_STRUCT(MadeDatabase, (), (file, url, code, links))

std::string link_to(const std::string& url, std::string_view token) {
    return fmt::format("{}/enter#{}", url, token);
}

void print_demo(const std::vector<DemoUser>& users, const MakeOptions& options, bool json) {
    if (json) {
        MadeDatabase made{options.file, options.url, {}, {}};
        for (const auto& user : users)
            made.links.push_back({user.role, user.name, link_to(options.url, user.link)});
        fmt::print("{}\n", to_json_text(made));
        return;
    }
    fmt::print(
        "Cabeza de Toro: 188 productores, dos meses de leche, {}.\n"
        "Ingrese con uno de estos enlaces (cada uno sirve una vez) al abrir: ayni serve {}\n\n",
        options.closed ? "pagados y cerrados" : "tres quincenas registradas", options.file);
    for (const auto& user : users)
        fmt::print("  {:<18} {:<16} {}\n", user.role, user.name, link_to(options.url, user.link));
}

int verify_with(Connection& db, bool books_only, bool json) {
    const auto found = [&] {
        Progress bar("verify", json);
        return verify(db, books_only ? VerifyPart::books : VerifyPart::everything, bar.told());
    }();
    if (json)
        fmt::print("{}\n", to_json_text(found));
    else {
        fmt::print(
            "organisations {}  records {}  entries {}  legs {}  deliveries {}  settlements {} "
            "({} not re-priced)  missing records {}\n",
            found.organisations, found.records, found.entries, found.legs, found.deliveries,
            found.settlements, found.settlements_not_repriced, found.records_missing);
        for (const auto& finding : found.findings)
            fmt::print("FOUND organisation {} {} {}\n", finding.organisation.number, finding.what,
                       finding.where);
        if (found.records_unknown > 0)
            fmt::print("records by commands of another version {}\n", found.records_unknown);
        if (found.findings.empty()) fmt::print("ok: nothing differs\n");
    }
    return found.findings.empty() ? 0 : 2;
}

bool may_write_into(const std::filesystem::path& folder) {
    return ::access(folder.c_str(), W_OK | X_OK) == 0;
}

bool begins_as_database(const std::string& path) {
    std::array<char, 16> head{};
    std::ifstream(path, std::ios::binary).read(head.data(), head.size());
    return std::string_view(head.data(), head.size()) ==
           std::string_view("SQLite format 3", head.size());
}

// The head of a database says of how many pages it is; a file with a log beside it may be longer.
bool is_whole(const std::string& path) {
    std::array<unsigned char, 32> head{};
    std::ifstream file(path, std::ios::binary);
    if (!file.read(reinterpret_cast<char*>(head.data()), head.size())) return false;
    if (std::filesystem::exists(path + "-wal")) return true;
    const auto at = [&](std::size_t place) { return std::uintmax_t{head.at(place)}; };
    const auto page = at(16) << 8 | at(17);
    const auto pages = at(28) << 24 | at(29) << 16 | at(30) << 8 | at(31);
    return std::filesystem::file_size(path) == pages * (page == 1 ? 65'536 : page);
}

Result<void> copy_rows(const std::string& from, const std::string& to, bool json) {
    const auto locked = WriterLock::take(from);
    if (!locked) return std::unexpected(locked.error());
    Connection source(from, Connection::Access::read_only);
    if (auto current = check_schema(source); !current) return current;
    if (auto made = Service::create(to); !made) return made;
    Connection target(to, Connection::Access::read_write);
    Progress bar("copy", json);
    copy_database(source, target, bar.told());
    return {};
}

void copy_pages(const std::string& from, const std::string& to, bool json) {
    Progress bar("copy", json);
    Connection(from, Connection::Access::read_only).copy_to(to, bar.told());
}

// From an engine to the other, or from server to server: nobody may write meanwhile, or what comes
// after would be missing there.
int verified_move(const std::string& from, const std::string& to, bool json) {
    try {
        if (auto copied = copy_rows(from, to, json); !copied)
            return print_refusal(copied.error(), json);
        Connection copy(to, Connection::Access::read_only);
        return verify_with(copy, false, json);
    } catch (const DatabaseError& failure) {
        if (is_full(failure)) throw;
        const auto why = failure.kind == DatabaseError::Kind::unreachable
                             ? Refusal::database_unreachable
                             : Refusal::database_damaged;
        return print_refusal({{{why, {}, shown_database(from)}}}, json);
    }
}

// A copy is only a backup once it has been verified.
int verified_copy(const std::string& from, const std::string& to, bool json) {
    if (is_server_address(from) || is_server_address(to)) return verified_move(from, to, json);
    if (!std::filesystem::exists(from))
        return print_refusal({{{Refusal::file_unreadable, {}, from}}}, json);
    if (std::filesystem::exists(to)) return print_refusal({{{Refusal::file_exists, {}, to}}}, json);
    if (!may_write_into(std::filesystem::absolute(to).parent_path()))
        return print_refusal({{{Refusal::file_unwritable, {}, to}}}, json);
    if (begins_as_database(from) && !is_whole(from))
        return print_refusal({{{Refusal::database_damaged, {}, from}}}, json);
    try {
        copy_pages(from, to, json);
        if (auto moved = migrate_copy(to); !moved) {
            std::filesystem::remove(to);
            return print_refusal(moved.error(), json);
        }
        Connection copy(to, Connection::Access::read_only);
        return verify_with(copy, false, json);
    } catch (const DatabaseError& failure) {
        // What is only half a copy would be taken for a whole one.
        for (const auto* end : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(to + end);
        if (is_full(failure)) throw;
        return print_refusal(
            {{{begins_as_database(from) ? Refusal::database_damaged : Refusal::database_not_ayni,
               {},
               from}}},
            json);
    }
}

}  // namespace

namespace {

void print_first_code(const std::string& file, const std::string& url, const std::string& code) {
    fmt::print(
        "{} is ready. Within 15 minutes, start `ayni serve {}` and open\n  {}/enter\n"
        "One-time code of the first administrator: {}\n",
        shown_database(file), shown_database(file), url, code);
}

}  // namespace

int initialise(const MakeOptions& options, bool json) {
    const auto& file = options.file;
    if (auto made = Service::create(file); !made) return print_refusal(made.error(), json);
    auto service = Service::open(file, real_surroundings());
    if (!service) return print_refusal(service.error(), json);
    const auto code = make_link(**service, {}, first_code_milliseconds);
    if (json)
        fmt::print("{}\n", to_json_text(MadeDatabase{file, options.url, code, {}}));
    else
        print_first_code(file, options.url, code);
    return 0;
}

int demonstrate(const MakeOptions& options, bool json) {
    const auto& file = options.file;
    const bool is_file = !is_server_address(file);
    if (!std::filesystem::is_directory(options.examples))
        return print_refusal({{{Refusal::file_unreadable, {}, options.examples}}}, json);
    if (const auto parent = std::filesystem::path(file).parent_path(); is_file && !parent.empty())
        std::filesystem::create_directories(parent);
    if (auto made = Service::create(file); !made) return print_refusal(made.error(), json);
    auto service = Service::open(file, real_surroundings());
    if (!service) return print_refusal(service.error(), json);
    const auto users = [&] {
        Progress bar("Cabeza de Toro", json);
        return make_demo(**service, options.examples,
                         options.closed ? DemoUpTo::closed_months : DemoUpTo::open_fortnight,
                         bar.told());
    }();
    if (!users) {
        // Half a demonstration would be shown as if it were whole.
        service->reset();
        for (const auto* end : {"", ".lock"})
            if (is_file) std::filesystem::remove(file + end);
        return print_refusal(users.error(), json);
    }
    print_demo(*users, options, json);
    return 0;
}

int print_link(const LinkOptions& options, bool json) {
    auto file = open_file(options.file);
    if (!file) return print_refusal(file.error(), json);
    const auto token = (*file)->link(options.login, options.without_second_factor);
    if (!token) return print_refusal(token.error(), json);
    if (options.login.empty()) {
        if (json)
            fmt::print("{}\n", to_json_text(MadeDatabase{options.file, options.url, *token, {}}));
        else
            print_first_code(options.file, options.url, *token);
        return 0;
    }
    const auto url = link_to(options.url, *token);
    if (json)
        fmt::print("{}\n", to_json_text(MadeLink{{}, options.login, url}));
    else
        fmt::print("{}\n", url);
    return 0;
}

int back_up(const std::string& file, const std::string& copy, bool json) {
    return verified_copy(file, copy, json);
}

int restore_backup(const std::string& copy, const std::string& file, bool json) {
    return verified_copy(copy, file, json);
}

namespace {

// Opens a database of ours to read, and does something with it.
template <class Act>
int with_database(const std::string& file, bool json, const Act& act) {
    if (!is_server_address(file) && !std::filesystem::exists(file))
        return print_refusal({{{Refusal::file_unreadable, {}, file}}}, json);
    try {
        Connection db(file, Connection::Access::read_only);
        if (auto ours = check_schema(db); !ours) return print_refusal(ours.error(), json);
        return act(db);
    } catch (const DatabaseError& failure) {
        return print_refusal({{{refusal_of(failure), {}, shown_database(file)}}}, json);
    }
}

struct StateDigest {
    std::string state;
};
BOOST_DESCRIBE_STRUCT(StateDigest, (), (state))

}  // namespace

int verify_file(const std::string& file, bool books_only, bool json) {
    return with_database(file, json,
                         [&](Connection& db) { return verify_with(db, books_only, json); });
}

int print_digest(const std::string& file, std::int64_t organisation, bool json) {
    return with_database(file, json, [&](Connection& db) {
        const auto only = organisation > 0 ? std::optional(OrganisationId{organisation})
                                           : std::nullopt;
        const auto digest = state_digest(db, only);
        fmt::print("{}\n", json ? to_json_text(StateDigest{digest}) : digest);
        return 0;
    });
}

}  // namespace ayni
