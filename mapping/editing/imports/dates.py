"""Understand dates as people write them: one grammar from cells to spans, unsure ones bounded.

No year is ever invented: what is not understood is refused with what was expected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from mapping.editing.imports.date_points import EXPECTED, ISO, THREE, Order, Part, read_part
from mapping.editing.imports.date_spans import read_stretch
from mapping.editing.imports.date_words import fold_date, pattern_of, ways_to_say
from mapping.life.dates import DateSpan, parse_span

_Ends = tuple[Part, Part]
_SIDE = (
    r"(?:|\.\.|[?~%]?\+?\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?(?:t\S+)?[?~%]?"
    r"|\d{3}x|\d{2}xx|\d{4}-xx(?:-xx)?)"
)
_INTERVAL = re.compile(rf"({_SIDE}) ?/ ?({_SIDE})")
_SHORT_RANGE = re.compile(r"(\d{2})(\d{2}) ?([-–/]) ?(\d{2})")
_MARKED = re.compile(r"(.*?) ?\(? ?([?~%]+) ?\)?")
_BRACKETS = re.compile(r"\[([^\[\],]+)\]")
_SET = re.compile(r"([\[{]) ?(\d[\d\-?~%]*) ?(?:,|\.\.)(?:.*[,.])? ?(\d[\d\-?~%]*) ?[\]}]")
# 25 October 1917 of the Julian calendar is 7 November; its days are counted here from March.
_JULIAN_ZERO = date(1917, 11, 7).toordinal() - (365 * 1917 + 1917 // 4 + (153 * 7 + 2) // 5 + 25)
_OPEN = "its end is open"


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How a column writes its dates, which its single cells may not show.

    Parameters
    ----------
    order
        Of day and month between slashes.
    short_ranges
        Whether ``1909-11`` is 1909 to 1911, as other cells of the column prove.
    months
        Whether other cells prove that it is November 1909.
    """

    order: Order = "undecided"
    short_ranges: bool = False
    months: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell means.

    Parameters
    ----------
    span
        Its dates.
    why
        How it was understood, where it could be doubted; else empty.
    """

    span: DateSpan
    why: str = ""


def read_dates(start: str, end: str = "", style: DateStyle = DateStyle()) -> Reading:
    """Return what one or two cells of a table mean.

    Parameters
    ----------
    start
        Such as ``1919-01-26``, ``26 January 1919``, ``c. 1909-1911``, ``spring 1921``, ``1920s``,
        or an EDTF interval.
    end
        The same, or empty.
    style
        What the whole column shows.

    Raises
    ------
    ValueError
        If either is no date, or the end lies before the start.

    Examples
    --------
    >>> read_dates("c. 1909-1911").span.edtf
    '1909~/1911~'
    """
    first, last = _expression(fold_date(start), style)
    closing = fold_date(end)
    if closing in ways_to_say("no end"):
        last = _open(last, _OPEN)
    elif closing:
        last = _expression(closing, style)[1]
        if first.year is None:
            first = first.completed_by(last)
    begin, finish = first.edtf, last.edtf
    span = parse_span(f"{begin}/{finish}")
    why = "; ".join(dict.fromkeys(part.why for part in (first, last) if part.why))
    return Reading(span, why)


def _expression(text: str, style: DateStyle) -> _Ends:
    """Return both ends of whatever a cell says, completed by each other."""
    if not text:
        raise ValueError(EXPECTED)
    if re.search(_whole("before christ"), text) or re.fullmatch(r"-\d{4}(?:-\d.*)?", text):
        raise ValueError("a year from 0001 to 9999; none before Christ")
    if re.search(_whole("old style"), text):
        return _old_style(re.sub(r"\(?" + _whole("old style") + r"\)?", "", text).strip(), style)
    text = re.sub(r"\(?" + _whole("new style") + r"\)?", "", text).strip()
    for form in (_interval, _short_range, _set, _stretch_or_point, _marked, _pair, _range, _opened):
        if found := form(text, style):
            return found
    return read_part(text.strip(" .,;"), style.order)


def _old_style(text: str, style: DateStyle) -> _Ends:
    """Return days of the Julian calendar as those of ours."""
    first, last = _expression(text, style)
    return _gregorian(first), _gregorian(last)


def _gregorian(part: Part) -> Part:
    """Return a day of the Julian calendar as ours, by the count of days since 1 March of year 0."""
    if part.year is None or part.month is None or part.day is None or part.year < 1583:
        raise ValueError("a whole day of the Julian calendar (old style), of 1583 or later")
    year, month = (part.year, part.month) if part.month > 2 else (part.year - 1, part.month + 12)
    days = 365 * year + year // 4 + (153 * (month - 3) + 2) // 5 + part.day
    day = date.fromordinal(days + _JULIAN_ZERO)
    why = "old style: a day of the Julian calendar, here by the Gregorian one"
    return replace(part, year=day.year, month=day.month, day=day.day, why=why)


def _whole(idea: str) -> str:
    words = sorted(ways_to_say(idea), key=len, reverse=True)
    return r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)"


def _interval(text: str, style: DateStyle) -> _Ends | None:
    """Return an EDTF interval; each end has its own marks."""
    match = _INTERVAL.fullmatch(text)
    if not match or ISO.fullmatch(text):
        return None
    left, right = match.groups()
    closed_left, closed_right = left not in ("", ".."), right not in ("", "..")
    if not closed_left and not closed_right:
        return None
    if not closed_left:
        last = _expression(right, style)[1]
        return _open(last, "its beginning is open"), last
    first = _expression(left, style)
    if not closed_right:
        return first[0], _open(first[1], _OPEN)
    return first[0], _expression(right, style)[1]


def _short_range(text: str, style: DateStyle) -> _Ends | None:
    """Return years such as 1919-21, unless the second number is a month."""
    match = _SHORT_RANGE.fullmatch(text)
    if not match:
        return None
    century, year, sign, other = match[1], int(match[2]), match[3], int(match[4])
    first, last = Part(int(century) * 100 + year), Part(int(century) * 100 + other)
    grows = other > year
    if sign == "-" and 1 <= other <= 12 and not (grows and style.short_ranges):
        said = grows and not style.months
        why = f"month {other} of {first.year}, not {first.year} to {last.year}" if said else ""
        return Part(first.year, other, why=why), Part(first.year, other, why=why)
    if not grows:
        return None
    if sign == "/" and 1 <= other <= 12 and style.months:
        return Part(first.year, other), Part(first.year, other)
    doubtful = other <= 12 or (sign == "-" and 21 <= other <= 36)
    why = f"{first.year} to {last.year}" if doubtful else ""
    return replace(first, why=why), replace(last, why=why)


def _set(text: str, style: DateStyle) -> _Ends | None:
    """Return the first and last member of an EDTF set: one of them, or all."""
    match = _SET.fullmatch(text)
    if not match:
        return None
    first, last = _expression(match[2], style)[0], _expression(match[3], style)[1]
    one = match[1] == "["
    why = "one of a set" if one else "all of a set"
    return tuple(replace(p.marked(perhaps=one), why=why) for p in (first, last))  # type: ignore[return-value] # two


def _stretch_or_point(text: str, style: DateStyle) -> _Ends | None:
    if found := read_stretch(text.strip(" .,")):
        return found
    try:
        return read_part(text.strip(" .,;"), style.order)
    except ValueError:
        return None


def _marked(text: str, style: DateStyle) -> _Ends | None:
    """Return what a mark of doubt before, round or after an expression leaves, with the doubt."""
    about = perhaps = False
    rest = text
    if (match := _BRACKETS.fullmatch(text)) or (match := re.fullmatch(r"\[?(.+)\[\?\]", text)):
        rest, perhaps = match[1], True  # supplied by the cataloguer
    elif text.startswith("(") and text.endswith(")"):
        rest = text[1:-1]
    elif text[0] in "?~%":
        rest, about, perhaps = text[1:], text[0] in "~%", text[0] in "?%"
    elif (match := _MARKED.fullmatch(text)) and match[1]:
        rest, marks = match[1], match[2]
        about, perhaps = bool(set(marks) & set("~%")), bool(set(marks) & set("?%"))
    else:
        for idea in ("about", "perhaps"):
            words = pattern_of(idea)
            for shape in (rf"{words}[. :]* ?(.+)", rf"(.+?),? ?\(?{words}\.?\)?"):
                if match := re.fullmatch(shape, text):
                    rest, about, perhaps = match[1], idea == "about", idea == "perhaps"
                    break
            if rest != text:
                break
    if rest == text or not rest.strip():
        return None
    first, last = _expression(rest.strip(), style)
    return first.marked(about=about, perhaps=perhaps), last.marked(about=about, perhaps=perhaps)


def _pair(text: str, style: DateStyle) -> _Ends | None:
    """Return "between A and B" and "A or B": some time from the one to the other."""
    between, both = pattern_of("between"), pattern_of("and")
    match = re.fullmatch(rf"{between} (.+?) {both} (.+)", text)
    why = "some time between both"
    if not match:
        match = re.fullmatch(rf"(?:either )?(.+?) {pattern_of('or')} (.+)", text)
        why = "one or the other"
    found = _joined(match[1], match[2], style) if match else None
    if not found:
        return None
    first, last = (replace(part.marked(perhaps=True), why=why) for part in found)
    return first, last


def _range(text: str, style: DateStyle) -> _Ends | None:
    """Return "A to B", split at whichever sign leaves a date on both sides."""
    if THREE.fullmatch(text):
        return None  # its slashes part day, month and year
    text = re.sub(rf"^{pattern_of('since')} (?=.+ {pattern_of('to')} )", "", text)
    for sign in (rf" {pattern_of('to')} ", " ?– ?", " - ", " / ", "-", "/"):
        for match in re.finditer(sign, text):
            left, right = text[: match.start()].strip(), text[match.end() :].strip()
            if left and right and (found := _joined(left, right, style)):
                return found
    return None


def _joined(left: str, right: str, style: DateStyle) -> _Ends | None:
    """Return both sides as one range; each lends the other the year or month it lacks."""
    try:
        year = re.fullmatch(r"(?:.*\D)?(\d{2})(\d{2})", left)
        if year and re.fullmatch(r"\d{2}", right) and int(right) > int(year[2]):
            right = year[1] + right
        first, second = _expression(left, style), _expression(right, style)
        first = (first[0].completed_by(second[0]), first[1])
        last = second[1].completed_by(first[0])
        if second[1].year is not None and _crosses(first[0], last):
            year_before = replace(first[0], year=(last.year or 1) - 1)
            first = (replace(year_before, why="over the new year"), first[1])
        parse_span(f"{first[0].edtf}/{last.edtf}")
    except ValueError:
        return None
    return first[0], last


def _open(part: Part, why: str) -> Part:
    return replace(part, is_open=True, why=why)


def _crosses(first: Part, last: Part) -> bool:
    """Return whether the months say that the range passes a new year which it does not name."""
    same_year = first.year == last.year and max(first.month or 0, last.month or 0) <= 12
    return bool(same_year and first.month and last.month and first.month > last.month)


def _opened(text: str, style: DateStyle) -> _Ends | None:
    """Return what has one end only, bounded by the date that is said."""
    to_nobody_knows = rf"(.+?) ?(?:–|-|{pattern_of('to')} ?(?:\?|\.\.)|\.\.|\+)"
    for shape in (to_nobody_knows, rf"{pattern_of('since')} (.+)"):
        if match := re.fullmatch(shape, text):
            first, last = _expression(match[1], style)
            return first, _open(last, _OPEN)
    if match := re.fullmatch(rf"(?:{pattern_of('until')}|–|-) ?(.+)", text):
        first, last = _expression(match[1], style)
        return _open(first, "its beginning is open"), last
    for idea in ("before", "after"):
        if match := re.fullmatch(rf"(?:(?:not|nicht|pas) )?{pattern_of(idea)} (.+)", text):
            why = f"{idea} that date, how long is not said"
            first, last = _expression(match[1], style)
            ends = (replace(p.marked(about=True, perhaps=True), why=why) for p in (first, last))
            return tuple(ends)  # type: ignore[return-value] # two
    return None
