# For `source` by ./check: the steps that are more than one command.

tree_rules() {
    python3 tools/tree_rules_test.py
    python3 tools/count_cases_test.py
    python3 tools/tree_rules.py
}

web_types() {
    web_packages
    npm --prefix web run check
}

web_tests() {
    web_packages
    npm --prefix web run test
}

# sanitizer_finds PRESET CODE: a program of that body, compiled as the preset is, is stopped.
sanitizer_finds() {
    local folder=build/$1/planted compiler flags
    mkdir -p "$folder"
    compiler=$(sed -n 's/^CMAKE_CXX_COMPILER:[A-Z]*=//p' "build/$1/CMakeCache.txt")
    flags=$(sed -n 's/^CMAKE_CXX_FLAGS:[A-Z]*=//p' "build/$1/CMakeCache.txt")
    printf '#include <thread>\nint shared;\nint main(int n, char**) { %s }\n' "$2" >"$folder/it.cpp"
    "$compiler" -std=c++23 -g1 $flags "$folder/it.cpp" -o "$folder/it"
    if "${before[@]}" "$folder/it" 2>"$folder/said.txt"; then
        echo "build/$1 does not find a planted fault: $2"
        return 1
    fi
}

# unit_tests PRESET. --fast always tries the same random values, so that a failure there is the
# author's; the others try new ones, and print the seed that repeats them.
unit_tests() {
    case $CHECK_LEVEL in
        fast) export RC_PARAMS="seed=20250301" ;;
        all) export RC_PARAMS="max_success=2000" ;;
    esac
    local before=()
    if [[ $1 == tsan ]]; then
        # ThreadSanitizer of GCC 12 cannot bear some of the random addresses that Linux gives.
        if setarch -R true 2>/dev/null; then before=(setarch -R); fi
        sanitizer_finds tsan 'std::thread t([] { shared = 1; }); shared = n; t.join(); return 0;'
    elif [[ $1 == asan* ]]; then
        sanitizer_finds "$1" 'int* p = new int[1]; p[0] = n; delete[] p; return p[0] - n;'
        sanitizer_finds "$1" 'volatile int most = 2147483647; most = most + n; return 0;'
    fi
    UBSAN_OPTIONS=print_stacktrace=1 TSAN_OPTIONS=halt_on_error=1:suppressions=tools/tsan.supp \
        LSAN_OPTIONS=suppressions=tools/lsan.supp:print_suppressions=0 \
        "${before[@]}" "build/$1/unit" --gtest_brief=1
}

# What readers wait for, into the log: docs/performance.md says what is to be reached.
page_numbers() {
    bench/pages/run
    node bench/table.mjs
    node bench/quality.mjs
}

# The document that the types of the web are made from is the one this program would print.
openapi_is_fresh() {
    build/dev/openapi >build/openapi.json
    diff -u web/src/api/openapi.json build/openapi.json
}

# The defences of the released program, by a reader that is first shown one without any.
hardening() {
    echo 'int main() {}' | g++ -x c++ - -o build/undefended -no-pie -fcf-protection=none \
        -Wl,-z,norelro,-z,lazy,-z,execstack
    if python3 tools/hardening.py build/undefended; then
        echo "tools/hardening.py accepts a program without defences"
        return 1
    fi
    python3 tools/hardening.py build/release/ayni
}
