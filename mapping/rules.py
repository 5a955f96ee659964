"""Check the rules that hold between values: ids, order, chapters, citations, derived columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from mapping.errors import Problem, show
from mapping.wording import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mapping.features import Feature
    from mapping.life import Head, Leg, Source, Stop

STOPS, LEGS, SOURCES, LIFE = "stops.geojson", "legs.geojson", "sources.json", "life.toml"
TOUCH_DEGREES = 1e-5  # about a metre: the fifth decimal that the files keep
_TIDY = "Run serge-map tidy."


@dataclass(frozen=True, slots=True)
class Parts:
    """What could be read of a life; nothing stands for a file that could not.

    Parameters
    ----------
    head
        The content of ``life.toml``.
    stops, legs
        The valid features, in the order of the life.
    sources
        The valid sources.
    stop_ids
        Ids of all stops, valid or not, so that one broken stop is not many problems.
    complete
        Whether every feature was valid, so that numbers and order can be judged.
    """

    head: Head | None
    stops: Sequence[Feature[Stop]] | None
    legs: Sequence[Feature[Leg]] | None
    sources: Sequence[Source] | None
    stop_ids: frozenset[str]
    complete: bool


def check_rules(parts: Parts) -> list[Problem]:
    """Return every broken rule between values.

    Parameters
    ----------
    parts
        What could be read of a life.
    """
    problems: list[Problem] = []
    for file, features in _tables(parts):
        problems += _derived(file, features)
        problems += _numbers(file, features) if parts.complete else ()
    problems += _quotes(parts.stops or ())
    problems += _chapters(parts)
    problems += _joints(parts)
    problems += _citations(parts)
    return problems


def _derived(file: str, features: Sequence[Feature[Any]]) -> Iterator[Problem]:
    for feature in features:
        value = feature.value
        due = derived_columns(value)
        stale = {key: text for key, text in due.items() if getattr(value, key) != text}
        if stale:
            found = ", ".join(show(getattr(value, key)) for key in stale)
            expected = f"{', '.join(map(show, stale.values()))}, derived from date_edtf"
            yield Problem(file, feature.label, ", ".join(stale), expected, found, _TIDY)


def derived_columns(value: Stop | Leg) -> dict[str, str]:
    """Return the columns that follow from ``date_edtf``, by name.

    Parameters
    ----------
    value
        A stop or a leg; only a stop has its dates in words.
    """
    span = value.span
    columns = {
        "start_date": span.first.isoformat(),
        "end_date": span.last.isoformat(),
        "date_edtf": span.edtf,
        "date_text": span.words,
    }
    if "date_text" not in type(value).model_fields:
        del columns["date_text"]
    return columns


def _numbers(file: str, features: Sequence[Feature[Any]]) -> Iterator[Problem]:
    for number, feature in enumerate(features, start=1):
        if feature.value.seq != number:
            expected = f"{number}, counting from 1 in the order of the life"
            found = show(feature.value.seq)
            yield Problem(file, feature.label, "seq", expected, found, _TIDY)
            return
    for earlier, later in pairwise(features):
        if later.index < earlier.index:
            expected = f"a place after {earlier.label}, in the order of the life"
            yield Problem(file, later.label, "", expected, "one before it", _TIDY, "warning")
            return


def _quotes(stops: Sequence[Feature[Stop]]) -> Iterator[Problem]:
    for feature in stops:
        stop = feature.value
        if stop.quote and not stop.quote_by:
            yield Problem(
                STOPS, feature.label, "quote_by", "who speaks", "null", "Name the speaker."
            )
        if stop.quote_by and not stop.quote:
            remedy = "Add the quote, or put null here."
            yield Problem(
                STOPS,
                feature.label,
                "quote_by",
                "null where there is no quote",
                show(stop.quote_by),
                remedy,
            )


def _chapters(parts: Parts) -> Iterator[Problem]:
    if parts.head is None or parts.stops is None:
        return
    ids = [chapter.id for chapter in parts.head.chapters]
    rank = {name: number for number, name in reversed(list(enumerate(ids)))}
    for number, name in enumerate(ids, start=1):
        if rank[name] != number - 1:
            yield Problem(
                LIFE,
                f"chapter {number}",
                "id",
                "an id of its own",
                show(name),
                "Rename one of the two.",
            )
    reached = -1
    for feature in parts.stops:
        name = feature.value.chapter
        if name not in rank:
            meant = closest(name, ids)
            remedy = f"Did you mean “{meant}”?" if meant else "Add it to life.toml."
            yield Problem(
                STOPS, feature.label, "chapter", "a chapter of life.toml", show(name), remedy
            )
        elif rank[name] < reached:
            expected = f"chapters in the order of life.toml, {show(ids[reached])} being open"
            remedy = "Move the stop or give it that chapter."
            yield Problem(STOPS, feature.label, "chapter", expected, show(name), remedy)
        else:
            reached = rank[name]
    if parts.complete:
        used = {feature.value.chapter for feature in parts.stops}
        for name in ids:
            if name not in used:
                yield Problem(
                    LIFE, name, "", "a chapter with stops", "one without", "Remove it.", "warning"
                )


def _joints(parts: Parts) -> Iterator[Problem]:
    if parts.stops is None:
        return
    stops = {feature.value.id: feature.value for feature in parts.stops}
    rank = {name: number for number, name in enumerate(stops)}
    arrives: dict[str, str] = {}
    for feature in parts.legs or ():
        leg = feature.value
        unknown = [key for key in ("from_id", "to_id") if getattr(leg, key) not in parts.stop_ids]
        for key in unknown:
            name = getattr(leg, key)
            meant = closest(name, parts.stop_ids)
            remedy = f"Did you mean “{meant}”?" if meant else "Name a stop, or remove the leg."
            yield Problem(LEGS, feature.label, key, "the id of a stop", show(name), remedy)
        if unknown or leg.from_id not in stops or leg.to_id not in stops:
            continue
        start, end = stops[leg.from_id], stops[leg.to_id]
        if rank[start.id] >= rank[end.id]:
            yield Problem(
                LEGS,
                feature.label,
                "to_id",
                f"a stop later than {start.id}",
                show(leg.to_id),
                "Swap from_id and to_id, or mend the dates.",
            )
        if leg.to_id in arrives:
            yield Problem(
                LEGS,
                feature.label,
                "to_id",
                "one leg that reaches a stop",
                f"a second beside {arrives[leg.to_id]}",
                "Join the two, or put a stop between.",
            )
        arrives.setdefault(leg.to_id, leg.id)
        yield from _ends(feature, start, end)


def _ends(feature: Feature[Leg], start: Stop, end: Stop) -> Iterator[Problem]:
    leg = feature.value
    for number, stop, position in (
        (1, start, leg.waypoints[0]),
        (len(leg.waypoints), end, leg.waypoints[-1]),
    ):
        gap = max(abs(a - b) for a, b in zip(stop.position, position, strict=True))
        if gap > TOUCH_DEGREES * 1.001:  # binary fractions
            expected = f"the position of {stop.id}, {list(stop.position)}"
            yield Problem(
                LEGS,
                feature.label,
                f"coordinates, position {number}",
                expected,
                str(list(position)),
                _TIDY,
            )
    if len(set(leg.waypoints)) == 1:
        remedy = "Remove the leg; a move inside a town needs none."
        yield Problem(
            LEGS, feature.label, "coordinates", "a way longer than nothing", "a point", remedy
        )
    if leg.span.begin.last < start.span.begin.first:
        expected = f"a departure after the arrival at {start.id}, {start.span.begin.words}"
        yield Problem(
            LEGS,
            feature.label,
            "date_edtf",
            expected,
            show(leg.date_edtf),
            "Mend one of the dates.",
        )
    if leg.span.end.first > end.span.end.last:
        expected = f"an arrival before {end.id} is left, {end.span.end.words}"
        yield Problem(
            LEGS,
            feature.label,
            "date_edtf",
            expected,
            show(leg.date_edtf),
            "Mend one of the dates.",
        )


def _citations(parts: Parts) -> Iterator[Problem]:
    if parts.sources is None:
        return
    known = {source.id: None for source in parts.sources}  # a set that keeps its order
    article = parts.head.article if parts.head else None
    cited = {article.source} if article else set()
    if article and article.source not in known:
        yield _unknown_source(LIFE, "", "article.source", article.source, known)
    for file, features in _tables(parts):
        for feature in features:
            cited.update(feature.value.source_ids)
            yield from _cited(file, feature, known)
    for name in known if parts.complete else ():
        if name not in cited:
            expected, found = "a source that is cited", "one that is not"
            remedy = "Cite it, or remove it."
            yield Problem(SOURCES, name, "", expected, found, remedy, "warning")


def _cited(file: str, feature: Feature[Any], known: dict[str, None]) -> Iterator[Problem]:
    ids = feature.value.source_ids
    if not ids:
        remedy = "Cite what it rests on."
        yield Problem(file, feature.label, "sources", "a source", "none", remedy, "warning")
    for name in ids:
        if name not in known:
            yield _unknown_source(file, feature.label, "sources", name, known)


def _tables(parts: Parts) -> tuple[tuple[str, Sequence[Feature[Any]]], ...]:
    return (STOPS, parts.stops or ()), (LEGS, parts.legs or ())


def _unknown_source(
    file: str, feature: str, field: str, name: str, known: Iterable[str]
) -> Problem:
    meant = closest(name, known)
    remedy = f"Did you mean “{meant}”?" if meant else "Add it to sources.json."
    return Problem(file, feature, field, "ids of sources.json", show(name), remedy)
