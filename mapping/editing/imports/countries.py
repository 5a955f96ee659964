"""Understand countries as people write them, and ask the atlas who held a place."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mapping.atlas.world import KNOWN, is_known
from mapping.editing.imports.columns import plain
from mapping.editing.imports.date_words import LANGUAGES
from mapping.editing.imports.positions import LIMITS
from mapping.life.countries import COUNTRY_CODES

if TYPE_CHECKING:
    from datetime import date

    from mapping.life.dates import DateSpan

NOT_KNOWN = "not known"
"""What is said of a state that the atlas does not know."""
_CUSTOMARY = {"UK": "GB", "EL": "GR"}  # codes in daily use that ISO 3166-1 has otherwise
# What the CLDR has under another name.
_SHORT = {"usa": "US", "england": "GB", "scotland": "GB", "wales": "GB", "great britain": "GB"}


def country_code(text: str) -> str:
    """Return the code of a country of today, or an empty text.

    Parameters
    ----------
    text
        A code, or a name in one of six languages. What is no country today, such as SU, gives
        nothing.

    Examples
    --------
    >>> country_code("uk"), country_code("Schweiz"), country_code("SU")
    ('GB', 'CH', '')
    """
    code = text.strip().upper()
    code = _CUSTOMARY.get(code, code)
    if code in COUNTRY_CODES:
        return code
    return _by_name().get(plain(text), "")


@cache
def _by_name() -> dict[str, str]:
    from babel import Locale

    names = dict(_SHORT)
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if code in COUNTRY_CODES:
                names.setdefault(plain(name), code)
    return names


def holder_at(lon: float, lat: float, on: date) -> str:
    """Return the name of the state that held a place, empty where there is none or nobody knows.

    Parameters
    ----------
    lon, lat
        Degrees, EPSG:4326, as a table says them: they may be beyond the earth.
    on
        The day.
    """
    from mapping.atlas.polities import polity_at

    if not is_known(on) or abs(lon) > LIMITS["lon"] or abs(lat) > LIMITS["lat"]:
        return ""
    polity = polity_at(lon, lat, on)
    return polity.name if polity else ""


def holder_of_stay(lon: float, lat: float, span: DateSpan) -> str:
    """Return the name of the state that held a place on the first day of a stay that is known.

    Parameters
    ----------
    lon, lat
        Degrees, EPSG:4326.
    span
        When the stay was; one that the atlas knows no day of gives ``not known``.
    """
    first = max(span.first, KNOWN[0]) if span.last >= KNOWN[0] else span.first
    return holder_at(lon, lat, first) or NOT_KNOWN
