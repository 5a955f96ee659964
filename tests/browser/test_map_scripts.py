"""The atlas in the page: that it reads the same file as Python, and what it draws."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import shapely
from scripts import open_modules

from mapping.atlas.file import atlas_text
from mapping.atlas.polities import polity_at
from mapping.atlas.world import load_atlas
from mapping.page.assets import leaflet, tokens_css
from mapping.page.live_map import build_map, map_parts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from mapping.life.model import Life

pytestmark = pytest.mark.browser

DAYS = (
    *("1890-01-01", "1905-11-26", "1914-07-01", "1918-02-24", "1919-06-01", "1923-07-01"),
    *("1925-06-01", "1938-10-15", "1939-04-01", "1941-02-01", "1942-12-01", "1947-11-17"),
)
DESK = {"width": 1200, "height": 760}
ATLANTIC, BEAUCE, UKRAINE = (-35.0, 42.0), (1.6, 48.2), (31.0, 49.4)


@pytest.fixture(scope="module")
def pure(browser: Browser) -> Iterator[Page]:
    """A blank page with the modules and the atlas file."""
    page = browser.new_page()
    page.set_content("<!doctype html><title>modules</title>")
    page.add_script_tag(content=leaflet().script)
    page.add_script_tag(content=open_modules("main.js"))
    page.evaluate("text => { globalThis.file = JSON.parse(text) }", atlas_text())
    yield page
    page.close()


@pytest.fixture(scope="module")
def document(life: Life, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The life's map with its drawing within a test's reach."""
    life_map = build_map(life)
    parts = map_parts(life_map)
    name = life_map.get_name()
    start = parts.scripts[-1].partition("SergeMap.start")[0]
    page = tmp_path_factory.mktemp("atlas") / "map.html"
    styles = "".join(f"<style>{style}</style>" for style in (tokens_css(), *parts.styles))
    page.write_text(
        "<!doctype html><html lang=en><meta charset=utf-8><title>map</title>"
        f"{styles}<style>html,body,.folium-map{{height:100%;margin:0}}</style>{parts.body}"
        f"<script>{parts.scripts[0]}</script><script>{open_modules('main.js')}</script><script>{start}\n"
        "globalThis.life = readBlock('page--life-data');\n"
        f"globalThis.drawing = createDrawing({name}, readBlock('page--atlas-data'), "
        "{ period: period_atlas_of_life, route: life_route_of_life, stops: life_stops_of_life }, "
        "{ onShown() { globalThis.shown = true; } });\n"
        f"globalThis.map = {name};\n"
        "</script>",
        encoding="utf-8",
    )
    return page


@pytest.fixture(scope="module")
def opened(browser: Browser, document: Path) -> Iterator[tuple[Page, list[str]]]:
    """The map in a window, and everything that it asks for or complains of."""
    page = browser.new_page(viewport=DESK, reduced_motion="reduce")
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text))
    page.on("request", lambda request: troubles.append(request.url))
    page.goto(document.as_uri())
    page.wait_for_function("globalThis.shown && drawing.labels().length && drawing.hasRelief()")
    yield page, troubles
    page.close()


@pytest.fixture
def drawn(opened: tuple[Page, list[str]], document: Path) -> Iterator[Page]:
    """The map on a desktop, the whole route in view, whatever the test before did."""
    page, troubles = opened
    resize(page, *DESK.values())
    go(page, None)
    yield page
    assert troubles == [document.as_uri()]


def settle(page: Page) -> None:
    """Wait until what was asked for is on the canvas."""
    page.evaluate("() => new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))")


def resize(page: Page, width: int, height: int) -> None:
    """Give the window a size, and the map the size of the window."""
    page.set_viewport_size({"width": width, "height": height})
    settle(page)  # the event of the new size comes with a frame
    page.evaluate("drawing.resize()")


def go(page: Page, stop: int | None, day: str | None = None) -> None:
    page.evaluate(
        """([stop, day]) => {
            drawing.show(stop);
            drawing.setDate(day ?? life.stops[stop]?.start ?? life.stops.at(-1).end);
            drawing.frame(stop, { animate: false });
        }""",
        [stop, day],
    )
    settle(page)


def view(page: Page, lon: float, lat: float, zoom: float, day: str) -> None:
    page.evaluate(
        """([lon, lat, zoom, day]) => {
            drawing.setDate(day);
            map.setView([lat, lon], zoom, { animate: false });
        }""",
        [lon, lat, zoom, day],
    )
    settle(page)


