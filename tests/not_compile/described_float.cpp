// refused: incomplete type
// Binary floating point has no place in what is stored or sent.
#include "kernel/described_json.h"

#ifdef CONTROL
struct Can {
    ayni::Quantity litres;
};
BOOST_DESCRIBE_STRUCT(Can, (), (litres))
std::string text(const Can& can) { return ayni::to_json_text(can); }
#else
struct Can {
    double litres;
};
BOOST_DESCRIBE_STRUCT(Can, (), (litres))
std::string text(const Can& can) { return ayni::to_json_text(can); }
#endif
