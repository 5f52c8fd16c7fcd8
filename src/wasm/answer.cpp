#include "wasm/answer.h"

#include "kernel/described_json.h"

namespace ayni::wasm {
namespace {

void append_member(std::string& said, std::string_view before, std::string_view text) {
    said += before;
    append_quoted(said, text);
}

}  // namespace

std::string refusal_text(const Refused& refused) {
    std::string said = "{\"problems\":[";
    for (const auto& problem : refused.problems) {
        if (said.back() != '[') said += ',';
        append_member(said, "{\"code\":", code_of(problem.reason));
        append_member(said, ",\"where\":", problem.where);
        append_member(said, ",\"detail\":", problem.detail);
        said += '}';
    }
    return said + "]}";
}

std::string value_text(const Shape& shape, const void* value) {
    std::string said = "{\"value\":";
    append_json(said, shape, value);
    return said + '}';
}

}  // namespace ayni::wasm
