#include "domain/banking/payment_results.h"

#include <algorithm>
#include <set>

#include "domain/banking/csv_columns.h"
#include "domain/banking/iso20022.h"
#include "kernel/text.h"

namespace ayni {
namespace {

struct Status {
    std::string_view code;
    std::optional<PaymentState> state;
};
// ACSC and ACCC: the money is settled. Others that begin with A: accepted, which is no payment yet.
// PART: some were refused, which is said of each.
constexpr auto statuses = std::to_array<Status>({
    {"ACSC", PaymentState::paid},
    {"ACCC", PaymentState::paid},
    {"ACTC", std::nullopt},
    {"ACCP", std::nullopt},
    {"ACSP", std::nullopt},
    {"ACWC", std::nullopt},
    {"ACWP", std::nullopt},
    {"ACFC", std::nullopt},
    {"RCVD", std::nullopt},
    {"PART", std::nullopt},
    {"PATC", std::nullopt},
    {"PDNG", PaymentState::unknown},
    {"RJCT", PaymentState::refused},
    {"CANC", PaymentState::refused},
});

Result<std::optional<PaymentState>> state_of(std::string_view code, const std::string& where) {
    const auto found = std::ranges::find(statuses, code, &Status::code);
    if (found == statuses.end())
        return refuse(Refusal::not_a_choice, where, std::string(start_of(code, 40)));
    return found->state;
}

Result<void> check_references(const std::vector<PaymentResult>& payments) {
    std::set<std::string_view> seen;
    for (const auto& payment : payments) {
        if (payment.reference.empty())
            return refuse(Refusal::field_missing, payment.where + "/reference");
        if (!seen.insert(payment.reference).second)
            return refuse(Refusal::reference_repeated, payment.where + "/reference",
                          payment.reference);
    }
    return {};
}

class Pain002 {
public:
    Result<PaymentResults> read(const Xml& message) {
        if (const auto* made = message.at("GrpHdr/CreDtTm")) {
            const auto day = iso_day(made, "/made");
            if (!day) return std::unexpected(day.error());
            results_.day = *day;
        }
        const auto* group = message.find("OrgnlGrpInfAndSts");
        if (!group) return refuse(Refusal::field_missing, "/group");
        if (auto done = add_batch(*group, "OrgnlMsgId", "GrpSts", "/group"); !done)
            return std::unexpected(done.error());
        const auto batches = message.all("OrgnlPmtInfAndSts");
        for (std::size_t i = 0; i < batches.size(); ++i) {
            const auto where = "/batches/" + std::to_string(i);
            if (auto done = add_batch(*batches[i], "OrgnlPmtInfId", "PmtInfSts", where); !done)
                return std::unexpected(done.error());
            for (const auto* each : batches[i]->all("TxInfAndSts"))
                if (auto done = add_payment(*each); !done) return std::unexpected(done.error());
        }
        if (auto sound = check_references(results_.payments); !sound)
            return std::unexpected(sound.error());
        return std::move(results_);
    }

private:
    PaymentResults results_;

    Result<void> add_batch(const Xml& read, std::string_view message, std::string_view status,
                           const std::string& where) {
        const auto code = read.text_at(status);
        if (code.empty()) return {};
        const auto state = state_of(code, where + "/status");
        if (!state) return std::unexpected(state.error());
        results_.batches.push_back({iso_reference(read.text_at(message)), *state,
                                    iso_reason(read.find("StsRsnInf")), where});
        return {};
    }
    Result<void> add_payment(const Xml& read) {
        PaymentResult one;
        one.where = "/payments/" + std::to_string(results_.payments.size());
        one.reference = iso_reference(read.text_at("OrgnlEndToEndId"));
        const auto state = state_of(read.text_at("TxSts"), one.where + "/status");
        if (!state) return std::unexpected(state.error());
        one.state = *state;
        one.reason = iso_reason(read.find("StsRsnInf"));
        if (const auto* accepted = read.find("AccptncDtTm")) {
            const auto day = iso_day(accepted, one.where + "/day");
            if (!day) return std::unexpected(day.error());
            one.day = *day;
        }
        results_.payments.push_back(std::move(one));
        return {};
    }
};

}  // namespace

Result<PaymentResults> read_pain002(const Xml& document) {
    const auto message = message_of(document, "CstmrPmtStsRpt");
    if (!message) return std::unexpected(message.error());
    return Pain002().read(**message);
}

Result<PaymentResults> read_results_csv(const FormatDescription& format, const CsvText& text,
                                        Currency currency) {
    auto columns = CsvColumns::open(text, format);
    if (!columns) return std::unexpected(columns.error());
    PaymentResults results;
    while (true) {
        const auto more = columns->next();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        PaymentResult one;
        one.where = columns->where();
        one.reference = columns->text(BankValue::reference);
        const auto word = columns->text(BankValue::status);
        const auto known = std::ranges::find(*format.statuses, word, &FormatStatus::word);
        if (known == format.statuses->end())
            return refuse(Refusal::not_a_choice, one.where + "/status",
                          std::string(start_of(word, 40)));
        one.state = known->state;
        one.reason = start_of(columns->text(BankValue::reason), 140);
        if (!columns->text(BankValue::day).empty()) {
            const auto day = columns->day(BankValue::day);
            if (!day) return std::unexpected(day.error());
            one.day = *day;
        }
        const auto fee = columns->amount(BankValue::fee, currency);
        if (!fee) return std::unexpected(fee.error());
        if (!fee->is_zero()) one.fee = *fee;
        results.payments.push_back(std::move(one));
    }
    if (results.payments.empty()) return refuse(Refusal::csv_no_rows, "/content");
    if (auto sound = check_references(results.payments); !sound)
        return std::unexpected(sound.error());
    return results;
}

}  // namespace ayni
