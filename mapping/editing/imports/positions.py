"""Read positions in the forms people write them: degrees, DMS, pairs, WKT, GeoJSON, geo: links."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass

EXPECTED = "a number of degrees"
LIMITS = {"lat": 90.0, "lon": 180.0}
_ALIKE = {"-": "−–‑", "'": "ˈ′’‘´`ʹ", '"': "″”“ʺ˝", "°": "º˚", " ": "\u00a0\u202f"}
_SIGNS = str.maketrans({sign: plain for plain, signs in _ALIKE.items() for sign in signs})
_HEMISPHERES = {
    **dict.fromkeys(("n", "north", "nord", "norte", "с", "сш", "с.ш."), ("lat", 1)),
    **dict.fromkeys(("s", "south", "sud", "sur", "süd", "ю", "юш", "ю.ш."), ("lat", -1)),
    **dict.fromkeys(("e", "east", "est", "este", "ost", "в", "вд", "в.д."), ("lon", 1)),
    **dict.fromkeys(("w", "west", "ouest", "oeste", "ovest", "з", "зд", "з.д."), ("lon", -1)),
}
_LETTERS = r"[^\W\d_]+(?:\. ?[^\W\d_]+\.?)?"
_ANGLE = re.compile(
    rf"(?P<before>{_LETTERS})? ?(?P<sign>[-+])? ?(?P<deg>\d{{1,3}}(?:[.,]\d+)?) ?(?:°|deg\.?|d)?"
    r"(?: ?:? ?(?P<min>\d{1,2}(?:[.,]\d+)?) ?(?:'|min\.?|m)?)?"
    r"(?: ?:? ?(?P<sec>\d{1,2}(?:[.,]\d+)?) ?(?:\"|''|sec\.?|s(?= |$))?)?"
    rf"(?: ?(?P<after>{_LETTERS}))?",
    re.IGNORECASE,
)
_WKT = re.compile(
    r"(?:srid=(?P<srid>\d+);)?\s*(?:<[^>]*>\s*)?(?:multi)?point(?:\s*zm?|\s*m)?\s*"
    r"\(+\s*(?P<lon>[-+]?[\d.]+(?:e[-+]?\d+)?)\s+(?P<lat>[-+]?[\d.]+(?:e[-+]?\d+)?)[^()]*\)+",
    re.IGNORECASE,
)
_GEO = re.compile(r"geo:(-?[\d.]+),(-?[\d.]+).*", re.IGNORECASE)
_NO_NUMBER = (ValueError, ArithmeticError, RecursionError)
_MOST_WORDS = 16  # of two angles: degrees, minutes, seconds, the side in two words, a comma
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Angle:
    """A number of degrees.

    Parameters
    ----------
    degrees
        South and west are negative.
    axis
        ``lat`` or ``lon`` where a letter says so, else empty.
    """

    degrees: float
    axis: str = ""


def read_angle(text: str) -> Angle:
    """Return the degrees that a cell says.

    Parameters
    ----------
    text
        Such as ``47.56``, ``47,56``, ``−5.98``, ``N47.5``, ``47°33′36″N``, ``55°45′ с. ш.``.

    Raises
    ------
    ValueError
        If it is no number of degrees; the message says why where that is known.

    Examples
    --------
    >>> read_angle("12°02'S").degrees
    -12.03333
    """
    said = " ".join(text.translate(_SIGNS).split())
    if _NUMBER.fullmatch(said):
        number = float(said.replace(",", "."))
        if not math.isfinite(number):
            raise ValueError(EXPECTED)
        return Angle(number)
    if re.fullmatch(r"[-+]?\d+(?:[.,]\d{3}){2,}", said):
        raise ValueError(f"{EXPECTED}, not one with dots for thousands")
    match = _ANGLE.fullmatch(said)
    if not match:
        raise ValueError(EXPECTED)
    return _angle(match)


def _angle(match: re.Match[str]) -> Angle:
    letters = [word for word in (match["before"], match["after"]) if word]
    if len(letters) > 1:
        raise ValueError(f"{EXPECTED} with one letter for the side")
    axis, side = "", 1
    if letters:
        word = letters[0].casefold().replace(" ", "")
        if word == "o":
            raise ValueError(f"{EXPECTED} with E or W; O is east in German and west in French")
        if word not in _HEMISPHERES:
            raise ValueError(EXPECTED)
        axis, side = _HEMISPHERES[word]
    degrees, minutes, seconds = (
        float((match[part] or "0").replace(",", ".")) for part in ("deg", "min", "sec")
    )
    if minutes >= 60 or seconds >= 60:
        raise ValueError(f"{EXPECTED} with less than 60 minutes and seconds")
    if match["sign"] == "-":
        side = -side if axis else -1
    total = side * (degrees + minutes / 60 + seconds / 3600)
    return Angle(round(total, 5), axis)


def read_position(text: str) -> tuple[float, float, bool]:
    """Return longitude, latitude, and whether the text itself says which is which.

    Parameters
    ----------
    text
        One cell: ``lat, lon``; WKT, GeoJSON or a geo: link, which have an order of their own; or
        two angles with letters.

    Raises
    ------
    ValueError
        If it is no position.

    Examples
    --------
    >>> read_position("POINT(7.59 47.56)"), read_position("47,56; 7,59")
    ((7.59, 47.56, True), (7.59, 47.56, False))
    """
    said = text.strip()
    if match := _WKT.fullmatch(said):
        if match["srid"] not in (None, "4326"):
            raise ValueError(f"a position in EPSG:4326, not in EPSG:{match['srid']}")
        return float(match["lon"]), float(match["lat"]), True
    if match := _GEO.fullmatch(said):
        return float(match[2]), float(match[1]), True
    if said.startswith("{"):
        return (*_geojson(said), True)
    for left, right in _halves(said):
        try:
            one, two = read_angle(left), read_angle(right)
        except ValueError:
            continue
        if one.axis == "lon" or two.axis == "lat":
            if one.axis == two.axis:
                continue
            return one.degrees, two.degrees, True
        if one.axis == two.axis == "lat":
            continue
        return two.degrees, one.degrees, bool(one.axis)
    raise ValueError("a position such as 47.56, 7.59 or POINT(7.59 47.56)")


def _geojson(said: str) -> tuple[float, float]:
    try:
        value = json.loads(said)
        value = value.get("geometry", value)
        lon, lat = value["coordinates"][:2]
        return float(lon), float(lat)
    except (LookupError, TypeError, AttributeError, *_NO_NUMBER) as error:
        raise ValueError("a GeoJSON point") from error


def _halves(said: str) -> list[tuple[str, str]]:
    """Return the ways to cut a text in two angles, the likeliest first."""
    said = said.strip("()[] ")
    cuts = []
    for sign in (";", ", ", "/", "|", ","):
        parts = [part.strip() for part in said.split(sign)]
        if len(parts) == 2:
            cuts.append((parts[0], parts[1]))
    if said.count(",") == 3:  # 47,56,7,59
        a, b, c, d = said.split(",")
        cuts.append((f"{a},{b}", f"{c},{d}"))
    words = said.split()
    if len(words) > _MOST_WORDS:  # a line or a paragraph: no need to cut it everywhere
        return cuts
    cuts += [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    if len(words) % 2 == 0 and words:  # degrees, minutes and seconds by spaces: the middle first
        cuts.insert(0, (" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])))
    return cuts


def is_number(cell: str) -> bool:
    """Return whether a cell can be one axis of a position."""
    try:
        read_angle(cell)
    except ValueError:
        return bool(re.fullmatch(r"[-+]?\d+(?:[.,]\d{3})+", cell.strip()))
    return True


def is_position(cell: str) -> bool:
    """Return whether a cell holds a whole position."""
    try:
        read_position(cell)
    except ValueError:
        return False
    return True
