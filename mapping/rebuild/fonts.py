"""Make the five font files of the page from the full families, as PyPI carries them.

Run ``pip install 'serge-map[rebuild]'`` and then ``python -m mapping.rebuild.fonts``. The
packages ``fontpkg-eb-garamond`` and ``fontpkg-alegreya-sans`` hold the families whole, with the
small capitals and both kinds of figures that web subsets leave out. What is kept: the characters
of Western and Central European names, and the features that the styles ask for. Same packages,
same bytes.
"""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parents[1] / "page" / "web" / "fonts"
_ACCENTED = "ĀāĂ㥹ĆćČčĎďĐđĒēĘęĚěĞğĪīİıŁłŃńŇňŌōŐőŒœŘřŚśŞşŠšŤťŪūŮůŰűŸŹźŻżŽžȘșȚț"
_SIGNS = (
    "\N{NO-BREAK SPACE}\N{INVERTED EXCLAMATION MARK}\N{INVERTED QUESTION MARK}\N{SECTION SIGN}"
    "\N{COPYRIGHT SIGN}\N{DEGREE SIGN}\N{MIDDLE DOT}\N{VULGAR FRACTION ONE HALF}\N{POUND SIGN}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{EN DASH}\N{EM DASH}\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{SINGLE LOW-9 QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"
    "\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}\N{HORIZONTAL ELLIPSIS}"
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
    "\N{BULLET}\N{DAGGER}\N{EURO SIGN}\N{NUMERO SIGN}\N{MINUS SIGN}\N{PRIME}\N{DOUBLE PRIME}"
    "\N{LEFTWARDS ARROW}\N{UPWARDS ARROW}\N{RIGHTWARDS ARROW}\N{DOWNWARDS ARROW}"
    "\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{NON-BREAKING HYPHEN}\N{HYPHEN}"
)
TEXT = "".join(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x100)))) + _ACCENTED + _SIGNS
# file: package, family file, weight of a variable font, features beyond kerning and ligatures
FACES = {
    "eb-garamond-400": ("eb_garamond", "EBGaramond[wght].ttf", 400, ("onum", "pnum", "smcp")),
    "eb-garamond-400-italic": ("eb_garamond", "EBGaramond-Italic[wght].ttf", 400, ("onum", "pnum")),
    "eb-garamond-600": ("eb_garamond", "EBGaramond[wght].ttf", 600, ()),
    "alegreya-sans-500": ("alegreya_sans", "AlegreyaSans-Medium.ttf", None, ("lnum", "tnum")),
    "alegreya-sans-700": ("alegreya_sans", "AlegreyaSans-Bold.ttf", None, ("lnum",)),
}


def build_face(package: str, file: str, weight: int | None, features: tuple[str, ...]) -> bytes:
    """Cut one face down to the page's characters and return it as WOFF2."""
    options = Options()
    options.flavor = "woff2"
    options.hinting = False
    options.desubroutinize = True
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "liga", "locl", *features]
    options.name_IDs = [0, 1, 2, 13, 14]  # who made it, its name, its licence
    options.notdef_outline = True
    with resources.as_file(resources.files(f"fontpkg_{package}") / "files" / file) as path:
        font = load_font(path, options)
    if weight:
        font = instantiateVariableFont(font, {"wght": weight}, inplace=True)
    subsetter = Subsetter(options)
    subsetter.populate(text=TEXT)
    subsetter.subset(font)
    target = HERE / "face.tmp"
    save_font(font, target, options)
    try:
        return target.read_bytes()
    finally:
        target.unlink()


def main() -> None:
    """Write every face, and the licence of each family, beside this script."""
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # fontTools stamps head.modified with it
    for name, (package, file, weight, features) in FACES.items():
        face = build_face(package, file, weight, features)
        (HERE / f"{name}.woff2").write_bytes(face)
        licence = resources.files(f"fontpkg_{package}") / "LICENSE"
        family = package.replace("_", "-")
        (HERE / f"{family}-OFL.txt").write_bytes(licence.read_bytes())


if __name__ == "__main__":
    main()
