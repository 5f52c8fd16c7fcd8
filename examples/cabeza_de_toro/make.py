#!/usr/bin/env python3
"""Makes the example co-operative of Cabeza de Toro from a real milk recording.

    python3 make.py MILK_RECORDING.csv CENTROS_POBLADOS.csv OUT_DIR

Milk, fat, protein and somatic cells come from real cows; people, certificates and debts are
invented. The same two inputs always give the same bytes: every choice is drawn from SEED, every
quantity is a whole number of its last decimal, and no clock is read. See README.md.
"""

import argparse
import csv
import hashlib
import sys
from collections import defaultdict, namedtuple
from datetime import date
from pathlib import Path

from basics import (DAYS, FORTNIGHT_ENDS, HAMLETS, SCALE_PERCENT, decimal, dice, divide_half_up,
                    fixed)
from office import office_files
from people import make_obligations, make_suppliers
from sales import LIQUIDATED, liquidation, lot_rows, make_lots, receipt_rows

RECORDING_SHA256 = "59e2912368ac749668cc8930b521e4d8dfc2ce26369ce2bfd80f73d160fc9d14"
PLACES_SHA256 = "b82aee7b3d530219c8d358e39ba668f97eb4063593515b108ec49bb596653ff4"

SAMPLE_WEEKS = 9                      # 8 whole weeks and the last 6 days
LAST_SAMPLES_LATE_FROM = date(2025, 8, 26)
MORNING_PERMILLE = 550
# Lactose (4.80 %) and ash (0.70 %) hardly vary in cow's milk; fat and protein do. Hence, stated as
# an assumption: total solids = fat + protein + 5.50 (all in %).
LACTOSE_AND_ASH = 550                 # hundredths of a percent
SCC_LIMIT = 9999                      # the counter's upper limit, thousands of cells per mL

NO_MILK_SUPPLIER_DAYS = 40
REJECTED_DELIVERIES = 30
REASONS = ["prueba de alcohol positiva", "acidez alta", "residuo de antibiótico", "agua añadida",
           "olor extraño", "suciedad visible"]
NOTED_ON_PAPER = [(date(2025, 7, 12), "evening", "SEIS", 3),
                  (date(2025, 7, 30), "morning", "TRES", 1)]

# Milk in tenths of a kg, fat and protein in hundredths of a percent, cells in thousands per mL;
# None is unknown; capped: the cells are at least so many.
TestDay = namedtuple("TestDay", "milk fat protein scc capped")


def read_rows(path, sha256):
    content = Path(path).read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        sys.exit(f"{path} is not the file that this example was made from (SHA-256 differs)")
    return list(csv.DictReader(content.decode("utf-8").splitlines()))


def read_hamlets(path):
    """The six hamlets in the order of the laterals, which is the order of the round."""
    found = {row["ccpp"]: row for row in read_rows(path, PLACES_SHA256)
             if row["inei_distrito"] == "110504"}
    return {name: found[f"CABEZA DE TORO LATERAL {name}"] for name in HAMLETS}


def read_herds(path):
    """herd → its test days in order, each a list of that day's cows in the recording's order."""
    herds = defaultdict(lambda: defaultdict(list))
    for row in read_rows(path, RECORDING_SHA256):
        herds[row["herd_id"]][row["ctrl_date"]].append(row)
    return {herd: [sorted(days[day], key=lambda row: row["anim_id"]) for day in sorted(days)]
            for herd, days in herds.items()}


def weigh(cows):
    """One supplier's milk of one test day: the cows' kilograms, composition weighted by them.

    What the recording could not tell of one cow cannot be told of the mixed milk either:
    fat 0 and protein 0 mean not analysed, SCC 0 is a flaw. SCC 9999 is where the counter stops:
    counted as that many, the mean is the least that the mixed milk can have, and marked so.
    """
    milk = [fixed(cow["milk"], 1) for cow in cows]

    def mean(values):
        if 0 in values:
            return None
        return divide_half_up(sum(m * v for m, v in zip(milk, values)), sum(milk))

    cells = [int(cow["scc"]) for cow in cows]
    fat = mean([fixed(cow["fat"], 2) for cow in cows])
    protein = mean([fixed(cow["prot"], 2) for cow in cows])
    if fat is None or protein is None:
        fat = protein = None
    return TestDay(sum(milk), fat, protein, mean(cells), SCC_LIMIT in cells)


