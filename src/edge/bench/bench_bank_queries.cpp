#include <fmt/format.h>

#include "app/banking_contract.h"
#include "app/base64.h"
#include "app/payment_contract.h"
#include "edge/bench/bench_coop.h"
#include "edge/bench/benchmarks.h"
#include "edge/bench/timing.h"
#include "edge/console.h"
#include "store/tables.h"

namespace ayni {
namespace {

constexpr std::string_view own_account = "00219100123456789051";

Result<void> make_paying_organisation(Service& service) {
    if (auto made = make_bench_organisation(service); !made) return made;
    const SetPayAccount account{ours, {}, std::string(own_account)};
    const auto set = send(service, service.caller_named("bench"), "set_pay_account", account, "3");
    if (!set) return std::unexpected(set.error());
    return {};
}

Money amount_of(std::int64_t i) { return {10'000 + i * 7 % 90'000, Currency::known("PEN")}; }
std::string reference_of(std::int64_t i) { return fmt::format("S1-{}", i); }

// Payments that were sent and are on their way, as an order of so many leaves them.
void make_payments(Connection& db, std::int64_t count, Date day) {
    PaymentOrder order;
    order.organisation = ours;
    order.number = {1};
    order.settlement = {1};
    order.day = day;
    order.account = own_account;
    order.state = OrderState::sent;
    order.sent = Instant{};
    insert(db, order);
    for (std::int64_t i = 1; i <= count; ++i) {
        const Payment payment{
            ours, {i}, {1}, {1}, {i}, reference_of(i), amount_of(i), PaymentState::sent};
        insert(db, payment);
        insert(db, PaymentPayee{ours, {i}, fmt::format("Producer {}", i), "00219100123456789152"});
        Entry entry{};
        entry.organisation = ours;
        entry.number = {i};
        entry.date = entry.event_date = day;
        entry.kind = EntryKind::payment_ordered;
        entry.subject = i;
        entry.party = {i};
        entry.legs = {{AccountRole::producer_payable, {i}, {}, 0, amount_of(i)},
                      {AccountRole::in_transit, {i}, {}, 0, -amount_of(i)}};
        insert(db, entry);
        insert(db, PaymentEvent{ours, {i}, 1, PaymentState::ordered, day, {}, {}, {}, 0});
        insert(db, PaymentEvent{ours, {i}, 2, PaymentState::sent, day, {}, {i}, {}, 0});
    }
}

std::string camt053(std::int64_t count, Date day) {
    Money sum{0, Currency::known("PEN")};
    std::string lines;
    for (std::int64_t i = 1; i <= count; ++i) {
        sum -= amount_of(i);
        lines += fmt::format(
            "<Ntry><Amt Ccy=\"PEN\">{0}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
            "<BookgDt><Dt>{1}</Dt></BookgDt><ValDt><Dt>{1}</Dt></ValDt><AcctSvcrRef>B{2}"
            "</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>S1-{2}</EndToEndId></Refs>"
            "<RltdPties><Cdtr><Pty><Nm>Producer {2}</Nm></Pty></Cdtr></RltdPties><RmtInf>"
            "<Ustrd>Milk of the fortnight</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n",
            print_amount(amount_of(i)), print(day), i);
    }
    const auto balance = [&](std::string_view kind, Money amount) {
        const bool negative = amount.is_negative();
        return fmt::format(
            "<Bal><Tp><CdOrPrtry><Cd>{}</Cd></CdOrPrtry></Tp><Amt Ccy=\"PEN\">{}</Amt><CdtDbtInd>"
            "{}</CdtDbtInd><Dt><Dt>{}</Dt></Dt></Bal>",
            kind, print_amount(negative ? -amount : amount), negative ? "DBIT" : "CRDT",
            print(day));
    };
    return fmt::format(
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt>"
        "<Id>bench</Id><Acct><Id><Othr><Id>{}</Id></Othr></Id></Acct>{}{}{}</Stmt></BkToCstmrStmt>"
        "</Document>",
        own_account, balance("OPBD", Money{0, sum.currency}), balance("CLBD", sum), lines);
}

}  // namespace

int bench_bank(const BenchOptions& options) {
    auto service = fresh_service(options.folder + "/bench_bank.ayni");
    if (!service) return print_refusal(service.error(), false);
    if (auto made = make_paying_organisation(**service); !made)
        return print_refusal(made.error(), false);
    const auto count = std::min<std::int64_t>(options.deliveries, 20'000);
    const auto day = date_of({2026, 9, 15});
    (*service)->write([&](Connection& db) {
        make_payments(db, count, day);
        return true;
    });
    const auto content = to_base64(camt053(count, day));
    const auto caller = (*service)->caller_named("bench");
    const Stopwatch watch;
    const auto answer = send(**service, caller, "import_bank_statement",
                             ImportBankStatement{ours, "bench.xml", content, {}, {}}, "import");
    const auto took = watch.seconds();
    if (!answer) return print_refusal(answer.error(), false);
    fmt::print("bank: a statement of {} lines read, matched and kept in {:.2f} s: {}\n", count,
               took, *answer);
    return 0;
}

}  // namespace ayni
