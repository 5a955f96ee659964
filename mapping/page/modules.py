"""Join ES modules into one classic script: each keeps a scope of its own, and none is fetched."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from mapping.errors import AssetError
from mapping.page.assets import read_web, slim_script

if TYPE_CHECKING:
    from collections.abc import Iterator

# a line end begins it, for that is sought faster than the beginning of a line
_STATEMENT = re.compile(
    r'\n(?:import\s*(?P<names>\{[^}]*\})\s*from\s*"(?P<path>\.{1,2}/[\w./]+\.js)";(?=\n)'
    r"|export (?=(?:async )?(?:function\*?|const|let|class)\s+(?P<exported>\w+))"
    r"|(?P<strange>(?:import|export)\b.*))"
)
_ALIAS = re.compile(r"\s+as\s+")


def join_modules(*entries: str, hand_out: str = "", after: str = "") -> str:
    """Join modules, and all that they import, into the body of one classic script.

    Every module becomes a function of its own, called once after those that it imports; what it
    does not export stays inside. Types and remarks stay in the files.

    Parameters
    ----------
    entries
        Scripts of the page by their path below ``scripts``, such as ``main.js``.
    hand_out
        Name of a global object that gets the exports of each module by its path; none unless
        given.
    after
        An entry whose joined script has run before, and handed out under the same name: its
        modules are taken from there.

    Raises
    ------
    AssetError
        If a script is missing, imports itself through others, or imports or exports in a form
        that is not ``import { … } from "./…"`` or ``export function|const|let|class``.
    """
    order: list[str] = []
    if after:
        _put_in_order(after, order, ())
    known = len(order)
    for entry in entries:
        _put_in_order(entry, order, ())
    parts = "".join(_scope(name) for name in order[known:])
    takes = f"globalThis.{hand_out}" if after else "{}"
    gives = f"globalThis.{hand_out} = $;\n" if hand_out and not after else ""
    text = f"(() => {{\n'use strict';\nconst $ = {takes};\n{gives}{parts}}})();\n"
    return slim_script(text)


def _put_in_order(name: str, order: list[str], above: tuple[str, ...]) -> None:
    """Add a module after all that it imports, each once."""
    if name in above:
        raise AssetError(
            f"mapping/page/web/scripts/{name}: expected imports that lead nowhere back, found "
            f"{' → '.join((*above[above.index(name) :], name))}. Move what both need into a third."
        )
    if name in order:
        return
    for other in _imported(name):
        _put_in_order(other, order, (*above, name))
    order.append(name)


def _imported(name: str) -> Iterator[str]:
    for match in _STATEMENT.finditer(f"\n{read_web(f'scripts/{name}')}"):
        if match["path"]:
            yield _beside(name, match["path"])


def _beside(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def _scope(name: str) -> str:
    exported: list[str] = []

    def inside(match: re.Match[str]) -> str:
        if match["strange"]:
            raise AssetError(
                f"mapping/page/web/scripts/{name}: expected imports and exports of names in "
                f"braces, found {match['strange']!r}. Write it so."
            )
        if match["exported"]:
            exported.append(match["exported"])
            return "\n"
        names = _ALIAS.sub(": ", match["names"])
        return f'\nconst {names} = $["{_beside(name, match["path"])}"];'

    body = _STATEMENT.sub(inside, f"\n{read_web(f'scripts/{name}')}")
    return f'$["{name}"] = (() => {{{body}\nreturn {{ {", ".join(exported)} }};\n}})();\n'
