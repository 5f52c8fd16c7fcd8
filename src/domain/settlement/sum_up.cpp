#include "domain/settlement/sum_up.h"

namespace ayni {

void sum_up(Settlement& settlement, const std::vector<StatementFigures>& statements,
            Currency currency) {
    settlement.gross = settlement.deducted = settlement.net = Money{0, currency};
    settlement.quantity = {};
    settlement.deliveries = 0;
    for (const auto& figures : statements) {
        settlement.deliveries += figures.deliveries;
        settlement.quantity += figures.quantity;
        settlement.gross += figures.gross;
        settlement.deducted += figures.deducted;
        settlement.net += figures.net;
    }
    settlement.producers = std::ssize(statements);
}

}  // namespace ayni
