from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_life import as_files, leg, set_dates, stop, tables

from mapping.reading.folder import FILES, parse_life

if TYPE_CHECKING:
    from collections.abc import Callable

    from small_life import Tables

    from mapping.errors import Problem

    Edit = Callable[[Tables], object]
    Columns = Callable[[Tables], dict[str, Any]]
    Row = Callable[[Tables, int], dict[str, Any]]


def problems_of(edit: Edit) -> list[Problem]:
    parts = tables()
    edit(parts)
    life, problems = parse_life(as_files(parts))
    assert (life is None) == any(problem.level == "error" for problem in problems)
    return problems


def the_problem(edit: Edit, level: str) -> Problem:
    """Return the only problem that an edit makes."""
    problems = problems_of(edit)
    assert [problem.level for problem in problems] == [level], "\n".join(map(str, problems))
    return problems[0]


def geometry(parts: Tables, file: str, index: int) -> dict[str, Any]:
    return parts[file]["features"][index]["geometry"]


def to(columns: Columns, key: str, value: object) -> Edit:
    def edit(parts: Tables) -> None:
        columns(parts)[key] = value

    return edit


def of_stop(key: str, value: object, index: int = 1) -> Edit:
    return to(lambda parts: stop(parts, index), key, value)


def of_leg(key: str, value: object, index: int = 0) -> Edit:
    return to(lambda parts: leg(parts, index), key, value)


def of_feature(key: str, value: object, index: int = 1) -> Edit:
    return to(lambda parts: parts["stops.geojson"]["features"][index], key, value)


def of_collection(key: str, value: object) -> Edit:
    return to(lambda parts: parts["stops.geojson"], key, value)


def of_point(coordinates: object) -> Edit:
    return to(lambda parts: geometry(parts, "stops.geojson", 1), "coordinates", coordinates)


def of_line(coordinates: object) -> Edit:
    return to(lambda parts: geometry(parts, "legs.geojson", 0), "coordinates", coordinates)


def of_source(key: str, value: object) -> Edit:
    return to(lambda parts: parts["sources.json"][0], key, value)


def of_toml(old: str, new: str) -> Edit:
    def edit(parts: Tables) -> None:
        assert old in parts["life.toml"]
        parts["life.toml"] = parts["life.toml"].replace(old, new)

    return edit


def dated(row: Row, index: int, edtf: str) -> Edit:
    return lambda parts: set_dates(row(parts, index), edtf)


def without(columns: Columns, key: str) -> Edit:
    return lambda parts: columns(parts).pop(key)


def renamed(old: str, new: str) -> Edit:
    def edit(parts: Tables) -> None:
        columns = stop(parts, 1)
        columns[new] = columns.pop(old)

    return edit


def renamed_member(old: str, new: str) -> Edit:
    def edit(parts: Tables) -> None:
        parts["stops.geojson"][new] = parts["stops.geojson"].pop(old)

    return edit


def test_a_sound_life_has_no_problem() -> None:
    life, problems = parse_life(as_files(tables()))
    assert problems == []
    assert life is not None
    assert [each.id for each in life.stops] == ["paris", "berlin", "vienna"]
    assert [each.id for each in life.legs] == ["paris-berlin", "berlin-vienna"]
    assert life.person.same_as == ("https://example.org/jeanne",)
    assert life.legs[0].waypoints[1] == (7.0, 50.9)


