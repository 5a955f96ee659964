"""How QGIS names and shows the tables without places, such as sources and persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.formats.qgis.form import plain_form
from mapping.formats.qgis.names import TABLES
from mapping.formats.qgis.relations import layer_id
from mapping.formats.qgis.xml import text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def table_style(name: str) -> list[Element]:
    """Return readable names of a table's columns, and what stands for a row in a list.

    Parameters
    ----------
    name
        Of the table in the GeoPackage.
    """
    cited = _told("sources", "source", "citation")
    shown = {
        "chapters": '"title"',
        "persons": '"name"',
        "sources": '"citation"',
        "stop_sources": f"{cited} || coalesce(', ' || \"locator\", '')",
        "stop_persons": _told("persons", "person", "name"),
    }
    return [*plain_form(TABLES[name]), text_of("previewExpression", shown[name])]


def _told(table: str, column: str, wanted: str) -> str:
    """Return the expression of what another table says of the row that a column names."""
    row = f"get_feature('{layer_id(table)}', 'id', \"{column}\")"
    return f"coalesce(attribute({row}, '{wanted}'), \"{column}\")"
