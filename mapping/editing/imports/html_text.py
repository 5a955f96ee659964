"""Take HTML out of text: web tools keep it in their cells, and the page shows text as it is."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_TAGS = re.compile(
    r"</?(?:a|abbr|b|blockquote|br|cite|div|em|font|h[1-6]|hr|i|img|li|mark|ol|p|q|s|small|span|strong|sub|sup|"
    r"table|tbody|td|th|tr|u|ul|iframe)(?:\s[^<>]*)?/?>|&(?:nbsp|amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);",
    re.IGNORECASE,
)
_BREAKS = frozenset(("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote"))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.parts.append("\n")
        if tag == "a":
            self.links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.links:
            link = self.links.pop()
            if link.startswith(("http://", "https://")) and link not in self.parts:
                self.parts.append(f" ({link})")
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def has_tags(text: str) -> bool:
    """Return whether a text holds tags or entities of HTML."""
    return bool(_TAGS.search(text))


def without_tags(text: str) -> str:
    r"""Return the words of a text in HTML; a link keeps its address in brackets.

    Parameters
    ----------
    text
        HTML, whole or broken.

    Examples
    --------
    >>> without_tags('She <b>came</b>&nbsp;at night.<br>Next')
    'She came at night.\nNext'
    """
    parser = _Text()
    parser.feed(text)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
