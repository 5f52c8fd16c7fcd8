#pragma once
// What laboratories found, as far as it counts.

#include <map>
#include <vector>

#include "app/work.h"
#include "domain/collection/delivery.h"
#include "domain/collection/product.h"

namespace ayni {

/// Where each file stands in the log.
[[nodiscard]] std::map<SourceId, std::int64_t> positions_of_imports(const View& view);
/// A row of a file was recorded with its file: of two of one sample the later record counts.
void place_in_log(Analysis& row, const std::map<SourceId, std::int64_t>& imports);

/// The analyses of these days that count, by day and party: of one sample the one recorded last.
[[nodiscard]] std::vector<Analysis> counted_analyses(const View& view, ProductId product,
                                                     Period days,
                                                     std::optional<PartyId> party = {});

/// How many suppliers have accepted milk of these days and no analysis of it.
[[nodiscard]] std::int64_t suppliers_without_analysis(const View& view, ProductId product,
                                                      Period days);

/// Whether terms that are in force on a day pay by what a laboratory finds.
[[nodiscard]] bool pays_by_analyses(const View& view, ProductId product, Date day);

}  // namespace ayni
