#pragma once
// What a settlement depends on, read from one snapshot.

#include "app/work.h"
#include "domain/collection/source.h"
#include "domain/settlement/settlement.h"

namespace ayni {

/// Whether anything that a settlement of the period reads was recorded after `position`.
[[nodiscard]] bool inputs_changed_since(const View& view, Period period, std::int64_t position);

/// How the log stood: milk, analyses and their corrections before the one position, what was agreed
/// (terms, certificates, memberships, indices) before the other.
struct AsOf {
    std::int64_t milk = INT64_MAX;
    std::int64_t agreed = INT64_MAX;
};

/// What the price of the period's milk depends on, as of two positions of the log: without debts
/// and differences. Refused: as `load_settlement_inputs`.
[[nodiscard]] Result<SettlementInputs> load_without_late(const View& view, const Product& product,
                                                         Period period, AsOf as_of);

/// A settlement's work in days, for who watches it: each is read, and each is priced.
[[nodiscard]] constexpr std::int64_t work_of(Period period) noexcept {
    return std::int64_t{2} * period.days();
}

/// Tells the days of milk that are read. Refused: what compiling stored terms refuses (it was
/// checked when they were saved).
[[nodiscard]] Result<SettlementInputs> load_settlement_inputs(const View& view,
                                                              const Product& product,
                                                              Period period);
/// The same as they were when the settlement was computed, unless milk, analyses or terms changed.
[[nodiscard]] Result<SettlementInputs> load_settlement_inputs_as_of(const View& view,
                                                                    const Settlement& settlement);
/// Of these inputs only terms, producers and what they owe, for a look at who is asked what.
[[nodiscard]] Result<SettlementInputs> load_obligations_as_of(const View& view,
                                                              const Settlement& settlement);
/// SHA-256, hexadecimal, over all that the settlement depends on.
[[nodiscard]] std::string digest_of(const SettlementInputs& inputs);

[[nodiscard]] std::optional<Settlement> find_settlement(const View& view, SettlementNumber number);
/// Refused: `not_found`, at /settlement.
[[nodiscard]] Result<Settlement> existing_settlement(const View& view, SettlementNumber number);
/// By producer.
[[nodiscard]] std::vector<StatementFigures> statements_of(const View& view,
                                                          SettlementNumber number);
/// Whether something it depends on was recorded after it was computed.
[[nodiscard]] bool is_outdated(const View& view, const Settlement& settlement);
[[nodiscard]] std::vector<Settlement> settlements_of(const View& view,
                                                     std::optional<ProductId> product);

}  // namespace ayni
