#pragma once

namespace ayni {

class Register;
/// What is sold: terms, lots, liquidations, disputes, receipts.
void enter_sale(Register& all);

}  // namespace ayni
