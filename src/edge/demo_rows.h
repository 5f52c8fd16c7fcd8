#pragma once
// The files of the example, row by row, and who tells the service what stands in them.

#include <string>
#include <string_view>
#include <vector>

#include "edge/console.h"
#include "kernel/date.h"
#include "kernel/money.h"
#include "kernel/quality.h"

namespace ayni {

/// The co-operative of the example.
inline constexpr OrganisationId coop{1};

/// One row of a file, by the names of its columns.
class DemoRow {
public:
    DemoRow(const std::vector<std::string>& header, const std::vector<std::string>& cells)
        : header_(header), cells_(cells) {}
    /// The cell as it stands there; empty for a column that the file has not.
    [[nodiscard]] std::string operator()(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> if_said(std::string_view name) const;
    /// Refused, naming the column: what `parse_date`, `parse_money` (of soles), `parse_quantity`
    /// refuse, `not_a_choice`.
    [[nodiscard]] Result<Date> day(std::string_view name) const;
    [[nodiscard]] Result<Money> money(std::string_view name) const;
    [[nodiscard]] Result<Quantity> quantity(std::string_view name) const;
    template <class Enum>
    [[nodiscard]] Result<Enum> choice(std::string_view name) const {
        if (const auto found = choice_of<Enum>((*this)(name))) return *found;
        return refuse(Refusal::not_a_choice, "/" + std::string(name), (*this)(name));
    }

private:
    const std::vector<std::string>& header_;
    const std::vector<std::string>& cells_;
};

/// The rows of a file, in its order.
class DemoRows {
public:
    /// Refused: `file_unreadable`, and what no CSV may have.
    [[nodiscard]] static Result<DemoRows> of(const std::string& path);
    /// Visits each row; the first refusal ends it.
    template <class Each>
    [[nodiscard]] Result<void> each(Each&& each) const {
        for (const auto& cells : rows_)
            if (auto done = each(DemoRow(header_, cells)); !done) return done;
        return {};
    }

private:
    std::vector<std::string> header_;
    std::vector<std::vector<std::string>> rows_;
};

/// Sends commands under keys of their own, and asks.
class DemoTeller {
public:
    explicit DemoTeller(Service& service) : service_(service) {}
    [[nodiscard]] Service& service() noexcept { return service_; }
    /// The receipt of the command. A refusal names the command before the place.
    template <class Command>
    [[nodiscard]] Result<std::string> ask(const Caller& caller, std::string_view name,
                                          const Command& command) {
        auto answer = send(service_, caller, name, command, "demo-" + std::to_string(++keys_));
        if (answer) return answer;
        for (auto& problem : answer.error().problems)
            problem.where = std::string(name) + problem.where;
        return answer;
    }
    template <class Command>
    [[nodiscard]] Result<void> tell(const Caller& caller, std::string_view name,
                                    const Command& command) {
        if (auto answer = ask(caller, name, command); !answer)
            return std::unexpected(answer.error());
        return {};
    }
    /// The number of what a receipt says was made; 0: nothing of that kind.
    [[nodiscard]] static std::int64_t made(std::string_view receipt, std::string_view kind);

private:
    Service& service_;
    std::int64_t keys_ = 0;
};

}  // namespace ayni
