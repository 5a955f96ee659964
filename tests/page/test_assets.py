"""The parts of a page: modules that share one scope, and Leaflet without what it would fetch."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from mapping.errors import AssetError
from mapping.page import assets
from mapping.page.assets import join_modules, leaflet, read_web, slim_style
from mapping.page.live_map import MODULES

DECLARED = re.compile(
    r"^(?:export )?(?:async )?(?:function|const|let|class) +(?:\{([^}]*)\}|(\w+))", re.MULTILINE
)
IMPORTED = re.compile(r"^import [^;]*? from \"\./([\w.]+)\";$", re.MULTILINE)


def names(module: str) -> list[str]:
    """Return what a module declares at its top level."""
    found: list[str] = []
    for several, single in DECLARED.findall(read_web(f"scripts/{module}")):
        found += [single] if single else re.findall(r"\w+", several)
    return found


def test_no_name_is_declared_by_two_modules_of_the_one_scope() -> None:
    counts = Counter(name for module in MODULES for name in names(module))
    assert len(counts) > 100
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_is_joined_before_it(module: str) -> None:
    before = MODULES[: MODULES.index(module)]
    assert set(IMPORTED.findall(read_web(f"scripts/{module}"))) <= set(before)


def test_the_joined_script_has_neither_imports_nor_remarks() -> None:
    script = join_modules(*MODULES)
    assert not re.search(r"^\s*(import|export)\b", script, re.MULTILINE)
    assert "/**" not in script
    assert "StoryMap" in script


def test_leaflet_names_no_file() -> None:
    assert "url(" not in leaflet().style
    assert "sourceMappingURL" not in leaflet().script


def test_another_leaflet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "LEAFLET_VERSION", "2.0.0")
    leaflet.cache_clear()
    with pytest.raises(AssetError, match=r"expected Leaflet 2\.0\.0, found 1\.9\.3"):
        leaflet()
    leaflet.cache_clear()


def test_a_missing_file_of_the_package_is_named() -> None:
    with pytest.raises(AssetError, match=r"mapping/page/web/nothing\.css: expected a file"):
        read_web("nothing.css")


def test_a_style_loses_its_remarks_but_no_rule() -> None:
    assert slim_style("/* why */\na {\n  color: red;\n}\n") == "a{color:red}"
