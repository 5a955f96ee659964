from __future__ import annotations

import codecs
import io
import json
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from project import LIVES
from samples import few_of

from mapping.cli.main import main
from mapping.editing.imports import ground
from mapping.editing.imports.columns import plain
from mapping.editing.imports.encoding import decode_text
from mapping.editing.imports.folder import import_life
from mapping.editing.imports.html_text import without_tags
from mapping.editing.imports.positions import read_angle, read_position
from mapping.editing.imports.records import Choices, Imported
from mapping.errors import DataError, MapError, UnreadableError
from mapping.formats.catalogue import FORMATS
from mapping.formats.registry import write_export
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "place,lat,lon,date\n"


def stops(imported: Imported) -> list[dict[str, Any]]:
    features = json.loads(imported.files["stops.geojson"])["features"]
    return [{**f["properties"], "position": f["geometry"]["coordinates"]} for f in features]


def refused(name: str, content: bytes | str) -> str:
    with pytest.raises(DataError) as caught:
        import_life(name, content)
    return str(caught.value)


# Encodings


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("place\nMünchen, Köln: Räterepublik\n", "cp1252"),
        ("lieu\nPrésident à Besançon, Orléans\n", "cp1252"),
        ("lieu\nPrésident à Besançon, Orléans\n", "mac_roman"),
        ("miejsce\nKraków; Łódź; Częstochowa; Poznań\n", "cp1250"),
        ("место\nПетроград\nОренбург, ссылка\n", "cp1251"),
        ("place\nŁódź\n", "utf-16"),
        ("place\nŁódź\n", "utf-16-le"),
        ("place\nŁódź\n", "utf-8-sig"),
    ],
)
def test_text_is_decoded_as_it_was_saved(text: str, encoding: str) -> None:
    found, note = decode_text("a.csv", text.encode(encoding))
    assert found == text
    assert bool(note) == encoding.startswith(("cp", "mac"))


def test_the_person_may_name_the_encoding() -> None:
    data = "České Budějovice\n".encode("cp1250")
    assert decode_text("a.csv", data, "cp1250") == ("České Budějovice\n", "")
    with pytest.raises(UnreadableError, match="the name of an encoding"):
        decode_text("a.csv", data, "klingon")


# Columns


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Latitude (°N)", "latitude"),
        ("decimalLatitude", "decimal latitude"),
        ("Date (start)", "date start"),
        ("Längengrad [dezimal]", "langengrad"),
        ("END_DATE", "end date"),
        ("  Place   name ", "place name"),
    ],
)
def test_names_of_columns_are_compared_without_units_and_accents(name: str, meant: str) -> None:
    assert plain(name) == meant


@pytest.mark.parametrize(
    "head",
    [
        "Ort;Breite;Länge;Von;Bis;Titel",
        "Lieu;Latitude;Longitude;Début;Fin;Titre",
        "Lugar;Latitud;Longitud;Desde;Hasta;Título",
        "Место;Широта;Долгота;Начало;Конец;Заголовок",
        "Luogo;Latitudine;Longitudine;Dal;Al;Titolo",
        "Place;Lat;Lng;From;To;Headline",
    ],
)
def test_columns_are_found_in_six_languages(head: str) -> None:
    found = stops(import_life("a.csv", f"{head}\nBasel;47,56;7,59;1917;1918;Arrival\n"))[0]
    assert found["position"] == [7.59, 47.56]
    assert (found["date_edtf"], found["title"]) == ("1917/1918", "Arrival")


def test_the_person_says_which_column_is_what() -> None:
    text = "place,lat,lon,seen,heard\nBasel,47.56,7.59,1917,1918\n"
    found = import_life("a.csv", text, Choices(columns={"date": "heard"}))
    assert stops(found)[0]["date_edtf"] == "1918/1918"
    with pytest.raises(DataError, match="Correct its name"):
        import_life("a.csv", text, Choices(columns={"date": "smelt"}))
    with pytest.raises(DataError, match="--map: expected one of"):
        import_life("a.csv", text, Choices(columns={"smell": "heard"}))


def test_a_column_whose_name_misleads_is_told_by_what_stands_in_it() -> None:
    text = "Date,From,To,Lat,Lon\n1917-04-01,Basel,Bern,47.56,7.59\n"
    found = stops(import_life("a.csv", text))[0]
    assert (found["date_edtf"], found["name_now"]) == ("1917-04-01/1917-04-01", "Basel")