def pixel(page: Page, sheet: str, lon: float, lat: float) -> list[int]:
    """Return red, green, blue and alpha of a sheet at a place."""
    found: list[int] = page.evaluate(
        """([sheet, lon, lat]) => {
            const canvas = document.querySelector(`.atlas-${sheet}`);
            const frame = canvas.getBoundingClientRect();
            const at = map.latLngToContainerPoint([lat, lon]);
            const box = map.getContainer().getBoundingClientRect();
            const x = (at.x + box.left - frame.left) * canvas.width / frame.width;
            const y = (at.y + box.top - frame.top) * canvas.height / frame.height;
            return [...canvas.getContext("2d").getImageData(x, y, 1, 1).data];
        }""",
        [sheet, lon, lat],
    )
    return found


def picture(page: Page, sheet: str) -> str:
    found: str = page.evaluate("s => document.querySelector(`.atlas-${s}`).toDataURL()", sheet)
    return found


def total(page: Page, of: str) -> int:
    """Add up an expression over the pixels of the route's sheet; ``at`` is red to alpha."""
    found: int = page.evaluate(
        """() => {
            const canvas = document.querySelector(".atlas-route");
            const context = canvas.getContext("2d");
            const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
            let sum = 0;
            for (let i = 0; i < data.length; i += 4) {
                const at = data.subarray(i, i + 4);
                sum += Number(OF);
            }
            return sum;
        }""".replace("OF", of)
    )
    return found


def labels(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("drawing.labels()")
    return found


def names(page: Page, role: str) -> set[str]:
    return {label["text"] for label in labels(page) if label["role"] == role}


# One file, two readers


def test_both_readers_see_the_same_faces(pure: Page) -> None:
    found = pure.evaluate(
        """() => file.faces.map((_, face) => faceRings(file, face).map(rings => rings.map(ring => {
            let area = 0;
            for (let i = 0; i + 3 < ring.length; i += 2)
                area += ring[i] * ring[i + 3] - ring[i + 2] * ring[i + 1];
            return [Math.abs(area / 2), ...boxOf(ring)];
        })))"""
    )
    atlas = load_atlas()
    quantum = 1 / json.loads(atlas_text())["per_degree"]
    assert len(found) == len(atlas.faces)
    for polygons, face in zip(found, atlas.faces, strict=True):
        outers = [rings[0] for rings in polygons]
        holes = sum(ring[0] for rings in polygons for ring in rings[1:])
        assert sum(ring[0] for ring in outers) - holes == pytest.approx(face.area, abs=quantum**2)
        box = (
            *(min(ring[i] for ring in outers) for i in (1, 2)),
            *(max(ring[i] for ring in outers) for i in (3, 4)),
        )
        assert box == pytest.approx(shapely.bounds(face).tolist(), abs=quantum / 2)


@pytest.mark.parametrize("day", DAYS)
def test_both_readers_see_the_same_states(pure: Page, day: str) -> None:
    atlas = load_atlas()
    found = pure.evaluate(
        """day => statesOn(file, day).map(state => {
            const { entity, sovereign, controller, status } = file.states[state];
            return [entity, sovereign, controller, status];
        })""",
        day,
    )
    states = (atlas.state(face, date.fromisoformat(day)) for face in range(len(atlas.faces)))
    expected = [[s.entity, s.sovereign, s.controller, s.status] for s in states]
    assert found == expected


def test_both_readers_put_every_stop_in_the_same_state(pure: Page, life: Life) -> None:
    places = [[*stop.position, stop.span.first.isoformat()] for stop in life.stops]
    found = pure.evaluate(
        """places => {
            const ground = createGround(file);
            return places.map(([lon, lat, day]) => {
                const face = ground.faceOf(lon, lat);
                return face < 0 ? null : file.states[statesOn(file, day)[face]].entity;
            });
        }""",
        places,
    )
    polities = [polity_at(*stop.position, on=stop.span.first) for stop in life.stops]
    assert found == [polity and polity.code for polity in polities]


def test_the_open_sea_is_in_no_state(pure: Page) -> None:
    assert pure.evaluate("([lon, lat]) => createGround(file).faceOf(lon, lat)", ATLANTIC) == -1


# Pure functions


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([4], "4"),
        ([4, 5], "4, 5"),
        ([4, 5, 6], "4\u20136"),
        ([1, 3, 4, 5, 9], "1, 3\u20135, 9"),
    ],
)
def test_runs_of_numbers_are_joined(pure: Page, numbers: list[int], words: str) -> None:
    assert pure.evaluate("numbers => spellRuns(numbers)", numbers) == words


