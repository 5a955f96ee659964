"""The files a page is made of: our own under ``web/``, and Leaflet from its registry package."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mapping.errors import AssetError
from mapping.files import read_packaged
from mapping.signs import read_palette
from mapping.templates import environment

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGE_STYLES = (
    *("tokens", "base", "front", "story", "quote", "picture", "folds", "stage", "plate", "town"),
    *("legend", "band", "matter", "share"),
    *("beside", "above", "preferences", "print"),  # these change what comes before them
)
"""Style sheets of the page in their order; ``map`` is apart, for it goes into notebooks too."""

_PINNED = re.compile(r"leaflet@([\d.]+)/")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_URL_RULE = re.compile(r"^[ \t]*[\w-]+:[^;{}]*url\([^;{}]*;", re.MULTILINE)
_OLD_RULE = re.compile(r"^[ \t]*behavior:[^;{}]*;", re.MULTILINE)  # for a browser of 2010
_PICTURE = re.compile(r"url\(images/([\w-]+\.png)\)")
_ICONS = {
    "iconUrl": "marker-icon.png",
    "iconRetinaUrl": "marker-icon-2x.png",
    "shadowUrl": "marker-shadow.png",
}


@dataclass(frozen=True, slots=True)
class Leaflet:
    """Leaflet's script, its style sheet, and the addresses of the pictures of its markers.

    Parameters
    ----------
    script, style
        JavaScript and CSS.
    version
        Such as ``1.9.3``.
    icons
        ``data:`` addresses by the option of ``L.Icon.Default`` that takes them, or nothing.
    """

    script: str
    style: str
    version: str
    icons: Mapping[str, str]


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
        light, as what is around it does.
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


@cache
def leaflet(*, images: bool = False) -> Leaflet:
    """Return Leaflet as the PyPI package XStatic-Leaflet carries it.

    Parameters
    ----------
    images
        Whether the pictures of markers and of the layer control are in it, as ``data:``
        addresses. Without them no rule of the style sheet names a file: our own map draws its
        signs itself.

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
        pictures = {path.name: path.read_bytes() for path in (folder / "images").glob("*.png")}
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
    script = _SOURCE_MAP.sub("", script)
    if not images:
        return Leaflet(script, _URL_RULE.sub("", style), found, {})
    inside = {name: _data_url(picture) for name, picture in pictures.items()}
    style = _PICTURE.sub(lambda match: f"url({inside[match[1]]})", style)
    icons = {option: inside[name] for option, name in _ICONS.items()}
    return Leaflet(script, _OLD_RULE.sub("", style), found, icons)


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


def _data_url(picture: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture).decode('ascii')}"
