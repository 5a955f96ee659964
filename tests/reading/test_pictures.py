from __future__ import annotations

import io
import sqlite3
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from small_life import as_files, tables, write

from mapping.editing.new import create_life
from mapping.editing.tidy import tidy_life
from mapping.formats.registry import write_export
from mapping.page.html import render_page
from mapping.reading.folder import check_life, load_life, parse_life
from mapping.reading.pictures import MOST_TOGETHER, look_at

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.errors import Problem

FILE = "images/paris.webp"
RECORD = {
    "id": "window",
    "stop": "paris",
    "file": FILE,
    "alt": "A window & <a street>",
    "credit": "Drawn by A. Hand",
    "licence": "CC0 1.0",
    "link": "https://example.org/window",
}
NOISE = Image.effect_noise((480, 480), 90)


def picture(form: str = "WEBP", size: tuple[int, int] = (48, 32), **options: Any) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, "#a8201a").save(stream, form, **options)
    return stream.getvalue()


def exif() -> bytes:
    said = Image.Exif()
    said[0x010E] = "taken in the rue de la Glacière"
    return said.tobytes()


def noisy() -> bytes:
    stream = io.BytesIO()
    NOISE.save(stream, "WEBP", quality=95)
    return stream.getvalue()


def bomb() -> bytes:
    """Return the head of a WebP that says it is 16384 pixels wide and high, without any of them."""
    side = (16384 - 1).to_bytes(3, "little")
    chunk = b"VP8X" + (10).to_bytes(4, "little") + bytes(4) + side + side
    still = b"VP8L" + (6).to_bytes(4, "little") + b"\x2f\xff\xff\xff\x0f\x00"
    return b"RIFF" + (4 + len(chunk) + len(still)).to_bytes(4, "little") + b"WEBP" + chunk + still


def found(data: bytes | None, **changed: Any) -> list[Problem]:
    record = {key: value for key, value in (RECORD | changed).items() if value is not None}
    files = as_files(tables() | {"images.json": [record]})
    if data is not None:
        files[record["file"]] = data
    return parse_life(files)[1]


@pytest.mark.parametrize("form", ["WEBP", "AVIF"])
def test_a_small_still_picture_is_taken(form: str) -> None:
    name = f"images/paris.{form.lower()}"
    assert found(picture(form), file=name) == []
    seen = look_at(picture(form))
    assert (seen.media_type, seen.width, seen.height) == (f"image/{form.lower()}", 48, 32)


