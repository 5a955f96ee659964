// Where a document made by folium begins: layers by their blocks of JSON, and the map of a life.

import { readBlock } from "./dom.js";
import { unfoldLife } from "./life.js";
import { LifeRoute } from "./map/life_route.js";
import { LifeStops } from "./map/life_stops.js";
import { startCards } from "./map/map.js";
import { PeriodAtlas } from "./map/period_atlas.js";
import { remember } from "./remember.js";

/** @typedef {import("./map/atlas_file.js").AtlasFile} AtlasFile */
/** @typedef {import("./map/map.js").Layers} Layers */

/** @type {Map<string, any>} JSON of any shape; who reads it knows which */
const blocks = new Map();

/** A block of the document, parsed once. @param {string} id */
function blockOf(id) {
  return remember(blocks, id, () => readBlock(id));
}

/** The life of a block, its tables as rows, once. @param {string} id */
export function lifeOf(id) {
  return remember(blocks, `${id} as rows`, () => unfoldLife(readBlock(id)));
}

/**
 * The atlas of a day, with the coast of the world where the map reaches beyond it.
 * @param {{day: string, reach?: import("./map/beyond.js").Degrees}} given YYYY-MM-DD
 */
export function periodAtlas({ day, reach }) {
  const { unpacked } = /** @type {{unpacked?: Promise<AtlasFile>}} */ (globalThis);
  const relief = blockOf("page--relief-data")?.image;
  const coast = reach && { ...blockOf("page--coast-data"), reach };
  const features = blockOf("page--features-data") ?? [];
  const atlas = unpacked ?? blockOf("page--atlas-data");
  return new PeriodAtlas({ atlas, day, relief, features, coast });
}

/** The legs of a block. @param {{block: string}} given */
export function lifeRoute({ block }) {
  const { legs } = lifeOf(block);
  return new LifeRoute({ legs });
}

/**
 * Name and stops of each chapter of the headline.
 * @param {import("./life.js").Stop[]} stops
 * @param {import("./life.js").Chapter[]} [chapters]
 */
function headlineOf(stops, chapters = []) {
  return chapters.flatMap(({ name, headline }, chapter) => {
    const of = stops.flatMap((stop, index) => (stop.chapter === chapter ? [index] : []));
    return headline && of.length ? [{ name, of }] : [];
  });
}

/** The stops of a block. @param {{block: string}} given */
export function lifeStops({ block }) {
  const { stops, chapters, one_town_km: townKm } = lifeOf(block);
  const { symbols } = blockOf("page--signs-data");
  return new LifeStops({ stops, symbols, townKm, headline: headlineOf(stops, chapters) });
}

/**
 * Run the map of a life with a card for each stop, as in a notebook.
 * @param {L.Map} map
 * @param {Layers} layers
 */
function start(map, layers) {
  layers.period.loading.then((atlas) => {
    startCards(map, atlas, layers);
    document.documentElement.dataset.ready = "true";
  });
}

Object.assign(globalThis, { SergeMap: { periodAtlas, lifeRoute, lifeStops, start } });
