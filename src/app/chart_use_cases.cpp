#include "app/chart_queries.h"
#include "app/register.h"
#include "app/register_parts.h"

namespace ayni {

void enter_charts(Register& all) {
    using enum Role;
    all.command<SetChart>("set_chart", note<SetChart>, {administrator, accountant}, set_chart);
    all.query<OrganisationQuery, ChartsView>("charts", note<ChartsView>,
                                             {manager, accountant, approver, auditor}, charts);
}

}  // namespace ayni