def test_a_lane_lies_to_the_right_and_still_joins_its_stops(pure: Page) -> None:
    east = pure.evaluate("shiftRight([[0, 0], [50, 0], [100, 0]], 4, 20)")
    west = pure.evaluate("shiftRight([[100, 0], [50, 0], [0, 0]], 4, 20)")
    assert (east[0], east[-1]) == ([0, 0], [100, 0])
    assert max(y for _, y in east) == pytest.approx(4)  # south of a way to the east
    assert min(y for _, y in west) == pytest.approx(-4)


def test_rounded_corners_keep_the_ends_and_stay_inside(pure: Page) -> None:
    line = pure.evaluate("roundCorners([[0, 0], [40, 0], [40, 40]], 16)")
    assert (line[0], line[-1]) == ([0, 0], [40, 40])
    assert [40, 0] not in line
    assert all(0 <= x <= 40 and 0 <= y <= 40 for x, y in line)


def test_stops_of_one_place_are_gathered(pure: Page) -> None:
    points = [[0, 0], [10, 0], [100, 0], [5, 8], [121, 0], [143, 0]]
    assert pure.evaluate("points => gather(points.flat(), 22)", points) == [[0, 1, 3], [2, 4], [5]]


@pytest.mark.parametrize(("pixels", "levels"), [(0, 0), (300, 1), (4000, 4), (1e6, 9)])
def test_a_flight_takes_its_time_but_not_long(pure: Page, pixels: float, levels: float) -> None:
    seconds = pure.evaluate("([pixels, levels]) => flightSeconds(pixels, levels)", [pixels, levels])
    assert 0.3 < seconds <= 1.6


# What is drawn


def test_land_sea_and_route_are_drawn(drawn: Page) -> None:
    go(drawn, None)
    assert pixel(drawn, "land", *BEAUCE)[3] == 255
    assert pixel(drawn, "land", *ATLANTIC)[3] < 255
    red, _, blue, alpha = pixel(drawn, "sea", *ATLANTIC)
    assert alpha == 255
    assert blue > red  # the sea is the only blue thing
    inked = total(drawn, "at[3] > 200 && at[0] > 130 && at[1] < 150")
    assert inked > 1000


@pytest.mark.parametrize("size", [(320, 420), (390, 380), (1200, 760), (2560, 1440)])
def test_the_whole_route_is_in_view(drawn: Page, size: tuple[int, int]) -> None:
    resize(drawn, *size)
    go(drawn, None)
    outside = drawn.evaluate(
        """() => life.stops.filter(({ lon, lat }) => {
            const { x, y } = map.latLngToContainerPoint([lat, lon]);
            return x < 8 || y < 8 || x > innerWidth - 8 || y > innerHeight - 8;
        }).map(({ id }) => id)"""
    )
    assert outside == []


@pytest.mark.parametrize("stop", ["petrograd-astoria", "orenburg-exile", "villa-air-bel", None])
@pytest.mark.parametrize("size", [(390, 380), (1200, 760)])
def test_names_never_overlap(
    drawn: Page, life: Life, stop: str | None, size: tuple[int, int]
) -> None:
    resize(drawn, *size)
    go(drawn, life.stop_index[stop] if stop else None)
    boxes = [(label["text"], shapely.box(*label["box"])) for label in labels(drawn)]
    assert len(boxes) > 1  # in Russia few names stand in view
    touching = [
        (a, b)
        for i, (a, box) in enumerate(boxes)
        for b, other in boxes[i + 1 :]
        if box.intersection(other).area > 0
    ]
    assert touching == []


@pytest.mark.parametrize("stop", ["petrograd-astoria", "orenburg-exile", "villa-air-bel"])
def test_the_current_stop_is_always_named(drawn: Page, life: Life, stop: str) -> None:
    index = life.stop_index[stop]
    go(drawn, index)
    number = str(index + 1)
    told = [label["text"] for label in labels(drawn) if label["role"] in {"stop", "number"}]
    assert any(text == number or text.endswith(f" {number}") for text in told)


