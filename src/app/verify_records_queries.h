#pragma once
// What the records of a log say was done, held against the rows that stand in the tables.

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/work.h"
#include "domain/settlement/settlement.h"
#include "kernel/json.h"

namespace ayni {

/// What a settlement must be by the records about it.
struct SettlementByLog {
    SettlementState state = SettlementState::computed;
    std::int64_t position = 0;
    UserId computed_by;
    std::optional<UserId> approved_by;
    bool operator==(const SettlementByLog&) const = default;
};

/// Goes through the records of one organisation in their order.
class RecordChecker {
public:
    /// `find` is told what differs, and where: ("obligation", "7").
    using Find = std::function<void(std::string what, std::string where)>;
    /// Who became an organisation's first administrator, from the installation's own log.
    using Founders = std::map<OrganisationId, UserId>;

    RecordChecker(Connection& db, OrganisationId organisation, Founders& founders, Find find);

    /// One record: the rows that it made say what its payload says, as far as nothing may have
    /// changed them since.
    void check(std::int64_t position, const LogBody& body);
    /// After the last record: roles that no record gave, entries that differ from their digest.
    void finish();
    /// By number; a settlement without a record is not there.
    [[nodiscard]] const std::map<std::int64_t, SettlementByLog>& settlements() const noexcept {
        return settlements_;
    }
    /// The digest of what the record at the position did, if it made entries; null: none.
    [[nodiscard]] const std::string* effects_at(std::int64_t position) const;

private:
    using Given = std::pair<std::int64_t, Role>;

    Connection& db_;
    OrganisationId organisation_;
    Founders& founders_;
    Find find_;
    std::map<std::int64_t, SettlementByLog> settlements_;
    std::multiset<Given> given_, ended_;  // roles
    std::vector<std::pair<std::int64_t, std::string>> effects_;

    void check_people(std::int64_t position, const LogBody& body, const Json& payload);
    void check_settlement(std::int64_t position, const LogBody& body, const Json& payload);
    void check_roles();
    template <class Row>
    void check_row(std::int64_t position, const Json& payload, std::string_view where,
                   std::int64_t key);
    [[nodiscard]] bool says(std::int64_t position, const Json::Member& of_row,
                            const Json& payload) const;
};

}  // namespace ayni
