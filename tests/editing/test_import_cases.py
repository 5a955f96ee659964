"""Files as people have them, each from a public report: taken right, or refused with a remedy.

``cases/expected.tsv`` says for each what a person would expect: the exit code, the stops as
``place~~lon~~lat~~date``, and what must or must not be said.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mapping.editing.imports.folder import import_life
from mapping.errors import DataError
from mapping.reading.folder import parse_life

CASES = Path(__file__).with_name("cases")
LINES = (CASES / "expected.tsv").read_text("utf-8").splitlines()[1:]
EXPECTED = [
    dict(zip(("id", "file", "", "exit", "stops", "must", "not"), line.split("\t"), strict=False))
    for line in LINES
]


def tell(name: str) -> tuple[int, str, list[tuple[str, str, float, float, str]]]:
    """Return the exit code, all that is said, and the stops that an import makes."""
    try:
        imported = import_life(name, (CASES / name).read_bytes())
    except DataError as error:
        return 1, "\n".join(f"{problem.level}: {problem}" for problem in error.problems), []
    files = {key: text.encode() for key, text in imported.files.items() if key != "SOURCES.md"}
    _, problems = parse_life(files)
    said = [f"note: {note}" for note in imported.notes]
    said += [f"warning: Left out: {problem}" for problem in imported.left_out]
    said += [f"{problem.level}: {problem}" for problem in problems]
    stops = [
        (
            feature["properties"]["name_now"],
            feature["properties"]["title"],
            *feature["geometry"]["coordinates"],
            feature["properties"]["date_edtf"],
        )
        for feature in json.loads(imported.files["stops.geojson"])["features"]
    ]
    errors = any(problem.level == "error" for problem in problems)
    said += [f"PLACE {json.dumps(stop[0])}" for stop in stops]
    states = re.findall("German Empire|Italy", imported.files["stops.geojson"])
    return int(errors), "\n".join([*said, imported.verdict, f"WRONGSTATE {len(states)}"]), stops


def is_there(wanted: str, stops: list[tuple[str, str, float, float, str]]) -> bool:
    name, lon, lat, dates = wanted.split("~~")
    for place, title, east, north, edtf in stops:
        same = name.strip() in {"", place, title}
        same = same and abs(east - float(lon)) < 1e-3 and abs(north - float(lat)) < 1e-3
        begin, _, end = edtf.partition("/")
        said = (edtf, begin) if begin == end else (edtf,)
        if same and any(re.fullmatch(dates, form) for form in said):
            return True
    return False


@pytest.mark.parametrize("case", EXPECTED, ids=[case["id"] for case in EXPECTED])
def test_a_file_as_people_have_it_comes_in_right_or_is_refused_with_a_remedy(
    case: dict[str, str],
) -> None:
    code, said, stops = tell(case["file"])
    if case["exit"]:
        assert code == int(case["exit"]), said
    if case["stops"].startswith("ORDER:"):
        assert [stop[0] for stop in stops] == case["stops"].removeprefix("ORDER:").split(",")
    elif case["stops"]:
        missing = [stop for stop in case["stops"].split(" ;; ") if not is_there(stop, stops)]
        assert missing == [], stops
    if case["must"]:
        assert re.search(case["must"], said, re.IGNORECASE), said
    if case["not"]:
        assert not re.search(case["not"], said), said


def test_there_are_a_hundred_and_four_of_them() -> None:
    assert len({case["id"] for case in EXPECTED}) == 104


@pytest.mark.parametrize(
    ("name", "stops"),
    [
        ("us-dates.csv", ["1919-01-26", "1919-02-03", "1919-12-31"]),
        ("dates-words.csv", ["1862?"]),
        ("import-country-uk.csv", ["1919"]),
        ("import-leg-id.csv", ["1919", "1920"]),
        ("dates-intervals.csv", None),
    ],
)
def test_what_an_attack_found_stays_right(name: str, stops: list[str] | None) -> None:
    imported = import_life(name, (CASES / "attack" / name).read_bytes())
    found = [
        feature["properties"]["date_edtf"]
        for feature in json.loads(imported.files["stops.geojson"])["features"]
    ]
    if stops is None:
        stops = ["1985/..", "1911/1912", "1919/1930", "1919~/1920~", "2005-07-25/2006-01-01"]
        assert set(found) <= set(stops)
        assert len(found) == len(stops)
    else:
        assert found == [f"{day}/{day}" for day in stops]


@pytest.mark.parametrize(
    ("name", "where"), [("extra-cells.csv", "line 2"), ("unclosed-quote.csv", "line 2")]
)
def test_a_broken_csv_is_named_with_its_line(name: str, where: str) -> None:
    with pytest.raises(DataError) as caught:
        import_life(name, (CASES / "attack" / name).read_bytes())
    assert where in str(caught.value)
    assert "quotation mark" in str(caught.value)
