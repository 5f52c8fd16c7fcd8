#include "kernel/described_json.h"

#include <algorithm>
#include <charconv>

#include "kernel/text.h"

namespace ayni {
namespace {

// What was given, for the message: 80 bytes at most, never half a letter.
constexpr std::size_t most_shown = 80;

class Reader {
public:
    Reader(std::vector<Problem>& problems, Limits limits) : problems_(problems), limits_(limits) {}

    void read(const Json& json, const Shape& shape, void* into, const std::string& path,
              const FieldNote& note) {
        switch (shape.kind) {
            case Kind::boolean: return boolean(json, into, path);
            case Kind::integer: return integer(json, shape, into, path, note);
            case Kind::text: return text(json, into, path, note);
            case Kind::scalar: return scalar(json, shape, into, path);
            case Kind::choice: return choice(json, shape, into, path);
            case Kind::money: return money(json, into, path);
            case Kind::list: return list(json, shape, into, path, note);
            case Kind::structure: return structure(json, *shape.structure(), into, path);
            case Kind::optional:
                if (json.is == Json::Is::null)
                    shape.clear(into);
                else
                    read(json, *shape.element, shape.engage(into), path, note);
        }
    }

private:
    std::vector<Problem>& problems_;
    Limits limits_;

    void problem(Refusal reason, const std::string& path, std::string_view given = {}) {
        problems_.push_back({reason, path, std::string(start_of(given, most_shown))});
    }
    void keep(const Result<void>& result, const std::string& path, std::string_view given) {
        if (!result) problem(result.error().reason(), path, given);
    }
    bool is_text(const Json& json, const std::string& path) {
        if (json.is == Json::Is::text) return true;
        problem(json.is == Json::Is::number ? Refusal::number_for_text : Refusal::wrong_type, path);
        return false;
    }
    void boolean(const Json& json, void* into, const std::string& path) {
        if (json.is != Json::Is::boolean) return problem(Refusal::wrong_type, path);
        *static_cast<bool*>(into) = json.truth;
    }
    void integer(const Json& json, const Shape& shape, void* into, const std::string& path,
                 const FieldNote& note) {
        if (json.is != Json::Is::number) return problem(Refusal::wrong_type, path);
        std::int64_t number = 0;
        const auto* end = json.text.data() + json.text.size();
        const auto parsed = std::from_chars(json.text.data(), end, number);
        if (parsed.ec != std::errc{} || parsed.ptr != end)
            return problem(Refusal::not_an_integer, path, json.text);
        if (number < note.least || number > note.most)
            return problem(Refusal::out_of_range, path, json.text);
        keep(shape.from_integer(number, into), path, json.text);
    }
    void text(const Json& json, void* into, const std::string& path, const FieldNote& note) {
        if (!is_text(json, path)) return;
        if (limits_ == Limits::none) return void(*static_cast<std::string*>(into) = json.text);
        if (trimmed(json.text).empty() && !note.may_be_empty)
            return problem(Refusal::text_empty, path);
        if (json.text.find('\0') != json.text.npos) return problem(Refusal::text_has_nul, path);
        if (letters(json.text) > note.longest)
            return problem(Refusal::text_too_long, path, std::to_string(note.longest));
        *static_cast<std::string*>(into) = json.text;
    }
    void scalar(const Json& json, const Shape& shape, void* into, const std::string& path) {
        if (is_text(json, path)) keep(shape.read_text(json.text, into), path, json.text);
    }
    void choice(const Json& json, const Shape& shape, void* into, const std::string& path) {
        if (!is_text(json, path)) return;
        const auto found = std::ranges::find(shape.choices, std::string_view(json.text));
        if (found == shape.choices.end()) return problem(Refusal::not_a_choice, path, json.text);
        keep(shape.from_integer(found - shape.choices.begin(), into), path, json.text);
    }
    void money(const Json& json, void* into, const std::string& path) {
        if (json.is != Json::Is::object)
            return problem(
                json.is == Json::Is::number ? Refusal::number_for_text : Refusal::wrong_type, path);
        for (const auto& [name, value] : json.members)
            if (name != "amount" && name != "currency")
                problem(Refusal::field_unknown, path + '/' + pointer_step(name));
        const auto* amount = json.find("amount");
        const auto* code = json.find("currency");
        if (!amount) problem(Refusal::field_missing, path + "/amount");
        if (!code) problem(Refusal::currency_missing, path + "/currency");
        if (!amount || !code) return;
        if (!is_text(*amount, path + "/amount") || !is_text(*code, path + "/currency")) return;
        const auto currency = Currency::of(code->text);
        if (!currency) return problem(Refusal::unknown_currency, path + "/currency", code->text);
        const auto parsed = parse_money(amount->text, *currency);
        if (!parsed) return problem(parsed.error().reason(), path + "/amount", amount->text);
        *static_cast<Money*>(into) = *parsed;
    }
    void list(const Json& json, const Shape& shape, void* into, const std::string& path,
              const FieldNote& note) {
        if (json.is != Json::Is::list) return problem(Refusal::wrong_type, path);
        shape.clear(into);
        for (std::size_t i = 0; i < json.items.size(); ++i)
            read(json.items[i], *shape.element, shape.append(into), path + '/' + std::to_string(i),
                 note);
    }
    void structure(const Json& json, const Description& description, void* into,
                   const std::string& path) {
        if (json.is != Json::Is::object) return problem(Refusal::wrong_type, path);
        for (const auto& field : description.fields) {
            const auto* given = json.find(field.name);
            const auto here = path + '/' + pointer_step(field.name);
            if (given)
                read(*given, *field.shape, field.in(into), here, field.note);
            else if (field.shape->kind != Kind::optional)
                problem(Refusal::field_missing, here);
        }
        for (const auto& [name, value] : json.members)
            if (std::ranges::find(description.fields, std::string_view(name), &Field::name) ==
                description.fields.end())
                problem(Refusal::field_unknown, path + '/' + pointer_step(name));
    }
};

class Writer {
public:
    Writer(std::string& out, const Conceal* conceal) : out_(out), conceal_(conceal) {}

