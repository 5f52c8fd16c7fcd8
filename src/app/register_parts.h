#pragma once
// Parts of the register that stand in files of their own.

namespace ayni {

class Register;

void enter_people_views(Register& all);
void enter_capital(Register& all);
void enter_charts(Register& all);
void enter_assets(Register& all);
void enter_inputs(Register& all);
void enter_health(Register& all);

}  // namespace ayni
