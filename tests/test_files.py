from __future__ import annotations

import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mapping.errors import ExportError
from mapping.files import write_bytes, write_text


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "map.html"
    write_text(path, "Оренбург\n")
    assert path.read_bytes() == "Оренбург\n".encode()
    assert list(path.parent.iterdir()) == [path]


def test_a_new_file_has_the_usual_permissions_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    path, other = tmp_path / "map.html", tmp_path / "other"
    other.touch()
    write_text(path, "a")
    assert path.stat().st_mode == other.stat().st_mode
    path.chmod(0o600)
    write_text(path, "b")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_is_followed_not_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    write_text(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


@pytest.mark.parametrize("call", ["fsync", "replace", "chmod"])
def test_a_full_disk_leaves_the_earlier_file_and_no_litter(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.html"
    path.write_text("yesterday")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(ExportError, match="No space left on device") as caught:
        write_text(path, "today")
    assert "the earlier file is unchanged" in str(caught.value)
    assert path.read_text() == "yesterday"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_real_full_device_is_told() -> None:
    with pytest.raises(ExportError):
        write_text(Path("/dev/full/map.html"), "x")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_device_is_written_to_and_never_replaced() -> None:
    write_text(Path("/dev/null"), "x")
    with pytest.raises(ExportError, match="No space left on device"):
        write_text(Path("/dev/full"), "x")
    assert Path("/dev/full").is_char_device()
    assert Path("/dev/null").is_char_device()


def test_a_pipe_takes_a_result(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_text(pipe, "told")
    assert os.read(end, 10) == b"told"
    os.close(end)
    assert pipe.is_fifo()


def test_what_stands_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="found a folder"):
        write_text(tmp_path, "x")
    with pytest.raises(ExportError, match="found an obstacle"):
        write_text(tmp_path / "file" / "map.html", "x")
    with pytest.raises(ExportError, match="found an obstacle"):
        write_text(tmp_path / ("n" * 300), "x")


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    write_text(tmp_path / ("n" * 255), "x")
    assert (tmp_path / ("n" * 255)).read_text() == "x"


def test_a_kill_in_mid_write_leaves_the_earlier_file(tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text("yesterday")
    code = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from mapping.files import write_bytes\n"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "write_bytes(Path(sys.argv[1]), b'today' * 100_000)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, path], check=False)
    assert done.returncode == -9
    assert path.read_text() == "yesterday"


def test_two_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    contents = [bytes([letter]) * 300_000 for letter in b"abcdefgh"]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda data: write_bytes(path, data), contents * 4))
    assert path.read_bytes() in contents
    assert list(tmp_path.iterdir()) == [path]
