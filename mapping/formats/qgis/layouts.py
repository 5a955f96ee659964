"""The print layouts of the project: a page a stop, drawn on the frontiers of its own day."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

from mapping.signs import rgb_of
from mapping.templates import environment

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def layouts(coverage: str, source: str) -> Element:
    """Return the layouts as QGIS keeps them in a project.

    Parameters
    ----------
    coverage
        Id of the layer of stops in the project.
    source
        Where that layer is read from, seen from the project.
    """
    template = environment("formats/qgis").get_template("layouts.xml.j2")
    text = template.render(coverage=coverage, source=source, sea=rgb_of("sea"))
    return fromstring(text)  # noqa: S314 - our own text
