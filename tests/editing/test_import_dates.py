from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.editing.imports.date_column import judge_column
from mapping.editing.imports.dates import DateStyle, read_dates
from mapping.life.dates import parse_span

# As written, and what it means; a single date stands for itself as both ends.
PLAIN = {
    "1919": "1919",
    "1919.0": "1919",
    "1919-1-5": "1919-01-05",
    "1919/01/05": "1919-01-05",
    "1919-01-05T00:00:00": "1919-01-05",
    "+1919-01-26T00:00:00Z": "1919-01-26",
    "19190126": "1919-01-26",
    "26.1.1919": "1919-01-26",
    "01/26/1919": "1919-01-26",
    "1.IV.1919": "1919-04-01",
    "03.1921": "1921-03",
    "12/1919": "1919-12",
    "26 January 1919": "1919-01-26",
    "January 26, 1919": "1919-01-26",
    "1919, January 26": "1919-01-26",
    "30th December 1918": "1918-12-30",
    "26th of January, 1919": "1919-01-26",
    "Monday, 30 December 1918": "1918-12-30",
    "26-Jan-1919": "1919-01-26",
    "3. Mai 1919": "1919-05-03",
    "30 décembre 1918": "1918-12-30",
    "1er mai 1919": "1919-05-01",
    "mardi 3 juin 1919": "1919-06-03",
    "30 de abril de 1938": "1938-04-30",
    "1° maggio 1919": "1919-05-01",
    "25 октября 1919 г.": "1919-10-25",
    "agosto 1914": "1914-08",
    "1921-XX": "1921",
}
UNSURE = {
    "ca. 1919": "1919~",
    "c. 1919?": "1919%",
    "1919 ca.": "1919~",
    "um 1919": "1919~",
    "vers 1919": "1919~",
    "hacia 1919": "1919~",
    "около 1919": "1919~",
    "1919?": "1919?",
    "?1919": "1919?",
    "1919 (?)": "1919?",
    "[1919]": "1919?",
    "[c. 1919]": "1919%",
    "maybe 1862": "1862?",
    "before 1912": "1912%",
    "after 1912": "1912%",
}
RANGES = {
    "1919-01~/1921-12": "1919-01~/1921-12",
    "1919–1921": "1919/1921",
    "1919-1921": "1919/1921",
    "1919 to 1921": "1919/1921",
    "from 1919 to 1921": "1919/1921",
    "1919-21": "1919/1921",
    "1898/99": "1898/1899",
    "von Mai 1919 bis Juni 1921": "1919-05/1921-06",
    "с мая 1919 по июнь 1921": "1919-05/1921-06",
    "5 mai 1919 - 3 juin 1920": "1919-05-05/1920-06-03",
    "January-March 1921": "1921-01/1921-03",
    "Mai/Juni 1940": "1940-05/1940-06",
    "12-15 March 1921": "1921-03-12/1921-03-15",
    "March 3–5, 1921": "1921-03-03/1921-03-05",
    "3.-5. Mai 1919": "1919-05-03/1919-05-05",
    "24 Dec – 3 Jan 1922": "1921-12-24/1922-01-03",
    "c. 1909-1911": "1909~/1911~",
    "c. 1919/1920": "1919~/1920~",
    "2005-07-25T10:10:10Z/2006-01-01T00:00:00Z": "2005-07-25/2006-01-01",
    "1919 or 1920": "1919?/1920?",
    "between 1910 and 1912": "1910?/1912?",
    "[1919,1921]": "1919?/1921?",
    "{1919,1920,1921}": "1919/1921",
    "1921/..": "1921/..",
    "1921/": "1921/..",
    "1921–": "1921/..",
    "seit 1921": "1921/..",
    "until 1921": "../1921",
}
STRETCHES = {
    "Spring 1921": "1921-21",
    "l'été 1936": "1936-22",
    "1921-21": "1921-21",
    "winter 1920/21": "1920-24",
    "early 1919": "1919-01~/1919-04~",
    "Mitte 1919": "1919-05~/1919-08~",
    "late October 1916": "1916-10-21~/1916-10-31~",
    "1920s": "192X",
    "192X": "192X",
    "1920er Jahre": "192X",
    "années 1920": "192X",
    "Anfang der 1920er Jahre": "1920~/1922~",
    "XIX век": "1801~/1900~",
    "early 19th century": "1801~/1833~",
    "late 1930s - early 1940s": "1936~/1942~",
}
NO_DATES = (
    *("", "~", "in spring", "someday", "maybe", "unknown", "n.d.", "o. J.", "1919, 1920"),
    *(
        "1919-02-30",
        "31/02/1919",
        "31 June 1919",
        "1920/1919",
        "1919.5",
        "200",
        "20/02/19",
        "Jan-19",
    ),
    *("-0044", "44 BC", "1905 (O.S.)", "Marseille", "5 1919", "26 January", "../.."),
    *(
        "married 1911",
        "deceased 1947",
        "decade 1910",
        "Marseille 1941",
        "junior 1920",
        "Mayor 1919",
    ),
)


