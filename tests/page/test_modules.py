"""Modules joined into one script: a scope for each, in the order of their imports."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from mapping.errors import AssetError
from mapping.page import modules
from mapping.page.modules import join_modules

if TYPE_CHECKING:
    from collections.abc import Callable

Scripts = dict[str, str]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Callable[[Scripts], None]:
    """Put other scripts in the place of the page's own."""

    def serve(scripts: Scripts) -> None:
        monkeypatch.setattr(
            modules, "read_web", lambda name: scripts[name.removeprefix("scripts/")]
        )

    return serve


def run(script: str, expression: str) -> str:
    """Return what an expression says after a script, in Node, without its line end."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node to run scripts with")
    code = f"{script}\nconsole.log({expression})"
    done = subprocess.run([node, "-e", code], capture_output=True, text=True, check=True)
    return done.stdout.rstrip()


def test_each_module_keeps_its_own_names_and_runs_after_what_it_imports(
    serve: Callable[[Scripts], None],
) -> None:
    serve(
        {
            "main.js": 'import { two as second } from "./deep/b.js";\n'
            'import { one } from "./a.js";\n'
            "const hidden = one + second;\nglobalThis.sum = hidden;\n",
            "deep/b.js": 'import { one } from "../a.js";\nconst hidden = 1;\n'
            "export const two = one + hidden;\n",
            "a.js": "const hidden = 0;\nexport function zero() { return hidden; }\n"
            "export const one = zero() + 1;\n",
        }
    )
    script = join_modules("main.js", hand_out="modules")
    assert run(script, "globalThis.sum + ' ' + Object.keys(modules).join(' ')") == (
        "3 a.js deep/b.js main.js"
    )
    assert run(script, "typeof hidden + ' ' + Object.keys(modules['a.js'])") == "undefined zero,one"


def test_a_script_takes_modules_from_one_that_ran_before(
    serve: Callable[[Scripts], None],
) -> None:
    serve(
        {
            "first.js": 'import { one } from "./a.js";\nglobalThis.sum = one.value;\n',
            "main.js": 'import { one } from "./a.js";\nimport { two } from "./b.js";\n'
            "globalThis.sum += one.value + two;\n",
            "a.js": "globalThis.made = (globalThis.made ?? 0) + 1;\n"
            "export const one = { value: 1 };\n",
            "b.js": "export const two = 2;\n",
        }
    )
    first = join_modules("first.js", hand_out="parts")
    later = join_modules("main.js", hand_out="parts", after="first.js")
    assert run(f"{first}\n{later}", "sum + ' ' + made") == "4 1"


def test_modules_that_lead_back_to_themselves_are_refused(
    serve: Callable[[Scripts], None],
) -> None:
    serve({"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'})
    with pytest.raises(AssetError, match=r"a\.js → b\.js → a\.js"):
        join_modules("a.js")


@pytest.mark.parametrize(
    "line",
    ["export default 1;", "export { one };", 'import * as a from "./a.js";', 'import "./a.js";'],
)
def test_a_form_that_the_joiner_does_not_know_is_refused(
    serve: Callable[[Scripts], None], line: str
) -> None:
    serve({"main.js": f"{line}\n", "a.js": ""})
    with pytest.raises(AssetError, match="names in braces, found"):
        join_modules("main.js")


def test_the_page_joins_into_a_script_without_imports_or_remarks() -> None:
    script = join_modules("main.js")
    assert not re.search(r"^\s*(import|export)\b", script, re.MULTILINE)
    assert "/**" not in script
    assert "SergeMap" in script
    assert "globalThis.opened" not in script
