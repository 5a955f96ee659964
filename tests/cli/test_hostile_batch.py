"""Many lives in one command, with bad ones among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from small_life import as_files, canonical, stop, tables, write

from mapping.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

LIVES = 50
BAD = {7: "truncated", 19: "missing", 33: "hostile id", 42: "not UTF-8"}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Make fifty lives, each with a text of its own, four of them broken."""
    home = tmp_path_factory.mktemp("lives")
    made = []
    for number in range(LIVES):
        parts = tables()
        stop(parts, 0)["summary"] = f"Life number {number}."
        parts = canonical(parts)
        files = as_files(parts)
        match BAD.get(number):
            case "truncated":
                parts["stops.geojson"] = files["stops.geojson"][:500]
            case "missing":
                del parts["sources.json"]
            case "hostile id":
                parts["stops.geojson"] = files["stops.geojson"].replace(b'"paris"', b'"<b>"')
            case "not UTF-8":
                parts["life.toml"] = files["life.toml"].replace(b"A life", b"A l\xeffe")
        made.append(write(parts, home / f"life-{number:02d}"))
    return made


@pytest.mark.slow
def test_fifty_lives_are_built_past_the_bad_ones(folders: list[Path], tmp_path: Path) -> None:
    output = tmp_path / "maps"
    output.mkdir()
    earlier = output / "life-07.html"
    earlier.write_text("yesterday's")
    names = [str(folder) for folder in folders]
    result = CliRunner().invoke(main, ["build", *names, "-o", str(output)])
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert f"{LIVES - len(BAD)} of {LIVES} maps built" in result.output
    lines = result.output.splitlines()
    refused = [line for line in lines if ": no map. " in line]
    # in the order of the command, however the work was shared out
    assert [line.split(": ")[0] for line in refused] == [names[number] for number in sorted(BAD)]
    for number in BAD:
        assert any(f"{names[number]}: " in line and "expected" in line for line in lines)
    made = sorted(path.name for path in output.iterdir())
    good = [f"life-{number:02d}.html" for number in range(LIVES) if number not in BAD]
    assert made == sorted([*good, "life-07.html"])
    assert earlier.read_text() == "yesterday's"
    for number in (0, 49):
        page = (output / f"life-{number:02d}.html").read_text(encoding="utf-8")
        assert f"Life number {number}." in page
