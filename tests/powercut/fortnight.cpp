#include "fortnight.h"

#include <fmt/format.h>

#include "app/base64.h"
#include "kernel/check.h"

namespace ayni {
namespace {

class Teller {
public:
    void tell(std::string login, std::string use_case, std::string_view members) {
        auto input = parse_json(fmt::format("{{{}}}", members));
        CHECK(input.has_value());
        steps_.push_back({std::move(login), std::move(use_case), *std::move(input),
                          fmt::format("step-{}", steps_.size() + 1)});
    }
    void delivery(std::string_view supplier, std::string_view day, std::string_view kilograms) {
        tell("manager", "record_delivery",
             fmt::format(R"("organisation":1,"product":"milk","supplier":"{}","day":"{}",)"
                         R"("shift":"morning","quantity":"{}","outcome":"accepted",)"
                         R"("readings":[{{"attribute":"fat","value":"3.65"}}])",
                         supplier, day, kilograms));
    }
    void supplier(std::string_view code, std::string_view kind) {
        tell("manager", "add_supplier",
             fmt::format(R"("organisation":1,"code":"{}","kind":"{}","joined":"2024-01-01",)"
                         R"("given_names":"Rosa","family_names":"Huamán","sex":"female",)"
                         R"("phone":"999 111 222")",
                         code, kind));
    }
    void settlement(std::string login, std::string use_case, int number) {
        tell(std::move(login), std::move(use_case),
             fmt::format(R"("organisation":1,"settlement":{})", number));
    }
    void compute(std::string_view first, std::string_view last) {
        tell("manager", "compute_settlement",
             fmt::format(R"("organisation":1,"product":"milk","first":"{}","last":"{}")", first,
                         last));
    }
    [[nodiscard]] std::size_t count() const { return steps_.size(); }
    [[nodiscard]] std::vector<Step> take() { return std::move(steps_); }

private:
    std::vector<Step> steps_;
};

void found(Teller& teller) {
    teller.tell("root", "register_organisation",
                R"("name":"Coop","kind":"producer_organisation","currency":"PEN",)"
                R"("time_zone":"America/Lima")");
    for (const auto* login : {"manager", "approver"})
        teller.tell("root", "add_user",
                    fmt::format(R"("organisation":1,"login":"{0}","name":"{0}","language":"en",)"
                                R"("role":"{0}")",
                                login));
    teller.tell("root", "add_product",
                R"("organisation":1,"code":"milk","name":"Milk","unit":"kg","density":"1.03",)"
                R"("attributes":[{"code":"fat","name":"Fat","unit":"%","decimals":2,)"
                R"("least":"0.50","most":"12.00"}])");
    teller.supplier("M1", "member");
    teller.supplier("S1", "supplier");
    for (const auto* kind : {"member", "supplier"})
        teller.tell("manager", "set_purchase_terms",
                    fmt::format(R"("organisation":1,"product":"milk","applies_to":"{}",)"
                                R"("effective":"2025-01-01","price":{{"currency":"PEN",)"
                                R"("rounding":"half_even","rounding_point":"delivery","terms":)"
                                R"([{{"kind":"base","price":"1.40"}}]}},"waterfall":)"
                                R"({{"rounding":"half_even","cap":"0.50","rules":[{{"code":"loan",)"
                                R"("name":"Loan","kind":"loan","basis":"obligation","rank":1,)"
                                R"("applies_to":"everyone","under_cap":true,)"
                                R"("above_floor":true}}]}})",
                                kind));
}

// Large enough that its transaction fills many pages.
void import(Teller& teller) {
    std::string csv = "day,supplier,shift,kg\n";
    for (int day = 2; day <= 15; ++day)
        for (const auto* shift : {"morning", "evening"})
            csv += fmt::format("2025-03-{:02},M1,{},{}.5\n2025-03-{:02},S1,{},{}.25\n", day, shift,
                               10 + day, day, shift, 20 + day);
    teller.tell("manager", "import_file",
                fmt::format(R"("organisation":1,"kind":"deliveries","product":"milk",)"
                            R"("file_name":"march.csv","content":"{}","good_rows_only":false)",
                            to_base64(csv)));
}

void settle(Teller& teller) {
    teller.compute("2025-03-01", "2025-03-15");
    teller.settlement("manager", "post_settlement", 9);  // refused: there is none
    teller.settlement("approver", "approve_settlement", 1);
    teller.delivery("S1", "2025-03-16", "7.125");
    teller.settlement("manager", "post_settlement", 1);
}

// What comes after the books were written: late milk, the next period, and taking it back.
void go_on(Teller& teller) {
    teller.delivery("M1", "2025-03-03", "1.500");
    teller.compute("2025-03-16", "2025-03-31");
    teller.settlement("approver", "approve_settlement", 2);
    teller.settlement("manager", "post_settlement", 2);
    teller.tell("approver", "withdraw_settlement",
                R"("organisation":1,"settlement":2,"reason":"one can was missing")");
    teller.tell("manager", "add_certificate",
                R"("organisation":1,"supplier":"M1","kind":"tb_free","issuer":"SENASA",)"
                R"("first":"2025-01-01","last":"2025-12-31")");
}

void work(Teller& teller) {
    teller.supplier("S2", "supplier");
    teller.tell("manager", "add_obligation",
                R"("organisation":1,"supplier":"M1","kind":"loan","first_due":"2025-01-01",)"
                R"("amount":{"amount":"50.00","currency":"PEN"},"document":"signed",)"
                R"("instalment":{"amount":"20.00","currency":"PEN"})");
    teller.delivery("M1", "2025-03-01", "10.300");
    teller.delivery("S1", "2025-03-01", "22.000");
    teller.delivery("X9", "2025-03-01", "22.000");  // refused: nobody has this code
    import(teller);
    teller.tell("manager", "record_analysis",
                R"("organisation":1,"product":"milk","supplier":"M1","day":"2025-03-01",)"
                R"("shift":"morning","readings":[{"attribute":"fat","value":"4.10"}])");
    teller.tell("manager", "correct_delivery",
                R"("organisation":1,"day":"2025-03-01","source":1,"sequence":1,"supplier":"M1",)"
                R"("right_day":"2025-03-01","shift":"morning","quantity":"13.000",)"
                R"("outcome":"accepted","reason":"read wrongly")");
    settle(teller);
    go_on(teller);
}

struct Told {
    std::size_t founding = 0;
    std::vector<Step> steps;
};

const Told& told() {
    static const Told all = [] {
        Teller teller;
        found(teller);
        const auto founding = teller.count();
        work(teller);
        return Told{founding, teller.take()};
    }();
    return all;
}

}  // namespace

const std::vector<Step>& fortnight() { return told().steps; }

std::size_t founding_steps() { return told().founding; }

}  // namespace ayni
