#!/bin/bash
# bench/postgres_numbers.sh FOLDER [DELIVERIES] [ORGANISATIONS] [ROUNDS]
# The two numbers of Ayni on PostgreSQL 15, in a server that is thrown away afterwards and that
# waits for the disk at each commit: the fortnight of ../shared/bench/settlement/SPEC.md beside pure
# SQL in the same server, in turns; then durable deliveries over HTTP from 128 connections over 50
# organisations. Prints checksums, seconds on the clock, seconds of CPU (of the program and of the
# server's processes) and ratios. It wants ../shared, Debian's postgresql-15 and root. AYNI names
# the program; PORT the server's.
set -euo pipefail
folder=$(realpath -m "${1:?a scratch folder with 12 GiB is missing}")
deliveries=${2:-10000000}
organisations=${3:-10000}
rounds=${4:-3}
port=${PORT:-54329}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
peers=$(cd "$root/../shared/bench" && pwd)
ayni=${AYNI:-$root/build/release/ayni}
mkdir -p "$folder/csv"
chmod a+rx "$folder" "$folder/csv"

cluster=$folder/postgres
trap '"$peers/pg_cluster.sh" stop "$cluster" >/dev/null' EXIT
"$peers/pg_cluster.sh" start "$cluster" "$port"
export PGHOST=127.0.0.1 PGPORT=$port PGUSER=postgres PGDATABASE=postgres TMPDIR=$folder
sql() { psql -X -q -At -v ON_ERROR_STOP=1 "$@"; }
address() { echo "postgresql://$PGUSER@/$1?host=$cluster&port=$port"; }

# Seconds of CPU of the server's processes until now, those that have ended included.
server_cpu() {
    local first
    first=$(head -1 "$cluster/data/postmaster.pid")
    {
        awk '{ print ($14 + $15 + $16 + $17) / 100 }' "/proc/$first/stat"
        for child in $(pgrep -P "$first"); do
            awk '{ print ($14 + $15) / 100 }' "/proc/$child/stat" 2>/dev/null || true
        done
    } | awk '{ all += $1 } END { printf "%.2f", all }'
}
less() { echo "$1 - $2" | bc; }
ratio() { echo "scale=2; $1 / $2" | bc; }
# middle VALUES...: the median.
middle() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }

g++ -O2 -o "$folder/gen" "$peers/settlement/gen.cpp"
(cd "$folder" && ./gen $((deliveries / 30)) csv csv)
bash "$peers/settlement/pg.sh" "$folder/csv" | tee "$folder/peer.txt"

sql -c "DROP DATABASE IF EXISTS milk" -c "CREATE DATABASE milk"
"$ayni" bench settle --only-data --deliveries "$deliveries" --organisations "$organisations" \
    --database "$(address milk)"
sql -d milk -c "VACUUM (FREEZE, ANALYZE)"

peer_seconds=() our_seconds=()
for ((round = 1; round <= rounds; ++round)); do
    sql -c "TRUNCATE entry, leg" -c "CHECKPOINT"
    used=$(server_cpu) began=$(date +%s.%N)
    sql -f "$peers/settlement/pg_settle.sql"
    peer_seconds+=("$(less "$(date +%s.%N)" "$began")")
    echo "pure SQL: ${peer_seconds[-1]} s, CPU $(less "$(server_cpu)" "$used") s"
    sql -f "$peers/settlement/check.sql"

    sql -c "DROP DATABASE IF EXISTS run" -c "CREATE DATABASE run TEMPLATE milk" -c "CHECKPOINT"
    used=$(server_cpu)
    "$ayni" bench settle --keep --database "$(address run)" | tee "$folder/ours.txt"
    echo "server, with the reading of the checksums: CPU $(less "$(server_cpu)" "$used") s"
    our_seconds+=("$(sed -n 's/.*settle: \([0-9.]*\) s.*/\1/p' "$folder/ours.txt")")
    echo "round $round: $(ratio "${our_seconds[-1]}" "${peer_seconds[-1]}") of pure SQL"
done
ours=$(middle "${our_seconds[@]}") peer=$(middle "${peer_seconds[@]}")
echo "settlement: $ours s beside $peer s of pure SQL: $(ratio "$ours" "$peer") ×"
"$ayni" verify "$(address run)"

for ((round = 1; round <= rounds; ++round)); do
    sql -c "DROP DATABASE IF EXISTS posts" -c "CREATE DATABASE posts" -c "CHECKPOINT"
    used=$(server_cpu)
    "$ayni" bench http --connections 128 --organisations 50 --database "$(address posts)"
    echo "server: CPU $(less "$(server_cpu)" "$used") s"
done
"$ayni" verify "$(address posts)"
