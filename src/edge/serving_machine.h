#pragma once
// The machine behind `ayni serve`, as the administrator is told of it.

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/machine.h"
#include "edge/copies.h"
#include "edge/traffic.h"

namespace ayni {

class ServingMachine final : public Machine {
public:
    /// Serves the database from now on; with a plan, the copies begin with `begin`.
    ServingMachine(std::string database, const std::optional<CopyPlan>& plan,
                   std::shared_ptr<const Traffic> traffic, const std::function<Instant()>& now);
    /// Copies are made from now on, if there is a plan for them.
    void begin();
    /// No more copies; one that is being made is given up.
    void end();
    [[nodiscard]] MachineFacts facts() const override;
    [[nodiscard]] Result<void> start_copy() override;

private:
    std::string database_;
    std::shared_ptr<const Traffic> traffic_;
    Instant since_;
    std::unique_ptr<Copies> copies_;
};

}  // namespace ayni
