from __future__ import annotations

import http.client
import shutil
import threading
from typing import TYPE_CHECKING

import pytest
from project import LIVES

from mapping.editing.preview.page import Shown, make_page
from mapping.editing.preview.server import HOST, PreviewServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def server() -> Iterator[PreviewServer]:
    made = PreviewServer(0, Shown("<p>first</p>"))
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.stop()
    thread.join()


def ask(server: PreviewServer, path: str, **headers: str) -> tuple[int, str]:
    line = http.client.HTTPConnection(HOST, server.server_address[1], timeout=10)
    line.request("GET", path, headers=headers)
    answer = line.getresponse()
    text = answer.read().decode()
    line.close()
    return answer.status, text


def test_the_page_stands_in_a_frame_that_is_told_of_a_new_one(server: PreviewServer) -> None:
    assert "<iframe" in ask(server, "/")[1]
    assert ask(server, "/page") == (200, "<p>first</p>")
    line = http.client.HTTPConnection(HOST, server.server_address[1], timeout=10)
    line.request("GET", "/events")
    stream = line.getresponse()
    assert stream.readline() == b"data: 1\n"
    stream.readline()
    server.show(Shown("<p>second</p>"))
    assert stream.readline() == b"data: 2\n"
    assert ask(server, "/page?2") == (200, "<p>second</p>")
    line.close()


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:80"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
    ],
)
def test_pages_of_other_sites_get_nothing(server: PreviewServer, headers: dict[str, str]) -> None:
    for path in ("/", "/page", "/events"):
        status, text = ask(server, path, **headers)
        assert status == 403
        assert "first" not in text


@pytest.mark.parametrize(
    "path", ["/stops.geojson", "/../pyproject.toml", "/page/..", "/frame.html"]
)
def test_no_folder_is_served(server: PreviewServer, path: str) -> None:
    assert ask(server, path)[0] == 404


def test_it_listens_to_this_machine_only(server: PreviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert server.address.startswith("http://127.0.0.1:")


def test_a_bad_value_shows_its_sentence_instead_of_the_page(tmp_path: Path) -> None:
    folder = tmp_path / "life"
    shutil.copytree(LIVES / "benjamin", folder)
    assert make_page(folder).problems == ()
    stops = folder / "stops.geojson"
    stops.write_text(
        stops.read_text("utf-8").replace('"kind": "exile"', '"kind": "<exil>"', 1), "utf-8"
    )
    shown = make_page(folder)
    assert "kind: expected one of" in shown.problems[0]
    assert "&lt;exil&gt;" in shown.html


def test_a_spreadsheet_is_previewed_without_a_folder(tmp_path: Path) -> None:
    table = tmp_path / "jane_doe.csv"
    table.write_text("place,lat,lon,date\nBasel,47.56,7.59,1917\n", "utf-8")
    shown = make_page(table)
    assert shown.problems == ()
    assert "Jane Doe" in shown.html
    assert [path.name for path in tmp_path.iterdir()] == ["jane_doe.csv"]
    table.write_text("", "utf-8")
    assert "an empty file" in make_page(table).problems[0]
