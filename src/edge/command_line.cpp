#include "edge/command_line.h"

#include <sys/stat.h>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "edge/commands.h"
#include "edge/console.h"
#include "store/database.h"

namespace ayni {
namespace {

void add_serve(CLI::App& app, int& exit) {
    auto* command = app.add_subcommand("serve", "Serves the application over HTTP");
    auto options = std::make_shared<ServeOptions>();
    command->add_option("file", options->file, "The database file")->required();
    command->add_option("--address", options->address, "Address to listen on")
        ->capture_default_str();
    command->add_option("--port", options->port, "Port; 0 takes any free one")
        ->capture_default_str();
    command->add_option("--threads", options->threads, "Threads of the network")
        ->capture_default_str();
    command->add_option("--public-url", options->public_url, "https://… when it stands behind TLS");
    command
        ->add_option("--requests-per-second", options->requests_per_second,
                     "Budget of one session; 0: without limit")
        ->capture_default_str();
    auto* backups = command->add_option(
        "--backups", options->backups,
        "Folder for verified backups, best on another disk; of this database only");
    command->add_option("--backup-at", options->backup_at, "When, by the organisation's clock")
        ->needs(backups)
        ->check(CLI::Validator(
            [](const std::string& hour) {
                return minutes_of_day(hour) ? std::string() : "not an hour as 02:00: " + hour;
            },
            "HH:MM"))
        ->capture_default_str();
    command->footer(
        "Examples: ayni serve data/demo.ayni --port 8080\n"
        "          ayni serve coop.ayni --backups /media/usb --backup-at 22:30");
    command->callback([options, &exit] { exit = serve(*options); });
}

void add_url(CLI::App& command, std::string& url) {
    command.add_option("--url", url, "Where it is opened, for what is printed")
        ->capture_default_str();
}

void add_files(CLI::App& app, int& exit, const bool& json) {
    auto* init = app.add_subcommand("init", "Makes an empty database and prints the one-time code");
    auto empty = std::make_shared<MakeOptions>();
    init->add_option("file", empty->file, "The file to make")->required();
    add_url(*init, empty->url);
    init->footer("Example: ayni init coop.ayni");
    init->callback([empty, &exit, &json] { exit = initialise(*empty, json); });

    auto* demo = app.add_subcommand("demo", "Makes a co-operative with two months of real milk");
    auto shown = std::make_shared<MakeOptions>();
    demo->add_option("file", shown->file, "The file to make")->required();
    demo->add_option("--examples", shown->examples, "Folder with the example's files")
        ->capture_default_str();
    demo->add_flag("--closed", shown->closed,
                   "Also pays, takes in the bank's statements and closes both months");
    add_url(*demo, shown->url);
    demo->footer("Example: ayni demo data/demo.ayni");
    demo->callback([shown, &exit, &json] { exit = demonstrate(*shown, json); });

    auto* link = app.add_subcommand("link", "Prints a single-use sign-in link for a user");
    auto link_options = std::make_shared<LinkOptions>();
    link->add_option("file", link_options->file, "The database file")->required();
    link->add_option("login", link_options->login,
                     "Whose link; none while nobody has signed up: the first administrator's code");
    link->add_flag("--without-second-factor", link_options->without_second_factor,
                   "Takes the second factor away from who has lost telephone and paper");
    add_url(*link, link_options->url);
    link->footer("Example: ayni link coop.ayni gerencia --url https://coop.example");
    link->callback([link_options, &exit, &json] { exit = print_link(*link_options, json); });

    auto* backup = app.add_subcommand("backup",
                                      "Copies a database, also one in use, and verifies the copy");
    auto from_to = std::make_shared<std::pair<std::string, std::string>>();
    backup->add_option("file", from_to->first, "The database file")->required();
    backup->add_option("copy", from_to->second, "The file to make")->required();
    backup->footer("Example: ayni backup coop.ayni /media/usb/coop-2025-08-31.ayni");
    backup->callback(
        [from_to, &exit, &json] { exit = back_up(from_to->first, from_to->second, json); });

    auto* restore = app.add_subcommand("restore", "Verifies a backup and makes a database of it");
    auto to_from = std::make_shared<std::pair<std::string, std::string>>();
    restore->add_option("copy", to_from->first, "The backup")->required();
    restore->add_option("file", to_from->second, "The file to make")->required();
    restore->footer("Example: ayni restore /media/usb/coop-2025-08-31.ayni coop.ayni");
    restore->callback(
        [to_from, &exit, &json] { exit = restore_backup(to_from->first, to_from->second, json); });
}

void add_verify(CLI::App& app, int& exit, const bool& json) {
    auto* command = app.add_subcommand("verify", "Recomputes everything and names what differs");
    auto file = std::make_shared<std::string>();
    auto books = std::make_shared<bool>(false);
    command->add_option("file", *file, "The database file")->required();
    command->add_flag("--books", *books, "Chains and entries only, without re-pricing");
    command->footer("Example: ayni verify coop.ayni");
    command->callback([file, books, &exit, &json] { exit = verify_file(*file, *books, json); });
}

void add_digest(CLI::App& app, int& exit, const bool& json) {
    auto* command = app.add_subcommand(
        "digest", "Prints one number for all that is recorded, whatever engine keeps it");
    auto file = std::make_shared<std::string>();
    command->add_option("file", *file, "The database file, or postgresql://…")->required();
    auto organisation = std::make_shared<std::int64_t>(0);
    command->add_option("--organisation", *organisation, "Only of this one");
    command->footer("Example: ayni digest coop.ayni");
    command->callback(
        [file, organisation, &exit, &json] { exit = print_digest(*file, *organisation, json); });
}

void add_work(CLI::App& app, int& exit, const bool& json) {
    auto* taken_in = app.add_subcommand(
        "import", "Takes in a CSV file of deliveries or analyses, or the folder of an export");
    auto options = std::make_shared<ImportOptions>();
    taken_in->add_option("file", options->file, "The database file")->required();
    taken_in->add_option("csv", options->csv, "The CSV file, or the folder of an export")
        ->required();
    taken_in->add_option("--as", options->login, "Who does it; of a CSV file");
    taken_in->add_option("--organisation", options->organisation, "Its number")
        ->capture_default_str();
    taken_in->add_option("--product", options->product, "Code of the product")
        ->capture_default_str();
    taken_in->add_flag("--analyses", options->analyses, "The file holds analyses, not deliveries");
    taken_in->add_flag("--good-rows-only", options->good_rows_only,
                       "Take the good rows although there are bad ones");
    taken_in->footer(
        "Examples: ayni import coop.ayni julio.csv --as gerencia\n"
        "          ayni init new.ayni && ayni import new.ayni exported_folder");
    taken_in->callback([options, &exit, &json] { exit = import_csv(*options, json); });

    auto* settle = app.add_subcommand("settle", "Computes the settlement of a period");
    auto period = std::make_shared<SettleOptions>();
    settle->add_option("file", period->file, "The database file")->required();
    settle->add_option("--as", period->login, "Who does it")->required();
    settle->add_option("--first", period->first, "First day, YYYY-MM-DD")->required();
    settle->add_option("--last", period->last, "Last day, YYYY-MM-DD")->required();
    settle->add_option("--organisation", period->organisation, "Its number")->capture_default_str();
    settle->add_option("--product", period->product, "Code of the product")->capture_default_str();
    settle->footer(
        "Example: ayni settle coop.ayni --first 2025-08-16 --last 2025-08-31 --as gerencia");
    settle->callback([period, &exit, &json] { exit = settle_period(*period, json); });

    auto* approve = app.add_subcommand(
        "approve", "Approves a settlement (somebody else than who computed it)");
    auto which = std::make_shared<ApproveOptions>();
    approve->add_option("file", which->file, "The database file")->required();
    approve->add_option("settlement", which->settlement, "Its number")->required();
    approve->add_option("--as", which->login, "Who approves")->required();
    approve->add_option("--organisation", which->organisation, "Its number")->capture_default_str();
    approve->add_flag("--post", which->post, "Post an approved settlement instead");
    approve->footer("Example: ayni approve coop.ayni 4 --as consejo");
    approve->callback([which, &exit, &json] { exit = approve_or_post(*which, json); });
}

void add_call(CLI::App& app, int& exit, const bool& json) {
    auto* command = app.add_subcommand("call", "Calls a use case of the register");
    auto options = std::make_shared<CallOptions>();
    command->add_option("file", options->file, "The database file")->required();
    command->add_option("name", options->name, "The use case; none with --session");
    command->add_option("--as", options->login, "Who asks");
    command->add_option("--key", options->key, "Key of the command; a fresh one unless said");
    command->add_flag("--session", options->session,
                      "Reads one JSON request a line: {\"as\",\"use_case\",\"input\",\"key\"}");
    command->add_option("--now", options->now,
                        "Clock of a session in tests: YYYY-MM-DDThh:mm:ss.sssZ");
    command->set_help_flag();  // the help of a use case is its own
    command->add_flag("-h,--help", options->help, "Print this help message, or that of a use case");
    command->allow_extras();
    command->fallthrough(false);  // every other flag is a member of the input
    command->footer(
        "Example: ayni call coop.ayni balances --as contabilidad --organisation 1\n"
        "All use cases: ayni call coop.ayni. One of them: ayni call coop.ayni balances --help\n"
        "Any member of the input is a flag: --first 2025-08-16 --instalment \"20.00 PEN\"");
    command->callback([command, options, &exit, &json] {
        options->flags = command->remaining();
        if (options->help && options->name.empty())
            fmt::print("{}", command->help("ayni"));
        else
            exit = call_use_case(*options, json);
    });
}

void add_paper(CLI::App& app, int& exit, const bool& json) {
    auto* command = app.add_subcommand("paper",
                                       "Writes a register or a report as XLSX, PDF or CSV");
    auto options = std::make_shared<PaperOptions>();
    command->add_option("file", options->file, "The database file")->required();
    command->add_option("query", options->query, "What to print: trial_balance, deliveries…")
        ->required();
    command->add_option("--as", options->login, "Who asks")->required();
    command->add_option("--out", options->out, "The file to make: .xlsx, .pdf or .csv")->required();
    command->add_option("--language", options->language, "es or en; of whoever asks, unless said");
    command->allow_extras();
    command->fallthrough(false);  // every other flag is a member of the query's input
    command->footer(
        "Example: ayni paper coop.ayni trial_balance --as contabilidad --organisation 1\n"
        "         --first 2025-07-01 --last 2025-07-31 --out balance.xlsx");
    command->callback([command, options, &exit, &json] {
        options->flags = command->remaining();
        exit = print_paper(*options, json);
    });
}

void add_export(CLI::App& app, int& exit, const bool& json) {
    auto* command = app.add_subcommand("export",
                                       "Writes one organisation as plain files with a description");
    auto options = std::make_shared<ExportOptions>();
    command->add_option("file", options->file, "The database file")->required();
    command->add_option("folder", options->folder, "The folder to make")->required();
    command->add_option("--organisation", options->organisation, "Its number")
        ->capture_default_str();
    command->footer("Example: ayni export coop.ayni salida");
    command->callback([options, &exit, &json] { exit = export_organisation(*options, json); });
}

void add_bench(CLI::App& app, int& exit) {
    auto* command = app.add_subcommand("bench",
                                       "Measures this machine with the product's own store");
    auto options = std::make_shared<BenchOptions>();
    command
        ->add_option("what", options->what,
                     "settle, post, verify, import, statement, bank, books, fortnight or http")
        ->required();
    command->add_option("--deliveries", options->deliveries, "How many")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command
        ->add_option("--organisations", options->organisations,
                     "settle, http: in how many organisations")
        ->check(CLI::PositiveNumber);
    command->add_option("--database", options->database,
                        "settle, http: an empty database of a server (postgresql://…)");
    command->add_option("--clients,--connections", options->clients, "How many at once")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--seconds", options->seconds, "For how long")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--folder", options->folder, "Where its files are made")
        ->capture_default_str();
    command->add_flag("--keep", options->keep, "Use and keep what an earlier run made there");
    command->add_flag("--only-data", options->only_data, "settle: only make what --keep uses");
    command->add_flag("--settling", options->settling,
                      "http: while as many deliveries as --deliveries are being settled");
    command->footer("Example: ayni bench settle --deliveries 1000000 --folder /var/tmp");
    command->callback([options, &exit] { exit = bench(*options); });
}

}  // namespace