def give_cows(suppliers, herds):
    """supplier → ten consecutive real test days of his own cows, one for each week and one more.

    A block is ten test days of one herd; its cows are dealt out once, so no record serves twice.
    """
    needed = SAMPLE_WEEKS + 1
    blocks = [days[start:start + needed] for _, days in sorted(herds.items())
              for start in range(0, len(days) - needed + 1, needed)]
    dice("herds").shuffle(blocks)
    dealt = [0] * len(blocks)
    tests, block = {}, 0
    for supplier in suppliers:
        while dealt[block] + supplier.cows > min(map(len, blocks[block])):
            block = (block + 1) % len(blocks)
        first, last = dealt[block], dealt[block] + supplier.cows
        tests[supplier.code] = [weigh(day[first:last]) for day in blocks[block]]
        dealt[block] = last
        block = (block + 1) % len(blocks)
    return tests


def sample_day(week, hamlet):
    """The laboratory visits one hamlet a day; week 9 has six days, enough for six hamlets."""
    return 7 * week + HAMLETS.index(hamlet)


def milk_of_day(tests, hamlet, day):
    """Tenths of a kg, unscaled, on a straight line between the two nearest test days."""
    since_first = max(0, day - sample_day(0, hamlet))
    week, rest = divmod(since_first, 7)
    return divide_half_up(tests[week].milk * (7 - rest) + tests[week + 1].milk * rest, 7)


def make_deliveries(suppliers, tests):
    """(date, shift, code) → [kg in tenths, reason of rejection or '']."""
    deliveries = {}
    every_day = [(one.code, day) for one in suppliers for day in range(len(DAYS))]
    without_milk = set(dice("no milk").sample(every_day, NO_MILK_SUPPLIER_DAYS))
    for one in suppliers:
        roll = dice(f"deliveries {one.code}")
        for day, when in enumerate(DAYS):
            variation = 1000 + roll.randint(-25, 25) + roll.randint(-25, 25)
            share = MORNING_PERMILLE + roll.randint(-20, 20) + roll.randint(-15, 15)
            if (one.code, day) in without_milk:
                continue
            milk = milk_of_day(tests[one.code], one.hamlet, day) * SCALE_PERCENT * variation
            total = divide_half_up(milk, 100 * 1000)
            morning = divide_half_up(total * share, 1000)
            deliveries[when, "morning", one.code] = [morning, ""]
            deliveries[when, "evening", one.code] = [total - morning, ""]
    roll = dice("rejections")
    for key in roll.sample(sorted(deliveries), REJECTED_DELIVERIES):
        deliveries[key][1] = roll.choice(REASONS)
    return deliveries


def take_out_late(deliveries, suppliers):
    """Deliveries that a collector noted on paper and that reached the office weeks later."""
    late = {}
    for when, shift, hamlet, count in NOTED_ON_PAPER:
        keys = [(when, shift, one.code) for one in suppliers if one.hamlet == hamlet]
        accepted = [key for key in keys if key in deliveries and not deliveries[key][1]]
        for key in accepted[:count]:
            late[key] = deliveries.pop(key)
    return late


def make_analyses(suppliers, tests, deliveries):
    """One sample of accepted morning milk a week: on the hamlet's day, or the next with milk."""
    analyses = {}
    for one in suppliers:
        for week in range(SAMPLE_WEEKS):
            days = list(range(7 * week, min(7 * week + 7, len(DAYS))))
            turn = HAMLETS.index(one.hamlet)
            keys = [(DAYS[day], "morning", one.code) for day in days[turn:] + days[:turn]]
            taken = next(key for key in keys if key in deliveries and not deliveries[key][1])
            analyses[taken] = tests[one.code][week]
    return analyses


def fortnight(when):
    return f"{when:%Y-%m}-{1 if when.day <= 15 else 2}"


def write_csv(path, header, rows, delimiter=","):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n", delimiter=delimiter)
        writer.writerow(header.split(delimiter))
        writer.writerows(rows)
    print(f"{path.name:28} {len(rows):6} rows {path.stat().st_size:8} bytes")


def write_people(out, suppliers, hamlets):
    write_csv(out / "hamlets.csv", "code,name,latitude,longitude",
              [[row["inei_ccpp"], row["ccpp"], row["latitude"], row["longitude"]]
               for row in hamlets.values()])
    write_csv(out / "suppliers.csv",
              "code,kind,given_names,family_names,sex,dni,household,hamlet_code,hamlet,joined,"
              "phone,tb_free_until,brucellosis_free_until",
              [[one.code, "member" if one.member else "supplier", one.given, one.family, one.sex,
                one.dni, one.household, hamlets[one.hamlet]["inei_ccpp"],
                hamlets[one.hamlet]["ccpp"], one.joined, one.phone, one.tb_until,
                one.brucellosis_until] for one in suppliers])


