// What the page hands out: its data as files, and how to cite it.

import { decodePolyline } from "../map/polyline.js";

/** @typedef {import("../life.js").Life} Life */
/** @typedef {import("../life.js").Stop} Stop */
/**
 * @typedef {(id: string) => Record<string, string>} Texts what the article says of a stop, by field
 */

/** Where an article says each field of its stop. */
const TEXTS = {
  title: "h3",
  summary: ".summary",
  companions: ".companions",
  works: ".works",
  quote: "blockquote",
  correction: ".correction",
  note: ".note",
};

/**
 * Texts that an article says, by the field they come from.
 * @param {Element} article
 * @returns {Record<string, string>}
 */
export function textsOf(article) {
  const found = Object.entries(TEXTS).map(([field, at]) => {
    const element = article.querySelector(at);
    const term = element?.querySelector("i")?.textContent;
    return [field, element?.textContent?.slice(term ? term.length + 1 : 0)];
  });
  return Object.fromEntries(found.filter(([, text]) => text));
}

/**
 * CRC-32 of a text, as zlib has it, in hexadecimal digits.
 * @param {string} text
 */
export function crc32(text) {
  let crc = -1;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return (~crc >>> 0).toString(16).padStart(8, "0");
}

/**
 * Whether the article still says what it was built with: a copy that was saved after a translation
 * does not, and what it says is not the data.
 * @param {Life} life
 * @param {Texts} texts
 */
export function isUnchanged(life, texts) {
  const said = life.stops.flatMap(({ id }) => Object.values(texts(id)));
  const plain = said.map((text) => text.replace(/[ \t\n\r\f]+/g, " ").replace(/^ | $/g, ""));
  return life.words === undefined || life.words === crc32(plain.join("\n"));
}

/**
 * Properties of a stop as its file has them.
 * @param {Life} life
 * @param {Stop} stop
 * @param {Texts} texts
 */
function propertiesOf(life, stop, texts) {
  const chapter = life.chapters[stop.chapter].id;
  /** @type {Record<string, unknown>} */
  const known = { ...stop, ...texts(stop.id), chapter };
  return Object.fromEntries(life.fields.map((field) => [field, known[field] ?? null]));
}

/**
 * The stops as GeoJSON, one feature a line, as the life folder has them.
 * @param {Life} life
 * @param {Texts} texts
 */
export function stopsGeoJson(life, texts) {
  const features = life.stops.map((stop) => ({
    type: "Feature",
    id: stop.id,
    properties: propertiesOf(life, stop, texts),
    geometry: { type: "Point", coordinates: [stop.lon, stop.lat] },
  }));
  return collection("stops", `Stops of the life of ${life.person}`, features);
}

/** The drawn route as GeoJSON, a feature a leg. @param {Life} life */
export function routeGeoJson(life) {
  const features = life.legs.map((leg) => {
    const parts = leg.line.map((text) => {
      const flat = decodePolyline(text, 1000);
      return Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at], flat[2 * at + 1]]);
    });
    const isOne = parts.length === 1;
    return {
      type: "Feature",
      id: leg.id,
      properties: {
        id: leg.id,
        from_id: life.stops[leg.from_stop].id,
        to_id: life.stops[leg.to_stop].id,
        mode: leg.mode,
        guarded: leg.guarded,
        certainty: leg.certainty,
        date_text: leg.date_text,
        length_km: leg.length_km,
      },
      geometry: {
        type: isOne ? "LineString" : "MultiLineString",
        coordinates: isOne ? parts[0] : parts,
      },
    };
  });
  return collection("route", `Route of the life of ${life.person}, as drawn`, features);
}

/** @param {string} name @param {string} description @param {object[]} features */
function collection(name, description, features) {
  const head = JSON.stringify({ type: "FeatureCollection", name, description });
  const rows = features.map((feature) => JSON.stringify(feature));
  return `${head.slice(0, -1)},"features":[\n${rows.join(",\n")}\n]}\n`;
}

/**
 * The stops as CSV for a spreadsheet: RFC 4180, with the mark that says UTF-8.
 * @param {Life} life
 * @param {Texts} texts
 */
export function stopsCsv(life, texts) {
  const cell = (/** @type {unknown} */ value) => {
    const text = value === null ? "" : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const rows = life.stops.map((stop) => [
    ...Object.values(propertiesOf(life, stop, texts)),
    stop.lon,
    stop.lat,
  ]);
  const table = [[...life.fields, "lon", "lat"], ...rows];
  return `\ufeff${table.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/**
 * How to cite one stop: the stop, then the map as a whole, then where it is.
 * @param {Life} life
 * @param {number} index
 * @param {string} title of the stop
 * @param {string} address of the page, without a fragment
 */
export function citeStop(life, index, title, address) {
  const { id, seq, name_then, date_text } = life.stops[index];
  const where = `Stop ${seq} of ${life.stops.length} in`;
  const stop = `“${title}” (${name_then}, ${date_text}). ${where} ${life.citation}`;
  return `${stop} ${address}#${id}`;
}

/**
 * Hand a text to the reader as a file.
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function saveFile(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/**
 * Files by the name on their button: type and text.
 * @param {Life} life
 * @param {Texts} texts
 * @returns {Record<string, () => [string, string]>}
 */
export function filesOf(life, texts) {
  return {
    "stops.geojson": () => ["application/geo+json", stopsGeoJson(life, texts)],
    "stops.csv": () => ["text/csv;charset=utf-8", stopsCsv(life, texts)],
    "route.geojson": () => ["application/geo+json", routeGeoJson(life)],
  };
}
