#include "edge/openapi.h"

#include "kernel/address.h"
#include "kernel/json.h"

namespace ayni {
namespace {

Json text(std::string_view value) { return Json::of_text(std::string(value)); }

Json reference(std::string_view name) {
    return Json::object().with("$ref", text("#/components/schemas/" + std::string(name)));
}

// Collects the schemas of structures on the way.
class Schemas {
public:
    Json of(const Shape& shape, const FieldNote& note = {}) {
        switch (shape.kind) {
            case Kind::boolean: return type("boolean");
            case Kind::integer: return integer(note);
            case Kind::text: return limited_text(note);
            case Kind::scalar:
                return type("string")
                    .with("pattern", text(shape.pattern))
                    .with("examples", examples(shape.example));
            case Kind::choice: return choices(shape);
            case Kind::money: money(); return reference("Money");
            case Kind::list: return type("array").with("items", of(*shape.element, note));
            case Kind::optional: return of(*shape.element, note);
            case Kind::structure:
                structure(*shape.structure());
                return reference(shape.structure()->name);
        }
        return Json::object();
    }
    /// What we answer has no limits of length: it may join two names.
    void without_limits() noexcept { limited_ = false; }
    [[nodiscard]] Json all() && { return std::move(found_); }

private:
    Json found_ = Json::object();
    bool limited_ = true;

