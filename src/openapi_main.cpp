#include <cstdio>

#include "edge/openapi.h"

// Prints the OpenAPI document, from which the types of the pages are generated.
int main() {
    const auto document = ayni::openapi_document(ayni::the_register());
    std::puts(document.c_str());
}
