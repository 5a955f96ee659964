"""The command that shows the page while its tables are edited."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mapping.cli.console import say
from mapping.cli.folders import default_folder, name_of
from mapping.errors import ExportError

if TYPE_CHECKING:
    from mapping.editing.preview.page import Shown
    from mapping.editing.preview.server import PreviewServer

_QUIET_MS = 60  # a program saves in several steps; wait until they are done


@click.command()
@click.argument(
    "source",
    metavar="[FOLDER|FILE]",
    required=False,
    type=click.Path(exists=True, path_type=Path),
)
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="Default: any free one.")
@click.option("--open", "show", is_flag=True, help="Show it in the browser.")
def preview(source: Path | None, port: int, *, show: bool) -> None:
    """Show the page of a life or of a spreadsheet, anew at each save.

    The life is in FOLDER (default: data, or the folder you are in). It is served to this
    machine only. Stop it with Ctrl-C.
    """
    from mapping.editing.preview.page import make_page
    from mapping.editing.preview.server import PreviewServer

    source = source or default_folder()
    first = make_page(source)
    try:
        server = PreviewServer(port, first)
    except OSError as error:
        raise ExportError(
            f"port {port}: expected a free one, found it taken ({error.strerror}). "
            "Name another, or leave --port out."
        ) from error
    threading.Thread(target=server.serve_forever, daemon=True).start()
    _say(first)
    say(f"{server.address} shows {name_of(source)}; Ctrl-C stops it.")
    if show:
        click.launch(server.address)
    try:
        _watch(source, server)
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        server.stop()


def _watch(source: Path, server: PreviewServer) -> None:
    from watchfiles import watch

    from mapping.editing.preview.page import make_page

    # A program may save a file by putting another in its place: watch its folder.
    folder = source if source.is_dir() else source.resolve().parent
    for changes in watch(folder, debounce=_QUIET_MS, step=20, recursive=source.is_dir()):
        names = {Path(path).name for _, path in changes}
        if source.is_dir() or source.name in names:
            shown = make_page(source)
            server.show(shown)
            _say(shown)


def _say(shown: Shown) -> None:
    for problem in shown.problems:
        say(f"error: {problem}", to_errors=True)
    if not shown.problems:
        say("Built.")
