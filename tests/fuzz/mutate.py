"""Mutations of a life's files: of their bytes, and of the values inside them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

Files = dict[str, bytes]
Slot = tuple[Any, Any]  # a list or dict, and the index or key of one of its values

ODD_VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    2,
    10**400,
    1.5,
    -0.0,
    1e308,
    float("nan"),
    float("inf"),
    180,
    -180,
    90.0000001,
    "",
    " ",
    "x",
    "0",
    "null",
    [],
    {},
    [[]],
    [None],
    [0, 0],
    [180, 90],
    [-180, -90],
    [4.35, 50.85, 13],
    ["4.35", "50.85"],
    {"type": "Point"},
    {"type": "Point", "coordinates": [0, 0]},
    {"type": "LineString", "coordinates": [[0, 0], [1, 1]]},
    {"type": "LineString", "coordinates": []},
    {"type": "MultiPoint", "coordinates": [[4, 50]]},
    {"type": "MultiLineString", "coordinates": [[[4, 50], [5, 51]]]},
    "1919",
    "1919/1920",
    "1919~/1920?",
    "1919-02-29",
    "1919-06%",
    "0001/9999",
    "9999-12-31/9999-12-31",
    "-0044",
    "1000000",
    "../1919",
    "1919/..",
    "paris-1909",
    "Paris 1909",
    "__proto__",
    "; ;",
    "</script><script>alert(1)</script>",
    "${alert(1)} `x` {{ x }} {% x %}",
    "]]><!--",
    "javascript:alert(1)",
    "https://[::1",
    "e\u0301\u200b\u202e",
    "\u2028\u2029",
    "\ud800",
    "\x00\x1b[2J",
    "👩‍🚀" * 50,
    "x" * 30_000,
    {"date-parts": [[1937, 2, 30]]},
    {"date-parts": [["x"]]},
    {"date-parts": [[-44], [0]]},
    [{"family": "X"}, {"literal": "Y"}, {}],
)
ODD_BYTES = (
    b"\x00",
    b"\xff",
    b"\xef\xbb\xbf",
    b'"',
    b"\\",
    b"{",
    b"}",
    b"[",
    b"]" * 50,
    b"[" * 5000,
    b",",
    b":",
    b"NaN",
    b"-Infinity",
    b"1e999",
    b"1" * 5000,
    b"\\ud800",
    b"\r",
    b"\n",
    b"=",
    b"'''",
    b"[person]\n",
    b"[[chapters]]\n",
    b"a." * 200,
    b"0x" + b"f" * 5000,
    b"1979-13-01",
    b"07:32:00",
)


def mutate(files: Mapping[str, bytes], random: Random) -> Files:
    """Return a copy with one to four mutations."""
    mutant = dict(files)
    for _ in range(random.choice((1, 1, 1, 2, 3, 4))):
        name = random.choice(("stops.geojson", "stops.geojson", *mutant)) if mutant else ""
        if name not in mutant:
            continue
        if random.random() < 0.01:
            del mutant[name]
        elif random.random() < 0.15:
            mutant[name] = _change_bytes(mutant[name], random)
        elif name.endswith(".toml"):
            mutant[name] = _change_toml(mutant[name], random)
        else:
            mutant[name] = _change_json(mutant[name], random)
    return mutant


def _change_bytes(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    upto = min(len(data), at + random.choice((0, 1, 2, 10, 1000)))
    if random.random() < 0.1:
        return data[:at]
    return data[:at] + random.choice((b"", data[at:upto] * 2, *ODD_BYTES)) + data[upto:]


def _change_toml(data: bytes, random: Random) -> bytes:
    """Change one line: its value, its key, or whether it is there at all."""
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    at = random.randrange(len(lines))
    key, equals, _ = lines[at].partition("=")
    match random.randrange(4):
        case 0 if equals:
            value = json.dumps(random.choice(ODD_VALUES))
            lines[at] = f"{key}= {re.sub('null', 'nan', value)}"
        case 1 if equals:
            lines[at] = f"{random.choice(('x', 'title', 'person.name'))} ={lines[at]}"
        case 2:
            del lines[at]
        case _:
            lines.insert(at, random.choice(lines))
    return "\n".join(lines).encode("utf-8", "surrogateescape")


def _change_json(data: bytes, random: Random) -> bytes:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return _change_bytes(data, random)
    slots = _slots(value)
    if not slots:
        return _change_bytes(data, random)
    home, key = random.choice(slots)
    _change_slot(home, key, random.choice(slots), random)
    try:
        return json.dumps(value, ensure_ascii=random.random() < 0.5).encode()
    except (ValueError, RecursionError):  # half a surrogate pair, or a value inside itself
        return data


def _change_slot(home: Any, key: Any, other: Slot, random: Random) -> None:
    old = home[key]
    match random.randrange(7):
        case 0:
            del home[key]
        case 1 if isinstance(home, list):
            home.insert(key, json.loads(json.dumps(old)))
        case 2 if isinstance(home, list):
            random.shuffle(home)
        case 3 if isinstance(home, dict):
            del home[key]
            home[str(key)[:-1] + random.choice("xs_ ")] = old
        case 4:
            home[key] = other[0][other[1]]
        case 5 if isinstance(old, str) and old:
            at = random.randrange(len(old))
            home[key] = old[:at] + random.choice(("", "-", "0", "~", "/", " ", "é")) + old[at + 1 :]
        case _:
            home[key] = random.choice(ODD_VALUES)


def _slots(value: object) -> list[Slot]:
    found: list[Slot] = []
    waiting = [value]
    while waiting:
        here = waiting.pop()
        inside: list[Slot] = []
        if isinstance(here, dict):
            inside = [(here, key) for key in here]
        elif isinstance(here, list):
            inside = [(here, index) for index in range(len(here))]
        found += inside
        waiting += [home[key] for home, key in inside]
    return found