int run_command_line(int count, char** arguments) {
    // Databases, backups and exports hold identity numbers and secrets: what the program makes is
    // for its own user, until he decides otherwise.
    ::umask(0077);
    CLI::App app{
        "Ayni runs rural productive alliances: every delivery, its price, its payment, its books."};
    app.name("ayni");
    app.require_subcommand(1);
    app.set_version_flag("--version", "0.1.0");
    bool json = false;
    app.add_flag("--json", json, "Answers as JSON");
    app.fallthrough();
    int exit = 0;
    add_serve(app, exit);
    add_files(app, exit, json);
    add_verify(app, exit, json);
    add_digest(app, exit, json);
    add_work(app, exit, json);
    add_call(app, exit, json);
    add_paper(app, exit, json);
    add_export(app, exit, json);
    add_bench(app, exit);
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& wrong) {
        return app.exit(wrong) == 0 ? 0 : 2;
    } catch (const DatabaseError& failure) {
        if (is_full(failure)) return print_refusal({{{Refusal::disk_full, {}, {}}}}, json);
        fmt::print(stderr, "ayni: {}\n", failure.what());
        return 1;
    } catch (const std::exception& failure) {
        fmt::print(stderr, "ayni: {}\n", failure.what());
        return 1;
    }
    return exit;
}

}  // namespace ayni
