#pragma once
// What goes over the socket beside a file, besides the use cases.

#include <string>

#include "kernel/describe.h"

namespace ayni {

struct LocalUser {
    Language language = Language::es;
};
BOOST_DESCRIBE_STRUCT(LocalUser, (), (language))

struct LinkWish {
    bool without_second_factor = false;
};
BOOST_DESCRIBE_STRUCT(LinkWish, (), (without_second_factor))

struct LinkToken {
    std::string token;
};
BOOST_DESCRIBE_STRUCT(LinkToken, (), (token))

}  // namespace ayni
