from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from edtf import parse_edtf
from edtf.convert import struct_time_to_date
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.life.dates import parse_day, parse_point, parse_span
from mapping.life.spelling import NoDate

# EDTF, first day, last day, words
SPANS = [
    ("1890-12-30/1890-12-30", "1890-12-30", "1890-12-30", "30 December 1890"),
    ("1890-12-30", "1890-12-30", "1890-12-30", "30 December 1890"),
    ("1919", "1919-01-01", "1919-12-31", "1919"),
    ("1919-02", "1919-02-01", "1919-02-28", "February 1919"),
    ("1920-02", "1920-02-01", "1920-02-29", "February 1920"),
    ("1900-02", "1900-02-01", "1900-02-28", "February 1900"),
    ("1919~", "1919-01-01", "1919-12-31", "about 1919"),
    ("1919-01~/1921-12~", "1919-01-01", "1921-12-31", "about January 1919 to about December 1921"),
    ("1919?", "1919-01-01", "1919-12-31", "1919 (uncertain)"),
    ("1919-05%", "1919-05-01", "1919-05-31", "about May 1919 (uncertain)"),
    ("1941-03-24/1941-03-25", "1941-03-24", "1941-03-25", "24 to 25 March 1941"),
    ("1941-03-24/1941-06-05", "1941-03-24", "1941-06-05", "24 March to 5 June 1941"),
    ("1928-03/1928-05~", "1928-03-01", "1928-05-31", "March 1928 to about May 1928"),
    ("1928-03~/1928-05", "1928-03-01", "1928-05-31", "about March to May 1928"),
    ("1928/1929", "1928-01-01", "1929-12-31", "1928 to 1929"),
    ("1928/1928-05", "1928-01-01", "1928-05-31", "1928 to May 1928"),
    ("1936-21", "1936-03-01", "1936-05-31", "spring 1936"),
    ("1936-22~", "1936-06-01", "1936-08-31", "about summer 1936"),
    ("1936-23/1937-21", "1936-09-01", "1937-05-31", "autumn 1936 to spring 1937"),
    ("1936-21/1936-23", "1936-03-01", "1936-11-30", "spring to autumn 1936"),
    ("1936-24", "1936-12-01", "1937-02-28", "winter 1936–37"),
    ("1936-22/1936-24", "1936-06-01", "1937-02-28", "summer 1936 to winter 1936–37"),
    ("193X", "1930-01-01", "1939-12-31", "the 1930s"),
    ("193X~", "1930-01-01", "1939-12-31", "about the 1930s"),
    ("191X/192X?", "1910-01-01", "1929-12-31", "the 1910s to the 1920s (uncertain)"),
    ("19XX", "1900-01-01", "1999-12-31", "the 20th century"),
    ("20XX", "2000-01-01", "2099-12-31", "the 21st century"),
    ("00XX", "0001-01-01", "0099-12-31", "the 1st century"),
    ("1934/..", "1934-01-01", "1934-12-31", "from 1934 on"),
    ("1934-05-06~/..", "1934-05-06", "1934-05-06", "from about 6 May 1934 on"),
    ("../1934", "1934-01-01", "1934-12-31", "until 1934"),
    ("../1936-21", "1936-03-01", "1936-05-31", "until spring 1936"),
    ("0001-01-01/9999-12-31", "0001-01-01", "9999-12-31", "1 January 1 to 31 December 9999"),
]


@pytest.mark.parametrize(("text", "first", "last", "words"), SPANS)
def test_a_span_has_its_first_and_last_day_and_its_words(
    text: str, first: str, last: str, words: str
) -> None:
    span = parse_span(text)
    assert (span.first.isoformat(), span.last.isoformat()) == (first, last)
    assert span.words == words


BAD = [
    ("", "a date such as"),
    ("soon", "a date such as"),
    ("1919-1", "a date such as"),
    ("1919-13", "a month from 01 to 12, or a season from 21 to 24"),
    ("1919-00", "a month from 01 to 12, or a season"),
    ("1919-25", "a season from 21 to 24"),
    ("1919-21-01", "a month from 01 to 12"),
    ("9999-24", "a winter that ends before"),
    ("1919-02-30", "a day from 01 to 28 in 1919-02"),
    ("1920-02-30", "a day from 01 to 29 in 1920-02"),
    ("1919-02-00", "a day from 01 to 28"),
    ("0000", "a year from 0001 to 9999"),
    ("-0044", "a date such as"),
    ("1000000", "a date such as"),
    ("y1000000", "a date such as"),
    ("1919-XX", "a date such as"),
    ("..", "an EDTF interval"),
    ("../..", "an EDTF interval"),
    ("1XXX", "a date such as"),
    ("1919/../..", "an EDTF interval"),
    ("1919/", "a date such as"),
    ("/1919", "a date such as"),
    ("1919/1920/1921", "an EDTF interval"),
    ("1920/1919", "not before its start"),
    ("1919-01-02/1919-01-01", "not before its start"),
    (" 1919", "a date such as"),
    ("1919\n", "a date such as"),
    ("١٩١٩", "a date such as"),
    ("1919~?", "a date such as"),
    ("1919-01-01T00:00:00", "a date such as"),
    ("30/12/1890", "an EDTF interval"),
    ("9" * 1000, "a date such as"),
]


@pytest.mark.parametrize(("text", "words"), BAD)
def test_what_is_no_date_is_told(text: str, words: str) -> None:
    with pytest.raises(ValueError, match="a") as caught:
        parse_span(text)
    assert words in str(caught.value)


