#include "edge/bench/bench_coop.h"

#include <filesystem>

#include "app/people_contract.h"
#include "app/sessions_queries.h"
#include "edge/console.h"

namespace ayni {

Result<std::unique_ptr<Service>> fresh_service(const std::string& file) {
    for (const auto* tail : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(file + tail);
    if (auto made = Service::create(file); !made) return std::unexpected(made.error());
    return Service::open(file, real_surroundings());
}

Result<void> make_bench_organisation(Service& service) {
    const auto user = add_installation_user(service, "bench", "bench");
    const RegisterOrganisation command{
        "bench", OrganisationKind::producer_organisation, Currency::known("PEN"), "UTC", {}, {}};
    if (auto done = send(service, service.caller_of(user), "register_organisation", command, "1");
        !done)
        return std::unexpected(done.error());
    const AddUser accountant{{1}, "bench", "bench", Language::en, Role::accountant, {}};
    const auto added = send(service, service.caller_of(user), "add_user", accountant, "2");
    if (!added) return std::unexpected(added.error());
    return {};
}

}  // namespace ayni
