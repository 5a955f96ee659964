// Who holds what in a period: fills, occupied land and frontiers, sorted for drawing. Pure.

import { rememberFew } from "../remember.js";
import { arcRole, changeDays, isKnown, lastBegun, statesOn } from "./atlas_file.js";
import { TINTS } from "./palette.js";

/** @typedef {import("./atlas_file.js").AtlasFile} AtlasFile */
/** @typedef {import("./atlas_file.js").Arc} Arc */
/**
 * @typedef {object} Politics who holds what in a period
 * @property {number[]} stateOf state index of each face; empty where no states are known
 * @property {number[][]} byTint faces of each tint
 * @property {Map<number, number[]>} occupied faces by the tint of their occupier
 * @property {number[]} solid arcs: frontiers that survive as lines on the ground
 * @property {number[]} dashed arcs: frontiers reconstructed from towns
 * @property {number[]} zones arcs between parts of one state
 */

const MOST_PERIODS = 24;

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
  const nobody = withoutStates(atlas);
  return (day) => {
    if (!isKnown(day)) return nobody;
    const period = lastBegun(days, day, (begin) => begin);
    return rememberFew(periods, MOST_PERIODS, Math.max(0, period), () =>
      politicsOn(atlas, arcs, day),
    );
  };
}

/**
 * Land without a state, for a day that the atlas does not know.
 * @param {AtlasFile} atlas
 * @returns {Politics}
 */
function withoutStates({ faces }) {
  const byTint = Array.from({ length: TINTS }, (_, tint) => (tint ? [] : faces.map((_, at) => at)));
  return { stateOf: [], byTint, occupied: new Map(), solid: [], dashed: [], zones: [] };
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
  stateOf.forEach((index, face) => {
    const { sovereign, controller, status } = atlas.states[index];
    byTint[tintOf(sovereign)].push(face);
    if (status !== "occupied" || controller === sovereign) return;
    const tint = tintOf(controller);
    occupied.set(tint, [...(occupied.get(tint) ?? []), face]);
  });
  /** @type {Record<"solid" | "dashed" | "zones", number[]>} */
  const lines = { solid: [], dashed: [], zones: [] };
  arcs.forEach((arc, index) => {
    const role = arcRole(arc, stateOf, atlas.states);
    if (role === "zone") lines.zones.push(index);
    else if (role === "frontier") lines[arc.kind === "r" ? "dashed" : "solid"].push(index);
  });
  return { stateOf, byTint, occupied, ...lines };
}
