#pragma once
// The register of use cases: the only door. Each has a name, an input, an output and its rights;
// HTTP, the command line, OpenAPI and the authorisation tests are made from it.

#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/work.h"
#include "kernel/described_json.h"

namespace ayni {

/// What every accepted command answers.
struct Receipt {
    OrganisationId organisation;
    std::int64_t position = 0;  ///< in the organisation's log
    std::string hash;           ///< of that record: whoever keeps it can prove what was accepted
    bool already = false;       ///< the same command had been accepted before; nothing was done
    std::vector<Made> made;
};
BOOST_DESCRIBE_STRUCT(Receipt, (), (organisation, position, hash, already, made))

enum class UseCaseKind { command, query };
BOOST_DESCRIBE_ENUM(UseCaseKind, command, query)

/// What a caller must have proved besides signing in.
enum class Guard {
    none,
    second_factor,  ///< it moves money, or gives somebody the right to
};

/// One use case. `input` and `output` are shapes of described structs.
struct UseCase {
    std::string_view name;
    UseCaseKind kind = UseCaseKind::query;
    std::string_view note;
    std::vector<Role>
        roles;  ///< any of these in the named organisation; empty: whoever is signed in
    Guard guard = Guard::none;
    const Shape* input = nullptr;
    const Shape* output = nullptr;
    std::function<std::shared_ptr<void>()> make_input;
    std::function<Result<void>(Work&, const void*)> carry_out;  // command
    /// The long part of a command, beside the writer; may be missing.
    std::function<std::shared_ptr<Prepared>(const View&, const void*)> prepare;
    std::function<Result<std::string>(const View&, const void*)> answer;  // query, as JSON
};

/// All use cases, by name.
class Register {
public:
    template <class Input>
    void command(std::string_view name, std::string_view text, std::initializer_list<Role> roles,
                 Result<void> (*carry_out)(Work&, const Input&), Guard guard = Guard::none) {
        add({.name = name,
             .kind = UseCaseKind::command,
             .note = text,
             .roles = roles,
             .guard = guard,
             .input = &shape_of<Input>(),
             .output = &shape_of<Receipt>(),
             .make_input = [] { return std::static_pointer_cast<void>(std::make_shared<Input>()); },
             .carry_out =
                 [carry_out](Work& work, const void* input) {
                     return carry_out(work, *static_cast<const Input*>(input));
                 },
             .prepare = {},
             .answer = {}});
    }
    /// Names what is done beside the writer before a command that was entered is carried out.
    template <class Input>
    void prepared_by(std::string_view name,
                     std::shared_ptr<Prepared> (*prepare)(const View&, const Input&)) {
        entered(name).prepare = [prepare](const View& view, const void* input) {
            return prepare(view, *static_cast<const Input*>(input));
        };
    }
    template <class Input, class Output>
    void query(std::string_view name, std::string_view text, std::initializer_list<Role> roles,
               Result<Output> (*answer)(const View&, const Input&)) {
        add({.name = name,
             .kind = UseCaseKind::query,
             .note = text,
             .roles = roles,
             .guard = Guard::none,
             .input = &shape_of<Input>(),
             .output = &shape_of<Output>(),
             .make_input = [] { return std::static_pointer_cast<void>(std::make_shared<Input>()); },
             .carry_out = {},
             .prepare = {},
             .answer = [answer](const View& view, const void* input) -> Result<std::string> {
                 const auto output = answer(view, *static_cast<const Input*>(input));
                 if (!output) return std::unexpected(output.error());
                 return to_json_text(*output);
             }});
    }

    [[nodiscard]] const UseCase* find(std::string_view name) const;
    [[nodiscard]] const std::vector<UseCase>& all() const noexcept { return use_cases_; }

private:
    std::vector<UseCase> use_cases_;  // by name
    void add(UseCase use_case);
    UseCase& entered(std::string_view name);
};

/// Everything that Ayni does.
[[nodiscard]] const Register& the_register();

/// Whether the caller may use it there. Decided here and nowhere else. Refused: `not_signed_in`,
/// `not_found` (he has no role in that organisation), `not_allowed`, `second_factor_needed`.
[[nodiscard]] Result<void> check_rights(const UseCase& use_case, const Caller& caller,
                                        OrganisationId organisation);

/// The party to which the caller is limited: his own, when only the role of a producer or of a
/// buyer opens the use case to him.
[[nodiscard]] std::optional<PartyId> limited_to(const UseCase& use_case, const Caller& caller,
                                                OrganisationId organisation);

/// The organisation that an input names in its member `organisation`; the installation otherwise.
[[nodiscard]] OrganisationId organisation_of(const Shape& input, const void* value);

}  // namespace ayni
