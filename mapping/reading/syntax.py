"""Read one input file strictly: bytes, then JSON or TOML, with every way to fail in words."""

from __future__ import annotations

import json
import math
import re
import tomllib
from typing import Any

from mapping.errors import Problems, show
from mapping.files import unreadable

MAX_TOML_BYTES = 2_000_000  # tomllib takes quadratic time on some input
NOT_FINITE = "finite numbers"
# tomllib also takes quadratic time on a dotted key of very many parts; ours have two.
_ENDLESS_KEY = re.compile(
    r"""(?:^|[\[{,])[ \t]*(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){16}""", re.MULTILINE
)
_BOM = b"\xef\xbb\xbf"
_UTF16_LETTER = re.compile(rb"\x00[\t\n -~]|[\t\n -~]\x00")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_JSON_WORDS = {
    "Extra data": "nothing after the end of the value",
    "Expecting value": "a value",
    "Expecting property name enclosed in double quotes": "a key in double quotes",
    "Illegal trailing comma before end of object": "no comma before the closing bracket",
    "Illegal trailing comma before end of array": "no comma before the closing bracket",
}
_RIGHT_FILE = "Check that it is the right file."
_SHORT = 300  # digits that surely make no endless number
_RESTORE = "Restore the file from a copy."


def decode(file: str, data: bytes) -> tuple[str, Problems]:
    """Decode UTF-8.

    Parameters
    ----------
    file
        Name for the problems.
    data
        Content of the file.

    Returns
    -------
    tuple of str and Problems
        The text, and a warning if a byte order mark stood before it.

    Raises
    ------
    UnreadableError
        If it is empty, binary, in another encoding, or a web page.
    """
    problems = Problems()
    if data.startswith(_BOM):
        data = data[len(_BOM) :]
        problems.at(file).warning(
            expected="plain UTF-8",
            found="a byte order mark",
            remedy="It is skipped; save the file as UTF-8 without it.",
        )
    if not data.strip():
        raise unreadable(file, "text", "an empty file", "Restore it from a copy.")
    if data.startswith(_UTF16) or _UTF16_LETTER.match(data):
        raise unreadable(file, "UTF-8", "UTF-16", "Save the file as UTF-8.")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise unreadable(
            file, "text", f"a NUL byte in line {line}", "Restore the file; it is binary or damaged."
        )
    if data.lstrip()[:1] == b"<":
        raise unreadable(
            file, "data", "a web page or XML", "Download the file itself; was it a login page?"
        )
    try:
        return data.decode("utf-8"), problems
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{data[error.start]:02x} in line {line}"
        raise unreadable(
            file, "UTF-8", byte, "Save the file as UTF-8; it looks like Latin-1 or is binary."
        ) from error


class _Hooks:
    """What the JSON parser calls on the way, noting what no value can show afterwards."""

    def __init__(self, file: str, problems: Problems) -> None:
        self.file = file
        self.problems = problems

    def as_object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) == len(pairs):
            return value
        feature = show(value["id"]).strip("“”") if isinstance(value.get("id"), str) else ""
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                field = show(key).strip("“”")
                self.problems.at(self.file, feature).error(
                    field, expected="each key once", found="it twice", remedy="Keep one of the two."
                )
            seen.add(key)
        return value

    def as_float(self, number: str) -> float:
        value = float(number)
        return value if math.isfinite(value) else self.as_constant(number)

    def as_int(self, number: str) -> float:
        """Return a whole number that a decimal number can hold too: all else reckons with those."""
        if len(number) < _SHORT or math.isfinite(float(number)):
            return int(number)
        return self.as_constant(number)

    def as_constant(self, name: str) -> float:
        self.problems.at(self.file).error(
            expected=NOT_FINITE, found=show(name), remedy="Put a number there, or null for none."
        )
        return math.nan


def parse_json(file: str, data: bytes) -> tuple[Any, Problems]:
    """Parse JSON as RFC 8259 has it: no NaN, no doubled key, no endless number.

    Parameters
    ----------
    file
        Name for the problems.
    data
        Content of the file.

    Returns
    -------
    tuple of object and Problems
        The value, and what is wrong inside it but does not stop the reading.

    Raises
    ------
    UnreadableError
        If it is not JSON at all.
    """
    text, problems = decode(file, data)
    hooks = _Hooks(file, problems)
    try:
        value = json.loads(
            text,
            object_pairs_hook=hooks.as_object,
            parse_int=hooks.as_int,
            parse_float=hooks.as_float,
            parse_constant=hooks.as_constant,
        )
    except json.JSONDecodeError as error:
        raise unreadable(file, *_json_fault(text, error)) from error
    except RecursionError as error:
        raise unreadable(
            file, "JSON of a few levels", "brackets nested too deep", _RESTORE
        ) from error
    return value, problems


def _json_fault(text: str, error: json.JSONDecodeError) -> tuple[str, str, str]:
    if error.pos >= len(text.rstrip()):
        return "the whole file", f"its end in line {error.lineno}", "Restore it; it is cut off."
    expected = _JSON_WORDS.get(error.msg, f"JSON ({error.msg[:1].lower()}{error.msg[1:]})")
    there = show(text[error.pos : error.pos + 20])
    found = f"{there} in line {error.lineno}, column {error.colno}"
    return expected, found, "Mend it there; an editor that knows JSON shows the place."


def parse_toml(file: str, data: bytes) -> tuple[dict[str, Any], Problems]:
    """Parse TOML.

    Parameters
    ----------
    file
        Name for the problems.
    data
        Content of the file.

    Raises
    ------
    UnreadableError
        If it is not TOML, or larger than a life's description can be.
    """
    if len(data) > MAX_TOML_BYTES:
        raise unreadable(file, "at most 2 MB", f"{len(data) / 1e6:,.0f} MB", _RIGHT_FILE)
    text, problems = decode(file, data)
    endless = _ENDLESS_KEY.search(text)
    if endless:
        line = text.count("\n", 0, endless.end()) + 1
        found = f"one of more than 16 in line {line}"
        raise unreadable(file, "keys of a few parts", found, "Mend the key.")
    try:
        return tomllib.loads(text), problems
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).removesuffix(")").partition(" (at ")
        found = f"“{what[:1].lower()}{what[1:]}” at {where or 'the top'}"
        raise unreadable(file, "TOML", found, "Mend it there.") from error
    except RecursionError as error:
        raise unreadable(
            file, "TOML of a few levels", "brackets nested too deep", _RESTORE
        ) from error
    except ValueError as error:  # a day or number that TOML allows and Python does not
        raise unreadable(file, "TOML", show(str(error)), "Mend the date or number.") from error


def frozen(value: Any) -> Any:
    """Return TOML's lists as tuples, which is what the strict models hold.

    Parameters
    ----------
    value
        What ``parse_toml`` returned, or a part of it.
    """
    if isinstance(value, dict):
        return {key: frozen(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return tuple(frozen(inner) for inner in value)
    return value
