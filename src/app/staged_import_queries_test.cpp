#include "app/staged_import_queries.h"

#include <unistd.h>

#include <filesystem>

#include <gtest/gtest.h>

#include "app/base64.h"
#include "app/people_contract.h"
#include "app/service.h"
#include "app/sessions_queries.h"
#include "app/staging.h"
#include "app/use_cases.h"
#include "app/verify_queries.h"
#include "kernel/described_json.h"
#include "store/tables.h"

namespace ayni {
namespace {

constexpr OrganisationId coop{1};
constexpr std::int64_t of_the_test = 1'750'000'000'000;  // in June 2025

/// A file with one supplier, and a file of cans that is longer than one slice.
class FileOnItsWayIn : public testing::Test {
protected:
    FileOnItsWayIn()
        : path_((std::filesystem::temp_directory_path() /
                 ("ayni_staged_" + std::to_string(::getpid()) + ".ayni"))
                    .string()) {
        remove_files();
        EXPECT_TRUE(Service::create(path_));
        open();
        add_installation_user(*service_, "root", "Root");
        tell("register_organisation", RegisterOrganisation{"Coop",
                                                           OrganisationKind::producer_organisation,
                                                           Currency::known("PEN"),
                                                           "UTC",
                                                           {},
                                                           {}});
        tell("add_user", AddUser{coop, "rosa", "Rosa", Language::en, Role::manager, {}});
        tell("add_product",
             AddProduct{
                 coop, "milk", "Milk", "kg", Rate{1'000'000}, {{"fat", "Fat", "%", 2, "0", "20"}}});
        tell("add_supplier", AddSupplier{coop,
                                         "M1",
                                         MembershipKind::member,
                                         date_of({2025, 1, 1}),
                                         "Rosa",
                                         "Huamán",
                                         Sex::female,
                                         {},
                                         {},
                                         {},
                                         {}});
    }
    ~FileOnItsWayIn() override {
        service_.reset();
        remove_files();
    }

