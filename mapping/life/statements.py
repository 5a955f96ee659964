"""What every edition of a life says of the whole: its sums, how sure it is, whose it is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mapping.life.words import MODE_WORDS, say_count, say_km, say_years
from mapping.version import __version__

if TYPE_CHECKING:
    from mapping.life.model import Life
    from mapping.life.totals import Totals

_SURE = (
    "“About” before a date means that the record gives it roughly, “(uncertain)” that it may be "
    "wrong. A dotted ring on the map means “somewhere in this region”; a dotted line means that "
    "the way is not known, only that it was made; a pale line, that it is not sure. Lengths are "
    "those of the drawn lines, not of a timetable."
)
_LAND = "Land, lakes and rivers: Natural Earth, public domain."
_TYPE = (
    "Type: EB Garamond, © 2017 The EB Garamond Project Authors, and Alegreya Sans, © 2013 The "
    "Alegreya Sans Project Authors, both under the SIL Open Font License 1.1."
)
_NAMES = "Country names: Unicode CLDR."


def say_totals(sums: Totals) -> tuple[tuple[str, str], ...]:
    """Return a life in numbers, each with what it counts; what there is none of is left out.

    Parameters
    ----------
    sums
        What ``add_up`` counted.
    """
    told = (
        ("Stays", str(sums.stops)),
        ("Places", str(sums.places)),
        ("Countries of today", str(sums.countries)),
        ("Travelled", say_km(sums.length_km)),
        ("Of that under guard", say_km(sums.guarded_km) if sums.guarded_km else ""),
        ("In captivity", say_years(sums.captivity_days) if sums.captivity_days else ""),
        ("In exile", say_years(sums.exile_days) if sums.exile_days else ""),
    )
    return tuple((term, value) for term, value in told if value)


def say_whole(sums: Totals) -> str:
    """Return a life in numbers as one sentence; what there is none of is left out.

    Parameters
    ----------
    sums
        What ``add_up`` counted.
    """
    stays, places = say_count(sums.stops, "stay"), say_count(sums.places, "place")
    way = f"{say_km(sums.length_km)} of ways" if sums.length_km else ""
    if sums.guarded_km:
        way += f", {say_km(sums.guarded_km)} of them under guard"
    times = (("captivity", sums.captivity_days), ("exile", sums.exile_days))
    spent = ", ".join(f"{say_years(days)} in {state}" for state, days in times if days)
    told = (f"{stays} in {places}, in {sums.countries} of today’s countries", way, spent)
    return f"{'; '.join(filter(None, told))}."


def say_modes(sums: Totals) -> str:
    """Return the kilometres by each mode of travel as a sentence; empty without any.

    Parameters
    ----------
    sums
        What ``add_up`` counted.
    """
    told = [f"{say_km(length)} {MODE_WORDS[mode]}" for mode, length in sums.km_by_mode]
    return f"{', '.join(told)}." if told else ""


def say_how_sure(life: Life) -> str:
    """Return how many stays are well attested, and what the signs of doubt mean.

    Parameters
    ----------
    life
        A valid life.
    """
    sure = Counter(stop.certainty for stop in life.stops)
    return (
        f"Of {say_count(len(life.stops), 'stay')}, {_are(sure['certain'])} well attested, "
        f"{_are(sure['less-certain'])} less certain and {_are(sure['uncertain'])} uncertain; "
        f"each says so. {_SURE}"
    )


def _are(number: int) -> str:
    return f"{number} {'is' if number == 1 else 'are'}"


def say_owed(life: Life) -> str:
    """Return the licence of the data of a life, and to whom they owe what.

    Parameters
    ----------
    life
        A valid life.
    """
    return " ".join(filter(None, (_say_licence(life), life.attribution)))


def say_rights(life: Life) -> str:
    """Return whose the data, the quotations, the map and the type are, and on what terms.

    Parameters
    ----------
    life
        A valid life.
    """
    told = [_say_licence(life), "Code: MIT."]
    if article := life.article:
        told.append(
            f"Quotations are from {article.author}, “{article.title}”, {article.publication} "
            f"({article.year}), and remain their author’s."
        )
    told += [life.attribution] if life.attribution else []
    return " ".join((*told, _LAND, _TYPE, _NAMES))


def cite_map(life: Life) -> str:
    """Return how to cite the map of a life: what is known of who, when, which version and where.

    Parameters
    ----------
    life
        A valid life.

    Examples
    --------
    >>> from mapping import load_life
    >>> cite_map(load_life("data")).startswith("Victor Serge: a life in exile")
    True
    """
    year = f" ({life.date[:4]})" if life.date else ""
    title = f"{life.title}: {life.subtitle}"
    lead = (f"{life.editor.rstrip('.')}{year}", title) if life.editor else (f"{title}{year}",)
    known = (
        *lead,
        f"Map, version {life.version}" if life.version else "Map",
        f"serge-map {__version__}" + (f", data {life.digest}" if life.digest else ""),
        f"https://doi.org/{life.doi}" if life.doi else life.url,
        life.licence,
    )
    return f"{'. '.join(filter(None, known))}."


def _say_licence(life: Life) -> str:
    whose = f"{life.licence}, {life.editor}" if life.editor else life.licence
    return f"Data of this map (stays, ways, summaries): {whose}."
