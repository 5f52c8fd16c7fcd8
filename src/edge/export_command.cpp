#include <filesystem>

#include <fmt/format.h>

#include "edge/commands.h"
#include "edge/console.h"
#include "store/export_tables.h"

namespace ayni {

int export_organisation(const ExportOptions& options) {
    if (!std::filesystem::exists(options.file))
        return print_refusal({{{Refusal::file_unreadable, {}, options.file}}}, false);
    if (std::filesystem::exists(options.folder))
        return print_refusal({{{Refusal::file_exists, {}, options.folder}}}, false);
    std::filesystem::create_directories(options.folder);
    Connection db(options.file, Connection::Access::read_only);
    for (const auto& file : exported_tables(db, {options.organisation}))
        if (auto written = write_file(options.folder + "/" + file.name, file.bytes); !written)
            return print_refusal(written.error(), false);
    return 0;
}

}  // namespace ayni