    void open() {
        Surroundings surroundings;
        surroundings.now = [] { return Instant{of_the_test}; };
        surroundings.random = [](std::span<std::uint8_t> bytes) { std::ranges::fill(bytes, 7); };
        auto opened = Service::open(path_, surroundings);
        ASSERT_TRUE(opened);
        service_ = *std::move(opened);
    }
    void remove_files() const {
        for (const auto* ending : {"", "-wal", "-shm", ".lock"})
            std::filesystem::remove(path_ + ending);
    }
    template <class Command>
    Answer tell(const std::string& use_case, const Command& command) {
        const auto who = use_case.starts_with("add_user") || use_case.starts_with("register")
                             ? "root"
                             : "rosa";
        auto answer = service_->call({service_->caller_named(who), use_case,
                                      *parse_json(to_json_text(command)),
                                      use_case + std::to_string(++keys_)});
        EXPECT_TRUE(answer) << use_case;
        return answer;
    }
    static ImportFile file() {
        std::string text = "date,supplier,kg,reason\n";
        for (int i = 0; i < 1'200; ++i)
            text += "2025-03-01,M1," + std::to_string(i + 1) + ",from the file\n";
        return {coop, ImportKind::deliveries, "milk", "march.csv", to_base64(text), {}, false};
    }
    std::shared_ptr<Prepared> staged() {
        auto read = service_->reader();
        return stage_import({read.db(), nobody_, coop, service_->now(), date_of({2025, 6, 1})},
                            file());
    }
    std::int64_t deliveries() {
        auto read = service_->reader();
        const auto found = ayni::deliveries(
            {read.db(), nobody_, coop, service_->now(), date_of({2025, 6, 1})},
            DeliveriesQuery{
                coop, "milk", date_of({2025, 3, 1}), date_of({2025, 3, 1}), {}, {}, {}});
        return found ? found->total : -1;
    }
    template <class Row>
    std::int64_t rows() {
        auto read = service_->reader();
        auto query = select<Row>(read.db(), "");
        return std::ssize(all_rows<Row>(query));
    }
    bool is_sound() {
        auto read = service_->reader();
        return verify(read.db(), VerifyPart::everything, {}).findings.empty();
    }
    void write_one_slice(Prepared& prepared) {
        service_->write([&](Connection& db) {
            prepared.write_slice(db);
            return true;
        });
    }

    std::string path_;
    int keys_ = 0;
    Caller nobody_;
    std::unique_ptr<Service> service_;
};

TEST_F(FileOnItsWayIn, IsSeenByNobodyUntilItIsRecorded) {
    const auto prepared = staged();
    ASSERT_EQ(prepared->slices(), 3U);
    write_one_slice(*prepared);
    EXPECT_EQ(rows<Delivery>(), 500);
    EXPECT_EQ(deliveries(), 0);
    EXPECT_TRUE(is_sound());
}

TEST_F(FileOnItsWayIn, LeavesNothingBehindWhenTheProgramEndsBeforeIt) {
    const auto prepared = staged();
    write_one_slice(*prepared);
    write_one_slice(*prepared);
    service_.reset();
    open();
    EXPECT_EQ(rows<Delivery>(), 0);
    EXPECT_EQ(rows<DeliveryNote>(), 0);
    tell("import_file", file());
    EXPECT_EQ(deliveries(), 1'200);
    EXPECT_TRUE(is_sound());
}

TEST_F(FileOnItsWayIn, IsComparedAgainWithWhatCameInMeanwhile) {
    const auto prepared = staged();
    for (std::size_t i = 0; i < prepared->slices(); ++i) write_one_slice(*prepared);
    tell("record_delivery", RecordDelivery{coop,
                                           {},
                                           {},
                                           "milk",
                                           "M1",
                                           date_of({2025, 3, 1}),
                                           Shift::morning,
                                           Quantity{7'000},
                                           Outcome::accepted,
                                           {},
                                           {}});
    Request request{service_->caller_named("rosa"), "import_file",
                    *parse_json(to_json_text(file())), "late"};
    request.prepared = prepared;
    const auto answer = service_->call(request);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().problems.at(1).reason, Refusal::already_recorded);
    EXPECT_EQ(deliveries(), 1);
    service_->write([](Connection&) { return true; });
}

TEST_F(FileOnItsWayIn, TellsWhoWatchesHowMuchOfItIsWritten) {
    std::vector<std::pair<std::int64_t, std::int64_t>> told;
    const auto answer = service_->call(
        {.caller = service_->caller_named("rosa"),
         .use_case = "import_file",
         .input = *parse_json(to_json_text(file())),
         .key = "watched",
         .progressed = [&](std::int64_t done, std::int64_t all) { told.emplace_back(done, all); }});
    EXPECT_TRUE(answer);
    EXPECT_EQ(told, (std::vector<std::pair<std::int64_t, std::int64_t>>{{1, 3}, {2, 3}, {3, 3}}));
}

TEST_F(FileOnItsWayIn, IsRefusedInWordsByAFullDiskAndComesInOnceThereIsRoom) {
    const auto allow_pages = [&](std::int64_t most) {
        service_->write([most](Connection& db) {
            db.allow_pages(most);
            return true;
        });
    };
    const auto answer_to = [&](const std::string& key) {
        return service_->call({service_->caller_named("rosa"), "import_file",
                               *parse_json(to_json_text(file())), key});
    };
    allow_pages(1);  // as many as there are
    const auto refused = answer_to("full");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason(), Refusal::disk_full) << "nobody else is there";
    EXPECT_EQ(deliveries(), 0);
    allow_pages(1'000'000);
    EXPECT_TRUE(answer_to("room"));
    EXPECT_EQ(deliveries(), 1'200);
    EXPECT_TRUE(is_sound());
}

}  // namespace
}  // namespace ayni
