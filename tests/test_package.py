"""The package as a library: its public names, their examples, and its other name."""

from __future__ import annotations

import doctest
import importlib
import inspect
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import serge_map
from project import PACKAGE, ROOT

import mapping

if TYPE_CHECKING:
    from types import ModuleType

    from mapping.life.model import Life

VALUES = {"Leg", "Life", "Polity", "Problem", "Source", "Stop", "__version__"}
EXAMPLES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


def called(name: str) -> object:
    found = getattr(mapping, name)
    return found.__init__ if inspect.isclass(found) else found


@pytest.mark.parametrize("name", mapping.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    found = getattr(mapping, name)
    assert name.startswith("__") or inspect.getdoc(found)


@pytest.mark.parametrize("name", sorted(set(mapping.__all__) - VALUES))
def test_every_public_verb_shows_one_call(name: str) -> None:
    found = getattr(mapping, name)
    if inspect.isclass(found) and issubclass(found, Exception):
        pytest.skip("an error is not called")
    assert ">>> " in (inspect.getdoc(found) or ""), name


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_run_as_they_are_printed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    module: ModuleType = importlib.import_module(name)
    result = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.attempted > 0
    assert result.failed == 0


def test_the_other_name_hands_on_the_same_things() -> None:
    assert serge_map.__all__ == mapping.__all__
    for name in mapping.__all__:
        assert getattr(serge_map, name) is getattr(mapping, name)
    with pytest.raises(AttributeError, match="nothing"):
        serge_map.nothing  # noqa: B018 - asked for on purpose


def test_importing_either_name_loads_nothing_heavy() -> None:
    code = (
        "import sys, mapping, serge_map; "
        "print({'pydantic', 'numpy', 'geopandas', 'folium'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_a_notebook_shows_a_line_and_the_still_map_of_a_life(life: Life) -> None:
    assert len(repr(life)) < 120
    assert repr(life).startswith("<Life “Victor Serge")
    mapping.load_life  # noqa: B018 - whoever loads a life may see it
    shown = life._repr_mimebundle_()
    assert set(shown) == {"text/plain", "image/svg+xml"}
    assert shown["text/plain"].endswith(" km>")
    assert shown["image/svg+xml"].startswith("<svg ")