# edit, where it is, what is said
ERRORS = {
    # columns
    "mistyped key": (renamed("summary", "sumary"), "berlin, sumary", "Did you mean “summary”?"),
    "optional key mistyped": (renamed("works", "work"), "berlin, work", "Did you mean “works”?"),
    "unknown key": (of_stop("zodiac", "pisces"), "berlin, zodiac", "an unknown one"),
    "a key of the model": (of_stop("position", [1.0, 2.0]), "berlin, position", "no such key"),
    "key missing": (without(lambda p: stop(p, 1), "title"), "berlin, title", "Add “title”"),
    "required null": (of_stop("summary", None), "berlin, summary", "expected text, found null"),
    "required empty": (of_stop("summary", ""), "berlin, summary", "found “”. Fill it in"),
    "optional empty": (of_stop("note", ""), "berlin, note", "put null"),
    "only spaces": (of_stop("note", "\u2003 "), "berlin, note", "only spaces"),
    "number for text": (of_stop("title", 1917), "berlin, title", "expected text, found 1917"),
    "list for text": (of_stop("works", ["a"]), "berlin, works", "expected text, found a list of 1"),
    "object for text": (of_stop("note", {"a": 1}), "berlin, note", "found an object of 1"),
    "kind unknown": (of_stop("kind", "prison"), "berlin, kind", "one of birth, home, commune"),
    "kind mistyped": (of_stop("kind", "captivty"), "berlin, kind", "Did you mean “captivity”?"),
    "certainty": (of_stop("certainty", "sure"), "berlin, certainty", "certain, less-certain"),
    "precision": (of_stop("precision", "exact"), "berlin, precision", "address, site, city"),
    "country in words": (of_stop("country_now", "Germany"), "country_now", "such as FR"),
    "country without code": (of_stop("country_now", "UK"), "country_now", "FR or GB, found “UK”"),
    "country in small": (of_stop("country_now", "de"), "country_now", "such as FR"),
    "mode": (of_leg("mode", "train"), "paris-berlin, mode", "one of rail, sea, road"),
    "guarded in words": (of_leg("guarded", "yes"), "guarded", "true or false, found “yes”"),
    "guarded null": (of_leg("guarded", None), "guarded", "true or false, found null"),
    "seq a fraction": (of_stop("seq", 2.5), "berlin, seq", "a whole number, found 2.5"),
    "seq stale": (of_stop("seq", 7), "berlin, seq", "expected 2, counting"),
    "start stale": (
        of_stop("start_date", "1920-07-02"),
        "berlin, start_date",
        "Run serge-map tidy",
    ),
    "end null": (of_stop("end_date", None), "berlin, end_date", "found null. Run serge-map tidy"),
    "words stale": (of_stop("date_text", "once"), "berlin, date_text", "Run serge-map tidy"),
    "no interval": (of_leg("date_edtf", "1920-07~"), "date_edtf", "“1920-07~/1920-07~”"),
    "quote without speaker": (of_stop("quote", "I was"), "berlin, quote_by", "who speaks"),
    "speaker without quote": (of_stop("quote_by", "Jeanne"), "berlin, quote_by", "null where"),
    "control character": (of_stop("title", "a\x07b"), "berlin, title", "U+0007 after “a”"),
    "half a surrogate": (of_stop("title", "a\ud800"), "berlin, title", "U+D800"),
    "chapter unknown": (of_stop("chapter", "eats"), "berlin, chapter", "Did you mean “east”?"),
    "chapter out of order": (of_stop("chapter", "west", 2), "vienna, chapter", "“east” or a later"),
    "source unknown": (of_stop("sources", "book; bok"), "berlin, sources", "Did you mean “book”?"),
    # ids
    "id a number": (of_stop("id", 7), "berlin, id", "expected text, found 7"),
    "id no slug": (of_feature("id", "Berlin!"), "berlin, id", "“berlin”, found “Berlin!”"),
    "feature id missing": (
        without(lambda p: p["stops.geojson"]["features"][1], "id"),
        "berlin, id",
        "found none. Run serge-map tidy",
    ),
    # geometry
    "geometry null": (of_feature("geometry", None), "berlin, geometry", "a Point, found null"),
    "geometry a line": (
        of_feature("geometry", {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}),
        "berlin, geometry",
        "found “LineString”",
    ),
    "several points": (
        of_feature("geometry", {"type": "MultiPoint", "coordinates": [[1, 2]]}),
        "berlin, geometry",
        "Run serge-map tidy",
    ),
    "coordinates empty": (of_point([]), "berlin, coordinates", "found an empty list"),
    "coordinates null": (of_point(None), "berlin, coordinates", "found null"),
    "coordinates in words": (
        of_point("13.4, 52.5"),
        "berlin, coordinates",
        "[longitude, latitude]",
    ),
    "coordinate in quotes": (of_point(["13.4", 52.5]), "berlin, coordinates", "without quotes"),
    "coordinate true": (of_point([True, 52.5]), "berlin, coordinates", "found true"),
    "one coordinate": (of_point([13.4]), "berlin, coordinates", "found a list of 1"),
    "with height": (of_point([13.4, 52.5, 34.0]), "berlin, coordinates", "drops the height"),
    "four coordinates": (of_point([1, 2, 3, 4]), "berlin, coordinates", "found a list of 4"),
    "latitude beyond": (of_point([13.4, 152.5]), "berlin, coordinates", "longitude comes first"),
    "longitude beyond": (of_point([1493000.0, 52.5]), "berlin, coordinates", "-180 to 180"),
    "metres": (of_point([1493000.0, 6895000.0]), "berlin, coordinates", "EPSG:4326"),
    "line too short": (of_line([[2.3488, 48.85341]]), "coordinates", "two positions or more"),
    "line of text": (of_line([[2.3488, 48.85341], "x"]), "coordinates, position 2", "found “x”"),
    # collection
    "another crs": (
        of_collection("crs", {"type": "name", "properties": {"name": "EPSG:3857"}}),
        "stops.geojson, crs",
        "found “EPSG:3857”. Export the layer again",
    ),
    "type of collection": (
        of_collection("type", "Feature"),
        "stops.geojson, type",
        "FeatureCollection",
    ),
    "features an object": (
        lambda p: p.update({"stops.geojson": {"type": "FeatureCollection", "features": {}}}),
        "stops.geojson, features",
        "a list of features",
    ),
    "member mistyped": (
        renamed_member("features", "feature"),
        "feature",
        "Did you mean “features”?",
    ),
    "feature type": (of_feature("type", "feature"), "berlin, type", "“Feature”"),
    "table a list": (
        lambda p: p.update({"stops.geojson": []}),
        "stops.geojson",
        "a FeatureCollection, found an empty list",
    ),
    # legs
    "dangling": (of_leg("to_id", "berlim"), "paris-berlin, to_id", "Did you mean “berlin”?"),
    "out of order": (
        lambda p: (
            leg(p, 0).update(from_id="berlin", to_id="paris"),
            geometry(p, "legs.geojson", 0)["coordinates"].reverse(),
            set_dates(leg(p, 0), "1920-07~"),
        ),
        "",
        "a stop after berlin",
    ),
    "not at its stop": (
        of_line([[2.35, 48.85341], [13.41053, 52.52437]]),
        "position 1",
        "that of paris",
    ),
    "leaves too early": (
        dated(leg, 1, "1919/1923-02"),
        "berlin-vienna, date_edtf",
        "departure after berlin",
    ),
    "arrives too late": (
        dated(leg, 0, "1920-07/1930"),
        "paris-berlin, date_edtf",
        "arrival before berlin",
    ),
    # life.toml
    "toml broken": (of_toml('title = "A life"', "title = "), "life.toml", "line 1"),
    "toml empty": (lambda p: p.update({"life.toml": " \n"}), "life.toml", "an empty file"),
    "toml key mistyped": (of_toml("subtitle", "subtitel"), "life.toml, subtitel", "“subtitle”"),
    "toml table": (of_toml("[person]", "[peron]"), "life.toml, peron", "Did you mean “person”?"),
    "person key": (of_toml("description", "descripton"), "person.descripton", "“description”"),
    "toml date": (of_toml('"1900-01-01"', "1900-01-01"), "person.born", "Put it in quotes"),
    "toml no date": (of_toml("1980~", "1980-13"), "person.died", "write 1980-12, or 1980 if"),
    "toml number": (of_toml("year = 1970", 'year = "1970"'), "article.year", "a whole number"),
    "chapter without title": (of_toml('title = "East"\n', ""), "chapters[2].title", "Add “title”"),
    "chapter twice": (of_toml('id = "east"', 'id = "west"'), "chapter", "an id of its own"),
    "language": (
        of_toml('lead = "', 'language = "english please"\nlead = "'),
        "language",
        "such as en",
    ),
    "hostile identity": (
        of_toml("https://example.org/jeanne", "javascript:alert(1)"),
        "same_as[1]",
        "http, https or mailto",
    ),
    "article source": (of_toml('source = "book"', 'source = "boko"'), "article.source", "“book”"),
    # sources.json
    "sources an object": (
        lambda p: p.update({"sources.json": {"items": []}}),
        "sources.json",
        "CSL JSON",
    ),
    "source a text": (lambda p: p["sources.json"].append("A book"), "item 2", "found “A book”"),
    "source twice": (
        lambda p: p["sources.json"].append(dict(p["sources.json"][0])),
        "book, id",
        "an id of its own",
    ),
    "author in words": (of_source("author", "A. Author"), "book, author", "a list"),
    "date in words": (of_source("issued", "1970"), "book, issued", "a table of keys"),
    "date parts": (of_source("issued", {"date-parts": [["MCM"]]}), "book, issued", ""),
    "page a list": (of_source("page", [1, 2]), "book, page", "text"),
    "script": (of_source("URL", "javascript:alert(1)"), "book, URL", "found “javascript:alert(1)”"),
    "script in disguise": (of_source("URL", "java\nscript:alert(1)"), "book, URL", "http, https"),
    "data": (of_source("URL", "data:text/html,<script>"), "book, URL", "http, https or mailto"),
    "no host": (of_source("URL", "https://"), "book, URL", "the whole address"),
    "broken host": (of_source("URL", "https://[1"), "book, URL", "the whole address"),
    "space in address": (of_source("URL", "https://a.b/ c"), "book, URL", "the whole address"),
}


