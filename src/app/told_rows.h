#pragma once
// Which rows must stand, and what in them, by what the records of the logs say was done.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kernel/json.h"
#include "store/log.h"

namespace ayni {

/// Columns of a row by name, as far as records tell them. A JSON null says that nothing is there.
using ToldRow = std::map<std::string, Json, std::less<>>;
/// Rows of a table by their key: "7", or "3/manager/2025-03-01T04:30:00.000Z".
using ToldTable = std::map<std::string, ToldRow, std::less<>>;

/// The number of what a record says it made; 0: nothing of that kind.
[[nodiscard]] std::int64_t made_number(const LogBody& body, std::string_view kind);
/// The columns by which the rows of a table are told apart; none: records do not tell of it.
[[nodiscard]] const std::vector<std::string_view>& key_columns(std::string_view table);
/// The key made of these columns; an absent value counts as empty.
[[nodiscard]] std::string key_of(std::string_view table,
                                 const std::function<const Json*(std::string_view)>& column);

/// Goes through the records of the logs in their order, that of the installation first.
class ToldRows {
public:
    /// The text behind the digest of a personal value; none: it was erased.
    using Personal =
        std::function<std::optional<std::string>(std::int64_t position, const std::string& path)>;
    /// Whose login it is; none: nobody's.
    using UserNamed = std::function<UserId(const std::string& login)>;

    ToldRows(Personal personal, UserNamed user_named)
        : personal_(std::move(personal)), user_named_(std::move(user_named)) {}

    /// One record; `payload` is that of its body.
    void tell(OrganisationId organisation, std::int64_t position, const LogBody& body,
              const Json& payload);
    [[nodiscard]] const ToldTable& of(OrganisationId organisation, std::string_view table) const;
    /// Makes room, once an organisation was looked at.
    void forget(OrganisationId organisation) { books_.erase(organisation); }

private:
    struct Record;
    struct Book {
        std::map<std::string, ToldTable, std::less<>> tables;
        std::map<std::string, std::int64_t> numbers;  // "party/M1", "product/milk"
    };

    Personal personal_;
    UserNamed user_named_;
    std::map<OrganisationId, Book> books_;

    [[nodiscard]] Json member(const Record& record, std::string_view name) const;
    template <class Where>
    [[nodiscard]] std::optional<Json> value(const Record& record, const Where& column);
    template <class Rule>
    void make(const Record& record, const Rule& making);
    template <class Rule>
    void change(const Record& record, const Rule& changing);
    [[nodiscard]] std::optional<Json> number_of(const Record& record, std::string_view kind,
                                                const Json& code);
    [[nodiscard]] std::int64_t kept_party(const Record& record, std::int64_t party);
    [[nodiscard]] Json voucher_lines(const Record& record);
    void end_memberships(const Record& record);
    void withdraw_row(const Record& record, const std::string& table, const std::string& key);
    void withdraw_certificate(const Record& record);
    [[nodiscard]] ToldRow* membership_before(const Record& record, const Json& party,
                                             const std::string& first);
    void withdraw_membership(const Record& record);
    void correct_membership(const Record& record);
    void end_role(const Record& record);
    void release_lot(const Record& record);
    void undo_liquidation(const Record& record);
    void explain_line(const Record& record);
    void reverse_entry(const Record& record);
    void undo_inputs(const Record& record);
};

}  // namespace ayni
