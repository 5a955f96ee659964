"""Say in plain words what pydantic found wrong with a value."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from mapping.errors import Problem, at, show
from mapping.life.spelling import NoDate
from mapping.reading.characters import say_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import ValidationError
    from pydantic.fields import FieldInfo

    Path = tuple[int | str, ...]

_PATTERNS = {
    "[a-z0-9]": (
        "small letters, digits and single hyphens, such as paris-1909",
        "Write it with these only.",
    ),
    "[^\\s": (
        "a key without spaces, commas, semicolons, quotes and brackets, such as doeBook1966",
        "Take the citation key of your reference manager.",
    ),
    "^images/": (
        "a WebP or AVIF file of the folder images, such as images/orenburg.webp",
        "Save the picture as one, and name it here: SVG may hold scripts, others weigh more.",
    ),
    "[A-Za-z]{2,3}": ("a language tag, such as en or pt-BR", "Look up the tag."),
}
_TYPES = {
    "string_too_short": ("text", "Fill it in, or put null if the column allows none."),
    "string_type": ("text", "Put it in quotes."),
    "bool_type": ("true or false", "Write true or false, without quotes."),
    "int_type": ("a whole number", "Write it without quotes and without a point."),
    "tuple_type": ("a list", "Put it in [ ]."),
    "list_type": ("a list", "Put it in [ ]."),
    "model_type": ("a table of keys and values", "Write its keys one by one."),
    "dict_type": ("a table of keys and values", "Write its keys one by one."),
}
_LONG = 200  # characters of a suggestion
MAX_CHOICES = 256  # comparing each wrong word with more would keep a person waiting
# pydantic names the branch of a union in the path; a reader does not care.
_BROKEN_TEXT = "string_unicode"  # half a surrogate pair: the rules for texts report it
_UNION_BRANCHES = {"str", "int", "constrained-str", "constrained-int"}
_ALREADY_SAID = re.compile(r"[;,]? not .*$", re.DOTALL)


def explain(
    error: ValidationError,
    model: type[BaseModel],
    file: str,
    feature: str = "",
) -> list[Problem]:
    """Turn a validation error into problems; a mistyped key is one problem, not two.

    Parameters
    ----------
    error
        What pydantic raised.
    model
        The model it was raised for.
    file, feature
        The place of the value.
    """
    details = [d for d in error.errors(include_url=False) if d["type"] != _BROKEN_TEXT]
    missing: dict[Path, list[str]] = {}
    for detail in details:
        if detail["type"] == "missing":
            missing.setdefault(detail["loc"][:-1], []).append(str(detail["loc"][-1]))
    renamed: set[Path] = set()
    problems: dict[str, Problem] = {}
    # Unknown keys first: each may be the misspelling of a missing one.
    for detail in sorted(details, key=lambda detail: detail["type"] != "extra_forbidden"):
        kind = str(detail["type"])
        named = tuple(part for part in detail["loc"] if part not in _UNION_BRANCHES)
        path = named or detail["loc"]  # a key may be called like a branch
        above, key = path[:-1], str(path[-1])
        field = say_path(tuple(p + 1 if isinstance(p, int) else p for p in path))
        if kind == "extra_forbidden":
            meant = closest(key, missing.get(above, ()))
            if meant:
                renamed.add((*above, meant))
            known = [info.alias or name for name, info in _model_at(model, above).items()]
            meant = meant or closest(key, known)
            other = "Remove it, or say it in “note”." if "note" in known else "Remove it."
            remedy = suggest(meant, other)
            problem = at(file, feature).error(
                field,
                expected="a key of the data dictionary",
                found="an unknown one",
                remedy=remedy,
            )
        elif kind == "missing":
            if path in renamed:
                continue
            info = _model_at(model, above).get(key)
            what = f"a value ({info.description})" if info and info.description else "a value"
            problem = at(file, feature).error(
                field, expected=what, found="none", remedy=f"Add “{key}”."
            )
        else:
            expected, remedy = _rule(kind, detail.get("ctx", {}), detail["msg"], detail["input"])
            problem = at(file, feature).error(
                field, expected=expected, found=show(detail["input"]), remedy=remedy
            )
        problems.setdefault(field, problem)
    return list(problems.values())


def _model_at(model: type[BaseModel], path: Path) -> dict[str, FieldInfo]:
    """Return the fields of the model that a path inside another model leads to."""
    fields: dict[str, FieldInfo] = dict(model.model_fields)
    for part in path:
        if isinstance(part, int):
            continue
        info = fields.get(part)
        annotation = info.annotation if info else None
        inner = [
            kind
            for kind in (annotation, *get_args(annotation))
            if isinstance(kind, type) and issubclass(kind, BaseModel)
        ]
        fields = dict(inner[0].model_fields) if inner else {}
    return fields


def _rule(kind: str, context: Mapping[str, Any], message: str, value: object) -> tuple[str, str]:
    """Return what was expected and the remedy."""
    expected, remedy = _TYPES.get(kind, (message[:1].lower() + message[1:], "Put it right."))
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'", str(context["expected"]))
        meant = closest(str(value), choices)
        expected = f"one of {', '.join(choices)}"
        remedy = suggest(meant, "Choose one of them.")
    elif kind == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        words = (pattern, "Write it so.")
        expected, remedy = next((w for part, w in _PATTERNS.items() if part in pattern), words)
    elif kind == "string_too_long":
        expected, remedy = f"at most {context['max_length']} characters", "Shorten it."
    elif kind == "greater_than_equal":
        expected, remedy = f"a number from {context['ge']}", "Mend it."
    elif kind == "less_than_equal":
        expected, remedy = f"a number up to {context['le']}", "Mend it."
    elif kind == "value_error" and isinstance(context["error"], NoDate):
        expected, remedy = context["error"].expected, context["error"].remedy
    elif kind == "value_error":
        expected, remedy = _ALREADY_SAID.sub("", str(context["error"])), "Write it so."
    elif kind in _TYPES and value is None:
        remedy = "Fill it in."
    elif kind == "string_type" and isinstance(value, (list, tuple, dict)):
        remedy = "Write one plain text."
    return expected, remedy


def closest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that a mistyped word most likely meant.

    Parameters
    ----------
    word
        The value that is there.
    choices
        The values that may be there.
    """
    choices = list(choices)
    if len(choices) > MAX_CHOICES:
        return None
    folded = {choice.casefold(): choice for choice in choices}
    matches = difflib.get_close_matches(word[:64].casefold(), folded, n=1, cutoff=0.7)
    return folded[matches[0]] if matches else None


def suggest(meant: str | None, otherwise: str) -> str:
    """Return the remedy for a mistyped word.

    Parameters
    ----------
    meant
        What `closest` returned: it comes from a file too, and may hold what no terminal should get.
    otherwise
        The remedy where nothing is close.
    """
    return f"Did you mean {show(meant, _LONG)}?" if meant else otherwise
