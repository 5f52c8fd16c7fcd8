#include "app/payment_results_queries.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "app/bank_formats_queries.h"
#include "app/base64.h"
#include "app/closing_queries.h"
#include "app/lookup_queries.h"
#include "app/payment_queries.h"
#include "domain/banking/check_pain001.h"
#include "domain/banking/iso20022.h"
#include "domain/banking/payment_results.h"
#include "kernel/described_json.h"
#include "store/bank_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

// A step that the file tells of a payment.
struct PlannedStep {
    Payment payment;
    PaymentMethod method = PaymentMethod::bank;
    PaymentStep step;
    Date day;
    std::string reason;
};

struct ResultPlan {
    std::vector<PlannedStep> steps;
    std::int64_t unchanged = 0;
    std::string file_digest;
};

class PlanningResults {
public:
    PlanningResults(const View& view, const ImportPaymentResults& command)
        : view_(view), command_(command), currency_(own_organisation(view).currency) {}

    Result<ResultPlan> plan() {
        const auto bytes = from_base64(command_.content);
        if (!bytes) return refuse(Refusal::wrong_type, "/content");
        plan_.file_digest = hex(sha256(*bytes));
        if (is_known()) return refuse(Refusal::file_imported_already, "/content");
        const auto results = read(*bytes);
        if (!results) return std::unexpected(results.error());
        file_day_ = results->day;
        for (const auto& batch : results->batches)
            if (auto done = tell(batch); !done) return std::unexpected(done.error());
        for (const auto& payment : results->payments)
            if (auto done = tell(payment); !done) return std::unexpected(done.error());
        for (const auto& [reference, result] : told_)
            if (auto done = add(result); !done) return std::unexpected(done.error());
        return std::move(plan_);
    }

private:
    struct Told {
        Payment payment;
        PaymentResult result;
    };

    const View& view_;
    const ImportPaymentResults& command_;
    Currency currency_;
    std::optional<Date> file_day_;
    std::map<PaymentNumber, Told> told_;  // what is said of a payment goes before what of its batch
    ResultPlan plan_;

    [[nodiscard]] bool is_known() const {
        auto query = view_.db.query(
            "SELECT 1 FROM payment_result_file WHERE organisation = $1 AND file_digest = $2 AND "
            "undone = 0");
        return query.integer(view_.organisation.number).text(plan_.file_digest).next();
    }
    [[nodiscard]] Result<PaymentResults> read(const std::string& bytes) const {
        if (!command_.format) {
            const auto xml = read_message(bytes);
            if (!xml) return std::unexpected(xml.error());
            return read_pain002(*xml);
        }
        const auto format = format_named(view_, *command_.format, {FormatKind::result_csv});
        if (!format) return std::unexpected(format.error());
        const auto text = decode_csv(bytes);
        if (!text) return refuse(text.error().reason(), "/content");
        return read_results_csv(format->description, *text, currency_);
    }
    // Our orders are known by the message under which they went.
    [[nodiscard]] std::optional<PaymentOrder> order_of(const std::string& message) const {
        const auto ours = fmt::format("AYNI-{}-", view_.organisation.number);
        if (!message.starts_with(ours)) return std::nullopt;
        const auto number = from_json_text<std::int64_t>(message.substr(ours.size()));
        if (!number) return std::nullopt;
        const auto order = existing_order(view_, {*number});
        return order ? std::optional(*order) : std::nullopt;
    }
    Result<void> tell(const BatchResult& batch) {
        const auto order = order_of(batch.message);
        if (!order) return refuse(Refusal::unknown_payment, batch.where, batch.message);
        for (const auto& payment : payments_where(view_, "payment_order", order->number.number)) {
            const bool is_under_way = payment.state == PaymentState::sent ||
                                      payment.state == PaymentState::unknown;
            if (!is_under_way) continue;
            PaymentResult result;
            result.reference = payment.reference;
            result.state = batch.state;
            result.reason = batch.reason;
            result.where = batch.where;
            told_.insert_or_assign(payment.number, Told{payment, result});
        }
        return {};
    }
    Result<void> tell(const PaymentResult& result) {
        const auto payment = payment_named(view_, result.reference);
        if (!payment)
            return refuse(Refusal::unknown_payment, result.where + "/reference", result.reference);
        told_.insert_or_assign(payment->number, Told{*payment, result});
        return {};
    }
    Result<void> add(const Told& told) {
        const auto& result = told.result;
        if (!result.state || *result.state == told.payment.state) {
            ++plan_.unchanged;
            return {};
        }
        const auto day = result.day ? result.day : file_day_ ? file_day_ : command_.day;
        if (!day) return refuse(Refusal::field_missing, "/day");
        if (*day > view_.today)
            return refuse(Refusal::day_not_plausible, result.where, print(*day));
        const auto order = existing_order(view_, told.payment.payment_order);
        PlannedStep planned{.payment = told.payment,
                            .method = order->method,
                            .step = {*result.state, result.fee.value_or(Money{0, currency_}), {}},
                            .day = *day,
                            .reason = result.reason};
        if (auto fits = payment_step(told.payment, planned.method, planned.step); !fits)
            return refuse(fits.error().reason(), result.where,
                          std::string(name_of(told.payment.state)));
        plan_.steps.push_back(std::move(planned));
        return {};
    }
};

}  // namespace

