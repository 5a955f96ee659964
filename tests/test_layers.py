"""Imports go one way, and what is heavy waits until it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path("mapping")
MODULES = sorted(path.stem for path in PACKAGE.glob("*.py"))
# Each may use those before it, never one after it.
CHAIN = [
    "errors",
    "dates",
    "life",
    "basemap",
    "load",
    "route",
    "story",
    "folium_map",
    "still",
    "page",
    "qgis",
    "tidy",
    "export",
    "batch",
    "cli",
]
HEAVY = {
    "branca",
    "edtf",
    "folium",
    "geopandas",
    "jinja2",
    "numpy",
    "pandas",
    "pyogrio",
    "pyproj",
    "rich",
    "scipy",
    "shapely",
}


def imports(tree: ast.AST) -> set[str]:
    """Return the dotted names that a piece of code imports."""
    names = set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def parsed(module: str) -> ast.Module:
    return ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))


def without_types(tree: ast.Module, *, top_only: bool) -> ast.Module:
    """Return the code that runs: nothing for type checkers, and perhaps no functions."""

    class Strip(ast.NodeTransformer):
        def visit_If(self, node: ast.If) -> ast.AST | None:
            return None if ast.unparse(node.test) == "TYPE_CHECKING" else self.generic_visit(node)

        def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST | None:
            return None if top_only else self.generic_visit(node)

    stripped = Strip().visit(tree)
    assert isinstance(stripped, ast.Module)
    return stripped


def uses(module: str) -> set[str]:
    names = imports(without_types(parsed(module), top_only=False))
    return {name.split(".")[1] for name in names if name.startswith("mapping.")} & set(MODULES)


GRAPH = {module: uses(module) for module in MODULES if not module.startswith("__")}


def reached(module: str) -> set[str]:
    seen: set[str] = set()
    waiting = [module]
    while waiting:
        for name in GRAPH[waiting.pop()] - seen:
            seen.add(name)
            waiting.append(name)
    return seen


def test_the_parser_sees_imports() -> None:
    assert {"errors", "inputs", "rules"} <= GRAPH["load"]
    assert "shapely" in imports(parsed("route"))
    assert "shapely" not in imports(without_types(parsed("route"), top_only=True))


@pytest.mark.parametrize("module", sorted(GRAPH))
def test_no_module_leads_back_to_itself(module: str) -> None:
    assert module not in reached(module)


@pytest.mark.parametrize("module", CHAIN)
def test_no_module_imports_one_above_it(module: str) -> None:
    above = set(CHAIN[CHAIN.index(module) + 1 :])
    assert not reached(module) & above


@pytest.mark.parametrize("module", ["cli", "load", "route", "tidy", "export", "basemap"])
def test_heavy_packages_wait_until_a_function_needs_them(module: str) -> None:
    seen, waiting = {module}, [module]
    while waiting:
        names = imports(without_types(parsed(waiting.pop()), top_only=True))
        assert not {name.partition(".")[0] for name in names} & HEAVY
        found = {name.split(".")[1] for name in names if name.startswith("mapping.")} & set(GRAPH)
        waiting += found - seen
        seen |= found


def test_only_folium_map_uses_folium() -> None:
    users = {m for m in GRAPH if {"folium", "branca"} & imports(parsed(m))}
    assert users == {"folium_map"}


def test_only_the_writer_puts_files_in_place() -> None:
    def calls(module: str) -> set[str]:
        nodes = ast.walk(parsed(module))
        return {ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call)}

    assert {m for m in GRAPH if calls(m) & {"os.replace", "tempfile.mkstemp"}} == {"writing"}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom mapping.cli import main\n"
        f"main({arguments!r}, standalone_mode=False)\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout
    assert not set(done.stderr.split()) & (HEAVY | {"pydantic"})


def test_the_package_says_its_public_verbs_without_loading_them() -> None:
    code = "import sys, mapping; print(mapping.__all__, 'pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['__version__', 'build_map', 'load_life'] False\n"
