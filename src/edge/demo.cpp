#include "edge/demo.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "app/base64.h"
#include "app/books_contract.h"
#include "app/collection_contract.h"
#include "app/input_contract.h"
#include "app/people_contract.h"
#include "app/sale_contract.h"
#include "app/sessions_queries.h"
#include "app/settlement_contract.h"
#include "edge/demo_books.h"
#include "edge/demo_rows.h"

namespace ayni {
namespace {

constexpr CivilDay books_begin{2025, 7, 1};
// Those of `make`, and the files of milk beside their own.
constexpr std::int64_t steps_of_milk = 13 + 10;

/// Purchase terms for members and for others, and the agreement's price, as `terms.json` has them.
struct DemoPurchase {
    PriceTerms price;
    WaterfallTerms waterfall;
};
BOOST_DESCRIBE_STRUCT(DemoPurchase, (), (price, waterfall))
struct DemoTerms {
    DemoPurchase members, suppliers;
    PriceTerms buyer;
};
BOOST_DESCRIBE_STRUCT(DemoTerms, (), (members, suppliers, buyer))

class DemoMaker {
public:
    DemoMaker(Service& service, std::string folder, DemoUpTo up_to, const Progressed& progressed)
        : service_(service),
          teller_(service),
          folder_(std::move(folder)),
          up_to_(up_to),
          steps_(progressed, steps_of_milk + (up_to == DemoUpTo::closed_months ? demo_days : 0)) {}

    Result<std::vector<DemoUser>> make() {
        for (auto step :
             {&DemoMaker::organisation, &DemoMaker::product, &DemoMaker::suppliers,
              &DemoMaker::terms, &DemoMaker::visitors, &DemoMaker::creditors, &DemoMaker::opening,
              &DemoMaker::store, &DemoMaker::obligations, &DemoMaker::milk, &DemoMaker::lots,
              &DemoMaker::liquidations, &DemoMaker::receipts}) {
            if (auto done = (this->*step)(); !done) return std::unexpected(done.error());
            steps_.add();
        }
        if (up_to_ == DemoUpTo::closed_months)
            if (auto done = keep_demo_books(teller_, folder_, steps_); !done)
                return std::unexpected(done.error());
        return links();
    }

private:
    Service& service_;
    DemoTeller teller_;
    std::string folder_;
    Caller director_, manager_, approver_;
    std::set<std::string> households_;
    static constexpr std::string_view buyer_ = "COMPRADOR";
    std::string producer_;  // code of the first one
    DemoUpTo up_to_;
    Steps steps_;

    template <class Command>
    Result<void> tell(const Caller& caller, std::string_view name, const Command& command) {
        return teller_.tell(caller, name, command);
    }

