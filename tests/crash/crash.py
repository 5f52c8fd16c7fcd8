#!/usr/bin/env python3
"""Kills the server again and again while ten clients work, and looks for answered commands that
are gone, or anything that was done twice."""

import argparse
import datetime
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from clients import ORGANISATIONS, SUPPLIERS, Accountant, Client, Collector, Importer
from server import Connection, Server, ayni, findings, first_administrator, links

ROOT = Path(__file__).resolve().parent.parent.parent
COLLECTORS = 3                  # of each organisation, beside its accountant and its importer
MOST_DAYS = 900                 # deliveries older than three years are refused
FULL_CHECK_EVERY = 20
EARLY_KILL_EVERY = 8            # while the server starts and recovers the file


# ---- the organisations that everything happens in -------------------------------------------

def first_day():
    return datetime.date.today() - datetime.timedelta(days=1000)


def day_of(place):
    return str(first_day() + datetime.timedelta(days=place))


def found(tell, organisation):
    """Makes one organisation with suppliers and terms."""
    tell("root", "register_organisation", {
        "name": f"Coop {organisation}", "kind": "producer_organisation", "currency": "PEN",
        "time_zone": "America/Lima"})
    for role in ("manager", "approver"):
        tell("root", "add_user", {"organisation": organisation, "login": f"{role}{organisation}",
                                  "name": role, "language": "en", "role": role})
    tell("root", "add_product", {
        "organisation": organisation, "code": "milk", "name": "Milk", "unit": "kg",
        "density": "1.03", "attributes": [{"code": "fat", "name": "Fat", "unit": "%",
                                           "decimals": 2, "least": "0.50", "most": "12.00"}]})
    for number in range(1, SUPPLIERS + 1):
        tell("root", "add_supplier", {
            "organisation": organisation, "code": f"P{number}", "kind": "supplier",
            "joined": "2015-01-01", "given_names": "Rosa", "family_names": "Huamán",
            "sex": "female"})


def set_terms(connection, cookie, organisation):
    rule = {"code": "loan", "name": "Loan", "kind": "loan", "basis": "obligation", "rank": 1,
            "applies_to": "everyone", "under_cap": True, "above_floor": True}
    data = {"organisation": organisation, "product": "milk", "applies_to": "supplier",
            "effective": day_of(-1), "price": {
                "currency": "PEN", "rounding": "half_even", "rounding_point": "delivery",
                "terms": [{"kind": "base", "price": "1.40"}]},
            "waterfall": {"rounding": "half_even", "cap": "0.50", "rules": [rule]}}
    status, answer, _ = connection.post("/api/v1/set_purchase_terms", data, cookie,
                                        f"terms-{organisation}")
    if status != 200:
        raise RuntimeError(f"no terms: {answer}")


def prepare(file):
    """A database with both organisations; a session for everyone who works in them."""
    code = ayni("init", file).split()[-1]
    server, connection, root = first_administrator(file, code)

    def tell(_, use_case, data):
        key = f"founding-{use_case}-{data.get('organisation')}-{len(keys)}"
        keys.append(key)
        status, answer, _ = connection.post("/api/v1/" + use_case, data, root, key)
        if status != 200:
            raise RuntimeError(f"{use_case}: {answer}")

    keys = []
    for organisation in ORGANISATIONS:
        found(tell, organisation)
    connection.close()
    server.stop()
    cookies = links(file, [f"{role}{o}" for o in ORGANISATIONS for role in ("manager", "approver")])
    server = Server(file)
    server.wait_until_ready()
    connection = Connection(server.port)
    for organisation in ORGANISATIONS:
        set_terms(connection, cookies[f"manager{organisation}"], organisation)
    connection.close()
    server.stop()
    return cookies


# ---- what is in the file --------------------------------------------------------------------

def read_only(file):
    """Reads beside the program: does not bring the file into order, as a writer would."""
    return sqlite3.connect(f"file:{file}?mode=ro", uri=True)


def in_log(db, organisation, key):
    """(position, hash) of every record under the key."""
    return [(position, bytes(digest).hex()) for position, digest in db.execute(
        "SELECT position, hash FROM log WHERE organisation = ? AND key = ?", (organisation, key))]


