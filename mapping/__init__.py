"""Turn a folder of geocoded, dated stops into one self-contained HTML map of a life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.version import __version__

__all__ = ["__version__", "build_map", "load_life"]

if TYPE_CHECKING:
    from mapping.page.live_map import build_map
    from mapping.reading.folder import load_life


def __getattr__(name: str) -> object:
    """Import the public verbs on first use, so that ``import mapping`` stays instant."""
    if name == "build_map":
        from mapping.page.live_map import build_map

        return build_map
    if name == "load_life":
        from mapping.reading.folder import load_life

        return load_life
    raise AttributeError(f"module 'mapping' has no attribute {name!r}")
