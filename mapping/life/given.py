"""What callers give, days, places, lives and frames: a wrong one is refused in plain words."""

from __future__ import annotations

from datetime import date, datetime
from os import PathLike
from typing import TYPE_CHECKING, TypeVar

from mapping.errors import show
from mapping.life.dates import parse_day
from mapping.life.model import Life
from mapping.life.spelling import NoDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    import pandas as pd

POINTS = frozenset({"Point"})
LINES = frozenset({"LineString", "MultiLineString"})
_Placed = TypeVar("_Placed", "gpd.GeoDataFrame", "gpd.GeoSeries")
_A_DAY = "a day such as 1936-09-01"


def named(value: object) -> str:
    """Return what a wrong argument is, in a few words.

    Parameters
    ----------
    value
        Anything.

    Examples
    --------
    >>> named("data"), named(1936), named(None), named([1])
    ('“data” (str)', '1936 (int)', 'None', 'a list')
    """
    if value is None:
        return "None"
    kind = type(value).__name__
    if isinstance(value, str | int | float | PathLike):
        return f"{show(value)} ({kind})"
    return f"{'an' if kind[0] in 'AEIOUaeiou' else 'a'} {kind}"


def given_day(on: object) -> date:
    """Return a day that somebody gave, as a plain date.

    Parameters
    ----------
    on
        A date, a moment such as pandas' ``Timestamp`` or NumPy's ``datetime64``, or
        ``YYYY-MM-DD``.

    Raises
    ------
    ValueError
        If the text is no day, or the moment is none.
    TypeError
        If it is something else.
    """
    if isinstance(on, str):
        try:
            return parse_day(on)
        except NoDate as error:
            told = f"expected {error.expected}, found {show(on)}. {error.remedy_of_day}"
        raise ValueError(told)
    if type(on).__name__ == "datetime64":  # what a column of a frame gives as an array
        import pandas as pd

        on = pd.Timestamp(on)  # type: ignore[arg-type]
    if isinstance(on, datetime):
        if on != on:  # noqa: PLR0124 - pandas' NaT is a moment that is none
            raise ValueError(f"expected {_A_DAY}, found no time (NaT). Leave out such rows.")
        return on.date()
    if isinstance(on, date):
        return on
    raise TypeError(
        f"expected {_A_DAY}, found {named(on)}. Give it as text, as a date or as a Timestamp."
    )


def given_place(lon: object, lat: object) -> tuple[float, float]:
    """Return a place that somebody gave, as two numbers.

    Parameters
    ----------
    lon, lat
        Degrees, EPSG:4326.

    Raises
    ------
    ValueError
        If one of them is beyond what there is.
    TypeError
        If one of them is no number.
    """
    found = []
    for what, value, most in (("longitude", lon, 180), ("latitude", lat, 90)):
        try:
            number = float(value)  # type: ignore[arg-type]
        except (TypeError, ValueError):
            number = None
        if number is None or isinstance(value, str):
            raise TypeError(
                f"expected a {what} in degrees, found {named(value)}. Give a number, such as 5.38."
            )
        if not abs(number) <= most:  # NaN is not either
            raise ValueError(
                f"expected a {what} from -{most} to {most}, found {number:g}. "
                "Give degrees, longitude first."
            )
        found.append(number)
    return found[0], found[1]


def given_reach(km: object, who: str) -> float:
    """Return a distance that somebody gave, in km.

    Parameters
    ----------
    km
        A number from 0.
    who
        What it was given to.

    Raises
    ------
    ValueError
        If it is less than nothing.
    TypeError
        If it is no number.
    """
    if isinstance(km, str | bool) or not hasattr(km, "__float__"):
        raise TypeError(f"{who}: expected a distance in km, found {named(km)}. Give a number: 12.")
    number = float(km)
    if not number >= 0:  # NaN is not either
        raise ValueError(
            f"{who}: expected a distance of 0 km or more, found {number:g}. With 0 only the drawn "
            "land counts."
        )
    return number


def given_life(life: object) -> Life:
    """Return a life that somebody gave.

    Parameters
    ----------
    life
        What ``load_life`` returned.

    Raises
    ------
    TypeError
        If it is something else.
    """
    if isinstance(life, Life):
        return life
    folder = f"{str(life)!r}" if isinstance(life, str | PathLike) else '"data"'
    raise TypeError(
        f"expected a life, found {named(life)}. Load it first: life = load_life({folder})"
    )


def given_frame(
    frame: object, who: str, kinds: frozenset[str], remedy: str, columns: Sequence[str] = ()
) -> gpd.GeoDataFrame:
    """Return a frame of points or of lines that somebody gave.

    Parameters
    ----------
    frame
        A GeoDataFrame; a row may have no geometry.
    who
        What it was given to, such as ``crossings``.
    kinds
        ``POINTS`` or ``LINES``.
    remedy
        What to do about a row of another kind.
    columns
        What it has to have beside the geometry.

    Raises
    ------
    ValueError
        If a geometry is of another kind, or a column is missing.
    TypeError
        If it is no GeoDataFrame with a geometry.
    """
    import geopandas as gpd

    words, make = ("points", "stops") if kinds == POINTS else ("lines", "legs")
    made = f"Make it first: {make} = {make}_frame(life)"
    if not isinstance(frame, gpd.GeoDataFrame):
        raise TypeError(f"{who}: expected a GeoDataFrame of {words}, found {named(frame)}. {made}")
    if frame.active_geometry_name is None:
        raise TypeError(
            f"{who}: expected a GeoDataFrame of {words}, found one without a geometry. Say which "
            "column it is: frame.set_geometry(…)"
        )
    found = frame.geom_type
    wrong = found[found.notna() & ~found.isin(kinds)]
    if len(wrong):
        row = f"{who}, row {wrong.index[0]}"
        raise ValueError(f"{row}: expected {words}, found a {wrong.iloc[0]}. {remedy}")
    missing = [name for name in columns if name not in frame]
    if missing:
        raise ValueError(
            f"{who}: expected {words} with the columns {', '.join(columns)}, found no "
            f"{', '.join(missing)}. Give what {make}_frame(life) returned, or add what is missing."
        )
    return frame


def in_degrees(places: _Placed, who: str) -> _Placed:
    """Return a frame, or its geometries, in degrees.

    Parameters
    ----------
    places
        In any system of coordinates that they name.
    who
        What they were given to.

    Raises
    ------
    ValueError
        If they name none.
    """
    if places.crs is None:
        raise ValueError(
            f"{who}: expected geometries that say their coordinates, found none said. If they are "
            'degrees: frame = frame.set_crs("EPSG:4326")'
        )
    return places.to_crs("EPSG:4326")


def given_days(days: pd.Series, who: str) -> pd.Series:
    """Return a column of days that somebody gave, as moments.

    Parameters
    ----------
    days
        Dates, moments or texts such as 1936-09-01; gaps stay.
    who
        What it was given to, such as ``with_polities``.

    Raises
    ------
    ValueError
        If one of them is no day.
    """
    import pandas as pd

    if pd.api.types.is_datetime64_dtype(days):
        return days
    found = pd.Series(index=days.index, dtype="datetime64[s]")
    for number, (row, value) in enumerate(days.items()):
        if pd.isna(value):
            continue
        try:
            found.iloc[number] = pd.Timestamp(given_day(value))
        except (TypeError, ValueError) as error:
            raise ValueError(f"{who}, row {row}, {days.name}: {error}") from None
    return found
