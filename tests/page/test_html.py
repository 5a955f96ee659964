"""The page as one file: sealed, escaped, whole, small, and always the same."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import TypeAdapter, ValidationError
from sealed import refuse_remote
from small_life import tables, write

from mapping import __version__
from mapping.atlas.file import atlas_text, letters_of, packed_atlas
from mapping.life.model import Editor, Slug
from mapping.life.statements import cite_map
from mapping.life.words import MODE_WORDS
from mapping.page.document import script_json
from mapping.page.html import render_page
from mapping.page.packing import first_script, library_scripts, library_style
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.life.model import Life

LIMIT = 1_100_000


class Outline(HTMLParser):
    """Collect elements with their attributes, and the text of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, dict[str, str | None], str]] = []
        self._open: tuple[str, dict[str, str | None]] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = (tag, dict(attrs)) if tag in {"script", "style", "title"} else None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts.append((*self._open, data))
            self._open = None


@pytest.fixture(scope="module")
def page(page_file: Path) -> str:
    return page_file.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def outline(page: str) -> Outline:
    return Outline(page)


@pytest.mark.parametrize(
    "culprit",
    [
        '<link rel="stylesheet" href="https://example.org/a.css">',
        '<link rel="icon" href="favicon.ico">',
        '<link rel="preconnect" href="//example.org">',
        '<script src="a.js"></script>',
        '<script src="HTTPS://example.org/a.js"></script>',
        '<img src="a.png">',
        '<img src="data:image/png;base64,AA" srcset="a.png 2x">',
        '<source srcset="a.webp">',
        '<picture><source src="a.webp"></picture>',
        '<video poster="a.jpg"></video>',
        '<audio src="a.ogg"></audio>',
        '<track src="a.vtt">',
        '<iframe src="https://example.org"></iframe>',
        '<iframe srcdoc="<img src=a>"></iframe>',
        '<object data="a.swf"></object>',
        '<embed src="a.swf">',
        '<svg><image href="a.png"/></svg>',
        '<svg><image xlink:href="a.png"/></svg>',
        '<svg><use href="a.svg#x"/></svg>',
        '<svg><feImage href="https://example.org/a.png"/></svg>',
        '<form action="https://example.org"></form>',
        '<button formaction="https://example.org">x</button>',
        '<a href="#x" ping="https://example.org">x</a>',
        '<body background="a.png">',
        '<base href="https://example.org">',
        '<meta http-equiv="refresh" content="0;url=https://example.org">',
        '<html manifest="a.appcache">',
        "<style>@import 'a.css';</style>",
        "<style>@import url(a.css);</style>",
        "<style>p { background: url(a.png) }</style>",
        "<style>p { background: URL( 'https://example.org/a.png' ) }</style>",
        '<style>@font-face { src: url("a.woff2") }</style>',
        '<style>p { background: image-set("a.png" 1x) }</style>',
        '<p style="background: url(a.png)">x</p>',
        '<svg><path fill="url(a.svg#x)"/></svg>',
        "<script>fetch('https://example.org')</script>",
        "<script>const x = await import('./a.js')</script>",
        "<script>import { x } from './a.js'</script>",
        "<script>new XMLHttpRequest()</script>",
        "<script>new WebSocket('wss://example.org')</script>",
        "<script>new EventSource('/')</script>",
        "<script>navigator.sendBeacon('/')</script>",
        "<script>new Worker('a.js')</script>",
    ],
)
def test_whatever_would_be_fetched_is_refused(culprit: str) -> None:
    with pytest.raises(AssertionError, match="expected nothing fetched from outside, found"):
        refuse_remote(f"<!doctype html><title>x</title>{culprit}")


@pytest.mark.parametrize(
    "harmless",
    [
        '<a href="https://example.org">x</a>',
        '<svg><a href="https://example.org"><text>x</text></a></svg>',
        '<link rel="icon" href="data:image/svg+xml,x">',
        '<img src="data:image/png;base64,AA">',
        '<svg><use href="#x"/><path clip-path="url(#x)"/></svg>',
        '<style>/* url(a.png) */ @font-face { src: url("data:font/woff2;base64,AA") }</style>',
        '<script type="application/json">{"src": "fetch(1) https://example.org"}</script>',
        '<script>/** @type {import("./a.js").A} */ const x = 1;</script>',
        "<p>@import url(a.css) in a text, fetch(it)</p>",
        '<meta name="description" content="url(a.png)">',
    ],
)
def test_what_is_not_fetched_may_stay(harmless: str) -> None:
    text = f"<!doctype html><title>x</title>{harmless}"
    assert refuse_remote(text) == text


def bytes_of(letters: str) -> bytes:
    """Undo what `letters_of` did."""
    return base64.b85decode(letters.translate(str.maketrans(",./", "<>&")))


