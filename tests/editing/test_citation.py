"""What a repository of research data is given, read by the programs of that trade."""

from __future__ import annotations

import hashlib
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from project import DATA

from mapping.editing.crate import crate
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.slow  # it holds all editions


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("crate")
    (content,) = crate(load_life(DATA)).files.values()
    (folder / "life.zip").write_bytes(content)
    with zipfile.ZipFile(folder / "life.zip") as archive:
        archive.extractall(folder / "life")
    return folder / "life"


def test_every_file_of_a_crate_has_its_checksum(unpacked: Path) -> None:
    sums = dict(
        reversed(line.split("  ", 1)) for line in (unpacked / "SHA256SUMS").read_text().splitlines()
    )
    there = {
        path.relative_to(unpacked).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in unpacked.rglob("*")
        if path.is_file() and path.name != "SHA256SUMS"
    }
    assert there == sums
    assert {"CITATION.cff", ".zenodo.json", "LICENCES.txt", "serge.html"} <= set(there)


def test_a_crate_says_what_it_holds(unpacked: Path) -> None:
    from rocrate.rocrate import ROCrate

    read = ROCrate(unpacked)
    assert read.root_dataset["name"] == load_life(DATA).title
    parts = {entity.id for entity in read.data_entities}
    assert {"data/stops.geojson", "data/legs.geojson", "csv/stops.csv", "serge.html"} <= parts
    assert "formats/serge.gpkg" in parts


def test_the_tables_of_a_crate_are_a_valid_data_package(unpacked: Path) -> None:
    import frictionless

    report = frictionless.validate(str(unpacked / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])[:5]
    package = json.loads((unpacked / "datapackage.json").read_bytes())
    assert {"stops", "legs", "sources"} <= {one["name"] for one in package["resources"]}


def test_the_data_of_a_crate_are_the_folder(unpacked: Path) -> None:
    for name in ("stops.geojson", "legs.geojson", "life.toml", "sources.json", "persons.json"):
        assert (unpacked / "data" / name).read_bytes() == (DATA / name).read_bytes(), name
