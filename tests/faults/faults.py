"""Plants faults in copies of a settled file; `ayni verify` must find each, and nothing in the
file itself."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

AYNI = os.environ["AYNI"]

# What is changed, and what verify is to call it. Every statement must change a row.
FAULTS = [
    ("log_end", "DELETE FROM log WHERE organisation = 1 AND position = "
                "(SELECT max(position) FROM log WHERE organisation = 1)"),
    ("chain", "UPDATE log SET body = substr(body, 1, length(body) - 1) || x'07' "
              "WHERE organisation = 1 AND position = 30"),
    ("chain_gap", "DELETE FROM log WHERE organisation = 1 AND position = 30"),
    ("import", "UPDATE delivery SET quantity = quantity + 1000 WHERE "
               "(source, sequence) = (SELECT min(source), 7 FROM delivery)"),
    ("import", "DELETE FROM analysis WHERE (source, sequence) = "
               "(SELECT source, max(sequence) FROM analysis)"),
    ("source_count", "UPDATE source SET last = last - 1 WHERE organisation = 1 AND last > 1"),
    ("entry_gap", "DELETE FROM entry WHERE organisation = 1 AND number = 100"),
    ("entries", "UPDATE entry SET date = date - 20 WHERE organisation = 1 AND number = 100"),
    ("entries", "UPDATE entry SET event_date = event_date - 20 WHERE number = 100"),
    ("entries", "UPDATE entry SET party = party + 1 WHERE number = 100"),
    ("settlement_sums", "UPDATE settlement SET net = net + 1 WHERE number = 2"),
    ("statements", "DELETE FROM statement WHERE settlement = 2 AND producer = "
                   "(SELECT max(producer) FROM statement)"),
    ("settlement_record", "UPDATE settlement SET state = 1 WHERE number = 2"),
    ("settlement_record", "UPDATE settlement SET approved_by = computed_by WHERE number = 2"),
    ("settlement_record", "UPDATE settlement SET position = position + 1 WHERE number = 2"),
    ("late_change", "DELETE FROM late_change"),
    ("obligation", "UPDATE obligation SET amount = amount + 50000 WHERE number = 1"),
    ("obligation", "UPDATE obligation SET first_due = first_due + 1 WHERE number = 1"),
    ("purchase_terms", "UPDATE purchase_terms SET effective = effective - 1 WHERE number = 1"),
    ("purchase_terms", "UPDATE purchase_terms SET price = replace(price, '1.', '2.') "
                       "WHERE number = 1"),
    ("agreement", "UPDATE agreement SET price = replace(price, '1.', '2.')"),
    ("person", "UPDATE person SET family_names = 'Otra' WHERE party = 5"),
    ("person", "UPDATE person SET dni = '00000001' WHERE party = "
               "(SELECT min(party) FROM person WHERE dni IS NOT NULL)"),
    ("personal_value", "UPDATE personal_value SET value = 'Otra' WHERE position = "
                       "(SELECT max(position) FROM personal_value)"),
    ("membership", "UPDATE membership SET kind = 1 - kind WHERE party = 5"),
    ("certificate", "UPDATE certificate SET issuer = 'Nadie'"),
    ("role_grant", "UPDATE role_grant SET role = 0 WHERE organisation = 1 AND role = 1"),
    ("role_grant", "DELETE FROM role_grant WHERE organisation = 1 AND role = 3"),
]


def verify(file):
    """What verify calls its findings."""
    said = subprocess.run([AYNI, "verify", file, "--json"], text=True, capture_output=True)
    if said.returncode not in (0, 2):
        return {f"ended with {said.returncode}: {said.stderr.strip()}"}
    found = {finding["what"] for finding in json.loads(said.stdout)["findings"]}
    return found if bool(found) == bool(said.returncode) else {"the exit code says another thing"}


def plant(file, sql):
    db = sqlite3.connect(file)
    changed = db.execute(sql).rowcount
    db.commit()
    db.close()
    return changed


def check(original, folder, expected, sql):
    """What is wrong with one fault; None when it is found by its name."""
    copy = os.path.join(folder, "copy.ayni")
    shutil.copyfile(original, copy)
    try:
        if plant(copy, sql) == 0:
            return "it changed no row"
    except sqlite3.Error as failure:
        return str(failure)
    found = verify(copy)
    return None if expected in found else f"expected {expected}, found {sorted(found) or 'nothing'}"


def main():
    with tempfile.TemporaryDirectory(prefix="ayni-faults-") as folder:
        original = os.path.join(folder, "demo.ayni")
        subprocess.run([AYNI, "demo", original], check=True, capture_output=True)
        failed = 0
        if found := verify(original):
            print(f"FAILED in a sound file verify finds {sorted(found)}")
            failed += 1
        for expected, sql in FAULTS:
            if wrong := check(original, folder, expected, sql):
                print(f"FAILED {' '.join(sql.split())}: {wrong}")
                failed += 1
    print(f"{len(FAULTS) + 1 - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
