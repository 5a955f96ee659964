// Made from the data dictionary by "python -m mapping.rebuild.types"; a test compares the two.

export type Kind =
  | "birth"
  | "home"
  | "commune"
  | "politics"
  | "captivity"
  | "exile"
  | "refuge"
  | "transit"
  | "event"
  | "death";

export type Mode =
  | "rail"
  | "sea"
  | "road"
  | "foot"
  | "air"
  | "unknown";

export type Certainty =
  | "certain"
  | "less-certain"
  | "uncertain";

export type Precision =
  | "address"
  | "site"
  | "city"
  | "region";

/** A dated presence at a place, as a map's scripts read it. */
export interface Stop {
  /** Stable text slug, equal to the feature id; it is the link */
  id: string;
  /** Derived: 1..n in the order of the life */
  seq: number;
  /** Heading of the stop */
  title: string;
  /** Name of the place in that year */
  name_then: string;
  /** Name of the place today */
  name_now?: string;
  /** State that held the place, by its name in that year */
  country_then?: string;
  /** ISO 3166-1 alpha-2 code of today's country */
  country_now?: string;
  /** What the stay was */
  kind: Kind;
  /** Derived: the first day it can mean, or the first that is known */
  start_date: string;
  /** Derived: the last day it can mean, or the last that is known */
  end_date: string;
  /** EDTF interval start/end; ~ about, ? uncertain, .. open: 1919-01~/1921-12~ */
  date_edtf: string;
  /** Derived: the dates in words */
  date_text: string;
  /** How sure we are that the person was there, then */
  certainty: Certainty;
  /** What the point stands for */
  precision: Precision;
  /** Two to four sentences of your own */
  summary?: string;
  /** Ids of persons.json, joined by "; ": who was there, or is told of */
  persons?: string;
  /** Others who were there, who are no persons of persons.json */
  companions?: string;
  /** What was written there */
  works?: string;
  /** Verbatim from the seed article; […] marks a gap */
  quote?: string;
  /** Who speaks in the quote */
  quote_by?: string;
  /** What the record says against the quote, beginning “In fact” */
  correction?: string;
  /** What is not known, and how good the point is */
  note?: string;
  /** Whether it belongs to the short tour */
  tour?: boolean;
  /** Ids of sources.json, each perhaps with a place in it, joined by "; " */
  sources?: string;
  /** Key of the place, such as geonames:2800866 */
  place_id?: string;
  /** Where it is: degrees east */
  lon: number;
  /** Where it is: degrees north */
  lat: number;
  /** What the map calls the place */
  label: string;
  /** Its chapter, by index */
  chapter: number;
  /** First and last day on which it may begin */
  begins: [string, string];
  /** First and last day on which it may end */
  ends: [string, string];
  /** Who held the place on the first day */
  polity?: { code: string; name: string };
  /** Years of age on the first day */
  age: number;
  /** Days in captivity until then */
  prison_days: number;
  /** Kilometres travelled until then */
  km: number;
  /** Frontiers passed until then */
  frontiers: number;
  /** Frontiers of the leg that leads there: name before, name after, part of the way */
  passed: [string, string, number][];
}

/** The movement between two stops, as a map's scripts read it. */
export interface Leg {
  /** Stable text slug, equal to the feature id */
  id: string;
  /** How the person travelled */
  mode: Mode;
  /** Whether the person travelled under guard */
  guarded: boolean;
  /** How sure we are of the way, not of the movement */
  certainty: Certainty;
  /** The stop it leaves, by index */
  from_stop: number;
  /** The stop it reaches, by index */
  to_stop: number;
  /** Its length in kilometres */
  length_km: number;
  /** Its dates in words */
  date_text: string;
  /** How it is drawn */
  stroke: import("./map/strokes.js").Stroke;
  /** How far right of its line it is drawn, in lanes */
  lane: number;
  /** At which parts of it a frontier is passed */
  gates?: number[];
  /** Its lines, as polylines */
  line: string[];
}

/** An editorial unit of the story. */
export interface Chapter {
  /** Stable text slug; stops name it */
  id: string;
  /** Heading of the chapter */
  title: string;
  /** For the route strip, where the title tells more */
  name?: string;
  /** Whether it stands in the route strip of the page */
  headline?: boolean;
}
