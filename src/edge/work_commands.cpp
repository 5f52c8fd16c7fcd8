#include <filesystem>
#include <iostream>

#include <fmt/format.h>

#include "app/base64.h"
#include "app/collection_contract.h"
#include "app/settlement_contract.h"
#include "edge/commands.h"
#include "edge/console.h"
#include "edge/flags.h"
#include "edge/refusal_json.h"

namespace ayni {
namespace {

// Opens the file, finds the user, does the act; every way out prints why.
template <class Act>
int as_user(const std::string& file, const std::string& login, bool json, Act&& act) {
    auto service = Service::open(file, real_surroundings());
    if (!service) return print_refusal(service.error(), json);
    const auto caller = (*service)->caller_named(login);
    if (caller.user.is_none())
        return print_refusal({{{Refusal::not_found, "/login", login}}}, json);
    const Answer answer = act(**service, caller);
    if (!answer) return print_refusal(answer.error(), json, caller.language);
    fmt::print("{}\n", *answer);
    return 0;
}

std::string key_of(Service& service) { return fresh_key(service.surroundings()); }

}  // namespace

int import_csv(const ImportOptions& options, bool json) {
    const auto bytes = read_file(options.csv);
    if (!bytes) return print_refusal(bytes.error(), json);
    return as_user(options.file, options.login, json, [&](Service& service, const Caller& caller) {
        const auto kind = options.analyses ? ImportKind::analyses : ImportKind::deliveries;
        const ImportFile command{
            {options.organisation}, kind,
            options.product,        std::filesystem::path(options.csv).filename().string(),
            to_base64(*bytes),      {},
            options.good_rows_only};
        return send(service, caller, "import_file", command, key_of(service));
    });
}

int settle_period(const SettleOptions& options, bool json) {
    const auto first = parse_date(options.first), last = parse_date(options.last);
    if (!first) return print_refusal(first.error(), json);
    if (!last) return print_refusal(last.error(), json);
    return as_user(
        options.file, options.login, json, [&](Service& service, const Caller& caller) -> Answer {
            const OrganisationId organisation{options.organisation};
            const auto made = send(service, caller, "compute_settlement",
                                   ComputeSettlement{organisation, options.product, *first, *last},
                                   key_of(service));
            if (!made || json) return made;
            const auto receipt = from_json_text<Receipt>(*made);
            if (!receipt) return std::unexpected(receipt.error());
            const auto shown = send(service, caller, "settlement",
                                    SettlementCommand{organisation, {receipt->made.front().number}},
                                    {});
            if (!shown) return shown;
            const auto view = from_json_text<SettlementView>(*shown);
            if (!view) return std::unexpected(view.error());
            const auto& sum = view->summary;
            return fmt::format(
                "settlement {}: {} producers, {} deliveries, {} kg\ngross {}  deducted {}  net "
                "{}\ndigest {}",
                sum.settlement.number, sum.producers, sum.deliveries, print(sum.quantity),
                print_amount(sum.gross), print_amount(sum.deducted), print_amount(sum.net),
                sum.digest);
        });
}

int approve_or_post(const ApproveOptions& options, bool json) {
    return as_user(options.file, options.login, json, [&](Service& service, const Caller& caller) {
        return send(service, caller, options.post ? "post_settlement" : "approve_settlement",
                    SettlementCommand{{options.organisation}, {options.settlement}},
                    key_of(service));
    });
}

namespace {

// "--first 2025-07-01 --last=2025-07-15" as pairs; refused: `field_unknown` for anything else.
Result<std::vector<std::pair<std::string, std::string>>> pairs_of(
    const std::vector<std::string>& flags) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (!flags[i].starts_with("--")) return refuse(Refusal::field_unknown, {}, flags[i]);
        auto name = flags[i].substr(2);
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
std::string session_answer(Service& service, const std::string& line) {
    const auto json = parse_json(line);
    if (!json) return refusal_json(json.error(), Language::en);
    const auto text = [&](std::string_view name) {
        const auto* member = json->find(name);
        return member ? member->text : std::string();
    };
    const auto* input = json->find("input");
    auto key = text("key");
    if (key.empty()) key = key_of(service);
    const auto answer = service.call({service.caller_named(text("as")), text("use_case"),
                                      input ? *input : Json::object(), std::move(key)});
    return answer ? *answer : refusal_json(answer.error(), Language::en);
}

int run_session(const CallOptions& options) {
    auto surroundings = real_surroundings();
    if (!options.now.empty()) {
        const auto now = parse_instant(options.now);
        if (!now) return print_refusal(now.error(), true);
        surroundings.now = [fixed = *now] { return fixed; };
    }
    auto service = Service::open(options.file, std::move(surroundings));
    if (!service) return print_refusal(service.error(), true);
    for (std::string line; std::getline(std::cin, line);)
        if (!line.empty()) std::cout << session_answer(**service, line) << std::endl;
    return 0;
}

}  // namespace

int call_use_case(const CallOptions& options, bool json) {
    if (options.session) return run_session(options);
    const auto* use_case = the_register().find(options.name);
    if (!use_case) return print_refusal({{{Refusal::unknown_use_case, {}, options.name}}}, json);
    const auto pairs = pairs_of(options.flags);
    if (!pairs) return print_refusal(pairs.error(), json);
    return as_user(options.file, options.login, json, [&](Service& service, const Caller& caller) {
        return service.call({caller, options.name, json_from_flags(*use_case->input, *pairs),
                             options.key.empty() ? key_of(service) : options.key});
    });
}

}  // namespace ayni