NEAREST = [
    ("1920-02-31/1933", "February 1920 has 29 days: write 1920-02-29, or 1920-02 if the day is"),
    ("1919-04-00", "April 1919 has 30 days: write 1919-04-01, or 1919-04 if the day is"),
    ("1920-13", "The months are numbered from 01 to 12: write 1920-12, or 1920 if the month is"),
    ("1920-25-12", "Did you mean 1920-12-25?"),
    ("1920-2-3", "Did you mean 1920-02-03?"),
    ("1920/02/03", "Did you mean 1920-02-03?"),
    ("3.2.1920", "Did you mean 1920-02-03?"),
    ("3 Feb. 1920", "Did you mean 1920-02-03?"),
    ("31 Feb 1920", "February 1920 has 29 days: write 1920-02-29"),
    ("Sept 1920", "Did you mean 1920-09?"),
    ("spring 1936", "Did you mean 1936-21?"),
    ("c. 1920", "Did you mean 1920~?"),
    ("1920s", "Did you mean 192X?"),
    ("1919-1921", "Did you mean 1919/1921?"),
    ("1934-06~/1933-01-30", "Swap the two: 1933-01-30/1934-06~, or correct one."),
    ("soon", "Write it so."),
]


@pytest.mark.parametrize(("text", "remedy"), NEAREST)
def test_what_is_no_date_is_told_with_the_nearest_right_spelling(text: str, remedy: str) -> None:
    with pytest.raises(NoDate) as caught:
        parse_span(text)
    assert caught.value.remedy.startswith(remedy)


@pytest.mark.parametrize(("text", "_"), BAD)
def test_the_words_of_what_is_no_date_leave_what_was_found_to_who_catches_it(
    text: str, _: str
) -> None:
    with pytest.raises(NoDate) as caught:
        parse_span(text)
    assert "not '" not in str(caught.value)
    assert str(caught.value) == caught.value.expected
    assert caught.value.remedy.endswith((".", "?"))


@pytest.mark.parametrize(
    ("text", "expected", "remedy"),
    [
        ("1920-02-31", "a day from 01 to 29 in 1920-02", "February 1920 has 29 days: write 1920"),
        ("31 Feb 1920", "a day from 01 to 29 in 1920-02", "February 1920 has 29 days: write 1920"),
        ("1 May 1936", "a day such as 1936-09-01", "Did you mean 1936-05-01?"),
        ("1936", "a day such as 1936-09-01", "Write year, month and day."),
        ("1936-09-01~", "a day such as 1936-09-01", "Did you mean 1936-09-01?"),
        ("1936-21", "a day such as 1936-09-01", "Write year, month and day."),
        ("soon", "a day such as 1936-09-01", "Write year, month and day."),
    ],
)
def test_a_day_that_is_none_is_told_with_the_nearest_day(
    text: str, expected: str, remedy: str
) -> None:
    with pytest.raises(NoDate) as caught:
        parse_day(text)
    assert caught.value.expected == expected
    assert caught.value.remedy_of_day.startswith(remedy)
    assert "if the day" not in caught.value.remedy_of_day


QUALIFIERS = st.sampled_from(["", "~", "?", "%"])
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
POINTS = st.one_of(
    st.builds(lambda day, q: f"{day.year:04d}{q}", DAYS, QUALIFIERS),
    st.builds(lambda day, q: f"{day.year:04d}-{day.month:02d}{q}", DAYS, QUALIFIERS),
    st.builds(lambda day, q: f"{day.isoformat()}{q}", DAYS, QUALIFIERS),
)


@pytest.mark.parametrize("text", ["1919", "1919-02~", "1920-02?", "1919-01-26", "0999%", "9999-12"])
def test_first_and_last_day_are_the_strict_bounds_of_the_library(text: str) -> None:
    value, point = parse_edtf(text), parse_point(text)
    bounds = value.lower_strict(), value.upper_strict()
    assert (point.first, point.last) == tuple(map(struct_time_to_date, bounds))


@settings(max_examples=300, deadline=None)
@given(POINTS, POINTS)
def test_the_canonical_interval_means_the_same(one: str, two: str) -> None:
    begin, end = sorted([one, two], key=lambda text: (parse_point(text).first, len(text)))
    span = parse_span(f"{begin}/{end}")
    again = parse_span(span.edtf)
    assert again == span
    assert span.first <= span.last
    assert span.days >= 1
    assert not span.is_before(again)


def test_before_means_certainly_before() -> None:
    # "about 1919" and "1919" may be the same day, so neither comes first.
    order = ["1918-12-31", "1919-01-01/1930", "1919-01-02"]
    for earlier, later in pairwise(order):
        assert parse_span(earlier).is_before(parse_span(later))
    assert not parse_span("1919~").is_before(parse_span("1919-05"))
    assert not parse_span("1919-05").is_before(parse_span("1919"))


@pytest.mark.parametrize(
    ("one", "two", "days"),
    [
        ("1919-01-01/1919-01-31", "1919-01-11/1919-02-28", 20),
        ("1919/1920", "1919/1920", 1),  # surely together only at the turn of the year
        ("1919/1921", "1920-06-01/1920-06-30", 29),
        ("1919", "1921", 0),
    ],
)
def test_overlap_counts_the_days_that_are_sure(one: str, two: str, days: int) -> None:
    assert parse_span(one).overlap_days(parse_span(two)) == days
    assert parse_span(two).overlap_days(parse_span(one)) == days
