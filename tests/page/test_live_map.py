"""The life as a folium map: no network, the same bytes, at home in a notebook."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import folium
import pytest
from samples import few_of
from small_life import leg, stop, tables, write

from mapping.page.document import script_json
from mapping.page.live_map import build_map, map_parts
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from mapping.life.model import Life

PAYLOADS = (
    "</script><script>globalThis.hit = 1</script>",
    "<img src=x onerror='globalThis.hit = 1'>",
    "${globalThis.hit = 1}`{{ 7 * 7 }}{% raw %}{#",
    "]]>&lt;b&gt;\u2028\u2029\u202e",
)
ORENBURG = re.compile(r"^Stops? .*\bOrenburg$")
RENDER = """
import hashlib
from mapping import build_map, load_life
text = build_map(load_life("data")).get_root().render()
print(hashlib.sha256(text.encode()).hexdigest())
"""


def rendered(life: Life) -> str:
    return str(build_map(life).get_root().render())


def opened(browser: Browser, page_file: Path) -> tuple[Page, list[str]]:
    """Open a file and record all it asks for or complains of."""
    page = browser.new_page(viewport={"width": 1000, "height": 640}, reduced_motion="reduce")
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text))
    page.on(
        "request",
        lambda request: request.url == page_file.as_uri() or troubles.append(request.url),
    )
    page.goto(page_file.as_uri())
    return page, troubles


def test_it_is_a_folium_map(life: Life) -> None:
    assert isinstance(build_map(life), folium.Map)


def test_nothing_is_fetched(life: Life) -> None:
    text = rendered(life)
    assert not re.search(r"<(?:link|img|iframe|object|script)\b[^>]*\b(?:src|href|data)=", text)
    styles = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert len(styles) == 4
    assert not any(re.search(r"@import|url\((?!data:)", style) for style in styles)


def test_two_maps_of_a_run_are_the_same(life: Life) -> None:
    assert rendered(life) == rendered(life)
    again = build_map(life)
    assert again.get_root().render() == again.get_root().render()


@pytest.mark.slow
def test_two_runs_are_the_same() -> None:
    digests = set()
    for seed, zone in (("1", "Pacific/Pago_Pago"), ("2", "Pacific/Kiritimati")):
        run = subprocess.run(
            [sys.executable, "-c", RENDER],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            check=True,
            capture_output=True,
            text=True,
        )
        digests.add(run.stdout)
    assert len(digests) == 1


def test_the_parts_make_the_whole(life: Life) -> None:
    life_map = build_map(life)
    *_, body = map_parts(life_map).body.partition("</div>")
    *_, script = map_parts(life_map).scripts
    text = life_map.get_root().render()
    lines = [*body.splitlines(), *script.splitlines()]
    assert [line for line in lines if line not in text] == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_json_in_a_script_keeps_its_value_and_closes_nothing(payload: str) -> None:
    text = script_json({"text": payload})
    assert json.loads(text) == {"text": payload}
    assert not set("<>&\u2028\u2029") & set(text)


def test_a_title_cannot_break_out(tmp_path: Path) -> None:
    parts = tables()
    parts["life.toml"] = parts["life.toml"].replace("A life", "</title><script>alert(1)</script>")
    text = rendered(load_life(write(parts, tmp_path / "life")))
    assert "<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>" in text


@pytest.mark.browser
def test_a_notebook_shows_it_offline(browser: Browser, life: Life, tmp_path: Path) -> None:
    notebook = tmp_path / "notebook.html"
    cell = build_map(life)._repr_html_()
    notebook.write_text(f"<!doctype html><meta charset=utf-8>{cell}", encoding="utf-8")
    page, troubles = opened(browser, notebook)
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready=true]").wait_for(state="attached")
    stop_of = life.stops[life.stop_index["orenburg-exile"]]
    frame.get_by_role("button", name=ORENBURG).click()
    card = frame.locator(".atlas-card")
    card.get_by_text(stop_of.span.words).wait_for()
    assert stop_of.quote is not None
    assert card.locator("blockquote").inner_text() == stop_of.quote
    assert troubles == []
    page.close()


@pytest.mark.browser
def test_folium_layers_can_be_added(browser: Browser, life: Life, tmp_path: Path) -> None:
    life_map = build_map(life)
    folium.Rectangle([(40.0, 0.0), (50.0, 10.0)], color="green").add_to(life_map)
    target = tmp_path / "map.html"
    target.write_text(life_map.get_root().render(), encoding="utf-8")
    page, troubles = opened(browser, target)
    page.locator("html[data-ready=true]").wait_for(state="attached")
    layers = page.evaluate(
        "() => { let n = 0; map_of_life.eachLayer(layer => { n += layer instanceof L.Rectangle }); "
        "return n }"
    )
    assert (layers, troubles) == (1, [])
    page.close()


@pytest.mark.browser
def test_the_keyboard_opens_a_stop(browser: Browser, life: Life, tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    target.write_text(rendered(life), encoding="utf-8")
    page, troubles = opened(browser, target)
    page.get_by_role("button", name=ORENBURG).focus()
    page.keyboard.press("Enter")
    title = life.stops[life.stop_index["orenburg-exile"]].title
    page.locator(".atlas-card").get_by_text(title).wait_for()
    page.keyboard.press("Escape")
    page.locator(".atlas-card").wait_for(state="detached")
    assert troubles == []
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("payload", few_of(PAYLOADS))
def test_hostile_text_is_shown_and_never_runs(
    browser: Browser, payload: str, tmp_path: Path
) -> None:
    parts = tables()
    texts = ("title", "name_then", "country_then", "summary", "quote", "quote_by", "note")
    for field in texts:
        stop(parts, 0)[field] = f"{field} {payload}"
    leg(parts, 0)["summary"] = payload
    target = tmp_path / "map.html"
    target.write_text(rendered(load_life(write(parts, tmp_path / "life"))), encoding="utf-8")
    page, troubles = opened(browser, target)
    page.get_by_role("button", name="Stop 1,").click()
    card = page.locator(".atlas-card")
    assert payload in str(card.locator(".atlas-summary").text_content())
    assert payload in str(card.locator("blockquote").text_content())
    assert payload in str(card.locator("h3").text_content())
    assert card.locator("img, script, b").count() == 0
    assert page.evaluate("globalThis.hit") is None
    assert troubles == []
    page.close()
