"""The tour, a notebook for whoever meets the package first, runs and shows what it says."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from nbclient import NotebookClient
from project import ROOT

from mapping.life.frames import legs_frame, stops_frame

if TYPE_CHECKING:
    from mapping.life.model import Life

TOUR = Path(__file__).with_name("tour.ipynb")
FETCHED = re.compile(r"""<(?:script|link|img|iframe)[^>]+(?:src|href)=["'](?:https?:)?//""")


class Cells(HTMLParser):
    """The texts of a table's cells, row by row."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.strip()


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Run the tour where it lies; return what each cell shows, by its id and media type."""
    notebook = nbformat.read(TOUR, as_version=4)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("IPYTHONDIR", "MPLCONFIGDIR"):
            patch.setenv(name, str(tmp_path_factory.mktemp("kernel")))
        where = {"metadata": {"path": str(TOUR.parent)}}
        NotebookClient(notebook, timeout=120, resources=where).execute()
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    complaints = [out for cell in cells for out in cell.outputs if out.output_type == "stream"]
    assert complaints == []
    return {cell.id: cell.outputs[-1]["data"] for cell in cells}


def document(data: dict[str, Any]) -> str:
    """Return the document that a folium map puts into its frame."""
    found: list[str] = []

    class Frame(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "iframe":
                found.append(dict(attrs)["srcdoc"] or "")

    Frame().feed(data["text/html"])
    assert len(found) == 1
    return found[0]


def test_readme_leads_to_the_tour_which_is_kept_without_outputs() -> None:
    notebook = nbformat.read(TOUR, as_version=4)
    nbformat.validate(notebook)
    assert str(TOUR.relative_to(ROOT)) in (ROOT / "README.md").read_text(encoding="utf-8")
    assert [cell.id for cell in notebook.cells if cell.get("outputs")] == []


@pytest.mark.slow
def test_a_life_shows_its_still_map(shown: dict[str, dict[str, Any]], life: Life) -> None:
    assert shown["load"]["text/plain"].startswith(f"<Life “{life.title}”")
    assert shown["load"]["image/svg+xml"].startswith("<svg ")


@pytest.mark.slow
def test_frames_are_tables_of_the_life(shown: dict[str, dict[str, Any]], life: Life) -> None:
    head, _, *rows = Cells(shown["stops"]["text/html"]).rows
    stops = stops_frame(life)
    told = {row[0]: row[head.index("name_then")] for row in rows}
    assert told == stops["name_then"].head(len(rows)).to_dict()


@pytest.mark.slow
def test_kilometres_are_those_of_the_legs(shown: dict[str, dict[str, Any]], life: Life) -> None:
    rows = Cells(shown["legs"]["text/html"]).rows[2:]
    legs = legs_frame(life)
    free = legs[~legs["guarded"]].groupby("mode")["length_km"].sum().round().astype(int)
    assert {mode: int(told) for mode, told, _ in rows} == free.to_dict()
    assert sum(int(guarded) for *_, guarded in rows) > 5000


@pytest.mark.slow
def test_a_town_has_the_states_of_its_days(shown: dict[str, dict[str, Any]]) -> None:
    assert "Moscow              [Soviet Russia, USSR]" in shown["polities"]["text/plain"]


@pytest.mark.slow
def test_frontiers_passed_under_guard_are_told(shown: dict[str, dict[str, Any]]) -> None:
    rows = Cells(shown["crossings"]["text/html"]).rows[1:]
    assert [row[2:4] for row in rows] == [["France", "Finland"], ["Finland", "Soviet Russia"]]


@pytest.mark.slow
def test_frontiers_are_plotted(shown: dict[str, dict[str, Any]]) -> None:
    assert len(shown["frontiers"]["image/png"]) > 50_000


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cell", "holds"),
    [
        ("layers", ["periodAtlas", '"1936-09-01"', "lifeRoute", "Frontiers passed", "L.geoJson("]),
        ("map", ["map_of_life", "orenburg-exile"]),
    ],
)
def test_maps_carry_their_layers_and_fetch_nothing(
    shown: dict[str, dict[str, Any]], cell: str, holds: list[str]
) -> None:
    text = document(shown[cell])
    assert [part for part in holds if part not in text] == []
    markup = re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)
    assert not FETCHED.search(markup)