# Positions


@pytest.mark.parametrize(
    ("said", "degrees"),
    [
        ("47,56", 47.56),
        ("−5.98", -5.98),
        ("-8.47°", -8.47),
        ("N47.56", 47.56),
        ("42.36 N", 42.36),
        ("12°02'S", -12.03333),
        ("7°35′24″E", 7.59),
        ("47:33:36", 47.56),
        ("55°45′ с. ш.", 55.75),
    ],
)
def test_an_angle_is_read_in_any_typography(said: str, degrees: float) -> None:
    assert read_angle(said).degrees == degrees


@pytest.mark.parametrize(
    "said", ["", "north", "E", "47.559.601", "7,5 O", "12°75'N", "N 5 E", "1e999"]
)
def test_what_is_no_angle_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match="a number of degrees"):
        read_angle(said)


@pytest.mark.parametrize(
    "said",
    [
        *("47.56, 7.59", "47,56; 7,59", "47.56 7.59", "47,56,7,59", "(47.56, 7.59)"),
        *("47°33′36″N 7°35′24″E", "N 47° 33.6' E 7° 35.4'", "7.59E, 47.56N", "geo:47.56,7.59"),
        *("POINT (7.59 47.56)", "Point(7.59 47.56)", "SRID=4326;POINT Z (7.59 47.56 3)"),
        '{"type": "Point", "coordinates": [7.59, 47.56]}',
    ],
)
def test_a_whole_position_may_stand_in_one_cell(said: str) -> None:
    assert read_position(said)[:2] == (7.59, 47.56)


def test_pairs_with_the_longitude_first_are_found_by_their_column() -> None:
    text = "place|coordinates|date\nTokyo|139.7,35.7|1917\nBasel|7.59,47.56|1918\n"
    assert stops(import_life("a.csv", text))[1]["position"] == [7.59, 47.56]


@pytest.mark.parametrize(
    ("rows", "swapped"),
    [
        ("Basel,7.59,47.56,1917,\nBern,7.45,46.95,1918,\n", True),
        ("Home,7.59,47.56,1917,CH\nHome,7.45,46.95,1918,CH\n", True),
        ("Basel,47.56,7.59,1917,\nBern,46.95,7.45,1918,\n", False),
        ("Home,7.59,47.56,1917,\nAway,7.45,46.95,1918,\n", False),
        ("Basel,7.59,47.56,1917,\nBern,46.95,7.45,1918,\n", False),
    ],
)
def test_swapped_axes_are_found_by_towns_and_countries(rows: str, *, swapped: bool) -> None:
    imported = import_life("a.csv", f"place,lat,lon,date,country\n{rows}")
    assert any("swapped" in note for note in imported.notes) == swapped
    assert (stops(imported)[0]["position"] == [47.56, 7.59]) == (
        not swapped and rows.split(",")[1] == "7.59"
    )


# Names without positions


def test_a_town_of_one_name_is_found_and_marked() -> None:
    imported = import_life("a.csv", "place,date\nPetrograd,1919\nBreslau,1920\n")
    first, second = stops(imported)
    assert (first["precision"], first["country_now"]) == ("city", "RU")
    assert first["place_id"].startswith("geonames:")
    assert first["name_now"] == "Petrograd"
    assert abs(second["position"][0] - 17.03) < 0.1
    assert any("Petrograd: Saint Petersburg in Russia" in note for note in imported.notes)


def test_several_towns_of_a_name_are_told_and_none_is_chosen() -> None:
    imported = import_life("a.csv", "place,date\nSpringfield,1919\nNowhereville,1920\nBern,1921\n")
    assert [stop["name_now"] for stop in stops(imported)] == ["Bern"]
    several, none = imported.left_out
    assert several.remedy.count("“Springfield, ") == 5
    assert "no town" in none.found


def test_the_country_decides_between_towns_of_a_name() -> None:
    imported = import_life("a.csv", 'place,date,country\n"Halle",1919,BE\n"Bern, Schweiz",1920,\n')
    assert [stop["country_now"] for stop in stops(imported)][1] == "CH"


def test_without_the_gazetteer_its_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ground, "has_gazetteer", lambda: False)
    said = refused("a.csv", "place,date\nPetrograd,1919\n")
    assert "columns for lat, lon" in said
    assert "serge-map[places]" in said


# Kinds of files


