"""Which maps the sheets show: the whole life in one or two panels, its chapters, six days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from mapping.atlas.days import plate_days
from mapping.atlas.world import is_known
from mapping.life.dates import parse_point
from mapping.life.projection import CLUSTER_SHARE, cluster_of, crs_for
from mapping.paper.charts import View, draw_chart
from mapping.paper.telling import say_years
from mapping.signs import label_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import geopandas as gpd

    from mapping.life.model import Life, Position, Stop

Picture = dict[str, Any]
_CONIC, _EQUAL_AREA = "equidistant conic projection", "equal-area projection"
KM_PER_DEGREE = 111.2
_LEAST_KM = 260.0  # half of the least width of a chapter's map
_DAYS = 6


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
    if len(parts[0]) < CLUSTER_SHARE * len(life.stops):
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
    parts: dict[int, list[Stop]] = {}
    for stop, part in zip(stops, cluster_of([s.position for s in stops]).tolist(), strict=True):
        parts.setdefault(part, []).append(stop)
    return sorted(parts.values(), key=lambda part: (-len(part), part[0].span.first))


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
        crs=crs_for([(lon, lat) for lon, lat in seen.tolist()]),
        positions=tuple(map(tuple, seen.tolist())),
        width=size[0],
        height=size[1],
        day=day,
        stops=frozenset(stop.id for stop in stops),
    )
