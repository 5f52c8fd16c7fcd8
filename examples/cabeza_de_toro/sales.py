"""What leaves for the buyer, what he says of it, and what he pays: late and in part."""

from collections import namedtuple

from basics import DAYS, FORTNIGHT_ENDS, decimal, dice, divide_half_up

LITRE_GRAMS = 1030
TOTAL_WHERE_VOLUME_PAYS = 1_640_000   # millionths of a sol: the base and what the volume adds
STANDARD_SOLIDS, POINT = 1200, 1000   # hundredths of a percent; millionths for each of them
DISPUTED = {4: 16, 26: 21}            # the day of a lot, and how many permille it weighed less
LIQUIDATED = FORTNIGHT_ENDS[:3]
OF_JUNE = ["2025-07-18", "OP-87702", "268914.20", ""]   # what he owed when the books began
# The day on which each liquidation was paid for, and how many percent of it.
PAID = {FORTNIGHT_ENDS[0]: ("2025-08-12", "OP-88120", 100),
        FORTNIGHT_ENDS[1]: ("2025-08-28", "OP-88341", 60)}

# Grams; hundredths of a percent.
Lot = namedtuple("Lot", "code day litres grams fat protein solids")


def mean_of(analyses, days, name):
    known = [getattr(test, name) for key, test in analyses.items()
             if key[0] in days and test.fat is not None]
    return divide_half_up(sum(known), len(known))


def make_lots(deliveries, analyses, solids_beside):
    """A lot a day: the accepted milk of the day but what stays in cans and pipes."""
    roll = dice("lots")
    lots = []
    for day in DAYS:
        days = {each for each in DAYS if (each.month, each.day > 15) == (day.month, day.day > 15)}
        kilograms = sum(one[0] for key, one in deliveries.items() if key[0] == day and not one[1])
        litres = kilograms * (1000 - roll.randint(1, 4)) // LITRE_GRAMS
        fat = mean_of(analyses, days, "fat") + roll.randint(-4, 4)
        protein = mean_of(analyses, days, "protein") + roll.randint(-3, 3)
        lots.append(Lot(f"L-{day:%m%d}", day, litres, litres * LITRE_GRAMS // 10, fat, protein,
                        fat + protein + solids_beside))
    return lots


def lot_rows(lots):
    return [[lot.code, lot.day, decimal(lot.litres, 1), decimal(lot.fat, 2),
             decimal(lot.protein, 2), decimal(lot.solids, 2)] for lot in lots]


def liquidation(lots, end):
    """(rows, céntimos of each) of the buyer: his scale, his laboratory, his price."""
    roll = dice(f"liquidation {end}")
    mine = [lot for lot in lots if lot.day <= end
            and (lot.day.month, lot.day.day > 15) == (end.month, end.day > 15)]
    weighed = []
    for lot in mine:
        less = DISPUTED.get((lot.day - DAYS[0]).days, roll.randint(0, 3))
        weighed.append((lot, lot.grams * (1000 - less) // 1000 // 100 * 100,
                        lot.solids - roll.randint(0, 5)))
    solids = sum(grams * value for _, grams, value in weighed)
    mean = divide_half_up(solids, sum(grams for _, grams, _ in weighed))
    price = divide_half_up(TOTAL_WHERE_VOLUME_PAYS + (mean - STANDARD_SOLIDS) * POINT, 100) * 100
    rows, cents = [], []
    for lot, grams, value in weighed:
        cents.append(divide_half_up(grams * price, 10_000_000))
        rows.append([lot.code, *(text.replace(".", ",") for text in (
            decimal(grams // 100, 1), decimal(value, 2), decimal(price // 100, 4),
            decimal(cents[-1], 2)))])
    return rows, cents


def receipt_rows(amounts):
    """What came of each liquidation: all of it, late; or a part, in whole soles."""
    rows = [OF_JUNE]
    for end, (day, document, percent) in PAID.items():
        paid = amounts[end] if percent == 100 else amounts[end] * percent // 10_000 * 100
        rows.append([day, document, decimal(paid, 2), f"LQ-{end:%m%d}"])
    return rows
