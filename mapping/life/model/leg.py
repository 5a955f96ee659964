"""The movement between two stops."""

from __future__ import annotations

from pydantic import Field

from mapping.life.model.citations import Cited
from mapping.life.model.values import Certainty, Dated, Mode, Position, Slug, Text


class Leg(Dated, Cited):
    """The movement between two stops: one LineString feature of ``legs.geojson``."""

    id: Slug = Field(
        description="Stable text slug, equal to the feature id",
        title="Id",
        examples=["moscow-orenburg"],
    )
    seq: int | None = Field(
        None, description="Derived: 1..n in the order of the life", title="No.", examples=[7]
    )
    from_id: Slug = Field(
        description="Id of the stop it leaves", title="From stop", examples=["butyrka-1933"]
    )
    to_id: Slug = Field(
        description="Id of the stop it reaches, later in the life",
        title="To stop",
        examples=["orenburg-exile"],
    )
    mode: Mode = Field(description="How the person travelled", title="Travelled by")
    guarded: bool = Field(
        description="Whether the person travelled under guard", title="Under guard", examples=[True]
    )
    certainty: Certainty = Field(
        description="How sure we are of the way, not of the movement", title="Certainty of the way"
    )
    summary: Text = Field(
        description="One sentence: how, with whom, what is known of the way", title="Summary"
    )
    waypoints: tuple[Position, ...] = Field(
        description="Positions from the first stop to the last, both included",
        exclude=True,
        title="Way",
    )
