"""The whole page: the story, its still and its live map, in one file that asks for nothing."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin

from mapping.atlas.days import plate_days, say_days
from mapping.atlas.file import packed_atlas
from mapping.formats.schema_org import schema_org
from mapping.life.places import fold
from mapping.life.projection import choose_views
from mapping.life.statements import cite_map, say_how_sure, say_modes, say_rights, say_whole
from mapping.life.totals import add_up
from mapping.life.words import (
    KIND_WORDS,
    MODE_WORDS,
    order_by_surname,
    plural,
    say_count,
    say_lifetime,
    say_sureness,
)
from mapping.page.assets import leaflet, page_css, read_web, slim_script, slim_style, tokens_css
from mapping.page.columns import fold_life
from mapping.page.document import TEMPLATES, script_json, shared_block
from mapping.page.fonts import font_faces
from mapping.page.legend import signs_used
from mapping.page.live_map import LIFE_BLOCK, build_map, map_parts
from mapping.page.mentions import places_told, stops_of_persons
from mapping.page.packing import (
    FIRST_BLOCK,
    first_script,
    library_scripts,
    library_style,
    packed_blocks,
)
from mapping.page.pictures import pictures_at
from mapping.page.references import list_references
from mapping.page.story import (
    life_data,
    tell_steps,
)
from mapping.page.ways_through import ways_through
from mapping.plates.picture import render_plate
from mapping.plates.town import render_town, towns_of
from mapping.signs import read_palette, read_signs
from mapping.templates import environment
from mapping.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    import geopandas as gpd

    from mapping.life.model import Life
    from mapping.page.live_map import LifeMap

MOST_TOWNS = 60
"""A life of thousands of stops has as many drawn towns as a page can carry."""
# schema.org members that the page says itself, in the very element of the same id
_TOLD = {"Map", "Dataset", "Person", "Event", "Place"}
_SAID = {
    "Event": {"description", "disambiguatingDescription", "keywords", "attendee", "subjectOf"},
    "Map": {"citation", "hasPart", "abstract"},
    "Place": {"identifier", "address"},
}


def render_page(life: Life, *, card: str = "") -> str:
    """Render a life as one HTML document, complete with everything it needs.

    Parameters
    ----------
    life
        A valid life.
    card
        Name of the picture that will stand beside the page, for those who share its address.

    Returns
    -------
    str
        HTML; the same life gives the same text, whatever the clock, zone or locale.

    Raises
    ------
    AssetError
        If the installation lacks a part.
    TypeError
        If it is no life, but the name of its folder.

    Examples
    --------
    >>> from serge_map import load_life
    >>> html = render_page(load_life("data"))
    >>> html.startswith("<!doctype html>") and "https://unpkg" not in html
    True
    """
    live = build_map(life)
    stops, legs = live.stops_frame, live.legs_frame
    parts = map_parts(live, {})
    start = _closed(parts.scripts[-1])
    sheets = (tokens_css(whole=True), *parts.styles[1:], font_faces(), page_css())
    styles = tuple(slim_style(_closed(text)) for text in sheets)
    inline = {name: _short_script(f"{name}.js") for name in ("boot", "unpack", "told")}
    later = (first_script(), *library_scripts(), start)
    context = {
        **_words(life),
        "life": life,
        "card": urljoin(life.url or "", quote(card)),
        "version": __version__,
        "leaflet_version": leaflet().version,
        "policy": _policy((*styles, library_style()), (*inline.values(), *later)),
        "icon": f"data:image/svg+xml,{quote(_icon())}",
        "styles": styles,
        **inline,
        "start": start,
        "linked_data": script_json(_slim(schema_org(life))),
        "map_body": parts.body,
        **_blocks(live),
        **_drawings(life, legs),
        "parts": tell_steps(life, stops, legs),
        **_totals(life, legs),
    }
    return environment(TEMPLATES).get_template("page.html.j2").render(context)


def _blocks(live: LifeMap) -> dict[str, dict[str, str]]:
    """Return the JSON that the scripts read, by the id of its block: before the text, behind it."""
    packed = packed_blocks() | {"page--atlas-data": packed_atlas()}
    later = {name: script_json({"deflate": letters}) for name, letters in packed.items()}
    told = life_data(live.life, live.stops_frame, live.legs_frame)
    first = {
        LIFE_BLOCK: script_json(fold_life(told)),
        FIRST_BLOCK: later.pop(FIRST_BLOCK),
    }
    if live.period.reach:
        later["page--coast-data"] = shared_block("page--coast-data")
    return {"first_blocks": first, "later_blocks": later}


def _short_script(name: str) -> str:
    return _closed(slim_script(read_web(f"scripts/{name}")))


def _drawings(life: Life, legs: gpd.GeoDataFrame) -> dict[str, object]:
    """Return what is drawn before the page is read: plate, towns, the editor's pictures."""
    views = choose_views(life)
    days = plate_days(life, views)
    return {
        "plate": render_plate(
            life, legs=legs, views=views, days=days, linked=True, key="page--plate"
        ),
        "plate_days": say_days(days),
        "towns": _draw_towns(life),
        "pictures": pictures_at(life),
    }


