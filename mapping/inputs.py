"""Read one input file strictly: bytes, then JSON or TOML, with every way to fail in words."""

from __future__ import annotations

import errno
import json
import math
import os
import re
import stat
import tomllib
from typing import TYPE_CHECKING, Any, NoReturn

from mapping.errors import Problem, show

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 200_000_000  # a life of 10,000 stops takes a tenth of it
MAX_TOML_BYTES = 2_000_000  # tomllib takes quadratic time on some input
NOT_FINITE = "finite numbers"
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_JSON_WORDS = {
    "Extra data": "nothing after the end of the value",
    "Expecting value": "a value",
    "Expecting property name enclosed in double quotes": "a key in double quotes",
    "Illegal trailing comma before end of object": "no comma before the closing bracket",
    "Illegal trailing comma before end of array": "no comma before the closing bracket",
}


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

    def fail(expected: str, found: str, remedy: str) -> NoReturn:
        raise UnreadableError(Problem(path.name, "", "", expected, found, remedy))

    try:
        # Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                fail("a plain file", _sort(status.st_mode), "Put the file itself there.")
            if status.st_size > limit:
                size = f"{status.st_size / 1e6:,.0f} MB"
                fail(f"at most {limit / 1e6:,.0f} MB", size, "Check that it is the right file.")
            return stream.read(limit + 1)
    except FileNotFoundError:
        if path.is_symlink():
            fail("a file", "a link that leads nowhere", "Mend the link or put the file there.")
        fail("a file", "none", "Put it into the folder, or name the folder that holds it.")
    except PermissionError:
        fail("a file that may be read", "one without permission", "Allow yourself to read it.")
    except IsADirectoryError:
        fail("a plain file", "a folder", "Put the file itself there.")
    except OSError as error:
        if error.errno == errno.ELOOP:
            fail("a file", "a link that leads to itself", "Mend the link.")
        fail("a file that can be read", f"an obstacle ({error.strerror})", "Look at the disk.")
    except ValueError:  # a NUL in the path
        fail("a file", "an impossible name", "Name an existing folder.")


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

    def fail(expected: str, found: str, remedy: str) -> NoReturn:
        raise UnreadableError(Problem(file, "", "", expected, found, remedy))

    problems = []
    if data.startswith(_BOM):
        data = data[len(_BOM) :]
        remedy = "It is skipped; save the file as UTF-8 without it."
        problems.append(
            Problem(file, "", "", "plain UTF-8", "a byte order mark", remedy, "warning")
        )
    if not data.strip():
        fail("text", "an empty file", "Restore it from a copy.")
    if data.startswith(_UTF16) or (len(data) > 1 and 0 in data[:2] and data[0] != data[1]):
        fail("UTF-8", "UTF-16", "Save the file as UTF-8.")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        fail("text", f"a NUL byte in line {line}", "Restore the file; it is binary or damaged.")
    if data.lstrip()[:1] == b"<":
        fail("data", "a web page or XML", "Download the file itself; was it a login page?")
    try:
        return data.decode("utf-8"), problems
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{data[error.start]:02x} in line {line}"
        fail("UTF-8", byte, "Save the file as UTF-8; it looks like Latin-1 or is binary.")


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

    def fail(expected: str, found: str, remedy: str) -> NoReturn:
        raise UnreadableError(Problem(file, "", "", expected, found, remedy))

    def as_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) != len(pairs):
            seen: set[str] = set()
            for key, _ in pairs:
                if key in seen:
                    feature = value["id"] if isinstance(value.get("id"), str) else ""
                    problems.append(
                        Problem(
                            file,
                            show(feature).strip("“”") if feature else "",
                            show(key).strip("“”"),
                            "each key once",
                            "it twice",
                            "Keep one of the two.",
                        )
                    )
                seen.add(key)
        return value

    def as_float(number: str) -> float:
        value = float(number)
        if math.isinf(value):
            problems.append(_not_finite(file, number))
        return value

    def as_constant(name: str) -> float:
        problems.append(_not_finite(file, name))
        return math.nan

    try:
        value = json.loads(
            text, object_pairs_hook=as_object, parse_float=as_float, parse_constant=as_constant
        )
    except json.JSONDecodeError as error:
        expected = _JSON_WORDS.get(error.msg, f"JSON ({error.msg[:1].lower()}{error.msg[1:]})")
        if error.pos >= len(text.rstrip()):
            fail("the whole file", f"its end in line {error.lineno}", "Restore it; it is cut off.")
        there = show(text[error.pos : error.pos + 20])
        where = f"{there} in line {error.lineno}, column {error.colno}"
        fail(expected, where, "Mend it there; an editor that knows JSON shows the place.")
    except RecursionError:
        fail("JSON of a few levels", "brackets nested too deep", "Restore the file.")
    except ValueError:  # more digits than Python will convert
        fail("numbers of sensible length", "one of thousands of digits", "Shorten the number.")
    return value, problems


def _not_finite(file: str, number: str) -> Problem:
    return Problem(
        file, "", "", NOT_FINITE, show(number), "Put a number there, or null for none."
    )


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

    def fail(expected: str, found: str, remedy: str) -> NoReturn:
        raise UnreadableError(Problem(file, "", "", expected, found, remedy))

    if len(data) > MAX_TOML_BYTES:
        fail("at most 2 MB", f"{len(data) / 1e6:,.0f} MB", "Check that it is the right file.")
    text, problems = decode(file, data)
    try:
        return tomllib.loads(text), problems
    except tomllib.TOMLDecodeError as error:
        found = re.sub(r" \(at (.*)\)$", r", \1", str(error))
        fail("TOML", found[:1].lower() + found[1:], "Mend it there.")
    except RecursionError:
        fail("TOML of a few levels", "brackets nested too deep", "Restore the file.")
    except ValueError as error:  # a day or number that TOML allows and Python does not
        fail("TOML", show(str(error)), "Mend the date or number.")
