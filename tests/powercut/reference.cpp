#include "reference.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/sessions_queries.h"
#include "app/verify_queries.h"
#include "disk_vfs.h"
#include "fortnight.h"
#include "kernel/check.h"
#include "store/tables.h"

namespace ayni {
namespace {

// Rows of a file whose import was not recorded count for nobody; the next start takes them away.
constexpr const char* without_unfinished =
    " WHERE (organisation, source) NOT IN "
    "(SELECT organisation, source FROM source WHERE kind = 1 AND last = 0)";

void check_log(Connection& db, const Step& step, bool accepted) {
    auto query = db.query("SELECT count(*) FROM log WHERE key = $1");
    query.text(step.key);
    CHECK(query.next() && query.integer_at(0) == (accepted ? 1 : 0));
}

}  // namespace

std::string digest_of_everything(Connection& db) {
    Sha256 hash;
    for (const auto* table : all_tables()) {
        const auto columns = columns_of(*table->description);
        const auto count = static_cast<int>(std::ranges::count(columns, ',')) + 1;
        const auto counted = table->description->fields;
        const bool of_a_source = std::ranges::find(counted, "source", &Field::name) !=
                                 counted.end();
        auto rows = db.query("SELECT " + columns + " FROM " + std::string(table->name) +
                             (of_a_source ? without_unfinished : "") + " ORDER BY " +
                             std::string(table->key));
        hash.add(table->name);
        while (rows.next())
            for (int column = 0; column < count; ++column) {
                const auto value = rows.text_at(column);
                hash.add(rows.is_null(column) ? "null:" : std::to_string(value.size()) + ":");
                hash.add(value);
            }
    }
    return hex(hash.finish());
}

Surroundings still_surroundings() {
    const auto now = parse_instant(time_of_all_steps);
    CHECK(now.has_value());
    return {.now = [now] { return *now; },
            .random = [](std::span<std::uint8_t> bytes) { std::ranges::fill(bytes, 0x5A); }};
}

std::string first_form(std::string receipt) {
    constexpr std::string_view again = R"("already":true)";
    const auto place = receipt.find(again);
    if (place != receipt.npos) receipt.replace(place, again.size(), R"("already":false)");
    return receipt;
}

void add_root(Service& service) {
    if (service.caller_named("root").user.is_none()) add_installation_user(service, "root", "Root");
}

Reference Reference::make(const std::string& file) {
    Reference made;
    const auto disk = std::make_shared<SimulatedDisk>();
    use_disk(disk, 1);
    std::filesystem::remove(file);
    CHECK(Service::create(file).has_value());
    std::ofstream(file).flush();
    auto service = Service::open(file, still_surroundings());
    CHECK(service.has_value());
    const auto keep_digest = [&] {
        made.digests.push_back(digest_of_everything((*service)->reader().db()));
    };
    made.digests.emplace_back();
    keep_digest();
    add_root(**service);
    keep_digest();
    for (const auto& step : fortnight()) {
        if (made.receipts.size() == founding_steps()) {
            service->reset();
            made.founded = disk->image();
            service = Service::open(file, still_surroundings());
            CHECK(service.has_value());
        }
        const auto answer = (*service)->call(
            {(*service)->caller_named(step.login), step.use_case, step.input, step.key});
        made.receipts.push_back(answer ? *answer : std::string());
        check_log((*service)->reader().db(), step, answer.has_value());
        keep_digest();
    }
    CHECK(verify((*service)->reader().db(), VerifyPart::everything).findings.empty());
    return made;
}

std::optional<Progress> Reference::progress_of(const std::string& digest) const {
    const auto last = std::ranges::find(digests.rbegin(), digests.rend(), digest);
    if (last == digests.rend()) return std::nullopt;
    return static_cast<Progress>(std::distance(last, digests.rend()) - 1);
}

}  // namespace ayni
