"""The same stops and legs as plain folium and GeoPandas draw them: what a build is held against.

python -m tests.benchmark.rivals folium|explore FOLDER FILE
"""

from __future__ import annotations

import sys
from pathlib import Path


def draw_folium(folder: Path, target: Path) -> None:
    """Draw markers with popups, and the legs as lines, on folium's own base map."""
    import folium
    import geopandas as gpd

    drawn = folium.Map(location=(50, 20), zoom_start=4)
    for leg in gpd.read_file(folder / "legs.geojson").geometry:
        folium.PolyLine([(lat, lon) for lon, lat in leg.coords]).add_to(drawn)
    for stop in gpd.read_file(folder / "stops.geojson").itertuples():
        text = f"{stop.title}: {stop.summary}"
        position = stop.geometry.y, stop.geometry.x
        folium.CircleMarker(position, radius=5, popup=folium.Popup(text)).add_to(drawn)
    drawn.save(str(target))


def draw_explore(folder: Path, target: Path) -> None:
    """Draw both tables by ``GeoDataFrame.explore``, with a few columns in the popup."""
    import geopandas as gpd

    drawn = gpd.read_file(folder / "legs.geojson")[["id", "geometry"]].explore()
    columns = ["title", "date_text", "summary", "geometry"]
    gpd.read_file(folder / "stops.geojson")[columns].explore(m=drawn, popup=True)
    drawn.save(str(target))


if __name__ == "__main__":
    _, _rival, _folder, _target = sys.argv
    {"folium": draw_folium, "explore": draw_explore}[_rival](Path(_folder), Path(_target))
