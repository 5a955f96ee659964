"""Write a life in the formats of other programs, and say what each of them cannot hold."""

from __future__ import annotations

import difflib
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from mapping.errors import ExportError
from mapping.files import make_folder, replace_output, require_place
from mapping.formats.catalogue import FORMATS, WIDTHS, Format
from mapping.life.given import given_day, given_life, named
from mapping.life.places import life_slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mapping.formats.exported import Exported
    from mapping.life.model import Life


def write_export(
    life: Life,
    format: str,
    out: Path | str | None = None,
    *,
    inputs: Iterable[Path | str] | Path | str = (),
    force: bool = False,
    **options: object,
) -> list[str]:
    """Write a life in one format.

    Parameters
    ----------
    life
        A valid life.
    format
        A key of ``FORMATS``.
    out
        File to write, or folder for a format of several files; a format of several files writes
        only its first one to a path that ends in the file's own suffix, such as ``stops.csv``.
        Without it, the format's own name in the working folder.
    inputs
        Files and folders that the life was read from; they are never replaced.
    force
        Whether files that serge-map did not write may be replaced.
    **options
        What the format can be told: ``on``, the day of the frontiers; ``paper``, the size of a
        poster; ``stop``, ``chapter``, ``town`` and ``width`` of a plate. ``None`` says nothing.

    Returns
    -------
    list of str
        What the format cannot hold, one sentence each.

    Raises
    ------
    ExportError
        If the format is unknown, takes no such option, or the place cannot be written.
    AssetError
        If the extra that it needs is not installed.
    TypeError, ValueError
        If it is no life, or an option is of another sort.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from serge_map import load_life
    >>> with TemporaryDirectory() as folder:
    ...     write_export(load_life("data"), "bib", f"{folder}/serge.bib")
    ['BibTeX: only the sources; stops and legs are not in it.']
    """
    life = given_life(life)
    several = [inputs] if isinstance(inputs, str | Path) else inputs
    read = [Path(each) for each in several]
    target = default_output(life, format) if out is None else _place(out)
    require_place(target, read)
    exported = _exported(life, format, options, target.name)
    write = partial(replace_output, inputs=read, force=force)
    return [*exported.notes, *_write_files(exported, format, target, write)]


def _place(out: object) -> Path:
    if isinstance(out, str | PathLike):
        return Path(out)
    raise TypeError(
        f"write_export: expected a place to write to, found {named(out)}. Name a file or a folder."
    )


def _write_files(
    exported: Exported, name: str, target: Path, write: Callable[[Path, bytes], None]
) -> list[str]:
    """Write one file, or several into a folder; return what is left out of a single one."""
    first, *others = exported.files
    if not others:
        write(target, exported.files[first])
    elif Path(first).suffix == target.suffix and not target.is_dir():
        write(target, exported.files[first])
        more = f"name a folder to get {', '.join(others)} too."
        return [f"Only {first} is written to {target}; {more}"]
    elif target.suffix and not target.is_dir():
        raise ExportError(
            f"{target}: expected a folder, because {name} has {len(exported.files)} files "
            f"({', '.join(exported.files)}), found the name of a file. Name a folder."
        )
    else:
        make_folder(target)
        for file, content in exported.files.items():
            if "/" in file:
                make_folder((target / file).parent)
            write(target / file, content)
    return []


def make_export(life: Life, name: str) -> Exported:
    """Return the files of one format, unwritten, under its own names.

    Parameters
    ----------
    life
        A valid life.
    name
        A key of ``FORMATS``.
    """
    return _exported(life, name, {}, default_output(life, name).name)


def _exported(life: Life, name: str, options: Mapping[str, object], file: str) -> Exported:
    """Make the files of one format, told what it takes."""
    chosen = find_format(name)
    told = {key: value for key, value in options.items() if value is not None}
    for key, value in told.items():
        told[key] = _option(key, value)
        if key not in chosen.options:
            takers = ", ".join(name for name, item in FORMATS.items() if key in item.options)
            raise ExportError(
                f"export {name}: expected no --{key}, found --{key} {value}. Leave it out; it "
                f"works with {takers or 'no format'}."
            )
    make: Callable[..., Exported] = getattr(
        import_module(f"mapping.{chosen.room}.{chosen.module}"), chosen.function
    )
    if chosen.names_itself:
        told["file"] = file
    return make(life, **told)


def _option(key: str, value: object) -> object:
    """Return what an option is told, or say that it is of another sort."""
    if key == "on":
        return given_day(value)
    sort: type = int if key == "width" else str
    if isinstance(value, bool) or not isinstance(value, sort):
        words = "a whole number of pixels" if sort is int else "text"
        raise TypeError(f"{key}: expected {words}, found {named(value)}. Give {key}= as such.")
    if isinstance(value, int) and not WIDTHS[0] <= value <= WIDTHS[1]:
        least, most = WIDTHS
        raise ValueError(f"{key}: expected {least} to {most} pixels, found {value}. Choose one.")
    return value


def find_format(name: str) -> Format:
    """Return a format by its name.

    Parameters
    ----------
    name
        Such as ``kml``.

    Raises
    ------
    ExportError
        If there is none; the message lists all and suggests the nearest.
    """
    if name in FORMATS:
        return FORMATS[name]
    near = difflib.get_close_matches(str(name).lower(), FORMATS, n=1)
    hint = f"Did you mean {near[0]}?" if near else "Choose one of them."
    raise ExportError(f"export: expected one of {', '.join(FORMATS)}, found {name!r}. {hint}")


def is_ready(name: str) -> bool:
    """Return whether all packages are installed that a format is made with.

    Parameters
    ----------
    name
        A key of ``FORMATS``.
    """
    return all(find_spec(package) for package in find_format(name).needs)


def default_output(life: Life, name: str) -> Path:
    """Return where a format is written when nothing else is said.

    Parameters
    ----------
    life
        The life; its person names the file.
    name
        A key of ``FORMATS``.
    """
    return Path(find_format(name).output.format(slug=life_slug(life)))
