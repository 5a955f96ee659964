"""The three editions on paper, each made once for all tests."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from project import LIVES
from pypdf import PdfReader

from mapping.paper.book import render_book
from mapping.paper.epub import render_epub
from mapping.paper.poster import render_poster
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from mapping.life.model import Life


@pytest.fixture(scope="session")
def benjamin() -> Life:
    return load_life(LIVES / "benjamin")


@pytest.fixture(scope="session")
def poster_pdf(life: Life) -> bytes:
    return render_poster(life)


@pytest.fixture(scope="session")
def poster(poster_pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(poster_pdf))


@pytest.fixture(scope="session")
def small_poster(life: Life) -> PdfReader:
    return PdfReader(io.BytesIO(render_poster(life, "a3")))


@pytest.fixture(scope="session")
def book_pdf(life: Life) -> bytes:
    return render_book(life)


@pytest.fixture(scope="session")
def book(book_pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(book_pdf))


@pytest.fixture(scope="session")
def epub_bytes(life: Life) -> bytes:
    return render_epub(life)


@pytest.fixture(scope="session")
def epub(epub_bytes: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(epub_bytes))
