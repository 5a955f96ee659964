"""The package ``mapping`` under a name of its own: ``from serge_map import load_life``."""

import mapping
from mapping import __all__, __version__  # noqa: F401 - handed on


def __getattr__(name: str) -> object:
    return getattr(mapping, name)


def __dir__() -> list[str]:
    return dir(mapping)
