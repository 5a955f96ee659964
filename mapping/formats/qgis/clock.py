"""When QGIS shows a feature: the clock of each layer, and one day while no clock runs."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

if TYPE_CHECKING:
    from datetime import date

_A_DAY = " + to_interval('1 day')"
_DAYS = ('to_datetime("start_date")', f'to_datetime("end_date"){_A_DAY}')
_YEAR = "to_datetime(replace(left(\"{}\", 4), 'X', '{}') || '-{}')"
_YEARS = (
    f"coalesce({_YEAR.format('start_date', 0, '01-01')}, to_datetime('0001-01-01'))",
    f"coalesce({_YEAR.format('end_date', 9, '12-31')}{_A_DAY}, to_datetime('9999-12-31'))",
)


def from_its_day_on() -> Element:
    """Return the clock of what stays once it has been: the trail grows."""
    return _temporal("1", "1", start_field="start_date")


def while_it_lasts() -> Element:
    """Return the clock of what is there from its first day until its last has passed.

    It is told by expressions, since a layer's file compares days and hours as text: what ends on
    the day on which a frame begins would be missing.
    """
    fields = {"start_field": "start_date", "end_field": "end_date"}
    return _temporal("4", "0", _DAYS, **fields)  # the end, a midnight, is no part of it


def while_it_stood() -> Element:
    """Return the clock of a landmark, whose dates are EDTF: to the year, or for ever."""
    return _temporal("4", "0", _YEARS)


def _temporal(
    mode: str,
    limit: str,
    expressions: tuple[str, str] = ("", ""),
    *,
    start_field: str = "",
    end_field: str = "",
) -> Element:
    element = Element(
        "temporal",
        enabled="1",
        mode=mode,  # 1: one date field, 4: two expressions
        limitMode=limit,
        accumulate=str(int(mode == "1")),
        startField=start_field,
        endField=end_field,
        startExpression=expressions[0],
        endExpression=expressions[1],
        durationField="",
        durationUnit="min",
        fixedDuration="0",
    )
    fixed = SubElement(element, "fixedRange")
    SubElement(fixed, "start")
    SubElement(fixed, "end")
    return element


def standing(day: date) -> str:
    """Return what holds of a state or lake as it stood when a frame of the clock begins.

    A frame never shows two states of one land, and neither does the map before the clock runs:
    it shows one day.

    Parameters
    ----------
    day
        The one while no clock runs.
    """
    when = f"coalesce(to_date(@map_start_time), to_date('{day.isoformat()}'))"
    return f'"start_date" <= {when} AND "end_date" >= {when}'