    // What there was, was owed to and by the co-operative on the day before its books begin.
    Result<void> opening() {
        const auto rows = DemoRows::of(folder_ + "/opening.csv");
        if (!rows) return std::unexpected(rows.error());
        const auto accountant = service_.caller_named("contabilidad");
        return rows->each([&](const DemoRow& cell) -> Result<void> {
            const auto account = cell.choice<AccountRole>("account");
            const auto amount = cell.money("amount");
            if (!account) return std::unexpected(account.error());
            if (!amount) return std::unexpected(amount.error());
            return tell(accountant, "record_opening",
                        RecordOpening{coop, *account, *amount, date_of(books_begin) - 1,
                                      cell.if_said("party")});
        });
    }
    // What was in store then; what the office itself sold or counted comes with its books.
    Result<void> store() {
        const auto rows = DemoRows::of(folder_ + "/inputs.csv");
        if (!rows) return std::unexpected(rows.error());
        return rows->each([&](const DemoRow& cell) -> Result<void> {
            if (cell("act") != "received") return {};
            const auto day = cell.day("date");
            const auto quantity = cell.quantity("quantity");
            const auto cost = cell.money("amount");
            if (!day) return std::unexpected(day.error());
            if (!quantity || !cost) return refuse(Refusal::wrong_type, "/inputs", cell("item"));
            ReceiveInputs command{coop, cell.if_said("party"), *day, cell("item"), *quantity, *cost,
                                  {},   cell("document")};
            if (cell.if_said("vat")) {
                const auto vat = cell.money("vat");
                if (!vat) return std::unexpected(vat.error());
                command.vat = *vat;
            }
            return tell(manager_, "receive_inputs", command);
        });
    }
    Result<void> organisation() {
        const auto user = add_installation_user(service_, "direccion", "Dirección");
        director_ = service_.caller_of(user);
        const RegisterOrganisation command{"Cooperativa Manantial de Vida",
                                           OrganisationKind::producer_organisation,
                                           Currency::known("PEN"),
                                           "America/Lima",
                                           {},
                                           {}};
        if (auto done = tell(director_, "register_organisation", command); !done) return done;
        director_ = service_.caller_of(user);
        struct Person {
            std::string_view login, name;
            Role role;
        };
        for (const auto& [login, name, role] : {Person{"gerencia", "Rosa Huamán", Role::manager},
                                                {"contabilidad", "Luis Quispe", Role::accountant},
                                                {"consejo", "Carmen Ñaupari", Role::approver},
                                                {"auditoria", "Ana Torres", Role::auditor}})
            if (auto done = tell(
                    director_, "add_user",
                    AddUser{coop, std::string(login), std::string(name), Language::es, role, {}});
                !done)
                return done;
        manager_ = service_.caller_named("gerencia");
        approver_ = service_.caller_named("consejo");
        return {};
    }
    Result<void> product() {
        return tell(director_, "add_product",
                    AddProduct{coop,
                               "milk",
                               "Leche cruda",
                               "kg",
                               Rate{1'030'000},
                               {{"fat", "Grasa", "%", 2, "0.50", "12.00"},
                                {"protein", "Proteína", "%", 2, "0.50", "8.00"},
                                {"solids", "Sólidos totales", "%", 2, "5.00", "22.00"},
                                {"scc", "Células somáticas", "mil/ml", 0, "0", "9999"}}});
    }
    Result<void> certificate(const std::string& supplier, std::string_view kind,
                             const std::string& until) {
        if (until.empty()) return {};
        const auto last = parse_date(until);
        if (!last) return std::unexpected(last.error());
        return tell(
            manager_, "add_certificate",
            AddCertificate{coop, supplier, std::string(kind), "SENASA", *last - 364, *last});
    }
    // A household is taken in with the first of its people, under their family names.
    Result<void> household(const std::string& code, const std::string& family_names,
                           const std::string& hamlet) {
        if (code.empty() || !households_.insert(code).second) return {};
        return tell(manager_, "add_household",
                    AddHousehold{coop, code, "Familia " + family_names,
                                 hamlet.empty() ? std::nullopt : std::optional(hamlet)});
    }
    Result<void> suppliers() {
        const auto rows = DemoRows::of(folder_ + "/suppliers.csv");
        if (!rows) return std::unexpected(rows.error());
        return rows->each([&](const DemoRow& cell) -> Result<void> {
            const auto joined = parse_date(cell("joined"));
            if (!joined) return std::unexpected(joined.error());
            const auto sex = cell("sex") == "F"   ? Sex::female
                             : cell("sex") == "M" ? Sex::male
                                                  : Sex::not_said;
            const auto kind = cell("kind") == "member" ? MembershipKind::member
                                                       : MembershipKind::supplier;
            if (producer_.empty()) producer_ = cell("code");
            const AddSupplier command{coop,
                                      cell("code"),
                                      kind,
                                      *joined,
                                      cell("given_names"),
                                      cell("family_names"),
                                      sex,
                                      cell.if_said("dni"),
                                      cell.if_said("phone"),
                                      cell.if_said("household"),
                                      cell.if_said("hamlet")};
            if (auto done = household(cell("household"), command.family_names, cell("hamlet"));
                !done)
                return done;
            if (auto done = tell(manager_, "add_supplier", command); !done) return done;
            if (auto done = certificate(command.code, "tb_free", cell("tb_free_until")); !done)
                return done;
            return certificate(command.code, "brucellosis_free", cell("brucellosis_free_until"));
        });
    }
    Result<void> terms() {
        const auto text = read_file(folder_ + "/terms.json");
        if (!text) return std::unexpected(text.error());
        const auto read = from_json_text<DemoTerms>(*text);
        if (!read) return std::unexpected(read.error());
        const auto effective = date_of({2025, 1, 1});
        if (auto done = tell(manager_, "set_purchase_terms",
                             SetPurchaseTerms{coop, "milk", MembershipKind::member, effective,
                                              read->members.price, read->members.waterfall});
            !done)
            return done;
        if (auto done = tell(manager_, "set_purchase_terms",
                             SetPurchaseTerms{coop, "milk", MembershipKind::supplier, effective,
                                              read->suppliers.price, read->suppliers.waterfall});
            !done)
            return done;
        if (auto done = tell(manager_, "add_party",
                             AddParty{coop, std::string(buyer_), "Lácteos del Valle S.A.C."});
            !done)
            return done;
        return tell(manager_, "sign_agreement",
                    SignAgreement{coop, std::string(buyer_), "milk", effective,
                                  date_of({2024, 12, 15}), read->buyer});
    }
    // Who sees only what is his own: a producer, and the buyer.
    Result<void> visitors() {
        const AddUser producer{coop,         "productora",   "Productora " + producer_,
                               Language::es, Role::producer, producer_};
        if (auto done = tell(director_, "add_user", producer); !done) return done;
        return tell(director_, "add_user",
                    AddUser{coop, "comprador", "Elena Paredes", Language::es, Role::buyer,
                            std::string(buyer_)});
    }
    Result<void> creditors() {
        const auto rows = DemoRows::of(folder_ + "/obligations.csv");
        if (!rows) return std::unexpected(rows.error());
        std::vector<std::string> known;
        const auto creditors = rows->each([&](const DemoRow& cell) -> Result<void> {
            const auto creditor = cell("creditor");
            if (creditor.empty() || std::ranges::find(known, creditor) != known.end()) return {};
            known.push_back(creditor);
            return tell(manager_, "add_party", AddParty{coop, creditor, creditor});
        });
        if (!creditors) return creditors;
        const auto parties = DemoRows::of(folder_ + "/parties.csv");
        if (!parties) return std::unexpected(parties.error());
        return parties->each([&](const DemoRow& cell) {
            return tell(manager_, "add_party", AddParty{coop, cell("code"), cell("name")});
        });
    }
    // What the organisation itself gave a fortnight before the first instalment, a loan a month: in
    // cash, by bank; or before the demonstration's books begin.
    static void put_hand_over(AddObligation& debt) {
        if (!is_own_credit(debt.kind)) return;
        const auto handed_over = debt.first_due - (debt.kind == DeductionKind::loan ? 30 : 15);
        debt.date = handed_over;
        if (handed_over < date_of(books_begin))
            debt.against = DebtAgainst::opening;
        else
            debt.against = debt.kind == DeductionKind::loan ? DebtAgainst::bank : DebtAgainst::cash;
    }
    // Goods of the store leave it with what they cost.
    Result<void> sell(const DemoRow& cell, const AddObligation& debt) {
        const auto quantity = cell.quantity("quantity");
        if (!quantity) return std::unexpected(quantity.error());
        return tell(manager_, "sell_inputs",
                    SellInputs{coop, debt.supplier, debt.first_due - 15, cell("item"), *quantity,
                               debt.amount, debt.instalment, debt.first_due, debt.document});
    }
    Result<void> obligations() {
        const auto rows = DemoRows::of(folder_ + "/obligations.csv");
        if (!rows) return std::unexpected(rows.error());
        return rows->each([&](const DemoRow& cell) -> Result<void> {
            const auto pen = Currency::known("PEN");
            const auto amount = parse_money(cell("amount"), pen);
            const auto instalment = parse_money(cell("instalment"), pen);
            const auto first_due = parse_date(cell("first_due"));
            // A share that a member pays in is capital; the file has the field's everyday word.
            const auto word = cell("kind");
            const auto kind = choice_of<DeductionKind>(word == "share" ? "capital" : word);
            if (!amount || !instalment || !first_due || !kind)
                return refuse(Refusal::wrong_type, "/obligations", word);
            AddObligation debt{.organisation = coop,
                               .supplier = cell("supplier"),
                               .kind = *kind,
                               .amount = *amount,
                               .instalment = *instalment,
                               .first_due = *first_due,
                               .document = cell("document"),
                               .creditor = cell.if_said("creditor"),
                               .against = {},
                               .date = {},
                               .interest = {}};
            if (cell.if_said("item")) return sell(cell, debt);
            put_hand_over(debt);
            return tell(manager_, "add_obligation", debt);
        });
    }
    Result<void> file(ImportKind kind, const std::string& name) {
        const auto bytes = read_file(folder_ + "/" + name);
        if (!bytes) return std::unexpected(bytes.error());
        // Samples that were lost are in the file of analyses as rows without a value.
        const bool good_rows_only = kind == ImportKind::analyses;
        auto taken_in = tell(
            manager_, "import_file",
            ImportFile{coop, kind, "milk", name, to_base64(*bytes), {}, good_rows_only});
        steps_.add();
        return taken_in;
    }
    Result<void> settle(std::int64_t number, Period period) {
        if (auto done = tell(manager_, "compute_settlement",
                             ComputeSettlement{coop, "milk", period.first, period.last});
            !done)
            return done;
        const SettlementCommand command{coop, {number}};
        if (auto done = tell(approver_, "approve_settlement", command); !done) return done;
        return tell(manager_, "post_settlement", command);
    }
    Result<void> milk() {
        struct Fortnight {
            std::string_view name;
            CivilDay first;
        };
        std::int64_t number = 0;
        for (const auto& [name, first] : {Fortnight{"2025-07-1", {2025, 7, 1}},
                                          {"2025-07-2", {2025, 7, 16}},
                                          {"2025-08-1", {2025, 8, 1}},
                                          {"2025-08-2", {2025, 8, 16}}}) {
            if (auto done = file(ImportKind::deliveries, fmt::format("deliveries_{}.csv", name));
                !done)
                return done;
            if (auto done = file(ImportKind::analyses, fmt::format("analyses_{}.csv", name)); !done)
                return done;
            if (++number == 4) break;
            if (auto done = settle(number, fortnight_of(date_of(first))); !done) return done;
        }
        if (auto done = file(ImportKind::deliveries, "late_deliveries.csv"); !done) return done;
        return file(ImportKind::analyses, "late_analyses.csv");
    }
    // Every day's milk leaves in one lot, and the buyer takes it.
    Result<void> lots() {
        const SetSaleTerms terms{.organisation = coop,
                                 .agreement = {1},
                                 .payment_days = 15,
                                 .weight_tolerance = Rate{5'000},
                                 .value_tolerance = Rate{10'000},
                                 .expected = Quantity{70'000'000},
                                 .per = CalendarPeriod::week,
                                 .expected_tolerance = Rate{50'000}};
        if (auto done = tell(manager_, "set_sale_terms", terms); !done) return done;
        const auto rows = DemoRows::of(folder_ + "/lots.csv");
        if (!rows) return std::unexpected(rows.error());
        return rows->each([&](const DemoRow& cell) -> Result<void> {
            const auto day = parse_date(cell("date"));
            const auto litres = parse_quantity(cell("litres"));
            if (!day || !litres) return refuse(Refusal::wrong_type, "/lots", cell("lot"));
            std::vector<NamedReading> readings;
            for (const auto* attribute : {"fat", "protein", "solids"})
                readings.push_back({attribute, cell(attribute)});
            DispatchLot lot{};
            lot.organisation = coop;
            lot.day = *day;
            lot.product = "milk";
            lot.buyer = std::string(buyer_);
            lot.code = cell("lot");
            lot.litres = *litres;
            lot.readings = std::move(readings);
            if (auto done = tell(manager_, "dispatch_lot", lot); !done) return done;
            return tell(manager_, "accept_lot", AcceptLot{coop, lot.code, *day, {}});
        });
    }
    // His liquidations come some days after the fortnight; the first dispute is ended as he says.
    Result<void> liquidations() {
        struct Liquidated {
            std::string_view name, document, invoice;
            CivilDay day, last;
        };
        const auto accountant = service_.caller_named("contabilidad");
        for (const auto& [name, document, invoice, day, last] :
             {Liquidated{"2025-07-1", "LQ-0715", "F001-101", {2025, 7, 18}, {2025, 7, 15}},
              {"2025-07-2", "LQ-0731", "F001-102", {2025, 8, 4}, {2025, 7, 31}},
              {"2025-08-1", "LQ-0815", "F001-103", {2025, 8, 19}, {2025, 8, 15}}}) {
            const auto file = fmt::format("liquidation_{}.csv", name);
            const auto bytes = read_file(folder_ + "/" + file);
            if (!bytes) return std::unexpected(bytes.error());
            const auto period = fortnight_of(date_of(last));
            const ImportLiquidation command{.organisation = coop,
                                            .buyer = std::string(buyer_),
                                            .product = "milk",
                                            .document = std::string(document),
                                            .invoice = std::string(invoice),
                                            .day = date_of(day),
                                            .first = period.first,
                                            .last = period.last,
                                            .file_name = file,
                                            .content = to_base64(*bytes),
                                            .columns = {},
                                            .total = {}};
            if (auto done = tell(accountant, "import_liquidation", command); !done) return done;
        }
        const SettleDispute ended{.organisation = coop,
                                  .liquidation = {1},
                                  .lot = "L-0705",
                                  .day = date_of({2025, 7, 25}),
                                  .outcome = DisputeEnd::his,
                                  .worth = {},
                                  .reason = "Un porongo se volcó en la planta"};
        return tell(approver_, "settle_dispute", ended);
    }
    Result<void> receipts() {
        const auto rows = DemoRows::of(folder_ + "/receipts.csv");
        if (!rows) return std::unexpected(rows.error());
        const auto accountant = service_.caller_named("contabilidad");
        std::int64_t number = 0;
        return rows->each([&](const DemoRow& cell) -> Result<void> {
            const auto day = parse_date(cell("date"));
            const auto amount = parse_money(cell("amount"), Currency::known("PEN"));
            if (!day || !amount) return refuse(Refusal::wrong_type, "/receipts", cell("document"));
            RecordReceipt receipt{};
            receipt.organisation = coop;
            receipt.buyer = std::string(buyer_);
            receipt.day = *day;
            receipt.amount = *amount;
            receipt.into = AccountRole::bank;
            receipt.document = cell("document");
            // What is about no liquidation pays for what he owed before.
            if (cell.if_said("liquidation")) receipt.liquidation = LiquidationNumber{++number};
            return tell(accountant, "record_receipt", receipt);
        });
    }
    std::vector<DemoUser> links() {
        std::vector<DemoUser> users;
        std::vector<std::pair<std::string, std::string>> roles{
            {"gerencia", "Gerencia"},         {"contabilidad", "Contabilidad"},
            {"consejo", "Consejo (aprueba)"}, {"auditoria", "Auditoría"},
            {"direccion", "Administración"},  {"productora", "Productora"},
            {"comprador", "Comprador"}};
        if (up_to_ == DemoUpTo::closed_months) roles.emplace_back("tesoreria", "Tesorería");
        for (const auto& [login, role] : roles) {
            const auto caller = service_.caller_named(login);
            users.push_back(
                {login, caller.name, role, make_link(service_, caller.user, link_milliseconds)});
        }
        return users;
    }
};

}  // namespace

Result<std::vector<DemoUser>> make_demo(Service& service, const std::string& folder, DemoUpTo up_to,
                                        const Progressed& progressed) {
    return DemoMaker(service, folder, up_to, progressed).make();
}

}  // namespace ayni
