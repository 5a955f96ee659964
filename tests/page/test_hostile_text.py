"""Hostile text in every field of a life: shown literally in every format, and never run."""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import accumulate
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from reader import Reader
from samples import few_of
from small_life import Tables, as_files, leg, stop, tables

from mapping.formats.gpkg import geopackage
from mapping.formats.kml import kml
from mapping.formats.linked_places import linked_places
from mapping.formats.plain import bibtex, csl, geojson, json_ld, table
from mapping.formats.qgis.folder import qgis_folder
from mapping.page.html import render_page
from mapping.page.live_map import build_map
from mapping.plates.picture import render_plate
from mapping.reading.folder import parse_life

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from mapping.life.model import Life

HIT = "globalThis.hit=1"
PAYLOADS = {
    "end of script": f"</script><script>{HIT}</script>",
    "end of style": f"</style></title></textarea></svg><script>{HIT}</script>",
    "image": f"<img src=x onerror={HIT}>",
    "picture": f"<svg/onload={HIT}><use href='data:image/svg+xml,x'/>",
    "attribute": f"\" onfocus='{HIT}' autofocus x=' onmouseover={HIT} \"",
    "template literal": f"${{{HIT}}}`${{{HIT}}}`",
    "template": "{{ 7 * 7 }}{% raw %}{# }}%}#} {{ this }}",
    "end of CDATA": f"]]><script>{HIT}</script><![CDATA[",
    "end of comment": f"--><script>{HIT}</script><!--",
    "entities": "&lt;b&gt;&amp;&#60;&quot;&nbsp;",
    "escapes": r"\u003cb\u003e\x3cb\x3e\\ \" \' %3Cb%3E",
    "separators": "one\u2028two\u2029three",
    "direction": "\u202edesrever\u202c\u2066apart\u2069\u200f",
    "address": f"javascript:{HIT}//https://example.org/",
    "formula": f'=HYPERLINK("javascript:{HIT}")',
    "prototype": "__proto__ constructor toString",
    "half a tag": "a < b > c & d <",
}
STOP_FIELDS = (
    "title",
    "name_then",
    "name_now",
    "country_then",
    "summary",
    "companions",
    "works",
    "quote",
    "quote_by",
    "note",
    "place_id",
)
HEAD_FIELDS = {
    "title": 'title = "A life"',
    "subtitle": 'subtitle = "From Paris to Vienna"',
    "lead": 'lead = "Three towns in four years."',
    "name": 'name = "Jeanne Exemple"',
    "description": 'description = "example"',
    "author": 'author = "A. Author"',
    "publication": 'publication = "A review"',
    "summary": 'summary = "The beginning."',
}


FEW = ("end of script",)  # enough while working; CI tries them all
EACH = [
    pytest.param(name, marks=() if name in FEW else pytest.mark.slow, id=name) for name in PAYLOADS
]


def hostile(payload: str) -> Tables:
    """Return a small life with a payload, and the name of the field, in every field of text."""
    parts = tables()
    for name in STOP_FIELDS:
        stop(parts, 0)[name] = stop(parts, 1)[name] = f"{payload} stop-{name}"
    leg(parts, 0)["summary"] = f"{payload} leg-summary"
    text = parts["life.toml"]
    for name, line in HEAD_FIELDS.items():
        key = line.split(" = ")[0]
        assert line in text
        value = json.dumps(f"{payload} head-{name}", ensure_ascii=False)
        text = text.replace(line, f"{key} = {value}")
    text = text.replace('title = "West"', f"title = {json.dumps(payload, ensure_ascii=False)}")
    licence, editor = (
        json.dumps(f"{payload} {name}", ensure_ascii=False)
        for name in ("head-licence", "head-editor")
    )
    head = f"licence = {licence}\neditors = [{{name = {editor}}}]\n"
    parts["life.toml"] = head + text
    parts["sources.json"][0] |= {
        "title": f"{payload} source-title",
        "author": [{"family": f"{payload} source-family", "given": payload}],
        "container-title": f"{payload} source-container",
        "publisher": f"{payload} source-publisher",
        "page": payload,
        "volume": payload,
        "note": f"{payload} source-note",
    }
    return parts


def hostile_life(name: str) -> Life:
    life, problems = parse_life(as_files(hostile(PAYLOADS[name])))
    assert life is not None, problems
    return life


def plain(text: str) -> str:
    """Return a text as lines of a page show it."""
    return " ".join(text.split())


def without_policy(page: str) -> str:
    bare, count = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    assert count == 1
    return bare


