"""Holds PostgreSQL against SQLite: the same scenarios, the same state, nothing lost."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import runner
from doors import CallSession, Http, folder_in_memory
from kills import campaign
from throwaway import PROGRAMS, PostgresServer, as_owner
from together import all_at_once

AYNI = os.environ["AYNI"]


class Checks:
    def __init__(self):
        self.passed, self.failures = 0, []

    def count(self, is_so, failure):
        if is_so:
            self.passed += 1
        else:
            self.failures.append(failure)


def ayni(*arguments):
    return subprocess.run([AYNI, *arguments], capture_output=True, text=True, check=False)


def digest(database):
    return ayni("digest", database).stdout.strip()


def is_sound(database):
    return ayni("verify", database).returncode == 0


def all_scenarios():
    paths = sorted(runner.HERE.glob("*.scenario"))
    paths += sorted((runner.ROOT / "docs/handbook").glob("*.md"))
    return [each for path in paths for each in runner.scenarios_in(path)]


def play_everything(checks, server, folder):
    """Over `ayni call` on both engines, and over HTTP on PostgreSQL."""
    scenarios = all_scenarios()
    planted = runner.scenarios_in(runner.HERE / "planted" / "faults.scenario")
    tours = [runner.Tour(CallSession, server), runner.Tour(Http, server),
             runner.Tour(CallSession, folder)]
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda tour: tour.take(scenarios, planted), tours))
    for engine, tour in zip(("postgres", "postgres", "sqlite"), tours):
        checks.passed += tour.passed
        checks.failures += [f"{engine} {failure}" for failure in tour.failures]
    ours, theirs = (digest(tour.door.file) for tour in (tours[0], tours[2]))
    checks.count(len(ours) == 64 and ours == theirs, f"the states differ: {ours} {theirs}")
    return tours[2].door.file, tours[0].door.file


def notices_a_change(checks, server, database):
    """The digest and the oracle see one céntimo."""
    change = ("UPDATE obligation SET amount = amount {} 1 WHERE (organisation, number) = (SELECT "
              "organisation, number FROM obligation WHERE cancelled = 0 AND entry > 0 "
              "ORDER BY organisation, number LIMIT 1)")
    before = digest(database)
    server.psql(change.format("+"), "call")
    checks.count(digest(database) != before, "the digest does not see a change")
    checks.count(not is_sound(database), "verify does not see a change")
    server.psql(change.format("-"), "call")
    checks.count(digest(database) == before, "the state did not come back")


def move_there_and_back(checks, server, file, folder):
    """A file into the server's database, and that into another file."""
    there, back = server.database("moved"), os.path.join(folder, "back.ayni")
    moved = ayni("backup", file, there)
    checks.count(moved.returncode == 0, f"to PostgreSQL: {moved.stdout}{moved.stderr}")
    again = ayni("backup", there, back)
    checks.count(again.returncode == 0, f"back to a file: {again.stdout}{again.stderr}")
    checks.count(digest(file) == digest(there) == digest(back), "moved, the state differs")
    checks.count("file_exists" in ayni("backup", file, there).stderr, "moved over another one")


def take_out_and_in(checks, server, source, folder):
    """Every tenth organisation as plain files, into an empty file and an empty database."""
    file, database = os.path.join(folder, "in.ayni"), server.database("taken_in")
    for empty in (file, database):
        checks.count(ayni("init", empty).returncode == 0, f"no {empty}")
    for number in range(1, 60, 10):
        of_one = ("--organisation", str(number))
        plain, again = (os.path.join(folder, f"{name}{number}") for name in ("plain", "again"))
        ayni("export", source, plain, *of_one)
        for empty in (file, database):
            done = ayni("import", empty, plain)
            checks.count(done.returncode == 0, f"organisation {number}: {done.stderr}")
            checks.count(ayni("digest", empty, *of_one).stdout
                         == ayni("digest", source, *of_one).stdout != "", f"{number} differs")
        ayni("export", file, again, *of_one)
        tables = [each.name for each in Path(plain).glob("*.jsonl") if each.stem != "founding"]
        checks.count(len(tables) > 50 and all(
            Path(plain, name).read_bytes() == Path(again, name).read_bytes() for name in tables),
            f"organisation {number}: taken out again it is another one")
    checks.count(is_sound(file) and is_sound(database), "taken in, it is not sound")
    checks.count("organisation_known" in ayni("import", file, plain).stderr, "it is there twice")
    with open(os.path.join(plain, "entry.jsonl"), "a", encoding="utf-8") as rows:
        rows.write("\n")
    other = os.path.join(folder, "other.ayni")
    ayni("init", other)
    checks.count("export_damaged" in ayni("import", other, plain).stderr, "a change is taken in")
    checks.count(ayni("digest", other).stdout == ayni("digest", file, "--organisation",
                                                      "999999").stdout, "half of it is there")


def restore_a_dump(checks, server, database):
    """By pg_dump and pg_restore, as the handbook says."""
    dump = os.path.join(server.folder, "coop.dump")
    copy = server.database("restored")
    for program, *arguments in (("pg_dump", "-Fc", "-f", dump, database),
                                ("pg_restore", "-d", copy, dump)):
        done = subprocess.run(as_owner([os.path.join(PROGRAMS, program), *arguments]),
                              capture_output=True, text=True, check=False, cwd=server.folder)
        checks.count(done.returncode == 0, f"{program}: {done.stderr}")
    checks.count(digest(copy) == digest(database), "restored, the state differs")
    checks.count(is_sound(copy), "restored, it is not sound")


def one_program_writes(checks, database):
    """A second one is refused, and a database that is not there is named so."""
    holder = subprocess.Popen([AYNI, "call", database, "--session"], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE)
    try:
        holder.stdin.write(b'{"as": "root", "use_case": "my_organisations", "key": "k", '
                           b'"input": {}}\n')
        holder.stdin.flush()
        holder.stdout.readline()
        checks.count("database_in_use" in ayni("backup", database, "/dev/null/x").stderr,
                     "two write to one database")
    finally:
        holder.communicate(timeout=20)
    away = database.replace("host=", "host=/nowhere")
    checks.count("database_unreachable" in ayni("verify", away).stderr, "no server is not told")


def lose_nothing(checks, server):
    """Kills of the program and of the server, under load."""
    kills = {"fast": 6, "all": 500}.get(os.environ.get("CHECK_LEVEL", "normal"), 20)
    seed = int(time.time())
    complaints, accepted = campaign(server, kills, seed)
    print(f"seed {seed}: {kills} kills, {accepted} accepted")
    checks.passed += kills
    checks.failures += complaints
    checks.count(accepted > kills, "hardly anything was accepted between the kills")


def main():
    start = time.monotonic()
    checks = Checks()
    with PostgresServer() as server, folder_in_memory() as folder:
        os.environ["XDG_RUNTIME_DIR"] = server.folder
        file, database = play_everything(checks, server, folder)
        notices_a_change(checks, server, database)
        move_there_and_back(checks, server, file, folder)
        take_out_and_in(checks, server, database, folder)
        restore_a_dump(checks, server, database)
        one_program_writes(checks, database)
        all_at_once(checks, server, AYNI)
        lose_nothing(checks, server)
    for failure in checks.failures:
        print(f"FAILED {failure}")
    print(f"{time.monotonic() - start:.1f} s")
    print(f"{checks.passed} passed, {len(checks.failures)} failed")
    return 1 if checks.failures else 0


if __name__ == "__main__":
    sys.exit(main())
