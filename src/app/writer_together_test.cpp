#include "app/held_up_writer_test.h"
#include "store/log.h"

namespace ayni {
namespace {

constexpr OrganisationId organisation{7};

// A writer that does so beside others, as to a server.
class HeldUpBesideOthers : public HeldUp {
protected:
    HeldUpBesideOthers() : HeldUp(Turns::Kind::together) {}

    enum class Together { kept, refuses, throws };
    // A command that notes how it was carried out: 't' together with others, 'a' alone.
    void submit(Together outcome) {
        const auto write = [this](Connection& db, char how) {
            manners_ += how;
            auto head = log_head(db, organisation);
            append_record(db, organisation, std::to_string(manners_.size()), LogBody{}, head);
        };
        EXPECT_TRUE(writer_->submit(
            [write](Connection& db) {
                write(db, 'a');
                return true;
            },
            [this](bool durable) { durable_ += durable; }, Urgency::someone_waits,
            Writer::AmongOthers{organisation.number, [write, outcome](Connection& db) {
                                    write(db, 't');
                                    if (outcome == Together::throws)
                                        throw DatabaseError(DatabaseError::Kind::unique, "planted");
                                    return outcome == Together::kept;
                                }}));
    }
    // What was done in the turn, and what is kept of it.
    std::string outcome() {
        go_.set_value();
        writer_.reset();
        Connection db(path_.string(), Connection::Access::read_only);
        return manners_ + " " + std::to_string(log_head(db, organisation).position);
    }

    std::string manners_;
    int durable_ = 0;
};

TEST_F(HeldUpBesideOthers, CarriesOutTogetherWhatWaits) {
    for (int i = 0; i < 3; ++i) submit(Together::kept);
    EXPECT_EQ(outcome(), "ttt 3");
    EXPECT_EQ(durable_, 3);
}

TEST_F(HeldUpBesideOthers, CarriesOutByItselfWhatRefusesAmongOthers) {
    submit(Together::kept);
    submit(Together::refuses);
    submit(Together::kept);
    EXPECT_EQ(outcome(), "ttta 3");
    EXPECT_EQ(durable_, 3);
}

TEST_F(HeldUpBesideOthers, CarriesOutEachByItselfWhenTheDatabaseRefusesOne) {
    submit(Together::kept);
    submit(Together::throws);
    submit(Together::kept);
    EXPECT_EQ(outcome(), "ttaaa 3") << "nothing of the first attempt is kept";
    EXPECT_EQ(durable_, 3);
}

}  // namespace
}  // namespace ayni
