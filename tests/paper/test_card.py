"""The picture beside a shared link: there whenever the page names it, and never else."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from small_life import tables, write

from mapping.cli import batch
from mapping.cli.main import main
from mapping.errors import AssetError
from mapping.page.html import render_page
from mapping.paper import card as card_module
from mapping.paper.card import render_card
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.life.model import Life


def build(folder: Path, output: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["build", str(folder), "-o", str(output), *options])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tables(), tmp_path / "life")


def test_a_card_is_a_large_picture_of_the_plate_and_the_same_twice(life: Life) -> None:
    card = render_card(life)
    assert card == render_card(life)
    with Image.open(io.BytesIO(card)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
        assert picture.info["Software"] == "serge-map"
        right = picture.convert("RGB").crop((600, 20, 1180, 610))
        assert len(right.getcolors(1 << 20)) > 1000  # a map, not an empty sheet


def test_a_page_with_its_card_names_it_and_one_without_names_none(folder: Path) -> None:
    page = folder.parent / "my life.html"
    assert build(folder, page, "--card").exit_code == 0
    assert page.with_suffix(".png").read_bytes() == render_card(load_life(folder))
    told = page.read_text("utf-8")
    assert '<meta property="og:image" content="my%20life.png">' in told
    assert '<meta name="twitter:card" content="summary_large_image">' in told
    plain = folder.parent / "plain.html"
    assert build(folder, plain).exit_code == 0
    assert not plain.with_suffix(".png").exists()
    assert "og:image" not in plain.read_text("utf-8")
    assert '<meta name="twitter:card" content="summary">' in plain.read_text("utf-8")


def test_a_life_with_an_address_names_its_card_there(folder: Path) -> None:
    toml = folder / "life.toml"
    toml.write_text(f'url = "https://example.org/jeanne/"\n{toml.read_text("utf-8")}', "utf-8")
    page = render_page(load_life(folder), card="map.png")
    assert 'property="og:image" content="https://example.org/jeanne/map.png"' in page


def test_a_changed_card_replaces_ours_but_no_picture_of_others(folder: Path) -> None:
    page = folder.parent / "map.html"
    assert build(folder, page, "--card").exit_code == 0
    before = page.with_suffix(".png").read_bytes()
    toml = folder / "life.toml"
    toml.write_text(toml.read_text("utf-8").replace("A life", "Another life"), "utf-8")
    assert build(folder, page, "--card").exit_code == 0
    assert page.with_suffix(".png").read_bytes() != before
    other = folder.parent / "holiday.png"
    Image.new("RGB", (4, 4)).save(other)
    seen = other.read_bytes()
    result = build(folder, other.with_suffix(".html"), "--card")
    assert result.exit_code == 1
    assert "holiday.png" in result.stderr
    assert other.read_bytes() == seen
    assert not other.with_suffix(".html").exists()


def test_without_the_extra_no_page_is_written_that_would_name_a_card(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object, **__: object) -> bytes:
        raise AssetError("paper: expected Typst. Run: pip install 'serge-map[paper]'")

    monkeypatch.setattr(card_module, "set_png", missing)
    page = folder.parent / "map.html"
    result = build(folder, page, "--card")
    assert result.exit_code == 1
    assert "serge-map[paper]" in result.stderr
    assert not page.exists()


def test_a_page_is_not_called_like_its_card(folder: Path) -> None:
    result = build(folder, folder.parent / "map.png", "--card")
    assert result.exit_code == 1
    assert "End it in .html" in result.stderr
    assert batch.plan([folder], folder.parent)
    assert build(folder, folder.parent, "--card", str(folder)).exit_code == 2
