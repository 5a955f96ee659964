"""How QGIS names the columns of a life and lets them be edited: tabs, lists, checks, defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from mapping.formats.qgis.widgets import add_widget, choices_of
from mapping.life.model import Leg, Stop, property_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import BaseModel

    from mapping.life.model import Life

_DERIVED = {"seq", "start_date", "end_date", "date_text"}
_TABS: dict[str, Sequence[str]] = {
    "What": (
        *("title", "id", "seq", "kind", "chapter", "from_id", "to_id", "mode", "guarded"),
        "tour",
    ),
    "When": ("date_edtf", "date_text", "start_date", "end_date", "certainty"),
    "Where": ("name_then", "country_then", "name_now", "country_now", "precision", "place_id"),
    "Sources": ("sources",),
}
_WORDS = "Words"  # every other column
_ORDER = ("What", "When", "Where", _WORDS, "Sources")
_POINT = "([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?|[0-9]{3}X[~?%]?|[0-9]{2}XX[~?%]?|[.][.])"
EDTF_PATTERN = f"^{_POINT}(/{_POINT})?$"
"""What the form lets pass as dates; ``check`` knows the rest of the rule."""
EDTF_SENTENCE = "Dates as 1919-01-26, 1919-01 or 1919; ~ about, ? perhaps; first/last: 1919~/1921"
_SLUG = "regexp_replace(regexp_replace(lower(\"title\"), '[^a-z0-9]+', '-'), '^-|-$', '')"
_NEW = '"seq" IS NULL'  # the fid of a new row is 0, and that of the first row is so too
_DEFAULTS = {
    Stop: {"certainty": "'certain'", "precision": "'city'", "tour": "false", "kind": "'home'"},
    Leg: {"certainty": "'less-certain'", "mode": "'unknown'", "guarded": "false"},
}


def aliases_of(model: type[BaseModel]) -> dict[str, str]:
    """Return the readable names of a table's fields, in the order of the table.

    Parameters
    ----------
    model
        ``Stop`` or ``Leg``.
    """
    return {name: model.model_fields[name].title or name for name in property_order(model)}


def plain_form(aliases: Mapping[str, str], *, editable: bool = False) -> list[Element]:
    """Return readable names for columns.

    Parameters
    ----------
    aliases
        Readable names by field, in the order of the table.
    editable
        Whether anybody edits them.
    """
    names, fields = Element("aliases"), Element("editable")
    for index, (field, alias) in enumerate(aliases.items()):
        SubElement(names, "alias", index=str(index), field=field, name=alias)
        SubElement(fields, "field", name=field, editable=str(int(editable)))
    return [names, fields]


def form(model: type[Stop | Leg], life: Life) -> list[Element]:
    """Return the form of a table: tabs, lists to choose from, checks with a sentence, defaults.

    Parameters
    ----------
    model
        ``Stop`` or ``Leg``.
    life
        Its chapters, stops, sources and persons are what the lists and checks know.
    """
    configuration, names, editable = (
        Element("fieldConfiguration"),
        Element("aliases"),
        Element("editable"),
    )
    aliases = aliases_of(model)
    choices = choices_of(life)
    for index, (field, alias) in enumerate(aliases.items()):
        add_widget(configuration, field, choices)
        SubElement(names, "alias", index=str(index), field=field, name=alias)
        SubElement(editable, "field", name=field, editable=str(int(field not in _DERIVED)))
    checks = _checks(model, life)
    return [configuration, names, editable, *_defaults(model), *checks, *_tabs(list(aliases))]


def _defaults(model: type[Stop | Leg]) -> list[Element]:
    """Return what a new feature begins with; its id follows its title until `tidy` counts it."""
    defaults = Element("defaults")
    for field in property_order(model):
        expression, again = _DEFAULTS[model].get(field, ""), "0"
        if field == "id" and model is Stop:
            expression, again = f'CASE WHEN {_NEW} THEN {_SLUG} ELSE "id" END', "1"
        elif field == "id":
            between = '"from_id" || \'-to-\' || "to_id"'
            expression, again = f'CASE WHEN {_NEW} THEN {between} ELSE "id" END', "1"
        SubElement(defaults, "default", field=field, expression=expression, applyOnUpdate=again)
    return [defaults]


def _checks(model: type[Stop | Leg], life: Life) -> list[Element]:
    """Return what may not be empty, and what must be of a form, each with its sentence."""
    constraints, expressions = Element("constraints"), Element("constraintExpressions")
    told = {
        "date_edtf": (f"regexp_match(\"date_edtf\", '{EDTF_PATTERN}') > 0", EDTF_SENTENCE),
        "sources": (
            _known("sources", [source.id for source in life.sources]),
            "Ids of the sources, each perhaps with a place in it: maitron-serge; memoirs, p. 12",
        ),
        "persons": (
            _known("persons", [person.id for person in life.persons]),
            "Ids of the persons, with “; ” between",
        ),
    }
    for field in property_order(model):
        needed = model.model_fields[field].is_required() and field != "id"
        expression, sentence = told.get(field, ("", ""))
        SubElement(
            constraints,
            "constraint",
            field=field,
            constraints=str(int(needed) + 4 * bool(expression)),
            notnull_strength=str(int(needed)),
            unique_strength="0",
            exp_strength=str(2 * bool(expression) if field != "date_edtf" else 1),
        )
        SubElement(expressions, "constraint", field=field, exp=expression, desc=sentence)
    return [constraints, expressions]


def _known(field: str, ids: Sequence[str]) -> str:
    """Return the expression that every id of a "; "-joined column is one of these.

    A line left empty is null in the table, and the word NULL in the form of QGIS 3.22.
    """
    listed = ", ".join(f"'{one}'" for one in ids) or "''"
    each = "regexp_replace(trim(@element), ',.*$', '')"
    unknown = f"array_filter(string_to_array(\"{field}\", ';'), NOT array_contains("
    nothing = f"coalesce(nullif(\"{field}\", 'NULL'), '') = ''"
    return f"{nothing} OR array_length({unknown}array({listed}), {each}))) = 0"


def _tabs(fields: list[str]) -> list[Element]:
    layout, root = Element("editorlayout"), Element("attributeEditorForm")
    layout.text = "tablayout"
    grouped = {name for names in _TABS.values() for name in names}
    for tab in _ORDER:
        names = _TABS.get(tab) or [name for name in fields if name not in grouped]
        box = SubElement(
            root,
            "attributeEditorContainer",
            name=tab,
            groupBox="0",
            columnCount="1",
            showLabel="1",
            visibilityExpression="",
            visibilityExpressionEnabled="0",
        )
        for name in names:
            if name in fields:
                index = str(fields.index(name))
                SubElement(box, "attributeEditorField", name=name, index=index, showLabel="1")
        if not len(box):
            root.remove(box)
    return [layout, root]
