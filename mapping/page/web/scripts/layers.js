// Where a document made by folium begins: layers by their blocks of JSON, and the map of a life.

import { blockOf, lifeOf } from "./blocks.js";
import { LifeRoute } from "./map/life_route.js";
import { LifeStops } from "./map/life_stops.js";
import { startCards } from "./map/map.js";
import { PeriodAtlas } from "./map/period_atlas.js";

/** @typedef {import("./map/atlas_file.js").AtlasFile} AtlasFile */
/** @typedef {import("./map/map.js").Layers} Layers */

/**
 * The atlas of a day, with the coast of the world where the map reaches beyond it.
 * @param {{day: string, reach?: import("./map/beyond.js").Degrees}} given YYYY-MM-DD
 */
export function periodAtlas({ day, reach }) {
  const relief = blockOf("page--relief-data")?.image;
  const coast = reach && { ...blockOf("page--coast-data"), reach };
  const features = blockOf("page--features-data") ?? [];
  const atlas = /** @type {AtlasFile} */ (blockOf("page--atlas-data"));
  const { lettering } = blockOf("page--signs-data");
  return new PeriodAtlas({ atlas, day, lettering, relief, features, coast });
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

/** What makes the layers of a document. */
export const makers = { periodAtlas, lifeRoute, lifeStops };

const { SergeMap } = /** @type {{SergeMap?: object}} */ (globalThis);
Object.assign(globalThis, { SergeMap: { ...SergeMap, ...makers, start } });
