#include "edge/second_factor_door.h"

#include "app/second_factor_queries.h"
#include "edge/papers/qr_code.h"
#include "kernel/described_json.h"

namespace ayni {

namespace {

struct CodeForm {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(CodeForm, (), (code))
struct EnrolmentView {
    std::string secret, address;
    std::vector<std::string> qr;  // rows of the code: 1 is dark
};
BOOST_DESCRIBE_STRUCT(EnrolmentView, (), (secret, address, qr))
struct RecoveryCodesView {
    std::vector<std::string> recovery_codes;
};
BOOST_DESCRIBE_STRUCT(RecoveryCodesView, (), (recovery_codes))

std::vector<std::string> rows_of(const QrCode& code) {
    std::vector<std::string> rows(code.side);
    for (std::size_t i = 0; i < code.dark.size(); ++i)
        rows[i / code.side] += code.dark[i] ? '1' : '0';
    return rows;
}

Answer begin(Service& service, const Caller& caller) {
    auto begun = begin_second_factor(service, caller);
    if (!begun) return std::unexpected(begun.error());
    auto rows = rows_of(qr_code(begun->address));
    return to_json_text(
        EnrolmentView{std::move(begun->secret), std::move(begun->address), std::move(rows)});
}

Answer nothing_or_why(const Result<void>& done) {
    if (!done) return std::unexpected(done.error());
    return std::string();
}

}  // namespace

Answer second_factor_answer(Service& service, const Caller& caller, std::string_view token,
                            std::string_view act, const std::string& body) {
    if (act == "/begin") return begin(service, caller);
    const auto form = from_json_text<CodeForm>(body);
    if (!form) return std::unexpected(form.error());
    if (act.empty()) return nothing_or_why(prove_second_factor(service, caller, token, form->code));
    if (act == "/end") return nothing_or_why(end_second_factor(service, caller, form->code));
    if (act != "/confirm") return refuse(Refusal::unknown_use_case);
    auto codes = confirm_second_factor(service, caller, token, form->code);
    if (!codes) return std::unexpected(codes.error());
    return to_json_text(RecoveryCodesView{*std::move(codes)});
}

}  // namespace ayni
