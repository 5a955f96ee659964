"""Public addresses of what a life names by a short word: licences and places."""

from __future__ import annotations

LICENCES = {
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC BY-NC 4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC BY-NC-SA 4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
}
PLACE_ADDRESSES = {
    "geonames": "https://sws.geonames.org/{}/",
    "wikidata": "http://www.wikidata.org/entity/{}",
    "tgn": "http://vocab.getty.edu/tgn/{}",
    "pleiades": "https://pleiades.stoa.org/places/{}",
    "whg": "https://whgazetteer.org/places/{}/portal/",
}


def place_address(place_id: str | None) -> str | None:
    """Return the public address behind a ``prefix:identifier``, where its prefix is known.

    Parameters
    ----------
    place_id
        Such as ``geonames:524901``, or a full address already.
    """
    if not place_id:
        return None
    prefix, _, identifier = place_id.partition(":")
    if prefix in PLACE_ADDRESSES:
        return PLACE_ADDRESSES[prefix].format(identifier)
    return place_id if prefix in {"http", "https"} else None
