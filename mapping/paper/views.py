"""Which maps the sheets show: the whole life in one or two panels, its chapters, six days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from pyproj import Geod

from mapping.atlas.world import is_known
from mapping.life.dates import parse_point
from mapping.paper.charts import View, draw_chart
from mapping.paper.telling import say_years
from mapping.plates.picture import plate_days
from mapping.signs import label_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import geopandas as gpd

    from mapping.life.model import Life, Position, Stop

Picture = dict[str, Any]
_CONIC, _EQUAL_AREA = "equidistant conic projection", "equal-area projection"
_EARTH = "+R=6371000 +units=m"
_APART_KM = 1500.0  # stops farther than that from all others are another part of the world
KM_PER_DEGREE = 111.2
_LEAST_KM = 260.0  # half of the least width of a chapter's map
_DAYS = 6
_MOST = 0.6  # share of the stops from which one part of the world is drawn large


@dataclass(frozen=True, slots=True)
class Maps:
    """Maps of a life: what the templates say of each, and their drawings by file name.

    Parameters
    ----------
    pictures
        ``file``, ``alt`` and ``caption`` by the name of the map.
    files
        SVG by file name.
    """

    pictures: dict[str, Picture]
    files: dict[str, str]


def draw_maps(life: Life, legs: gpd.GeoDataFrame, views: dict[str, tuple[View, str]]) -> Maps:
    """Return maps with what they show in words.

    Parameters
    ----------
    life
        A valid life.
    legs
        What ``legs_frame`` made of it.
    views
        A view and its title by the name of the map.
    """
    pictures, files = {}, {}
    for name, (view, title) in views.items():
        day = parse_point(view.day.isoformat()).words
        frontiers = f"frontiers of {day}" if is_known(view.day) else "no frontiers known"
        alt = f"Map. {title}: {say_places(life, view)}; {frontiers}."
        pictures[name] = {
            "file": f"{name}.svg",
            "alt": alt,
            "title": title,
            "caption": f"{frontiers[:1].upper()}{frontiers[1:]}",
            "projection": _CONIC if "eqdc" in view.crs else _EQUAL_AREA,
            "year": view.day.year,
        }
        files[f"{name}.svg"] = draw_chart(life, legs, view, name=name, alt=alt)
    return Maps(pictures, files)


def say_places(life: Life, view: View) -> str:
    """Return the places of a view in words, each once, in the order of the life.

    Parameters
    ----------
    life
        A valid life.
    view
        What a map shows.
    """
    shown = [stop for stop in life.stops if stop.id in view.stops]
    return ", ".join(dict.fromkeys(label_of(stop.name_then, stop.precision) for stop in shown))


def panels_of(life: Life, sizes: tuple[tuple[float, float], ...]) -> list[tuple[View, str]]:
    """Return the one or two views that show the whole life, the part with most stops first.

    Parameters
    ----------
    life
        A valid life.
    sizes
        Width and height of the first, and of the second.
    """
    parts = parts_of_world(life.stops)
    if len(parts[0]) < _MOST * len(life.stops):
        parts = [list(life.stops)]
    inside = {stop.id for stop in parts[0]}
    rest = [stop for stop in life.stops if stop.id not in inside]
    views = [_view(parts[0], sizes[0], plate_days(life)[0])]
    if rest:
        # the way there belongs to the second: a sea that was crossed lies in neither
        ways = [
            position
            for stop in rest
            if stop.id in life.leg_to and life.leg_to[stop.id].from_id in inside
            for position in life.leg_to[stop.id].waypoints
        ]
        views.append(_view(rest, sizes[1], min(stop.span.first for stop in rest), ways))
    return [(view, say_years(stops)) for view, stops in zip(views, (parts[0], rest), strict=False)]


def chapter_views(life: Life, size: tuple[float, float]) -> dict[str, tuple[View, str]]:
    """Return a view for each chapter: its stops, the way so far, the frontiers of its day.

    Parameters
    ----------
    life
        A valid life.
    size
        Width and height.
    """
    views = {}
    for chapter in life.chapters:
        stops = [stop for stop in life.stops if stop.chapter == chapter.id]
        if stops:
            ways = [
                position
                for stop in stops
                if stop.id in life.leg_to
                for position in life.leg_to[stop.id].waypoints[-3:]
            ]
            view = _view(stops, size, chapter_day(stops), ways)
            first = min(stop.span.first for stop in stops)
            last = max(stop.span.first for stop in stops)
            views[chapter.id] = (replace(view, since=first, until=last), chapter.title)
    return views


def day_views(life: Life, main: View, size: tuple[float, float]) -> dict[str, tuple[View, str]]:
    """Return six small views of the main panel: a day each, and the way until then.

    They are days of the last six chapters of the strip that have most of their stops in it, or of
    other chapters where those are too few.

    Parameters
    ----------
    life
        A valid life.
    main
        The view of the main panel.
    size
        Width and height of each.
    """
    inside = [
        (chapter, stops)
        for chapter in life.chapters
        if (stops := [stop for stop in life.stops if stop.chapter == chapter.id])
        and sum(stop.id in main.stops for stop in stops) * 2 > len(stops)
    ]
    chosen = [one for one in inside if one[0].headline][-_DAYS:]
    others = [one for one in inside if one not in chosen]
    chosen = sorted(chosen + others[: _DAYS - len(chosen)], key=inside.index)
    views = {}
    for chapter, stops in chosen:
        day = chapter_day(stops)
        small = replace(
            main,
            width=size[0],
            height=size[1],
            margin=5,
            day=day,
            until=day,
            since=min(stop.span.first for stop in stops),
            lettered=False,
            stops=frozenset(stop.id for stop in stops if stop.span.first <= day),
        )
        views[f"day-{chapter.id}"] = (small, chapter.title)
    return views


def parts_of_world(stops: Sequence[Stop]) -> list[list[Stop]]:
    """Return stops by parts of the world that lie far apart, the part with most stops first.

    Parameters
    ----------
    stops
        At least one.
    """
    # two stops belong together if circles of half the distance around them meet
    circles = [shapely.Polygon(_circle(stop.position, _APART_KM / 2)) for stop in stops]
    areas = shapely.get_parts(shapely.union_all(circles))
    tree = shapely.STRtree(areas)
    found = tree.query(shapely.points([stop.position for stop in stops]), predicate="within")
    parts: dict[int, list[Stop]] = {}
    for index, area in sorted(zip(*found.tolist(), strict=True)):
        parts.setdefault(area, []).append(stops[index])
    return sorted(parts.values(), key=lambda part: (-len(part), part[0].span.first))


def _circle(position: Position, radius_km: float) -> Any:
    """Return a circle on the ground as positions; it is for whom lives near the 180th meridian."""
    lons, lats, _ = Geod(ellps="sphere").fwd(
        [position[0]] * 48, [position[1]] * 48, np.arange(0, 360, 7.5), [radius_km * 1000] * 48
    )
    lons = np.asarray(lons)
    return np.column_stack([position[0] + (lons - position[0] + 180) % 360 - 180, lats])


def chapter_day(stops: Sequence[Stop]) -> date:
    """Return the day that stands for a chapter: the first of its longest stay.

    Parameters
    ----------
    stops
        Those of the chapter.
    """
    return max(stops, key=lambda stop: stop.span.days).span.first


def _view(
    stops: Sequence[Stop],
    size: tuple[float, float],
    day: date,
    ways: Sequence[Position] = (),
) -> View:
    positions = np.array([*(stop.position for stop in stops), *ways])
    lon, lat = (positions.min(axis=0) + positions.max(axis=0)) / 2
    north = _LEAST_KM / KM_PER_DEGREE
    east = north / max(np.cos(np.radians(lat)), 0.2)
    seen = np.vstack([positions, [(lon - east, lat - north), (lon + east, lat + north)]])
    return View(
        crs=choose_projection(seen),
        positions=tuple(map(tuple, seen.tolist())),
        width=size[0],
        height=size[1],
        day=day,
        stops=frozenset(stop.id for stop in stops),
    )


def choose_projection(positions: np.ndarray) -> str:
    """Return the projection of a map that shows positions, by one rule for all lives.

    Within 100 degrees of longitude and north of 25 degrees it is the equidistant conic one, its
    parallels at a sixth and five sixths of the latitudes; otherwise Lambert's azimuthal one, which
    keeps areas, around the middle.

    Parameters
    ----------
    positions
        n by 2, longitude and latitude, EPSG:4326.
    """
    (west, south), (east, north) = positions.min(axis=0), positions.max(axis=0)
    lon, lat = (west + east) / 2, (south + north) / 2
    if east - west <= 100 and south >= 25 and north - south >= 4:
        one, two = south + (north - south) / 6, north - (north - south) / 6
        return (
            f"+proj=eqdc +lat_1={one:.2f} +lat_2={two:.2f} +lon_0={lon:.2f} +lat_0={lat:.2f} "
            f"{_EARTH}"
        )
    return f"+proj=laea +lat_0={lat:.2f} +lon_0={lon:.2f} {_EARTH}"
