// What lies where, coarsely: for names that belong on land, on the sea, or in their state.

import { boxesMeet } from "./boxes.js";
import { coarser, smallCanvas } from "./canvas.js";

/**
 * @typedef {object} Sample what lies where
 * @property {number} cell pixels
 * @property {number} columns
 * @property {number} rows
 * @property {Uint16Array} areas 0 for the sea, else a number
 * @property {string[]} entities entity of each number less one
 */

const CELL = 7;

/**
 * Sample which entity lies where.
 * @param {import("./canvas.js").View} view
 * @param {import("./ground.js").Ground} ground
 * @param {import("./politics.js").Politics} politics
 * @returns {Sample}
 */
export function sampleLand(view, ground, politics) {
  const context = smallCanvas("sample", view, CELL);
  const { width: columns, height: rows } = context.canvas;
  /** @type {Map<string, number[]>} */
  const faces = new Map();
  for (const face of politics.land) {
    if (!boxesMeet(ground.decoded.faces[face].box, view.box)) continue;
    const entity = ground.atlas.states[politics.stateOf[face]]?.entity ?? "";
    faces.set(entity, [...(faces.get(entity) ?? []), face]);
  }
  const entities = [...faces.keys()];
  // a checksum in green tells a true colour from a mixture at an edge
  const check = (/** @type {number} */ number) => (number * 37) % 251;
  entities.forEach((entity, index) => {
    context.fillStyle = `rgb(${index + 1} ${check(index + 1)} 90)`;
    context.fill(ground.facesIn(coarser(view, CELL), faces.get(entity) ?? []), "evenodd");
  });
  const { data } = context.getImageData(0, 0, columns, rows);
  const areas = new Uint16Array(columns * rows);
  let last = 0;
  for (let i = 0; i < areas.length; i++) {
    const number = data[4 * i];
    const alpha = data[4 * i + 3];
    if (alpha < 128) last = 0;
    else if (alpha === 255 && data[4 * i + 1] === check(number)) last = number;
    areas[i] = last;
  }
  return { cell: CELL, columns, rows, areas, entities };
}

/**
 * An open sea, for maps without an atlas.
 * @param {import("./canvas.js").View} view
 * @returns {Sample}
 */
export function sampleNothing({ width, height }) {
  const [columns, rows] = [Math.ceil(width / CELL), Math.ceil(height / CELL)];
  return { cell: CELL, columns, rows, areas: new Uint16Array(columns * rows), entities: [] };
}
