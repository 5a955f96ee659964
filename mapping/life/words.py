"""The closed vocabularies and the numbers, in words for a reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.life.dates import parse_span
from mapping.life.places import fold
from mapping.life.spelling import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mapping.life.dates import DatePoint
    from mapping.life.model import Certainty, Contemporary, Kind, Leg, Mode, Precision, Stop

KIND_WORDS: dict[Kind, str] = {
    "birth": "birth",
    "home": "home",
    "commune": "commune",
    "politics": "political work",
    "captivity": "prison or camp",
    "exile": "exile",
    "refuge": "refuge",
    "transit": "on the way",
    "event": "turning point",
    "death": "death",
}
MODE_WORDS: dict[Mode, str] = {
    "rail": "by rail",
    "sea": "by sea",
    "road": "by road",
    "foot": "on foot",
    "air": "by air",
    "unknown": "by ways not known",
}
_STAY: dict[Certainty, str] = {
    "certain": "The stay is well attested",
    "less-certain": "The stay is less certain",
    "uncertain": "The stay is uncertain",
}
_POINT: dict[Precision, str] = {
    "address": "the point is the address",
    "site": "the point is the site",
    "city": "the point stands for the town",
    "region": "the point stands for the region, somewhere within it",
}
_WAY: dict[Certainty, str] = {
    "certain": "",
    "less-certain": "the way is less certain",
    "uncertain": "the way is uncertain",
}

_LINE = 42  # letters of a line beside its last words
_COMMAS = re.compile("; |, ")


def say_sureness(stop: Stop) -> str:
    """Return how sure we are of a stay and what its point stands for, as one sentence.

    Parameters
    ----------
    stop
        The stay.
    """
    return f"{_STAY[stop.certainty]}; {_POINT[stop.precision]}."


def say_company(names: Sequence[str], others: str | None) -> str:
    """Return with whom he was, on one line: nobody's name is cut.

    Parameters
    ----------
    names
        Names of the persons of the life who were there.
    others
        Who else was there, in the editor's words; names between commas or semicolons.
    """
    if not names and others and len(others) <= _LINE:
        return others
    told = list(names) or _COMMAS.split(others or "")
    has_more = len(told) > 2 or bool(names and others)
    line = ", ".join(told[:2]) + " and others" if has_more else " and ".join(told)
    return line if len(line) <= _LINE or len(told) < 2 else f"{told[0]} and others"


def order_by_surname(person: Contemporary) -> tuple[str, str]:
    """Return what an index orders a person by: the last word of the name, without accents.

    Parameters
    ----------
    person
        A person of the life.
    """
    return fold(person.name.partition(" (")[0].split()[-1]), person.name


def say_lifetime(person: Contemporary) -> str:
    """Return the years of a person, as an index has them: ``1882–1919``, ``?–1923``.

    Parameters
    ----------
    person
        A person of the life.
    """
    born, died = (parse_span(day).begin if day else None for day in (person.born, person.died))
    if not born and not died:
        return ""
    return f"{_year(born)}\N{EN DASH}{_year(died)}" if died else f"born {_year(born)}"


def _year(point: DatePoint | None) -> str:
    if point is None:
        return "?"
    return f"{'c. ' if point.about else ''}{point.first.year}{'?' if point.perhaps else ''}"


def say_travel(leg: Leg, length_km: float) -> str:
    """Return how he came, as a phrase: ``by rail, under guard, 1,460 km; the way is not known``.

    Parameters
    ----------
    leg
        The movement.
    length_km
        Its length in kilometres.
    """
    guard = "under guard" if leg.guarded else ""
    phrase = ", ".join(part for part in (MODE_WORDS[leg.mode], guard, say_km(length_km)) if part)
    doubt = "" if leg.mode == "unknown" else _WAY[leg.certainty]
    return f"{phrase}; {doubt}" if doubt else phrase


def say_km(length_km: float) -> str:
    """Return a length no finer than it is known: to ten kilometres from a hundred upwards.

    Parameters
    ----------
    length_km
        Kilometres.
    """
    rounded = round(length_km, -1) if length_km >= 100 else max(1, round(length_km))
    return f"{rounded:,.0f} km"


def plural(number: int, word: str) -> str:
    """Return a word in the number that goes with a count.

    Parameters
    ----------
    number
        How many.
    word
        What is counted, in the singular; its plural ends in -s.

    Examples
    --------
    >>> plural(1, "Source"), plural(2, "Source")
    ('Source', 'Sources')
    """
    return word if number == 1 else f"{word}s"


def say_count(number: int, word: str) -> str:
    """Return how many there are of something: ``3 stops``, ``1 stop``, ``no stops``.

    Parameters
    ----------
    number
        How many.
    word
        What is counted, in the singular; its plural ends in -s.

    Examples
    --------
    >>> say_count(3, "stop"), say_count(1, "leg"), say_count(0, "leg")
    ('3 stops', '1 leg', 'no legs')
    """
    return f"{number or 'no'} {plural(number, word)}"


def say_day(day: date) -> str:
    """Return a day in words, in English whatever the locale of the machine.

    Parameters
    ----------
    day
        The day.

    Examples
    --------
    >>> from datetime import date
    >>> say_day(date(1936, 9, 1))
    '1 September 1936'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_years(days: float) -> str:
    """Return a length of time as years and months, rounded to the month.

    Parameters
    ----------
    days
        Days.
    """
    months = max(1, round(days / 30.436875)) if days > 0 else 0  # mean month of the calendar
    years, months = divmod(months, 12)
    parts = [say_count(n, unit) for n, unit in ((years, "year"), (months, "month")) if n]
    return " and ".join(parts) or "none"
