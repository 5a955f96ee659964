"""The package ``mapping`` under a name of its own: ``from serge_map import load_life``."""

import mapping
from mapping import __all__ as __all__
from mapping import __version__ as __version__


def __getattr__(name: str) -> object:
    return getattr(mapping, name)


def __dir__() -> list[str]:
    return dir(mapping)
