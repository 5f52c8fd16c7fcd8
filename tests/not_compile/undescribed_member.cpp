// refused: incomplete type
// A struct that is not described has no text form.
#include "kernel/described_json.h"

#ifdef CONTROL
struct Can {
    ayni::Quantity quantity;
};
BOOST_DESCRIBE_STRUCT(Can, (), (quantity))
std::string text(const Can& can) { return ayni::to_json_text(can); }
#else
struct Can {
    ayni::Quantity quantity;
};
std::string text(const Can& can) { return ayni::to_json_text(can); }
#endif
