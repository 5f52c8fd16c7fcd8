#include "domain/banking/bank_statement.h"

namespace ayni {

std::string plain_account(std::string_view account) {
    std::string plain;
    for (const char c : account)
        if (c != ' ' && c != '-') plain += c;
    return plain;
}

}  // namespace ayni
