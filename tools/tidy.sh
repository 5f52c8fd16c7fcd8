#!/bin/bash
# clang-tidy over the C++ files that this branch changes (tools/tidy.sh --all: over all of them).
# It reads how each is compiled from build/dev, so build that first. Unit tests are looked at only
# under CHECK_LEVEL=all: the macros of GoogleTest cost it half a minute for each file.
set -euo pipefail
cd "$(dirname "$0")/.."

# Where this branch left main; on main itself, the commit before.
base() {
    local merged
    merged=$(git merge-base HEAD origin/main 2>/dev/null || true)
    if [[ -n $merged && $merged != "$(git rev-parse HEAD)" ]]; then
        echo "$merged"
    else
        git rev-parse --verify --quiet HEAD~1 || true
    fi
}

changed() {
    local base
    base=$(base)
    if [[ ${1:-} == --all ]]; then
        git ls-files --cached --others --exclude-standard
    elif [[ -z $base ]]; then
        echo "no earlier commit to compare with; tools/tidy.sh --all looks at everything" >&2
    else
        git diff --name-only --diff-filter=d "$base"
        git ls-files --others --exclude-standard
    fi
}

# A header is checked through the source of the same name.
sources=()
while read -r file; do
    source=${file%.h}
    source=${source%.cpp}.cpp
    if [[ $source == *_test.cpp && ${CHECK_LEVEL:-} != all ]]; then
        continue
    fi
    if [[ -e $source ]] && grep -q "/$source\"" build/dev/compile_commands.json; then
        sources+=("$source")
    fi
done < <(changed "${1:-}" | grep -E '^src/.*\.(h|cpp)$' | sort -u || true)
mapfile -t sources < <(printf '%s\n' "${sources[@]}" | sort -u)

if [[ -z ${sources[0]:-} ]]; then
    echo "no C++ file changed"
    exit 0
fi
# The options of GCC in build/dev, and for Clang what cmake/flags.cmake says.
printf '%s\n' "${sources[@]}" | xargs -P "$(nproc)" -n 1 clang-tidy-19 -p build/dev --quiet \
    --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-sign-conversion \
    --extra-arg=-Wno-missing-designated-field-initializers
echo "${#sources[@]} files are clean"
