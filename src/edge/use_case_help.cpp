#include "edge/use_case_help.h"

#include <algorithm>

#include <fmt/format.h>

namespace ayni {
namespace {

std::string first_sentence(std::string_view note) {
    return std::string(note.substr(0, std::min(note.size(), note.find_first_of(".:;"))));
}

// How a value of the shape is written behind its flag.
std::string written(const Shape& shape) {
    switch (shape.kind) {
        case Kind::boolean: return "true|false";
        case Kind::integer: return "NUMBER";
        case Kind::text: return "TEXT";
        case Kind::scalar: return std::string(shape.example);
        case Kind::money: return "\"20.00 PEN\"";
        case Kind::optional: return written(*shape.element);
        case Kind::list: return "'[" + written(*shape.element) + ", …]'";
        case Kind::choice: {
            std::string all;
            for (const auto name : shape.choices)
                all += (all.empty() ? "" : "|") + std::string(name);
            return all;
        }
        case Kind::structure: {
            std::string members;
            for (const auto& field : shape.structure()->fields)
                members += (members.empty() ? "\"" : ", \"") + std::string(field.name) + "\"";
            return "{" + members + "}";
        }
    }
    return {};
}

}  // namespace

std::string use_case_list(const Register& all) {
    std::size_t widest = 0;
    for (const auto& each : all.all()) widest = std::max(widest, each.name.size());
    std::string text;
    for (const auto& each : all.all())
        text += fmt::format("{} {:<{}}  {}\n", each.kind == UseCaseKind::command ? '!' : ' ',
                            each.name, widest, first_sentence(each.note));
    return text + "\n! changes something. The flags of one: ayni call FILE NAME --help\n";
}

std::string use_case_help(const UseCase& use_case) {
    auto text = fmt::format("{}\n{}\n", use_case.name, use_case.note);
    std::string roles;
    for (const auto role : use_case.roles)
        roles += (roles.empty() ? "" : ", ") + std::string(name_of(role));
    text += fmt::format("Who: {}\n", roles.empty() ? "whoever is signed in" : roles);
    for (const auto& field : use_case.input->structure()->fields) {
        const bool is_optional = field.shape->kind == Kind::optional;
        text += fmt::format("  --{} {}{}{}{}\n", field.name, written(*field.shape),
                            is_optional ? "  (optional)" : "", field.note.text.empty() ? "" : "  ",
                            field.note.text);
    }
    return text;
}

}  // namespace ayni