Result<void> import_payment_results(Work& work, const ImportPaymentResults& command) {
    const auto plan = PlanningResults(work, command).plan();
    if (!plan) return std::unexpected(plan.error());
    for (const auto& planned : plan->steps) {
        const auto taken = take_step(work, planned.payment, planned.method, planned.step,
                                     planned.day, planned.reason);
        if (!taken) return std::unexpected(taken.error());
    }
    const ResultFile made{
        .organisation = work.organisation,
        .number = {next_number(work.db, "payment_result_file", "number", work.organisation)},
        .file_name = command.file_name,
        .file_digest = plan->file_digest,
        .payments = std::ssize(plan->steps),
        .position = work.position(),
        .undone = 0};
    insert(work.db, made);
    work.made("result_file", made.number.number);
    work.made("payments", made.payments);
    return {};
}

Result<void> undo_payment_results(Work& work, const UndoPaymentResults& command) {
    auto query = select<ResultFile>(work.db,
                                    "WHERE organisation = $1 AND number = $2 AND undone = 0");
    query.integer(work.organisation.number).integer(command.file.number);
    const auto known = first_row<ResultFile>(query);
    if (!known) return refuse(Refusal::not_found, "/file", std::to_string(command.file.number));
    const auto taken = take_back_told(work, known->position, command.reason);
    if (!taken) return std::unexpected(taken.error());
    work.db
        .query("UPDATE payment_result_file SET undone = $3 WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(known->number.number)
        .integer(work.position())
        .run();
    work.made("payments", *taken);
    return {};
}

Result<ResultFilesView> payment_result_files(const View& view, const OrganisationQuery&) {
    auto query = select<ResultFile>(view.db, "WHERE organisation = $1 ORDER BY number DESC");
    query.integer(view.organisation.number);
    ResultFilesView all;
    for (const auto& row : all_rows<ResultFile>(query))
        all.files.push_back({row.number, row.file_name, row.payments, row.undone != 0});
    return all;
}

Result<PaymentResultsView> check_payment_results(const View& view,
                                                 const CheckPaymentResults& query) {
    const ImportPaymentResults command{query.organisation, query.file_name, query.content,
                                       query.format, query.day};
    const auto plan = PlanningResults(view, command).plan();
    if (!plan) return std::unexpected(plan.error());
    PaymentResultsView all;
    all.unchanged = plan->unchanged;
    for (const auto& planned : plan->steps) {
        PaymentResultView one{planned.payment.reference,
                              planned.payment.amount,
                              planned.payment.state,
                              planned.step.to,
                              planned.day,
                              {},
                              {}};
        if (!planned.reason.empty()) one.reason = planned.reason;
        if (!planned.step.fee.is_zero()) one.fee = planned.step.fee;
        all.results.push_back(std::move(one));
    }
    return all;
}

Result<PaymentFileCheckView> check_payment_file(const View&, const CheckPaymentFile& query) {
    const auto bytes = from_base64(query.content);
    if (!bytes) return refuse(Refusal::wrong_type, "/content");
    const auto xml = read_message(*bytes);
    if (!xml) return std::unexpected(xml.error());
    const auto totals = check_pain001(*xml);
    if (!totals) return std::unexpected(totals.error());
    return PaymentFileCheckView{totals->message, totals->payments, totals->total};
}

}  // namespace ayni
