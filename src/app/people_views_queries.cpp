#include "app/people_views_queries.h"

#include <algorithm>
#include <tuple>

#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "store/tables.h"

namespace ayni {
namespace {

// As they were recorded; the order of the list is that of codes, which no database decides.
std::vector<Certificate> all_certificates(const View& view) {
    auto query = select<Certificate>(
        view.db, "WHERE organisation = $1 ORDER BY party, first, withdrawn, position");
    query.integer(view.organisation.number);
    return all_rows<Certificate>(query);
}

bool is_valid(const Certificate& row, Date day) {
    return row.withdrawn == 0 && row.first <= day && day <= row.last;
}

std::optional<Person> person_of(const View& view, PartyId party) {
    auto query = select<Person>(view.db, "WHERE organisation = $1 AND party = $2");
    query.integer(view.organisation.number).integer(party.number);
    return first_row<Person>(query);
}

void add_person(PartyView& one, const Person& person) {
    one.given_names = person.given_names;
    one.family_names = person.family_names;
    one.sex = person.sex;
    one.dni = person.dni;
    one.phone = person.phone;
    one.hamlet = person.hamlet;
}

bool is_searched(const std::optional<std::string>& search, const PartyNames::Names& names) {
    return !search || names.code.find(*search) != names.code.npos ||
           names.name.find(*search) != names.name.npos;
}

}  // namespace

Result<CertificatesView> certificates(const View& view, const CertificatesQuery& query) {
    const auto asked = find_party_if(view, query.supplier, "/supplier");
    if (!asked) return std::unexpected(asked.error());
    const auto wanted = asked->is_none() ? view.own_party.value_or(PartyId{}) : *asked;
    const auto names = party_names(view);
    CertificatesView all;
    for (const auto& row : all_certificates(view)) {
        if (!wanted.is_none() && row.party != wanted) continue;
        if (query.kind && row.kind != *query.kind) continue;
        const bool valid = is_valid(row, query.on.value_or(view.today));
        if (query.on && !valid) continue;
        const auto& name = names.of(row.party);
        all.certificates.push_back({name.code, name.name, row.kind, row.issuer, row.first, row.last,
                                    row.withdrawn != 0, valid});
    }
    std::ranges::stable_sort(all.certificates, {}, [](const CertificateView& each) {
        return std::tie(each.supplier, each.kind);
    });
    return all;
}

Result<IndexValuesView> index_values(const View& view, const IndexValuesQuery& query) {
    auto rows = select<IndexValue>(
        view.db,
        "WHERE organisation = $1 AND series = $2 AND day BETWEEN $3 AND $4 ORDER BY day, revision");
    rows.integer(view.organisation.number).text(query.series);
    rows.integer(query.first.value_or(Date{INT32_MIN}).days);
    rows.integer(query.last.value_or(latest_day).days);
    IndexValuesView all;
    for (const auto& row : all_rows<IndexValue>(rows)) {
        if (!all.values.empty() && all.values.back().day == row.day)
            all.values.back().counts = false;
        all.values.push_back({row.day, row.revision, row.value, row.source, true});
    }
    return all;
}

Result<RegistrationsView> registrations(const View& view, const OrganisationQuery&) {
    auto rows = select<Registration>(view.db, "WHERE organisation = $1 ORDER BY first");
    rows.integer(view.organisation.number);
    RegistrationsView all;
    for (const auto& row : all_rows<Registration>(rows)) {
        const bool current = row.first <= view.today;
        if (current && !all.registrations.empty()) all.registrations.back().current = false;
        all.registrations.push_back({row.first, row.ruc, current});
    }
    return all;
}

Result<PartyView> party(const View& view, const PartyQuery& query) {
    const auto known = find_party_itself(view, query.party, "/party");
    if (!known) return std::unexpected(known.error());
    const auto names = party_names(view);
    const auto& name = names.of(known->party);
    PartyView one{.code = name.code,
                  .kind = known->kind,
                  .name = name.name,
                  .given_names = {},
                  .family_names = {},
                  .sex = {},
                  .dni = {},
                  .phone = {},
                  .household = name.household,
                  .household_name = name.household_name,
                  .hamlet = {},
                  .memberships = {},
                  .merged_into = {},
                  .also_known_as = {}};
    if (const auto person = person_of(view, known->party)) add_person(one, *person);
    for (const auto& each : memberships(view, known->party))
        one.memberships.push_back({each.first, each.last, each.kind});
    const auto kept = kept_parties(view);
    if (kept.of(known->party) != known->party)
        one.merged_into = names.of(kept.of(known->party)).code;
    for (const auto other : kept.into(known->party))
        one.also_known_as.push_back(names.of(other).code);
    return one;
}

Result<PartiesView> parties(const View& view, const PartiesQuery& query) {
    auto rows = select<Party>(view.db, "WHERE organisation = $1 ORDER BY party");
    rows.integer(view.organisation.number);
    const auto names = party_names(view);
    const auto kept = kept_parties(view);
    PartiesView all;
    for (const auto& row : all_rows<Party>(rows)) {
        const auto& name = names.of(row.party);
        if (query.kind && row.kind != *query.kind) continue;
        if (!is_searched(query.search, name)) continue;
        all.parties.push_back({row.code, name.name, row.kind, {}});
        if (kept.of(row.party) != row.party)
            all.parties.back().merged_into = names.of(kept.of(row.party)).code;
    }
    std::ranges::sort(all.parties, {}, &PartyLine::code);
    return all;
}

}  // namespace ayni
