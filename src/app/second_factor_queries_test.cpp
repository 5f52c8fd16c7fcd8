#include "app/second_factor_queries.h"

#include <unistd.h>

#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "app/people_contract.h"
#include "app/sessions_queries.h"
#include "domain/people/totp.h"
#include "store/tables.h"

namespace ayni {
namespace {

constexpr std::int64_t step_milliseconds = 30'000;

/// A fresh file with one administrator who is signed in, and a clock that the test moves.
class SecondFactorOfAUser : public testing::Test {
protected:
    SecondFactorOfAUser()
        : file_((std::filesystem::temp_directory_path() /
                 ("ayni_second_factor_" + std::to_string(::getpid()) + ".ayni"))
                    .string()) {
        remove_files();
        EXPECT_TRUE(Service::create(file_));
        Surroundings surroundings;
        surroundings.now = [this] { return Instant{step_ * step_milliseconds}; };
        surroundings.random = [this](std::span<std::uint8_t> bytes) {
            for (auto& byte : bytes) byte = static_cast<std::uint8_t>(seed_ = seed_ * 75 % 65'537);
        };
        service_ = *Service::open(file_, surroundings);
        user_ = add_installation_user(*service_, "rosa", "Rosa");
        token_ = open_session(*service_, user_);
    }
    ~SecondFactorOfAUser() override {
        service_.reset();
        remove_files();
    }

    void remove_files() const {
        for (const auto* ending : {"", "-wal", "-shm", ".lock"})
            std::filesystem::remove(file_ + ending);
    }
    Caller caller(const std::string& token) { return caller_of_session(*service_, token); }
    Caller caller() { return caller(token_); }
    std::string code_of(std::int64_t step) {
        auto read = service_->reader();
        auto query = select<SecondFactor>(read.db(), "WHERE user = $1");
        query.integer(user_.number);
        return totp_code(first_row<SecondFactor>(query)->secret.value, step);
    }
    std::vector<std::string> enrol() {
        EXPECT_TRUE(begin_second_factor(*service_, caller()));
        const auto codes = confirm_second_factor(*service_, caller(), token_, code_of(step_));
        EXPECT_TRUE(codes);
        return codes.value_or(std::vector<std::string>{});
    }
    bool proves(const std::string& token, const std::string& code) {
        return prove_second_factor(*service_, caller(token), token, code).has_value();
    }

    std::string file_;
    std::int64_t step_ = 58'000'000;  // of 30 s since 1970: in the year 2025
    std::uint32_t seed_ = 1;
    std::unique_ptr<Service> service_;
    UserId user_;
    std::string token_;
};

TEST_F(SecondFactorOfAUser, CountsFromItsFirstRightCodeOn) {
    EXPECT_EQ(caller().factor, FactorState::not_enrolled);
    EXPECT_TRUE(begin_second_factor(*service_, caller()));
    EXPECT_EQ(caller().factor, FactorState::not_enrolled);
    EXPECT_FALSE(confirm_second_factor(*service_, caller(), token_, "000000"));
    EXPECT_EQ(caller().factor, FactorState::not_enrolled);
    EXPECT_TRUE(confirm_second_factor(*service_, caller(), token_, code_of(step_)));
    EXPECT_EQ(caller().factor, FactorState::given);
    EXPECT_EQ(caller(open_session(*service_, user_)).factor, FactorState::missing);
    EXPECT_EQ(begin_second_factor(*service_, caller()).error().reason(), Refusal::already_exists);
}

TEST_F(SecondFactorOfAUser, GivesTenCodesOnPaperOfAtLeast112Bits) {
    const auto codes = enrol();
    EXPECT_EQ(std::set(codes.begin(), codes.end()).size(), 10U);
    for (const auto& code : codes) EXPECT_GE(ungrouped(code).size() * 5, 112U) << code;
    auto read = service_->reader();
    auto query = select<RecoveryCode>(read.db(), "WHERE user = $1");
    query.integer(user_.number);
    for (const auto& kept : all_rows<RecoveryCode>(query)) EXPECT_EQ(kept.code.size(), 64U);
}

TEST_F(SecondFactorOfAUser, ACodeOfTheTelephoneIsGoodOnce) {
    enrol();
    const auto other = open_session(*service_, user_);
    EXPECT_FALSE(proves(other, code_of(step_)));
    ++step_;
    EXPECT_TRUE(proves(other, code_of(step_)));
    EXPECT_EQ(caller(other).factor, FactorState::given);
    EXPECT_FALSE(proves(open_session(*service_, user_), code_of(step_)));
    EXPECT_FALSE(proves(open_session(*service_, user_), code_of(step_ - 1)));
}

TEST_F(SecondFactorOfAUser, ACodeOnPaperIsGoodOnceHoweverItIsTyped) {
    auto code = enrol().back();
    for (auto& letter : code)
        if (letter == '-') letter = ' ';
    const auto other = open_session(*service_, user_);
    EXPECT_TRUE(proves(other, code));
    EXPECT_EQ(caller(other).factor, FactorState::given);
    EXPECT_FALSE(proves(open_session(*service_, user_), code));
}

TEST_F(SecondFactorOfAUser, IsGivenUpWithACodeOfItAndForgottenAtTheMachine) {
    const auto codes = enrol();
    EXPECT_FALSE(end_second_factor(*service_, caller(), "000000"));
    EXPECT_TRUE(end_second_factor(*service_, caller(), codes.front()));
    EXPECT_EQ(caller().factor, FactorState::not_enrolled);
    EXPECT_FALSE(proves(token_, codes.back()));
    enrol();
    forget_second_factor(*service_, user_);
    EXPECT_EQ(caller().factor, FactorState::not_enrolled);
}

TEST_F(SecondFactorOfAUser, AtTheFileNobodyIsAsked) {
    enrol();
    EXPECT_EQ(service_->caller_named("rosa").factor, FactorState::at_the_file);
}

// Role by role this is tests/authorisation's; here every state against both rules.
TEST(Rights, AreWithheldFromWhoDidNotProveHimself) {
    const auto* approve = the_register().find("approve_settlement");
    const auto* home = the_register().find("home");
    Caller caller{.user = {1}, .login = "carmen", .name = "Carmen"};
    caller.grants = {{{1}, {7}, Role::approver, {}, {}, {}}};
    const auto may = [&](const UseCase& use_case) {
        return check_rights(use_case, caller, {7}).has_value();
    };
    for (const bool required : {false, true}) {
        caller.factor_required.clear();
        if (required) caller.factor_required.push_back({7});
        for (const auto& [state, right] : {std::pair{FactorState::missing, false},
                                           {FactorState::not_enrolled, !required},
                                           {FactorState::given, true},
                                           {FactorState::at_the_file, true}}) {
            caller.factor = state;
            EXPECT_EQ(may(*approve), right) << name_of(state) << required;
            EXPECT_TRUE(may(*home));
        }
    }
    caller.factor = FactorState::missing;
    EXPECT_EQ(check_rights(*approve, caller, {7}).error().reason(), Refusal::second_factor_needed);
}

}  // namespace
}  // namespace ayni