def missing(db, receipts):
    """Accepted commands that the log does not have exactly once, as their receipt says."""
    return [f"{key} of organisation {organisation}: the receipt says {receipt['position']}, "
            f"the log has {[place for place, _ in kept]}"
            for (organisation, key), receipt in receipts.items()
            if (kept := in_log(db, organisation, key)) != [(receipt["position"], receipt["hash"])]]


def done_twice(db):
    """Cans, loans and entries that are there more than once."""
    found_twice = []
    for what, sql in {
            "delivery": "SELECT text FROM delivery_note WHERE text NOT LIKE 'importer%' "
                        "GROUP BY text HAVING count(*) > 1",
            "import": "SELECT file_name FROM import GROUP BY file_name HAVING count(*) > 1",
            "imported row": "SELECT text FROM delivery_note WHERE text LIKE 'importer%' "
                            f"GROUP BY text HAVING count(*) <> {Importer.ROWS}",
            "loan": "SELECT document FROM obligation WHERE settlement = 0 GROUP BY document "
                    "HAVING count(*) > 1",
            "entry": "SELECT organisation || '/' || subject || '/' || party FROM entry "
                     "GROUP BY organisation, kind, subject, party HAVING count(*) > 1"}.items():
        found_twice += [f"{what} {row[0]} twice" for row in db.execute(sql)]
    return found_twice


def unfinished_imports(db):
    """Files of which the program did not live to record the import."""
    return db.execute("SELECT count(*) FROM source WHERE kind = 1 AND last = 0").fetchone()[0]


def without_effect(db, commands):
    """Accepted cans, files and loans that are not in their table."""
    cans = {row[0] for row in db.execute("SELECT text FROM delivery_note")}
    files = {row[0] for row in db.execute("SELECT file_name FROM import")}
    loans = {row[0] for row in db.execute("SELECT document FROM obligation")}
    wrong = []
    for command in commands:
        if command.use_case == "record_delivery" and command.key not in cans:
            wrong.append(f"delivery {command.key} is in the log and not in its table")
        if command.use_case == "import_file" and not (
                command.key in cans and command.key + ".csv" in files):
            wrong.append(f"file {command.key} is in the log and not in its table")
        if command.use_case == "add_obligation" and command.key not in loans:
            wrong.append(f"loan {command.key} is in the log and not in its table")
    return wrong


# ---- the campaign ---------------------------------------------------------------------------

class Campaign:
    def __init__(self, file, kills, seed, cookies):
        self.file, self.kills = file, kills
        self.chance = random.Random(seed)
        self.workers = [Collector(f"collector{o}{n}", o, cookies) for o in ORGANISATIONS
                        for n in range(COLLECTORS)]
        self.workers += [Importer(f"importer{o}", o, cookies) for o in ORGANISATIONS]
        self.workers += [Accountant(f"accountant{o}", o, cookies, day_of) for o in ORGANISATIONS]
        self.cut_short = 0      # imports that a kill found half written
        self.known = set()      # receipts that an earlier check has found in the log

    def run(self):
        """Complaints, of each kill that had some."""
        complaints = []
        for kill in range(1, self.kills + 1):
            self.one_life(kill)
            wrong = self.check(kill)
            if wrong:
                complaints.append((kill, wrong))
                print(f"kill {kill}: " + "; ".join(wrong[:5]), flush=True)
                if len(complaints) >= 5:
                    break
        return complaints

    def one_life(self, kill):
        place = kill * min(self.kills, MOST_DAYS) // self.kills
        for worker in self.workers:
            worker.days, worker.today = place + 1, day_of(place)
        server = Server(self.file)
        if kill % EARLY_KILL_EVERY == 0:
            time.sleep(self.chance.randint(1, 60) / 1000)
            server.kill()
            return
        if not server.wait_until_ready():
            self.workers[0].notes.complaints.append("the server did not start")
            server.kill()
            return
        clients = [Client(worker, server.port) for worker in self.workers]
        for client in clients:
            client.start()
        time.sleep(self.chance.randint(1, 400) / 1000)
        server.kill()
        for client in clients:
            client.join(60)

    def check(self, kill):
        is_full = kill % FULL_CHECK_EVERY == 0
        wrong = findings(self.file, books_only=not is_full)
        db = read_only(self.file)
        self.cut_short += unfinished_imports(db)
        for worker in self.workers:
            receipts = worker.notes.receipts
            fresh = {name: receipts[name] for name in receipts
                     if is_full or name not in self.known}
            wrong += missing(db, fresh)
            self.known.update(fresh)
            wrong += worker.notes.complaints
            worker.notes.complaints = []
            if worker.pending:
                kept = in_log(db, worker.pending.organisation, worker.pending.key)
                worker.was_kept = kept[0] if kept else None
        db.close()
        return wrong

    def finish(self):
        """Sends the last unanswered ones again in peace, stops, and looks at everything."""
        server = Server(self.file)
        server.wait_until_ready()
        connection = Connection(server.port)
        for worker in self.workers:
            while worker.pending:
                worker.step(connection)
        connection.close()
        status = server.stop()
        wrong = [] if status == 0 else [f"the server ended with {status}"]
        wrong += self.check(FULL_CHECK_EVERY)
        db = read_only(self.file)
        wrong += done_twice(db)
        if unfinished_imports(db):
            wrong.append("rows of an import that never ended are left")
        for worker in self.workers:
            wrong += without_effect(db, worker.notes.commands.values())
        db.close()
        return wrong

    def count(self, use_case):
        return sum(command.use_case == use_case for worker in self.workers
                   for command in worker.notes.commands.values())


