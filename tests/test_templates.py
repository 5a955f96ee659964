from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from mapping.templates import environment

if TYPE_CHECKING:
    from pathlib import Path

RENDER = """
from mapping.templates import environment
template = environment("page/web/templates").get_template("article.html.j2")
print(callable(template.module.numbers))
"""


def run(**surroundings: str) -> subprocess.CompletedProcess[str]:
    own = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(
        [sys.executable, "-c", RENDER],
        env=own | surroundings,
        capture_output=True,
        text=True,
        check=False,
    )


def kept(folder: Path) -> list[Path]:
    return sorted(folder.rglob("__jinja2_*"))


def test_templates_are_compiled_once_and_again_after_an_edit(tmp_path: Path) -> None:
    first = run(PYTHONPYCACHEPREFIX=str(tmp_path))
    assert first.stdout == "True\n", first.stderr
    (compiled,) = kept(tmp_path)
    stamp = compiled.stat().st_mtime_ns
    assert run(PYTHONPYCACHEPREFIX=str(tmp_path)).stdout == "True\n"
    assert compiled.stat().st_mtime_ns == stamp
    # what is not the compiled form of this very template is not used
    compiled.write_bytes(b"j2" + b"0" * 40)
    assert run(PYTHONPYCACHEPREFIX=str(tmp_path)).stdout == "True\n"
    assert compiled.stat().st_size > 1000


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path) -> None:
    done = run(PYTHONPYCACHEPREFIX=str(tmp_path), PYTHONDONTWRITEBYTECODE="1")
    assert done.stdout == "True\n", done.stderr
    assert kept(tmp_path) == []


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_place_that_cannot_be_written_does_no_harm(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    done = run(PYTHONPYCACHEPREFIX=str(tmp_path / place))
    assert done.stdout == "True\n", done.stderr


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("Victor Serge, Петроград, 1919", ""),
        ("שלום", ' dir="auto"'),
        ("Kibalchich: كيبالتشيتش", ' dir="auto"'),
        ("a mark \u200f and no letter", ' dir="auto"'),
        ("\U0001e900 Adlam", ' dir="auto"'),
        ("", ""),
    ],
)
def test_a_text_is_told_to_find_its_direction_where_it_has_one(text: str, attribute: str) -> None:
    said = environment("page/web/templates").from_string("{{ dir(text) }}").render(text=text)
    assert said == attribute
