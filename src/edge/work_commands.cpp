#include <filesystem>
#include <iostream>

#include <fmt/format.h>

#include "app/base64.h"
#include "app/collection_contract.h"
#include "app/settlement_contract.h"
#include "edge/commands.h"
#include "edge/console.h"
#include "edge/flags.h"
#include "edge/open_file.h"
#include "edge/printed_file.h"
#include "edge/refusal_json.h"
#include "edge/use_case_help.h"

namespace ayni {
namespace {

// A user of a file, as the commands see him.
struct Desk {
    OpenFile& file;
    std::string login;
    bool wants_json;

    template <class Command>
    Answer send(std::string_view name, const Command& command) {
        auto json = parse_json(to_json_text(command));
        if (!json) return std::unexpected(json.error());
        return file.call(login, std::string(name), *json, fresh_key(real_surroundings()));
    }
    // With a bar of that title while it lasts.
    template <class Command>
    Answer send_watched(std::string_view name, std::string title, const Command& command) {
        Progress bar(std::move(title), wants_json);
        file.watch(bar.told());
        auto answer = send(name, command);
        file.watch({});
        return answer;
    }
};

// Opens the file, finds the user, does the act; every way out prints why.
template <class Act>
int as_user(const std::string& path, const std::string& login, bool json, Act&& act) {
    auto file = open_file(path);
    if (!file) return print_refusal(file.error(), json);
    const auto language = (*file)->language_of(login);
    if (!language) return print_refusal(language.error(), json);
    const Answer answer = act(Desk{**file, login, json});
    if (!answer) return print_refusal(answer.error(), json, *language);
    fmt::print("{}\n", *answer);
    return 0;
}

// What is wrong with the value of a flag, by the flag's name.
Refused at_flag(std::string flag, const std::string& value, const Refused& why) {
    return {{{why.reason(), std::move(flag), value}}};
}

}  // namespace

int import_csv(const ImportOptions& options, bool json) {
    if (std::filesystem::is_directory(options.csv))
        return import_folder(options.file, options.csv, json);
    if (options.login.empty()) return print_refusal({{{Refusal::field_missing, "--as", {}}}}, json);
    const auto bytes = read_file(options.csv);
    if (!bytes) return print_refusal(bytes.error(), json);
    if (bytes->empty()) return print_refusal({{{Refusal::csv_no_rows, {}, options.csv}}}, json);
    return as_user(options.file, options.login, json, [&](Desk desk) {
        const auto kind = options.analyses ? ImportKind::analyses : ImportKind::deliveries;
        const ImportFile command{
            {options.organisation}, kind,
            options.product,        std::filesystem::path(options.csv).filename().string(),
            to_base64(*bytes),      {},
            options.good_rows_only};
        return desk.send_watched("import_file", "import", command);
    });
}

int settle_period(const SettleOptions& options, bool json) {
    const auto first = parse_date(options.first), last = parse_date(options.last);
    if (!first) return print_refusal(at_flag("--first", options.first, first.error()), json);
    if (!last) return print_refusal(at_flag("--last", options.last, last.error()), json);
    return as_user(options.file, options.login, json, [&](Desk desk) -> Answer {
        const OrganisationId organisation{options.organisation};
        const auto made = desk.send_watched(
            "compute_settlement", "settle",
            ComputeSettlement{organisation, options.product, *first, *last});
        if (!made || json) return made;
        const auto receipt = from_json_text<Receipt>(*made);
        if (!receipt) return std::unexpected(receipt.error());
        const auto shown = desk.send(
            "settlement", SettlementCommand{organisation, {receipt->made.front().number}});
        if (!shown) return shown;
        const auto view = from_json_text<SettlementView>(*shown);
        if (!view) return std::unexpected(view.error());
        const auto& sum = view->summary;
        return fmt::format(
            "settlement {}: {} producers, {} deliveries, {} kg\ngross {}  deducted {}  net "
            "{}\ndigest {}",
            sum.settlement.number, sum.producers, sum.deliveries, print(sum.quantity),
            print_amount(sum.gross), print_amount(sum.deducted), print_amount(sum.net), sum.digest);
    });
}

int approve_or_post(const ApproveOptions& options, bool json) {
    return as_user(options.file, options.login, json, [&](Desk desk) {
        return desk.send(options.post ? "post_settlement" : "approve_settlement",
                         SettlementCommand{{options.organisation}, {options.settlement}});
    });
}

namespace {

// "--first 2025-07-01 --last=2025-07-15" as pairs; refused: `field_unknown` for anything else. The
// program's own --json may stand among them.
Result<std::vector<std::pair<std::string, std::string>>> pairs_of(
    const std::vector<std::string>& flags, bool& json) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (!flags[i].starts_with("--")) return refuse(Refusal::field_unknown, {}, flags[i]);
        auto name = flags[i].substr(2);
        if (name == "json") {
            json = true;
            continue;
        }
        if (const auto equals = name.find('='); equals != name.npos) {
            pairs.emplace_back(name.substr(0, equals), name.substr(equals + 1));
        } else {
            if (i + 1 == flags.size()) return refuse(Refusal::field_missing, {}, flags[i]);
            pairs.emplace_back(std::move(name), flags[++i]);
        }
    }
    return pairs;
}

