from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from project import PACKAGE
from small_life import as_files, tables

from mapping.formats.schema_org import schema_org
from mapping.life.statements import say_how_sure
from mapping.life.words import (
    order_by_surname,
    say_company,
    say_count,
    say_lifetime,
    say_years,
)
from mapping.page.html import render_page
from mapping.plates.picture import render_plate
from mapping.reading.folder import parse_life

if TYPE_CHECKING:
    from mapping.life.model import Life


@pytest.fixture(scope="module")
def lonely() -> Life:
    """Return a life of one stop and no leg."""
    parts = tables()
    parts["stops.geojson"]["features"] = parts["stops.geojson"]["features"][:1]
    parts["legs.geojson"]["features"] = []
    life, problems = parse_life(as_files(parts))
    assert life, problems
    return life


def test_one_is_no_plural_and_none_is_said_so() -> None:
    counts = [say_count(number, "stop") for number in (0, 1, 2)]
    assert counts == ["no stops", "1 stop", "2 stops"]
    assert say_years(0) == "none"
    assert say_years(366) == "1 year"
    assert say_years(800) == "2 years and 2 months"


@pytest.mark.parametrize(
    ("names", "others", "said"),
    [
        ([], None, ""),
        ([], "the hostages", "the hostages"),
        (
            [],
            "the chemical engineer K; other Russian revolutionaries",
            "the chemical engineer K and others",
        ),
        (["Ann Ode"], None, "Ann Ode"),
        (["Ann Ode"], "her two daughters", "Ann Ode and others"),
        (["Ann Ode", "Bo Yak"], None, "Ann Ode and Bo Yak"),
        (["Ann Ode", "Bo Yak", "Cy Zed"], None, "Ann Ode, Bo Yak and others"),
        (["Leon Kibalchich", "Vera Poderevskaya"], "his sister", "Leon Kibalchich and others"),
    ],
)
def test_a_line_names_as_many_as_it_has_room_for(
    names: list[str], others: str | None, said: str
) -> None:
    assert say_company(names, others) == said


def test_an_index_is_ordered_by_surname_and_says_what_is_not_known(life: Life) -> None:
    persons = sorted(life.persons, key=order_by_surname)
    assert [one.name for one in persons[:2]] == ["Viktor Alter", "Angelica Balabanoff"]
    names = [one.name for one in persons]
    assert names.index("Vladimir Mazin (Lichtenstadt)") == names.index("Rirette Maîtrejean") + 1
    years = {one.id: say_lifetime(one) for one in persons}
    assert years["adolf-joffe"] == "1883–1927"
    assert years["salvador-segui"] == "?–1923"
    assert years["leon-kibalchich"] == ""


def test_a_life_of_one_stop_is_told_in_the_singular(lonely: Life) -> None:
    assert repr(lonely).endswith(": 1 stop, no legs>")
    assert say_how_sure(lonely).startswith("Of 1 stay, 1 is well attested, 0 are less certain")
    assert "Map of 1 stop and no ways, from" in render_plate(lonely)
    assert "1 dated stop and no journeys" in str(schema_org(lonely))
    assert "The whole life: 1 stop, 1 minute<" in render_page(lonely)


def test_only_one_function_of_each_language_makes_a_plural_of_a_number() -> None:
    by_hand = re.compile(
        r"""['"]s['"] if|else ['"]s['"]|else f"\{\w+\}s"|: `\$\{\w+\}s`|"1 \w+" :"""
        r"""|"([A-Z]\w+)s" (?:if|:) .*"\1\""""
    )
    makers = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.*")
        if path.suffix in {".py", ".js", ".j2"} and by_hand.search(path.read_text(encoding="utf-8"))
    }
    assert makers == {"life/words.py", "page/web/scripts/count.js"}
