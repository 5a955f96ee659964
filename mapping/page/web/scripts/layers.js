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

/** The atlas of a day. @param {{day: string}} given YYYY-MM-DD */
export function periodAtlas({ day }) {
  const { unpacked } = /** @type {{unpacked?: Promise<AtlasFile>}} */ (globalThis);
  const relief = blockOf("page--relief-data")?.image;
  return new PeriodAtlas({ atlas: unpacked ?? blockOf("page--atlas-data"), day, relief });
}

/** The legs of a block. @param {{block: string}} given */
export function lifeRoute({ block }) {
  const { legs } = lifeOf(block);
  return new LifeRoute({ legs, guard: blockOf("page--signs-data").strokes.guard });
}

/** The stops of a block. @param {{block: string}} given */
export function lifeStops({ block }) {
  const { stops, one_town_km: townKm } = lifeOf(block);
  return new LifeStops({ stops, symbols: blockOf("page--signs-data").symbols, townKm });
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
