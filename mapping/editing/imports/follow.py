"""Let what an import derived follow a corrected table; what somebody wrote since stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from mapping.editing.imports.countries import holder_of_stay
from mapping.editing.imports.derived import derive_head, derive_leg
from mapping.editing.imports.life_files import is_imported
from mapping.errors import show
from mapping.life.dates import DateSpan, parse_span
from mapping.life.places import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from mapping.editing.imports.differences import Features
    from mapping.life.model import Leg, Life, Stop

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Stay:
    """What a leg needs to know of a stop."""

    id: str
    name_then: str
    span: DateSpan
    position: tuple[float, float]


def amend_stop(stop: dict[str, Any], row: dict[str, Any], said: AbstractSet[str]) -> None:
    """Change what the table says of a stop, and what was derived of that and nobody has changed.

    Parameters
    ----------
    stop
        As it is there; it is changed in place.
    row
        What the import made of its row.
    said
        The properties that the row itself says; chapters follow by themselves.
    """
    old, new = stop["properties"], row["properties"]
    place, then, told = (
        fold(str(name)) for name in (old["name_now"], old["name_then"], new["name_now"])
    )
    follows = said - {"id", "chapter"}
    if told == then:
        follows -= {"name_now"}  # somebody wrote the name of today, and the table says the old one
    elif told != place:
        follows |= {"position", "country_now", "place_id"}
        follows |= {name for name in ("title", "name_then") if old[name] == old["name_now"]}
    was = _stay(stop)
    old |= {name: new[name] for name in new if name in follows}
    if "position" in follows:
        stop["geometry"] = row["geometry"]
    now = _stay(stop)
    stayed = (was.position, was.span) == (now.position, now.span)
    if not stayed and "country_then" not in said and old["country_then"] == _holder(was):
        old["country_then"] = _holder(now)


def _holder(stay: _Stay) -> str:
    return holder_of_stay(*stay.position, stay.span)


def follow_head(text: str, life: Life, stops: Features) -> tuple[str, list[str]]:
    """Return ``life.toml`` with the dates that the stops have now, and what was and was not done.

    Parameters
    ----------
    text
        As it is there.
    life
        What the folder holds.
    stops
        The stops as they will be.
    """
    was = derive_head(stop.span for stop in life.stops)
    will_be = derive_head(parse_span(one["properties"]["date_edtf"]) for one in stops.values())
    there = {"subtitle": life.subtitle, "born": life.person.born, "died": life.person.died}
    differing = [key for key in will_be if there[key] != will_be[key]]
    if not is_imported(text):
        return text, ["life.toml is left as it is."]
    followed = {key: will_be[key] for key in differing if there[key] == was[key]}
    kept = [key for key in differing if key not in followed and was[key] != will_be[key]]
    notes = []
    if followed:
        said = ", ".join(f"{key} {show(value)}" for key, value in followed.items())
        notes.append(f"life.toml: now {said}, by the first and last stop; nobody had changed it.")
    if kept:
        said = ", ".join(
            f"{key} {show(there[key])} (the stops say {show(will_be[key])})" for key in kept
        )
        notes.append(f"life.toml: what somebody wrote there stays: {said}.")
    notes.append("life.toml: title, lead and name of the person are left as they are.")
    return (_written(text, followed) if followed else text), notes


def _written(text: str, facts: Mapping[str, str]) -> str:
    """Return the text with some facts in it, and with all comments."""
    import tomlkit

    document = cast("Any", tomlkit.parse(text))
    for key, value in facts.items():
        table = document if key in document or key == "subtitle" else document["person"]
        table[key] = value
    return tomlkit.dumps(document)


def follow_legs(
    legs: Features, life: Life, stops: Features, wanted: AbstractSet[Pair], told: AbstractSet[str]
) -> set[str]:
    """Amend or take out the legs that an import made and nobody has changed since.

    Parameters
    ----------
    legs
        The legs as they are there; they are changed in place.
    life
        What the folder holds.
    stops
        The stops as they will be.
    wanted
        Ids of the stops that follow each other in the table.
    told
        Ids of all stops of the table.

    Returns
    -------
    set of str
        Ids of the stops at either end of a leg that was taken out.
    """
    lost: set[str] = set()
    before = {stop.id: stop for stop in life.stops}
    for leg in life.legs:
        if leg.id not in legs or not _is_derived(leg, before):
            continue
        pair = (leg.from_id, leg.to_id)
        facts = derive_leg(*(_stay(stops[key]) for key in pair))
        if facts is None or (set(pair) <= told and pair not in wanted):
            del legs[leg.id]
            lost |= set(pair)
            continue
        way = [list(point) for point in facts.pop("waypoints")]
        if facts.items() <= legs[leg.id]["properties"].items() and leg.waypoints == tuple(
            map(tuple, way)
        ):
            continue
        legs[leg.id]["properties"] |= facts
        legs[leg.id]["geometry"] = {"type": "LineString", "coordinates": way}
    return lost


def _is_derived(leg: Leg, stops: Mapping[str, Stop]) -> bool:
    facts = derive_leg(stops[leg.from_id], stops[leg.to_id])
    return facts is not None and all(getattr(leg, key) == facts[key] for key in facts)


def _stay(feature: Mapping[str, Any]) -> _Stay:
    facts = feature["properties"]
    lon, lat = feature["geometry"]["coordinates"][:2]
    return _Stay(facts["id"], facts["name_then"], parse_span(facts["date_edtf"]), (lon, lat))


def say_new(count: int, said: Sequence[AbstractSet[str]]) -> list[str]:
    """Return what was guessed of the stops that are new, as a note.

    Parameters
    ----------
    count
        How many stops are new.
    said
        Of each, the properties that its row says.
    """
    guessed = ("country_then", "kind", "certainty", "precision")
    missing = [key for key in guessed if any(key not in one for one in said)]
    if not count or not missing:
        return []
    new = "the new stop" if count == 1 else f"the {count} new stops"
    note = f"stops.geojson: of {new} the table does not say all: {', '.join(missing)} are guessed"
    return [f"{note} as in a new life. Read them through."]
