"""The journey as readers make it, by all its ways; where a test can, in Firefox too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from reader import CURRENT, IN_VIEW, OVERVIEW, READY, Reader
from samples import few_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from firefox import FirefoxReader
    from playwright.sync_api import Browser

    from mapping.life.model import Life

    Read = Callable[..., Reader]
    Visit = Callable[..., Reader | FirefoxReader]

pytestmark = pytest.mark.browser

# the view has not moved for some frames
AT_REST = """() => new Promise((done) => {
  let [at, frames] = [scrollY, 0];
  const look = () => {
    frames = scrollY === at ? frames + 1 : 0;
    at = scrollY;
    if (frames > 9) done(true);
    else requestAnimationFrame(look);
  };
  look();
})"""
SAID = "document.querySelector('#page--said').innerText"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.mark.slow
def test_a_full_tour_by_keyboard_there_and_back(visit: Visit, life: Life) -> None:
    reader = visit()
    assert reader.current() == ""
    there = []
    for stop in life.stops:
        reader.press("ArrowRight")
        reader.wait_for(stop.id)
        there.append(reader.evaluate(f"[{SAID}, document.title, location.hash]"))
        assert reader.evaluate("document.activeElement.id") == stop.id
    assert [hash_ for *_, hash_ in there] == [f"#{stop.id}" for stop in life.stops]
    for number, ((said, title, _), stop) in enumerate(zip(there, life.stops, strict=True), start=1):
        assert said.startswith(f"Stop {number} of {len(life.stops)}, {stop.name_then}, ")
        assert len(said.split()) < 15
        assert title.startswith(stop.name_then)
    reader.press("ArrowRight")
    reader.holds(OVERVIEW)
    assert reader.evaluate(SAID) == "The whole route"
    for stop in reversed(life.stops):
        reader.press("ArrowLeft")
        reader.wait_for(stop.id)
    reader.press("ArrowLeft")
    reader.holds(OVERVIEW)
    assert not reader.evaluate("location.hash")


REST = ("#%E0%A4%A", "#page--s3", "#%", "#page--map", "#constructor", "#'\"<b>")


@pytest.mark.slow
def test_keys_of_the_browser_stay_its_own(reread: Read, life: Life) -> None:
    reader = reread()
    reader.page.keyboard.press("Home")
    reader.wait_for(life.stops[0].id)
    reader.page.wait_for_function(AT_REST)
    for chord in ("Alt+j", "Control+ArrowRight", "Shift+ArrowRight", "Meta+j"):
        reader.page.keyboard.press(chord)
    reader.page.wait_for_function(AT_REST)
    assert reader.current() == life.stops[0].id
    # by this one Chromium scrolls a page up: the journey follows what is read
    reader.page.keyboard.press("Alt+ArrowUp")
    reader.page.wait_for_selector(CURRENT, state="detached")


def test_escape_leads_back_to_the_whole_route(visit: Visit, life: Life) -> None:
    reader = visit(at=f"#{life.stops[9].id}")
    reader.wait_for(life.stops[9].id)
    reader.press("Escape")
    reader.holds(OVERVIEW)
    assert reader.evaluate("scrollY") == 0
    assert reader.evaluate("document.activeElement.id") == "page--front"


def test_begin_next_previous_overview(visit: Visit, life: Life) -> None:
    reader = visit()
    for act, position in (("begin", 0), ("next", 1), ("next", 2), ("previous", 1)):
        reader.click(f"[data-act={act}]")
        reader.wait_for(life.stops[position].id)
    # a reader who holds a button keeps it
    assert reader.evaluate("document.activeElement.ariaLabel") == "Previous stop"
    reader.click("[data-act=overview]")
    reader.holds(OVERVIEW)


def test_the_strip_leads_to_its_chapters_and_marks_them(visit: Visit, life: Life) -> None:
    reader = visit()
    marked = (
        "[...document.querySelectorAll('nav.strip [aria-current=true]')].map((it) => it.innerText)"
    )
    for chapter in (chapter for chapter in life.chapters if chapter.headline):
        reader.click(f"nav.strip a[data-chapter='{chapter.id}']")
        reader.wait_for(next(stop.id for stop in life.stops if stop.chapter == chapter.id))
        assert reader.evaluate(marked) == [chapter.label]


def test_scrolling_moves_the_journey(visit: Visit, life: Life) -> None:
    reader = visit()
    seen: list[str] = []
    for _ in range(30):
        reader.wheel(200, 500, 250)
        reader.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        if reader.current() not in ("", *seen[-1:]):
            seen.append(reader.current())
    order = [stop.id for stop in life.stops]
    passed = [order.index(stop) for stop in seen]
    assert len(passed) > 5
    assert passed == sorted(passed)
    assert passed[0] == 0


@pytest.mark.slow
def test_scrolling_never_fills_the_back_button(visit: Visit, life: Life) -> None:
    reader = visit(anew=True)
    length = reader.evaluate("history.length")
    for _ in range(5):
        reader.press("ArrowRight")
    reader.wait_for(life.stops[4].id)
    reader.wheel(200, 500, 1500)
    reader.holds(f"document.querySelector(`{CURRENT}:not([id='{life.stops[4].id}'])`)")
    assert reader.evaluate("history.length") == length
    reader.evaluate("void setTimeout(() => history.back())")
    reader.holds("location.href === 'about:blank'")


@pytest.mark.parametrize(
    "fragment",
    [
        "#nowhere",
        *(pytest.param(each, marks=pytest.mark.slow) for each in REST),
    ],
)
def test_an_address_that_names_no_stop_does_no_harm(
    visit: Visit, life: Life, fragment: str
) -> None:
    reader = visit(at=fragment, anew=True)
    assert reader.current() == ""
    reader.press("ArrowRight")
    reader.wait_for(life.stops[0].id)


def test_a_changed_address_is_followed(visit: Visit) -> None:
    reader = visit()
    for there, stop in (("villa-air-bel", "villa-air-bel"), ("chapter-spain", "barcelona-1917")):
        reader.evaluate(f"location.hash = '{there}'")
        reader.wait_for(stop)
        reader.holds(IN_VIEW)


def test_back_from_a_source_returns_to_its_stop(visit: Visit) -> None:
    reader = visit(at="#orenburg-exile", anew=True)
    reader.wait_for("orenburg-exile")
    reader.evaluate("document.querySelector('#orenburg-exile details.more').open = true")
    last = "[...document.querySelectorAll(`{}`)].at(-1).click()"
    reader.evaluate(last.format("#orenburg-exile .refs a"))
    reader.holds("/#page--s[0-9]+$/.test(location.hash)")
    assert reader.evaluate("document.querySelector(':target').checkVisibility()")
    reader.evaluate(last.format(":target .backs a"))
    reader.holds("!location.hash.startsWith('#page--')")
    for _ in range(2):
        reader.evaluate("void setTimeout(() => history.back())")
        reader.evaluate("new Promise((done) => setTimeout(done, 50))")
    reader.wait_for("orenburg-exile")


def test_the_axis_is_a_slider_with_a_spoken_date(visit: Visit, life: Life) -> None:
    reader = visit()
    axis = "document.querySelector('[role=slider]')"
    reader.evaluate(f"{axis}.focus()")
    assert reader.evaluate(f"{axis}.ariaValueText") == "The whole route"
    reader.press("ArrowRight")
    reader.press("ArrowUp")
    stop = life.stops[1]
    reader.wait_for(stop.id)
    told = reader.evaluate(f"[{axis}.ariaValueText, {axis}.ariaValueNow, {axis}.ariaValueMax]")
    assert told == [f"{stop.span.words}, {stop.name_then}", "2", str(len(life.stops))]
    reader.press("PageUp")
    reader.wait_for(next(s.id for s in life.stops if s.chapter == life.chapters[1].id))
    reader.press("PageDown")
    reader.wait_for(life.stops[0].id)
    assert reader.evaluate("document.activeElement.role") == "slider"


def test_the_band_can_be_pulled_through_the_years(visit: Visit, life: Life) -> None:
    reader = visit()
    x, y, width, _ = reader.box(".rail")
    reader.mouse("move", x + width * 0.1, y + 10)
    reader.mouse("down", x + width * 0.1, y + 10)
    years = []
    for share in (0.15, 0.3, 0.45, 0.6, 0.75, 0.95):
        reader.mouse("move", x + width * share, y + 10)
        years.append(int(reader.evaluate("document.querySelector('.year').innerText")))
    reader.mouse("up", x + width * 0.95, y + 10)
    assert years == sorted(years)
    assert 1895 < years[0] < 1912
    assert 1940 < years[-1] < 1948
    stop = life.stops[life.stop_index[reader.current()]]
    assert stop.span.first.year <= years[-1] <= stop.span.last.year + 1


@pytest.mark.slow
def test_every_chapter_of_the_band_can_be_hit(visit: Visit, life: Life) -> None:
    hit_every_chapter(visit(at="#orenburg-exile"), life)


@pytest.mark.slow
def test_every_chapter_of_the_band_can_be_hit_on_a_phone(reread: Read, life: Life) -> None:
    hit_every_chapter(reread(at="#orenburg-exile", viewport={"width": 390, "height": 844}), life)


def hit_every_chapter(reader: Reader | FirefoxReader, life: Life) -> None:
    blocks = "document.querySelectorAll('.rail .block')"
    assert reader.evaluate(f"{blocks}.length") == len(life.chapters)
    for number, chapter in enumerate(life.chapters):
        x, y, width, _ = reader.box(".rail .block", number)
        assert width >= 9
        for kind in ("move", "down", "up"):
            reader.mouse(kind, x + width / 2, y + 8)
        assert life.stops[life.stop_index[reader.current()]].chapter == chapter.id
        assert chapter.title in reader.evaluate("document.querySelector('.axis .now').innerText")


def test_the_band_ticks_the_stops_of_the_chapter_and_tells_events(visit: Visit, life: Life) -> None:
    reader = visit(at="#orenburg-exile")
    here = life.stops[life.stop_index["orenburg-exile"]].chapter
    count = sum(stop.chapter == here for stop in life.stops)
    reader.holds(f"document.querySelectorAll('.rail .tick').length === {count}")
    ages = reader.evaluate("document.querySelectorAll('.rail .age').length")
    assert 3 <= ages <= len(life.events)


def test_the_map_follows_an_axis_that_is_pulled_on_within_a_stay(visit: Visit, life: Life) -> None:
    reader = visit()
    left, top, width, height = reader.box("[role=slider]")
    x, y = round(left + width * 0.3), round(top + height / 2)
    reader.mouse("move", x, y)
    reader.mouse("down", x, y)
    # two moves at once, sooner than the map sets off
    reader.evaluate(
        f"""[{x + 150}, {x + 151}].forEach((clientX) => {{
            const move = {{ clientX, buttons: 1, bubbles: true }};
            document.querySelector("[role=slider]")
                .dispatchEvent(new PointerEvent("pointermove", move));
        }})"""
    )
    reader.mouse("up", x, y)
    number = life.stop_index[reader.current()] + 1
    reader.holds(
        "document.querySelector(`.atlas-stop[aria-current=location]"
        f"[aria-label^='Stop {number},']`)"
    )


def test_play_runs_the_life_and_any_touch_stops_it(read: Read, life: Life) -> None:
    reader = read()
    reader.page.clock.install()
    reader.button("Play the journey").click()
    reader.wait_for(life.stops[0].id)
    reader.page.clock.run_for(10_000)
    reader.wait_for(life.stops[1].id)
    reader.page.clock.run_for(10_000)
    reader.wait_for(life.stops[2].id)
    reader.page.mouse.click(5, 300)
    assert reader.button("Play the journey").is_visible()
    reader.page.clock.run_for(60_000)
    assert reader.current() == life.stops[2].id
    reader.button("Play the journey").click()
    assert reader.button("Pause the journey").is_visible()
    reader.button("Pause the journey").click()
    assert reader.button("Play the journey").is_visible()


def test_a_thumb_on_the_map_scrolls_or_steps_and_never_drags_it(reread: Read, life: Life) -> None:
    reader = reread(at=f"#{life.stops[3].id}", **PHONE)
    reader.wait_for(life.stops[3].id)
    box = reader.page.locator(".stage").bounding_box()
    assert box
    y = box["y"] + box["height"] * 0.6
    swipe(reader, (320, y), (120, y))
    reader.wait_for(life.stops[4].id)
    swipe(reader, (100, y), (320, y))
    reader.wait_for(life.stops[3].id)
    touch_action = "getComputedStyle(document.querySelector('.folium-map')).touchAction"
    assert "pan-y" in reader.page.evaluate(touch_action)
    assert "none" not in reader.page.evaluate(touch_action)


def swipe(reader: Reader, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw one finger over the screen."""
    session = reader.context.new_cdp_session(reader.page)
    points = [
        tuple(a + (b - a) * step / 5 for a, b in zip(start, end, strict=True)) for step in range(6)
    ]
    for kind, point in (("touchStart", points[0]), *(("touchMove", p) for p in points[1:])):
        session.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [{"x": point[0], "y": point[1]}]},
        )
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()


