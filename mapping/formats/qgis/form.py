"""How QGIS names the columns of a life and lets them be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from mapping.formats.qgis.xml import add_options
from mapping.life.model import CERTAINTIES, KINDS, MODES, PRECISIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STOP_ALIASES = {
    "id": "Id",
    "seq": "No.",
    "chapter": "Chapter",
    "title": "Title",
    "name_then": "Place then",
    "name_now": "Place now",
    "country_then": "State then",
    "country_now": "Country now",
    "kind": "Kind of stay",
    "start_date": "First possible day",
    "end_date": "Last possible day",
    "date_edtf": "Dates (EDTF)",
    "date_text": "Dates in words",
    "certainty": "Certainty",
    "precision": "The point stands for",
    "summary": "Summary",
    "companions": "With",
    "works": "Wrote there",
    "quote": "Quote",
    "quote_by": "Who speaks",
    "note": "Note",
    "sources": "Sources",
    "place_id": "Place id",
}
LEG_ALIASES = {
    "id": "Id",
    "seq": "No.",
    "from_id": "From stop",
    "to_id": "To stop",
    "mode": "Travelled by",
    "guarded": "Under guard",
    "start_date": "First possible day",
    "end_date": "Last possible day",
    "date_edtf": "Dates (EDTF)",
    "certainty": "Certainty of the way",
    "summary": "Summary",
    "sources": "Sources",
}
FRONTIER_ALIASES = {
    "id": "Id",
    "code": "Code",
    "name": "Name of that date",
    "sovereign": "Sovereign",
    "controller": "Controlled by",
    "status": "Status",
    "start_date": "From",
    "end_date": "To",
    "tint": "Tint",
}
_DERIVED = {"seq", "start_date", "end_date", "date_text"}
_CLOSED: dict[str, Sequence[str]] = {
    "kind": KINDS,
    "mode": MODES,
    "certainty": CERTAINTIES,
    "precision": PRECISIONS,
}


def form(aliases: Mapping[str, str]) -> list[Element]:
    """Return readable field names, lists for closed vocabularies, locks on derived fields.

    Parameters
    ----------
    aliases
        Readable names by field, in the order of the table.
    """
    configuration, names, editable = (
        Element("fieldConfiguration"),
        Element("aliases"),
        Element("editable"),
    )
    for index, (field, alias) in enumerate(aliases.items()):
        widget = SubElement(
            SubElement(configuration, "field", name=field, configurationFlags="None"), "editWidget"
        )
        config = SubElement(widget, "config")
        if field in _CLOSED:
            widget.set("type", "ValueMap")
            group = SubElement(config, "Option", type="Map")
            entries = SubElement(group, "Option", type="List", name="map")
            for word in _CLOSED[field]:
                add_options(entries, {word: word})
        elif field.endswith("_date"):
            widget.set("type", "DateTime")
            add_options(config, {"display_format": "yyyy-MM-dd", "field_format": "yyyy-MM-dd"})
        elif field == "guarded":
            widget.set("type", "CheckBox")
        else:
            widget.set("type", "TextEdit")
            add_options(config, {"IsMultiline": str(field in {"summary", "quote", "note"}).lower()})
        SubElement(names, "alias", index=str(index), field=field, name=alias)
        SubElement(editable, "field", name=field, editable=str(int(field not in _DERIVED)))
    return [configuration, names, editable]
