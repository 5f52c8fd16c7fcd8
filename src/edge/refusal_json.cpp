#include "edge/refusal_json.h"

#include "kernel/json.h"

namespace ayni {

std::string refusal_json(const Refused& refused, Language language) {
    Json problems = Json::list();
    for (const auto& problem : refused.problems)
        problems.items.push_back(
            Json::object()
                .with("code", Json::of_text(std::string(code_of(problem.reason))))
                .with("where", Json::of_text(problem.where))
                .with("detail", Json::of_text(problem.detail))
                .with("text", Json::of_text(std::string(text_of(problem.reason, language)))));
    return print_json(Json::object().with("problems", std::move(problems)));
}

Refused refused_from_json(std::string_view text) {
    Refused refused;
    const auto json = parse_json(text);
    const auto* problems = json ? json->find("problems") : nullptr;
    const auto text_at = [](const Json& problem, std::string_view name) {
        const auto* member = problem.find(name);
        return member ? member->text : std::string();
    };
    for (const auto& problem : problems ? problems->items : std::vector<Json>())
        if (const auto reason = refusal_of(text_at(problem, "code")))
            refused.problems.push_back(
                {*reason, text_at(problem, "where"), text_at(problem, "detail")});
    if (refused.problems.empty()) refused.problems.push_back({Refusal::busy, {}, {}});
    return refused;
}

unsigned status_of(const Refused& refused) noexcept {
    switch (refused.reason()) {
        case Refusal::json_malformed:
        case Refusal::json_too_deep:
        case Refusal::json_duplicate_key:
        case Refusal::key_missing: return 400;
        case Refusal::not_signed_in:
        case Refusal::wrong_password:
        case Refusal::link_used_or_expired: return 401;
        case Refusal::not_allowed:
        case Refusal::same_person:
        case Refusal::second_factor_needed:
        case Refusal::foreign_origin: return 403;
        case Refusal::not_found:
        case Refusal::unknown_use_case: return 404;
        case Refusal::already_exists:
        case Refusal::key_reused:
        case Refusal::code_taken:
        case Refusal::period_already_posted:
        case Refusal::file_imported_already: return 409;
        case Refusal::method_not_allowed: return 405;
        case Refusal::body_too_large: return 413;
        case Refusal::content_type_not_json: return 415;
        case Refusal::too_many_requests: return 429;
        case Refusal::busy: return 503;
        case Refusal::disk_full: return 507;
        default: return 422;
    }
}

}  // namespace ayni
