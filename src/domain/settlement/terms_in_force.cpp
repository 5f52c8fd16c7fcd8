#include "domain/settlement/terms_in_force.h"

#include <algorithm>

#include "kernel/check.h"

namespace ayni {
namespace {

std::optional<Price> index_on(const std::vector<IndexSeries>& indices, const std::string& code,
                              Date day) {
    const auto series = std::ranges::find(indices, code, &IndexSeries::code);
    if (series == indices.end()) return std::nullopt;
    const auto later = std::ranges::upper_bound(series->values, day, {},
                                                &std::pair<Date, Price>::first);
    return later == series->values.begin() ? std::nullopt : std::optional(std::prev(later)->second);
}

void fill_indices(VersionInForce& version, const SettlementInputs& inputs) {
    const auto& codes = version.version->price.indices();
    if (codes.empty()) return;
    for (Date day = inputs.period.first; day <= inputs.period.last; day = day + 1)
        for (const auto& code : codes)
            version.indices.push_back(index_on(inputs.indices, code, day));
}

// Marks the days of the period on which the certificate is valid.
void mark(std::span<bool> flags, Period validity, Period period, std::size_t kinds,
          std::size_t kind) {
    const Date first = std::max(validity.first, period.first),
               last = std::min(validity.last, period.last);
    for (Date day = first; day <= last; day = day + 1)
        flags[static_cast<std::size_t>(day - period.first) * kinds + kind] = true;
}

void fill_certificates(VersionInForce& version, const ProducerPlaces& places, Period period) {
    const auto& kinds = version.version->price.certificates();
    if (kinds.empty()) return;
    const auto each = static_cast<std::size_t>(period.days()) * kinds.size();
    version.certificates = std::make_unique<bool[]>(places.size() * each);
    for (std::size_t place = 0; place < places.size(); ++place)
        for (const auto& held : places[place].certificates) {
            const auto kind = std::ranges::find(kinds, held.kind);
            if (kind == kinds.end()) continue;
            mark({version.certificates.get() + place * each, each}, held.validity, period,
                 kinds.size(), static_cast<std::size_t>(kind - kinds.begin()));
        }
}

}  // namespace

std::vector<std::int32_t> TermsInForce::add_versions(const std::vector<TermsVersion>& list,
                                                     bool member, Period period) {
    std::vector<Date> effective;
    for (const auto& version : list) effective.push_back(version.effective);
    CHECK(std::ranges::is_sorted(effective));
    std::vector<std::int32_t> by_day;
    const TermsVersion* last = nullptr;
    for (Date day = period.first; day <= period.last; day = day + 1) {
        const auto place = version_on(effective, day);
        if (place && &list[*place] != last) {
            last = &list[*place];
            versions_.push_back({.version = last, .member = member, .first_term = terms_});
            terms_ += last->price.terms().terms.size();
        }
        by_day.push_back(place ? static_cast<std::int32_t>(versions_.size()) - 1 : -1);
    }
    return by_day;
}

Result<TermsInForce> TermsInForce::of(const SettlementInputs& inputs,
                                      const ProducerPlaces& places) {
    TermsInForce terms;
    const auto for_members = terms.add_versions(inputs.member_terms, true, inputs.period);
    const auto for_others = terms.add_versions(inputs.other_terms, false, inputs.period);
    for (auto& version : terms.versions_) {
        if (version.version->price.terms().currency != inputs.currency)
            return refuse(Refusal::currencies_differ,
                          "/terms/" + std::to_string(version.version->number.number));
        fill_indices(version, inputs);
        fill_certificates(version, places, inputs.period);
    }
    terms.at_.reserve(places.size() * for_members.size());
    for (std::size_t place = 0; place < places.size(); ++place)
        for (std::size_t day = 0; day < for_members.size(); ++day) {
            const bool member = is_member_on(places[place],
                                             inputs.period.first + static_cast<int>(day));
            terms.at_.push_back(member ? for_members[day] : for_others[day]);
        }
    return terms;
}

}  // namespace ayni
