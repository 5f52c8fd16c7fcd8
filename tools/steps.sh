# For `source` by ./run, ./check and tools/install.sh: the place of tools, and steps with a log.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export PATH="$root/build/tools/bin:$PATH"      # Node, where the machine's own is too old.
logs="$root/build/log"

# Compilers want about a gigabyte each: a small machine gets fewer at a time.
jobs_for_this_machine() {
    local gigabytes cores
    gigabytes=$(awk '/^MemAvailable/ { print int($2 / 1024 / 1024) }' /proc/meminfo)
    cores=$(nproc)
    echo $((gigabytes < 1 ? 1 : gigabytes < cores ? gigabytes : cores))
}

# The seconds since `$1`, a value of $EPOCHREALTIME, with one decimal place.
seconds_since() {
    local microseconds=$((${EPOCHREALTIME/./} - ${1/./}))
    printf '%d.%d' $((microseconds / 1000000)) $((microseconds / 100000 % 10))
}

# Runs COMMAND, which may be a function of this file, in a shell of its own, so that it stops at
# its first error: bash forgets `set -e` in whatever is called after `if` or before `||`.
in_own_shell() {
    bash -euo pipefail -c 'source tools/steps.sh; "$@"' step "$@"
}

# step NAME COMMAND...: one line on the screen, everything else in build/log/NAME.txt.
step() {
    local name=$1 log="$logs/${1// /_}.txt" start=$EPOCHREALTIME status=0
    shift
    mkdir -p "$logs"
    printf '%-24s' "$name"
    in_own_shell "$@" >"$log" 2>&1 </dev/null || status=$?
    if ((status == 0)); then
        printf '%8s s\n' "$(seconds_since "$start")"
        return 0
    fi
    printf '%8s s  FAILED\n\n' "$(seconds_since "$start")"
    tail -n 30 "$log"
    printf '\nThe whole log: %s\n' "${log#"$root"/}"
    return "$status"
}

# configure_and_build PRESET [TARGET...]
configure_and_build() {
    local preset=$1
    shift
    cmake --preset "$preset"
    cmake --build --preset "$preset" -j "$(jobs_for_this_machine)" ${1:+--target "$@"}
}

# The core for the pages, build/wasm/core.wasm: only what changed is compiled.
wasm_core() {
    cmake -S src/wasm -B build/wasm -G Ninja -DCMAKE_CXX_COMPILER_LAUNCHER=ccache
    cmake --build build/wasm -j "$(jobs_for_this_machine)"
}

# The pages in web/dist are newer than everything they are made from.
pages_are_fresh() {
    [[ -e web/dist/index.html ]] && [[ -z $(find web build/wasm/core.wasm src/wasm src/kernel \
        src/domain \( -name node_modules -o -name dist -o -name '*_test.*' \) -prune \
        -o -type f -newer web/dist/index.html -print -quit 2>&1) ]]
}

# The npm packages of web/, exactly as locked, when the lock file is newer than they are.
web_packages() {
    local installed=web/node_modules/.package-lock.json
    if [[ ! -e $installed || web/package-lock.json -nt $installed ]]; then
        npm --prefix web ci --no-audit --no-fund
        touch "$installed"
    fi
}

web_pages() {
    web_packages
    wasm_core
    npm --prefix web run build
}

# A demonstration that was interrupted is made anew.
make_demo() {
    mkdir -p data
    trap '[[ -n ${made:-} ]] || rm -f data/demo.ayni*' EXIT
    build/release/ayni demo data/demo.ayni
    made=yes
}
