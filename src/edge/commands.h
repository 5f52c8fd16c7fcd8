#pragma once
// What each subcommand does; each gives the exit code.

#include <cstdint>
#include <string>
#include <vector>

namespace ayni {

struct ServeOptions {
    std::string file, address = "127.0.0.1", public_url;
    std::uint16_t port = 8080;
    int threads = 2;
    double requests_per_second = 200;  // not money
};
struct LinkOptions {
    std::string file, login;
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
    bool session = false;
    std::vector<std::string> flags;
};
struct ExportOptions {
    std::string file, folder;
    std::int64_t organisation = 1;
};
struct BenchOptions {
    std::string what, folder = ".";
    std::int64_t deliveries = 1'000'000;
    int clients = 32, seconds = 10;
    bool keep = false;
    bool settling = false;
};

int serve(const ServeOptions& options);
int initialise(const std::string& file);
int demonstrate(const std::string& file, const std::string& folder);
int print_link(const LinkOptions& options);
int back_up(const std::string& file, const std::string& copy);
int restore_backup(const std::string& copy, const std::string& file);
int verify_file(const std::string& file, bool books_only, bool json);
int import_csv(const ImportOptions& options, bool json);
int settle_period(const SettleOptions& options, bool json);
int approve_or_post(const ApproveOptions& options, bool json);
int call_use_case(const CallOptions& options, bool json);
int export_organisation(const ExportOptions& options);
int bench(const BenchOptions& options);

}  // namespace ayni
