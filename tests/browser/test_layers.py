"""Our layers in a real browser, on maps of folium with ordinary layers beside them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import folium
import geopandas as gpd
import pytest
import shapely
from branca.element import Figure

from mapping.atlas.polities import frontiers_on
from mapping.life.frames import legs_frame, stops_frame
from mapping.page.layers import LifeRoute, LifeStops, PeriodAtlas
from mapping.page.offline_map import OfflineMap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from branca.element import Element
    from playwright.sync_api import Browser, Page

    from mapping.life.model import Life

pytestmark = pytest.mark.browser

PARIS, ATLANTIC = (48.86, 2.35), (45.0, -9.0)


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[[Element], Page]]:
    """Open documents without a network; none may ask for, or complain of, anything."""
    pages: list[Page] = []
    troubles: list[str] = []

    def opened(element: Element) -> Page:
        file = tmp_path / f"map-{len(pages)}.html"
        file.write_text(element.get_root().render(), encoding="utf-8")
        page = browser.new_page(viewport={"width": 900, "height": 640}, reduced_motion="reduce")
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda message: troubles.append(message.text))
        page.on(
            "request",
            lambda request: (
                request.url == file.as_uri()
                or request.url.startswith("data:")
                or troubles.append(request.url)
            ),
        )
        page.goto(file.as_uri())
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.close()
    assert troubles == []


def wait_for_atlas(page: Page, count: int = 1) -> None:
    """Wait until the names of that many atlases are lettered, which is done last."""
    page.wait_for_function(
        """count => {
            const drawn = [...document.querySelectorAll("canvas.atlas-names")].filter(canvas => {
                const { data } = canvas.getContext("2d")
                    .getImageData(0, 0, canvas.width, canvas.height);
                return data.some(Boolean);
            });
            return drawn.length === count;
        }""",
        arg=count,
    )


def pixel(page: Page, on: folium.Map, sheet: str, at: tuple[float, float]) -> list[int]:
    """Return red, green, blue and alpha of a sheet of a map at latitude and longitude."""
    found: list[int] = page.evaluate(
        """([name, sheet, at]) => {
            const map = eval(name);
            const canvas = map.getContainer().querySelector(`canvas.atlas-${sheet}`);
            const frame = canvas.getBoundingClientRect();
            const point = map.latLngToContainerPoint(at);
            const box = map.getContainer().getBoundingClientRect();
            const x = (point.x + box.left - frame.left) * canvas.width / frame.width;
            const y = (point.y + box.top - frame.top) * canvas.height / frame.height;
            return [...canvas.getContext("2d").getImageData(x, y, 1, 1).data];
        }""",
        [on.get_name(), sheet, list(at)],
    )
    return found


def sheets(page: Page) -> list[str]:
    """Return the canvases of our layers in the document, by name."""
    found: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('canvas.atlas-sheet')]"
        ".map(canvas => canvas.className.split(' ')[1].slice('atlas-'.length)).sort()"
    )
    return found


def test_an_offline_map_draws_europe_and_asks_for_nothing(
    show: Callable[[Element], Page],
) -> None:
    on = OfflineMap()
    PeriodAtlas("1936-09-01").add_to(on)
    page = show(on)
    wait_for_atlas(page)
    assert pixel(page, on, "land", PARIS)[3] == 255
    assert pixel(page, on, "land", ATLANTIC)[3] < 255
    red, _, blue, alpha = pixel(page, on, "sea", ATLANTIC)
    assert (alpha, blue > red) == (255, True)
    assert page.evaluate(f"{on.get_name()}.getBounds().contains([48.86, 2.35])")


def test_two_maps_of_one_document_show_two_days(show: Callable[[Element], Page]) -> None:
    figure = Figure()
    maps = {day: OfflineMap(height="50%") for day in ("1914-07-01", "1923-07-01")}
    for day, on in maps.items():
        figure.add_child(on, name=day)
        PeriodAtlas(day).add_to(on)
    page = show(figure)
    wait_for_atlas(page, count=2)
    before, after = (pixel(page, on, "land", (52.2, 21.0)) for on in maps.values())
    assert before[3] == after[3] == 255
    assert before != after  # Warsaw was Russian, then Polish


def test_ordinary_layers_of_folium_stand_beside_ours(
    show: Callable[[Element], Page], life: Life
) -> None:
    on = OfflineMap()
    PeriodAtlas("1936-09-01").add_to(on)
    LifeRoute(legs_frame(life)).add_to(on)
    square = gpd.GeoDataFrame({"name": ["a"]}, geometry=[shapely.box(0, 40, 5, 45)], crs=4326)
    folium.GeoJson(square, tooltip=folium.GeoJsonTooltip(["name"])).add_to(on)
    folium.Marker((52, 13), icon=folium.DivIcon(html="<b>here</b>")).add_to(on)
    folium.Marker((41, 2), popup="in <i>Barcelona</i>").add_to(on)
    folium.CircleMarker((55, 37), tooltip="Moscow").add_to(on)
    folium.LayerControl().add_to(on)
    page = show(on)
    wait_for_atlas(page)
    assert page.get_by_text("here", exact=True).is_visible()
    assert page.locator("path.leaflet-interactive").count() == 2
    page.locator("img.leaflet-marker-icon").click()
    assert page.locator(".leaflet-popup-content").inner_text() == "in Barcelona"


@pytest.mark.slow
def test_what_geopandas_explores_stands_beside_ours(show: Callable[[Element], Page]) -> None:
    for package in ("mapclassify", "matplotlib"):  # which explore asks for, and nothing of ours
        pytest.importorskip(package)
    on = OfflineMap()
    PeriodAtlas("1936-09-01").add_to(on)
    frontiers_on(date(1914, 7, 1)).explore(m=on, color="green", style_kwds={"fill": False})
    page = show(on)
    wait_for_atlas(page)
    assert page.locator("path.leaflet-interactive").count() > 50
    assert pixel(page, on, "land", PARIS)[3] == 255


def test_a_layer_control_takes_layers_off_and_puts_them_back(
    show: Callable[[Element], Page], life: Life
) -> None:
    on = OfflineMap()
    PeriodAtlas("1936-09-01", name="Atlas").add_to(on)
    LifeStops(stops_frame(life), name="Stops", show=False).add_to(on)
    folium.LayerControl(collapsed=False).add_to(on)
    page = show(on)
    wait_for_atlas(page)
    assert sheets(page) == ["land", "names", "sea"]

    page.get_by_role("checkbox", name="Stops").check()
    page.get_by_role("button", name="Orenburg").first.wait_for()
    assert sheets(page) == ["land", "names", "sea", "signs"]

    page.get_by_role("checkbox", name="Atlas").uncheck()
    assert sheets(page) == ["names", "signs"]
    page.get_by_role("checkbox", name="Stops").uncheck()
    assert sheets(page) == []
    assert page.get_by_role("button", name="Orenburg").count() == 0

    page.get_by_role("checkbox", name="Atlas").check()
    wait_for_atlas(page)
    assert pixel(page, on, "land", PARIS)[3] == 255


def test_stops_without_an_atlas_have_cards_and_names(
    show: Callable[[Element], Page], life: Life
) -> None:
    on = OfflineMap()
    LifeStops(stops_frame(life)).add_to(on)
    page = show(on)
    wait_for_atlas(page)
    page.get_by_role("button", name="Orenburg").first.click()
    page.locator(".atlas-card").get_by_text("Deported to the Ural river").wait_for()
    page.keyboard.press("Escape")
    page.locator(".atlas-card").wait_for(state="detached")


def test_bare_geometry_is_drawn(show: Callable[[Element], Page]) -> None:
    bare = gpd.GeoDataFrame(geometry=shapely.points([[2.35, 48.86], [13.4, 52.5]]), crs=4326)
    way = gpd.GeoDataFrame(geometry=[shapely.LineString(bare.geometry.tolist())], crs=4326)
    on = OfflineMap()
    LifeRoute(way).add_to(on)
    LifeStops(bare).add_to(on)
    page = show(on)
    page.get_by_role("button", name="Stop 2").wait_for()
    page.get_by_role("button", name="Stop 1").click()
    page.locator(".atlas-card").wait_for()
    middle: tuple[float, float] = (50.72, 7.87)
    ink: Any = pixel(page, on, "route", middle)
    assert ink[3] > 0


@pytest.mark.slow
def test_a_layer_moves_with_the_map(show: Callable[[Element], Page]) -> None:
    on = OfflineMap((48.86, 2.35), zoom_start=5)
    PeriodAtlas("1936-09-01").add_to(on)
    page = show(on)
    wait_for_atlas(page)
    page.evaluate(f"{on.get_name()}.setView([55.75, 37.6], 5, {{ animate: false }})")
    page.evaluate("() => new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))")
    assert pixel(page, on, "land", (55.75, 37.6))[3] == 255