    void write(const Shape& shape, const void* from, const std::string& path,
               const FieldNote& note) {
        switch (shape.kind) {
            case Kind::boolean: out_ += shape.to_integer(from) ? "true" : "false"; return;
            case Kind::integer: out_ += std::to_string(shape.to_integer(from)); return;
            case Kind::text: return quoted(*static_cast<const std::string*>(from), path, note);
            case Kind::scalar: return quoted(shape.write_text(from), path, note);
            case Kind::choice:
                return append_quoted(
                    out_, shape.choices[static_cast<std::size_t>(shape.to_integer(from))]);
            case Kind::money: return money(*static_cast<const Money*>(from));
            case Kind::list: return list(shape, from, path, note);
            case Kind::structure: return structure(*shape.structure(), from, path);
            case Kind::optional:
                if (const auto* held = shape.value(from))
                    write(*shape.element, held, path, note);
                else
                    out_ += "null";
        }
    }

private:
    std::string& out_;
    const Conceal* conceal_;

    void quoted(std::string_view text, const std::string& path, const FieldNote& note) {
        if (!conceal_ || !(note.personal || note.bulky)) return append_quoted(out_, text);
        out_ += "{\"sha256\":";
        append_quoted(out_, (*conceal_)(path, text, note));
        out_ += '}';
    }
    void money(const Money& amount) {
        out_ += "{\"amount\":";
        append_quoted(out_, print_amount(amount));
        out_ += ",\"currency\":";
        append_quoted(out_, amount.currency.code());
        out_ += '}';
    }
    void list(const Shape& shape, const void* from, const std::string& path,
              const FieldNote& note) {
        out_ += '[';
        for (std::size_t i = 0; i < shape.size(from); ++i) {
            if (i > 0) out_ += ',';
            write(*shape.element, shape.at(from, i),
                  conceal_ ? path + '/' + std::to_string(i) : path, note);
        }
        out_ += ']';
    }
    void structure(const Description& description, const void* from, const std::string& path) {
        char before = '{';
        for (const auto& field : description.fields) {
            const auto* value = member(field, from);
            if (field.shape->kind == Kind::optional && !field.shape->value(value)) continue;
            out_ += std::exchange(before, ',');
            append_quoted(out_, field.name);
            out_ += ':';
            write(*field.shape, value, conceal_ ? path + '/' + pointer_step(field.name) : path,
                  field.note);
        }
        out_ += before == '{' ? "{}" : "}";
    }
};

}  // namespace

void read_json(const Json& json, const Shape& shape, void* into, const std::string& path,
               std::vector<Problem>& problems, Limits limits) {
    Reader(problems, limits).read(json, shape, into, path, FieldNote{});
}

void append_json(std::string& out, const Shape& shape, const void* from) {
    Writer(out, nullptr).write(shape, from, {}, FieldNote{});
}

void append_concealed(std::string& out, const Shape& shape, const void* from,
                      const Conceal& conceal) {
    Writer(out, &conceal).write(shape, from, {}, FieldNote{});
}

}  // namespace ayni
