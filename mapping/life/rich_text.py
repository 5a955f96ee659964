"""Titles as CSL writes them: with five inline tags, which are drawn or left out, never shown.

A reference manager such as Zotero keeps ``<i>The Case of</i> Comrade Tulayev`` as the title of a
review. The tags are those of https://docs.citationstyles.org/en/stable/ and no others: any other
text in angle brackets is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TAG = re.compile(
    r"<(?P<end>/)?(?:(?P<name>i|b|sup|sub)|span(?: (?:"
    r"style=\"font-variant: ?small-caps;?\"(?P<caps>)|class=\"nocase\"(?P<nocase>)))?)>"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style.

    Parameters
    ----------
    text
        The text, without tags.
    style
        ``i``, ``b``, ``sup``, ``sub``, ``small-caps``, or empty for plain text.
    """

    text: str
    style: str = ""


def runs_of(text: str) -> tuple[Run, ...]:
    """Return a text with CSL's inline tags as stretches of one style each.

    Parameters
    ----------
    text
        A member of a CSL record, such as its title.

    Examples
    --------
    >>> runs_of("<i>Tulayev</i> read again")
    (Run(text='Tulayev', style='i'), Run(text=' read again', style=''))
    >>> runs_of("x < y, <em>as it stands</em>")
    (Run(text='x < y, <em>as it stands</em>', style=''),)
    """
    runs: list[Run] = []
    open_tags: list[tuple[str, str]] = []
    at = 0
    for tag in _TAG.finditer(text):
        element = tag["name"] or "span"
        closes = bool(open_tags) and open_tags[-1][0] == element
        if tag["end"] and not closes:
            continue  # closes nothing: it is text
        if not tag["end"] and (_is_bare_span(tag) or f"</{element}>" not in text[tag.end() :]):
            continue
        _add(runs, text[at : tag.start()], open_tags)
        at = tag.end()
        if tag["end"]:
            open_tags.pop()
        else:
            caps = "small-caps" if tag["caps"] is not None else ""
            open_tags.append((element, tag["name"] or caps))
    _add(runs, text[at:], open_tags)
    return tuple(runs)


def plain_text(text: str) -> str:
    """Return a text with CSL's inline tags left out.

    Parameters
    ----------
    text
        A member of a CSL record, such as its title.

    Examples
    --------
    >>> plain_text('H<sub>2</sub>O in <span class="nocase">iPhone</span>')
    'H2O in iPhone'
    """
    return "".join(run.text for run in runs_of(text))


def _is_bare_span(tag: re.Match[str]) -> bool:
    return not tag["name"] and tag["caps"] is None and tag["nocase"] is None


def _add(runs: list[Run], text: str, open_tags: list[tuple[str, str]]) -> None:
    style = next((style for _, style in reversed(open_tags) if style), "")
    if text and runs and runs[-1].style == style:
        runs[-1] = Run(runs[-1].text + text, style)
    elif text:
        runs.append(Run(text, style))
