"""Read one input file strictly: bytes, then JSON or TOML, with every way to fail in words."""

from __future__ import annotations

import errno
import json
import math
import os
import re
import stat
import tomllib
from typing import TYPE_CHECKING, Any

from mapping.errors import Problem, show

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 200_000_000  # a life of 10,000 stops takes a tenth of it
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


_PUT_IT = "Put the file itself there."
_RIGHT_FILE = "Check that it is the right file."
_RESTORE = "Restore the file from a copy."


class UnreadableError(Exception):
    """One file cannot be used; carries the ``Problem`` that says why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Read a regular file without ever waiting for it.

    Parameters
    ----------
    path
        The file; symbolic links are followed.
    limit
        Largest size in bytes.

    Raises
    ------
    UnreadableError
        If there is no such file, it may not be read, or it is no plain file of that size.
    """
    try:
        # Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise _unreadable(path.name, "a plain file", _sort(status.st_mode), _PUT_IT)
            if status.st_size > limit:
                size, most = (f"{n / 1e6:,.0f} MB" for n in (status.st_size, limit))
                raise _unreadable(path.name, f"at most {most}", size, _RIGHT_FILE)
            return stream.read(limit + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path.name, *_obstacle(path, error)) from error


def _unreadable(file: str, expected: str, found: str, remedy: str) -> UnreadableError:
    return UnreadableError(Problem(file, "", "", expected, found, remedy))


def _obstacle(path: Path, error: OSError | ValueError) -> tuple[str, str, str]:
    """Return what was expected, what stood in the way, and the remedy."""
    if isinstance(error, IsADirectoryError):
        return "a plain file", "a folder", _PUT_IT
    if isinstance(error, PermissionError):
        return "a file that may be read", "one without permission", "Allow yourself to read it."
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return "a file", "a link that leads nowhere", "Mend the link or put the file there."
        return "a file", "none", "Put it into the folder, or name the folder that holds it."
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return "a file", "a link that leads to itself", "Mend the link."
    reason = error.strerror if isinstance(error, OSError) else "an impossible name"
    return "a file that can be read", f"an obstacle ({reason})", "Look at the path and the disk."


def _sort(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    return "a named pipe" if stat.S_ISFIFO(mode) else "a device or socket"


def decode(file: str, data: bytes) -> tuple[str, list[Problem]]:
    """Decode UTF-8.

    Parameters
    ----------
    file
        Name for the problems.
    data
        Content of the file.

    Returns
    -------
    tuple of str and list of Problem
        The text, and a warning if a byte order mark stood before it.

    Raises
    ------
    UnreadableError
        If it is empty, binary, in another encoding, or a web page.
    """
    problems = []
    if data.startswith(_BOM):
        data = data[len(_BOM) :]
        remedy = "It is skipped; save the file as UTF-8 without it."
        problems.append(
            Problem(file, "", "", "plain UTF-8", "a byte order mark", remedy, "warning")
        )
    if not data.strip():
        raise _unreadable(file, "text", "an empty file", "Restore it from a copy.")
    if data.startswith(_UTF16) or _UTF16_LETTER.match(data):
        raise _unreadable(file, "UTF-8", "UTF-16", "Save the file as UTF-8.")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise _unreadable(
            file, "text", f"a NUL byte in line {line}", "Restore the file; it is binary or damaged."
        )
    if data.lstrip()[:1] == b"<":
        raise _unreadable(
            file, "data", "a web page or XML", "Download the file itself; was it a login page?"
        )
    try:
        return data.decode("utf-8"), problems
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{data[error.start]:02x} in line {line}"
        raise _unreadable(
            file, "UTF-8", byte, "Save the file as UTF-8; it looks like Latin-1 or is binary."
        ) from error


class _Hooks:
    """What the JSON parser calls on the way, noting what no value can show afterwards."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
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
                field, remedy = show(key).strip("“”"), "Keep one of the two."
                self.problems.append(
                    Problem(self.file, feature, field, "each key once", "it twice", remedy)
                )
            seen.add(key)
        return value

    def as_float(self, number: str) -> float:
        return float(number) if math.isfinite(float(number)) else self.as_constant(number)

    def as_constant(self, name: str) -> float:
        remedy = "Put a number there, or null for none."
        self.problems.append(Problem(self.file, "", "", NOT_FINITE, show(name), remedy))
        return math.nan


def parse_json(file: str, data: bytes) -> tuple[Any, list[Problem]]:
    """Parse JSON as RFC 8259 has it: no NaN, no doubled key, no endless number.

    Parameters
    ----------
    file
        Name for the problems.
    data
        Content of the file.

    Returns
    -------
    tuple of object and list of Problem
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
            parse_float=hooks.as_float,
            parse_constant=hooks.as_constant,
        )
    except json.JSONDecodeError as error:
        raise _unreadable(file, *_json_fault(text, error)) from error
    except RecursionError as error:
        raise _unreadable(
            file, "JSON of a few levels", "brackets nested too deep", _RESTORE
        ) from error
    except ValueError as error:  # more digits than Python will convert
        found, remedy = "one of thousands of digits", "Shorten the number."
        raise _unreadable(file, "numbers of sensible length", found, remedy) from error
    return value, problems


def _json_fault(text: str, error: json.JSONDecodeError) -> tuple[str, str, str]:
    if error.pos >= len(text.rstrip()):
        return "the whole file", f"its end in line {error.lineno}", "Restore it; it is cut off."
    expected = _JSON_WORDS.get(error.msg, f"JSON ({error.msg[:1].lower()}{error.msg[1:]})")
    there = show(text[error.pos : error.pos + 20])
    found = f"{there} in line {error.lineno}, column {error.colno}"
    return expected, found, "Mend it there; an editor that knows JSON shows the place."


def parse_toml(file: str, data: bytes) -> tuple[dict[str, Any], list[Problem]]:
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
        raise _unreadable(file, "at most 2 MB", f"{len(data) / 1e6:,.0f} MB", _RIGHT_FILE)
    text, problems = decode(file, data)
    endless = _ENDLESS_KEY.search(text)
    if endless:
        line = text.count("\n", 0, endless.end()) + 1
        found = f"one of more than 16 in line {line}"
        raise _unreadable(file, "keys of a few parts", found, "Mend the key.")
    try:
        return tomllib.loads(text), problems
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).removesuffix(")").partition(" (at ")
        found = f"“{what[:1].lower()}{what[1:]}” at {where or 'the top'}"
        raise _unreadable(file, "TOML", found, "Mend it there.") from error
    except RecursionError as error:
        raise _unreadable(
            file, "TOML of a few levels", "brackets nested too deep", _RESTORE
        ) from error
    except ValueError as error:  # a day or number that TOML allows and Python does not
        raise _unreadable(file, "TOML", show(str(error)), "Mend the date or number.") from error
