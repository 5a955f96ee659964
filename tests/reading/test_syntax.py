from __future__ import annotations

import contextlib
import json
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_life import as_files, tables, write

from mapping.errors import DataError, UnreadableError, show
from mapping.files import read_bytes
from mapping.reading.folder import FILES, digest, load_life, parse_life, read_life
from mapping.reading.syntax import parse_json

if TYPE_CHECKING:
    from pathlib import Path

# what stands in the file, what is said
HORRORS: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "an empty file"),
    "blank": (b" \n\t", "an empty file"),
    "truncated": (b'{"type": "FeatureCollection", "features": [', "it is cut off"),
    "open text": (b'{"type": "Fea', "JSON"),
    "NaN": (b'{"type": NaN}', "finite numbers, found “NaN”"),
    "infinity": (b"[-Infinity]", "finite numbers, found “-Infinity”"),
    "1e999": (b"[1e999]", "finite numbers, found “1e999”"),
    "long number": (b"[" + b"1" * 5000 + b"]", "finite numbers, found “1111"),
    "number no decimal can hold": (b"[-1" + b"0" * 400 + b"]", "finite numbers, found “-1000"),
    "doubled key": (b'{"id": "x", "a": 1, "a": 2}', "x, a: expected each key once"),
    "UTF-16": ('{"type": 1}'.encode("utf-16"), "expected UTF-8, found UTF-16"),
    "UTF-16 without mark": ('{"type": 1}'.encode("utf-16-le"), "found UTF-16"),
    "Latin-1": ('{"a": "K\xf6ln"}'.encode("latin-1"), "byte 0xf6 in line 1"),
    "NUL": (b'{"a":\n "\0"}', "a NUL byte in line 2"),
    "binary": (bytes(range(256)), ""),
    "image": (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, "NUL byte"),
    "nested lists": (b"[" * 100_000 + b"]" * 100_000, "nested too deep"),
    "nested lists, open": (b"[" * 100_000, "nested too deep"),
    "nested objects": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nested too deep"),
    "web page": (b"\n<!DOCTYPE html><title>Log in</title>", "was it a login page?"),
    "trailing comma": (b'{"a": 1,}', "line 1"),
    "single quotes": (b"{'a': 1}", "a key in double quotes"),
    "two values": (b"{} {}", "nothing after the end"),
    "null": (b"null", "found null"),
    "text": (b'"stops"', "found “stops”"),
    "number": (b"42", "found 42"),
    "features of nothing": (b'{"type": "FeatureCollection", "features": [null, 1, [], {}]}', ""),
}


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("name", HORRORS)
def test_a_horror_in_any_file_is_a_problem_of_that_file(file: str, name: str) -> None:
    data, words = HORRORS[name]
    life, problems = parse_life(as_files(tables()) | {file: data})
    assert life is None
    here = [problem for problem in problems if problem.file == file]
    assert here
    assert any(problem.level == "error" for problem in here)
    if not file.endswith(".toml"):
        assert any(words in str(problem) for problem in here), "\n".join(map(str, here))
    assert all(len(str(problem)) < 400 for problem in problems)


def test_a_byte_order_mark_is_told_and_skipped() -> None:
    files = as_files(tables())
    life, problems = parse_life({name: b"\xef\xbb\xbf" + data for name, data in files.items()})
    assert life is not None
    assert [(p.level, p.found) for p in problems] == [("warning", "a byte order mark")] * 4


def test_nested_members_of_a_feature_do_not_end_the_run() -> None:
    deep = b"[" * 400 + b"]" * 400
    data = b'{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":'
    data += b'{"id":"a","title":' + deep + b'},"geometry":{"type":"Point","coordinates":' + deep
    data += b"}}]}"
    _, problems = parse_life(as_files(tables()) | {"stops.geojson": data})
    assert any(p.field == "title" and p.found == "a list of 1" for p in problems)


# What may stand in place of a file.
def test_missing_files_are_all_named(tmp_path: Path) -> None:
    life, problems = read_life(tmp_path)
    assert life is None
    assert [(problem.file, problem.found) for problem in problems] == [(f, "none") for f in FILES]
    with pytest.raises(DataError) as caught:
        load_life(tmp_path)
    assert len(caught.value.problems) == 4


def test_a_folder_a_pipe_and_a_dangling_link_are_told_apart(tmp_path: Path) -> None:
    folder = write(tables(), tmp_path / "life")
    for name in FILES[:3]:
        (folder / name).unlink()
    (folder / FILES[0]).mkdir()
    os.mkfifo(folder / FILES[1])
    (folder / FILES[2]).symlink_to(tmp_path / "gone")
    found = {problem.file: problem.found for problem in read_life(folder)[1]}
    assert found == {
        FILES[0]: "a folder",
        FILES[1]: "a named pipe",
        FILES[2]: "a link that leads nowhere",
    }


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(UnreadableError, match="leads to itself"):
        read_bytes(tmp_path / "loop")


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    folder = write(tables(), tmp_path / "life")
    (folder / "stops.geojson").rename(tmp_path / "elsewhere")
    (folder / "stops.geojson").symlink_to(tmp_path / "elsewhere")
    assert load_life(folder).stops[0].id == "paris"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_no_permission_is_told(tmp_path: Path) -> None:
    folder = write(tables(), tmp_path / "life")
    (folder / "life.toml").chmod(0)
    assert read_life(folder)[1][0].found == "one without permission"


def test_a_refused_open_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(UnreadableError, match="Allow yourself to read it"):
        read_bytes(tmp_path / "life.toml")


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as stream:
        stream.truncate(3_000_000)
    with pytest.raises(UnreadableError, match="at most 2 MB, found 3 MB"):
        read_bytes(path, 2_000_000)


def test_a_device_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "life.toml").symlink_to("/dev/zero")
    with pytest.raises(UnreadableError, match="a device or socket"):
        read_bytes(tmp_path / "life.toml")


def test_the_digest_follows_every_byte_of_every_file() -> None:
    files = as_files(tables())
    digests = {digest(files)} | {digest(files | {name: files[name] + b" "}) for name in FILES}
    assert len(digests) == 5
    assert all(len(each) == 12 for each in digests)
    swapped = files | {
        "stops.geojson": files["legs.geojson"],
        "legs.geojson": files["stops.geojson"],
    }
    assert digest(swapped) not in digests


def test_long_and_acting_text_is_shown_short_and_inert() -> None:
    assert show("a" * 500) == f"“{'a' * 40}…{'a' * 20}”"
    assert show("\x1b[31mred\u202e") == r"“\u001b[31mred\u202e”"
    assert len(show(10**5000)) < 70  # more digits than Python will print


SOUND_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(SOUND_JSON)
def test_sound_json_is_parsed_as_the_library_does(value: object) -> None:
    text = json.dumps(value)
    assert parse_json("x", text.encode()) == (json.loads(text), [])


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_parsed_or_told(data: bytes) -> None:
    with contextlib.suppress(UnreadableError):
        value, problems = parse_json("x", data)
        assert problems or json.dumps(value, allow_nan=False)
