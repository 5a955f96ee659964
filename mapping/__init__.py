"""Turn a folder of geocoded, dated stops into one self-contained HTML map of a life.

Everything public is here, and comes in on first use, so that ``import mapping`` stays instant. In
notebooks and scripts write ``from serge_map import …``: ``mapping`` is also the name of a function
of shapely that geographic notebooks often import.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from mapping.version import __version__

if TYPE_CHECKING:
    from mapping.atlas.crossings import crossings
    from mapping.atlas.polities import Polity, frontiers_on, polity_at, with_polities
    from mapping.errors import DataError, ExportError, MapError, OutsideAtlas, Problem
    from mapping.formats.registry import write_export
    from mapping.life.frames import legs_frame, stops_frame
    from mapping.life.model import Leg, Life, Source, Stop
    from mapping.page.html import render_page
    from mapping.page.layers import LifeRoute, LifeStops, PeriodAtlas
    from mapping.page.live_map import build_map
    from mapping.page.offline_map import OfflineMap
    from mapping.reading.folder import check_life, load_life

_HOMES = {
    "mapping.atlas.crossings": ("crossings",),
    "mapping.atlas.polities": ("Polity", "frontiers_on", "polity_at", "with_polities"),
    "mapping.errors": ("DataError", "ExportError", "MapError", "OutsideAtlas", "Problem"),
    "mapping.formats.registry": ("write_export",),
    "mapping.life.frames": ("legs_frame", "stops_frame"),
    "mapping.life.model": ("Leg", "Life", "Source", "Stop"),
    "mapping.page.html": ("render_page",),
    "mapping.page.layers": ("LifeRoute", "LifeStops", "PeriodAtlas"),
    "mapping.page.live_map": ("build_map",),
    "mapping.page.offline_map": ("OfflineMap",),
    "mapping.reading.folder": ("check_life", "load_life"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "DataError",
    "ExportError",
    "Leg",
    "Life",
    "LifeRoute",
    "LifeStops",
    "MapError",
    "OfflineMap",
    "OutsideAtlas",
    "PeriodAtlas",
    "Polity",
    "Problem",
    "Source",
    "Stop",
    "__version__",
    "build_map",
    "check_life",
    "crossings",
    "frontiers_on",
    "legs_frame",
    "load_life",
    "polity_at",
    "render_page",
    "stops_frame",
    "with_polities",
    "write_export",
]


def __getattr__(name: str) -> object:
    """Import a public name on first use."""
    if name not in _HOME:
        raise AttributeError(f"module 'mapping' has no attribute {name!r}")
    if name in {"Life", "load_life"}:  # whoever holds a life may want to see it
        from mapping.life.model import Life
        from mapping.plates.notebook import show_life

        Life.showing = staticmethod(show_life)
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    """Name what is public."""
    return __all__