REFUSED = {
    "none there": (None, "none that can be read", "Put it there"),
    "empty": (b"", "a file that is none, or a damaged one", "WebP or AVIF"),
    "JPEG": (picture("JPEG"), "a JPEG", "WebP or AVIF"),
    "PNG": (picture("PNG"), "a PNG", "WebP or AVIF"),
    "SVG": (b"\n<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG or other markup", "WebP or AVIF"),
    "cut off": (picture()[:30], "a file that is none, or a damaged one", "Save it again"),
    "wide": (picture(size=(481, 10)), "481 wide and 10 high", "480 pixels wide"),
    "high": (picture("AVIF", size=(480, 721)), "480 wide and 721 high", "480 pixels wide"),
    "heavy": (noisy(), "kB", "at a lower quality"),
    "EXIF": (picture(exif=exif()), "EXIF", "exiftool -all="),
    "EXIF in AVIF": (picture("AVIF", exif=exif()), "EXIF", "exiftool -all="),
    "XMP": (picture(xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"), "XMP", "exiftool -all="),
    "moving": (
        picture(save_all=True, append_images=[Image.new("RGB", (48, 32), "white")]),
        "one that moves",
        "one of its frames",
    ),
    "bomb": (bomb(), "", "480 pixels wide"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_another_file_is_refused_with_what_it_is_and_the_remedy(case: str) -> None:
    data, what, remedy = REFUSED[case]
    (problem,) = found(data)
    assert problem.level == "error"
    assert problem.where == "images.json, window, file"
    assert what in problem.found
    assert remedy in problem.remedy


@pytest.mark.parametrize(
    "file",
    [
        *("images/paris.svg", "images/paris.jpg", "paris.webp", "/etc/paris.webp"),
        *("images/../../paris.webp", "images/a/paris.webp", "https://example.org/paris.webp"),
    ],
)
def test_a_file_elsewhere_or_of_another_kind_is_refused_by_its_name(file: str) -> None:
    (problem,) = found(None, file=file)
    assert (problem.file, problem.feature, problem.field) == ("images.json", "window", "file")
    assert "images/orenburg.webp" in problem.expected
    assert "Save the picture as one" in problem.remedy


@pytest.mark.parametrize("field", ["alt", "credit", "licence"])
@pytest.mark.parametrize("value", [None, ""])
def test_a_picture_without_words_or_rights_is_refused(field: str, value: str | None) -> None:
    record = RECORD | {field: value}
    files = as_files(tables() | {"images.json": [record]}) | {FILE: picture()}
    life, problems = parse_life(files)
    assert life is None
    assert [(problem.feature, problem.field) for problem in problems] == [("window", field)]
    assert problems[0].remedy


def test_all_pictures_together_have_a_limit() -> None:
    heavy = picture() + bytes(24_000)  # what comes after the picture is passed over
    count = MOST_TOGETHER // len(heavy) + 1
    records = [RECORD | {"id": f"window-{n}", "file": f"images/{n}.webp"} for n in range(count)]
    files = as_files(tables() | {"images.json": records})
    files |= {f"images/{n}.webp": heavy for n in range(count)}
    (problem,) = parse_life(files)[1]
    assert problem.where == "images.json"
    assert problem.expected == "pictures of at most 250 kB together"
    assert "Leave some out" in problem.remedy


def with_picture(folder: Path) -> Path:
    write(tables() | {"images.json": [RECORD]}, folder)
    (folder / "images").mkdir()
    (folder / FILE).write_bytes(picture())
    return folder


def test_a_folder_keeps_its_pictures_through_tidy_and_takes_them_along(tmp_path: Path) -> None:
    folder = with_picture(tmp_path / "life")
    tidy_life(folder)
    assert (folder / "stops.qml").exists()  # made only of a life without errors
    assert [problem for problem in check_life(folder) if problem.level == "error"] == []
    life = load_life(folder)
    write_export(life, "geojson", tmp_path / "out")
    assert (tmp_path / "out" / FILE).read_bytes() == picture()
    assert (tmp_path / "out" / "images.json").read_bytes() == (folder / "images.json").read_bytes()
    write_export(life, "gpkg", tmp_path / "life.gpkg")
    with closing(sqlite3.connect(tmp_path / "life.gpkg")) as database:
        assert database.execute("SELECT stop, alt, picture FROM images").fetchall() == [
            ("paris", RECORD["alt"], picture())
        ]


@pytest.mark.slow  # a crate holds all editions
def test_a_crate_takes_pictures_along(tmp_path: Path) -> None:
    life = load_life(with_picture(tmp_path / "life"))
    write_export(life, "crate", tmp_path / "life.zip")
    with zipfile.ZipFile(tmp_path / "life.zip") as archive:
        assert archive.read(f"data/{FILE}") == picture()


def test_another_picture_makes_another_digest(tmp_path: Path) -> None:
    folder = with_picture(tmp_path / "life")
    before = load_life(folder).digest
    (folder / FILE).write_bytes(picture(size=(40, 32)))
    assert load_life(folder).digest != before


def test_the_page_holds_the_picture_with_its_size_its_words_and_its_rights(tmp_path: Path) -> None:
    page = render_page(load_life(with_picture(tmp_path / "life")))
    assert page.count('<img src="data:image/webp;base64,') == 1
    assert 'width="48" height="32" alt="A window &amp; &lt;a street&gt;"' in page
    assert "Drawn by A. Hand, CC0 1.0" in page
    assert 'href="https://example.org/window"' in page


def test_a_new_life_has_a_picture_of_ours_to_start_from(tmp_path: Path) -> None:
    create_life(tmp_path / "roth")
    life = load_life(tmp_path / "roth")
    assert [image.licence for image in life.images] == ["CC0 1.0"]
    assert set(life.pictures) == {image.file for image in life.images}