@pytest.mark.parametrize(
    ("content", "named", "remedy"),
    [
        (b"%PDF-1.7 x", "a PDF", "spreadsheet"),
        (b"\x89PNG\r\n\x1a\n", "a picture", "spreadsheet"),
        (b"<!doctype html><html><body>", "a web page", "login"),
        (b"<?xml version='1.0'?><TEI xmlns='x'/>", "TEI", "CSV"),
        (b"0 HEAD\n1 SOUR X\n", "GEDCOM", "CSV"),
        (b"PK\x03\x04broken", "damaged archive", "again"),
        (
            b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "password",
            "Save",
        ),
        (b'{"type": "Topology"}', "TopoJSON", "GeoJSON"),
        (b'{"events": [{"start_date": {"year": 1917}}]}', "TimelineJS", "lat and lon"),
        (b"\x00\x01\x02\x03", "binary data", "CSV"),
        (b"<gpx><trk/></gpx>", "tracks", "waypoints"),
        (b"<kml><!DOCTYPE x [<!ENTITY a 'b'>]></kml>", "entities", "again"),
        (b"<kml><Document>", "expected whole XML", "again"),
    ],
)
def test_a_file_of_another_kind_is_named_with_the_next_step(
    content: bytes, named: str, remedy: str
) -> None:
    said = refused("table.csv", content)
    assert named in said
    assert remedy in said


def zipped(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("_", "."), text)
    return stream.getvalue()


def test_a_kmz_is_read_as_the_kml_in_it() -> None:
    mark = (
        "<Placemark><name>Basel</name><TimeStamp><when>1917-04</when></TimeStamp>"
        "<Point><coordinates>7.59,47.56,0</coordinates></Point></Placemark>"
    )
    kml = f"<kml xmlns='http://www.opengis.net/kml/2.2'><Folder><name>Youth</name>{mark}</Folder></kml>"
    found = stops(import_life("a.kmz", zipped(doc_kml=kml)))[0]
    assert (found["name_now"], found["date_edtf"], found["chapter"]) == (
        "Basel",
        "1917-04/1917-04",
        "youth",
    )


@pytest.mark.parametrize("name", few_of(["geojson", "kml", "csv", "lpf", "jsonld", "gpkg"], 5))
def test_our_own_exports_come_back(name: str, tmp_path: Path) -> None:
    life = load_life(LIVES / "benjamin")
    out = tmp_path / FORMATS[name].output.format(slug="x")
    write_export(life, name, out)
    file = out if out.is_file() else next(out.glob("stops.*"))
    imported = import_life(file.name, file.read_bytes())
    assert imported.left_out == [] or name == "kml"
    found = {(stop["position"][0], stop["position"][1]) for stop in stops(imported)}
    assert found == {stop.position for stop in life.stops}
    if name != "lpf":  # it has a record for a place, not for a stay
        assert [stop["id"] for stop in stops(imported)] == [stop.id for stop in life.stops]
    if name in {"gpkg", "geojson", "kml", "csv"}:
        assert [s["date_edtf"] for s in stops(imported)] == [s.date_edtf for s in life.stops]


# Text, quotes, doubles


def test_a_quote_without_a_speaker_is_the_persons_or_who_is_named() -> None:
    text = "place,lat,lon,date,quote\nBasel,47.56,7.59,1917,I came.\n"
    assert stops(import_life("rosa_l.csv", text))[0]["quote_by"] == "Rosa L"
    asked = Choices(quotes_by="R. L.")
    assert stops(import_life("rosa_l.csv", text, asked))[0]["quote_by"] == "R. L."


def test_tags_become_words_and_links_keep_their_address() -> None:
    html = 'She <b>came</b>.<br>See <a href="https://example.org/x">more</a>&nbsp;here'
    assert without_tags(html) == "She came.\nSee more (https://example.org/x) here"


def test_states_outside_the_years_of_the_atlas_are_not_invented() -> None:
    imported = import_life("a.csv", f"{HEAD}Frankfurt,50.11,8.68,1749\n")
    assert stops(imported)[0]["country_then"] == "not known"
    assert any("1890 to 1947" in note for note in imported.notes)


# The command


