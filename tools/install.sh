#!/bin/bash
# Installs what this machine lacks: tools/install.sh build [test]
# Packages come from Debian, by the lists tools/packages-<group>.txt; Node from the npm registry,
# for Debian 12 has Node 18 and the web application is built with 20. When nothing is missing it
# changes nothing, needs no rights, and takes a fraction of a second.
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/steps.sh

as_root() {
    if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

# missing PACKAGE...: those that are not installed.
missing() {
    local installed
    installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    local package
    for package in "$@"; do
        grep -qx "$package installed" <<<"$installed" || echo "$package"
    done
}

# install PACKAGE...: those that are missing, with one answer for all when we may not.
install() {
    local packages
    mapfile -t packages < <(missing "$@")
    ((${#packages[@]})) || return 0
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        echo "Please run as root: apt-get install --no-install-recommends ${packages[*]}"
        return 1
    fi
    echo "installing: ${packages[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y
               -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120)
    as_root "${apt[@]}" update
    as_root "${apt[@]}" install --no-install-recommends "${packages[@]}"
}

# Vite needs Node 20.19 or newer (or 22.12).
node_is_new_enough() {
    command -v npm >/dev/null && node -e '
        const [major, minor] = process.versions.node.split(".").map(Number);
        const enough = major > 22 || (major == 22 && minor >= 12) || (major == 20 && minor >= 19);
        process.exit(enough ? 0 : 1);' 2>/dev/null
}

# The registry has the program of Node as a package. Debian's Node and npm, however old, fetch it
# and a newer npm, by the lock file of tools/node.
install_node() {
    node_is_new_enough && return 0
    install nodejs npm
    rm -rf build/tools
    mkdir -p build/tools/bin
    hash -r
    cp tools/node/package.json tools/node/package-lock.json build/tools/
    npm --prefix build/tools ci --ignore-scripts --no-audit --no-fund --loglevel=error
    local modules="$root/build/tools/node_modules"
    ln -sf "$modules"/node-linux-*/bin/node build/tools/bin/node
    ln -sf "$modules/npm/bin/npm-cli.js" build/tools/bin/npm
    ln -sf "$modules/npm/bin/npx-cli.js" build/tools/bin/npx
    hash -r
    if ! node_is_new_enough; then
        echo "Node 20.19 or newer is needed, and this is $(node --version)"
        return 1
    fi
}

wanted=()
for group in "${@:-build}"; do
    while read -r package _; do
        [[ -z $package || $package == \#* ]] || wanted+=("$package")
    done <"tools/packages-$group.txt"
done
install "${wanted[@]}"
install_node
