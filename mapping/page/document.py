"""What a document carries once, however many of our maps and layers are in it."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from branca.element import Element, Figure, MacroElement
from folium.template import Template

from mapping.atlas.file import atlas_text, coast_text, relief_image
from mapping.files import read_packaged
from mapping.page.assets import read_web, tokens_css
from mapping.page.modules import join_modules
from mapping.signs import read_signs
from mapping.templates import environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LAYERS = "layers.js"
TEMPLATES = "page/web/templates"
_UNSAFE = re.compile("[<>&\u2028\u2029]")


class Verbatim(Element):
    """Text that goes out as it is: branca would read braces in it as a template.

    Parameters
    ----------
    text
        HTML or JavaScript.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def render(self, **_: Any) -> str:
        """Return the text."""
        return self._text


class FromFile(MacroElement):
    """An element whose template is a file of ``web/templates``."""

    template_name = ""

    @property
    def _template(self) -> Any:  # type: ignore[override]  # branca keeps it as an attribute
        return web_template(self.template_name)


@cache
def web_template(name: str) -> Any:
    """Return a template of folium's environment, once.

    Parameters
    ----------
    name
        Name of a file of ``web/templates``.
    """
    return Template(read_web(f"templates/{name}"))


def script_json(value: object) -> str:
    r"""Write a value as JSON that is safe inside a ``<script>`` element.

    Parameters
    ----------
    value
        Anything that ``json.dumps`` takes; the order of keys is kept.

    Examples
    --------
    >>> script_json({"text": "</script>"})
    '{"text":"\\u003c/script\\u003e"}'
    """
    return _shield(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _shield(text: str) -> str:
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def relief_json() -> str:
    """Write the shaded relief as the block ``page--relief-data``."""
    return script_json({"image": relief_image()})


def signs_json() -> str:
    """Write the signs of stops and the strokes of legs as the block ``page--signs-data``."""
    return script_json(read_signs())


def features_json() -> str:
    """Write the rivers, ranges and regions that maps name as ``page--features-data``."""
    return script_json(json.loads(read_packaged("atlas/features.json")))


_MAKERS: dict[str, Callable[[], str]] = {
    "page--atlas-data": lambda: _shield(atlas_text()),
    "page--signs-data": signs_json,
    "page--relief-data": relief_json,
    "page--coast-data": lambda: _shield(coast_text()),
    "page--features-data": features_json,
}
SHARED = tuple(_MAKERS)
"""Ids of the blocks that all layers of a document share, in the order in which they go out."""


@cache
def shared_block(identifier: str) -> str:
    """Return the JSON of a block that all layers of a document share.

    Parameters
    ----------
    identifier
        One of `SHARED`.
    """
    return _MAKERS[identifier]()


def document_of(element: Element) -> Figure:
    """Return the figure that an element goes out in, beyond the cells of a grid of maps.

    Parameters
    ----------
    element
        A map, or a layer on one.

    Raises
    ------
    TypeError
        If it is in none.
    """
    root = element.get_root()
    while root._parent is not None:
        root = root._parent.get_root()
    if not isinstance(root, Figure):
        raise TypeError("a map must be in a branca Figure to be rendered")
    return root


def put_block(figure: Figure, identifier: str, text: str) -> None:
    """Put a block of JSON into a document, unless it is there.

    Parameters
    ----------
    figure
        The document.
    identifier
        The ``id`` by which scripts read it.
    text
        What `script_json` made.
    """
    element = environment(TEMPLATES).get_template("block.html.j2").render(id=identifier, json=text)
    figure.html.add_child(Verbatim(element), name=identifier)


def put_scripts(figure: Figure) -> None:
    """Put the styles and scripts of our layers into a document, once.

    Parameters
    ----------
    figure
        The document.
    """
    if "serge_map_scripts" in figure.header._children:
        return
    head = environment(TEMPLATES).get_template("head.html.j2")
    styles, scripts = (tokens_css(), read_web("styles/map.css")), (join_modules(LAYERS),)
    element = Verbatim(head.render(styles=styles, scripts=scripts))
    figure.header.add_child(element, name="serge_map_scripts")


def elements_in(root: Element) -> Iterator[Element]:
    """Yield an element and all inside it, in the order of the document.

    Parameters
    ----------
    root
        The outermost element.
    """
    yield root
    for child in root._children.values():
        yield from elements_in(child)


def name_apart(figure: Figure) -> None:
    """Give layers and maps of ours names of their own in a document, the same in every run.

    Parameters
    ----------
    figure
        The document.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for element in elements_in(figure):
        base = getattr(element, "_base", None)
        if base is None:
            continue
        key = (element._name, base)
        seen[key] += 1
        element._id = base if seen[key] == 1 else f"{base}_{seen[key]}"
