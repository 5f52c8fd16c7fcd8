"""What the console refuses by itself: refusals about files, which no use case gives."""

import os
import subprocess

from doors import Server


def played(ayni, folder):
    """(codes that were provoked, faults)"""
    file, other = os.path.join(folder, "console.ayni"), os.path.join(folder, "other.ayni")
    reached, faults = set(), []

    def refuses(code, *arguments):
        done = subprocess.run([ayni, *arguments], capture_output=True, text=True, check=False)
        if done.returncode == 0 or code not in done.stdout + done.stderr:
            faults.append(f"{' '.join(arguments)}: {done.returncode} {done.stdout}{done.stderr}")
        reached.add(code)

    subprocess.run([ayni, "init", file], capture_output=True, check=True)
    refuses("file_exists", "init", file)
    refuses("file_unreadable", "verify", other)
    refuses("file_unreadable", "restore", other, file)
    with open(other, "wb") as not_ours:
        not_ours.write(b"PK\x03\x04" * 2000)
    refuses("database_not_ayni", "link", other, "root")
    refuses("file_exists", "backup", file, other)
    refuses("file_unwritable", "backup", file, os.path.join(folder, "nowhere", "copy.ayni"))
    refuses("not_found", "link", file, "somebody")
    refuses("file_unwritable", "init", os.path.join(folder, "nowhere", "coop.ayni"))
    demo = os.path.join(folder, "demo.ayni")
    refuses("file_unreadable", "demo", demo, "--examples", os.path.join(folder, "nowhere"))
    if os.path.exists(demo) or os.path.exists(demo + ".lock"):
        faults.append("a demonstration without its data left something behind")
    refuses("field_missing", "call", file, "balances", "--organisation", "1")
    again = subprocess.run([ayni, "link", file], capture_output=True, text=True, check=False)
    if again.returncode != 0 or "One-time code" not in again.stdout:
        faults.append(f"no second code for a first administrator: {again.stdout}{again.stderr}")
    for what, told in (((), "! record_payment "),
                       (("record_payment", "--help"), "--reference TEXT")):
        help_of = subprocess.run([ayni, "call", file, *what], capture_output=True, text=True,
                                 check=False)
        if help_of.returncode != 0 or told not in help_of.stdout:
            faults.append(f"no help of use cases: {help_of.stdout[:300]}{help_of.stderr}")
    refuses("database_not_ayni", "restore", other, os.path.join(folder, "restored.ayni"))
    with open(file, "rb") as whole, open(other, "wb") as damaged:
        damaged.write(whole.read()[:-9000])
    refuses("database_damaged", "restore", other, os.path.join(folder, "restored.ayni"))
    with open(file, "rb") as whole, open(other, "wb") as damaged:
        damaged.write(whole.read()[:-1])
    refuses("database_damaged", "restore", other, os.path.join(folder, "restored.ayni"))
    if os.path.exists(os.path.join(folder, "restored.ayni")):
        faults.append("restore of a damaged file left half a copy")
    server = Server(ayni, file)
    try:
        refuses("database_in_use", "serve", file, "--port", "0")
    finally:
        server.stop()
    return reached, faults
