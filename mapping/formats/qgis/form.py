"""How QGIS names the columns of a life and lets them be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from mapping.formats.qgis.xml import add_options
from mapping.life.model import CERTAINTIES, KINDS, MODES, PRECISIONS, property_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import BaseModel

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
    "exactness_km": "Worst frontier within, km",
}
_DERIVED = {"seq", "start_date", "end_date", "date_text"}
_CLOSED: dict[str, Sequence[str]] = {
    "kind": KINDS,
    "mode": MODES,
    "certainty": CERTAINTIES,
    "precision": PRECISIONS,
}


def aliases_of(model: type[BaseModel]) -> dict[str, str]:
    """Return the readable names of a table's fields, in the order of the table.

    Parameters
    ----------
    model
        ``Stop`` or ``Leg``.
    """
    return {name: model.model_fields[name].title or name for name in property_order(model)}


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
