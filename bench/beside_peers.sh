#!/bin/bash
# bench/beside_peers.sh FOLDER [DELIVERIES]
# Settles the same fortnight (SPEC.md of ../shared/bench/settlement) with Ayni, DuckDB and
# PostgreSQL 15, one after the other on the same machine, and prints seconds and ratios. It wants
# ../shared, the network for DuckDB's package, Debian's postgresql-15, root, and an idle machine.
set -euo pipefail
folder=$(realpath -m "${1:?a scratch folder with 20 GiB is missing}")
deliveries=${2:-10000000}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
peers=$(cd "$root/../shared/bench" && pwd)
mkdir -p "$folder/csv" "$folder/ayni"

# seconds_of LABEL: the wall seconds of its MEASURE line.
seconds_of() { sed -n "s/^MEASURE\t$1\twall=\([0-9.]*\)s.*/\1/p" "$2"; }
ratio() { echo "scale=2; $1 / $2" | bc; }

g++ -O2 -o "$folder/gen" "$peers/settlement/gen.cpp"
(cd "$folder" && ./gen $((deliveries / 30)) csv csv)
(cd "$folder" && npm install --no-audit --no-fund --silent @duckdb/node-api@1.5.6-r.1)

rm -f "$folder"/ayni/*
"$root/build/release/ayni" bench settle --deliveries "$deliveries" --folder "$folder/ayni" |
    tee "$folder/ayni.txt"
(cd "$folder" && node "$peers/settlement/duckdb.mjs" csv duck.db 2) | tee "$folder/duckdb.txt"

cluster=$folder/postgres
trap '"$peers/pg_cluster.sh" stop "$cluster" >/dev/null' EXIT
chmod a+rx "$folder"
"$peers/pg_cluster.sh" start "$cluster" 54329
export PGHOST=127.0.0.1 PGPORT=54329 PGUSER=postgres PGDATABASE=postgres TMPDIR=$folder
bash "$peers/settlement/pg.sh" "$folder/csv" | tee "$folder/postgres.txt"

ours=$(sed -n 's/.*settle: \([0-9.]*\) s.*/\1/p' "$folder/ayni.txt")
duckdb=$(seconds_of duckdb-settle "$folder/duckdb.txt")
postgres=$(seconds_of pg-settle "$folder/postgres.txt")
printf '\nAyni %s s, DuckDB %s s, PostgreSQL %s s\n' "$ours" "$duckdb" "$postgres"
printf 'Ayni beside DuckDB %s, beside PostgreSQL %s\n' "$(ratio "$ours" "$duckdb")" \
    "$(ratio "$ours" "$postgres")"
