// How the strokes of legs are traced. Pure.

import { cutLine, walkLine } from "./geometry.js";

/** @typedef {import("./ways.js").Way} Way */
/** @typedef {import("./projection.js").Point} Point */
/**
 * @typedef {{dash: number[], width: number, round: boolean, core: number, strength: number}}
 *   Stroke as Python decided it
 */

/** Pixels of a way that is too short for an arrow, and from which it has two and three. */
const ARROWS = [70, 420, 900];

/**
 * Append the first part of a way to a path.
 * @param {Path2D} path
 * @param {Way} way
 * @param {number} part 0 to 1
 */
export function traceWay(path, way, part) {
  let left = way.total * part;
  way.lines.forEach((line, index) => {
    if (left <= 0 || line.length < 2) return;
    const cut = left >= way.lengths[index] ? line : cutLine(line, way.alongs[index], left);
    left -= way.lengths[index];
    path.moveTo(cut[0][0], cut[0][1]);
    for (let i = 1; i < cut.length; i++) path.lineTo(cut[i][0], cut[i][1]);
  });
}

/**
 * Append arrow heads that point along the way.
 * @param {Path2D} path
 * @param {Way} way
 * @param {number} size pixels
 */
export function traceArrows(path, way, size) {
  way.lines.forEach((line, index) => {
    const length = way.lengths[index];
    if (length < ARROWS[0]) return;
    const count = length > ARROWS[2] ? 3 : length > ARROWS[1] ? 2 : 1;
    for (let i = 1; i <= count; i++) {
      const tip = walkLine(line, way.alongs[index], (length * (i - 0.5)) / count + size);
      const [cos, sin] = [Math.cos(tip.angle), Math.sin(tip.angle)];
      const at = (/** @type {number} */ back, /** @type {number} */ side) =>
        /** @type {Point} */ ([tip.x - back * cos - side * sin, tip.y - back * sin + side * cos]);
      path.moveTo(tip.x, tip.y);
      path.lineTo(...at(size * 2, size * 0.85));
      path.lineTo(...at(size * 1.45, 0));
      path.lineTo(...at(size * 2, -size * 0.85));
      path.closePath();
    }
  });
}