@pytest.mark.parametrize("name", ERRORS)
def test_a_broken_rule_is_one_error_that_says_where_and_what(name: str) -> None:
    edit, where, words = ERRORS[name]
    problems = problems_of(edit)
    errors = [problem for problem in problems if problem.level == "error"]
    matching = [p for p in errors if where in p.where and words in str(p)]
    assert matching, "\n".join(map(str, problems))
    assert all(p.file in FILES and p.expected and p.found and p.remedy for p in problems)


SINGLE = set(ERRORS) - {
    "id a number",  # its legs dangle
    "source unknown",
    "out of order",  # the stop is then reached by no leg
    "sources an object",
    "table a list",
    "features an object",
    "member mistyped",
    "chapter twice",  # the other chapter is then unknown
}


@pytest.mark.parametrize("name", sorted(SINGLE))
def test_one_slip_is_told_once(name: str) -> None:
    assert len([p for p in problems_of(ERRORS[name][0]) if p.level == "error"]) == 1


def test_a_doubled_id_is_told_at_each_feature() -> None:
    def edit(parts: Tables) -> None:
        stop(parts, 2)["id"] = "berlin"
        parts["stops.geojson"]["features"][2]["id"] = "berlin"

    doubled = [str(p) for p in problems_of(edit) if p.field == "id"]
    assert [text.partition("this is ")[2][:9] for text in doubled] == ["feature 2", "feature 3"]


