"""Fail if a finished page would load anything.

The page's own policy forbids it to every reader's browser; this proves it to the tests.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from mapping.errors import show

if TYPE_CHECKING:
    from collections.abc import Iterator

# Where an address is fetched without a click. "href" counts only on the elements named.
_FETCHING = {
    "src",
    "srcset",
    "poster",
    "data",
    "background",
    "action",
    "formaction",
    "manifest",
    "ping",
    "longdesc",
    "imagesrcset",
    "classid",
    "codebase",
    "archive",
    "srcdoc",
}
_LINKING = {"a", "area"}
_HREFS = {"href", "xlink:href"}
_EMPTY_OK = ("#", "data:")
_CSS_ADDRESS = re.compile(
    r"url\(\s*(['\"]?)(?P<url>.*?)\1\s*\)|@import\s+(?P<rule>[^;]+)|"
    r"image-set\(\s*(['\"])(?P<set>.*?)\4",
    re.IGNORECASE | re.DOTALL,
)
_ASKING = re.compile(
    r"\b(?:fetch|import|importScripts)\s*\(|\bXMLHttpRequest\b|\bsendBeacon\b|"
    r"\bnew\s+(?:WebSocket|EventSource|Worker|SharedWorker)\b|^\s*(?:import|export)\s[^(]*?\bfrom\b",
    re.MULTILINE,
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DATA_TYPES = ("application/json", "application/ld+json")


class _Reader(HTMLParser):
    """Collect what a page would ask for, each with the words to find it by."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: (value or "").strip() for name, value in attrs}
        self._within = tag if tag in {"style", "script"} else ""
        if tag == "script" and values.get("type", "") in _DATA_TYPES:
            self._within = ""
        for name, value in values.items():
            self.found += _in_attribute(tag, name, value)
        if tag == "base":
            self.found.append("<base> changes where links lead")
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.found.append(f'<meta http-equiv="refresh" content={show(values.get("content"))}>')

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._within = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == self._within:
            self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within == "style":
            self.found += _in_css(data, "<style>")
        elif self._within == "script":
            code = _COMMENT.sub("", data)  # types in comments are written import("./module.js")
            self.found += (
                f"{show(match[0].strip())} in <script>" for match in _ASKING.finditer(code)
            )


def refuse_remote(page: str) -> str:
    """Return a page unchanged if nothing in it is fetched from anywhere.

    In scripts only the plain ways to ask the network are looked for; the page's policy forbids the
    rest. Links that a reader may click are fine.

    Parameters
    ----------
    page
        A complete HTML document.

    Raises
    ------
    AssertionError
        If an element, attribute or style names a resource outside the page.
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    if reader.found:
        raise AssertionError(
            f"The page: expected nothing fetched from outside, found {'; '.join(reader.found)}. "
            "Put the resource into the page as text or as a data: address."
        )
    return page


def _in_attribute(tag: str, name: str, value: str) -> Iterator[str]:
    if name == "style":
        yield from _in_css(value, f'<{tag} style="...">')
    fetches = name in _FETCHING or (name in _HREFS and tag not in _LINKING)
    if fetches and value and not value.lower().startswith(_EMPTY_OK):
        yield f"<{tag} {name}={show(value)}>"
    elif "url(" in value.lower() and name not in {"content", "aria-label", "title", "alt"}:
        yield from _in_css(value, f'<{tag} {name}="...">')


def _in_css(style: str, where: str) -> Iterator[str]:
    for match in _CSS_ADDRESS.finditer(_COMMENT.sub("", style)):
        address = match["url"] or match["set"] or ""
        if match["rule"]:
            yield f"@import {show(match['rule'].strip())} in {where}"
        elif not address.lower().startswith(_EMPTY_OK):
            yield f"url({show(address)}) in {where}"