def _draw_towns(life: Life) -> dict[str, dict[str, str]]:
    """Return the drawn towns by the stop at which the text shows each: the first in it."""
    largest = sorted(towns_of(life), key=lambda town: -len(town.stops))[:MOST_TOWNS]
    return {
        town.stops[0][1].id: {
            "name": town.name,
            "years": town.years,
            "svg": render_town(town, life, linked=True),
        }
        for town in largest
    }


def _totals(life: Life, legs: gpd.GeoDataFrame) -> dict[str, object]:
    sums = add_up(life, legs)
    return {"whole": say_whole(sums), "way_lengths": say_modes(sums)}


def _words(life: Life) -> dict[str, object]:
    """Return what the front and back matter of the page say, and how."""
    return {
        "strip": [chapter for chapter in life.chapters if chapter.headline],
        "used": signs_used(life),
        "ways": ways_through(life),
        "guarded": any(leg.guarded for leg in life.legs),
        "signs": read_signs(),
        "kind_words": KIND_WORDS,
        "mode_words": MODE_WORDS,
        "entries": list_references(life),
        "citation": cite_map(life),
        "how_sure": say_how_sure(life),
        "rights": say_rights(life),
        "persons": sorted(life.persons, key=order_by_surname),
        "terms": sorted(life.glossary, key=lambda term: fold(term.term)),
        "places": places_told(life),
        "persons_at": stops_of_persons(life),
        "plural": plural,
        "say_count": say_count,
        "say_lifetime": say_lifetime,
        "say_sureness": say_sureness,
    }


def _icon() -> str:
    icon = environment(TEMPLATES).get_template("icon.svg.j2")
    return icon.render(palette=read_palette()["light"]).strip()


def _slim(document: dict[str, Any]) -> dict[str, Any]:
    """Leave out of the linked data what the page itself says at the address of the same id."""
    based_on = next(iter(document["@graph"])).get("isBasedOn")
    kept = [
        {name: value for name, value in node.items() if name not in _SAID.get(node["@type"], ())}
        for node in document["@graph"]
        if _is_told(node) or {"@id": node["@id"]} == based_on
    ]
    return {**document, "@graph": kept}


def _is_told(node: dict[str, Any]) -> bool:
    """Return whether the page's own linked data tell it: of others, those known elsewhere."""
    is_other = "#page--person-" in node["@id"]
    return node["@type"] in _TOLD and not (is_other and "sameAs" not in node)


def _policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """Return the content security policy: nothing but what is in the page, known by its hash."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "img-src data:",
            "font-src data:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _closed(text: str) -> str:
    """Normalise line ends as HTML does, so that the hash is that of what the browser reads."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
