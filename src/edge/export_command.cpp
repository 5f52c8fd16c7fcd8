#include <filesystem>

#include <fmt/format.h>

#include "edge/commands.h"
#include "edge/console.h"
#include "kernel/described_json.h"
#include "store/export_tables.h"
#include "store/import_tables.h"
#include "store/schema.h"
#include "store/writer_lock.h"

namespace ayni {
namespace {

// What the command made, for `--json`.
struct MadeFolder {
    std::string folder;
    std::int64_t files = 0;
};
BOOST_DESCRIBE_STRUCT(MadeFolder, (), (folder, files))

Result<std::vector<ExportedFile>> read_tables(const ExportOptions& options, bool json) {
    Progress bar("export", json);
    try {
        Connection db(options.file, Connection::Access::read_only);
        if (auto ours = check_schema(db); !ours) return std::unexpected(ours.error());
        return exported_tables(db, {options.organisation}, bar.told());
    } catch (const DatabaseError& failure) {
        return refuse(refusal_of(failure), {}, shown_database(options.file));
    }
}

// Half an export would be taken for a whole one: what was made of it goes again.
Result<void> write_folder(const std::string& folder, const std::vector<ExportedFile>& files) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) {
        const bool full = failed == std::errc::no_space_on_device;
        return refuse(full ? Refusal::disk_full : Refusal::file_unwritable, {}, folder);
    }
    for (const auto& file : files)
        if (auto written = write_file(folder + "/" + file.name, file.bytes); !written) {
            std::filesystem::remove_all(folder, failed);
            return written;
        }
    return {};
}

}  // namespace

int export_organisation(const ExportOptions& options, bool json) {
    if (!is_server_address(options.file) && !std::filesystem::exists(options.file))
        return print_refusal({{{Refusal::file_unreadable, {}, options.file}}}, json);
    if (std::filesystem::exists(options.folder))
        return print_refusal({{{Refusal::file_exists, {}, options.folder}}}, json);
    const auto files = read_tables(options, json);
    if (!files) return print_refusal(files.error(), json);
    if (auto written = write_folder(options.folder, *files); !written)
        return print_refusal(written.error(), json);
    if (json) fmt::print("{}\n", to_json_text(MadeFolder{options.folder, std::ssize(*files)}));
    return 0;
}

namespace {

struct TakenIn {
    OrganisationId organisation;
};
BOOST_DESCRIBE_STRUCT(TakenIn, (), (organisation))

std::optional<std::string> bytes_in(const std::string& folder, const std::string& name) {
    auto bytes = read_file(folder + "/" + name);
    if (!bytes) return std::nullopt;
    return *std::move(bytes);
}

Result<OrganisationId> take_in(const std::string& file, const std::string& folder, bool json) {
    const auto lock = WriterLock::take(file);
    if (!lock) return std::unexpected(lock.error());
    Progress bar("import", json);
    try {
        Connection db(file, Connection::Access::read_write);
        if (auto ours = check_schema(db); !ours) return std::unexpected(ours.error());
        return import_organisation(
            db, [&](const std::string& name) { return bytes_in(folder, name); }, bar.told());
    } catch (const DatabaseError& failure) {
        if (failure.kind == DatabaseError::Kind::unique)
            return refuse(Refusal::already_exists, {}, failure.what());
        return refuse(refusal_of(failure), {}, shown_database(file));
    }
}

}  // namespace

int import_folder(const std::string& file, const std::string& folder, bool json) {
    const auto organisation = take_in(file, folder, json);
    if (!organisation) return print_refusal(organisation.error(), json);
    if (json)
        fmt::print("{}\n", to_json_text(TakenIn{*organisation}));
    else
        fmt::print("organisation {}\n", organisation->number);
    return 0;
}

}  // namespace ayni