@pytest.mark.parametrize("length", [0, 1, 2, 3, 4, 5, 256, 1001])
def test_bytes_become_letters_that_need_no_escape_and_come_back(length: int) -> None:
    data = bytes(number % 256 for number in range(length))
    letters = letters_of(data)
    assert bytes_of(letters) == data
    assert script_json(letters) == f'"{letters}"'


def test_the_packed_scripts_are_those_of_the_files(outline: Outline) -> None:
    first, packed = (unpacked(outline, name) for name in ("page--first-data", "page--scripts-data"))
    blocks = packed.pop("blocks")
    assert first == first_script()
    assert packed == {"style": library_style(), "scripts": list(library_scripts())}
    assert blocks.keys() == {"page--signs-data", "page--relief-data", "page--features-data"}
    assert "url(" not in packed["style"]
    for script in (first, *library_scripts()):
        refuse_remote(f"<script>{script}</script>")


def unpacked(outline: Outline, identifier: str) -> Any:
    """Return what a block of the page carries packed."""
    block = next(t for _, attrs, t in outline.texts if attrs.get("id") == identifier)
    return json.loads(zlib.decompress(bytes_of(json.loads(block)["deflate"])))


def test_the_page_itself_fetches_nothing(page: str) -> None:
    assert refuse_remote(page) == page


def test_the_message_names_the_culprit() -> None:
    with pytest.raises(
        AssertionError, match=r"<img src=“tiles/1\.png”>.*url\(“a\.png”\) in <style>"
    ):
        refuse_remote('<img src="tiles/1.png"><style>p { background: url(a.png) }</style>')


def test_it_is_small(page: str) -> None:
    assert len(page.encode()) < LIMIT


def test_the_same_life_gives_the_same_page(life: Life, page: str) -> None:
    assert render_page(life) == page


def test_its_head_is_complete(outline: Outline, life: Life) -> None:
    html = next(attrs for tag, attrs in outline.elements if tag == "html")
    assert html["lang"] == life.language
    metas = {a.get("name"): a.get("content") for tag, a in outline.elements if tag == "meta"}
    assert metas["viewport"] == "width=device-width, initial-scale=1"
    assert metas["description"] == life.lead
    assert metas["color-scheme"] == "light dark"
    assert metas["generator"] == f"serge-map {__version__}"
    icon = next(attrs for tag, attrs in outline.elements if tag == "link")
    assert (icon["href"] or "").startswith("data:image/svg+xml,")


