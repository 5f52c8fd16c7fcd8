#pragma once
// An organisation of the benchmarks, in a file of its own.

#include <memory>
#include <string>

#include "app/service.h"

namespace ayni {

/// The organisation that everything happens in.
inline constexpr OrganisationId ours{1};

/// A new, empty file in the place of whatever was there. Refused: as `Service::open`.
[[nodiscard]] Result<std::unique_ptr<Service>> fresh_service(const std::string& file);
/// Makes it, and "bench", its administrator and accountant.
[[nodiscard]] Result<void> make_bench_organisation(Service& service);

}  // namespace ayni
