"""Write a file whole or not at all: what stood there before survives every failure."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from typing import TYPE_CHECKING

from mapping.errors import ExportError

if TYPE_CHECKING:
    from pathlib import Path


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
        The file; its folder is made if need be. A symbolic link is followed.
    data
        What it shall hold.

    Raises
    ------
    ExportError
        If it cannot be written; an earlier file is then unchanged.
    """
    try:
        _refuse_folder(path)
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".serge-map-", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(temporary, _mode(target))  # noqa: PTH101 - mkstemp's own is private
            os.replace(temporary, target)  # noqa: PTH105 - a plain string from mkstemp
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108 - a plain string from mkstemp
            raise
    except ExportError:
        raise
    except (OSError, RuntimeError) as error:  # links in a circle are a RuntimeError
        reason = getattr(error, "strerror", None) or error
        raise ExportError(
            f"{path}: expected a file that can be written, found an obstacle ({reason}). "
            "Free the place or name another file; the earlier file is unchanged."
        ) from error


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