def test_the_policy_knows_every_script_and_style_by_its_hash(outline: Outline) -> None:
    policy = next(
        attrs["content"] or ""
        for tag, attrs in outline.elements
        if attrs.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["connect-src"] == rules["base-uri"] == "'none'"
    assert "unsafe" not in policy
    run_later = [
        first_script(),
        *library_scripts(),
        *(text for _, attrs, text in outline.texts if attrs.get("id") == "page--start"),
    ]
    for kind in ("script", "style"):
        blocks = [
            text for tag, attrs, text in outline.texts if tag == kind and not attrs.get("type")
        ]
        blocks += run_later if kind == "script" else [library_style()]
        digests = [
            f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
            for text in blocks
        ]
        assert rules[f"{kind}-src"].split() == digests
        assert len(digests) >= 4


def test_nothing_needs_an_unsafe_inline(outline: Outline) -> None:
    for tag, attrs in outline.elements:
        assert "style" not in attrs, (tag, attrs)
        assert not [name for name in attrs if name.startswith("on")], (tag, attrs)


def test_ids_are_unique_and_every_inner_link_leads_somewhere(outline: Outline) -> None:
    ids = [attrs["id"] for _, attrs in outline.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    links = {
        (attrs["href"] or "")[1:]
        for tag, attrs in outline.elements
        if tag in {"a", "use"} and (attrs.get("href") or "").startswith("#")
    }
    assert links
    assert links <= set(ids)
    for name in ("aria-labelledby", "aria-describedby"):
        named = {key for _, attrs in outline.elements for key in (attrs.get(name) or "").split()}
        assert named <= set(ids)


def test_no_stop_can_bear_the_id_of_a_part_of_the_page(outline: Outline, life: Life) -> None:
    slug = TypeAdapter(Slug)
    own = {str(found["id"]) for _, found in outline.elements if "id" in found}
    for name in own - {stop.id for stop in life.stops}:
        with pytest.raises(ValidationError):
            slug.validate_python(name)


def test_machines_read_the_life(outline: Outline, life: Life) -> None:
    text = next(t for _, attrs, t in outline.texts if attrs.get("type") == "application/ld+json")
    document = json.loads(text)
    graph: list[dict[str, Any]] = document["@graph"]
    kinds = {node["@type"] for node in graph}
    assert document["@context"] == "https://schema.org"
    assert {"Map", "Person", "Event", "Place"} <= kinds
    events = [node["@id"] for node in graph if node["@type"] == "Event"]
    assert events == [f"#{stop.id}" for stop in life.stops]
    places = {node["@id"] for node in graph if node["@type"] == "Place"}
    assert {node["location"]["@id"] for node in graph if node["@type"] == "Event"} <= places
    assert any(node["@id"].startswith("#source--") for node in graph)


def test_a_reference_manager_finds_the_map(life: Life) -> None:
    named = life.model_copy(
        update={"editors": (Editor(name="Doe, Jane"),), "url": "https://example.org/serge/"}
    )
    page = render_page(named)
    for name, content in (
        ("citation_title", f"{life.title}: {life.subtitle}"),
        ("citation_author", "Doe, Jane"),
        ("citation_public_url", "https://example.org/serge/"),
        ("DC.rights", life.licence),
    ):
        assert f'<meta name="{name}" content="{content}">' in page
    assert '<link rel="canonical" href="https://example.org/serge/">' in page


def test_the_stamp_and_the_licences_are_said(page: str, life: Life) -> None:
    for part in (life.digest, __version__, life.licence, "MIT", "GeoNames", "Natural Earth", "OFL"):
        assert part in page or part == "OFL"
    assert "SIL Open Font License" in page
    assert "Redistributions in binary form must reproduce" in page
    assert cite_map(life) in page
    assert life.article
    assert life.article.author in page


def test_nothing_in_it_knows_serge(tmp_path: Path) -> None:
    page = render_page(load_life(write(tables(), tmp_path / "life")))
    outline = Outline(page)
    title = next(text for tag, _, text in outline.texts if tag == "title")
    assert title == "A life: From Paris to Vienna"
    visible = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    assert "Serge" not in visible.replace("serge-map", "")


def test_a_life_without_article_legs_or_headlines(tmp_path: Path) -> None:
    parts = tables()
    toml = parts["life.toml"]
    start = toml.index("[article]")
    parts["life.toml"] = toml[:start] + toml[toml.index("[[chapters]]") :]
    parts["legs.geojson"]["features"] = []
    parts["stops.geojson"]["features"] = parts["stops.geojson"]["features"][:1]
    page = render_page(load_life(write(parts, tmp_path / "life")))
    assert "In Paris" in page
    assert "the article" not in re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)


def test_a_title_with_italics_is_set_in_italics_and_shows_no_tag(tmp_path: Path) -> None:
    parts = tables()
    parts["sources.json"][0]["title"] = "On <i>Midnight</i> in H<sub>2</sub>O & <em>such</em>"
    page = render_page(load_life(write(parts, tmp_path / "life")))
    assert "On <i>Midnight</i> in H<sub>2</sub>O &amp; &lt;em&gt;such&lt;/em&gt;</cite>" in page


def test_the_page_carries_the_atlas_as_it_was_committed() -> None:
    assert zlib.decompress(bytes_of(packed_atlas())).decode() == atlas_text()


def test_its_head_says_what_is_shared(page: str, life: Life) -> None:
    assert f'<meta property="og:title" content="{life.title}">' in page
    assert '<meta name="twitter:card"' in page
    assert ('<link rel="canonical"' in page) == bool(life.url)
    assert ">About this map<" in page


def test_the_legend_explains_only_what_occurs(page: str, life: Life) -> None:
    legend = page[page.index('class="legend"') : page.index("Band of years")]
    modes = {leg.mode for leg in life.legs}
    for mode, words in MODE_WORDS.items():
        assert (f"</svg> {words}</li>" in legend) == (mode in modes), mode


def test_a_word_names_its_sources(page: str, life: Life) -> None:
    entries = dict(re.findall(r'<li id="page--term-([\w-]+)"[^>]*>(.*?)</li>', page))
    told = [term for term in life.glossary if term.citations]
    assert len(told) > 5
    for term in life.glossary:
        numbers = [life.source_number[one.source_id] for one in term.citations]
        assert re.findall(r"#page--s(\d+)", entries[term.id]) == [str(n) for n in numbers]


def test_a_page_says_neither_he_nor_she_of_whom_it_does_not_know(tmp_path: Path) -> None:
    parts = tables()
    for feature in parts["stops.geojson"]["features"] + parts["legs.geojson"]["features"]:
        feature["properties"]["summary"] = "It happened."
    page = render_page(load_life(write(parts, tmp_path / "life")))
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", page, flags=re.DOTALL)
    assert re.findall(r"\b(?:he|she|his|her|him|himself|herself)\b", text, re.IGNORECASE) == []
