"""A life as schema.org linked data: the person, the places, each stay and each journey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from mapping.formats.addresses import LICENCES, place_address
from mapping.life.bibliography import csl_item, issued, people
from mapping.life.dates import parse_point
from mapping.life.places import UNKNOWN_COUNTRY, gather_places
from mapping.life.rich_text import plain_text
from mapping.life.words import say_count

if TYPE_CHECKING:
    from mapping.life.dates import DatePoint
    from mapping.life.model import Contemporary, Leg, Life, Source, Stop
    from mapping.life.places import Place

_SOURCE_TYPES = {
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "document": "DigitalDocument",
    "manuscript": "Manuscript",
    "map": "Map",
    "motion_picture": "Movie",
    "personal_communication": "Message",
    "post": "BlogPosting",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
# no id of a stop holds two hyphens, so none is also that of a place, a leg or a source
_PERSON = "#page--person"


def schema_org(life: Life) -> dict[str, Any]:
    """Return the life as one JSON-LD document in the vocabulary of schema.org.

    Ids are fragments, behind the address of the map where ``life.toml`` has one, so that inside a
    page ``#orenburg-exile`` names the very stop of the page.
    schema.org has no approximate dates: ``startDate`` and ``endDate`` carry the day, month or
    year without ``~`` and ``?``; the words in ``disambiguatingDescription`` keep them.

    Parameters
    ----------
    life
        A valid life.
    """
    places = gather_places(life)
    place_of = {stop.id: f"#place--{place.key}" for place in places for stop in place.stops}
    document = {
        "@context": "https://schema.org",
        "@graph": [
            _work(life),
            _data(life),
            _person(life, place_of),
            *(_contemporary(person) for person in life.persons),
            *(_stay(stop, place_of) for stop in life.stops),
            *(_journey(leg, life, place_of) for leg in life.legs),
            *(_place(place) for place in places),
            *(_source(source) for source in life.sources),
        ],
    }
    absolute: dict[str, Any] = _absolute(document, life.url) if life.url else document
    return absolute


def _absolute(value: Any, address: str) -> Any:
    """Put the address of the map before every id that is a fragment."""
    if isinstance(value, list):
        return [_absolute(inner, address) for inner in value]
    if not isinstance(value, dict):
        return value
    whole = {name: _absolute(inner, address) for name, inner in value.items()}
    if str(whole.get("@id", "")).startswith("#"):
        whole["@id"] = f"{address}{whole['@id']}"
    return whole


def _work(life: Life) -> dict[str, Any]:
    first = min(stop.span.first for stop in life.stops)
    last = max(stop.span.last for stop in life.stops)
    return _present(
        {
            "@type": "Map",
            "@id": "#page--life",
            "name": life.title,
            "alternativeHeadline": life.subtitle,
            "abstract": life.lead,
            "inLanguage": life.language,
            "license": LICENCES.get(life.licence, life.licence),
            "editor": _editors(life),
            "datePublished": life.date,
            "version": life.version,
            "url": life.url,
            "identifier": life.doi and f"https://doi.org/{life.doi}",
            "funding": life.funding,
            "about": {"@id": _PERSON},
            "isBasedOn": life.article and {"@id": _source_id(life.article.source)},
            "temporalCoverage": f"{first}/{last}",
            "hasPart": [{"@id": f"#{stop.id}"} for stop in life.stops],
            "citation": [{"@id": _source_id(source.id)} for source in life.sources],
        }
    )


def _data(life: Life) -> dict[str, Any]:
    """Return the tables behind the map as a data set that can be found and cited."""
    first = min(stop.span.first for stop in life.stops)
    last = max(stop.span.last for stop in life.stops)
    stays, ways = say_count(len(life.stops), "dated stop"), say_count(len(life.legs), "journey")
    return _present(
        {
            "@type": "Dataset",
            "@id": "#page--data",
            "name": f"{life.title}: data",
            "description": f"{stays} and {ways} in the life of {life.person.name}, each with its "
            "sources, its dates as EDTF, and how sure they are.",
            "creator": _editors(life),
            "datePublished": life.date,
            "version": life.version,
            "inLanguage": life.language,
            "license": LICENCES.get(life.licence, life.licence),
            "identifier": life.doi and f"https://doi.org/{life.doi}",
            "temporalCoverage": f"{first}/{last}",
            "about": {"@id": _PERSON},
            "isPartOf": {"@id": "#page--life"},
            "distribution": life.url
            and {"@type": "DataDownload", "encodingFormat": "text/html", "contentUrl": life.url},
        }
    )


def _editors(life: Life) -> list[dict[str, Any]]:
    return [
        _present(
            {
                "@type": "Person",
                "name": one.name,
                "sameAs": one.orcid and f"https://orcid.org/{one.orcid}",
            }
        )
        for one in life.editors
    ]


def _contemporary(person: Contemporary) -> dict[str, Any]:
    return _present(
        {
            "@type": "Person",
            "@id": f"#page--person-{person.id}",
            "name": person.name,
            "description": person.sentence,
            "birthDate": person.born and parse_point(person.born).plain,
            "deathDate": person.died and parse_point(person.died).plain,
            "sameAs": list(person.same_as),
        }
    )


def death_of(life: Life) -> Stop | None:
    """Return the stop of the death itself, which its day tells from the grave.

    Parameters
    ----------
    life
        A valid life; where it tells no death there is none.
    """
    told = [stop for stop in life.stops if stop.kind == "death"]
    day = parse_point(life.person.died)
    on_the_day = [s for s in told if (s.span.first, s.span.last) == (day.first, day.last)]
    return next(iter([*on_the_day, *told]), None)


def _person(life: Life, place_of: dict[str, str]) -> dict[str, Any]:
    person = life.person
    born = next((stop for stop in life.stops if stop.kind == "birth"), None)
    died = death_of(life)
    return _present(
        {
            "@type": "Person",
            "@id": _PERSON,
            "name": person.name,
            "alternateName": person.birth_name,
            "description": person.description,
            "birthDate": parse_point(person.born).plain,
            "deathDate": parse_point(person.died).plain,
            "birthPlace": born and {"@id": place_of[born.id]},
            "deathPlace": died and {"@id": place_of[died.id]},
            "sameAs": list(person.same_as),
        }
    )


def _stay(stop: Stop, place_of: dict[str, str]) -> dict[str, Any]:
    quote = stop.quote and _present(
        {"@type": "Quotation", "text": stop.quote, "creditText": stop.quote_by}
    )
    return _present(
        {
            "@type": "Event",
            "@id": f"#{stop.id}",
            "name": stop.title,
            "disambiguatingDescription": f"{stop.span.words}; {stop.certainty}",
            "startDate": _iso(stop.span.begin),
            "endDate": _iso(stop.span.end),
            "location": {"@id": place_of[stop.id]},
            "description": stop.summary,
            "keywords": stop.kind,
            "attendee": [
                {"@id": _PERSON},
                *({"@id": f"#page--person-{one}"} for one in stop.person_ids),
            ],
            "subjectOf": [
                *([quote] if quote else []),
                *({"@id": _source_id(source)} for source in stop.source_ids),
            ],
        }
    )


def _journey(leg: Leg, life: Life, place_of: dict[str, str]) -> dict[str, Any]:
    by_id = life.stop_index
    left, reached = life.stops[by_id[leg.from_id]], life.stops[by_id[leg.to_id]]
    guard = ", under guard" if leg.guarded else ""
    return {
        "@type": "TravelAction",
        "@id": f"#leg--{leg.id}",
        "name": f"{left.name_then} to {reached.name_then}",
        "disambiguatingDescription": f"{leg.span.words}; {leg.certainty}; {leg.mode}{guard}",
        "description": leg.summary,
        "agent": {"@id": _PERSON},
        "fromLocation": {"@id": place_of[leg.from_id]},
        "toLocation": {"@id": place_of[leg.to_id]},
        "startTime": _iso(leg.span.begin),
        "endTime": _iso(leg.span.end),
        "subjectOf": [{"@id": _source_id(source)} for source in leg.source_ids],
    }


def _place(place: Place) -> dict[str, Any]:
    lon, lat = place.position
    known = None if place.country == UNKNOWN_COUNTRY else place.country
    names = [stop.name_then for stop in place.stops if stop.name_then != place.name]
    return _present(
        {
            "@type": "Place",
            "@id": f"#place--{place.key}",
            "name": place.name,
            "alternateName": list(dict.fromkeys(names)),
            "sameAs": place_address(place.place_id),
            "identifier": place.place_id,
            "geo": {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon},
            "address": known and {"@type": "PostalAddress", "addressCountry": place.country},
        }
    )


def _source(source: Source) -> dict[str, Any]:
    item = csl_item(source)
    container = item.get("container-title")
    publisher = item.get("publisher")
    return _present(
        {
            "@type": _SOURCE_TYPES.get(source.type, "CreativeWork"),
            "@id": _source_id(source.id),
            "name": plain_text(source.title),
            "author": [{"@type": "Person", "name": name} for name in people(item, "author")],
            "editor": [{"@type": "Person", "name": name} for name in people(item, "editor")],
            "translator": [
                {"@type": "Person", "name": name} for name in people(item, "translator")
            ],
            "datePublished": issued(item),
            "publisher": publisher and {"@type": "Organization", "name": publisher},
            "isPartOf": container and {"@type": "CreativeWork", "name": container},
            "isbn": item.get("ISBN"),
            "sameAs": item.get("DOI") and f"https://doi.org/{item['DOI']}",
            "url": source.url,
        }
    )


def _source_id(key: str) -> str:
    return f"#source--{quote(key)}"


def _iso(point: DatePoint) -> str | None:
    return None if point.is_open else point.plain


def _present(members: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known; JSON-LD reads a missing member as exactly that."""
    return {name: value for name, value in members.items() if value not in (None, "", [])}
