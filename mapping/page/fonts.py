"""The fonts that go into a page, a book or a picture, as files and as a style sheet."""

from __future__ import annotations

import base64
from functools import cache

from mapping.files import read_packaged
from mapping.templates import environment

FONTS = (
    ("EB Garamond", "eb-garamond-400.woff2", "normal", 400),
    ("EB Garamond", "eb-garamond-400-italic.woff2", "italic", 400),
    ("EB Garamond", "eb-garamond-600.woff2", "normal", 600),
    ("Alegreya Sans", "alegreya-sans-500.woff2", "normal", 500),
    ("Alegreya Sans", "alegreya-sans-700.woff2", "normal", 700),
)
"""Family, file, style and weight of each."""


@cache
def font_faces() -> str:
    """Return the style sheet that brings the fonts along, as ``data:`` addresses."""
    faces = (
        (family, style, weight, base64.b64encode(read_packaged(f"page/web/fonts/{file}")).decode())
        for family, file, style, weight in FONTS
    )
    return environment("page/web/templates").get_template("fonts.css.j2").render(faces=faces)
