#include "domain/banking/check_pain001.h"

#include <set>

#include "domain/banking/iso20022.h"
#include "kernel/decimal.h"
#include "kernel/text.h"

namespace ayni {
namespace {

struct ControlSums {
    std::int64_t count = 0;
    std::optional<Money> total;
};

class Checking {
public:
    Result<PaymentFileTotals> check(const Xml& message) {
        const auto* header = message.find("GrpHdr");
        if (!header) return refuse(Refusal::field_missing, "/group");
        const auto batches = message.all("PmtInf");
        for (std::size_t i = 0; i < batches.size(); ++i)
            if (auto sound = check_batch(*batches[i], "/batches/" + std::to_string(i)); !sound)
                return std::unexpected(sound.error());
        if (!all_.total) return refuse(Refusal::nothing_to_pay, "/batches");
        if (!header->find("NbOfTxs")) return refuse(Refusal::field_missing, "/group/count");
        if (auto sound = check_sums(*header, all_, "/group"); !sound)
            return std::unexpected(sound.error());
        return PaymentFileTotals{iso_reference(header->text_at("MsgId")), all_.count, *all_.total};
    }

private:
    ControlSums all_;
    std::set<std::string> references_;

    Result<void> check_batch(const Xml& batch, const std::string& where) {
        ControlSums sums;
        for (const auto* payment : batch.all("CdtTrfTxInf")) {
            const auto place = where + "/payments/" + std::to_string(sums.count);
            const auto amount = iso_amount(payment->at("Amt/InstdAmt"), place + "/amount");
            if (!amount) return std::unexpected(amount.error());
            if (amount->is_zero()) return refuse(Refusal::amount_not_positive, place + "/amount");
            const auto reference = iso_reference(payment->text_at("PmtId/EndToEndId"));
            if (!reference.empty() && !references_.insert(reference).second)
                return refuse(Refusal::reference_repeated, place + "/reference", reference);
            if (auto added = add(all_, *amount, place); !added) return added;
            if (auto added = add(sums, *amount, place); !added) return added;
        }
        return check_sums(batch, sums, where);
    }
    static Result<void> add(ControlSums& sums, Money amount, const std::string& where) {
        if (sums.total && sums.total->currency != amount.currency)
            return refuse(Refusal::currencies_differ, where + "/amount");
        sums.total = sums.total ? *sums.total + amount : amount;
        ++sums.count;
        return {};
    }
    static Result<void> check_sums(const Xml& said, const ControlSums& sums,
                                   const std::string& where) {
        if (const auto* count = said.find("NbOfTxs")) {
            const auto number = parse_decimal(count->text, 0);
            if (!number || *number != sums.count)
                return refuse(Refusal::totals_differ, where + "/count", std::to_string(sums.count));
        }
        const auto* total = said.find("CtrlSum");
        if (!total || !sums.total) return {};
        const auto read = parse_money(total->text, sums.total->currency);
        if (!read && read.error().reason() == Refusal::too_many_decimals)
            return refuse(Refusal::too_many_decimals, where + "/total",
                          std::string(start_of(total->text, 40)));
        if (!read || *read != *sums.total)
            return refuse(Refusal::totals_differ, where + "/total", print_amount(*sums.total));
        return {};
    }
};

}  // namespace

Result<PaymentFileTotals> check_pain001(const Xml& document) {
    const auto message = message_of(document, "CstmrCdtTrfInitn");
    if (!message) return std::unexpected(message.error());
    return Checking().check(**message);
}

}  // namespace ayni
