#pragma once
// Which version of the purchase terms counts for whom on which day of a period, made ready.

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "domain/settlement/producer_places.h"

namespace ayni {

/// A version that is in force on some day of the period.
struct VersionInForce {
    const TermsVersion* version = nullptr;
    bool member = false;         ///< the terms of members, or those of other suppliers
    std::size_t first_term = 0;  ///< of its terms among the terms of all versions in force
    std::vector<std::optional<Price>> indices = {};  ///< by day, then `CompiledTerms::indices`
    std::unique_ptr<bool[]> certificates = {};       ///< by producer and day, then `::certificates`
};

/// For each producer and day the version in force, with the certificates and indices of that day.
class TermsInForce {
public:
    /// Refused: `currencies_differ` when terms in force are not in the settlement's currency.
    [[nodiscard]] static Result<TermsInForce> of(const SettlementInputs& inputs,
                                                 const ProducerPlaces& places);

    [[nodiscard]] std::span<const VersionInForce> versions() const noexcept { return versions_; }
    /// How many terms all versions in force have together.
    [[nodiscard]] std::size_t terms() const noexcept { return terms_; }
    /// The place of the version among `versions()`, or none. `cell` is producer x days + day.
    [[nodiscard]] std::optional<std::size_t> version_at(std::size_t cell) const noexcept {
        const auto place = at_[cell];
        return place < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(place));
    }
    [[nodiscard]] std::span<const bool> certificates(const VersionInForce& version,
                                                     std::size_t cell) const noexcept {
        const auto kinds = version.version->price.certificates().size();
        return {version.certificates.get() + cell * kinds, kinds};
    }
    [[nodiscard]] std::span<const std::optional<Price>> indices(const VersionInForce& version,
                                                                std::size_t day) const noexcept {
        const auto series = version.version->price.indices().size();
        return std::span(version.indices).subspan(day * series, series);
    }

private:
    std::vector<VersionInForce> versions_;
    std::vector<std::int32_t> at_;
    std::size_t terms_ = 0;

    // By day of the period; -1 where no version is in force.
    std::vector<std::int32_t> add_versions(const std::vector<TermsVersion>& list, bool member,
                                           Period period);
};

}  // namespace ayni
