"""What an import derives of the stays alone: the person's dates, the subtitle, the legs, ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from mapping.life.dates import DatePoint, DateSpan
from mapping.life.distance import SAME_TOWN_KM, distance_km

if TYPE_CHECKING:
    from collections.abc import Container, Iterable


class Stay(Protocol):
    """What a leg needs to know of a stop."""

    @property
    def id(self) -> str:
        """Return its id."""

    @property
    def name_then(self) -> str:
        """Return the name of the place at that time."""

    @property
    def span(self) -> DateSpan:
        """Return its dates."""

    @property
    def position(self) -> tuple[float, float]:
        """Return longitude and latitude."""


def derive_head(spans: Iterable[DateSpan]) -> dict[str, str]:
    """Return subtitle, birth and death as the first and the last stay have them.

    Parameters
    ----------
    spans
        The dates of all stays, at least one.
    """
    ends = [_known(span) for span in spans]
    first = min((begin for begin, _ in ends), key=lambda point: point.first)
    last = max((end for _, end in ends), key=lambda point: point.last)
    subtitle = f"{first.words} to {last.words}"
    return {"subtitle": subtitle, "born": first.text, "died": last.text}


def derive_leg(left: Stay, reached: Stay) -> dict[str, Any] | None:
    """Return what is known of the way between two stays, or nothing where they are in one town.

    Parameters
    ----------
    left, reached
        The two stays; one follows the other.
    """
    if distance_km(left.position, reached.position) <= SAME_TOWN_KM:
        return None
    departure, arrival = _known(left.span)[1], _known(reached.span)[0]
    # where the stays overlap, the day of arrival says when
    late = arrival.last < departure.first
    return {
        "from_id": left.id,
        "to_id": reached.id,
        "mode": "unknown",
        "guarded": False,
        "date_edtf": DateSpan(arrival if late else departure, arrival).edtf,
        "certainty": "uncertain",
        "summary": f"From {left.name_then} to {reached.name_then}; the way is not known.",
        "waypoints": (left.position, reached.position),
    }


def leg_id(left: str, reached: str, taken: Container[str]) -> str:
    """Return an id for the leg between two stops.

    Parameters
    ----------
    left, reached
        Ids of the stops.
    taken
        Ids that are there.
    """
    return unused(f"{left[:29].strip('-')}-to-{reached[:29].strip('-')}", taken)


def unused(wish: str, taken: Container[str]) -> str:
    """Return an id, with a number where it is taken.

    Parameters
    ----------
    wish
        The id.
    taken
        Ids that are there.

    Examples
    --------
    >>> unused("paris-1909", {"paris-1909"})
    'paris-1909-2'
    """
    name, number = wish, 2
    while name in taken:
        name, number = f"{wish}-{number}", number + 1
    return name


def _known(span: DateSpan) -> tuple[DatePoint, DatePoint]:
    """Return both ends of a span, the other one for an end that is open."""
    begin = span.end if span.begin.is_open else span.begin
    return begin, begin if span.end.is_open else span.end
