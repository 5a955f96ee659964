// What a chapter's plate names beside the stops: states, towns and rivers of the day.

import { nameOn } from "../map/atlas_file.js";
import { placesBeside, placesWithin } from "../map/lettering.js";
import { lineWidth } from "../map/text.js";

/** @typedef {import("../map/atlas_file.js").AtlasFile} AtlasFile */
/** @typedef {import("../map/feature_names.js").Feature} Feature */
/** @typedef {import("../map/lettering.js").Wish} Wish */
/** @typedef {import("../map/palette.js").Palette} Palette */
/** @typedef {import("../map/projection.js").Point} Point */
/**
 * @typedef {object} Sheet what names are placed on
 * @property {CanvasRenderingContext2D} context
 * @property {Palette} palette
 * @property {(lon: number, lat: number) => [number, number]} toPixels
 * @property {number} width pixels
 * @property {number} height pixels
 * @property {number} scale pixels in a kilometre
 * @property {string} day YYYY-MM-DD
 * @property {Point[]} taken where the stops are
 * @property {import("../map/atlas_names.js").Lettering} lettering
 */

/** Pixels in a kilometre from which towns of a rank are named, and rivers. */
const LEAST_SCALE = [0, 0.2, 0.3, 0.55, 1];
const RIVER_SCALE = 0.2;
const APART = 16;
const STATE_SIZE = 12;
/** A state's name may be as wide as so many radii of its room. */
const STATE_ROOM = 2.2;

/** @param {Sheet} sheet @param {Point} point */
function isInside({ width, height }, [x, y]) {
  return x > 0 && y > 0 && x < width && y < height;
}

/** Whether no stop is near. @param {Sheet} sheet @param {Point} point */
function isApart({ taken }, [x, y]) {
  return taken.every(([left, top]) => Math.hypot(left - x, top - y) >= APART);
}

/**
 * States whose label lies in the plate.
 * @param {Sheet} sheet
 * @param {AtlasFile} atlas
 * @returns {Wish[]}
 */
function stateWishes(sheet, atlas) {
  const { context, palette, scale, day, toPixels, lettering } = sheet;
  const spacing = STATE_SIZE * lettering.state.chapter[0];
  return atlas.labels.flatMap(([code, from, to, lon, lat, km]) => {
    const point = toPixels(lon, lat);
    if (day < from || day >= to || !isInside(sheet, point)) return [];
    const text = nameOn(atlas.polities[code].names, day).toUpperCase();
    const font = `400 ${STATE_SIZE}px ${palette["font-text"]}`;
    const runs = [{ text, font, fill: palette.label, spacing }];
    if (lineWidth(context, runs) > km * scale * STATE_ROOM) return [];
    const places = placesWithin(...point, km * scale);
    const wish = { role: "state", text, lines: [runs], leading: 14, places };
    return [{ ...wish, halo: palette.paper, weight: 0.9, crossing: 0 }];
  });
}

/**
 * Towns and rivers that are not on the way.
 * @param {Sheet} sheet
 * @param {AtlasFile} atlas
 * @param {Feature[]} features
 * @returns {Wish[]}
 */
function nearWishes(sheet, atlas, features) {
  const { context, palette, scale, day, toPixels } = sheet;
  const towns = atlas.towns
    .filter(({ rank }) => scale >= LEAST_SCALE[rank])
    .map(({ lon, lat, rank, names }) => ({ lon, lat, rank, name: nameOn(names, day) }));
  const others = features
    .filter(({ kind, from = "" }) => (kind === "river" || kind === "town") && from <= day)
    .filter(() => scale >= RIVER_SCALE)
    .map(({ lon, lat, name, kind }) => ({ lon, lat, name, rank: kind === "town" ? 3 : 0 }));
  const told = new Set();
  return [...towns, ...others].flatMap(({ lon, lat, rank, name }) => {
    const point = toPixels(lon, lat);
    if (told.has(name) || !isInside(sheet, point) || !isApart(sheet, point)) return [];
    told.add(name);
    const font = rank
      ? `500 11px ${palette["font-sans"]}`
      : `italic 400 12px ${palette["font-text"]}`;
    const runs = [{ text: name, font, fill: rank ? palette.label : palette["sea-label"] }];
    const places = placesBeside(...point, lineWidth(context, runs), 12, 4);
    const weight = rank ? 0.8 - rank / 10 : 0.1;
    const wish = { role: "town", text: name, lines: [runs], leading: 12, places, weight };
    return [{ ...wish, halo: palette.paper, crossing: 0, ...(rank ? { dot: point } : {}) }];
  });
}

/**
 * What a plate names beside its stops.
 * @param {Sheet} sheet
 * @param {AtlasFile} atlas
 * @param {Feature[]} features
 * @returns {Wish[]}
 */
export function wishesAround(sheet, atlas, features) {
  return [...stateWishes(sheet, atlas), ...nearWishes(sheet, atlas, features)];
}
