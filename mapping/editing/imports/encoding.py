"""Decode text in whatever encoding it was saved, and say which one that was."""

from __future__ import annotations

import codecs
import re

from mapping.files import unreadable

# What office programs and old computers save; more would only be more ways to be wrong.
_CANDIDATES = ["cp1252", "cp1250", "cp1251", "mac_roman"]
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES = {
    "cp1252": "Windows-1252 (western Europe)",
    "cp1250": "Windows-1250 (central Europe)",
    "cp1251": "Windows-1251 (Cyrillic encoding)",
    "mac_roman": "Mac Roman",
}
_SIGN_IN_WORD = re.compile(r"[¹³¿£¥¼¾¶¨¸](?=[^\W\d_])|(?<=[^\W\d_])[¹³¿£¥¼¾¶¨¸]|(?<=[a-zà-ÿ])Ÿ")
_UTF16_PAIR = re.compile(rb"[\t\n\r -~]\x00")


def decode_text(name: str, data: bytes, encoding: str = "") -> tuple[str, str]:
    """Return the text, and a sentence on its encoding where that was found by looking.

    Parameters
    ----------
    name
        File name, for the problems.
    data
        Content.
    encoding
        What the person says it is; empty to look.

    Raises
    ------
    UnreadableError
        If it is empty, binary, or not in that encoding.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise unreadable(name, "text", "an empty file", "Restore it from a copy.")
    if encoding:
        return _decode(name, data, encoding), ""
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _decode(name, data, marked), ""
    if b"\0" in data:
        pairs = len(_UTF16_PAIR.findall(data[:4096]))
        if pairs * 4 > min(len(data), 4096):
            little = data[1:2] == b"\0"
            return _decode(name, data, "utf-16-le" if little else "utf-16-be"), ""
        raise unreadable(name, "text", "binary data", "Save the table as CSV, XLSX or ODS.")
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _guess(name, data)


def _decode(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError as error:
        found = f"“{encoding}”"
        raise unreadable(name, "the name of an encoding", found, "Write cp1252.") from error
    except UnicodeDecodeError as error:
        found = f"other bytes at {error.start}"
        remedy = "Save the file as UTF-8, or name its encoding: --encoding cp1250."
        raise unreadable(name, f"text in {encoding}", found, remedy) from error


def _guess(name: str, data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    found = from_bytes(data, cp_isolation=_CANDIDATES)
    best = found.best()
    if best is None:
        raise unreadable(
            name,
            "text in UTF-8",
            "an encoding that nobody knows",
            "Save the file as UTF-8, or name its encoding: --encoding cp1250.",
        )
    encoding, text = best.encoding, str(best)
    if _is_cyrillic(data):
        encoding, text = "cp1251", data.decode("cp1251", "replace")
    elif encoding != "mac_roman":
        # These read the same bytes as letters of one alphabet or another; without a sign of central
        # Europe, western Europe is the likelier.
        match = {found_match.encoding: found_match.coherence for found_match in found}
        plain = data.decode("cp1252", "replace")
        sound = "\ufffd" not in plain and not _SIGN_IN_WORD.search(plain)
        if sound and match.get("cp1252", 1.0) >= match.get("cp1250", 0.0):
            encoding, text = "cp1252", plain
        else:
            encoding, text = "cp1250", data.decode("cp1250", "replace")
    odd = [word for word in re.findall(r"\w+", text) if not word.isascii()]
    shown = f", as in {', '.join(f'“{word}”' for word in list(dict.fromkeys(odd))[:3])}"
    note = (
        f"Encoding: read as {_NAMES[encoding]}{shown if odd else ''}, because it is not UTF-8. "
        "If letters look wrong, save the file as UTF-8, or name its encoding: --encoding cp1250."
    )
    return text, note


def _is_cyrillic(data: bytes) -> bool:
    """Return whether words have no Latin letter at all, as in no language of the West."""
    words = re.findall(rb"[A-Za-z\x80-\xff]{3,}", data)
    foreign = [word for word in words if not word.isascii()]
    whole = [word for word in foreign if re.fullmatch(rb"[\xa8\xb8\xc0-\xff]+", word)]
    return len(whole) * 5 >= len(foreign) * 4 > 0
