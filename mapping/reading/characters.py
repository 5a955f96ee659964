"""Find invisible, forbidden and unnormalised characters in text."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from mapping.errors import Level, Problem, Problems, show

if TYPE_CHECKING:
    from collections.abc import Iterator

    Path = tuple[str | int, ...]

MAX_TEXT = 20_000
# No XML, so neither KML nor QGIS, can hold these, and half a surrogate pair is no UTF-8.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# A joiner is right inside emoji, Arabic or Indic words, and an accident among Latin letters.
_INVISIBLE = re.compile(
    r"[\u00ad\u200b\u2060\ufeff\u2028\u2029]"
    r"|(?<=[\u0020-\u024f])[\u200c\u200d]|^[\u200c\u200d]"
)
_BIDI = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CHECKS: tuple[tuple[re.Pattern[str], str, str, Level], ...] = (
    (_FORBIDDEN, "text without control characters", "Delete it.", "error"),
    (_INVISIBLE, "only characters that show", "Delete it.", "warning"),
    (_BIDI, "no direction marks", "Delete it, unless the script needs it.", "warning"),
    (re.compile("\ufffd"), "text that no program has damaged", "Type the letter again.", "warning"),
)


def check_text(file: str, feature: str, field: str, text: str) -> list[Problem]:
    """Return what is wrong with one text.

    Parameters
    ----------
    file, feature, field
        Its place in the data.
    text
        The text.
    """
    if not text:
        return []
    problems = Problems()
    for pattern, expected, remedy, level in _CHECKS:
        match = None if text.isascii() and pattern is not _FORBIDDEN else pattern.search(text)
        if match:
            before = text[max(0, match.start() - 20) : match.start()]
            there = f"after {show(before)}" if before else "at the start"
            found = f"U+{ord(match[0]):04X} {there}"
            place = problems.at(file, feature)
            tell = place.error if level == "error" else place.warning
            tell(field, expected=expected, found=found, remedy=remedy)
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        expected = "composed letters (Unicode NFC)"
        remedy = "Run serge-map tidy." if file.endswith(".geojson") else "Type the letters again."
        problems.at(file, feature).warning(
            field, expected=expected, found="decomposed ones", remedy=remedy
        )
    if len(text) > MAX_TEXT:
        expected = f"at most {MAX_TEXT:,} characters"
        problems.at(file, feature).warning(
            field, expected=expected, found=f"{len(text):,}", remedy="Shorten it for the reader."
        )
    if text.isspace():
        problems.at(file, feature).error(
            field, expected="text", found="only spaces", remedy="Write it, or put null."
        )
    return problems


def is_plain(text: str) -> bool:
    """Return whether nothing can be wrong with a text; quick, and sure where it says yes.

    Parameters
    ----------
    text
        The text; a line break makes it not plain, though nothing may be wrong with it.
    """
    return len(text) <= MAX_TEXT and not text.isspace() and _has_only_letters(text)


def _has_only_letters(text: str) -> bool:
    """Return whether a text has no character that asks for a closer look."""
    if not text.isprintable():
        return False
    return text.isascii() or ("\ufffd" not in text and unicodedata.is_normalized("NFC", text))


def has_only_plain(value: object) -> bool:
    """Return whether all texts inside parsed JSON are plain; quick, and sure where it says yes.

    Parameters
    ----------
    value
        Lists and dicts of any depth the parser let through.
    """
    texts: list[str] = []
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            texts.append(here)
        elif isinstance(here, dict):
            texts.extend(here)
            waiting.extend(here.values())
        elif isinstance(here, (list, tuple)):
            waiting.extend(here)
    if any(map(str.isspace, texts)) or max(map(len, texts), default=0) > MAX_TEXT:
        return False
    # as one text, for what else is forbidden in a part is so in the whole
    return _has_only_letters(".".join(texts))


def walk_texts(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text inside parsed JSON or TOML, keys included, with its path.

    Parameters
    ----------
    value
        Lists and dicts of any depth the parser let through.
    path
        The place of the value: keys, and positions from 1.
    """
    waiting = [(path, value)]
    while waiting:
        at, here = waiting.pop()
        if isinstance(here, str):
            yield at, here
        elif isinstance(here, dict):
            for key, inner in reversed(here.items()):
                waiting.append(((*at, key), inner))
                waiting.append(((*at, key), key))
        elif isinstance(here, (list, tuple)):
            numbered = [((*at, n), inner) for n, inner in enumerate(here, start=1)]
            waiting.extend(reversed(numbered))


def say_path(path: Path) -> str:
    """Return a path as a phrase, such as ``person.same_as[1]``.

    Parameters
    ----------
    path
        Keys, and positions from 1.
    """
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in path]
    return show("".join(parts).removeprefix(".")).strip("“”")
