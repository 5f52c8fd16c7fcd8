#include "app/chart_queries.h"

#include <map>

#include "store/chart_tables.h"

namespace ayni {

Result<std::optional<Chart>> find_chart(const View& view, const std::optional<std::string>& name,
                                        std::int64_t position) {
    if (!name) return std::optional<Chart>();
    auto query = select<Chart>(view.db,
                               "WHERE organisation = $1 AND name = $2 AND position <= $3 ORDER BY "
                               "position DESC LIMIT 1");
    query.integer(view.organisation.number).text(*name).integer(position);
    auto found = first_row<Chart>(query);
    if (!found) return refuse(Refusal::not_found, "/chart", *name);
    return found;
}

Result<void> set_chart(Work& work, const SetChart& command) {
    if (auto sound = check_chart(command.accounts); !sound) return sound;
    insert(work.db, Chart{work.organisation, work.position(), command.name, command.accounts});
    return {};
}

Result<ChartsView> charts(const View& view, const OrganisationQuery&) {
    auto query = select<Chart>(view.db, "WHERE organisation = $1 ORDER BY position");
    query.integer(view.organisation.number);
    std::map<std::string, std::vector<ChartAccount>> newest;
    for (auto& row : all_rows<Chart>(query))
        newest.insert_or_assign(row.name, std::move(row.accounts));
    ChartsView all;
    for (auto& [name, accounts] : newest) all.charts.push_back({name, std::move(accounts)});
    return all;
}

}  // namespace ayni
