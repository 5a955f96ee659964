"""The templates of the page: one environment, everything escaped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mapping.assets import read_web

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def environment() -> Environment:
    """Return the environment of all templates: text is escaped, a missing name is an error."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - start-up

    return Environment(
        loader=FunctionLoader(read_web),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
