// Lines in the plane: thinned, measured, cut, shifted, rounded. Pure.

/** @typedef {import("./projection.js").Point} Point */

/**
 * Leave out the points of a line that stray less than a tolerance from it (Douglas and Peucker,
 * 1973). Both ends stay, so that lines that share an end go on sharing it.
 * @param {Float64Array} xy
 * @param {number} tolerance in the units of the line
 */
export function thinLine(xy, tolerance) {
  const last = xy.length / 2 - 1;
  if (last < 2) return xy;
  const isKept = new Uint8Array(last + 1);
  isKept[0] = isKept[last] = 1;
  const stack = [0, last];
  while (stack.length) {
    const to = /** @type {number} */ (stack.pop());
    const from = /** @type {number} */ (stack.pop());
    // plain variables: this is the hottest loop of a page that opens
    const ax = xy[2 * from];
    const ay = xy[2 * from + 1];
    const dx = xy[2 * to] - ax;
    const dy = xy[2 * to + 1] - ay;
    const square = dx * dx + dy * dy;
    let farthest = 0;
    let most = tolerance * tolerance;
    for (let i = from + 1; i < to; i++) {
      const px = xy[2 * i] - ax;
      const py = xy[2 * i + 1] - ay;
      const t = square ? Math.max(0, Math.min(1, (px * dx + py * dy) / square)) : 0;
      const offX = px - t * dx;
      const offY = py - t * dy;
      const off = offX * offX + offY * offY;
      if (off > most) {
        farthest = i;
        most = off;
      }
    }
    if (!farthest) continue;
    isKept[farthest] = 1;
    stack.push(from, farthest, farthest, to);
  }
  const kept = [];
  for (let i = 0; i <= last; i++) if (isKept[i]) kept.push(xy[2 * i], xy[2 * i + 1]);
  return Float64Array.from(kept);
}

/** Length of each point along a line. @param {Point[]} line */
export function measureLine(line) {
  const along = [0];
  for (let i = 1; i < line.length; i++) {
    along.push(along[i - 1] + Math.hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]));
  }
  return along;
}

/**
 * Place and direction at a length along a line.
 * @param {Point[]} line
 * @param {number[]} along of measureLine
 * @param {number} length
 * @returns {{x: number, y: number, angle: number, index: number}} angle in radians, clockwise
 *   from east
 */
export function walkLine(line, along, length) {
  let index = 1;
  let high = line.length - 1;
  while (index < high) {
    const middle = (index + high) >> 1;
    if (along[middle] < length) index = middle + 1;
    else high = middle;
  }
  const [a, b] = [line[index - 1], line[index]];
  const step = along[index] - along[index - 1] || 1;
  const t = Math.max(0, Math.min(1, (length - along[index - 1]) / step));
  return {
    x: a[0] + (b[0] - a[0]) * t,
    y: a[1] + (b[1] - a[1]) * t,
    angle: Math.atan2(b[1] - a[1], b[0] - a[0]),
    index,
  };
}

/**
 * First part of a line up to a length.
 * @param {Point[]} line
 * @param {number[]} along
 * @param {number} length
 * @returns {Point[]}
 */
export function cutLine(line, along, length) {
  if (length >= along[along.length - 1]) return line;
  const { x, y, index } = walkLine(line, along, length);
  return [...line.slice(0, index), [x, y]];
}

/**
 * Drop points closer than a distance to the last one kept; the ends stay.
 * @param {Point[]} line
 * @param {number} distance
 * @returns {Point[]}
 */
export function sparseLine(line, distance) {
  const kept = [line[0]];
  for (let i = 1; i < line.length - 1; i++) {
    const [x, y] = kept[kept.length - 1];
    if (Math.hypot(line[i][0] - x, line[i][1] - y) >= distance) kept.push(line[i]);
  }
  if (line.length > 1) kept.push(line[line.length - 1]);
  return kept;
}

/**
 * Shift a line to the right of its direction, easing in and out at its ends so that it still joins
 * its stops.
 * @param {Point[]} line pixels
 * @param {number} shift pixels
 * @param {number} ease pixels over which the shift grows
 * @returns {Point[]}
 */
export function shiftRight(line, shift, ease) {
  if (!shift || line.length < 2) return line;
  const along = measureLine(line);
  const total = along[along.length - 1];
  const reach = Math.min(ease, total / 2);
  const stations = new Set([reach / 3, (2 * reach) / 3, reach, total - reach]);
  stations.add(total - reach / 3).add(total - (2 * reach) / 3);
  /** @type {{x: number, y: number, at: number, index: number}[]} */
  const points = line.map(([x, y], index) => ({ x, y, at: along[index], index }));
  for (const at of stations) {
    const place = walkLine(line, along, at);
    points.push({ x: place.x, y: place.y, at, index: place.index });
  }
  points.sort((a, b) => a.at - b.at);
  return points.map(({ x, y, at }, index) => {
    const before = points[Math.max(0, index - 1)];
    const after = points[Math.min(points.length - 1, index + 1)];
    const [dx, dy] = [after.x - before.x, after.y - before.y];
    const size = Math.hypot(dx, dy) || 1;
    const t = Math.min(1, Math.min(at, total - at) / (reach || 1));
    const push = shift * t * t * (3 - 2 * t);
    // y grows southwards, so the right of (dx, dy) is (-dy, dx)
    return /** @type {Point} */ ([x - (dy / size) * push, y + (dx / size) * push]);
  });
}

/**
 * Round the corners of a line with quadratic curves, sampled.
 * @param {Point[]} line pixels
 * @param {number} radius pixels, at most, from the corner to where the curve begins
 * @returns {Point[]}
 */
export function roundCorners(line, radius) {
  if (line.length < 3) return line;
  /** @type {Point[]} */
  const out = [line[0]];
  for (let i = 1; i < line.length - 1; i++) {
    const [a, b, c] = [line[i - 1], line[i], line[i + 1]];
    const before = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const after = Math.hypot(c[0] - b[0], c[1] - b[1]);
    const r = Math.min(radius, before * 0.5, after * 0.5);
    const bend = Math.abs(
      ((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])) / (before * after || 1),
    );
    if (r < 1 || bend < 0.03) {
      out.push(b);
      continue;
    }
    const start = [b[0] + ((a[0] - b[0]) * r) / before, b[1] + ((a[1] - b[1]) * r) / before];
    const end = [b[0] + ((c[0] - b[0]) * r) / after, b[1] + ((c[1] - b[1]) * r) / after];
    const pieces = Math.max(2, Math.ceil(r / 4));
    for (let step = 0; step <= pieces; step++) {
      const t = step / pieces;
      out.push([
        (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * b[0] + t * t * end[0],
        (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * b[1] + t * t * end[1],
      ]);
    }
  }
  out.push(line[line.length - 1]);
  return out;
}
