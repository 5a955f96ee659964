// The names of rivers, ranges, regions and small towns on the way, each at the place it was given.

import { placesBeside, placesWithin } from "./lettering.js";
import { toWorld } from "./projection.js";
import { lineWidth } from "./text.js";
import { typeOf } from "./view.js";

/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./lettering.js").Wish} Wish */
/**
 * @typedef {object} Feature
 * @property {"river" | "range" | "region" | "town"} kind
 * @property {string} name
 * @property {number} lon
 * @property {number} lat
 * @property {string} [from] first day on which it was called so
 */

/** Zoom from which each kind is named. */
const ZOOM = { river: 4.9, range: 4.2, region: 4.6, town: 5 };
/** Weight of each kind: towns of the way before rivers, rivers before states that are far away. */
const WEIGHT = { river: 70, range: 60, region: 88, town: 92 };

/**
 * Look of a kind of name.
 * @param {Brush} brush
 * @param {Feature["kind"]} kind
 */
function lookOf({ view, palette }, kind) {
  const grow = typeOf(view);
  const [serif, sans] = [palette["font-text"], palette["font-sans"]];
  const looks = {
    river: { font: `italic 400 ${13 * grow}px ${serif}`, fill: palette["sea-label"], spacing: 0.6 },
    range: { font: `400 ${12 * grow}px ${serif}`, fill: palette.label, spacing: 3 },
    region: { font: `400 ${13 * grow}px ${serif}`, fill: palette.label, spacing: 4 },
    town: { font: `500 ${11.5 * grow}px ${sans}`, fill: palette.label, spacing: 0 },
  };
  return looks[kind];
}

/**
 * Wishes of features in view.
 * @param {Brush} brush
 * @param {Feature[]} features
 * @param {string} day YYYY-MM-DD
 * @param {import("./stops.js").Place[]} places of the route
 * @returns {Wish[]}
 */
export function featureWishes(brush, features, day, places) {
  const { context, view, palette } = brush;
  return features.flatMap(({ kind, name, lon, lat, from = "" }) => {
    if (view.zoom < ZOOM[kind] || day < from) return [];
    const [worldX, worldY] = toWorld(lon, lat);
    const [x, y] = [worldX * view.scale - view.x, worldY * view.scale - view.y];
    if (x < 0 || y < 0 || x > view.width || y > view.height) return [];
    const isTaken = places.some(
      (each) => Math.hypot(each.x - view.x - x, each.y - view.y - y) < 16,
    );
    if (isTaken) return [];
    const isLarge = kind === "range" || kind === "region";
    const text = isLarge ? name.toUpperCase() : name;
    const runs = [{ text, ...lookOf(brush, kind) }];
    const width = lineWidth(context, runs);
    /** @type {Wish} */
    const wish = {
      role: kind === "town" ? "town" : "feature",
      text: name,
      lines: [runs],
      leading: 14,
      halo: isLarge ? "" : palette.paper,
      weight: WEIGHT[kind],
      places: isLarge ? placesWithin(x, y, 60) : placesBeside(x, y, width, 14, 5),
      crossing: isLarge ? 2 : 1,
    };
    return [kind === "town" ? { ...wish, dot: [x, y] } : wish];
  });
}
