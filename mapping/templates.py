"""The templates of the page: one environment, everything escaped."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mapping.files import read_packaged

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_BETWEEN = re.compile(r">\n+<")
# scripts written from right to left: Hebrew to Arabic with presentation forms, and rarer ones
_LEFTWARDS = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@cache
def environment(folder: str) -> Environment:
    """Return the environment of one folder of templates: text is escaped, a missing name an error.

    Parameters
    ----------
    folder
        Its path inside the package, such as ``plates``.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    templates = Environment(
        loader=FunctionLoader(lambda name: read_packaged(f"{folder}/{name}").decode()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # there are no constants to fold
    )
    templates.filters["dir"] = _direction  # as a function it would be called in a roundabout way
    templates.filters["tight"] = _tight
    return templates


def _tight(markup: Markup) -> Markup:
    """Leave out the line ends between blocks: a browser would keep a node for each."""
    return type(markup)(_BETWEEN.sub("><", markup))


def _direction(text: str) -> str:
    """Return the attribute that a text needs to run its own way; none if all of it is of one."""
    if text.isascii() or not _LEFTWARDS.search(text):
        return ""
    from markupsafe import Markup

    return Markup(' dir="auto"')
