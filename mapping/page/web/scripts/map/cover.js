// What is taken on the map already: by the route, by other names, by land or sea. Pure.

import { remember } from "../remember.js";
import { boxesOverlap } from "./boxes.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./projection.js").Point} Point */
/** @typedef {import("./sample.js").Sample} Sample */

const CELL = 5;
const TAKEN_CELL = 64;

/** @typedef {ReturnType<typeof createCover>} Cover */

/**
 * Make a raster of what lines cover, so that names can keep off the route, beside one of the land,
 * so that the names of seas can keep off it.
 * @param {number} width pixels
 * @param {number} height pixels
 * @param {Sample} sample
 */
export function createCover(width, height, sample) {
  const columns = Math.ceil(width / CELL) + 1;
  const rows = Math.ceil(height / CELL) + 1;
  const cells = new Uint8Array(columns * rows);
  /** @param {number} x @param {number} y */
  const mark = (x, y) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    cells[Math.floor(y / CELL) * columns + Math.floor(x / CELL)] = 1;
  };
  return {
    /** @param {Point[]} line @param {number} dx @param {number} dy */
    add(line, dx, dy) {
      for (let i = 1; i < line.length; i++) {
        const [ax, ay] = [line[i - 1][0] + dx, line[i - 1][1] + dy];
        const [bx, by] = [line[i][0] + dx, line[i][1] + dy];
        if (Math.max(ax, bx) < 0 || Math.min(ax, bx) > width) continue;
        if (Math.max(ay, by) < 0 || Math.min(ay, by) > height) continue;
        const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / CELL));
        for (let step = 0; step <= steps; step++) {
          mark(ax + ((bx - ax) * step) / steps, ay + ((by - ay) * step) / steps);
        }
      }
    },
    /** Part of a box that stands outside an area. @param {Box} box @param {number} on */
    astray: (box, on) => partAstray(sample, box, on),
    /** Number of covered cells in a box. @param {Box} box */
    count(box) {
      let sum = 0;
      const right = Math.min(columns - 1, Math.floor(box[2] / CELL));
      const bottom = Math.min(rows - 1, Math.floor(box[3] / CELL));
      for (let row = Math.max(0, Math.floor(box[1] / CELL)); row <= bottom; row++) {
        for (let column = Math.max(0, Math.floor(box[0] / CELL)); column <= right; column++) {
          sum += cells[row * columns + column];
        }
      }
      return sum;
    },
  };
}

/**
 * Part of a box that stands outside an area.
 * @param {Sample} sample
 * @param {Box} box
 * @param {number} on
 */
function partAstray({ cell, columns, rows, areas }, box, on) {
  let [wrong, all] = [0, 0];
  for (let row = Math.floor(box[1] / cell); row <= box[3] / cell; row++) {
    for (let column = Math.floor(box[0] / cell); column <= box[2] / cell; column++) {
      if (row < 0 || column < 0 || row >= rows || column >= columns) continue;
      if (areas[row * columns + column] !== on) wrong++;
      all++;
    }
  }
  return all ? wrong / all : 1;
}

/** @typedef {ReturnType<typeof createTaken>} Taken */

/** Boxes that are taken, sorted into cells so that a crowd costs no more than a few. */
export function createTaken() {
  /** @type {Map<number, Box[]>} */
  const cells = new Map();
  /** @param {Box} box @param {(list: Box[]) => boolean} visit */
  const some = (box, visit) => {
    for (let column = Math.floor(box[0] / TAKEN_CELL); column <= box[2] / TAKEN_CELL; column++) {
      for (let row = Math.floor(box[1] / TAKEN_CELL); row <= box[3] / TAKEN_CELL; row++) {
        const key = column * 65536 + row;
        if (visit(remember(cells, key, () => []))) return true;
      }
    }
    return false;
  };
  return {
    /** @param {Box} box */
    add(box) {
      some(box, (list) => {
        list.push(box);
        return false;
      });
    },
    /** @param {Box} box @param {Box} [own] which does not count */
    meets: (box, own) =>
      some(box, (list) => list.some((other) => other !== own && boxesOverlap(box, other))),
  };
}
