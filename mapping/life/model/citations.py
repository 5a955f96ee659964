"""What a value rests on: ids of sources, each with the place in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from pydantic import Field

from mapping.life.model.values import Value, split_ids


@dataclass(frozen=True, slots=True)
class Citation:
    """A source and the place in it.

    Parameters
    ----------
    source_id
        Id in ``sources.json``.
    locator
        Where in the source: ``chap. 3``, ``p. 14-15``; empty for the whole of it.
    """

    source_id: str
    locator: str = ""


class Cited(Value):
    """A value that says what it rests on."""

    sources: str = Field(
        description='Ids of sources.json, each perhaps with a place in it, joined by "; "',
        title="Sources",
        examples=["serge-memoirs, chap. 3; maitron-serge"],
    )

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Return the sources it cites with the places in them, in order."""
        return parse_citations(self.sources)

    @cached_property
    def source_ids(self) -> tuple[str, ...]:
        """Return the ids of the sources it cites, in order, each once."""
        return tuple(dict.fromkeys(one.source_id for one in self.citations))


@lru_cache(maxsize=65536)
def parse_citations(joined: str | None) -> tuple[Citation, ...]:
    """Split a "; "-joined list of sources into ids and locators.

    Parameters
    ----------
    joined
        Such as ``serge-memoirs, chap. 3; maitron-serge``.

    Examples
    --------
    >>> parse_citations("serge-memoirs, chap. 3; maitron-serge")[0]
    Citation(source_id='serge-memoirs', locator='chap. 3')
    """
    pairs = (part.partition(",") for part in split_ids(joined))
    return tuple(Citation(name.strip(), locator.strip()) for name, _, locator in pairs)


def join_citations(citations: tuple[Citation, ...]) -> str:
    """Return citations as a table has them.

    Parameters
    ----------
    citations
        In order.
    """
    return "; ".join(
        f"{one.source_id}, {one.locator}" if one.locator else one.source_id for one in citations
    )
