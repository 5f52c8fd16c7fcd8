#pragma once
// What each subcommand does; each gives the exit code.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ayni {

struct ServeOptions {
    std::string file, address = "127.0.0.1", public_url;
    std::string backups;  ///< the folder; none: none are made
    std::string backup_at = "02:00";
    std::uint16_t port = 8080;
    int threads = 2;
    double requests_per_second = 200;  // not money
};
/// Where whoever gets a link or a code will open it, unless said.
inline constexpr std::string_view usual_url = "http://127.0.0.1:8080";
struct MakeOptions {
    std::string file, examples = "examples/cabeza_de_toro", url{usual_url};
    bool closed = false;  ///< of the demonstration: until both months are closed
};
struct LinkOptions {
    std::string file, login, url{usual_url};
    bool without_second_factor = false;
};
struct ImportOptions {
    std::string file, csv, login, product = "milk";
    std::int64_t organisation = 1;
    bool analyses = false, good_rows_only = false;
};
struct SettleOptions {
    std::string file, login, first, last, product = "milk";
    std::int64_t organisation = 1;
};
struct ApproveOptions {
    std::string file, login;
    std::int64_t settlement = 0, organisation = 1;
    bool post = false;
};
struct CallOptions {
    std::string file, name, login, key, now;
    bool session = false, help = false;
    std::vector<std::string> flags;
};
struct PaperOptions {
    std::string file, query, login, out, language;
    std::vector<std::string> flags;
};
struct ExportOptions {
    std::string file, folder;
    std::int64_t organisation = 1;
};
struct BenchOptions {
    std::string what, folder = ".";
    std::int64_t deliveries = 1'000'000;
    std::string database;            ///< of a server, empty; none: a file in `folder`
    std::int64_t organisations = 0;  ///< 0: as many as the benchmark has by itself
    int clients = 32, seconds = 10;
    bool keep = false;
    bool only_data = false;
    bool settling = false;
};

/// "02:30" is 150; none for what is no hour of the day.
[[nodiscard]] std::optional<int> minutes_of_day(std::string_view hour);
int serve(const ServeOptions& options);
int initialise(const MakeOptions& options, bool json);
int demonstrate(const MakeOptions& options, bool json);
int print_link(const LinkOptions& options, bool json);
int back_up(const std::string& file, const std::string& copy, bool json);
int restore_backup(const std::string& copy, const std::string& file, bool json);
int verify_file(const std::string& file, bool books_only, bool json);
/// Prints the digest of the state of a database, or of one organisation in it (0: of all).
int print_digest(const std::string& file, std::int64_t organisation, bool json);
/// Takes in the folder of an export.
int import_folder(const std::string& file, const std::string& folder, bool json);
int import_csv(const ImportOptions& options, bool json);
int settle_period(const SettleOptions& options, bool json);
int approve_or_post(const ApproveOptions& options, bool json);
int call_use_case(const CallOptions& options, bool json);
/// Prints the answer of a query into a file.
int print_paper(const PaperOptions& options, bool json);
int export_organisation(const ExportOptions& options, bool json);
int bench(const BenchOptions& options);

}  // namespace ayni
