"""Read stretches of time that have a name: decades, centuries, seasons, early and late."""

from __future__ import annotations

import calendar
import re

from mapping.editing.imports.date_points import Part
from mapping.editing.imports.date_words import SEASONS, month_numbers, pattern_of, ways_to_say

Ends = tuple[Part, Part]
_CENTURY = r"(?:(\d{1,2}) ?(?:\.|st|nd|rd|th|e|eme)?|([ivx]+)e?\.?)"
_X_YEAR = re.compile(r"(\d{2,3})(x{1,2}|u{1,2}|\?{1,2})")
_WINTER_OF_TWO = re.compile(r"(\d{4}) ?[-/–] ?(\d{2}|\d{4})")
_EDTF_SEASON = re.compile(r"(\d{4})-(2[1-9]|3[0-6])")
_CODES = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}  # of EDTF
_ROMAN = {"i": 1, "v": 5, "x": 10}
_THIRDS = ("early", "mid", "late")
_HALVES = ("first half", "second half")
_YEARS_PARTS = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "first half": (1, 6),
    "second half": (7, 12),
}
_SAID = {
    "early": "the first third",
    "mid": "the middle third",
    "late": "the last third",
    "first half": "the first half",
    "second half": "the second half",
}


def read_stretch(text: str) -> Ends | None:
    """Return the ends of a named stretch of time, or ``None``.

    Parameters
    ----------
    text
        Folded by ``fold_date``, such as ``spring 1921``, ``1920s``, ``early 1919``, ``192x``.
    """
    return _season(text) or _edtf_season(text) or _whole_years(text) or _part_of(text)


def _fuzzy(begin: Part, end: Part, why: str) -> Ends:
    def vague(part: Part) -> Part:
        return Part(part.year, part.month, part.day, about=True, why=why)

    return vague(begin), vague(end)


def _season(text: str) -> Ends | None:
    for name in SEASONS:
        rest, count = re.subn(pattern_of(name), "", text, count=1)
        if not count:
            continue
        rest = re.sub(pattern_of("filler"), "", rest).replace("'", " ").strip(" .,")
        why = f"{name}, by the months of the north"
        if match := _WINTER_OF_TWO.fullmatch(rest):
            year = int(match[1])
            if name == "winter" and int(match[2]) % 100 == (year + 1) % 100:
                return _both(Part(year, _CODES[name], why=why))
            return None
        if not re.fullmatch(r"\d{4}", rest):
            return None
        year = int(rest)
        if name == "winter":
            why = "the winter before or after"
            return _fuzzy(Part(year, 1), Part(year, 12), why)
        return _both(Part(year, _CODES[name], why=why))
    return None


def _both(part: Part) -> Ends:
    return part, part


def _edtf_season(text: str) -> Ends | None:
    """Return what the codes 21 to 36 of EDTF mean: seasons, north and south, and quarters."""
    match = _EDTF_SEASON.fullmatch(text)
    if not match:
        return None
    year, code = int(match[1]), int(match[2])
    if code <= 24:
        return _both(Part(year, code, why=f"EDTF {code}, a season"))
    if code <= 32:
        season = (code - 21) % 4
        north = code < 29
        first = ((3, 6, 9, 12) if north else (9, 12, 3, 6))[season]
        why = f"EDTF {code}, a season"
        if first == 12:
            return _fuzzy(Part(year, 1), Part(year, 12), f"{why} over the new year")
        return _fuzzy(Part(year, first), Part(year, first + 2), why)
    first = (code - 33) * 3 + 1
    return Part(year, first, why="a quarter"), Part(year, first + 2, why="a quarter")


def _whole_years(text: str) -> Ends | None:
    """Return a decade or century as what it is, where EDTF has a sign for it."""
    found = _years(text)
    if found is None or found[0].year is None or found[1].year is None:
        return found
    count = found[1].year - found[0].year + 1
    if found[0].year % count or count not in (10, 100):
        return found  # the 19th century begins in 1801
    return _both(Part(found[0].year, why=found[0].why, years=count))


def _years(text: str) -> Ends | None:
    """Return the first and last year of a decade or century."""
    if (match := _X_YEAR.fullmatch(text)) and len(text) == 4:
        unit = 10 ** len(match[2])
        first = int(match[1]) * unit
        why = "a decade" if unit == 10 else "a century"
        return _fuzzy(Part(first), Part(first + unit - 1), why)
    words = "|".join(map(re.escape, ways_to_say("decade")))
    before = "|".join(map(re.escape, ways_to_say("decade of")))
    the = r"(?:(?:the|die|der|in den|les|los|gli|в) )?"
    match = re.fullmatch(rf"{the}(?:(\d{{3}})0 ?(?:{words})|(?:{before}) (\d{{3}})0)", text)
    if match:
        first = int(match[1] or match[2]) * 10
        return _fuzzy(Part(first), Part(first + 9), "a decade")
    words = "|".join(map(re.escape, ways_to_say("century")))
    before = "|".join(map(re.escape, ways_to_say("century of")))
    match = re.fullmatch(rf"{the}{_CENTURY} ?-? ?(?:{words})\.?|(?:{before}) {_CENTURY}", text)
    if match:
        digits, roman = match[1] or match[3], match[2] or match[4]
        number = int(digits) if digits else _roman(roman)
        if 1 <= number <= 21:
            return _fuzzy(Part(number * 100 - 99), Part(number * 100), "a century")
    return None


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(
        -one if after > one else one for one, after in zip(values, [*values[1:], 0], strict=True)
    )


def _part_of(text: str) -> Ends | None:
    """Return a third or half of a year, month, decade or century."""
    for name in (*_HALVES, *_THIRDS):
        words = "|".join(map(re.escape, ways_to_say(name)))
        match = re.fullmatch(
            rf"(?:{words})[ -](?:in |im |en |de |des |der |den |d'|of |the |del |degli |в )*(.+)",
            text,
        )
        if match:
            return _cut(name, match[1])
    return None


def _cut(name: str, whole: str) -> Ends | None:
    why = _SAID[name]
    if match := re.fullmatch(r"(\d{4})(?: г\.?| года)?", whole):
        first, last = _YEARS_PARTS[name]
        year = int(match[1])
        return _fuzzy(Part(year, first), Part(year, last), why)
    months = re.fullmatch(r"([^\W\d_]+)\.?(?: de| del)? (\d{4})(?: г\.?| года)?", whole)
    if months and months[1] in month_numbers():
        year, month = int(months[2]), month_numbers()[months[1]]
        end = calendar.monthrange(year, month)[1] if year else 28
        first, last = {
            "early": (1, 10),
            "mid": (11, 20),
            "late": (21, end),
            "first half": (1, 15),
            "second half": (16, end),
        }[name]
        return _fuzzy(Part(year, month, first), Part(year, month, last), why)
    years = _years(whole)
    if years and years[0].year is not None and years[1].year is not None:
        first, span = years[0].year, years[1].year - years[0].year + 1
        count = 2 if name in _HALVES else 3
        at = (_HALVES if name in _HALVES else _THIRDS).index(name)
        begin, end = first + span * at // count, first + span * (at + 1) // count - 1
        return _fuzzy(Part(begin), Part(end), why)
    return None