def test_the_last_line_counts_the_rows(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(f"{HEAD}Basel,47.56,7.59,1917\nBern,46.95,7.45,someday\n", "utf-8")
    run = CliRunner().invoke(main, ["import", str(table), "-o", str(tmp_path / "one")])
    assert run.exit_code == 0
    assert run.output.splitlines()[-1] == "2 rows: 1 taken, 1 left out needs you: line 3"
    assert "warning: Left out: a.csv, line 3, start" in run.stderr
    strict = CliRunner().invoke(main, ["import", str(table), "-o", str(tmp_path / "2"), "--strict"])
    assert strict.exit_code == 1


def test_json_tells_scripts_the_same(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(f"{HEAD}Basel,47.56,7.59,1917\nBern,46.95,7.45,someday\n", "utf-8")
    run = CliRunner().invoke(main, ["import", str(table), "-o", str(tmp_path / "one"), "--json"])
    report = json.loads(run.stdout)
    assert (report["rows"], report["taken"]) == (2, 1)
    assert [item["feature"] for item in report["left_out"]] == ["line 3"]


def test_a_wrong_map_is_a_wrong_call(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(f"{HEAD}Basel,47.56,7.59,1917\n", "utf-8")
    run = CliRunner().invoke(
        main, ["import", str(table), "-o", str(tmp_path / "o"), "--map", "date"]
    )
    assert run.exit_code == 2


# Anything at all

CELLS = st.sampled_from(
    [
        *(
            "",
            "Basel",
            "47.56",
            "7,59",
            "-8°",
            "1917",
            "c. 1909",
            "12-15 March 1921",
            "x" * 40,
            '"',
        ),
        *(
            "POINT(7 47)",
            "2.5.1919",
            "4/5/1936",
            "1921/..",
            "<b>a</b>",
            "=1+1",
            "Łódź",
            "\0",
            "?",
            ",",
        ),
    ]
)
NAMES = st.sampled_from(
    [
        "place",
        "lat",
        "lon",
        "date",
        "end",
        "title",
        "quote",
        "country",
        "Ort",
        "coords",
        "",
        "year",
        "id",
    ]
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(NAMES, min_size=1, max_size=7), st.lists(st.lists(CELLS, max_size=8), max_size=6))
def test_any_table_is_a_life_or_refused_and_every_row_is_counted(
    head: list[str], rows: list[list[str]]
) -> None:
    text = "\n".join(",".join(cells) for cells in (head, *rows))
    try:
        imported = import_life("a.csv", text)
    except MapError:
        return
    assert imported.row_count == imported.stop_count + len(imported.left_out)
    assert f"{imported.row_count} row" in imported.verdict


@settings(max_examples=20, deadline=None)
@given(
    st.binary(max_size=80),
    st.sampled_from([b"", b"{", b"<kml>", b"PK\x03\x04", codecs.BOM_UTF16_LE]),
)
def test_any_bytes_are_a_life_or_refused(data: bytes, start: bytes) -> None:
    with pytest.raises(MapError):
        import_life("a.bin", start + data)


def test_a_point_with_an_endless_number_is_left_out_with_its_line() -> None:
    point = f'"{{""type"":""Point"",""coordinates"":[1{"0" * 400},48]}}"'
    table = f"place,start,position\nParis,1920,{point}\nBrussels,1921,50.8 4.3\n"
    imported = import_life("table.csv", table)
    assert [problem.feature for problem in imported.left_out] == ["line 2"]


def test_a_column_of_the_right_name_whose_cells_are_no_dates_is_told_as_that() -> None:
    with pytest.raises(MapError) as refused:
        import_life("table.csv", "place,lat,lon,date\nParis,48.9,2.3,banana\nLyon,45.8,4.8,pear\n")
    assert "found “date”, whose cells, such as “banana”, are mostly no dates" in str(refused.value)
    assert "--map start=date" in str(refused.value)


@pytest.mark.parametrize(
    ("number_format", "edtf"),
    [
        ("mmm yy", "1914-08/1914-08"),
        ('[$-409]mmmm\\ yyyy"."', "1914-08/1914-08"),
        ("yyyy", "1914/1914"),
        ("dd/mm/yyyy", "1914-08-01/1914-08-01"),
    ],
)
def test_a_month_of_which_a_spreadsheet_made_a_day_stays_a_month(
    number_format: str, edtf: str
) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["place", "lat", "lon", "start"])
    sheet.append(["Stockholm", 59.3, 18.1, date(1914, 8, 1)])
    sheet["D2"].number_format = number_format
    stream = io.BytesIO()
    book.save(stream)
    imported = import_life("a.xlsx", stream.getvalue())
    (stop,) = json.loads(imported.files["stops.geojson"])["features"]
    assert stop["properties"]["date_edtf"] == edtf
