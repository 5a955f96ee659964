// Which signs would cover each other, and stand as one. Pure.

/** @typedef {import("./projection.js").Point} Point */

/**
 * Gather points that lie closer than a distance to the first of a group.
 * @param {ArrayLike<number>} points flat, pixels
 * @param {number} distance pixels
 * @param {(one: number, two: number) => number} [apartOf] distance of two points by their indices
 * @param {number} [within] what counts as closer, where apartOf does not measure pixels
 * @returns {number[][]} groups of indices, in order of their first point
 */
export function gather(points, distance, apartOf, within = distance) {
  /** @type {number[][]} */
  const groups = [];
  /** Groups by cell; a number is a quicker key than a text. @type {Map<number, number[]>} */
  const cells = new Map();
  const keyOf = (/** @type {number} */ column, /** @type {number} */ row) => column * 2 ** 26 + row;
  for (let index = 0; 2 * index < points.length; index++) {
    const x = points[2 * index];
    const y = points[2 * index + 1];
    const column = Math.floor(x / distance);
    const row = Math.floor(y / distance);
    let found = -1;
    let best = within;
    for (let cell = 0; cell < 9; cell++) {
      const near = cells.get(keyOf(column + (cell % 3) - 1, row + Math.floor(cell / 3) - 1));
      for (const group of near ?? []) {
        const [first] = groups[group];
        const apart = apartOf
          ? apartOf(first, index)
          : Math.hypot(points[2 * first] - x, points[2 * first + 1] - y);
        if (apart < best) [best, found] = [apart, group];
      }
    }
    if (found >= 0) {
      groups[found].push(index);
      continue;
    }
    const key = keyOf(column, row);
    const own = cells.get(key);
    if (own) own.push(groups.length);
    else cells.set(key, [groups.length]);
    groups.push([index]);
  }
  return groups;
}
