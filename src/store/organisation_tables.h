#pragma once
// The tables whose rows belong to an organisation, in one list.

#include "store/asset_tables.h"
#include "store/bank_tables.h"
#include "store/capital_tables.h"
#include "store/chart_tables.h"
#include "store/merge_tables.h"
#include "store/sale_tables.h"
#include "store/tables.h"

namespace ayni {

/// All that belongs to an organisation, but for its log.
template <template <class...> class List>
using OfOrganisation =
    List<Registration, SecondFactorRule, Party, Household, Person, Membership, Certificate, Product,
         Source, Delivery, DeliveryNote, Correction, Analysis, Import, IndexValue, Agreement,
         PurchaseTerms, Obligation, Application, Settlement, Statement, LateChange,
         SettledDifference, Entry, Accrual, ProduceStock, KeptHold, Closing, Voucher, PayAccount,
         PaymentOrder, Payment, PaymentPayee, PaymentEvent, BuyingPolicy, SaleTerms, Lot,
         Liquidation, LiquidationLine, DisputeDecision, BuyerReceipt, KeptStatement, KeptLine,
         KeptLineParty, BankMatch, BankExplanation, ResultFile, BankFormat, CapitalMovement,
         SurplusShare, Chart, Asset, InputMovement, MergedParty>;

}  // namespace ayni
