#include "edge/open_file.h"

#include "edge/console.h"
#include "edge/local_door.h"
#include "edge/served_file.h"

namespace ayni {
namespace {

class HeldFile final : public OpenFile {
public:
    explicit HeldFile(std::unique_ptr<Service> service) : service_(std::move(service)) {}

    Result<Language> language_of(const std::string& login) override {
        return language_of_login(*service_, login);
    }
    Answer call(const std::string& login, const std::string& use_case, const Json& input,
                const std::string& key) override {
        return service_->call({.caller = service_->caller_named(login),
                               .use_case = use_case,
                               .input = input,
                               .key = key,
                               .progressed = progressed_});
    }
    void watch(const Progressed& progressed) override { progressed_ = progressed; }
    Answer link(const std::string& login, bool without_second_factor) override {
        return link_for_login(*service_, login, without_second_factor);
    }

private:
    std::unique_ptr<Service> service_;
    Progressed progressed_;
};

}  // namespace

Result<std::unique_ptr<OpenFile>> open_file(const std::string& path) {
    auto service = Service::open(path, real_surroundings());
    if (service) return std::make_unique<HeldFile>(*std::move(service));
    if (service.error().reason() == Refusal::database_in_use)
        if (auto served = connect_to_server(path)) return served;
    return std::unexpected(service.error());
}

Result<std::unique_ptr<OpenFile>> open_file_at(const std::string& path, Instant now) {
    auto surroundings = real_surroundings();
    surroundings.now = [now] { return now; };
    auto service = Service::open(path, std::move(surroundings));
    if (!service) return std::unexpected(service.error());
    return std::make_unique<HeldFile>(*std::move(service));
}

}  // namespace ayni
