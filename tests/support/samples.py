"""Samples for README's test command; the others are slow, and run by ``-m slow``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence


def few_of(values: Sequence[Any], most: int = 1) -> list[Any]:
    """Return values for ``parametrize``, all but the first of them marked slow."""
    return [*values[:most], *(pytest.param(each, marks=pytest.mark.slow) for each in values[most:])]
