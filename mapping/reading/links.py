"""Refuse addresses that would run something or leak something when a reader follows them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from mapping.errors import Problem, at, show

SCHEMES = ("http", "https", "mailto")
_UNSAFE = re.compile(r"[\s\x00-\x20\x7f-\x9f<>\"\\`\u200b-\u200f\u2028-\u202e\u2066-\u2069]")


def url_problem(file: str, feature: str, field: str, url: str) -> list[Problem]:
    """Return what keeps a text from being a link: one problem, or none.

    Parameters
    ----------
    file, feature, field
        Its place in the data.
    url
        The address.
    """
    remedy = "Write the whole address, beginning with https://, or leave the key out."
    expected = "an address with http, https or mailto"
    try:
        parts = urlsplit(url)
        whole = bool(parts.path if parts.scheme == "mailto" else parts.hostname)
    except ValueError:  # a broken IPv6 host or port
        return [at(file, feature).error(field, expected=expected, found=show(url), remedy=remedy)]
    if parts.scheme not in SCHEMES or not whole or _UNSAFE.search(url):
        return [at(file, feature).error(field, expected=expected, found=show(url), remedy=remedy)]
    return []
