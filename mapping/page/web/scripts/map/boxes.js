// Boxes in the plane: bounds of lines, of views, of labels. Pure.

/**
 * @typedef {[number, number, number, number]} Box west/left, north/top, east/right, south/bottom
 */

/** Bounding box of a flat list of points. @param {ArrayLike<number>} xy @returns {Box} */
export function boxOf(xy) {
  /** @type {Box} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    if (xy[i] < box[0]) box[0] = xy[i];
    if (xy[i] > box[2]) box[2] = xy[i];
    if (xy[i + 1] < box[1]) box[1] = xy[i + 1];
    if (xy[i + 1] > box[3]) box[3] = xy[i + 1];
  }
  return box;
}

/** Smallest box around two. @param {Box} a @param {Box} b @returns {Box} */
export function joinBoxes(a, b) {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** Whether two boxes share a point. @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
export function boxesMeet(a, b) {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** Whether boxes overlap; touching is fine. @param {Box} a @param {Box} b */
export function boxesOverlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
