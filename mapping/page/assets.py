"""The files a page is made of: our own under ``web/``, and Leaflet from its registry package."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mapping.errors import AssetError
from mapping.files import read_packaged
from mapping.signs import read_palette
from mapping.templates import environment

PAGE_STYLES = (
    *("tokens", "base", "front", "story", "stage", "legend", "axis", "matter", "share"),
    *("beside", "above", "preferences", "print"),  # these change what stands before them
)
"""Style sheets of the page in their order; ``map`` is apart, for it goes into notebooks too."""

_PINNED = re.compile(r"leaflet@([\d.]+)/")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_URL_RULE = re.compile(r"^[ \t]*[\w-]+:[^;{}]*url\([^;{}]*;", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Leaflet:
    """Leaflet's script and style sheet, without the images that only its default icon needs."""

    script: str
    style: str
    version: str


def read_web(name: str) -> str:
    """Read one text file of ``mapping/page/web``.

    Parameters
    ----------
    name
        Its path there, such as ``styles/map.css``.

    Raises
    ------
    AssetError
        If the installation lacks it.
    """
    return read_packaged(f"page/web/{name}").decode()


def page_css() -> str:
    """Return the style sheets of the page as one.

    Raises
    ------
    AssetError
        If the installation lacks one.
    """
    return "".join(read_web(f"styles/{name}.css") for name in PAGE_STYLES)


def tokens_css(*, whole: bool = False) -> str:
    """Return the colours of all maps as custom properties of a style sheet.

    Parameters
    ----------
    whole
        Whether dark and print are in it too, for a page of its own; a map in a notebook stays
        light, as what stands around it does.
    """
    template = environment("signs").get_template("tokens.css.j2")
    return template.render(palette=read_palette(), whole=whole)


def slim_script(script: str) -> str:
    """Leave out the remarks and spaces of a script; they stay in its file.

    Parameters
    ----------
    script
        JavaScript.
    """
    from rjsmin import jsmin

    slim: str = jsmin(script)
    return slim


def slim_style(style: str) -> str:
    """Leave out the remarks and spaces of a style sheet; they stay in its file.

    Parameters
    ----------
    style
        CSS.
    """
    from rcssmin import cssmin

    slim: str = cssmin(style)
    return slim


@lru_cache(maxsize=1)
def leaflet() -> Leaflet:
    """Return Leaflet as the PyPI package XStatic-Leaflet carries it.

    The icons of its style sheet are left out: the map draws its own markers, and a page that
    asks for nothing may not name a file.

    Raises
    ------
    AssetError
        If the package is missing or is not the version that Folium pins.
    """
    wanted = _pinned_version()
    try:
        from xstatic.pkg import leaflet as package

        found = package.VERSION
        folder = Path(package.BASE_DIR)
        script = (folder / "leaflet.js").read_text(encoding="utf-8")
        style = (folder / "leaflet.css").read_text(encoding="utf-8")
    except (ImportError, OSError) as error:
        raise AssetError(
            f"XStatic-Leaflet: expected the package with leaflet.js, found none ({error}). "
            f"Install XStatic-Leaflet=={wanted}.0."
        ) from error
    if found != wanted:
        raise AssetError(
            f"XStatic-Leaflet: expected Leaflet {wanted}, which folium pins, found {found}. "
            f"Install XStatic-Leaflet=={wanted}.0."
        )
    return Leaflet(_SOURCE_MAP.sub("", script), _URL_RULE.sub("", style), found)


def _pinned_version() -> str:
    """Return the version of Leaflet that folium's own maps would fetch."""
    import folium

    pinned = _PINNED.search(" ".join(address for _, address in folium.Map.default_js))
    if not pinned:
        raise AssetError(
            "folium: expected a map that names its version of Leaflet, found none. "
            "Install the version of folium that pyproject.toml names."
        )
    return pinned[1]
