// Which step a key, an address or a swipe leads to. Pure.

/** @typedef {import("../life.js").Life} Life */
/** @typedef {import("../life.js").Stop} Stop */

const SWIPE = 44;

/**
 * Step that a key leads to, or null where the key has no meaning.
 * @param {string} key
 * @param {number} index -1 before the first stop, `stops.length` after the last
 * @param {Life} life
 * @returns {number | null}
 */
export function stepOfKey(key, index, life) {
  const last = life.stops.length - 1;
  const clamp = (/** @type {number} */ to) => Math.max(-1, Math.min(last + 1, to));
  switch (key) {
    case "ArrowRight":
    case "j":
    case "J":
      return clamp(index + 1);
    case "ArrowLeft":
    case "k":
    case "K":
      return clamp(index - 1);
    case "Home":
      return 0;
    case "End":
      return last;
    case "Escape":
      return -1;
    default:
      return null;
  }
}

/**
 * Step that a key leads to on the slider, which has more keys and no overview.
 * @param {string} key
 * @param {number} index
 * @param {Life} life
 * @returns {number | null}
 */
export function stepOfSliderKey(key, index, life) {
  const last = life.stops.length - 1;
  const chapterAt = (/** @type {number} */ at) =>
    life.stops[Math.max(0, Math.min(last, at))].chapter;
  if (key === "ArrowUp") return stepOfKey("ArrowRight", index, life);
  if (key === "ArrowDown") return stepOfKey("ArrowLeft", index, life);
  if (key === "PageUp") {
    let to = Math.max(0, index);
    while (to < last && chapterAt(to) === chapterAt(index)) to++;
    return to;
  }
  if (key === "PageDown") {
    let to = Math.min(last, index) - 1;
    while (to > 0 && chapterAt(to - 1) === chapterAt(to)) to--;
    return Math.max(0, to);
  }
  return stepOfKey(key, index, life);
}

/**
 * Stop that an address names: a stop's id, or a chapter's; -1 for the bare address, null for one
 * that names something else.
 * @param {string} hash such as `#orenburg-exile`
 * @param {Life} life
 * @returns {number | null}
 */
export function stepOfHash(hash, life) {
  let id = hash.replace(/^#/, "");
  try {
    id = decodeURIComponent(id);
  } catch {
    return null;
  }
  if (!id) return -1;
  const index = life.stops.findIndex((stop) => stop.id === id);
  if (index >= 0) return index;
  // addresses of the first edition say chapter- alone
  const name = id.replace(/^(page--)?chapter-/, "");
  const chapter = name === id ? -1 : life.chapters.findIndex((each) => each.id === name);
  if (chapter < 0) return null;
  const first = life.stops.findIndex((stop) => stop.chapter === chapter);
  return first < 0 ? null : first;
}

/**
 * Swipe that a touch has made: 1 for the next stop, -1 for the one before, 0 for none.
 * @param {number} dx pixels
 * @param {number} dy pixels
 */
export function swipeOf(dx, dy) {
  return Math.abs(dx) >= SWIPE && Math.abs(dx) > 1.8 * Math.abs(dy) ? -Math.sign(dx) : 0;
}
