"""The error tree, and ``Problem``: one finding about the data, ready to read aloud."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Level = Literal["error", "warning"]
MOST_TOLD = 100
# Of warnings more are kept than told: life.toml may accept some of them.
_MOST_KEPT: dict[Level, int] = {"error": MOST_TOLD, "warning": 10_000}
_SPELLED_BITS = 1000  # Python refuses to spell out much longer numbers


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """Describe one finding about the data.

    Parameters
    ----------
    file
        Name of the file inside the life folder, such as ``stops.geojson``.
    feature
        Id of the feature, or its position ("feature 3") where it has no usable id; empty for the
        whole file.
    field
        Name of the property or member; empty for the whole feature.
    expected
        What the rule asks for, as a noun phrase.
    found
        What is there, shortened to be readable.
    remedy
        How to put it right, as an imperative sentence.
    level
        ``error`` stops a build, ``warning`` does not.
    count
        How many findings it stands for: more than one where it is the rest of a file's.
    """

    file: str
    feature: str
    field: str
    expected: str
    found: str
    remedy: str
    level: Level = "error"
    count: int = 1

    @property
    def where(self) -> str:
        """Return file, feature and field as one phrase."""
        return ", ".join(part for part in (self.file, self.feature, self.field) if part)

    def __str__(self) -> str:
        return f"{self.where}: expected {self.expected}, found {self.found}. {self.remedy}"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the data that findings are about; made by ``at`` and ``Problems.at``.

    Parameters
    ----------
    file, feature
        As in ``Problem``.
    noted
        The list that each finding is added to, if there is one.
    """

    file: str
    feature: str = ""
    noted: list[Problem] | None = None

    def error(self, field: str = "", *, expected: str, found: str, remedy: str) -> Problem:
        """Return a finding that stops a build."""
        return self._note(Problem(self.file, self.feature, field, expected, found, remedy))

    def warning(self, field: str = "", *, expected: str, found: str, remedy: str) -> Problem:
        """Return a finding that does not stop a build."""
        words = (self.file, self.feature, field, expected, found, remedy)
        return self._note(Problem(*words, level="warning"))

    def refusal(self, field: str = "", *, expected: str, found: str, remedy: str) -> DataError:
        """Return the exception of a finding after which nothing can be read."""
        return DataError([self.error(field, expected=expected, found=found, remedy=remedy)])

    def _note(self, problem: Problem) -> Problem:
        if self.noted is not None:
            self.noted.append(problem)
        return problem


def at(file: str, feature: str = "") -> Place:
    """Return the place in the data that a finding is about.

    Parameters
    ----------
    file, feature
        As in ``Problem``; no feature for the whole file.

    Examples
    --------
    >>> print(at("stops.geojson", "orenburg-exile").error(
    ...     "kind", expected="a kind of stop", found=show("exil"), remedy="Write exile."
    ... ))
    stops.geojson, orenburg-exile, kind: expected a kind of stop, found “exil”. Write exile.
    """
    return Place(file, feature)


class Problems(list[Problem]):
    """A list of findings that writes down each one made at its places, and does not grow for ever.

    Of each file it keeps the first errors and the first warnings; one more stands for the rest and
    has their count.

    Parameters
    ----------
    found
        Findings to begin with.
    most
        How many of a file and a level are kept; a hundred errors if it is not given.

    Examples
    --------
    >>> problems = Problems()
    >>> at_the_stop = problems.at("stops.geojson", "orenburg-exile")
    >>> _ = at_the_stop.warning("story", expected="a story", found="none", remedy="Write it.")
    >>> len(problems)
    1
    """

    def __init__(self, found: Iterable[Problem] = (), *, most: int | None = None) -> None:
        super().__init__()
        self._most = most
        self._kept: dict[tuple[str, Level], int] = {}
        self._rest: dict[tuple[str, Level], int] = {}
        self.extend(found)

    def append(self, problem: Problem) -> None:
        """Add a finding, or count it where its file has too many."""
        key = problem.file, problem.level
        kept = self._kept.get(key, 0)
        if problem.count == 1 and kept < (self._most or _MOST_KEPT[problem.level]):
            self._kept[key] = kept + 1
            super().append(problem)
            return
        index = self._rest.setdefault(key, len(self))
        count = problem.count + (self[index].count if index < len(self) else 0)
        self[index:] = [_rest_of(problem, count), *self[index + 1 :]]

    def extend(self, found: Iterable[Problem]) -> None:
        """Add each of some findings."""
        for problem in found:
            self.append(problem)

    def __iadd__(self, found: Iterable[Problem]) -> Self:  # type: ignore[override,misc]
        """Add each of some findings."""
        self.extend(found)
        return self

    def at(self, file: str, feature: str = "") -> Place:
        """Return a place whose findings are added to this list."""
        return Place(file, feature, self)


def _rest_of(problem: Problem, count: int) -> Problem:
    """Return the finding that stands for the rest of a file's."""
    expected = f"at most {MOST_TOLD} findings to tell"
    found, remedy = f"{count:,} more", "Mend those that are told, then check again."
    return replace(
        problem, feature="", field="", expected=expected, found=found, remedy=remedy, count=count
    )


def count_of(problems: Iterable[Problem], level: Level | None = None) -> int:
    """Return how many findings there are, those counted only in sum among them.

    Parameters
    ----------
    problems
        The findings.
    level
        Count those of this level; of both if it is not given.
    """
    return sum(one.count for one in problems if level in (None, one.level))


class UnreadableError(Exception):
    """One file cannot be used; carries the ``Problem`` that says why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


class MapError(Exception):
    """Anything that a person can put right; the command line shows it without a traceback."""


class DataError(MapError, ValueError):
    """The life folder holds errors.

    Parameters
    ----------
    problems
        Every finding of the run, warnings included, in the order of files and features.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class OutsideAtlas(MapError, ValueError):
    """A day is asked of the atlas that it knows nothing of."""


class AssetError(MapError):
    """A file the page is made of is missing, altered, or asks for the network."""


class ExportError(MapError, OSError):
    """An output could not be made or written."""


def show(value: object, limit: int = 60) -> str:
    """Return a value from a file as a short phrase that is safe to print.

    Parameters
    ----------
    value
        A value of the file: text, number, list, object or nothing.
    limit
        Longest text in characters; the middle of a longer one is left out.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "an empty object" if not value else f"an object of {len(value)}"
    if isinstance(value, (list, tuple)):
        return "an empty list" if not value else f"a list of {len(value)}"
    if isinstance(value, int) and value.bit_length() > _SPELLED_BITS:
        return "a number of hundreds of digits"
    text = str(value)
    if len(text) > limit:
        text = f"{text[: limit * 2 // 3]}…{text[-limit // 3 :]}"
    # Control and bidi characters would act on the terminal; they are spelled out.
    if not text.isprintable():
        text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    return f"“{text}”" if isinstance(value, str) else text
