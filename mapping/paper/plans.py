"""The drawn plans that a book shows: of each town, where a chapter is lived in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.plates.plan import plan_of
from mapping.plates.town import Town, render_town, towns_of

if TYPE_CHECKING:
    from mapping.life.model import Life

_LEAST_STAYS = 2  # of a chapter, for its town to be drawn


def plans_of_stops(life: Life) -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
    """Return the plans of each stop, and their drawings as SVG by file name.

    A chapter has the plan of a town where it has two stays or more, at the first of them, with all
    stays there until the chapter's end.

    Parameters
    ----------
    life
        A valid life.

    Returns
    -------
    tuple of dict and dict
        ``file``, ``alt`` and ``caption`` of the plan by the id of the stop; the drawings.
    """
    pictures: dict[str, dict[str, Any]] = {}
    files = {}
    for town in towns_of(life):
        plan = plan_of(life, [stop for _, stop in town.stops])
        for chapter in life.chapters if plan else ():
            stays = [stay for stay in town.stops if stay[1].chapter == chapter.id]
            if plan is None or len(stays) < _LEAST_STAYS:
                continue
            so_far = tuple(stay for stay in town.stops if stay[0] <= stays[-1][0])
            shown, first = Town(town.name, so_far), stays[0][1].id
            files[f"plan-{first}.svg"] = render_town(shown, life)
            places = "; ".join(dict.fromkeys(stop.name_then for _, stop in so_far))
            pictures[first] = {
                "file": f"plan-{first}.svg",
                "alt": f"Plan of {plan.title}, {shown.years}: {places}.",
                "caption": f"{plan.title}: the places until {so_far[-1][1].span.last.year}",
            }
    return pictures, files
