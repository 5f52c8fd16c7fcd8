"""Serves a co-operative with a folder for backups, and does to both what happens to them."""

import datetime
import json
import os
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from checks import expect, report
from doors import Server, folder_in_memory, send

AYNI = os.environ["AYNI"]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "cabeza_de_toro"
NAME = re.compile(r"coop-\d{8}T\d{6}Z\.ayni")
LONGEST = 60    # seconds until a copy of the example is made and verified
DAYS_KEPT = 14


def told(*words):
    """(exit code, output, errors)."""
    done = subprocess.run([AYNI, *map(str, words)], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def ask(file, login, use_case):
    """What `ayni call` answers, through the server that holds the file."""
    code, output, errors = told("call", file, use_case, "--as", login, "--organisation", 1,
                                "--json")
    return json.loads(output if code == 0 else errors)


def health_once(file, is_so):
    """What `health` says as soon as that is so of the backups, and no copy is under way."""
    end = time.monotonic() + LONGEST
    while True:
        found = ask(file, "direccion", "health")
        backups = found.get("backups", {})
        if ("progress" not in backups and is_so(backups)) or time.monotonic() > end:
            return found
        time.sleep(0.1)


def waits(file):
    return [item["kind"] for item in ask(file, "direccion", "home")["items"]
            if item["kind"].startswith("backup")]


def digest(file):
    return told("digest", file)[1].strip()


def change(file, sql):
    db = sqlite3.connect(file)
    expect(db.execute(sql).rowcount > 0, f"it changed nothing: {sql}")
    db.commit()
    db.close()


def name_of(day):
    return f"coop-{day:%Y%m%d}T070000Z.ayni"


def off_is_said(file):
    """Without a folder there are no backups; the administrator is told, and nobody else."""
    server = Server(AYNI, str(file))
    found = ask(file, "auditoria", "health")
    expect(found["backups"]["state"] == "off" and found["file"] == "coop.ayni"
           and found["bytes"] > 100_000 and found["free_bytes"] > 0 and found["records"] > 10
           and found["storage"].startswith("SQLite 3"), f"off: {found}")
    expect(str(file.parent) not in json.dumps(found), "a path of the machine is told")
    expect(waits(file) == ["backups_off"], f"home of the administrator: {waits(file)}")
    expect("backup" not in json.dumps(ask(file, "gerencia", "home")), "the manager's home")
    for login, code in ("direccion", "backups_off"), ("gerencia", "not_allowed"):
        expect(ask(file, login, "make_backup")["problems"][0]["code"] == code, f"{login}: {code}")
    server.stop()


def a_first_one_at_once(file, folder):
    """Switched on, the first copy is made at once; restored, it holds the same state."""
    found = health_once(file, lambda backups: backups["kept"])
    kept = found["backups"]["kept"]
    expect(found["backups"]["state"] == "good" and len(kept) == 1 and NAME.fullmatch(
        kept[0]["name"]), f"the first backup: {found['backups']}")
    expect(found["backups"]["same_disk"] and found["backups"]["at"] == "02:00",
           f"where and when: {found['backups']}")
    expect(waits(file) == [], f"a good backup waits for nobody: {waits(file)}")
    expect([path.name for path in folder.iterdir()] == [kept[0]["name"]],
           f"beside the backup: {list(folder.iterdir())}")
    copy = folder / kept[0]["name"]
    expect(stat.S_IMODE(copy.stat().st_mode) == 0o600 and copy.stat().st_size == kept[0]["bytes"],
           f"{copy.name}: {copy.stat()}")
    restored = file.parent / "restored.ayni"
    code, _, errors = told("restore", copy, restored)
    expect(code == 0 and digest(restored) == digest(file) != "", f"restored: {code} {errors}")


def one_at_a_time(file, folder, server):
    """Of eight clicks at once the first makes a copy, and the others are told so."""
    link = told("link", file, "direccion")[1].strip().partition("#")[2]
    cookie = send(server.connection(), "POST", "/session/link", {"token": link})[2]["Set-Cookie"]

    def click(number):
        status, body, _ = send(server.connection(f"127.0.1.{number}"), "POST",
                               "/api/v1/make_backup", {"organisation": 1},
                               {"Cookie": cookie.split(";")[0], "Idempotency-Key": f"b-{number}"})
        return number if status == 200 else json.loads(body)["problems"][0]["code"]

    with ThreadPoolExecutor(8) as clients:
        answers = list(clients.map(click, range(1, 9)))
    accepted = [each for each in answers if isinstance(each, int)]
    expect(len(accepted) == 1 and answers.count("backup_under_way") == 7,
           f"eight clicks at once: {answers}")
    found = health_once(file, lambda backups: len(backups["kept"]) == 1)
    expect(found["backups"]["state"] == "good", f"after eight clicks: {found}")
    before = sorted(folder.iterdir())
    expect(click(accepted[0]) == accepted[0], "the same click again")
    health_once(file, lambda backups: True)
    expect(sorted(folder.iterdir()) == before, "the same click again made another copy")


def what_is_old_goes(file, folder, copy):
    """Of twenty days the last fourteen stay, once a newer one was verified; nothing of others."""
    today = datetime.datetime.now(datetime.timezone.utc).date()
    for days in range(1, 21):
        shutil.copy(copy, folder / name_of(today - datetime.timedelta(days)))
    others = ["coop-20250831.ayni", "other-20250831T070000Z.ayni", "notes.txt"]
    for other in others:
        (folder / other).write_text("mine", encoding="utf-8")
    found = ask(file, "direccion", "make_backup")
    expect(found.get("already") is False, f"make_backup: {found}")
    found = health_once(file, lambda backups: True)
    names = [each["name"] for each in found["backups"]["kept"]]
    expect(len(names) == DAYS_KEPT and names == sorted(names, reverse=True)
           and name_of(today - datetime.timedelta(days=20)) not in names, f"kept: {names}")
    expect(all((folder / other).exists() for other in others), "a file of others was removed")
    for other in others:
        (folder / other).unlink()


def damage_is_told(file, folder):
    """A backup that was changed is found out when it is restored; a file that does not verify
    gives no backup, and costs none of those that are kept."""
    server = Server(AYNI, str(file), more=("--backups", str(folder)))
    health_once(file, lambda backups: backups["kept"])
    server.stop()
    sound, bad = file.parent / "sound.ayni", file.parent / "bad.ayni"
    shutil.copy(max(folder.glob("coop-*.ayni")), sound)
    shutil.copy(sound, bad)
    change(bad, "UPDATE settlement SET net = net + 1 WHERE number = 2")
    code, output, _ = told("restore", bad, file.parent / "from_bad.ayni")
    expect(code == 2 and "settlement" in output, f"a changed backup: {code} {output}")
    for each in folder.iterdir():
        each.unlink()
    old = datetime.datetime.now(datetime.timezone.utc).date() - datetime.timedelta(days=5)
    shutil.copy(sound, folder / name_of(old))
    unfinished = folder / (name_of(old - datetime.timedelta(days=1)) + ".part")
    unfinished.write_text("half", encoding="utf-8")
    change(file, "UPDATE settlement SET net = net + 1 WHERE number = 2")
    server = Server(AYNI, str(file), more=("--backups", str(folder)))
    found = health_once(file, lambda backups: "problem" in backups)["backups"]
    expect(found["state"] == "overdue" and found["problem"]["reason"] == "backup_not_sound"
           and "verif" in found["problem"]["text"], f"a damaged file: {found}")
    expect([each["name"] for each in found["kept"]] == [name_of(old)], f"kept: {found['kept']}")
    expect(not unfinished.exists() and (folder / "coop.unverified").exists(),
           f"in the folder: {list(folder.iterdir())}")
    item = [each for each in ask(file, "direccion", "home")["items"]
            if each["kind"] == "backup_overdue"]
    expect(item and item[0]["count"] in (4, 5), f"home says since when: {item}")
    server.stop()
    change(file, "UPDATE settlement SET net = net - 1 WHERE number = 2")


def a_folder_that_is_not_there(file, folder):
    """The server serves, says what is wrong, and copies once the folder is there."""
    server = Server(AYNI, str(file), more=("--backups", str(folder / "stick"), "--backup-at",
                                           "22:30"))
    found = health_once(file, lambda backups: "problem" in backups)["backups"]
    expect((found["state"], found["problem"]["reason"], found["at"]) == (
        "missing", "file_unwritable", "22:30"), f"no folder: {found}")
    expect(waits(file) == ["backup_missing"], f"home: {waits(file)}")
    (folder / "stick").mkdir()
    ask(file, "direccion", "make_backup")
    found = health_once(file, lambda backups: backups["kept"])["backups"]
    expect(found["state"] == "good" and "problem" not in found, f"the folder is there: {found}")
    expect(server.stop() == 0, "the server did not end well")


def killed_in_the_middle(file, folder):
    """Whenever the server is killed, no half file is taken for a backup."""
    for milliseconds in range(5, 205, 20):
        server = Server(AYNI, str(file), more=("--backups", str(folder)))
        told("call", file, "make_backup", "--as", "direccion", "--organisation", 1)
        time.sleep(milliseconds / 1000)
        server.process.kill()
        server.stop()
        for copy in folder.glob("*.ayni"):
            code, output, errors = told("verify", copy)
            expect(NAME.fullmatch(copy.name) and code == 0, f"{copy.name}: {output}{errors}")


def options_are_judged(file):
    code, _, errors = told("serve", "postgresql://nobody@/none", "--backups", "/tmp")
    expect(code == 1 and "backups_of_server" in errors, f"PostgreSQL: {code} {errors}")
    for words in ("--backups", "x", "--backup-at", "24:00"), ("--backup-at", "02:00"), (
            "--backups", "x", "--backup-at", "2"):
        code, _, errors = told("serve", file, *words)
        expect(code == 2 and "--backup" in errors, f"{words}: {code} {errors}")


def main():
    with folder_in_memory() as name:
        home, folder = Path(name), Path(name) / "backups"
        folder.mkdir()
        file = home / "coop.ayni"
        code, _, errors = told("demo", file, "--examples", EXAMPLES)
        expect(code == 0, f"demo: {errors}")
        options_are_judged(file)
        off_is_said(file)
        server = Server(AYNI, str(file), more=("--backups", str(folder)))
        a_first_one_at_once(file, folder)
        one_at_a_time(file, folder, server)
        what_is_old_goes(file, folder, max(folder.glob("coop-*.ayni")))
        began = time.monotonic()
        ask(file, "direccion", "make_backup")
        expect(server.stop() == 0 and time.monotonic() - began < 10,
               "a server that copies was to stop soon")
        expect(not list(folder.glob("*.part")), "a copy that was given up left its half")
        damage_is_told(file, folder)
        a_folder_that_is_not_there(file, folder)
        killed_in_the_middle(file, folder)
        expect(told("verify", file)[0] == 0, "the file itself does not verify")
    return report()


if __name__ == "__main__":
    sys.exit(main())
