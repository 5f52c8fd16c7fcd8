"""What the milk, the people and the debts of the example have in common."""

import random
from datetime import date, timedelta

SEED = 20250701
FIRST_DAY, LAST_DAY = date(2025, 7, 1), date(2025, 8, 31)
DAYS = [FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1)]
FORTNIGHT_ENDS = [date(2025, 7, 15), date(2025, 7, 31), date(2025, 8, 15), date(2025, 8, 31)]

HAMLETS = ["UNO", "DOS", "TRES", "CUATRO", "CINCO", "SEIS"]
SCALE_PERCENT = 60                    # 25 kg a day of a French cow become 15 kg on the coast of Ica


def dice(purpose):
    """A stream of its own for each purpose, so that changing one choice leaves the others."""
    return random.Random(f"{SEED}/{purpose}")


def fixed(text, places):
    """A decimal text as a whole number of its last place."""
    whole, _, fraction = text.partition(".")
    return int(whole) * 10**places + int(fraction.ljust(places, "0") or 0)


def decimal(value, places):
    """The inverse of fixed; what is unknown stays empty."""
    if value is None:
        return ""
    return f"{value // 10**places}.{value % 10**places:0{places}d}"


def divide_half_up(numerator, denominator):
    return (2 * numerator + denominator) // (2 * denominator)
