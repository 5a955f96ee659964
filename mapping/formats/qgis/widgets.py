"""What each column of a form is edited with: a list, a box to tick, lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from mapping.formats.qgis.xml import add_options
from mapping.life.model import CERTAINTIES, KINDS, MODES, PRECISIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.life.model import Life

_LONG = {"summary", "quote", "note", "correction", "works"}


def choices_of(life: Life) -> dict[str, dict[str, str]]:
    """Return the words that a column may hold, by what the list shows for each.

    They stand in the form itself: a list that another layer gives would be empty, with a
    warning, where somebody opens the one layer alone.

    Parameters
    ----------
    life
        Its chapters and stops are in the lists.
    """
    closed: dict[str, tuple[str, ...]] = {
        "kind": KINDS,
        "mode": MODES,
        "certainty": CERTAINTIES,
        "precision": PRECISIONS,
    }
    stops = {
        f"{number}. {stop.title}, {stop.name_then} ({stop.span.words})": stop.id
        for number, stop in enumerate(life.stops, start=1)
    }
    chapters = {
        f"{number}. {chapter.title}": chapter.id
        for number, chapter in enumerate(life.chapters, start=1)
    }
    words: dict[str, dict[str, str]]
    words = {field: {word: word for word in vocabulary} for field, vocabulary in closed.items()}
    return words | {"chapter": chapters, "from_id": stops, "to_id": stops}


def add_widget(
    configuration: Element, field: str, choices: Mapping[str, Mapping[str, str]]
) -> None:
    """Add the widget of one column to the configuration of a form.

    Parameters
    ----------
    configuration
        What the widget is added to.
    field
        Name of the column.
    choices
        What `choices_of` returned.
    """
    entry = SubElement(configuration, "field", name=field, configurationFlags="None")
    widget = SubElement(entry, "editWidget")
    config = SubElement(widget, "config")
    if field in choices:
        widget.set("type", "ValueMap")
        group = SubElement(config, "Option", type="Map")
        entries = SubElement(group, "Option", type="List", name="map")
        for shown, word in choices[field].items():
            add_options(entries, {shown: word})
    elif field.endswith("_date"):
        widget.set("type", "DateTime")
        add_options(config, {"display_format": "yyyy-MM-dd", "field_format": "yyyy-MM-dd"})
    elif field in {"guarded", "tour"}:
        widget.set("type", "CheckBox")
    else:
        widget.set("type", "TextEdit")
        add_options(config, {"IsMultiline": str(field in _LONG).lower()})
