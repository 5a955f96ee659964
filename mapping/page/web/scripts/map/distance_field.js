// Soft edges by distance: the rim of the sea, the wash along frontiers. Pure.

const FAR = 1e6;

/**
 * Grow distances from the cells that have one: two sweeps of a 3 × 3 chamfer mask (Borgefors 1986).
 * @param {Float32Array} d in cells; changed in place
 * @param {number} width cells
 * @param {number} height cells
 */
export function sweepDistances(d, width, height) {
  const diagonal = Math.SQRT2;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      let best = d[i];
      if (x && d[i - 1] + 1 < best) best = d[i - 1] + 1;
      if (y) {
        if (d[i - width] + 1 < best) best = d[i - width] + 1;
        if (x && d[i - width - 1] + diagonal < best) best = d[i - width - 1] + diagonal;
        if (x < width - 1 && d[i - width + 1] + diagonal < best) best = d[i - width + 1] + diagonal;
      }
      d[i] = best;
    }
  }
  for (let y = height - 1, i = d.length - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--, i--) {
      let best = d[i];
      if (x < width - 1 && d[i + 1] + 1 < best) best = d[i + 1] + 1;
      if (y < height - 1) {
        if (d[i + width] + 1 < best) best = d[i + width] + 1;
        if (x < width - 1 && d[i + width + 1] + diagonal < best) best = d[i + width + 1] + diagonal;
        if (x && d[i + width - 1] + diagonal < best) best = d[i + width - 1] + diagonal;
      }
      d[i] = best;
    }
  }
  return d;
}

/**
 * Distance of every cell to the nearest covered one. Cells that are covered in part begin at the
 * part that is missing, so that edges stay smooth.
 * @param {Uint8ClampedArray} rgba
 * @param {number} width cells
 * @param {number} height cells
 * @returns {Float32Array} in cells
 */
export function distanceFrom(rgba, width, height) {
  const d = new Float32Array(width * height);
  for (let i = 0; i < d.length; i++) {
    const alpha = rgba[4 * i + 3];
    d[i] = alpha ? 1 - alpha / 255 : FAR;
  }
  return sweepDistances(d, width, height);
}

/**
 * Where each area is widest: the cell farthest from its edge and from the edge of the raster.
 * @param {Uint16Array} areas number of the area of each cell, 0 for none
 * @param {number} width cells
 * @param {number} height cells
 * @param {number} margin cells along the edge that do not count
 * @returns {Map<number, {x: number, y: number, reach: number}>} by area, in cells
 */
export function widestPlaces(areas, width, height, margin) {
  const d = new Float32Array(areas.length).fill(FAR);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const isEdge =
        x < margin ||
        y < margin ||
        x >= width - margin ||
        y >= height - margin ||
        areas[i] !== areas[i - 1] ||
        areas[i] !== areas[i + 1] ||
        areas[i] !== areas[i - width] ||
        areas[i] !== areas[i + width];
      if (isEdge) d[i] = 0;
    }
  }
  sweepDistances(d, width, height);
  /** @type {Map<number, {x: number, y: number, reach: number}>} */
  const widest = new Map();
  for (let i = 0; i < d.length; i++) {
    if (!areas[i] || d[i] <= (widest.get(areas[i])?.reach ?? 0)) continue;
    widest.set(areas[i], { x: (i % width) + 0.5, y: Math.floor(i / width) + 0.5, reach: d[i] });
  }
  return widest;
}

/**
 * Replace the alpha of an image by a fall-off with the distance from what it shows, in one colour.
 * @param {ImageData} image
 * @param {[number, number, number]} colour
 * @param {(distance: number) => number} fallOff alpha, 0 to 1, at a distance in cells
 * @param {number} reach cells, beyond which nothing is drawn
 */
export function makeGlow(image, [red, green, blue], fallOff, reach) {
  const { data, width, height } = image;
  const distances = distanceFrom(data, width, height);
  const table = Array.from({ length: 4 * reach + 1 }, (_, i) => Math.round(255 * fallOff(i / 4)));
  for (let i = 0; i < distances.length; i++) {
    const at = Math.round(4 * distances[i]);
    data[4 * i] = red;
    data[4 * i + 1] = green;
    data[4 * i + 2] = blue;
    data[4 * i + 3] = table[at] ?? 0;
  }
}
