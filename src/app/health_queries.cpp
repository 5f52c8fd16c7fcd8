#include "app/health_queries.h"

#include "app/backup_rule.h"
#include "app/machine.h"
#include "app/register.h"
#include "app/register_parts.h"
#include "kernel/packed.h"

namespace ayni {
namespace {

BackupState state_of(const View& view) {
    if (view.db.dialect() == Dialect::postgres) return BackupState::elsewhere;
    if (!view.machine) return BackupState::off;
    return backup_state(view.machine->facts().copies, view.now);
}

void add_newest_record(const View& view, HealthView& health) {
    auto query = view.db.query(
        "SELECT position, body FROM log WHERE organisation = $1 ORDER BY position DESC LIMIT 1");
    query.integer(view.organisation.number);
    if (!query.next()) return;
    health.records = query.integer_at(0);
    if (const auto body = unpack<LogBody>(query.text_at(1))) health.newest = body->at;
}

void add_copies(const CopyFacts& copies, Language language, BackupsView& backups) {
    if (!copies.on) return;
    backups.at = copies.at;
    backups.free_bytes = copies.free_bytes;
    backups.same_disk = copies.is_on_same_disk;
    for (const auto& each : copies.kept) backups.kept.push_back({each.name, each.made, each.bytes});
    if (const auto& failure = copies.failure)
        backups.problem = {failure->at, std::string(code_of(failure->reason)),
                           std::string(text_of(failure->reason, language))};
    if (const auto& under_way = copies.under_way)
        backups.progress = {under_way->is_copied, under_way->done, under_way->all};
}

}  // namespace

Result<HealthView> health(const View& view, const OrganisationQuery&) {
    HealthView all;
    all.version = AYNI_VERSION;
    all.storage = view.db.dialect() == Dialect::postgres ? "PostgreSQL"
                                                         : "SQLite " + sqlite_version();
    add_newest_record(view, all);
    all.backups.state = state_of(view);
    all.backups.days = backup_days_kept;
    if (!view.machine) return all;
    auto facts = view.machine->facts();
    all.file = std::move(facts.file);
    all.bytes = facts.bytes;
    all.free_bytes = facts.free_bytes;
    all.since = facts.since;
    all.requests = facts.requests;
    all.refused = facts.refused;
    add_copies(facts.copies, view.caller.language, all.backups);
    return all;
}

Result<void> make_backup(Work& work, const MakeBackup&) {
    if (!work.machine) return refuse(Refusal::backups_off);
    return work.machine->start_copy();
}

std::vector<HomeItem> waiting_for_backups(const View& view) {
    const auto& use_case = *the_register().find("make_backup");
    if (!view.machine || !check_rights(use_case, view.caller, view.organisation)) return {};
    const auto facts = view.machine->facts().copies;
    HomeItem item;
    switch (state_of(view)) {
        case BackupState::off: item.kind = "backups_off"; break;
        case BackupState::missing: item.kind = "backup_missing"; break;
        case BackupState::failed: item.kind = "backup_failed"; break;
        case BackupState::overdue:
            item.kind = "backup_overdue";
            item.count = days_between(newest_copy(facts.kept, view.now).value_or(view.now),
                                      view.now);
            break;
        default: return {};
    }
    return {std::move(item)};
}

std::string time_zone_of_server(Connection& db) {
    auto query = db.query("SELECT time_zone FROM organisation ORDER BY id LIMIT 1");
    return query.next() ? std::string(query.text_at(0)) : std::string("UTC");
}

void enter_health(Register& all) {
    using enum Role;
    all.query<OrganisationQuery, HealthView>("health", note<HealthView>, {administrator, auditor},
                                             health);
    all.command<MakeBackup>("make_backup", note<MakeBackup>, {administrator}, make_backup);
}

}  // namespace ayni
