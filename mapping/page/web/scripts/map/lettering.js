// Lettering: which names stand on the map, and where. Pure but for the measuring of text.

import { createTaken } from "./cover.js";
import { lineWidth } from "./text.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./cover.js").Cover} Cover */
/** @typedef {import("./projection.js").Point} Point */
/** @typedef {import("./text.js").Run} Run */
/**
 * @typedef {object} Wish a label that wants a place
 * @property {string} role "stop" | "state" | "sea" | "town" | "number"
 * @property {string} text as a reader would say it
 * @property {Run[][]} lines
 * @property {number} leading pixels from line to line
 * @property {string} halo CSS colour, or "" for none
 * @property {number} weight the heavier are placed first
 * @property {Point[]} places candidates for the centre of the box, best first
 * @property {number} [crossing] how many cells of the route it may cover (default 0)
 * @property {Box} [own] an obstacle that does not count: its own marker
 * @property {Wish[]} [otherwise] what to place instead where this finds no room
 * @property {number} [on] number of the area that it should stand in; 0 is the sea
 * @property {number} [stray] part of it that may stand elsewhere
 * @property {Point} [dot] a dot that belongs to it and is drawn only with it
 */
/** @typedef {Wish & {x: number, y: number, width: number, height: number, box: Box}} Placed */

/**
 * @typedef {object} Room what a label has to fit in with
 * @property {Placed[]} placed
 * @property {import("./cover.js").Taken} taken
 * @property {Cover} cover
 * @property {Box} view pixels: labels stay inside
 */

const ASTRAY_COST = 12;
const REPEAT = 520;

/**
 * Whether a name already stands near by.
 * @param {Placed} other
 * @param {Wish} wish
 * @param {number} x
 * @param {number} y
 */
function repeats(other, wish, x, y) {
  return other.text === wish.text && Math.hypot(other.x - x, other.y - y) < REPEAT;
}

/**
 * Find the best place for one label, or none.
 * @param {CanvasRenderingContext2D} context
 * @param {Wish} wish
 * @param {Room} room
 * @returns {Placed | null}
 */
function placeOne(context, wish, { placed, taken, cover, view }) {
  const width = Math.max(...wish.lines.map((runs) => lineWidth(context, runs)));
  const height = wish.leading * wish.lines.length;
  let best = null;
  const stray = wish.stray ?? 0;
  let least = (wish.crossing ?? 0) + 1 + stray * ASTRAY_COST;
  for (const [x, y] of wish.places) {
    /** @type {Box} */
    const box = [x - width / 2 - 2, y - height / 2, x + width / 2 + 2, y + height / 2];
    if (box[0] < view[0] || box[1] < view[1] || box[2] > view[2] || box[3] > view[3]) continue;
    if (taken.meets(box, wish.own)) continue;
    const isOnce = wish.on !== undefined || wish.role === "feature";
    if (isOnce && placed.some((other) => repeats(other, wish, x, y))) continue;
    const astray = wish.on === undefined ? 0 : cover.astray(box, wish.on);
    if (astray > stray) continue;
    const cost = cover.count(box) + astray * ASTRAY_COST;
    if (cost >= least) continue;
    least = cost;
    best = { ...wish, x, y, width, height, box };
    if (cost < 0.5) break;
  }
  return best;
}

/**
 * Place labels greedily, the weightiest first: each takes the candidate that covers least of the
 * route, if it meets no other label, no marker and not the edge of the view.
 * @param {CanvasRenderingContext2D} context for measuring
 * @param {Wish[]} wishes
 * @param {Box[]} obstacles pixels: markers and whatever lies over the map
 * @param {Cover} cover
 * @param {Box} view pixels: labels stay inside
 * @returns {Placed[]}
 */
export function placeLabels(context, wishes, obstacles, cover, view) {
  /** @type {Placed[]} */
  const placed = [];
  const taken = createTaken();
  for (const box of obstacles) taken.add(box);
  const order = wishes.map((wish, index) => ({ wish, index }));
  order.sort((a, b) => b.wish.weight - a.wish.weight || a.index - b.index);
  for (const { wish } of order) {
    for (const choice of [wish, ...(wish.otherwise ?? [])]) {
      const label = placeOne(context, choice, { placed, taken, cover, view });
      if (!label) continue;
      placed.push(label);
      taken.add(label.box);
      break;
    }
  }
  return placed;
}

/**
 * Centres for a label beside a marker: right, left, then corners, above, below.
 * @param {number} x
 * @param {number} y
 * @param {number} width of the label
 * @param {number} height of the label
 * @param {number} gap pixels from the marker's centre
 * @returns {Point[]}
 */
export function placesBeside(x, y, width, height, gap) {
  const [across, down] = [gap + width / 2 + 2, gap * 0.75 + height / 2];
  const lean = width / 2 + gap * 0.45;
  return [
    [x + across, y],
    [x - across, y],
    [x + lean, y + down],
    [x + lean, y - down],
    [x - lean, y + down],
    [x - lean, y - down],
    [x, y + down],
    [x, y - down],
    [x + across, y + height * 0.4],
    [x + across, y - height * 0.4],
    [x - across, y + height * 0.4],
    [x - across, y - height * 0.4],
  ];
}

/**
 * Centres for the name of an area, from its middle outwards.
 * @param {number} x
 * @param {number} y
 * @param {number} reach pixels
 * @returns {Point[]}
 */
export function placesWithin(x, y, reach) {
  /** @type {Point[]} */
  const places = [[x, y]];
  for (const part of [0.18, 0.34, 0.5, 0.66]) {
    const d = reach * part;
    places.push([x, y - d], [x, y + d], [x - d, y], [x + d, y]);
    places.push([x - d, y - d], [x + d, y - d], [x - d, y + d], [x + d, y + d]);
  }
  return places;
}

/**
 * Centres for the name of a long and narrow area, from its widest place along it both ways.
 * @param {number} x
 * @param {number} y
 * @param {number} reach pixels
 * @returns {Point[]}
 */
export function placesAcross(x, y, reach) {
  const across = [0, 0.45, -0.45, 0.9, -0.9, 1.35, -1.35, 1.8, -1.8, 2.25, 2.7];
  const down = [0, -0.3, 0.3, -0.6, 0.6, 0.9];
  return across.flatMap((dx) =>
    down.map((dy) => /** @type {Point} */ ([x + dx * reach, y + dy * reach])),
  );
}

/**
 * Break a name into two lines of most even length, or one.
 * @param {string} text
 * @returns {string[]}
 */
export function breakName(text) {
  const words = text.split(" ");
  if (words.length < 2) return [text];
  let best = [text];
  let least = Infinity;
  for (let cut = 1; cut < words.length; cut++) {
    const pair = [words.slice(0, cut).join(" "), words.slice(cut).join(" ")];
    const uneven = Math.max(pair[0].length, pair[1].length);
    if (uneven < least) [least, best] = [uneven, pair];
  }
  return best;
}
