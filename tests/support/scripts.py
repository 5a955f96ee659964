"""The page's modules in the open, so that a test can call what they export by its name."""

from __future__ import annotations

from mapping.page.modules import join_modules

OPEN = "Object.assign(globalThis, ...Object.values(opened));"


def open_modules(*entries: str) -> str:
    """Return a script that gives the page every export of the modules as a global name."""
    return f"{join_modules(*entries, hand_out='opened')}\n{OPEN}"
