#pragma once
// The machine and its backups, for the administrator.

#include <string>
#include <vector>

#include "app/health_contract.h"
#include "app/settlement_contract.h"
#include "app/work.h"

namespace ayni {

[[nodiscard]] Result<HealthView> health(const View& view, const OrganisationQuery& query);
/// Refused: `backups_off`, `backup_under_way`.
[[nodiscard]] Result<void> make_backup(Work& work, const MakeBackup& command);

/// What waits for whoever may make a backup: that there is none, or none that is young enough.
[[nodiscard]] std::vector<HomeItem> waiting_for_backups(const View& view);
/// The time zone of the first organisation, by whose clock the server makes its copies.
[[nodiscard]] std::string time_zone_of_server(Connection& db);

}  // namespace ayni
