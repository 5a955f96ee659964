"""Leave out the warnings that somebody looked at and accepted in ``life.toml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.errors import at, show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.errors import Problem
    from mapping.life.model import Accepted


def without_accepted(
    problems: Sequence[Problem], accepted: Sequence[Accepted], *, whole: bool
) -> list[Problem]:
    """Return the problems without the accepted warnings; an error is never accepted.

    Parameters
    ----------
    problems
        All findings.
    accepted
        What ``life.toml`` accepts, each by a piece of the warning's text.
    whole
        Whether all checks were made, so that what matches nothing can be reported.
    """
    left, matched = [], set[int]()
    for problem in problems:
        hits = [
            number
            for number, one in enumerate(accepted)
            if problem.level == "warning" and one.warning in str(problem)
        ]
        matched.update(hits)
        if not hits:
            left.append(problem)
    # What was only counted may be what is accepted: then nobody can say that it is not given.
    whole = whole and all(problem.count == 1 for problem in problems)
    for number, one in enumerate(accepted):
        if whole and number not in matched:
            where = f"accepted[{number + 1}].warning"
            expected, remedy = "a warning that is given", "Remove it."
            left.append(
                at("life.toml").warning(
                    where, expected=expected, found=show(one.warning), remedy=remedy
                )
            )
    return left
