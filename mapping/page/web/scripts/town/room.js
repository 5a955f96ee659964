// Room for the names on a town's plan: what is taken, and how far a name may give way. Pure.

import { boxesOverlap } from "../map/boxes.js";

/** @typedef {import("../map/boxes.js").Box} Box */
/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ box: Box, of?: Element }} Taken a box, and whose it is */

const LEAST = 9; // pixels on the screen of the smallest type
const SMALLEST = 9; // units of the smallest type in a plan

/** How much larger things are drawn than in the plan. @param {number} scale pixels in a unit */
export function growthAt(scale) {
  return Math.max(1, LEAST / (SMALLEST * scale));
}

/**
 * Take a box, unless another has it or it leaves the frame.
 * @param {Taken} wanted
 * @param {Taken[]} taken
 * @param {Box} frame
 */
export function takeBox({ box, of }, taken, frame) {
  const isInside =
    box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3];
  const isFree =
    isInside && !taken.some((other) => (!of || other.of !== of) && boxesOverlap(box, other.box));
  if (isFree) taken.push({ box, of });
  return isFree;
}

/** How far a span is moved to lie in another. @param {number[]} span @param {number[]} room */
export function shiftInto([from, to], [low, high]) {
  return Math.max(low - from, 0) || Math.min(high - to, 0);
}

/**
 * How far a name may be moved from where it was placed, the least first: along its mark, and to
 * the other side of it.
 * @param {Box} box of its letters
 * @param {Point} at its mark
 * @returns {[x: number, y: number][]}
 */
export function movesOf([left, top, right, bottom], at) {
  const along = [0, -0.25, 0.25, -0.5, 0.5].map((share) => share * (right - left));
  const over = 2 * at.y - top - bottom;
  return [0, over].flatMap((y) => along.map((x) => /** @type {[number, number]} */ ([x, y])));
}
