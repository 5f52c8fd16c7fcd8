#pragma once
// The records of one organisation's log, in their order: what each did, by its own words.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/told_rows.h"
#include "app/verify_queries.h"
#include "domain/settlement/settlement.h"
#include "kernel/json.h"

namespace ayni {

/// What records say of a source that numbers its own, or of the desk.
struct SourceByLog {
    std::int64_t deliveries = 0, analyses = 0;
    std::int64_t last = 0;  ///< the highest number
};

/// Positions of the log, 0: it was not.
struct SettlementByLog {
    std::int64_t posted = 0, withdrawn = 0;
};

/// Goes through the records of one organisation in their order.
class RecordChecker {
public:
    RecordChecker(Connection& db, OrganisationId organisation, ToldRows& told, Find find);

    /// One record: the delivery or analysis that it made is the row that stands; of any other
    /// command, what it made is told on.
    void check(std::int64_t position, const LogBody& body);
    /// The digest of what the record at the position did; null: it did nothing of which there is
    /// one.
    [[nodiscard]] const std::string* effects_at(std::int64_t position) const;
    [[nodiscard]] const std::map<SourceId, SourceByLog>& sources() const noexcept {
        return sources_;
    }
    [[nodiscard]] SettlementByLog settlement(SettlementNumber number) const;
    /// Positions at which a file was undone together with what corrected its rows.
    [[nodiscard]] const std::vector<std::int64_t>& withdrawals() const noexcept {
        return withdrawals_;
    }
    /// Positions at which something was done to statements of the bank.
    [[nodiscard]] const std::set<std::int64_t>& banking() const noexcept { return banking_; }
    /// Records of commands that another version knows: what they made, they do not tell us.
    [[nodiscard]] std::int64_t unknown() const noexcept { return unknown_; }

private:
    Connection& db_;
    OrganisationId organisation_;
    ToldRows& told_;
    Find find_;
    SourceId desk_;
    std::map<SourceId, SourceByLog> sources_;
    std::vector<std::pair<std::int64_t, std::string>> effects_;
    std::map<SettlementNumber, SettlementByLog> settlements_;
    std::vector<std::int64_t> withdrawals_;
    std::set<std::int64_t> banking_;
    std::int64_t unknown_ = 0;

    void check_delivery(std::int64_t position, const LogBody& body);
    void check_analysis(std::int64_t position, const LogBody& body);
    void note_settlement(std::int64_t position, const LogBody& body, const Json& payload);
    template <class Row>
    void check_row(std::int64_t position, const LogBody& body, SourceId source,
                   std::int64_t sequence);
};

}  // namespace ayni
