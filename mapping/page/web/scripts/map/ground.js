// The ground: the atlas projected once, and all that drawing asks of it.

import { remember } from "../remember.js";
import { decodeAtlas, faceAt } from "./atlas_file.js";
import { boxOf } from "./boxes.js";
import { createOutlines } from "./outlines.js";
import { createPolitics } from "./politics.js";
import { decodePolyline } from "./polyline.js";
import { projectAll, toWorld, worldPerKm } from "./projection.js";

/** @typedef {import("./atlas_file.js").AtlasFile} AtlasFile */
/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {{xy: Float64Array, box: Box}} Water a shore or a river, in world units */

const OFFSHORE_KM = 12;

/**
 * Bounds in world units.
 * @param {[number, number, number, number]} bounds west, south, east, north
 * @returns {Box}
 */
export function extentOf([west, south, east, north]) {
  const [left, bottom] = toWorld(west, south);
  const [right, top] = toWorld(east, north);
  return [left, top, right, bottom];
}

/**
 * Prepare the atlas for drawing.
 * @param {AtlasFile} atlas
 */
export function createGround(atlas) {
  const decoded = decodeAtlas(atlas);
  /** @param {string} text @returns {Water} */
  const water = (text) => {
    const xy = projectAll(decodePolyline(text, atlas.per_degree));
    return { xy, box: boxOf(xy) };
  };
  return {
    atlas,
    decoded,
    extent: extentOf(atlas.bounds),
    lakes: atlas.lakes.map(([, , , ...rings]) => rings.map(water)),
    rivers: atlas.rivers.map(([rank, text]) => ({ rank, ...water(text) })),
    ...createOutlines(decoded),
    politicsOn: createPolitics(atlas, decoded.arcs),
    /**
     * Face of a place, a little way off the coast too, or -1.
     * @param {number} lon
     * @param {number} lat
     */
    faceOf: (lon, lat) => faceAt(decoded, toWorld(lon, lat), OFFSHORE_KM * worldPerKm(lat)),
  };
}

/** @typedef {ReturnType<typeof createGround>} Ground */

/** @type {WeakMap<AtlasFile, Ground>} */
const grounds = new WeakMap();

/**
 * The ground of an atlas, prepared once however many maps show it.
 * @param {AtlasFile} atlas
 * @returns {Ground}
 */
export function groundOf(atlas) {
  return remember(grounds, atlas, () => createGround(atlas));
}
