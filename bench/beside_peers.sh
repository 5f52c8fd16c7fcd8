#!/bin/bash
# bench/beside_peers.sh FOLDER [DELIVERIES] [ROUNDS]
# Settles the same fortnight (SPEC.md of ../shared/bench/settlement) with Ayni, DuckDB and
# PostgreSQL 15, in turns on the same machine, and prints seconds and the ratios of the medians.
# Each has its data on the disk before its time begins, and one more round comes first that is not
# counted: a virtual machine's memory is slow when it is used for the first time. It wants
# ../shared, the network for DuckDB's package, Debian's postgresql-15, root, and an idle machine.
set -euo pipefail
folder=$(realpath -m "${1:?a scratch folder with 20 GiB is missing}")
deliveries=${2:-10000000}
rounds=${3:-5}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
peers=$(cd "$root/../shared/bench" && pwd)
ayni=${AYNI:-$root/build/release/ayni}
mkdir -p "$folder/csv" "$folder/ayni" "$folder/run"

# seconds_of LABEL: the wall seconds of its MEASURE line.
seconds_of() { sed -n "s/^MEASURE\t$1\twall=\([0-9.]*\)s.*/\1/p" "$2"; }
ratio() { echo "scale=3; $1 / $2" | bc; }
# middle VALUES...: the median.
middle() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }

g++ -O2 -o "$folder/gen" "$peers/settlement/gen.cpp"
(cd "$folder" && ./gen $((deliveries / 30)) csv csv)
(cd "$folder" && npm install --no-audit --no-fund --silent @duckdb/node-api@1.5.6-r.1)
"$ayni" bench settle --only-data --deliveries "$deliveries" --folder "$folder/ayni"

cluster=$folder/postgres
trap '"$peers/pg_cluster.sh" stop "$cluster" >/dev/null' EXIT
chmod a+rx "$folder"
"$peers/pg_cluster.sh" start "$cluster" 54329
export PGHOST=127.0.0.1 PGPORT=54329 PGUSER=postgres PGDATABASE=postgres TMPDIR=$folder

ours=() duckdb=() postgres=()
for ((round = 0; round <= rounds; ++round)); do
    rm -f "$folder"/run/*
    cp "$folder/ayni/bench_settle.ayni" "$folder/run/"
    sync
    "$ayni" bench settle --keep --folder "$folder/run" | tee "$folder/ayni.txt"
    sync
    (cd "$folder" && node "$peers/settlement/duckdb.mjs" csv duck.db 2) | tee "$folder/duckdb.txt"
    sync
    bash "$peers/settlement/pg.sh" "$folder/csv" | tee "$folder/postgres.txt"
    ((round > 0)) || continue
    ours+=("$(sed -n 's/.*settle: \([0-9.]*\) s.*/\1/p' "$folder/ayni.txt")")
    duckdb+=("$(seconds_of duckdb-settle "$folder/duckdb.txt")")
    postgres+=("$(seconds_of pg-settle "$folder/postgres.txt")")
done

echo "Ayni ${ours[*]} s, DuckDB ${duckdb[*]} s, PostgreSQL ${postgres[*]} s"
own=$(middle "${ours[@]}")
printf 'medians: Ayni beside DuckDB %s, beside PostgreSQL %s\n' \
    "$(ratio "$own" "$(middle "${duckdb[@]}")")" "$(ratio "$own" "$(middle "${postgres[@]}")")"
