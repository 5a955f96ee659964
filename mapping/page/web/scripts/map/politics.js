// Who holds what in a period: fills, occupied land and frontiers, sorted for drawing. Pure.

import { rememberFew } from "../remember.js";
import { arcRole, changeDays, isKnown, lakesOn, lastBegun, statesOn, WATER } from "./atlas_file.js";
import { TINTS } from "./palette.js";

/** @typedef {import("./atlas_file.js").AtlasFile} AtlasFile */
/** @typedef {import("./atlas_file.js").Arc} Arc */
/**
 * @typedef {object} Politics who holds what in a period
 * @property {number[]} stateOf state index of each face; empty where no states are known
 * @property {number[]} land faces that are land
 * @property {number[]} coast arcs between land and sea
 * @property {number[]} lakes those that are there
 * @property {number[][]} byTint faces of each tint
 * @property {Map<number, number[]>} occupied faces by the tint of their occupier
 * @property {number[]} solid arcs: frontiers that survive as lines on the ground
 * @property {number[]} dashed arcs: frontiers reconstructed from towns
 * @property {number[]} dotted arcs: those that are known worst
 * @property {number[]} zones arcs between parts of one state
 */

const MOST_PERIODS = 24;
/** @type {Record<string, "solid" | "dashed" | "dotted">} by the kind of an arc */
const STROKES = { s: "solid", r: "dashed", w: "dotted" };

/**
 * Answer who holds what on a day, and remember the periods looked at.
 * @param {AtlasFile} atlas
 * @param {Arc[]} arcs
 * @returns {(day: string) => Politics}
 */
export function createPolitics(atlas, arcs) {
  const days = changeDays(atlas);
  /** @type {Map<number, Politics>} */
  const periods = new Map();
  return (day) => {
    const period = lastBegun(days, day, (begin) => begin);
    const number = isKnown(day) ? Math.max(0, period) : period < 0 ? -1 : days.length;
    return rememberFew(periods, MOST_PERIODS, number, () => {
      const politics = politicsOn(atlas, arcs, day);
      return isKnown(day) ? politics : withoutStates(politics);
    });
  };
}

/**
 * Land without a state, for a day that the atlas does not know.
 * @param {Politics} politics of the nearest day that it knows
 * @returns {Politics}
 */
function withoutStates({ land, coast, lakes }) {
  const byTint = Array.from({ length: TINTS }, (_, tint) => (tint ? [] : land));
  const lines = { coast, solid: [], dashed: [], dotted: [], zones: [] };
  return { stateOf: [], land, lakes, byTint, occupied: new Map(), ...lines };
}

/**
 * Sort faces and arcs by what they are on a day.
 * @param {AtlasFile} atlas
 * @param {Arc[]} arcs
 * @param {string} day YYYY-MM-DD
 * @returns {Politics}
 */
export function politicsOn(atlas, arcs, day) {
  const stateOf = statesOn(atlas, day);
  const tintOf = (/** @type {string} */ code) => (atlas.polities[code]?.tint ?? 0) % TINTS;
  /** @type {number[][]} */
  const byTint = Array.from({ length: TINTS }, () => []);
  /** @type {Map<number, number[]>} */
  const occupied = new Map();
  /** @type {number[]} */
  const land = [];
  stateOf.forEach((index, face) => {
    const { entity, sovereign, controller, status } = atlas.states[index];
    if (entity === WATER) return;
    land.push(face);
    byTint[tintOf(sovereign)].push(face);
    if (status !== "occupied" || controller === sovereign) return;
    const tint = tintOf(controller);
    occupied.set(tint, [...(occupied.get(tint) ?? []), face]);
  });
  /** @type {Record<"coast" | "solid" | "dashed" | "dotted" | "zones", number[]>} */
  const lines = { coast: [], solid: [], dashed: [], dotted: [], zones: [] };
  arcs.forEach((arc, index) => {
    const role = arcRole(arc, stateOf, atlas.states);
    if (role === "zone") lines.zones.push(index);
    else if (role === "coast") lines.coast.push(index);
    else if (role === "frontier") lines[STROKES[arc.kind]].push(index);
  });
  return { stateOf, land, lakes: lakesOn(atlas, day), byTint, occupied, ...lines };
}