@pytest.mark.slow
def test_the_map_can_be_enlarged_on_a_phone(reread: Read, life: Life) -> None:
    reader = reread(at=f"#{life.stops[3].id}", **PHONE)
    reader.wait_for(life.stops[3].id)
    stage = reader.page.locator(".stage")
    small = stage.bounding_box()
    reader.button("More").tap()
    button = reader.button("Large map")
    button.tap()
    large = stage.bounding_box()
    assert small
    assert large
    assert large["height"] > 1.8 * small["height"]
    assert button.get_attribute("aria-pressed") == "true"
    assert reader.page.evaluate("document.querySelector('#page--story').inert")
    reader.page.keyboard.press("Escape")
    assert stage.bounding_box() == small
    assert not reader.page.evaluate("document.querySelector('#page--story').inert")


def test_the_wheel_scrolls_the_page_until_the_map_has_the_focus(visit: Visit) -> None:
    reader = visit()
    x, y, width, height = reader.box(".stage")
    reader.wheel(round(x + width / 2), round(y + height / 2), 2000)
    reader.holds(f"document.querySelector('{CURRENT}')")
    reader.holds("scrollY > 300")


@pytest.mark.slow
def test_it_works_inside_a_frame(
    browser: Browser, page_file: Path, life: Life, tmp_path: Path
) -> None:
    outer = tmp_path / "outer.html"
    outer.write_text(
        "<!doctype html><html lang=en><title>outer</title><p>Before</p>"
        f'<iframe title="map" src="{page_file.as_uri()}#orenburg-exile" width="1000" height="600">'
        "</iframe><div style='height:3000px'>After</div>",
        encoding="utf-8",
    )
    context = browser.new_context(viewport={"width": 1100, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(outer.as_uri())
    frame = page.frames[1]
    frame.wait_for_selector(READY, state="attached")
    frame.wait_for_selector("#orenburg-exile[aria-current=step]")
    page.mouse.move(200, 400)
    for _ in range(8):
        page.mouse.wheel(0, 200)
    frame.wait_for_selector(f"{CURRENT}:not(#orenburg-exile)")
    index = life.stop_index[str(frame.locator(CURRENT).get_attribute("id"))]
    assert 0 < index - life.stop_index["orenburg-exile"] < 4
    frame.get_by_role("button", name="Next stop").click()
    frame.wait_for_selector(f"[id='{life.stops[index + 1].id}'][aria-current=step]")
    assert page.url == outer.as_uri()
    context.close()


def test_stepping_builds_nothing(visit: Visit, life: Life) -> None:
    reader = visit(at=f"#{life.stops[0].id}")
    reader.wait_for(life.stops[0].id)
    reader.evaluate(
        "void (window.built = 0, new MutationObserver((all) => { window.built += all.length })"
        ".observe(document.querySelector('main'), { childList: true, subtree: true }))"
    )
    for stop in life.stops[1:9]:
        reader.press("ArrowRight")
        reader.wait_for(stop.id)
    assert reader.evaluate("window.built") == 0


@pytest.mark.parametrize("options", few_of([PHONE, {}]))
def test_working_the_map_keeps_the_place_in_the_text(read: Read, options: dict[str, Any]) -> None:
    reader = read(at="#orenburg-exile", **options)
    reader.wait_for("orenburg-exile")
    before = reader.page.evaluate("scrollY")
    if options:
        reader.button("More").click()
    reader.page.locator("summary", has_text="Legend").click()
    reader.page.locator(".leaflet-container").focus()
    reader.button("Play the journey").focus()
    assert reader.page.evaluate("scrollY") == before
    assert reader.current() == "orenburg-exile"


@pytest.mark.slow
def test_turning_the_device_keeps_the_place(read: Read) -> None:
    reader = read(at="#orenburg-exile", **PHONE)
    reader.wait_for("orenburg-exile")
    reader.page.set_viewport_size({"width": 844, "height": 390})
    heading = reader.page.locator("#orenburg-exile h3")
    reader.page.wait_for_selector(".enlarge", state="hidden")
    box = heading.bounding_box()
    assert box
    assert 0 < box["y"] < 390
    assert reader.current() == "orenburg-exile"


WHOLE = "html[data-laid=true]"


# what a reader is told of the step, in the very moment that the page says that it answers
EARLY = """new MutationObserver(() => {
  const { dataset } = document.documentElement ?? {};
  if (!dataset?.ready || globalThis.early) return;
  const had = { ...dataset };
  const hadText = document.getElementById("page--end") !== null;
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "End", bubbles: true }));
  const told = ["#page--said", ".year"].map((at) => document.querySelector(at).textContent);
  globalThis.early = [had.mapped ?? had.drawn ?? had.laid ?? null, hadText, ...told];
}).observe(document, { attributes: true, subtree: true })"""


@pytest.mark.slow
def test_it_answers_before_map_and_text_are_there(
    browser: Browser, page_file: Path, life: Life
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    slow = page.context.new_cdp_session(page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(EARLY)
    page.goto(page_file.as_uri())
    page.wait_for_selector(WHOLE, state="attached")
    last = life.stops[-1]
    mapped, had_text, said, year = page.evaluate("globalThis.early")
    assert (mapped, had_text) == (None, False)
    assert said.startswith(f"Stop {len(life.stops)} of {len(life.stops)}, {last.name_then}")
    assert year == str(last.span.first.year)
    # and the stop that was asked for is where it belongs when all is laid out
    assert page.locator(CURRENT).get_attribute("id") == last.id
    page.wait_for_function(AT_REST)
    above = page.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('[aria-current=step]')).scrollMarginTop)"
    )
    assert page.locator(CURRENT).evaluate("it => it.getBoundingClientRect().top") == pytest.approx(
        above, abs=2
    )
    assert page.evaluate(IN_VIEW)
    page.close()


# presses each control that the first view has, in the moment that the page says that it answers
PRESS = """new MutationObserver(() => {
  if (!document.documentElement?.dataset.ready || globalThis.pressed) return;
  globalThis.pressed = true;
  document.querySelector("[data-act=SELECTED]").click();
}).observe(document, { attributes: true, subtree: true })"""


def test_steps_made_at_once_are_told_at_once_and_make_one_flight(reread: Read, life: Life) -> None:
    page = reread().page
    told, drawn, flights = page.evaluate(
        """async () => {
          const { scene } = SergeMap.journey;
          let flights = 0;
          scene.map.on("movestart", () => flights++);
          for (let step = 0; step < 4; step++) {
            document.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
          }
          const told = [document.querySelector("[aria-current=step]").id, document.title];
          const drawn = scene.shown;
          await new Promise((end) => setTimeout(end, 600));
          return [told, drawn, flights];
        }"""
    )
    fourth = life.stops[3]
    assert told[0] == fourth.id
    assert told[1].startswith(f"{fourth.name_then}, ")
    assert drawn == -1
    assert flights == 1
    assert page.evaluate("[SergeMap.journey.scene.shown, location.hash]") == [3, f"#{fourth.id}"]


@pytest.mark.parametrize("act", few_of(["begin", "short"]))
def test_buttons_answer_as_soon_as_the_page_says_so(
    browser: Browser, page_file: Path, life: Life, act: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.add_init_script(PRESS.replace("SELECTED", act))
    page.goto(page_file.as_uri())
    page.wait_for_selector(CURRENT, state="attached")
    assert page.evaluate("document.documentElement.dataset.tour ?? ''") == (
        "short" if act == "short" else ""
    )
    # the plate stands until the map does
    page.wait_for_selector("html[data-drawn=true]:not([data-waits])", state="attached")
    page.wait_for_function(
        "!document.querySelector('.still').checkVisibility({visibilityProperty: true})"
    )
    assert page.locator(CURRENT).get_attribute("id") in {stop.id for stop in life.stops}
    page.wait_for_function(f"() => {IN_VIEW}")
    page.close()


@pytest.mark.slow
def test_a_button_that_needs_the_map_waits_for_it(browser: Browser, page_file: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.add_init_script(
        """addEventListener("DOMContentLoaded", () => {
          const { mapped } = document.documentElement.dataset;
          document.querySelector("[data-act=find]").click();
          globalThis.early = [mapped ?? null, document.querySelector(".finder").open];
        })"""
    )
    page.goto(page_file.as_uri())
    page.wait_for_selector("dialog.finder[open]")
    assert page.evaluate("globalThis.early") == [None, False]
    page.close()


@pytest.mark.slow
def test_laying_out_the_rest_does_not_move_what_is_read(browser: Browser, page_file: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    # hold back what waits for an idle moment, so that there is time to read
    page.add_init_script(
        "const idle = []; globalThis.requestIdleCallback = (act) => idle.push(act);"
        "globalThis.rest = () => { while (idle.length) idle.shift()(); };"
    )
    page.goto(page_file.as_uri() + "#orenburg-exile")
    page.wait_for_selector("html[data-drawn=true]", state="attached")
    page.wait_for_function(AT_REST)
    page.mouse.move(200, 400)
    page.mouse.wheel(0, 333)
    page.wait_for_function(AT_REST)
    top = "document.querySelector('#orenburg-exile .summary').getBoundingClientRect().top"
    before = page.evaluate(top)
    assert page.locator(".stop:not(.laid)").count() > 10
    page.evaluate("rest()")
    page.wait_for_selector(WHOLE, state="attached")
    assert page.locator(".stop:not(.laid)").count() == 0
    page.wait_for_function(AT_REST)
    assert page.evaluate(top) == pytest.approx(before, abs=1)
    page.close()


@pytest.mark.parametrize("options", few_of([PHONE, {}]))
def test_a_source_that_was_asked_for_is_in_view_when_all_is_laid_out(
    read: Read, options: dict[str, Any]
) -> None:
    page = read(at="#page--s60", **options).page
    page.wait_for_function(AT_REST)
    top = page.locator("#page--s60").evaluate("it => it.getBoundingClientRect().top")
    assert 0 <= top < page.evaluate("innerHeight") - 40