// One line of a session: who, what, with which input; its answer on one line.
std::string session_answer(OpenFile& file, const std::string& line) {
    const auto json = parse_json(line);
    if (!json) return refusal_json(json.error(), Language::en);
    const auto text = [&](std::string_view name) {
        const auto* member = json->find(name);
        return member ? member->text : std::string();
    };
    const auto* input = json->find("input");
    auto key = text("key");
    if (key.empty()) key = fresh_key(real_surroundings());
    const auto answer = file.call(text("as"), text("use_case"), input ? *input : Json::object(),
                                  key);
    return answer ? *answer : refusal_json(answer.error(), Language::en);
}

Result<std::unique_ptr<OpenFile>> file_of_session(const CallOptions& options) {
    if (options.now.empty()) return open_file(options.file);
    const auto now = parse_instant(options.now);
    if (!now) return std::unexpected(now.error());
    return open_file_at(options.file, *now);
}

int run_session(const CallOptions& options) {
    const auto file = file_of_session(options);
    if (!file) return print_refusal(file.error(), true);
    for (std::string line; std::getline(std::cin, line);)
        if (!line.empty()) std::cout << session_answer(**file, line) << std::endl;
    return 0;
}

}  // namespace

int call_use_case(const CallOptions& options, bool json) {
    if (options.session) return run_session(options);
    if (options.name.empty()) {
        fmt::print("{}", use_case_list(the_register()));
        return 0;
    }
    const auto* use_case = the_register().find(options.name);
    if (!use_case) return print_refusal({{{Refusal::unknown_use_case, {}, options.name}}}, json);
    if (options.help) {
        fmt::print("{}", use_case_help(*use_case));
        return 0;
    }
    if (options.login.empty()) return print_refusal({{{Refusal::field_missing, "--as", {}}}}, json);
    const auto pairs = pairs_of(options.flags, json);
    if (!pairs) return print_refusal(pairs.error(), json);
    const auto input = json_from_flags(*use_case->input, *pairs);
    if (!input) return print_refusal(input.error(), json);
    return as_user(options.file, options.login, json, [&](Desk desk) {
        return desk.file.call(options.login, options.name, *input,
                              options.key.empty() ? fresh_key(real_surroundings()) : options.key);
    });
}

int print_paper(const PaperOptions& options, bool json) {
    const auto* use_case = the_register().find(options.query);
    if (!use_case) return print_refusal({{{Refusal::unknown_use_case, {}, options.query}}}, json);
    const auto pairs = pairs_of(options.flags, json);
    if (!pairs) return print_refusal(pairs.error(), json);
    auto input = json_from_flags(*use_case->input, *pairs);
    if (!input) return print_refusal(input.error(), json);
    const auto language = choice_of<Language>(options.language);
    if (!language && !options.language.empty())
        return print_refusal({{{Refusal::not_a_choice, "--language", options.language}}}, json);
    return as_user(options.file, options.login, json, [&](Desk desk) -> Answer {
        const auto own = desk.file.language_of(options.login);
        if (!own) return std::unexpected(own.error());
        auto format = std::filesystem::path(options.out).extension().string();
        const auto file = printed_file(
            [&](const std::string& asked, const Json& with) {
                return desk.file.call(options.login, asked, with, {});
            },
            {options.query, *input, format.empty() ? format : format.substr(1),
             language.value_or(*own), real_surroundings().now()});
        if (!file) return std::unexpected(file.error());
        if (auto written = write_file(options.out, file->bytes); !written)
            return std::unexpected(written.error());
        return print_json(Json::object()
                              .with("file", Json::of_text(options.out))
                              .with("bytes", Json::of_number(std::ssize(file->bytes))));
    });
}

}  // namespace ayni
