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
    ("import", "UPDATE import SET file_digest = replace(file_digest, 'a', 'b') WHERE number = 2"),
    ("import", "UPDATE delivery_note SET text = text || '!'"),
    ("import", "DELETE FROM delivery_note"),
    ("import", "INSERT INTO delivery_note SELECT organisation, source, sequence, 'x' FROM delivery "
               "WHERE organisation = 1 AND outcome = 0 LIMIT 1"),
    ("delivery_note", "INSERT INTO delivery_note VALUES (1, 9000, 1, 'x')"),
    ("lot", "UPDATE lot SET price = price + 1 WHERE number = 1"),
    ("lot_value", "UPDATE lot SET price = price + 1000000 WHERE number = 2"),
    ("lot_value", "UPDATE lot SET value = value + 1 WHERE number = 3"),
    ("lot_due", "UPDATE lot SET due = due + 30 WHERE number = 2"),
    ("source_count", "UPDATE source SET last = last - 1 WHERE organisation = 1 AND last > 1"),
    ("entry_gap", "DELETE FROM entry WHERE organisation = 1 AND number = 100"),
    ("entries", "UPDATE entry SET date = date - 20 WHERE organisation = 1 AND number = 100"),
    ("entries", "UPDATE entry SET event_date = event_date - 20 WHERE number = 100"),
    ("entries", "UPDATE entry SET party = party + 1 WHERE number = 100"),
    ("settlement_sums", "UPDATE settlement SET net = net + 1 WHERE number = 2"),
    ("statements", "DELETE FROM statement WHERE settlement = 2 AND producer = "
                   "(SELECT max(producer) FROM statement)"),
    ("settlement", "UPDATE settlement SET state = 1 WHERE number = 2"),
    ("settlement", "UPDATE settlement SET approved_by = computed_by WHERE number = 2"),
    ("settlement", "UPDATE settlement SET position = position + 1 WHERE number = 2"),
    ("late_change", "DELETE FROM late_change"),
    ("late_change", "DELETE FROM late_change WHERE reprices = 1 AND position = "
                    "(SELECT max(position) FROM late_change WHERE reprices = 1)"),
    ("late_change", "UPDATE late_change SET reprices = 0 WHERE reprices = 1"),
    ("late_change", "INSERT INTO late_change SELECT organisation, number, position + 1, 1 FROM "
                    "settlement WHERE number = 3"),
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
    # Rows that records made, and that are gone.
    ("settlement", "DELETE FROM settlement WHERE number = 2"),
    ("import", "DELETE FROM import WHERE number = 2"),
    ("organisation", "DELETE FROM organisation"),
    ("party", "DELETE FROM party WHERE party = 1"),
    ("person", "DELETE FROM person WHERE party = 5"),
    ("membership", "DELETE FROM membership WHERE party = 5"),
    ("product", "DELETE FROM product"),
    ("purchase_terms", "DELETE FROM purchase_terms WHERE number = 1"),
    ("user_account", "DELETE FROM user_account WHERE id = 2"),
    ("source", "DELETE FROM source WHERE source = 1"),
    # Rows that no record made.
    ("party", "INSERT INTO party SELECT organisation, party + 1000, code || '-2', kind, name FROM "
              "party WHERE party = 5"),
    ("obligation_gap", "INSERT INTO obligation (organisation, number, party, kind, creditor, "
                       "amount, amount_currency, instalment, instalment_currency, first_due, "
                       "document, settlement, position, cancelled, rule, interest, "
                       "interest_currency, entry) SELECT organisation, 9000, party, kind, "
                       "creditor, amount, amount_currency, instalment, instalment_currency, "
                       "first_due, document, 2, position, 0, rule, interest, interest_currency, "
                       "0 FROM obligation WHERE number = 1"),
    ("source_count", "INSERT INTO delivery SELECT organisation, day, source, sequence + 100000, "
                     "producer, product, shift, quantity, outcome, readings, position FROM "
                     "delivery WHERE organisation = 1 LIMIT 1"),
    # What stands in a row and its record tells otherwise.
    ("party", "UPDATE party SET code = code || 'x' WHERE party = 5"),
    ("product", "UPDATE product SET density = density + 1"),
    ("organisation", "UPDATE organisation SET name = 'Otra'"),
    ("import", "UPDATE import SET file_name = 'otro.csv' WHERE number = 2"),
    ("import", "UPDATE import SET first_day = first_day - 40 WHERE number = 2"),
    ("settlement", "UPDATE settlement SET first = first - 1 WHERE number = 2"),
    ("settlement", "UPDATE settlement SET inputs_digest = replace(inputs_digest, 'a', 'b') "
                   "WHERE number = 2"),
    ("settlement_sums", "UPDATE settlement SET deducted = deducted + 100000, quantity = "
                        "quantity * 2 WHERE number = 2"),
    ("settlement_sums", "UPDATE settlement SET producers = producers - 1 WHERE number = 2"),
    ("settlement_sums", "UPDATE settlement SET gross_currency = 840 WHERE number = 2"),
    ("settlement", "UPDATE settlement SET approved_at = approved_at + 1 WHERE number = 2"),
    ("entry_surplus", "UPDATE settlement SET last_entry = last_entry + 1 WHERE number = 1"),
    # Rows that we cannot have written: what cannot be read is named, and nothing stops.
    ("damaged", "UPDATE membership SET kind = 7 WHERE party = 5"),
    ("damaged", "UPDATE obligation SET amount_currency = 5 WHERE number = 1"),
    ("damaged", "UPDATE organisation SET currency = 1000"),
    ("damaged", "UPDATE settlement SET state = 9 WHERE number = 2"),
    ("damaged", "UPDATE entry SET kind = 99 WHERE number = 100"),
    ("statements", "UPDATE statement SET figures = x'ff' WHERE settlement = 2 AND producer = 5"),
    ("damaged", "UPDATE delivery SET outcome = 2 WHERE (source, sequence) = "
                "(SELECT min(source), 7 FROM delivery)"),
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
