"""``python -m mapping.rebuild.drawing``: draw the picture of the example life again.

It shows Roth's way out of Germany on the frontiers of that day, from the atlas and nothing else, so
that the example has a picture that is ours to give away.
"""

from __future__ import annotations

import io
import json
from datetime import date
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mapping.atlas.arcs import frontier_lines
from mapping.atlas.world import lakes, land
from mapping.files import read_packaged

if TYPE_CHECKING:
    import shapely
    from PIL.ImageDraw import ImageDraw

EXAMPLE = Path(__file__).resolve().parents[1] / "editing" / "example"
DAY = date(1933, 1, 30)
WIDTH, HEIGHT = 480, 300
_FINE = 4  # drawn larger and shrunk, for smooth edges
_CRS = "EPSG:3035"
_MIDDLE, _METRES = (8.0, 50.75), 1_280_000
_TOWNS = {"Berlin": (13.405, 52.52), "Cologne": (6.9603, 50.9375), "Paris": (2.3522, 48.8566)}
_FONT = "EBGaramond[wght].ttf"


def draw_example() -> bytes:
    """Return the picture as WebP; the pinned Pillow of the extra decides its bytes.

    Raises
    ------
    AssetError
        If the atlas is missing.
    """
    from PIL import Image, ImageDraw

    colours = json.loads(read_packaged("signs/palette.json"))["light"]
    picture = Image.new("RGB", (WIDTH * _FINE, HEIGHT * _FINE), colours["sea"])
    draw = ImageDraw.Draw(picture)
    for shape in _parts(land(DAY)):
        draw.polygon(_pixels(shape.exterior), fill=colours["land"])
    for shape in _parts(lakes(DAY)):
        draw.polygon(_pixels(shape.exterior), fill=colours["sea"])
    for line in _parts(frontier_lines(DAY)):
        draw.line(_pixels(line), fill=colours["frontier"], width=5, joint="curve")
    _draw_way(draw, colours)
    small = picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    small.save(stream, "WEBP", quality=82, method=6)
    return stream.getvalue()


def _draw_way(draw: ImageDraw, colours: dict[str, str]) -> None:
    """Draw the line between the towns, their dots and their names."""
    from PIL import ImageFont
    from shapely import LineString, Point

    font = ImageFont.truetype(_font(), 22 * _FINE, layout_engine=ImageFont.Layout.BASIC)
    way = LineString(_TOWNS.values()).segmentize(0.2)
    draw.line(_pixels(_to_plane(way)), fill=colours["red"], width=11, joint="curve")
    for name, position in _TOWNS.items():
        (x, y), *_ = _pixels(_to_plane(Point(position)))
        radius = 20 if name != "Cologne" else 13
        dot = (x - radius, y - radius, x + radius, y + radius)
        draw.ellipse(dot, fill=colours["red"], outline=colours["paper"], width=5)
        where = (x, y - 30) if name != "Paris" else (x, y + 96)
        draw.text(
            where,
            name,
            font=font,
            fill=colours["ink"],
            anchor="ms",
            stroke_width=12,
            stroke_fill=colours["land"],
        )


def _font() -> str:
    return str(resources.files("fontpkg_eb_garamond") / "files" / _FONT)


def _parts(shape: shapely.Geometry) -> list[Any]:
    """Return the simple shapes within the picture, on its plane."""
    import shapely

    west, south, east, north = -8, 43, 24, 58
    cut = shapely.clip_by_rect(shape, west, south, east, north)
    plane = _to_plane(shapely.segmentize(cut, 0.25))
    return [part for part in getattr(plane, "geoms", [plane]) if not part.is_empty]


def _to_plane(shape: shapely.Geometry) -> Any:
    import geopandas as gpd

    return gpd.GeoSeries([shape], crs="EPSG:4326").to_crs(_CRS).iloc[0]


def _pixels(line: Any) -> list[tuple[float, float]]:
    """Return positions of the plane as those of the large picture."""
    from shapely import Point

    middle = _to_plane(Point(_MIDDLE))
    scale = WIDTH * _FINE / _METRES
    half_width, half_height = WIDTH * _FINE / 2, HEIGHT * _FINE / 2
    return [
        ((x - middle.x) * scale + half_width, half_height - (y - middle.y) * scale)
        for x, y in line.coords
    ]


@click.command()
@click.option(
    "-o",
    "--output",
    default=EXAMPLE / "images" / "berlin-paris.webp",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The picture; that of the example life unless told.",
)
def main(output: Path) -> None:
    """Draw the picture of the example life again."""
    picture = draw_example()
    output.parent.mkdir(exist_ok=True)
    output.write_bytes(picture)
    click.echo(f"{output}: {len(picture) / 1000:.1f} kB")


if __name__ == "__main__":
    main()
