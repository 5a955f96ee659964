"""What the book tells of a life, for its templates: plain values, as the page has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.life.dates import parse_span
from mapping.life.model import Stop
from mapping.life.words import say_sureness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapping.life.model import Citation, Life
    from mapping.page.story import Part, Step

Telling = dict[str, Any]


def tell_chapters(life: Life, parts: Iterable[Part]) -> list[Telling]:
    """Return the chapters of a life with their stops, as templates read them.

    Parameters
    ----------
    life
        A valid life.
    parts
        What ``tell_steps`` made of it.
    """
    return [
        {
            "number": part.number,
            "id": part.chapter.id,
            "title": part.chapter.title,
            "years": part.chapter.years or say_years([step.stop for step in part.steps]),
            "summary": part.chapter.summary,
            "stops": [_tell_stop(life, step) for step in part.steps],
        }
        for part in parts
    ]


def say_years(stops: Sequence[Stop], *, short: bool = False) -> str:
    """Return the years of stops: ``1909–1913``.

    Parameters
    ----------
    stops
        At least one.
    short
        Whether to leave out the century of the second year: ``1909–13``.
    """
    first = min(stop.span.first.year for stop in stops)
    last = max(stop.span.last.year for stop in stops)
    if first == last:
        return str(first)
    shared = short and first // 100 == last // 100
    return f"{first}\N{EN DASH}{last % 100:02}" if shared else f"{first}\N{EN DASH}{last}"


def day_of(life: Life) -> dict[str, int] | None:
    """Return the day on which the life says it was finished, for the date of a document.

    Parameters
    ----------
    life
        A valid life.
    """
    if not life.date:
        return None
    day = parse_span(life.date).begin.first
    return {"year": day.year, "month": day.month, "day": day.day}


def cite(life: Life, citations: Iterable[Citation]) -> list[Telling]:
    """Return citations by the numbers of the list of sources, with the places in them.

    Parameters
    ----------
    life
        A valid life.
    citations
        Of a stop, a leg, a person or a work.
    """
    return [
        {
            "id": citation.source_id,
            "number": life.source_number[citation.source_id],
            "locator": citation.locator,
        }
        for citation in citations
    ]


def _tell_stop(life: Life, step: Step) -> Telling:
    stop, leg = step.stop, step.leg
    return {
        "number": step.number,
        "id": stop.id,
        "title": stop.title,
        "dates": stop.span.words,
        "place": f"{stop.name_then}, {stop.country_then}",
        "place_now": step.place_now,
        "travel": step.travel[:1].upper() + step.travel[1:],
        "guarded": bool(leg and leg.guarded),
        "way": leg.summary if leg else "",
        "way_refs": cite(life, leg.citations) if leg else [],
        "summary": stop.summary,
        "rows": _rows(life, stop),
        "record": [text for text in (stop.note, _doubt(stop)) if text],
        "refs": cite(life, stop.citations),
    }


def _rows(life: Life, stop: Stop) -> list[Telling]:
    """Return what stands beneath the story, each under who says it or the title of its field."""
    fields = Stop.model_fields
    with_him = [life.person_by_id[one].name for one in stop.person_ids]
    with_him += [stop.companions] if stop.companions else []
    told = (
        (stop.quote_by or fields["quote"].title, stop.quote),
        (fields["correction"].title, _after(fields["correction"].title, stop.correction)),
        ("People" if stop.person_ids else fields["companions"].title, "; ".join(with_him)),
        (fields["works"].title, stop.works),
    )
    rows = [{"term": term, "text": text, "quoted": False} for term, text in told if text]
    if stop.quote:
        rows[0] |= {"text": f"“{stop.quote}”", "quoted": (stop.quote_by or "?") in life.person.name}
    return rows


def _after(term: str | None, text: str | None) -> str:
    """Return a text without the term that it begins with, beside which it stands."""
    said = text or ""
    if not term or not said.startswith(f"{term} "):
        return said
    rest = said.removeprefix(term).strip()
    at = next((n for n, letter in enumerate(rest) if letter.isalpha()), 0)
    return f"{rest[:at]}{rest[at : at + 1].upper()}{rest[at + 1 :]}"


def _doubt(stop: Stop) -> str:
    """Return how sure the stay is, where it is not well attested."""
    return "" if stop.certainty == "certain" else say_sureness(stop)
