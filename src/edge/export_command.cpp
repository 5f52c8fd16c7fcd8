#include <filesystem>

#include <fmt/format.h>

#include "edge/commands.h"
#include "edge/console.h"
#include "store/export_tables.h"
#include "store/schema.h"

namespace ayni {
namespace {

Result<std::vector<ExportedFile>> read_tables(const ExportOptions& options) {
    try {
        Connection db(options.file, Connection::Access::read_only);
        if (auto ours = check_schema(db); !ours) return std::unexpected(ours.error());
        return exported_tables(db, {options.organisation});
    } catch (const DatabaseError& failure) {
        return refuse(is_full(failure) ? Refusal::disk_full : Refusal::database_not_ayni, {},
                      options.file);
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

int export_organisation(const ExportOptions& options) {
    if (!std::filesystem::exists(options.file))
        return print_refusal({{{Refusal::file_unreadable, {}, options.file}}}, false);
    if (std::filesystem::exists(options.folder))
        return print_refusal({{{Refusal::file_exists, {}, options.folder}}}, false);
    const auto files = read_tables(options);
    if (!files) return print_refusal(files.error(), false);
    if (auto written = write_folder(options.folder, *files); !written)
        return print_refusal(written.error(), false);
    return 0;
}

}  // namespace ayni