    static Json type(std::string_view name) { return Json::object().with("type", text(name)); }
    static Json examples(std::string_view example) {
        Json list = Json::list();
        list.items.push_back(text(example));
        return list;
    }
    static Json integer(const FieldNote& note) {
        Json schema = type("integer").with("format", text("int64"));
        if (note.least != INT64_MIN) schema.with("minimum", Json::of_number(note.least));
        if (note.most != INT64_MAX) schema.with("maximum", Json::of_number(note.most));
        return schema;
    }
    [[nodiscard]] Json limited_text(const FieldNote& note) const {
        if (!limited_) return type("string");
        Json schema = type("string").with("maxLength",
                                          Json::of_number(static_cast<std::int64_t>(note.longest)));
        if (!note.may_be_empty) schema.with("minLength", Json::of_number(1));
        return schema;
    }
    static Json choices(const Shape& shape) {
        Json list = Json::list();
        for (auto choice : shape.choices) list.items.push_back(text(choice));
        return type("string").with("enum", std::move(list));
    }
    void money() {
        if (found_.find("Money")) return;
        Json required = Json::list();
        required.items = {text("amount"), text("currency")};
        found_.with(
            "Money",
            type("object")
                .with("description", text("An exact amount of a currency (ISO 4217)."))
                .with("properties",
                      Json::object()
                          .with("amount",
                                type("string").with("pattern", text("^-?[0-9]+(\\.[0-9]+)?$")))
                          .with("currency", type("string").with("pattern", text("^[A-Z]{3}$"))))
                .with("required", std::move(required))
                .with("additionalProperties", Json::of_truth(false)));
    }
    void structure(const Description& description) {
        if (found_.find(description.name)) return;
        const auto place = found_.members.size();
        found_.with(std::string(description.name),
                    Json{});  // Before its fields: it may hold itself.
        Json properties = Json::object(), required = Json::list();
        for (const auto& field : description.fields) {
            Json schema = of(*field.shape, field.note);
            if (!field.note.text.empty()) schema.with("description", text(field.note.text));
            properties.with(std::string(field.name), std::move(schema));
            if (field.shape->kind != Kind::optional) required.items.push_back(text(field.name));
        }
        Json schema = type("object");
        if (!description.note.empty()) schema.with("description", text(description.note));
        schema.with("properties", std::move(properties));
        if (!required.items.empty()) schema.with("required", std::move(required));
        schema.with("additionalProperties", Json::of_truth(false));
        found_.members[place].second = std::move(schema);
    }
};

Json content_of(Json schema) {
    return Json::object().with("application/json",
                               Json::object().with("schema", std::move(schema)));
}

Json answers(Json schema) {
    return Json::object()
        .with("200", Json::object()
                         .with("description", text("Done."))
                         .with("content", content_of(std::move(schema))))
        .with("default", Json::object()
                             .with("description", text("Refused, with every reason."))
                             .with("content", content_of(reference("Problems"))));
}

Json described(const UseCase& use_case, const std::string& operation_id) {
    Json roles = Json::list();
    for (auto role : use_case.roles) roles.items.push_back(text(name_of(role)));
    return Json::object()
        .with("operationId", text(operation_id))
        .with("summary", text(use_case.note))
        .with("x-ayni-kind", text(name_of(use_case.kind)))
        .with("x-ayni-roles", std::move(roles));
}

Json operation(const UseCase& use_case, Schemas& schemas) {
    Json body = Json::object()
                    .with("required", Json::of_truth(true))
                    .with("content", content_of(schemas.of(*use_case.input)));
    Json made = described(use_case, std::string(use_case.name));
    if (use_case.guard == Guard::second_factor)
        made.with("x-ayni-second-factor", Json::of_truth(true));
    return std::move(made)
        .with("requestBody", std::move(body))
        .with("responses", answers(schemas.of(*use_case.output)));
}

bool is_flat(const Shape& shape) {
    if (shape.kind == Kind::optional) return is_flat(*shape.element);
    return shape.kind != Kind::list && shape.kind != Kind::structure && shape.kind != Kind::money;
}

// A query is answered to GET as well: its input stands in the address, as far as it is flat.
Json operation_by_get(const UseCase& use_case, Schemas& schemas) {
    Json parameters = Json::list();
    for (const auto& field : use_case.input->structure()->fields)
        if (is_flat(*field.shape))
            parameters.items.push_back(
                Json::object()
                    .with("name", text(field.name))
                    .with("in", text("query"))
                    .with("required", Json::of_truth(field.shape->kind != Kind::optional))
                    .with("schema", schemas.of(*field.shape, field.note)));
    return described(use_case, "get_" + std::string(use_case.name))
        .with("parameters", std::move(parameters))
        .with("responses", answers(schemas.of(*use_case.output)));
}

// What a query must be told and cannot stand in an address is asked by POST alone.
bool is_asked_by_get(const UseCase& use_case) {
    if (use_case.kind != UseCaseKind::query) return false;
    for (const auto& field : use_case.input->structure()->fields)
        if (field.shape->kind != Kind::optional && !is_flat(*field.shape)) return false;
    return true;
}

Json problems_schema() {
    const auto string = [] { return Json::object().with("type", text("string")); };
    Json required = Json::list();
    required.items = {text("code"), text("where"), text("detail"), text("text")};
    Json problem = Json::object()
                       .with("type", text("object"))
                       .with("properties", Json::object()
                                               .with("code", string())
                                               .with("where", string())
                                               .with("detail", string())
                                               .with("text", string()))
                       .with("required", std::move(required))
                       .with("additionalProperties", Json::of_truth(false));
    Json list = Json::list();
    list.items = {text("problems")};
    return Json::object()
        .with("type", text("object"))
        .with("properties",
              Json::object().with(
                  "problems",
                  Json::object().with("type", text("array")).with("items", std::move(problem))))
        .with("required", std::move(list))
        .with("additionalProperties", Json::of_truth(false));
}

}  // namespace

std::string openapi_document(const Register& use_cases) {
    Schemas schemas;
    for (const auto& use_case : use_cases.all()) static_cast<void>(schemas.of(*use_case.input));
    schemas.without_limits();
    Json paths = Json::object();
    for (const auto& use_case : use_cases.all()) {
        Json methods = Json::object();
        if (is_asked_by_get(use_case)) methods.with("get", operation_by_get(use_case, schemas));
        methods.with("post", operation(use_case, schemas));
        paths.with(std::string(use_case_root) + std::string(use_case.name), std::move(methods));
    }
    Json all = std::move(schemas).all();
    all.with("Problems", problems_schema());
    Json document =
        Json::object()
            .with("openapi", text("3.1.0"))
            .with("info", Json::object().with("title", text("Ayni")).with("version", text("0.1.0")))
            .with("paths", std::move(paths))
            .with("components", Json::object().with("schemas", std::move(all)));
    return print_json(document);
}

}  // namespace ayni