# ---- this program must itself be seen to fail -----------------------------------------------

def finds_what_was_never_sent(file):
    """A receipt that nobody was given is reported missing."""
    db = read_only(file)
    wrong = missing(db, {(1, "never-sent"): {"position": 1, "hash": "00" * 32}})
    db.close()
    return len(wrong) == 1


def finds_with_fault(file, sql):
    """Whether verify finds what `sql` does to a copy, in which it found nothing before."""
    copy = file + ".copy"
    source, target = read_only(file), sqlite3.connect(copy)
    source.backup(target)
    source.close()
    clean = not findings(copy, books_only=False)
    target.execute(sql)
    target.commit()
    target.close()
    found_it = bool(findings(copy, books_only=False))
    os.remove(copy)
    return clean and found_it


LAST = "position = (SELECT max(position) FROM log WHERE organisation = 1)"
FAULTS = {
    "the last record of a log is gone": f"DELETE FROM log WHERE organisation = 1 AND {LAST}",
    "a record in the middle is gone": "DELETE FROM log WHERE organisation = 1 AND position = 20",
    "an entry is gone": "DELETE FROM entry WHERE organisation = 1 AND number = 2",
    "a delivery is gone": "DELETE FROM delivery WHERE (organisation, source, sequence) = "
                          "(SELECT organisation, source, max(sequence) FROM delivery "
                          "WHERE organisation = 1)",
}


def controls(file):
    """Names of the controls that did not fail as they must."""
    passed = [] if finds_what_was_never_sent(file) else ["a receipt that nobody was given"]
    return passed + [name for name, sql in FAULTS.items() if not finds_with_fault(file, sql)]


def main():
    level = os.environ.get("CHECK_LEVEL", "normal")
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default={"fast": 30, "all": 2000}.get(level, 200))
    options.add_argument("--seed", type=int, default=int(time.time()))
    asked = options.parse_args()
    folder = tempfile.mkdtemp(prefix="ayni-crash-")
    file = os.path.join(folder, "coop.ayni")
    campaign = Campaign(file, asked.kills, asked.seed, prepare(file))
    start = time.monotonic()
    complaints = campaign.run()
    seconds = time.monotonic() - start
    last = campaign.finish() if len(complaints) < 5 else []
    for wrong in last:
        print("at the end: " + wrong)
    counts = {name: campaign.count(name) for name in (
        "record_delivery", "import_file", "add_obligation", "post_settlement",
        "withdraw_settlement")}
    counts["import cut short"] = campaign.cut_short
    print(f"seed {asked.seed}: {asked.kills} kills, {asked.kills / seconds * 60:.0f} a minute; "
          f"accepted {counts}")
    silent = controls(file) + [f"{name} never happened" for name in counts if not counts[name]]
    for name in silent:
        print(f"this control did not fail as it must: {name}")
    failed = len(complaints) + bool(last) + len(silent)
    if failed:
        print(f"REPRO: tests/crash/run --kills {asked.kills} --seed {asked.seed}")
        print(f"the file is kept in {folder}")
    else:
        shutil.rmtree(folder)
    print(f"{asked.kills + 2 + len(FAULTS) + len(counts) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
