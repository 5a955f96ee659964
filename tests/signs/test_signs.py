"""One look: every colour has one place, enough contrast, and a value in each scheme."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest
from project import PACKAGE

from mapping.life.model import MODES
from mapping.page.assets import tokens_css
from mapping.signs import label_of, read_palette, read_signs, rgb_of, stroke_of, width_of

HEX = re.compile(r"#(?:[0-9a-f]{3}){1,2}\b", re.IGNORECASE)
WRITTEN = ("*.py", "*.js", "*.css", "*.j2", "*.svg")
SCHEMES = ("light", "dark", "print")


def colours(scheme: str) -> dict[str, str]:
    palette = read_palette()
    return palette["light"] | palette["print"] if scheme == "print" else palette[scheme]


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [value / 255 for value in bytes.fromhex(colour.removeprefix("#"))]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_no_colour_is_written_outside_signs() -> None:
    files = [path for pattern in WRITTEN for path in PACKAGE.rglob(pattern)]
    assert len(files) > 100
    written = {
        str(path.relative_to(PACKAGE)): HEX.findall(path.read_text(encoding="utf-8"))
        for path in files
        if "signs" not in path.parts
    }
    assert {path: found for path, found in written.items() if found} == {}


def test_every_scheme_knows_every_colour() -> None:
    palette = read_palette()
    assert set(palette) == set(SCHEMES)
    assert set(palette["dark"]) == set(palette["light"])
    assert set(palette["print"]) < set(palette["light"])
    for scheme in SCHEMES:
        assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours(scheme).values())


@pytest.mark.parametrize(
    ("scheme", "text", "ground"),
    [
        *product(SCHEMES, ("ink", "soft", "red"), ("paper", "wash")),
        *product(("light", "dark"), ("ink", "label"), ("land", "here")),
        *product(("light", "dark"), ("label",), [f"tint-{n}" for n in range(6)]),
    ],
)
def test_text_stands_out_from_its_ground(scheme: str, text: str, ground: str) -> None:
    own = colours(scheme)
    assert contrast(own[text], own[ground]) >= 4.5


def test_style_sheets_get_every_colour_as_a_property() -> None:
    css = tokens_css(whole=True)
    for name in read_palette()["light"]:
        assert css.count(f"--{name}: ") == 3
    assert "dark" not in tokens_css()


def test_a_colour_is_told_as_numbers_too() -> None:
    assert rgb_of("red") == (168, 32, 26)
    with pytest.raises(KeyError):
        rgb_of("blue")


def test_fills_of_shapes_are_names_of_colours() -> None:
    fills = {symbol["fill"] for symbol in read_signs()["symbols"].values()}
    assert fills <= set(read_palette()["light"])


@pytest.mark.parametrize("mode", MODES)
def test_the_pattern_says_the_mode_and_the_strength_how_sure(mode: str) -> None:
    strokes = [
        stroke_of(mode, certainty, guarded=guarded)
        for certainty in ("certain", "less-certain", "uncertain")
        for guarded in (False, True)
    ]
    assert {stroke.dash for stroke in strokes} == {tuple(read_signs()["strokes"][mode]["dash"])}
    strengths = [stroke.strength for stroke in strokes]
    assert strengths == sorted(strengths, reverse=True)
    assert len(set(strengths)) == 3


def mixed(colour: str, ground: str, strength: float) -> str:
    pairs = zip(*(bytes.fromhex(one.removeprefix("#")) for one in (colour, ground)), strict=True)
    return f"#{bytes(round(strength * a + (1 - strength) * b) for a, b in pairs).hex()}"


@pytest.mark.parametrize("certainty", ["certain", "less-certain", "uncertain"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_palest_way_still_stands_out_from_every_ground(scheme: str, certainty: str) -> None:
    own = colours(scheme)
    grounds = ["casing", "land", "sea", *(f"tint-{number}" for number in range(6))]
    if scheme == "dark":
        grounds = ["casing"]  # the live map alone is dark, and a casing is around its ways
    for colour, ground in product(("red", "guard"), grounds):
        strength = stroke_of("rail", certainty, guarded=False).strength
        seen = mixed(own[colour], own[ground], strength)
        assert contrast(seen, own[ground]) >= 3, (colour, ground)  # WCAG 2.2, 1.4.11


def test_there_are_six_signs_and_neither_star_nor_cross() -> None:
    shapes = {(each["path"], each["fill"]) for each in read_signs()["symbols"].values()}
    assert len(shapes) == 6


def test_a_hollow_line_is_filled_under_guard() -> None:
    assert stroke_of("road", "certain", guarded=False).core
    assert not stroke_of("road", "certain", guarded=True).core


def test_modes_differ_by_more_than_colour() -> None:
    strokes = [stroke_of(mode, "certain", guarded=False) for mode in MODES]
    assert len({(stroke.dash, stroke.core) for stroke in strokes}) == len(MODES)


@pytest.mark.parametrize(
    ("name_then", "precision", "label"),
    [
        ("24 rue Fessart, Paris", "address", "Paris"),
        ("Lazaret, Les Trois-Îlets", "site", "Les Trois-Îlets"),
        ("England", "region", "England"),
        ("Lille and the mining country", "region", "Lille and the mining country"),
        ("Tallinn (Reval)", "city", "Tallinn"),
        ("Barcelona", "address", "Barcelona"),
        ("(unknown)", "city", "(unknown)"),
    ],
)
def test_a_label_is_the_town_and_never_that_of_a_region(
    name_then: str, precision: str, label: str
) -> None:
    assert label_of(name_then, precision) == label


def test_how_far_apart_letters_of_states_and_seas_stand_is_written_once() -> None:
    drawers = [
        *("page/web/scripts/map/atlas_names.js", "page/web/scripts/plate/nearby.js"),
        *("plates/plate.svg.j2", "paper/sheets/chart.svg.j2"),
    ]
    by_hand = re.compile(
        r"""letter-spacing=["'][.\d]|spacing(?::| =) [.\d]|size \* 0?\.\d+ \* part"""
    )
    for drawer in drawers:
        assert not by_hand.search((PACKAGE / drawer).read_text("utf-8")), drawer
    assert all(
        0 < share < 0.5 for named in read_signs()["lettering"].values() for share in shares(named)
    )


def shares(named: dict[str, Any]) -> list[float]:
    return [share for medium, told in named.items() if medium != "letter" for share in told]


def test_a_name_is_measured_with_the_air_between_its_letters() -> None:
    assert (width_of("state", "plate"), width_of("state", "sheet")) == (0.86, 0.88)
    assert (width_of("sea", "plate"), width_of("sea", "sheet")) == (0.5, 0.54)
