#include "edge/demo_books.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <fmt/format.h>

#include "app/accounting_contract.h"
#include "app/asset_contract.h"
#include "app/bank_files_contract.h"
#include "app/banking_contract.h"
#include "app/base64.h"
#include "app/books_contract.h"
#include "app/input_contract.h"
#include "app/payment_contract.h"
#include "app/people_contract.h"
#include "app/settlement_contract.h"
#include "kernel/described_json.h"

namespace ayni {
namespace {

constexpr CivilDay cut_over{2025, 6, 30};
// From 2,000 soles on the law wants a payment to go through a bank.
constexpr Price bank_use_limit{2'000'000'000};

/// What happened to goods in the store, as `inputs.csv` says.
enum class StoreAct { received, sold, counted };
BOOST_DESCRIBE_ENUM(StoreAct, received, sold, counted)

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

class BookKeeping {
public:
    BookKeeping(DemoTeller& teller, std::string folder, Steps& steps)
        : teller_(teller), folder_(std::move(folder)), steps_(steps) {}

    Result<void> keep() {
        if (auto done = begin(); !done) return done;
        if (auto done = set_limit(); !done) return done;
        int statement = 0;
        auto day = date_of(cut_over);
        for (const CivilDay last : {CivilDay{2025, 7, 31}, CivilDay{2025, 8, 31}}) {
            const auto end = date_of(last);
            for (; day <= end && !waits_; day = day + 1)
                if (auto done = keep_day(day); !done) return done;
            if (auto done = end_month(end, ++statement); !done) return done;
        }
        return {};
    }

private:
    DemoTeller& teller_;
    std::string folder_;
    Steps& steps_;
    Caller manager_, treasurer_, accountant_, approver_;
    std::map<std::string, DemoRows> files_;
    std::map<std::string, EntryNumber> entry_of_;  // by the document of the voucher
    bool waits_ = false;                           // for an answer of the bank

    Result<void> begin() {
        const auto director = teller_.service().caller_named("direccion");
        const AddUser treasurer{coop,         "tesoreria",      "Marta Ccoyllo",
                                Language::es, Role::accountant, {}};
        if (auto done = teller_.tell(director, "add_user", treasurer); !done) return done;
        manager_ = teller_.service().caller_named("gerencia");
        treasurer_ = teller_.service().caller_named("tesoreria");
        accountant_ = teller_.service().caller_named("contabilidad");
        approver_ = teller_.service().caller_named("consejo");
        for (const auto* name :
             {"accounts", "inputs", "vouchers", "assets", "orders", "told", "explained"}) {
            auto rows = DemoRows::of(fmt::format("{}/{}.csv", folder_, name));
            if (!rows) return std::unexpected(rows.error());
            files_.emplace(name, *std::move(rows));
        }
        return {};
    }
    Result<void> set_limit() {
        return teller_.tell(manager_, "add_index_value",
                            AddIndexValue{coop, "bank_use_limit", date_of({2025, 1, 1}), 0,
                                          bank_use_limit, "Ley 28194, art. 4"});
    }
    template <class Answer, class Query>
    Result<Answer> ask(std::string_view name, const Query& query) {
        const auto text = teller_.ask(accountant_, name, query);
        if (!text) return std::unexpected(text.error());
        return from_json_text<Answer>(*text, Limits::none);
    }
    // The rows of a file that are about a day, in their order.
    template <class Each>
    Result<void> of_day(const std::string& file, Date day, Each&& each) {
        return files_.at(file).each([&](const DemoRow& cell) -> Result<void> {
            const auto when = cell.day("date");
            if (!when) return std::unexpected(when.error());
            if (*when != day) return {};
            return each(cell);
        });
    }
    Result<void> keep_day(Date day) {
        for (auto step : {&BookKeeping::accounts, &BookKeeping::inputs, &BookKeeping::vouchers,
                          &BookKeeping::assets, &BookKeeping::orders, &BookKeeping::told})
            if (auto done = (this->*step)(day); !done || waits_) return done;
        steps_.add();
        return {};
    }

    // ---- whose account is where

    Result<void> accounts(Date today) {
        return of_day("accounts", today, [&](const DemoRow& cell) {
            return teller_.tell(
                manager_, "set_pay_account",
                SetPayAccount{coop, cell.if_said("supplier"), cell.if_said("account")});
        });
    }

    // ---- the store of inputs

    Result<void> inputs(Date today) {
        return of_day("inputs", today, [&](const DemoRow& cell) -> Result<void> {
            const auto act = cell.choice<StoreAct>("act");
            if (act && *act == StoreAct::received) return {};  // with the opening
            const auto quantity = cell.quantity("quantity");
            if (!act) return std::unexpected(act.error());
            if (!quantity) return std::unexpected(quantity.error());
            if (*act == StoreAct::counted)
                return teller_.tell(
                    manager_, "count_inputs",
                    CountInputs{coop, today, cell("item"), *quantity, cell("document")});
            const auto amount = cell.money("amount");
            if (!amount) return std::unexpected(amount.error());
            return sell(today, cell, *quantity, *amount);
        });
    }
    Result<void> sell(Date today, const DemoRow& cell, Quantity quantity, Money price) {
        const auto instalment = cell.money("instalment");
        const auto first_due = cell.day("first_due");
        if (!instalment) return std::unexpected(instalment.error());
        if (!first_due) return std::unexpected(first_due.error());
        return teller_.tell(manager_, "sell_inputs",
                            SellInputs{coop, cell("party"), today, cell("item"), quantity, price,
                                       *instalment, *first_due, cell("document")});
    }

    // ---- vouchers: one proposes, another approves

    // Rows of the same document and payee are the lines of one voucher.
    Result<void> vouchers(Date today) {
        std::vector<ProposeVoucher> all;
        auto read = of_day("vouchers", today, [&](const DemoRow& cell) -> Result<void> {
            const auto account = cell.choice<AccountRole>("account");
            const auto paid_from = cell.choice<AccountRole>("paid_from");
            const auto amount = cell.money("amount");
            if (!account) return std::unexpected(account.error());
            if (!paid_from) return std::unexpected(paid_from.error());
            if (!amount) return std::unexpected(amount.error());
            const auto payee = cell.if_said("payee");
            if (all.empty() || all.back().document != cell("document") || all.back().payee != payee)
                all.push_back(
                    {coop, today, cell("document"), cell("purpose"), payee, {}, *paid_from});
            all.back().lines.push_back({*account, cell.if_said("party"), *amount});
            return {};
        });
        if (!read) return read;
        for (const auto& voucher : all) {
            const auto receipt = teller_.ask(treasurer_, "propose_voucher", voucher);
            if (!receipt) return std::unexpected(receipt.error());
            const auto entry = approve(DemoTeller::made(*receipt, "voucher"));
            if (!entry) return std::unexpected(entry.error());
            entry_of_.insert_or_assign(voucher.document, *entry);
        }
        return {};
    }
    Result<EntryNumber> approve(std::int64_t voucher) {
        const auto receipt = teller_.ask(approver_, "approve_voucher",
                                         ApproveVoucher{coop, VoucherNumber{voucher}});
        if (!receipt) return std::unexpected(receipt.error());
        return EntryNumber{DemoTeller::made(*receipt, "entry")};
    }

    // ---- assets: of the opening, or of the voucher that bought them

    Result<void> assets(Date today) {
        return of_day("assets", today, [&](const DemoRow& cell) -> Result<void> {
            const auto used = cell.day("used_from");
            const auto cost = cell.money("cost");
            const auto residual = cell.money("residual");
            const auto before = cell.money("before");
            const auto months = from_json_text<std::int32_t>(cell("months"));
            if (!used) return std::unexpected(used.error());
            if (!cost || !residual || !before || !months)
                return refuse(Refusal::wrong_type, "/assets", cell("name"));
            const auto entry = bought_by(cell.if_said("document"));
            if (!entry) return std::unexpected(entry.error());
            return teller_.tell(treasurer_, "acquire_asset",
                                AcquireAsset{coop, *entry, cell("name"), *used, *cost, *months,
                                             *residual, *before});
        });
    }
    Result<EntryNumber> bought_by(const std::optional<std::string>& document) {
        if (document) return entry_of_[*document];
        JournalQuery query{};
        query.organisation = coop;
        query.account = AccountRole::fixed_asset;
        const auto found = ask<JournalView>("journal", query);
        if (!found) return std::unexpected(found.error());
        if (found->entries.empty()) return refuse(Refusal::not_found, "/opening", "fixed_asset");
        return found->entries.front().number;
    }

    // ---- payments: ordered by one, sent by another, answered by the bank or signed for

    Result<void> orders(Date today) {
        return of_day("orders", today, [&](const DemoRow& cell) -> Result<void> {
            if (waits_) return {};
            const auto method = cell.choice<PaymentMethod>("method");
            if (!method) return std::unexpected(method.error());
            const auto settlement = settlement_of(cell);
            if (!settlement) return std::unexpected(settlement.error());
            OrderPayments order{coop, *settlement, *method, today, {}};
            if (const auto only = cell.if_said("suppliers")) order.suppliers = words_of(*only);
            const auto receipt = teller_.ask(treasurer_, "order_payments", order);
            if (!receipt) return std::unexpected(receipt.error());
            const PaymentOrderNumber number{DemoTeller::made(*receipt, "payment_order")};
            if (auto sent = teller_.tell(approver_, "send_payments", SendPayments{coop, number});
                !sent)
                return sent;
            return *method == PaymentMethod::bank ? answer_of_bank(today)
                                                  : signed_sheet(today, number, cell("unsigned"));
        });
    }
    static Result<std::optional<SettlementNumber>> settlement_of(const DemoRow& cell) {
        const auto said = cell.if_said("settlement");
        if (!said) return std::optional<SettlementNumber>();
        const auto number = from_json_text<std::int64_t>(*said);
        if (!number) return refuse(Refusal::wrong_type, "/settlement", *said);
        return SettlementNumber{*number};
    }
    // The bytes of a file of the bank; none, and everything waits, until it has answered.
    Result<std::optional<std::string>> from_bank(const std::string& name) {
        const auto path = folder_ + "/bank/" + name;
        waits_ = !std::filesystem::exists(path);
        if (waits_) return std::optional<std::string>();
        const auto bytes = read_file(path);
        if (!bytes) return std::unexpected(bytes.error());
        return to_base64(*bytes);
    }
    Result<void> answer_of_bank(Date today) {
        const auto name = fmt::format("results_{}.xml", print(today));
        const auto content = from_bank(name);
        if (!content) return std::unexpected(content.error());
        if (!*content) return {};
        return teller_.tell(treasurer_, "import_payment_results",
                            ImportPaymentResults{coop, name, **content, {}, {}});
    }
    Result<void> signed_sheet(Date today, PaymentOrderNumber order, const std::string& absent) {
        const auto view = ask<PaymentsView>("payments", PaymentsQuery{coop, {}, order, {}, {}});
        if (!view) return std::unexpected(view.error());
        const auto names = words_of(absent);
        const std::set<std::string> who(names.begin(), names.end());
        std::vector<std::string> but;
        for (const auto& payment : view->payments)
            if (who.contains(payment.supplier)) but.push_back(payment.reference);
        return teller_.tell(treasurer_, "record_order_paid",
                            RecordOrderPaid{coop, order, today, but});
    }
    // The newest payment of a settlement to somebody.
    Result<std::string> reference_of(std::optional<SettlementNumber> settlement,
                                     const std::string& supplier) {
        const auto view = ask<PaymentsView>("payments",
                                            PaymentsQuery{coop, settlement, {}, supplier, {}});
        if (!view) return std::unexpected(view.error());
        if (view->payments.empty()) return refuse(Refusal::not_found, "/supplier", supplier);
        return view->payments.back().reference;
    }
    Result<void> told(Date today) {
        return of_day("told", today, [&](const DemoRow& cell) -> Result<void> {
            const auto state = cell.choice<PaymentState>("state");
            if (!state) return std::unexpected(state.error());
            const auto settlement = settlement_of(cell);
            if (!settlement) return std::unexpected(settlement.error());
            const auto reference = reference_of(*settlement, cell("supplier"));
            if (!reference) return std::unexpected(reference.error());
            return teller_.tell(treasurer_, "record_payment",
                                RecordPayment{coop,
                                              *reference,
                                              *state,
                                              today,
                                              cell.if_said("reason"),
                                              {},
                                              cell.if_said("receiver")});
        });
    }

    // ---- the end of the month

    Result<void> end_month(Date end, int statement) {
        if (waits_) return {};
        if (auto done = take_in_statement(end); !done || waits_) return done;
        if (auto done = explain(StatementNumber{statement}); !done) return done;
        if (auto done = teller_.tell(treasurer_, "depreciate", Depreciate{coop, end}); !done)
            return done;
        if (auto done = teller_.tell(treasurer_, "accrue_milk", AccrueMilk{coop, "milk", end});
            !done)
            return done;
        return teller_.tell(accountant_, "close_month", CloseMonth{coop, end, {}});
    }
    Result<void> take_in_statement(Date end) {
        const auto name = fmt::format("statement_{}.xml", print(end).substr(0, 7));
        const auto content = from_bank(name);
        if (!content) return std::unexpected(content.error());
        if (!*content) return {};
        return teller_.tell(treasurer_, "import_bank_statement",
                            ImportBankStatement{coop, name, **content, {}, {}});
    }
    // What nobody but a person can know of lines, each by what is written on it.
    Result<void> explain(StatementNumber statement) {
        const auto view = ask<StatementLinesView>("bank_statement",
                                                  BankStatementQuery{coop, statement});
        if (!view) return std::unexpected(view.error());
        std::set<std::int64_t> taken;
        return files_.at("explained").each([&](const DemoRow& cell) -> Result<void> {
            if (cell("statement") != std::to_string(statement.number)) return {};
            const auto line = std::ranges::find_if(view->lines, [&](const BankLineView& each) {
                return !each.meaning && each.text == cell("text") && !taken.contains(each.line);
            });
            if (line == view->lines.end()) return refuse(Refusal::not_found, "/text", cell("text"));
            taken.insert(line->line);
            return explain(*line, cell);
        });
    }
    Result<void> explain(const BankLineView& line, const DemoRow& cell) {
        const auto settlement = settlement_of(cell);
        if (!settlement) return std::unexpected(settlement.error());
        if (*settlement) {
            const auto reference = reference_of(*settlement, cell("party"));
            if (!reference) return std::unexpected(reference.error());
            return teller_.tell(treasurer_, "match_line",
                                MatchLine{coop, line.statement, line.line, *reference, {}, {}});
        }
        const auto account = cell.choice<AccountRole>("account");
        if (!account) return std::unexpected(account.error());
        const auto receipt = teller_.ask(treasurer_, "explain_line",
                                         ExplainLine{coop, line.statement, line.line, *account,
                                                     cell.if_said("party"), cell("document")});
        if (!receipt) return std::unexpected(receipt.error());
        const auto voucher = DemoTeller::made(*receipt, "voucher");
        if (voucher == 0) return {};
        if (const auto entry = approve(voucher); !entry) return std::unexpected(entry.error());
        return {};
    }
};

}  // namespace

Result<void> keep_demo_books(DemoTeller& teller, const std::string& folder, Steps& steps) {
    return BookKeeping(teller, folder, steps).keep();
}

}  // namespace ayni
