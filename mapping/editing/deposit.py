"""What a repository of research data reads of a life: RO-Crate, Data Package, Zenodo."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from mapping.editing.citation import SPDX
from mapping.formats.addresses import LICENCES
from mapping.life.places import life_slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.life.model import Life

_TYPES = {
    ".geojson": "application/geo+json",
    ".jsonld": "application/ld+json",
    ".json": "application/json",
    ".csv": "text/csv",
    ".html": "text/html",
    ".gpkg": "application/geopackage+sqlite3",
    ".kml": "application/vnd.google-earth.kml+xml",
    ".bib": "text/x-bibtex",
    ".pdf": "application/pdf",
    ".epub": "application/epub+zip",
    ".md": "text/markdown",
    ".avif": "image/avif",
    ".webp": "image/webp",
}
_PLAIN = "text/plain"


def json_text(document: Mapping[str, Any]) -> str:
    """Return a document as JSON with an end of line.

    Parameters
    ----------
    document
        Plain values.
    """
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def ro_crate(life: Life, files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return ``ro-crate-metadata.json``, RO-Crate 1.1.

    Parameters
    ----------
    life
        A valid life.
    files
        What the crate holds, by path.
    """
    editors = [
        _present(
            {
                "@id": f"https://orcid.org/{one.orcid}" if one.orcid else f"#editor-{number}",
                "@type": "Person",
                "name": one.name,
            }
        )
        for number, one in enumerate(life.editors, start=1)
    ]
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": life.title,
        "description": life.lead,
        "datePublished": life.date,
        "version": life.version,
        "inLanguage": life.language,
        "license": {"@id": LICENCES.get(life.licence, "LICENCES.txt")},
        "identifier": life.doi and f"https://doi.org/{life.doi}",
        "url": life.url,
        "author": [{"@id": one["@id"]} for one in editors],
        "hasPart": [{"@id": name} for name in sorted(files)],
    }
    parts = [
        {
            "@id": name,
            "@type": "File",
            "name": PurePosixPath(name).name,
            "encodingFormat": _type(name),
            "contentSize": str(len(files[name])),
        }
        for name in sorted(files)
    ]
    about = {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    graph = [about, _present(root), *editors, *parts]
    return {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}


def data_package(life: Life, files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return ``datapackage.json``: each table of the folder ``csv`` with its columns.

    Parameters
    ----------
    life
        A valid life.
    files
        What the crate holds, by path.
    """
    resources = [
        {
            "name": PurePosixPath(name).stem.lower().replace("_", "-").replace(".", "-"),
            "path": name,
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8-sig",
            "bytes": len(content),
            "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
            "schema": {"fields": [{"name": one, "type": "string"} for one in _columns(content)]},
        }
        for name, content in sorted(files.items())
        if name.endswith(".csv")
    ]
    licence = {"name": SPDX.get(life.licence), "path": LICENCES.get(life.licence)}
    package = {
        "name": life_slug(life),
        "title": life.title,
        "description": life.lead,
        "version": life.version,
        "homepage": life.url,
        "licenses": [_present(licence)],
        "contributors": [{"title": one.name, "role": "author"} for one in life.editors],
        "resources": resources,
    }
    return _present({name: value for name, value in package.items() if value != [{}]})


def zenodo(life: Life) -> dict[str, Any]:
    """Return ``.zenodo.json``, which fills in the form of a deposit.

    Parameters
    ----------
    life
        A valid life.
    """
    return _present(
        {
            "title": f"{life.title}: {life.subtitle}",
            "upload_type": "dataset",
            "description": life.lead,
            "creators": [_present({"name": one.name, "orcid": one.orcid}) for one in life.editors],
            "publication_date": life.date if life.date and len(life.date) == 10 else None,
            "version": life.version,
            "license": SPDX.get(life.licence, "").lower(),
            "language": life.language,
            "keywords": [life.person.name, "biography", "historical map", "GeoJSON", "EDTF"],
            "notes": life.funding,
        }
    )


def _type(name: str) -> str:
    return _TYPES.get(PurePosixPath(name).suffix, _PLAIN)


def _columns(content: bytes) -> list[str]:
    return next(csv.reader(io.StringIO(content.decode("utf-8-sig"))), [])


def _present(members: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value not in (None, "", [])}
