"""Read files without waiting for them, write them whole or not at all, find the package's own."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from mapping.errors import AssetError, ExportError, UnreadableError, at

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_BYTES = 200_000_000  # a life of 10,000 stops takes a tenth of it
_HEAD_BYTES = 65536
_DEVICES = {Path("/dev"), Path("/dev/fd"), Path("/proc/self/fd")}  # written to, never replaced
_DATABASE, _PDF = b"SQLite format 3", b"%PDF-"
PNG_MARK, _EPUB = b"Software\0serge-map", b"mimetypeapplication/epub+zip"
# Page, PDF and PNG say what made them; a GeoPackage has our table of chapters, an EPUB our folder.
_MARKS = (
    b'name="generator" content="serge-map',
    b"CREATE TABLE chapters (fid",
    b"Keywords(serge-map)",
    b"serge-map/package.opf",
    PNG_MARK,
)
_PACKAGE = Path(__file__).parent
_PUT_IT = "Put the file itself there."
_RIGHT_FILE = "Check that it is the right file."


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Read a regular file without ever waiting for it.

    Parameters
    ----------
    path
        The file; symbolic links are followed.
    limit
        Largest size in bytes.

    Raises
    ------
    UnreadableError
        If there is no such file, it may not be read, or it is no plain file of that size.
    """
    try:
        # Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise unreadable(path.name, "a plain file", _sort(status.st_mode), _PUT_IT)
            if status.st_size > limit:
                size, most = (f"{n / 1e6:,.0f} MB" for n in (status.st_size, limit))
                raise unreadable(path.name, f"at most {most}", size, _RIGHT_FILE)
            return stream.read(limit + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path.name, *_obstacle(path, error)) from error


def unreadable(file: str, expected: str, found: str, remedy: str) -> UnreadableError:
    """Return the error of a file that cannot be used, from the words of its problem."""
    return UnreadableError(at(file).error(expected=expected, found=found, remedy=remedy))


def _obstacle(path: Path, error: OSError | ValueError) -> tuple[str, str, str]:
    """Return what was expected, what stood in the way, and the remedy."""
    if isinstance(error, IsADirectoryError):
        return "a plain file", "a folder", _PUT_IT
    if isinstance(error, PermissionError):
        return "a file that may be read", "one without permission", "Allow yourself to read it."
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return "a file", "a link that leads nowhere", "Mend the link or put the file there."
        return "a file", "none", "Put it into the folder, or name the folder that holds it."
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return "a file", "a link that leads to itself", "Mend the link."
    reason = error.strerror if isinstance(error, OSError) else "an impossible name"
    return "a file that can be read", f"an obstacle ({reason})", "Look at the path and the disk."


def _sort(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    return "a named pipe" if stat.S_ISFIFO(mode) else "a device or socket"


def read_packaged(name: str) -> bytes:
    """Read a file that comes with the package.

    Parameters
    ----------
    name
        Its path inside the package, such as ``signs/strokes.json``.

    Raises
    ------
    AssetError
        If the installation lacks it.
    """
    try:
        return _PACKAGE.joinpath(*name.split("/")).read_bytes()
    except OSError as error:
        raise AssetError(
            f"mapping/{name}: expected a file of the package, found none "
            f"({error.strerror}). Install serge-map again."
        ) from error


def write_text(path: Path, text: str) -> None:
    r"""Write text as UTF-8 with ``\n`` line ends.

    Parameters
    ----------
    path
        The file; its folder is made if need be.
    text
        What it shall hold.

    Raises
    ------
    ExportError
        If it cannot be written; an earlier file is then unchanged.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write bytes to a temporary file beside the target, then rename it into place.

    Parameters
    ----------
    path
        The file; its folder is made if need be. A link is followed, a device written to.
    data
        What it shall hold.

    Raises
    ------
    ExportError
        If it cannot be written; an earlier file is then unchanged.
    """
    try:
        _refuse_folder(path)
        if path.exists() and (not path.is_file() or path.absolute().parent in _DEVICES):
            path.write_bytes(data)
            return
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".serge-map-", dir=target.parent)
        temporary = target.with_name(Path(name).name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            temporary.chmod(_mode(target))  # mkstemp's own is private
            temporary.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    except ExportError:
        raise
    except (OSError, RuntimeError) as error:  # links in a circle are a RuntimeError
        reason = getattr(error, "strerror", None) or error
        raise ExportError(
            f"{path}: expected a file that can be written, found an obstacle ({reason}). "
            "Free the place or name another file; the earlier file is unchanged."
        ) from error


def replace_output(
    path: Path, data: bytes, *, inputs: Iterable[Path] = (), force: bool = False
) -> None:
    """Write a file that a user has named, unless that would harm what is there.

    Parameters
    ----------
    path
        The file; its folder must exist.
    data
        What it shall hold.
    inputs
        Files that were read, and folders of such files: none of them is ever replaced, by whatever
        path or link it is named.
    force
        Whether a file that serge-map did not write may be replaced.

    Raises
    ------
    ExportError
        If it is one of the inputs, a file of somebody else's, in a folder that does not exist, or
        cannot be written; what stood there is then unchanged.
    """
    require_place(path, inputs)
    if path.is_file() and not force and not _is_ours(path, data):
        raise ExportError(
            f"{path}: expected no file, or one that serge-map wrote, found another. "
            "Name another file, or add --force to replace it."
        )
    write_bytes(path, data)


def require_place(path: Path, inputs: Iterable[Path] = ()) -> None:
    """Make sure that a result has a place, which may be asked before the result is made.

    Parameters
    ----------
    path
        A file or folder that a user has named.
    inputs
        Files that are read, and folders of such.

    Raises
    ------
    ExportError
        If there is no folder to write into, or the place is one of the inputs.
    """
    if not path.parent.is_dir():
        raise ExportError(
            f"{path}: expected a folder to write into, found no {path.parent}. Make the folder, "
            "or name another place."
        )
    if not path.is_dir() and not _identities([path]).isdisjoint(_identities(inputs)):
        raise ExportError(
            f"{path}: expected a place for the result, found one of the files it is made from. "
            "Name another file; the data are unchanged."
        )


def make_folder(path: Path) -> None:
    """Make a folder that a user has named, where the one above it exists.

    Parameters
    ----------
    path
        The folder; it may exist.

    Raises
    ------
    ExportError
        If it has no place, or cannot be made.
    """
    require_place(path)
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise ExportError(
            f"{path}: expected a folder, found an obstacle ({error.strerror}). Name another place."
        ) from error


def _identities(inputs: Iterable[Path]) -> set[tuple[int, int]]:
    """Return device and inode of files, and of all files in folders."""
    found = set()
    for place in inputs:
        for file in (place, *(place.rglob("*") if place.is_dir() else ())):
            with contextlib.suppress(OSError):
                status = file.stat()
                found.add((status.st_dev, status.st_ino))
    return found


def _is_ours(path: Path, data: bytes) -> bool:
    """Return whether a file bears our mark, or begins as what shall replace it."""
    with contextlib.suppress(OSError):
        with path.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
            marked = head.startswith((_DATABASE, _PDF)) or _EPUB in head[:64]
            if marked:  # all of them begin alike, and the mark may stand anywhere
                head += stream.read()
        if not head or any(mark in head for mark in _MARKS):
            return True
        return not marked and head[:64] == data[:64]
    return False


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise ExportError(f"{path}: expected a file to write, found a folder. Name a file in it.")


def _mode(target: Path) -> int:
    """Return the permissions the file has, or those a new one would get."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
