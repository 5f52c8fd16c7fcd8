#!/bin/bash
# Runs every fuzz target, one on each core: 10 s each, or 10 min under CHECK_LEVEL=all.
#   tools/fuzz.sh NAME...    only those
# What a target learnt stays in build/fuzz/corpus and it starts from there, and from the seeds in
# tests/fuzz/corpus/<name>; an input that broke it is printed and stays in build/fuzz/broken.
set -euo pipefail
cd "$(dirname "$0")/.."

# The fuzzer itself must be seen to find a fault: here, any input that begins with "milk".
planted_fault_is_found() {
    mkdir -p build/fuzz/planted
    cat >build/fuzz/planted/planted.cpp <<'END'
#include <cstddef>
#include <cstdint>
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > 3 && data[0] == 'm' && data[1] == 'i' && data[2] == 'l' && data[3] == 'k') {
        __builtin_trap();
    }
    return 0;
}
END
    clang++-19 -fsanitize=fuzzer -fuse-ld=lld build/fuzz/planted/planted.cpp \
        -o build/fuzz/planted/planted
    ! build/fuzz/planted/planted -max_total_time=20 -artifact_prefix=build/fuzz/planted/ \
        >build/fuzz/planted/log.txt 2>&1
}

fuzz() {
    local name=$1 seconds=10
    [[ ${CHECK_LEVEL:-} == all ]] && seconds=600
    local corpus=build/fuzz/corpus/$name options=()
    mkdir -p "$corpus" build/fuzz/broken
    [[ -d tests/fuzz/corpus/$name ]] && options+=("tests/fuzz/corpus/$name")
    [[ -e tests/fuzz/$name.dict ]] && options+=("-dict=tests/fuzz/$name.dict")
    if "build/asan/fuzz/$name" "$corpus" "${options[@]}" -max_total_time="$seconds" -timeout=10 \
        -rss_limit_mb=2048 -artifact_prefix="build/fuzz/broken/$name-" \
        -print_final_stats=1 >"build/fuzz/$name.txt" 2>&1; then
        grep -E '^stat::number_of_executed_units' "build/fuzz/$name.txt" | sed "s/^/$name: /"
    else
        tail -n 60 "build/fuzz/$name.txt" | sed "s/^/$name: /"
        return 1
    fi
}

# Waits for one of the targets under way.
count_one() {
    if wait -n; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
    running=$((running - 1))
}

failed=0
passed=0
if planted_fault_is_found; then
    passed=1
else
    echo "the fuzzer does not find a planted fault"
    failed=1
fi
targets=("$@")
((${#targets[@]})) || mapfile -t targets < <(ls build/asan/fuzz)
running=0
for target in "${targets[@]}"; do
    fuzz "$target" &
    running=$((running + 1))
    if ((running == $(nproc))); then count_one; fi
done
while ((running > 0)); do count_one; done
echo "$passed passed, $failed failed"
((failed == 0))