@pytest.mark.browser
@pytest.mark.parametrize("name", EACH)
@pytest.mark.parametrize("policy", few_of(["without policy", "with policy"]))
def test_the_page_shows_it_and_runs_nothing(
    browser: Browser, name: str, policy: str, tmp_path: Path
) -> None:
    page = render_page(hostile_life(name))
    target = tmp_path / "map.html"
    target.write_text(
        page if policy == "with policy" else without_policy(page), encoding="utf-8", newline="\n"
    )
    reader = Reader(browser, target, "")
    shown = plain(reader.page.locator("body").inner_text() + reader.page.title())
    told = plain(str(reader.page.evaluate("document.body.textContent")))
    payload = plain(PAYLOADS[name])
    seen = ("title", "name_then", "summary", "companions", "works", "quote", "quote_by", "note")
    for field in seen:
        assert f"{payload} stop-{field}" in told, field
    for field in ("leg-summary", "head-title", "head-subtitle", "head-lead", "head-licence"):
        assert f"{payload} {field}" in told, field
    for field in ("source-title", "source-container", "source-note", "head-editor"):
        assert f"{payload} {field}" in told, field
    assert f"{payload} stop-summary" in shown
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):  # axis, live region, names on the map
        reader.page.keyboard.press(key)
    reader.wait_for("paris")
    reader.page.get_by_role("button", name="Link and citation").first.click()
    reader.page.get_by_role("button", name="Cite this stop").click()
    cited = reader.page.get_by_role("dialog").get_by_role("textbox").input_value()
    assert f"{payload} head-title" in plain(cited)
    reader.button("Close").click()
    with reader.page.expect_download() as download:
        reader.button("Stops as GeoJSON").click()
    given = json.loads(download.value.path().read_text(encoding="utf-8"))
    for field in STOP_FIELDS:
        assert plain(given["features"][0]["properties"][field]) == f"{payload} stop-{field}", field
    assert reader.page.evaluate("globalThis.hit") is None
    strange = "document.querySelectorAll('body img, body iframe, body b, [onfocus], [onerror]')"
    assert reader.page.evaluate(f"{strange}.length") == 0
    assert reader.page.locator("a[href^='javascript' i]").count() == 0
    reader.context.close()
    assert reader.troubles == []


@pytest.mark.browser
def test_the_policy_would_stop_what_got_through(browser: Browser, tmp_path: Path) -> None:
    # Were a text ever not escaped, the browser would still refuse to run it.
    page = render_page(hostile_life("image"))
    hole = f"<img src=x onerror={HIT}><script>{HIT}</script><a href='javascript:{HIT}'>go</a>"
    hurt = {}
    for words, text in (("with", page), ("without", without_policy(page))):
        target = tmp_path / f"{words}.html"
        target.write_text(text.replace("</main>", f"{hole}</main>"), encoding="utf-8")
        context = browser.new_context()
        opened = context.new_page()
        opened.goto(target.as_uri())
        opened.wait_for_load_state("load")
        hurt[words] = opened.evaluate("globalThis.hit")
        context.close()
    assert hurt == {"with": None, "without": 1}


@pytest.mark.parametrize("name", EACH)
def test_the_still_map_is_xml_that_says_it(name: str) -> None:
    life = hostile_life(name)
    root = ET.fromstring(render_plate(life, stops=[stop.id for stop in life.stops]))  # noqa: S314 - our own
    assert plain(PAYLOADS[name]) in plain("".join(root.itertext()))
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))
    assert [key for each in root.iter() for key in each.attrib if key.startswith("on")] == []


@pytest.mark.parametrize("name", EACH)
def test_the_map_of_a_notebook_holds_it_as_data(name: str) -> None:
    document = str(build_map(hostile_life(name)).get_root().render())
    block = re.search(r'<script[^>]*id="page--life-data"[^>]*>(.*?)</script>', document, re.DOTALL)
    assert block
    first = json.loads(block[1])["stops"][0]
    assert first["summary"] == f"{PAYLOADS[name]} stop-summary"
    assert "<" not in block[1]


@pytest.mark.parametrize("name", EACH)
def test_every_export_is_well_formed_and_says_it(name: str) -> None:
    life, payload = hostile_life(name), PAYLOADS[name]
    text = f"{payload} stop-summary"
    documents = [content.decode() for content in kml(life).files.values()]
    documents += [
        content.decode()
        for file, content in qgis_folder(life).files.items()
        if file.endswith((".qgs", ".qml", ".qmd"))
    ]
    for document in documents:
        ET.fromstring(document)  # noqa: S314 - our own
    assert plain(text) in plain(
        "".join(ET.fromstring(documents[0]).itertext())  # noqa: S314 - our own
    )
    assert _stop_of(geojson(life).files["stops.geojson"])["summary"] == text
    rows = csv.DictReader(io.StringIO(table(life).files["stops.csv"].decode("utf-8-sig")))
    assert next(iter(rows))["summary"] == text
    for export in (linked_places, json_ld, csl):
        (content,) = export(life).files.values()
        assert payload in str(json.loads(content)) or repr(payload)[1:-1] in str(
            json.loads(content)
        )
    (entries,) = bibtex(life).files.values()
    depths = list(accumulate({"{": 1, "}": -1}.get(letter, 0) for letter in entries.decode()))
    assert (min(depths), depths[-1]) == (0, 0)
    assert next(iter(geopackage(life).files.values())).startswith(b"SQLite format 3")


def _stop_of(content: bytes) -> dict[str, Any]:
    properties: dict[str, Any] = json.loads(content)["features"][0]["properties"]
    return properties


@pytest.mark.parametrize(
    "url",
    [
        f"javascript:{HIT}",
        f"JaVaScRiPt:{HIT}",
        f" javascript:{HIT}",
        f"java\tscript:{HIT}",
        "data:text/html,<script>1</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "https://example.org/\" onclick='x'",
        "https://example.org/<b>",
        "//example.org/x",
        "https://",
        "https://[::1",
    ],
)
def test_a_hostile_address_never_becomes_a_link(url: str) -> None:
    parts = tables()
    parts["sources.json"][0]["URL"] = url
    life, problems = parse_life(as_files(parts))
    assert life is None
    assert [(problem.file, problem.field) for problem in problems] == [("sources.json", "URL")]
