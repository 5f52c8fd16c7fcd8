#include "store/export_tables.h"

#include <algorithm>

#include <fmt/format.h>

#include "kernel/described_json.h"
#include "store/asset_tables.h"
#include "store/bank_tables.h"
#include "store/capital_tables.h"
#include "store/chart_tables.h"
#include "store/merge_tables.h"
#include "store/sale_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

// A row of any described struct, made and read without knowing its type.
template <class T>
std::string rows_of(Connection& db, OrganisationId organisation) {
    std::string lines;
    const auto& table = table_of<T>();
    auto query = db.query(
        rows::selection(table, fmt::format("WHERE organisation = $1 ORDER BY {}", table.key)));
    query.integer(organisation.number);
    while (query.next()) {
        const T row = row_of<T>(query);
        append_json(lines, shape_of<T>(), &row);
        lines += '\n';
    }
    return lines;
}

template <class T>
void add(Connection& db, OrganisationId organisation, std::vector<ExportedFile>& files,
         Json& description) {
    const auto& table = table_of<T>();
    files.push_back({std::string(table.name) + ".jsonl", rows_of<T>(db, organisation)});
    Json columns = Json::object();
    for (const auto& field : table.description->fields)
        columns.with(std::string(field.name), Json::of_text(std::string(field.shape->name)));
    description.with(std::string(table.name),
                     Json::object()
                         .with("key", Json::of_text(std::string(table.key)))
                         .with("columns", std::move(columns)));
}

// All that belongs to an organisation, but for its log.
template <template <class...> class List>
using OfOrganisation =
    List<Registration, SecondFactorRule, Party, Household, Person, Membership, Certificate, Product,
         Source, Delivery, DeliveryNote, Correction, Analysis, Import, IndexValue, Agreement,
         PurchaseTerms, Obligation, Application, Settlement, Statement, LateChange,
         SettledDifference, Entry, Accrual, ProduceStock, KeptHold, Closing, Voucher, PayAccount,
         PaymentOrder, Payment, PaymentPayee, PaymentEvent, BuyingPolicy, SaleTerms, Lot,
         Liquidation, LiquidationLine, DisputeDecision, BuyerReceipt, KeptStatement, KeptLine,
         KeptLineParty, BankMatch, BankExplanation, ResultFile, BankFormat, CapitalMovement,
         SurplusShare, Chart, Asset, InputMovement, MergedParty>;

template <class... T>
struct Rows {
    static std::vector<ExportedFile> exported(Connection& db, OrganisationId organisation) {
        std::vector<ExportedFile> files;
        Json description = Json::object();
        (add<T>(db, organisation, files, description), ...);
        add<LogRecord>(db, organisation, files, description);
        files.push_back({"description.json", print_json(description) + "\n"});
        return files;
    }
    static std::vector<const Table*> tables() { return {&table_of<T>()...}; }
};

}  // namespace

std::vector<const Table*> tables_of_state() {
    auto tables = OfOrganisation<Rows>::tables();
    tables.push_back(&table_of<Organisation>());
    return tables;
}

Result<std::vector<ExportedFile>> exported_tables(Connection& db, OrganisationId organisation) {
    const Transaction snapshot(db, Transaction::Kind::reading);
    auto known = db.query("SELECT 1 FROM organisation WHERE id = $1");
    if (!known.integer(organisation.number).next())
        return refuse(Refusal::not_found, "/organisation", std::to_string(organisation.number));
    return OfOrganisation<Rows>::exported(db, organisation);
}

}  // namespace ayni