def test_everything_is_reported_in_one_run() -> None:
    def edit(parts: Tables) -> None:
        for name in ("mistyped key", "hostile identity", "script", "guarded in words"):
            ERRORS[name][0](parts)
        stop(parts, 0)["kind"] = "jail"

    found = {(p.file, p.field) for p in problems_of(edit)}
    assert found >= {
        ("stops.geojson", "sumary"),
        ("stops.geojson", "kind"),
        ("life.toml", "person.same_as[1]"),
        ("sources.json", "URL"),
        ("legs.geojson", "guarded"),
    }


# edit, where it is, what is said
WARNINGS = {
    "harmless crs": (
        of_collection(
            "crs", {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
        ),
        "stops.geojson, crs",
        "Run serge-map tidy",
    ),
    "foreign member": (of_feature("when", {}), "berlin, when", "nothing reads it"),
    "no source": (of_leg("sources", ""), "paris-berlin, sources", "expected a source, found none"),
    "uncited source": (
        lambda p: p["sources.json"].append({"id": "other", "type": "book", "title": "Other"}),
        "sources.json, other",
        "a source that is cited",
    ),
    "item type": (of_source("type", "bok"), "book, type", "Did you mean “book”?"),
    "empty chapter": (
        lambda p: p.update(
            {
                "life.toml": p["life.toml"]
                + '\n[[chapters]]\nid = "south"\ntitle = "S"\nsummary = "S"\n'
            }
        ),
        "life.toml, south",
        "a chapter with stops",
    ),
    "letters decomposed": (of_stop("title", "Cafe\u0301"), "berlin, title", "NFC"),
    "zero width": (of_stop("title", "Ber\u200blin"), "berlin, title", "U+200B after “Ber”"),
    "joiner in Latin": (of_stop("title", "Ber\u200dlin"), "berlin, title", "U+200D"),
    "right to left": (of_stop("title", "Ber\u202elin"), "berlin, title", "U+202E"),
    "line separator": (of_stop("note", "Ber\u2028lin"), "berlin, note", "U+2028"),
    "lost letter": (of_stop("title", "K\ufffdln"), "berlin, title", "Type the letter again"),
    "endless text": (of_stop("quote", "long " * 20_000), "berlin, quote", "100,000"),
    "in the sea": (of_point([-40.0, 45.0]), "berlin, coordinates", "in the sea"),
    "off the map": (of_point([139.7, 35.7]), "berlin, coordinates", "a position on the map"),
}


@pytest.mark.parametrize("name", WARNINGS)
def test_an_oddity_is_a_warning_and_the_life_is_read(name: str) -> None:
    edit, where, words = WARNINGS[name]

    def sound(parts: Tables) -> None:
        edit(parts)
        if name == "endless text":
            stop(parts, 1)["quote_by"] = "Jeanne"
        if name in ("in the sea", "off the map"):
            for line, end in ((0, -1), (1, 0)):
                there = geometry(parts, "stops.geojson", 1)["coordinates"]
                geometry(parts, "legs.geojson", line)["coordinates"][end] = there
                leg(parts, line)["mode"] = "air"

    problem = the_problem(sound, "warning")
    assert where in problem.where
    assert words in str(problem)


def test_emoji_and_other_scripts_are_fine() -> None:
    texts = ["👩‍👩‍👧 🏳️‍🌈", "Оренбург", "می‌خواهم", "क्‍ष", "日本語", "Köln, São João"]
    for text in texts:
        assert problems_of(of_stop("title", text)) == []


def test_hostile_text_is_only_text() -> None:
    for text in (
        "</script><script>alert(1)</script>",
        "${x}`",
        "{{ x }}",
        "]]>",
        "<img onerror=x>",
    ):
        assert problems_of(of_stop("summary", text)) == []


def moved(index: int, lon: float, lat: float) -> Edit:
    def edit(parts: Tables) -> None:
        geometry(parts, "stops.geojson", index)["coordinates"] = [lon, lat]
        for line, end, at in ((0, 0, 0), (0, -1, 1), (1, 0, 1), (1, -1, 2)):
            if at == index:
                geometry(parts, "legs.geojson", line)["coordinates"][end] = [lon, lat]
                leg(parts, line)["mode"] = "unknown"

    return edit


def test_swapped_axes_are_told_from_a_stop_at_sea() -> None:
    problem = the_problem(moved(0, 48.85341, 2.3488), "warning")
    assert "in the sea off" in problem.found
    assert "Somali" in problem.found
    assert "longitude comes first" in problem.remedy
    assert the_problem(moved(0, -40.0, 45.0), "warning").remedy == "Move it ashore."


def test_a_stop_at_sea_near_stops_ashore_is_not_told_to_swap() -> None:
    # Off Perpignan; swapped, the place would be ashore in Somalia.
    problem = the_problem(moved(1, 3.4, 42.7), "warning")
    assert "in the sea off" in problem.found
    assert problem.remedy == "Move it ashore."


def test_swapped_axes_are_found_where_they_hit_land() -> None:
    # Vienna's axes swapped are a place in Yemen.
    problem = the_problem(moved(2, 48.20849, 16.37208), "warning")
    assert problem.found == "one that would be nearer at 16.3721, 48.2085"
    assert problem.remedy.startswith("Are the two numbers swapped? If so, longitude comes first")


@pytest.mark.parametrize(
    ("lon", "lat", "asks"),
    [(13.405, 95.34, True), (95.34, 113.405, False), (13.405, 1952.0, False)],
)
def test_a_swap_is_asked_after_and_only_where_it_would_be_a_place_on_earth(
    lon: float, lat: float, *, asks: bool
) -> None:
    remedy = the_problem(of_point([lon, lat]), "error").remedy
    assert remedy.startswith("Are the two swapped? If so") == asks
    assert "Swap" not in remedy


@pytest.mark.parametrize(
    ("mode", "days", "odd"),
    [("rail", 1, False), ("foot", 1, True), ("foot", 20, False), ("road", 1, False)],
)
def test_a_leg_faster_than_its_mode_is_a_warning(mode: str, days: int, *, odd: bool) -> None:
    def edit(parts: Tables) -> None:
        leg(parts, 1)["mode"] = mode
        set_dates(leg(parts, 1), f"1923-01-{27 - days:02d}/1923-01-26")

    problems = problems_of(edit)
    assert [problem.feature for problem in problems] == (["berlin-vienna"] if odd else [])
    assert not odd or "at most 60 km a day by foot, found 524 km in 1 day." in str(problems[0])


def test_a_gap_of_more_than_a_year_is_a_warning() -> None:
    def edit(parts: Tables) -> None:
        set_dates(stop(parts, 1), "1920-07~/1920-12")
        set_dates(leg(parts, 1), "1921/1923-01-26")

    problem = the_problem(edit, "warning")
    assert (problem.feature, problem.field) == ("vienna", "date_edtf")
    assert "756 days after berlin" in problem.found


def test_two_homes_at_once_are_a_warning_and_a_visit_is_none() -> None:
    def home(parts: Tables) -> None:
        set_dates(stop(parts, 1), "1920-07~/1923-12-31")

    def visit(parts: Tables) -> None:
        home(parts)
        set_dates(stop(parts, 2), "1923-01-26/1923-03-01")

    assert "days also at berlin, 524 km away" in the_problem(home, "warning").found
    assert problems_of(visit) == []


def test_a_missing_leg_is_a_warning_unless_the_town_is_the_same() -> None:
    def far(parts: Tables) -> None:
        parts["legs.geojson"]["features"].pop()

    def near(parts: Tables) -> None:
        moved(2, 13.45, 52.5)(parts)
        far(parts)

    assert the_problem(far, "warning").expected == "a leg that reaches it, 524 km from berlin"
    assert problems_of(near) == []


def test_dates_before_the_calendar_are_a_warning() -> None:
    def edit(parts: Tables) -> None:
        for index, edtf in enumerate(("1500", "1501", "1502")):
            set_dates(stop(parts, index), edtf)
        set_dates(leg(parts, 0), "1500/1501")
        set_dates(leg(parts, 1), "1501/1502")
        parts["life.toml"] = (
            parts["life.toml"].replace("1900-01-01", "1480").replace("1980", "1510")
        )

    problems = problems_of(edit)
    assert len(problems) == 5
    assert {problem.expected for problem in problems} == {
        "a date after 1582, in the Gregorian calendar"
    }


def test_a_stop_outside_the_life_is_a_warning() -> None:
    problem = the_problem(of_toml("1980~", "1922-06"), "warning")
    assert (problem.feature, problem.found) == ("vienna", "“1923-01-26/1924?”")


def test_a_leg_of_no_length_is_an_error() -> None:
    def edit(parts: Tables) -> None:
        moved(2, 13.41053, 52.52437)(parts)

    problems = problems_of(edit)
    assert [str(p) for p in problems] == [
        (
            "legs.geojson, berlin-vienna, coordinates: expected a line, found one position "
            "repeated. Remove the leg; a move inside a town needs none."
        )
    ]


def test_two_legs_to_one_stop_are_an_error() -> None:
    def edit(parts: Tables) -> None:
        second = {**parts["legs.geojson"]["features"][1], "id": "again"}
        second["properties"] = {**second["properties"], "id": "again", "seq": 3}
        parts["legs.geojson"]["features"].append(second)

    assert the_problem(edit, "error").found == "a second beside berlin-vienna"


def test_a_file_out_of_order_is_read_in_the_order_of_the_life() -> None:
    parts = tables()
    parts["stops.geojson"]["features"].reverse()
    life, problems = parse_life(as_files(parts))
    assert life is not None
    assert [each.id for each in life.stops] == ["paris", "berlin", "vienna"]
    assert [problem.remedy for problem in problems] == ["Run serge-map tidy."]


def test_a_thousand_waypoints_are_fine() -> None:
    def edit(parts: Tables) -> None:
        (lon, lat), (east, north) = (2.3488, 48.85341), (13.41053, 52.52437)
        line = [[lon + n / 999 * (east - lon), lat + n / 999 * (north - lat)] for n in range(1000)]
        line[-1] = [east, north]
        geometry(parts, "legs.geojson", 0)["coordinates"] = line

    assert problems_of(edit) == []


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@settings(max_examples=20, deadline=None)
@given(
    st.sampled_from(["stops.geojson", "legs.geojson"]),
    st.integers(0, 1),
    st.sampled_from(["properties", "geometry", "feature"]),
    st.data(),
)
def test_any_value_in_any_place_is_read_or_told(
    file: str, index: int, member: str, data: st.DataObject
) -> None:
    parts = tables()
    feature = parts[file]["features"][index]
    target = feature if member == "feature" else feature[member]
    key = data.draw(st.sampled_from(sorted(target)))
    target[key] = data.draw(JSON_VALUES)
    life, problems = parse_life(as_files(parts))
    assert (life is None) == any(problem.level == "error" for problem in problems)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(FILES), st.data())
def test_any_damage_to_a_file_is_read_or_told(file: str, data: st.DataObject) -> None:
    files = as_files(tables())
    whole = files[file]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    damaged = whole[:start] + data.draw(st.binary(max_size=12)) + whole[end:]
    life, problems = parse_life(files | {file: damaged})
    assert (life is None) == any(problem.level == "error" for problem in problems)
