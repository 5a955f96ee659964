"""Every command keeps the earlier output when writing the next one fails."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from samples import few_of
from small_life import canonical, tables, write

from mapping.cli.main import main
from mapping.errors import ExportError
from mapping.files import write_bytes, write_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EARLIER = "<!doctype html>yesterday's map\n"


@pytest.fixture
def life(tmp_path: Path) -> Path:
    return write(canonical(tables()), tmp_path / "life")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    target = tmp_path / "out" / "map.html"
    target.parent.mkdir()
    target.write_text(EARLIER)
    return target


def _fail(number: int) -> Callable[..., None]:
    def failing(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return failing


@pytest.mark.parametrize(
    "failure",
    [
        (os, "fsync", errno.ENOSPC),  # the disk is full
        (os, "fsync", errno.EDQUOT),  # the quota is
        (os, "fsync", errno.EIO),  # it is broken
        (os, "replace", errno.EACCES),  # another program holds the file
        (os, "chmod", errno.EPERM),
        (tempfile, "mkstemp", errno.EROFS),  # a read-only file system
        (tempfile, "mkstemp", errno.EACCES),  # a read-only folder
    ],
)
@pytest.mark.parametrize("command", few_of(["build", "export kml", "export gpkg"], 2))
def test_the_earlier_file_survives_a_failure(
    command: str,
    failure: tuple[object, str, int],
    life: Path,
    output: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module, name, number = failure
    call = _fail(number)
    if name == "mkstemp":  # GDAL has its own folder for the GeoPackage; only ours is read-only
        whole = tempfile.mkstemp

        def call(*args: object, **options: object) -> tuple[int, str]:
            if options.get("dir") == output.parent:
                raise OSError(number, os.strerror(number))
            return whole(*args, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(module, name, call)
    result = CliRunner().invoke(main, [*command.split(), str(life), "-o", str(output), "--force"])
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert os.strerror(number) in result.output
    assert "the earlier file is unchanged" in result.output
    assert output.read_text() == EARLIER
    assert list(output.parent.iterdir()) == [output]


def test_tidy_leaves_a_table_it_cannot_write(life: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = life / "stops.geojson"
    untidy = table.read_text().replace('"seq": 1', '"seq": 7')
    table.write_text(untidy)
    monkeypatch.setattr(os, "fsync", _fail(errno.ENOSPC))
    result = CliRunner().invoke(main, ["tidy", str(life)])
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert table.read_text() == untidy


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of POSIX")
def test_a_file_that_may_not_grow_is_told(output: Path) -> None:
    # A real failure of write(2): the process may make no file larger than 10,000 bytes.
    code = (
        "import resource, signal, sys; from pathlib import Path;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000));"
        "from mapping.errors import ExportError; from mapping.files import write_text\n"
        "try: write_text(Path(sys.argv[1]), 'x' * 50_000)\n"
        "except ExportError as error: print(error)"
    )
    command = [sys.executable, "-c", code, str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert os.strerror(errno.EFBIG) in done.stdout
    assert output.read_text() == EARLIER
    assert list(output.parent.iterdir()) == [output]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write all")
def test_a_read_only_folder_is_told(output: Path) -> None:
    output.parent.chmod(0o500)
    try:
        with pytest.raises(ExportError, match="Permission denied"):
            write_text(output, "today's")
    finally:
        output.parent.chmod(0o700)
    assert output.read_text() == EARLIER


@pytest.mark.parametrize("name", ["folder", "file/map.kml"])
def test_an_impossible_output_is_told(name: str, life: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("a file")
    result = CliRunner().invoke(main, ["export", "kml", str(life), "-o", str(tmp_path / name)])
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "found" in result.output
    assert (tmp_path / "file").read_text() == "a file"


def test_an_interrupted_write_cleans_up(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_bytes(output, b"today's")
    assert output.read_text() == EARLIER
    assert list(output.parent.iterdir()) == [output]