@pytest.mark.parametrize(("said", "meant"), (PLAIN | UNSURE | RANGES | STRETCHES).items())
def test_dates_are_read_as_people_write_them(said: str, meant: str) -> None:
    assert read_dates(said).span == parse_span(meant)


@pytest.mark.parametrize("said", [*RANGES, *STRETCHES, "before 1912"])
def test_a_reading_that_could_be_doubted_says_how_it_was_read(said: str) -> None:
    reading = read_dates(said)
    doubtful = said in STRETCHES or any(word in said for word in ("or", "{", "[", "..", "before"))
    assert bool(reading.why) or not doubtful


@pytest.mark.parametrize("said", NO_DATES)
def test_what_is_no_date_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        read_dates(said)


@pytest.mark.parametrize(
    ("start", "end", "meant"),
    [
        ("26.1.1919", "1.2.1919", "1919-01-26/1919-02-01"),
        ("26 January 1919", "February 1919", "1919-01-26/1919-02"),
        ("ca. 1919", "about March 1920", "1919~/1920-03~"),
        ("1921", "?", "1921/.."),
        ("1921", "unbekannt", "1921/.."),
        ("1919/", "1930", "1919/1930"),
        ("1919/1920", "1930", "1919/1930"),
        ("1920s", "1935", "192X/1935"),
    ],
)
def test_two_cells_make_one_span(start: str, end: str, meant: str) -> None:
    assert read_dates(start, end).span == parse_span(meant)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("25 October 1917 (O.S.)", "1917-11-07"),
        ("12 января 1905 ст. ст.", "1905-01-25"),
        ("14 December 1825 O.S.", "1825-12-26"),
        ("29 February 1900 (old style)", "1900-03-13"),
        ("22 January 1905 N.S.", "1905-01-22"),
    ],
)
def test_old_style_days_become_those_of_our_calendar(said: str, meant: str) -> None:
    assert read_dates(said).span == parse_span(meant)


@pytest.mark.parametrize(
    ("others", "said", "meant"),
    [
        (["01/26/1919"], "02/03/1919", "1919-02-03"),
        (["26/01/1919"], "02/03/1919", "1919-03-02"),
        (["26/01/1919-03/02/1919"], "02/03/1919", "1919-03-02"),
        ([], "02/03/1919", "1919-02-03?/1919-03-02?"),
        ([], "02.03.1919", "1919-03-02"),
        (["1919-21"], "1909-11", "1909/1911"),
        (["1919-03"], "1909-11", "1909-11"),
        ([], "1911-12", "1911-12"),
    ],
)
def test_the_column_settles_what_a_cell_leaves_open(
    others: list[str], said: str, meant: str
) -> None:
    style = judge_column([*others, said])
    assert read_dates(said, "", style).span == parse_span(meant)


def test_a_column_with_both_orders_leaves_its_doubtful_days_to_the_person() -> None:
    style = judge_column(["01/26/1919", "26/01/1919"])
    assert read_dates("26/02/1919", "", style).span == parse_span("1919-02-26")
    with pytest.raises(ValueError, match="one order"):
        read_dates("02/03/1919", "", style)


def test_the_person_may_say_the_order() -> None:
    style = judge_column(["02/03/1919"], day_first=False)
    assert read_dates("02/03/1919", "", style) == read_dates("1919-02-03")


def test_a_day_number_of_a_spreadsheet_is_read_and_told() -> None:
    reading = read_dates("6966")
    assert reading.span == parse_span("1919-01-26")
    assert "spreadsheet" in reading.why


@given(st.text(max_size=24) | st.from_regex(r"[\d ./–?~a-z-]{0,16}", fullmatch=True))
def test_any_text_is_a_date_or_refused_in_words(said: str) -> None:
    try:
        span = read_dates(said, "", DateStyle()).span
    except ValueError:
        return
    assert parse_span(span.edtf) == span
