"""Read the pictures of a life: small, plain, without what a camera says of who took them where."""

from __future__ import annotations

import io
import json
import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mapping.errors import Problems, UnreadableError, show
from mapping.files import read_bytes
from mapping.life.model import Image
from mapping.life.model.records import IMAGE_FILE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mapping.errors import Place, Problem
    from mapping.reading.parts import Parts

IMAGES = "images.json"
WIDEST, HIGHEST = 480, 720
MOST_BYTES, MOST_TOGETHER = 25_000, 250_000
_LONGEST = 50_000_000  # a file to be refused is read too, to say what it is
_PILLOW = {"WEBP": "image/webp", "AVIF": "image/avif"}
_SHAPE = f"at most {WIDEST} pixels wide and {HIGHEST} high"
_AGAIN = "Save it again as WebP or AVIF, {} pixels wide, without metadata."
_OTHERS = {
    b"\x89PNG": "a PNG",
    b"\xff\xd8\xff": "a JPEG",
    b"GIF8": "a GIF",
    b"<": "SVG or other markup",
    b"BM": "a bitmap",
    b"II*\x00": "a TIFF",
    b"MM\x00*": "a TIFF",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """What a page has to know of a picture before it is drawn.

    Parameters
    ----------
    media_type
        Such as ``image/webp``.
    width, height
        In pixels.
    """

    media_type: str
    width: int
    height: int


class UnfitError(Exception):
    """A file is no picture that a page takes; says what was expected and found, and the remedy."""

    def __init__(self, expected: str, found: str, remedy: str = "") -> None:
        self.expected, self.found = expected, found
        self.remedy = remedy or _AGAIN.format(WIDEST)
        super().__init__(f"expected {expected}, found {found}")


def is_picture(name: str) -> bool:
    """Return whether a file of a life is one of its pictures.

    Parameters
    ----------
    name
        Its path inside the folder.
    """
    return re.fullmatch(IMAGE_FILE, name) is not None


def read_pictures(folder: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the picture files that ``images.json`` names, as far as they can be read.

    Parameters
    ----------
    folder
        Folder of the life.
    files
        Content of its tables and lists by name.
    """
    found = {}
    for name in _named(files.get(IMAGES, b"")):
        try:
            found[name] = read_bytes(folder / name, _LONGEST)
        except UnreadableError:  # its record says so, with its id
            continue
    return found


def _named(data: bytes) -> list[str]:
    """Return the names of picture files in a list that need not be valid."""
    try:
        records = json.loads(data)
    except (ValueError, RecursionError):
        return []
    items = records if isinstance(records, list) else ()
    names = (item.get("file") for item in items if isinstance(item, dict))
    fit = (name for name in names if isinstance(name, str) and is_picture(name))
    return list(dict.fromkeys(fit))


def check_pictures(parts: Parts, files: Mapping[str, bytes]) -> list[Problem]:
    """Return what is wrong with the picture files of a life.

    Parameters
    ----------
    parts
        What could be read of a life.
    files
        Content by file name.
    """
    problems = Problems()
    total = 0
    for image in parts.records.get(IMAGES, ()):
        if not isinstance(image, Image):
            continue
        place = problems.at(IMAGES, image.id)
        data = files.get(image.file)
        if data is None:
            place.error(
                "file",
                expected="a picture in the folder of the life",
                found=f"none that can be read as {show(image.file)}",
                remedy="Put it there, or remove the record.",
            )
            continue
        total += len(data)
        _check(place, data)
    if total > MOST_TOGETHER:
        problems.at(IMAGES).error(
            expected=f"pictures of at most {MOST_TOGETHER // 1000} kB together",
            found=f"{total / 1000:.1f} kB",
            remedy="Leave some out, or save them smaller.",
        )
    return problems


def _check(place: Place, data: bytes) -> None:
    try:
        look_at(data)
    except UnfitError as unfit:
        place.error("file", expected=unfit.expected, found=unfit.found, remedy=unfit.remedy)
    else:
        if len(data) > MOST_BYTES:
            place.error(
                "file",
                expected=f"at most {MOST_BYTES // 1000} kB",
                found=f"{len(data) / 1000:.1f} kB",
                remedy="Save it smaller or at a lower quality.",
            )


def look_at(data: bytes) -> Picture:
    """Return what a picture is, after it was drawn once in memory to see that it is whole.

    Parameters
    ----------
    data
        Content of the file.

    Raises
    ------
    UnfitError
        If it is no still WebP or AVIF of a size fit for a page, or says more than it shows.
    """
    from PIL import Image as Pillow

    wanted = "a WebP or AVIF picture"
    other = next((what for head, what in _OTHERS.items() if data.lstrip().startswith(head)), None)
    if other:
        raise UnfitError(wanted, other)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            with Pillow.open(io.BytesIO(data), formats=list(_PILLOW)) as picture:
                _refuse_unfit(picture)
                picture.load()
                return Picture(_PILLOW[str(picture.format)], *picture.size)
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning) as error:
        raise UnfitError(_SHAPE, "one of millions of pixels") from error
    except UnfitError:
        raise
    except Exception as error:  # a broken picture breaks its decoder in many ways
        raise UnfitError(wanted, "a file that is none, or a damaged one") from error


def _refuse_unfit(picture: Any) -> None:
    """Refuse what can be told before the picture is drawn."""
    width, height = picture.size
    if width > WIDEST or height > HIGHEST:
        raise UnfitError(_SHAPE, f"{width} wide and {height} high")
    if getattr(picture, "is_animated", False):
        remedy = "Save one of its frames as WebP or AVIF."
        raise UnfitError("a still picture", "one that moves", remedy)
    said = [name for key, name in (("exif", "EXIF"), ("xmp", "XMP")) if picture.info.get(key)]
    if said:
        remedy = (
            "It may say who took it, when and where, to all who get the data. "
            "Save it again without metadata, as with: exiftool -all= FILE"
        )
        raise UnfitError("a picture without metadata", " and ".join(said), remedy)