def write_milk(out, suppliers, deliveries, late, analyses):
    place = {one.code: (HAMLETS.index(one.hamlet), one.code) for one in suppliers}

    def in_order_of_the_round(key):
        return key[0], key[1] != "morning", place[key[2]]

    def delivery_rows(chosen):
        return [[*key, decimal(chosen[key][0], 1), "rejected" if chosen[key][1] else "accepted",
                 chosen[key][1]] for key in sorted(chosen, key=in_order_of_the_round)]

    def analysis_rows(keys):
        rows = []
        for key in sorted(keys, key=in_order_of_the_round):
            test = analyses[key]
            solids = None if test.fat is None else test.fat + test.protein + LACTOSE_AND_ASH
            rows.append([*key, decimal(test.fat, 2), decimal(test.protein, 2), decimal(solids, 2),
                         test.scc, "yes" if test.capped and test.scc else "no",
                         "no" if solids is None else "yes"])
        return rows

    header = "date,shift,supplier,kg,outcome,reason"
    for end in FORTNIGHT_ENDS:
        mine = {key: one for key, one in deliveries.items() if fortnight(key[0]) == fortnight(end)}
        write_csv(out / f"deliveries_{fortnight(end)}.csv", header, delivery_rows(mine))
    write_csv(out / "late_deliveries.csv", header, delivery_rows(late))
    header = "date,shift,supplier,fat,protein,solids,scc,scc_capped,solids_derived"
    in_time = [key for key in analyses if key[0] < LAST_SAMPLES_LATE_FROM]
    for end in FORTNIGHT_ENDS:
        mine = [key for key in in_time if fortnight(key[0]) == fortnight(end)]
        write_csv(out / f"analyses_{fortnight(end)}.csv", header, analysis_rows(mine))
    write_csv(out / "late_analyses.csv", header, analysis_rows(analyses.keys() - set(in_time)))


def write_sales(out, deliveries, late, analyses):
    """Lots for the buyer, his liquidations as his program writes them, and his payments."""
    lots = make_lots({**deliveries, **late}, analyses, LACTOSE_AND_ASH)
    write_csv(out / "lots.csv", "lot,date,litres,fat,protein,solids", lot_rows(lots))
    amounts = {}
    for end in LIQUIDATED:
        rows, cents = liquidation(lots, end)
        amounts[end] = sum(cents)
        write_csv(out / f"liquidation_{fortnight(end)}.csv", "lote;kg;solids;precio;importe", rows,
                  ";")
    write_csv(out / "receipts.csv", "date,document,amount,liquidation", receipt_rows(amounts))


def report(deliveries, late, analyses):
    for end in FORTNIGHT_ENDS:
        kg = sum(one[0] for key, one in [*deliveries.items(), *late.items()]
                 if fortnight(key[0]) == fortnight(end) and not one[1])
        print(f"{fortnight(end)}: {decimal(kg, 1)} kg accepted, late deliveries included")
    known = [test for test in analyses.values() if test.fat is not None]
    fat, protein = (sum(getattr(test, name) for test in known) for name in ("fat", "protein"))
    for name, total in [("fat", fat), ("protein", protein),
                        ("solids", fat + protein + LACTOSE_AND_ASH * len(known))]:
        mean = decimal(divide_half_up(total, len(known)), 2)
        print(f"mean {name} of {len(known)} samples: {mean} %")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("recording", help="milk_recording_15_herds.csv")
    parser.add_argument("places", help="pe_centros_poblados_cajamarca_ica_canete.csv")
    parser.add_argument("out", type=Path, help="folder to write the CSV files to")
    options = parser.parse_args()
    hamlets, herds = read_hamlets(options.places), read_herds(options.recording)
    suppliers = make_suppliers()
    tests = give_cows(suppliers, herds)
    deliveries = make_deliveries(suppliers, tests)
    late = take_out_late(deliveries, suppliers)
    analyses = make_analyses(suppliers, tests, deliveries)
    options.out.mkdir(parents=True, exist_ok=True)
    write_people(options.out, suppliers, hamlets)
    write_milk(options.out, suppliers, deliveries, late, analyses)
    write_sales(options.out, deliveries, late, analyses)
    obligations = make_obligations(suppliers, tests)
    write_csv(options.out / "obligations.csv",
              "supplier,kind,amount,instalment,first_due,document,creditor,item,quantity",
              obligations)
    for name, (header, rows) in office_files(suppliers, obligations).items():
        write_csv(options.out / f"{name}.csv", header, rows)
    report(deliveries, late, analyses)


if __name__ == "__main__":
    main()
