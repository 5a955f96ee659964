"""Days and degrees as a command takes them, each refused with the way to write it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import click

from mapping.life.dates import parse_day
from mapping.life.spelling import NoDate

_DECIMAL_COMMA = re.compile(r"[-+]?\d+,\d+")


class Degrees(click.FloatRange):
    """A number of degrees to either side of zero; NaN is within none.

    Parameters
    ----------
    most
        The largest that there is.
    """

    name = "degrees"

    def __init__(self, most: int) -> None:
        super().__init__(-most, most)
        self.most = most

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> float:
        """Return the number, or fail as a wrong call."""
        try:
            number = float(value)
        except ValueError:
            comma = _DECIMAL_COMMA.fullmatch(value)
            like = value.replace(",", ".") if comma else "5.38; west and south begin with -"
            self.fail(
                f"expected degrees, found {value!r}. Write them with a decimal point: {like}.",
                param,
                ctx,
            )
        if not abs(number) <= self.most:  # NaN is not either
            self.fail(
                f"expected degrees from -{self.most} to {self.most}, found {value}. "
                "Longitude comes first, then latitude.",
                param,
                ctx,
            )
        return number


class Day(click.DateTime):
    """A day, as 1936-09-01."""

    name = "day"

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:
        """Return the date, or fail as a wrong call."""
        try:
            return value if isinstance(value, date) else parse_day(value)
        except NoDate as error:
            told = f"expected {error.expected}, found {value!r}. {error.remedy_of_day}"
            self.fail(told, param, ctx)
