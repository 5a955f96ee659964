"""The command that asks the atlas who held a place."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from mapping.cli.console import say
from mapping.cli.values import Day, Degrees

if TYPE_CHECKING:
    from datetime import date

    from mapping.atlas.place import Place

_POLITY = ("code", "name", "sovereign", "controller", "status")


@click.command(context_settings={"ignore_unknown_options": True})  # a longitude may begin with "-"
@click.argument("lon", type=Degrees(180))
@click.argument("lat", type=Degrees(90))
@click.argument("on", metavar="DATE", type=Day())
@click.option("--json", "as_json", is_flag=True, help="For a program: one JSON object.")
def polity(lon: float, lat: float, on: date, *, as_json: bool) -> None:
    """Name the state that held the place at LON LAT (degrees) on DATE (YYYY-MM-DD)."""
    from mapping.atlas.place import place_at
    from mapping.atlas.world import load_atlas

    place = place_at(lon, lat, on)
    if as_json:
        say(_place_json(place))
        return
    if (found := place.polity) is None:
        say("none: sea, or land outside the map")
        return
    say(f"{found.name} ({found.code}), {found.status}")
    for word, code in (("belongs to", found.sovereign), ("held by", found.controller)):
        if code != found.code and (code != found.sovereign or word == "belongs to"):
            say(f"{word} {load_atlas().name(code, on)} ({code})")
    if place.distance_km:
        say(f"nearest drawn land, {place.distance_km:.0f} km away")


def _place_json(place: Place) -> str:
    record = asdict(place)
    held = record.pop("polity") or dict.fromkeys(_POLITY)
    return json.dumps({**held, **record}, ensure_ascii=False)
