"""Check the rules that hold between values: ids, order, chapters, citations, derived columns."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from mapping.errors import Problem, Problems, at, show
from mapping.reading.explain import closest, suggest
from mapping.reading.parts import LEGS, LIFE, STOPS, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapping.life.model import Leg, Stop
    from mapping.reading.features import Feature
    from mapping.reading.parts import Parts

_TIDY = "Run serge-map tidy."


def check_rules(parts: Parts) -> list[Problem]:
    """Return every broken rule between values.

    Parameters
    ----------
    parts
        What could be read of a life.
    """
    problems = Problems()
    if parts.complete and not parts.stops:
        problems.at(STOPS).error(
            "features", expected="at least one stop", found="none", remedy="Add one."
        )
    for file, features in tables_of(parts):
        problems += _derived(file, features)
        loose = [f for f in features if file == LEGS and not _ends(f.value) <= parts.stop_ids]
        problems += _numbers(file, features) if parts.complete and not loose else ()
    problems += _quotes(parts.stops or ())
    problems += _chapters(parts)
    return problems


def _derived(file: str, features: Sequence[Feature[Any]]) -> Iterator[Problem]:
    for feature in features:
        value = feature.value
        due = derived_columns(value)
        stale = {key: text for key, text in due.items() if getattr(value, key) != text}
        if stale:
            yield at(file, feature.label).error(
                ", ".join(stale),
                expected=f"{', '.join(map(show, stale.values()))}, derived from date_edtf",
                found=", ".join(show(getattr(value, key)) for key in stale),
                remedy=_TIDY,
            )


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


def _ends(leg: Leg) -> set[str]:
    return {leg.from_id, leg.to_id}


def _numbers(file: str, features: Sequence[Feature[Any]]) -> Iterator[Problem]:
    for number, feature in enumerate(features, start=1):
        if feature.value.seq != number:
            yield at(file, feature.label).error(
                "seq",
                expected=f"{number}, counting from 1 in the order of the life",
                found=show(feature.value.seq),
                remedy=_TIDY,
            )
            return
    for earlier, later in pairwise(features):
        if later.index < earlier.index:
            yield at(file, later.label).warning(
                expected=f"a place after {earlier.label}, in the order of the life",
                found="one before it",
                remedy=_TIDY,
            )
            return


def _quotes(stops: Sequence[Feature[Stop]]) -> Iterator[Problem]:
    for feature in stops:
        stop = feature.value
        if stop.quote and not stop.quote_by:
            yield at(STOPS, feature.label).error(
                "quote_by",
                expected="who speaks in the quote",
                found="null",
                remedy="Name the speaker.",
            )
        if stop.quote_by and not stop.quote:
            yield at(STOPS, feature.label).error(
                "quote_by",
                expected="null where there is no quote",
                found=show(stop.quote_by),
                remedy="Add the quote, or put null here.",
            )


def _chapters(parts: Parts) -> Iterator[Problem]:
    if parts.head is None or parts.stops is None:
        return
    ids = [chapter.id for chapter in parts.head.chapters]
    rank = {name: number for number, name in reversed(list(enumerate(ids)))}
    for number, name in enumerate(ids):
        if rank[name] != number:
            yield at(LIFE, f"chapter {number + 1}").error(
                "id", expected="an id of its own", found=show(name), remedy="Rename one of the two."
            )
    reached = 0
    for feature in parts.stops:
        name = feature.value.chapter
        if name not in rank:
            meant = closest(name, ids)
            yield at(STOPS, feature.label).error(
                "chapter",
                expected="a chapter of life.toml",
                found=show(name),
                remedy=suggest(meant, "Add it to life.toml."),
            )
        elif rank[name] < reached:
            yield at(STOPS, feature.label).error(
                "chapter",
                expected=f"{show(ids[reached])} or a later chapter of life.toml",
                found=show(name),
                remedy="Mend the chapter, or the date or seq of the stop.",
            )
        else:
            reached = rank[name]
    used = {feature.value.chapter for feature in parts.stops}
    for name in ids if parts.complete else ():
        if name not in used:
            yield at(LIFE, name).warning(
                expected="a chapter with stops",
                found="one without",
                remedy="Remove it, or give it a stop.",
            )