@pytest.mark.parametrize(
    ("day", "state", "town"),
    [
        ("1914-07-31", "Russian Empire", "St Petersburg"),
        ("1919-01-15", "Soviet Russia", "Petrograd"),
        ("1924-01-25", "USSR", "Petrograd"),
        ("1924-01-26", "USSR", "Leningrad"),
    ],
)
def test_names_are_those_of_the_day(drawn: Page, day: str, state: str, town: str) -> None:
    drawn.evaluate("drawing.show(0)")
    view(drawn, 36.0, 57.0, 5.0, day)
    assert state in names(drawn, "state")
    assert town in names(drawn, "town")


@pytest.mark.parametrize(
    ("day", "states"),
    [
        ("1913-06-15", {"AUSTRIA-HUNGARY", "GERMAN EMPIRE", "Serbia", "Italy", "Switzerland"}),
        ("1920-09-01", {"Czechoslovakia", "Austria", "Hungary", "Switzerland", "Denmark"}),
        ("1938-11-15", {"Czechoslovakia", "Albania", "Denmark"}),
    ],
)
def test_long_and_narrow_states_are_named_too(drawn: Page, day: str, states: set[str]) -> None:
    drawn.evaluate("drawing.show(null)")
    view(drawn, 14, 49, 5, day)
    named = {name.casefold() for name in names(drawn, "state")}
    assert {state.casefold() for state in states} - named == set()


def test_iceland_is_not_lettered_as_denmark(drawn: Page) -> None:
    view(drawn, -15, 62, 4.5, "1913-06-15")
    assert "iceland" in {name.casefold() for name in names(drawn, "state")}


def test_a_new_day_redraws_only_what_changes(drawn: Page) -> None:
    drawn.wait_for_function("drawing.hasRelief()")  # which comes when it is decoded
    view(drawn, 20.0, 50.0, 4.5, "1935-06-01")
    before = {sheet: picture(drawn, sheet) for sheet in ("sea", "land", "route")}
    view(drawn, 20.0, 50.0, 4.5, "1935-09-01")
    assert {sheet: picture(drawn, sheet) for sheet in before} == before
    view(drawn, 20.0, 50.0, 4.5, "1941-02-01")
    after = {sheet: picture(drawn, sheet) for sheet in before}
    assert [sheet for sheet in before if after[sheet] != before[sheet]] == ["land"]


def test_the_state_he_stands_in_is_lifted(drawn: Page, life: Life) -> None:
    view(drawn, 20.0, 50.0, 4.5, "1933-06-01")
    dimmed = pixel(drawn, "land", *UKRAINE)
    drawn.evaluate("stop => drawing.show(stop)", life.stop_index["orenburg-exile"])
    settle(drawn)
    assert sum(pixel(drawn, "land", *UKRAINE)) > sum(dimmed)


def test_nothing_is_shown_before_it_happens(drawn: Page, life: Life) -> None:
    view(drawn, 5.0, 50.0, 4.0, "1941-06-01")
    drawn.evaluate("drawing.show(0)")
    settle(drawn)
    assert total(drawn, "at[3]") == 0
    drawn.evaluate("drawing.show(2)")
    settle(drawn)
    assert {stop for stops in drawn.evaluate("drawing.markers()") for stop in stops} == {0, 1, 2}
    drawn.evaluate("stop => drawing.show(stop)", life.stop_index["mexico-city"])
    settle(drawn)
    assert total(drawn, "at[3]") > 0


def test_every_sign_is_a_button_with_a_name(drawn: Page, life: Life) -> None:
    orenburg = life.stop_index["orenburg-exile"]
    go(drawn, orenburg)
    button = drawn.get_by_role("button", name=f"Stop {orenburg + 1}, Orenburg")
    assert button.get_attribute("aria-current") == "location"
    box = button.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    unnamed = drawn.locator(".atlas-stop:not([aria-label^='Stop'])")
    assert unnamed.count() == 0


