#pragma once
// What a use case works with: a command inside the writer's transaction, a query on a snapshot.

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include "app/caller.h"
#include "app/prepared.h"
#include "kernel/date.h"
#include "kernel/sha256.h"
#include "store/database.h"
#include "store/log.h"

namespace ayni {

class Machine;

/// Time and randomness come from outside, so that a whole system can run from one seed.
struct Surroundings {
    std::function<Instant()> now;
    std::function<void(std::span<std::uint8_t>)> random;
    std::shared_ptr<Machine> machine = {};  ///< that serves; null where nobody does
};

/// A query: reads one consistent snapshot, changes nothing.
struct View {
    Connection& db;
    const Caller& caller;
    OrganisationId organisation;  ///< that the input names; 0: none
    Instant now;
    Date today;                             ///< in the organisation's time zone
    std::optional<PartyId> own_party = {};  ///< all that he may see is of it; none: everything
    Progressed progressed = {};             ///< told how far what is made ready for a command is
    Machine* machine = nullptr;             ///< that serves; null where nobody does
};

/// A command being carried out. What it makes and does is told here, and enters the log.
class Work : public View {
public:
    Work(View view, const Surroundings& surroundings, LogHead& head, Prepared* prepared)
        : View(std::move(view)), surroundings_(surroundings), head_(head), prepared_(prepared) {}

    /// Names something that was made, for the receipt.
    void made(std::string kind, std::int64_t number) { made_.push_back({std::move(kind), number}); }
    /// Adds bytes (of a row, an entry) to the digest of what the command did.
    void effect(std::string_view bytes) {
        effects_.add(bytes);
        has_effects_ = true;
    }
    /// The position that this command's record will have.
    [[nodiscard]] std::int64_t position() const noexcept { return head_.position + 1; }
    [[nodiscard]] const Surroundings& surroundings() const noexcept { return surroundings_; }

    /// What was made ready before its turn, or null.
    template <class T>
    [[nodiscard]] T* prepared_as() const noexcept {
        return dynamic_cast<T*>(prepared_);
    }
    /// Closes the work: what its record says.
    [[nodiscard]] LogBody record(std::string command, std::string payload);

private:
    const Surroundings& surroundings_;
    LogHead& head_;
    Prepared* prepared_;
    std::vector<Made> made_;
    Sha256 effects_;
    bool has_effects_ = false;
};

}  // namespace ayni
