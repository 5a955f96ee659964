"""The templates of the page: one environment, everything escaped."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from mapping.files import read_packaged

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment
    from jinja2.bccache import Bucket
    from markupsafe import Markup

_BETWEEN = re.compile(r">\n+<")
# Hebrew to Arabic with their marks and presentation forms, and the scripts beyond that run so too
_LEFTWARDS = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_PACKAGE = Path(__file__).parent


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
        bytecode_cache=_bytecode(folder),
    )
    templates.globals["dir"] = _direction
    templates.filters["tight"] = _tight
    return templates


def _tight(markup: Markup) -> Markup:
    """Leave out the line ends between blocks: a browser would keep a node for each."""
    return type(markup)(_BETWEEN.sub("><", markup))


def _direction(text: str) -> str:
    """Return the attribute that a text needs to run its own way; none if all of it is of one."""
    from markupsafe import Markup

    return Markup(' dir="auto"') if _LEFTWARDS.search(text) else ""


def _bytecode(folder: str) -> BytecodeCache | None:
    """Keep compiled templates where Python keeps compiled modules, if it does and can."""
    from jinja2 import FileSystemBytecodeCache

    class Compiled(FileSystemBytecodeCache):
        # a template that is not kept, or that cannot be read, is compiled again
        def load_bytecode(self, bucket: Bucket) -> None:
            with suppress(OSError):
                super().load_bytecode(bucket)

        def dump_bytecode(self, bucket: Bucket) -> None:
            with suppress(OSError):
                Path(self.directory).mkdir(parents=True, exist_ok=True)
                super().dump_bytecode(bucket)

    if sys.dont_write_bytecode:
        return None
    return Compiled(str(Path(cache_from_source(str(_PACKAGE / folder / "templates.py"))).parent))
