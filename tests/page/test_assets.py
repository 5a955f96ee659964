"""The parts of a page: its files, and Leaflet without what it would fetch."""

from __future__ import annotations

from collections import Counter

import pytest
from project import PACKAGE

from mapping.errors import AssetError
from mapping.page import assets
from mapping.page.assets import PAGE_STYLES, leaflet, page_css, read_web, slim_style


def test_leaflet_names_no_file() -> None:
    assert "url(" not in leaflet().style
    assert "sourceMappingURL" not in leaflet().script


def test_another_leaflet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "_pinned_version", lambda: "2.0.0")
    leaflet.cache_clear()
    with pytest.raises(AssetError, match=r"expected Leaflet 2\.0\.0, .* found 1\.9\.3"):
        leaflet()
    leaflet.cache_clear()


def test_a_missing_file_of_the_package_is_named() -> None:
    with pytest.raises(AssetError, match=r"mapping/page/web/nothing\.css: expected a file"):
        read_web("nothing.css")


def test_a_style_loses_its_remarks_but_no_rule() -> None:
    assert slim_style("/* why */\na {\n  color: red;\n}\n") == "a{color:red}"


def test_every_style_sheet_goes_into_the_page_once() -> None:
    styles = {path.stem for path in (PACKAGE / "page/web/styles").glob("*.css")}
    assert Counter((*PAGE_STYLES, "map")) == Counter(styles)


def test_a_style_sheet_ends_where_the_next_begins() -> None:
    sheets = [slim_style(read_web(f"styles/{name}.css")) for name in PAGE_STYLES]
    assert slim_style(page_css()) == "".join(sheets)
