#include "app/lookup_queries.h"
#include "app/use_cases.h"
#include "store/tables.h"

namespace ayni {
namespace {

constexpr std::size_t most_gaps = 100;

std::int64_t records_in(const View& view, SourceId source, std::string_view table) {
    auto query = view.db.query("SELECT count(*) FROM " + std::string(table) +
                               " WHERE organisation = $1 AND source = $2");
    query.integer(view.organisation.number).integer(source.number);
    return query.next() ? query.integer_at(0) : 0;
}

// Below the highest number received: what comes after it, nobody can know yet.
std::vector<MissingNumbers> gaps_of(const View& view, SourceId source) {
    std::vector<MissingNumbers> gaps;
    auto query = view.db.query(
        "SELECT sequence FROM delivery WHERE organisation = $1 AND source = $2 UNION ALL "
        "SELECT sequence FROM analysis WHERE organisation = $1 AND source = $2 ORDER BY sequence");
    query.integer(view.organisation.number).integer(source.number);
    std::int64_t expected = 1;
    while (gaps.size() < most_gaps && query.next()) {
        const auto arrived = query.integer_at(0);
        if (arrived > expected) gaps.push_back({expected, arrived - 1});
        expected = arrived + 1;
    }
    return gaps;
}

}  // namespace

Result<void> register_source(Work& work, const RegisterSource& command) {
    auto known = work.db.query(
        "SELECT 1 FROM source WHERE organisation = $1 AND name = $2 AND kind <> $3");
    known.integer(work.organisation.number).text(command.name);
    if (known.integer(static_cast<int>(SourceKind::file)).next())
        return refuse(Refusal::already_exists, "/name", command.name);
    const auto made = add_source(work.db, work.organisation, SourceKind::device, command.name);
    work.made("source", made.source.number);
    return {};
}

Result<SourcesView> sources(const View& view, const OrganisationQuery&) {
    SourcesView found;
    // A file has its place among the imports.
    auto query = select<Source>(view.db, "WHERE organisation = $1 AND kind <> $2 ORDER BY source");
    query.integer(view.organisation.number).integer(static_cast<int>(SourceKind::file));
    for (auto& row : all_rows<Source>(query)) {
        SourceView one{row.source, row.kind, std::move(row.name), row.last, 0, {}};
        // What the desk records gets its number here, so that none can be missing.
        if (row.kind == SourceKind::device)
            one.missing = row.last - records_in(view, row.source, "delivery") -
                          records_in(view, row.source, "analysis");
        if (one.missing > 0) one.missing_numbers = gaps_of(view, row.source);
        found.sources.push_back(std::move(one));
    }
    return found;
}

}  // namespace ayni
