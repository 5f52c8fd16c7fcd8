#pragma once
// What the administrator is told of the machine and of its backups.

#include <optional>
#include <string>
#include <vector>

#include "app/people_contract.h"

namespace ayni {

/// How it stands with the backups of the server.
enum class BackupState {
    elsewhere,  ///< the database's own server makes them
    off,        ///< nobody does, or whoever works at the file by himself
    missing,    ///< none was verified so far
    overdue,    ///< the newest is too old
    failed,     ///< the newest is young enough, but the last try failed
    good,
};
BOOST_DESCRIBE_ENUM(BackupState, elsewhere, off, missing, overdue, failed, good)

/// A verified backup that is kept.
struct BackupView {
    std::string name;  ///< of the file, in the folder of the backups
    Instant made;
    std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(BackupView, (), (name, made, bytes))
template <>
inline constexpr std::string_view note<BackupView> = "A verified backup that is kept.";

/// Why the last try failed.
struct BackupProblem {
    Instant at;
    std::string reason;  ///< code of a refusal
    std::string text;    ///< the same, in the reader's language
};
BOOST_DESCRIBE_STRUCT(BackupProblem, (), (at, reason, text))
template <>
inline constexpr std::string_view note<BackupProblem> = "Why the last backup failed.";

/// How far a backup is that is being made.
struct BackupProgress {
    bool copied = false;  ///< and now it is verified
    std::int64_t done = 0;
    std::int64_t all = 0;
};
BOOST_DESCRIBE_STRUCT(BackupProgress, (), (copied, done, all))
template <>
inline constexpr std::string_view note<BackupProgress> =
    "How far a backup is that is being made: of its pages, then of what is verified.";

/// The backups that the server makes by itself.
struct BackupsView {
    BackupState state = BackupState::off;
    std::optional<std::string> at;  ///< every day at: "02:00", in the time of the organisation
    std::int64_t days = 0;          ///< of so many days the last one is kept
    std::vector<BackupView> kept;   ///< newest first
    std::optional<BackupProblem> problem;
    std::optional<BackupProgress> progress;
    std::optional<std::int64_t> free_bytes;
    bool same_disk = false;
};
BOOST_DESCRIBE_STRUCT(BackupsView, (),
                      (state, at, days, kept, problem, progress, free_bytes, same_disk))
template <>
inline constexpr std::string_view note<BackupsView> = "The backups that the server makes.";

/// The machine, its database and its backups.
struct HealthView {
    std::string version;
    std::string storage;              ///< SQLite with its version, or PostgreSQL
    std::optional<std::string> file;  ///< its name, without its folder
    std::optional<std::int64_t> bytes;
    std::optional<std::int64_t> free_bytes;  ///< on its disk
    std::int64_t records = 0;                ///< of the organisation's log
    std::optional<Instant> newest;           ///< of them
    std::optional<Instant> since;            ///< it serves
    std::optional<std::int64_t> requests;    ///< since then
    std::optional<std::int64_t> refused;
    BackupsView backups;
};
BOOST_DESCRIBE_STRUCT(HealthView, (),
                      (version, storage, file, bytes, free_bytes, records, newest, since, requests,
                       refused, backups))
template <>
inline constexpr std::string_view note<HealthView> =
    "How the machine stands: its program, its database, its disk, and the backups that it makes.";

/// Makes a verified backup now.
struct MakeBackup {
    OrganisationId organisation;
};
BOOST_DESCRIBE_STRUCT(MakeBackup, (), (organisation))
template <>
inline constexpr std::string_view note<MakeBackup> =
    "Begins a verified backup of the whole server now; one at a time. `health` tells how far it is "
    "and what came of it.";

}  // namespace ayni