def test_stops_of_one_town_are_one_sign_where_they_are(drawn: Page, life: Life) -> None:
    paris = {"paris-1909", "rue-fessart", "sante-prison"}
    current = life.stop_index["sante-prison"]
    for zoom in (4.0, 7.0):
        drawn.evaluate("stop => drawing.show(stop)", current)
        view(drawn, 2.35, 48.85, zoom, "1912-06-01")
        signs = drawn.evaluate("drawing.markers()")
        (sign,) = [stops for stops in signs if current in stops]
        assert paris <= {life.stops[stop].id for stop in sign}


def test_restyling_draws_in_the_new_colours(drawn: Page) -> None:
    go(drawn, None)
    drawn.evaluate("document.documentElement.style.setProperty('--sea', '#102030')")
    drawn.evaluate("drawing.restyle()")
    settle(drawn)
    red, green, blue, _ = pixel(drawn, "sea", *ATLANTIC)
    assert max(red, green, blue) < 90
    drawn.evaluate("document.documentElement.style.removeProperty('--sea')")
    drawn.evaluate("drawing.restyle()")
    settle(drawn)
    red, _, blue, _ = pixel(drawn, "sea", *ATLANTIC)
    assert blue > max(red, 90)


def spread(page: Page, west: float, south: float, east: float, north: float) -> float:
    """Return how far the lightness of the land of a region strays, in levels of 255."""
    found: float = page.evaluate(
        """async ([west, south, east, north]) => {
            const image = new Image();
            image.src = readBlock("page--relief-data").image;
            await image.decode();
            const canvas = document.createElement("canvas");
            [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
            const context = canvas.getContext("2d");
            context.drawImage(image, 0, 0);
            const [left, top, right, bottom] = extentOf(readBlock("page--atlas-data").bounds);
            const at = (lon, lat) => {
                const [x, y] = toWorld(lon, lat);
                return [
                    (x - left) / (right - left) * canvas.width,
                    (y - top) / (bottom - top) * canvas.height,
                ].map(Math.round);
            };
            const [[x0, y0], [x1, y1]] = [at(west, north), at(east, south)];
            const { data } = context.getImageData(x0, y0, x1 - x0, y1 - y0);
            const grey = Array.from({ length: data.length / 4 }, (_, i) => data[4 * i]);
            const mean = grey.reduce((sum, level) => sum + level, 0) / grey.length;
            return Math.sqrt(grey.reduce((sum, l) => sum + (l - mean) ** 2, 0) / grey.length);
        }""",
        [west, south, east, north],
    )
    return found


@pytest.mark.parametrize(
    ("mountains", "plain"),
    [
        ((7, 45.7, 11, 47), (8.5, 44.9, 11.5, 45.4)),  # the Alps and the Po
        ((42, 42.2, 46, 43.2), (38, 46.5, 42, 48)),  # the Caucasus and the steppe of the Don
        ((-0.5, 42.4, 2, 43), (-1, 44, 0.5, 45)),  # the Pyrenees and the Landes
        ((-106, 38, -104.5, 41), (-100, 38, -97, 41)),  # the Rockies and Nebraska
    ],
)
def test_the_relief_lies_where_mountains_are(
    drawn: Page, mountains: tuple[float, ...], plain: tuple[float, ...]
) -> None:
    assert spread(drawn, *mountains) > 4 * spread(drawn, *plain)
    assert spread(drawn, *plain) < 6


def test_the_sea_is_flat(drawn: Page) -> None:
    assert spread(drawn, -40, 30, -20, 50) < 1


def test_land_is_lit_and_shaded_and_the_sea_is_left_open(drawn: Page) -> None:
    view(drawn, 9.5, 46.5, 6, "1936-01-01")
    alps = {tuple(pixel(drawn, "land", 9 + step / 10, 46.6)) for step in range(10)}
    assert len(alps) > 5
    view(drawn, 5, 42, 6, "1936-01-01")
    assert pixel(drawn, "land", 5.5, 41.5)[3] < 60


def test_a_browser_that_cannot_read_the_relief_draws_flat_land(
    browser: Browser, document: Path, tmp_path: Path
) -> None:
    text = document.read_text("utf-8")
    flat = tmp_path / "flat.html"
    flat.write_text(text.replace("data:image/avif;base64,", "data:image/avif;base64,AAAA"), "utf-8")
    page = browser.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto(flat.as_uri())
    page.wait_for_function("drawing.labels().length > 0")
    assert page.evaluate("drawing.hasRelief()") is False
    assert pixel(page, "land", 2.35, 47)[3] == 255
    assert troubles == []
    page.close()
