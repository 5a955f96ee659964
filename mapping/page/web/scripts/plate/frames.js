// What part of the plane a small plate shows. Pure.

import { projectionOf } from "./projections.js";

/** @typedef {[lon: number, lat: number]} Position */
/**
 * @typedef {object} Frame
 * @property {string} crs PROJ string
 * @property {number} west metres of the left edge
 * @property {number} north metres of the upper edge
 * @property {number} scale pixels in a metre
 * @property {number} width pixels
 * @property {number} height pixels
 */

const LEAST_METRES = 9e5;

/**
 * A frame that holds positions with a margin.
 * @param {string} crs
 * @param {Position[]} positions
 * @param {{width: number, height: number, margin: number}} size pixels
 * @returns {Frame}
 */
export function frameAround(crs, positions, { width, height, margin }) {
  const project = projectionOf(crs);
  const points = positions.map(([lon, lat]) => project(lon, lat));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(
    (width - 2 * margin) / Math.max(east - west, LEAST_METRES),
    (height - 2 * margin) / Math.max(north - south, LEAST_METRES * (height / width)),
  );
  return {
    ...{ crs, scale, width, height },
    west: (west + east) / 2 - width / 2 / scale,
    north: (south + north) / 2 + height / 2 / scale,
  };
}

/**
 * From degrees to the pixels of a frame.
 * @param {Frame} frame
 * @returns {(lon: number, lat: number) => [number, number]}
 */
export function pixelsOf({ crs, west, north, scale }) {
  const project = projectionOf(crs);
  return (lon, lat) => {
    const [x, y] = project(lon, lat);
    return [(x - west) * scale, (north - y) * scale];
  };
}
