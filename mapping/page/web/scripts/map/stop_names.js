// The names and numbers that stops ask for on the map.

import { placesBeside } from "./lettering.js";
import { bearersOf, sayName } from "./sign_names.js";
import { chiefOf, spellRuns, stayOf } from "./stops.js";
import { lineWidth } from "./text.js";
import { typeOf } from "./view.js";

/** @typedef {import("../life.js").Stop} Stop */
/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./lettering.js").Wish} Wish */
/** @typedef {import("./projection.js").Point} Point */
/** @typedef {import("./stops.js").Arranged} Arranged */
/** @typedef {import("./stops.js").Marker} Marker */
/** @typedef {import("./stops.js").Place} Place */
/** @typedef {import("./text.js").Run} Run */
/**
 * @typedef {object} Now
 * @property {number} current index or -1
 * @property {string} day YYYY-MM-DD
 */
/**
 * @typedef {import("./sign_names.js").Told & {stops: Stop[], now: Now}} Told what names are taken
 *   from
 */

const MOST_STOPS = 240;
const MOST_LETTERS = 14;
const SIGN_REACH = 8;
/** Pixels that a name of the headline may stand further off, rather than not at all. */
const FURTHER = [5, 11, 18];

/**
 * Wishes of the places of the route: the name of the place, then the numbers of its stops.
 * @param {Brush} brush
 * @param {Arranged} arranged
 * @param {Told} told
 * @returns {{wishes: Wish[], boxes: Box[]}} boxes: of the signs, as obstacles
 */
export function stopWishes(brush, { places }, told) {
  const { view } = brush;
  const inView = (/** @type {{x: number, y: number}} */ { x, y }) =>
    x > view.x && y > view.y && x < view.x + view.width && y < view.y + view.height;
  const shown = places
    .filter(inView)
    .map((place) => ({ place, own: boxAround(place, view), weight: weightOf(place, told) }));
  const boxes = shown.map(({ own }) => own);
  shown.sort((a, b) => b.weight - a.weight);
  const names = shown.slice(0, MOST_STOPS).map((each) => placeWish(brush, each, told));
  return { wishes: names, boxes };
}

/** @param {number} x @param {number} y @param {number} reach @returns {Box} */
function squareAround(x, y, reach) {
  return [x - reach, y - reach, x + reach, y + reach];
}

/** @param {Place} place @param {import("./canvas.js").View} view */
function boxAround({ x, y }, view) {
  return squareAround(x - view.x, y - view.y, SIGN_REACH);
}

/**
 * Wish of a place: its name with the numbers of its stops, or at least the name; a number alone
 * would tell nothing, and the whole life has too many of them to be read.
 * @param {Brush} brush
 * @param {{place: Place, own: Box, weight: number}} shown
 * @param {Told} told
 * @returns {Wish}
 */
function placeWish({ context, view, palette }, { place, own, weight }, told) {
  const { stops, now } = told;
  const isCurrent = place.stops.includes(now.current);
  const size = (isCurrent ? 14.5 : 12.5) * typeOf(view);
  const sans = palette["font-sans"];
  // a sign may hold more than one town: only what bears the name is numbered beside it
  const of = isCurrent ? [now.current] : bearersOf(place.stops, told);
  /** @type {Run} */
  const named = {
    text: sayName(place.stops, told),
    font: `${isCurrent ? 700 : 500} ${size}px ${sans}`,
    fill: palette.ink,
  };
  /** @type {Run} */
  const numbered = {
    text: shorten(spellRuns(of.map((stop) => stops[stop].seq))),
    font: `700 ${size - 1.2}px ${sans}`,
    fill: palette.red,
  };
  const [x, y] = [place.x - view.x, place.y - view.y];
  const gap = isCurrent ? 15 : place.stops.length > 1 ? 11 : 8;
  const leading = size * 1.18;
  const isWhole = now.current < 0;
  const isWanted = isWhole && isHeadline(place, told);
  const further = isWanted ? FURTHER.map((pixels) => gap + pixels) : [];
  /** @type {(role: string, runs: Run[], crossing: number) => Wish} */
  const wish = (role, runs, crossing) => ({
    role,
    text: runs.map((run) => run.text).join(""),
    lines: [runs],
    leading,
    halo: palette.paper,
    weight,
    places: [gap, ...further].flatMap((from) =>
      placesBeside(x, y, lineWidth(context, runs), leading, from),
    ),
    crossing,
    own,
  });
  const beside = { ...numbered, text: ` ${numbered.text}` };
  const most = isCurrent || isWanted ? 99 : 5;
  const alone = wish("stop", [named], most);
  if (isWhole) {
    const short = { ...named, text: sayName(place.stops, told, true) };
    return { ...alone, otherwise: [wish("stop", [short], most)] };
  }
  return { ...wish("stop", [named, beside], most), otherwise: [alone] };
}

/** Long lists of numbers keep their first runs. @param {string} numbers */
function shorten(numbers) {
  if (numbers.length <= MOST_LETTERS) return numbers;
  return `${numbers.slice(0, numbers.lastIndexOf(",", MOST_LETTERS - 1))} …`;
}

/**
 * How much a place wants its name: the current one most, long stays more.
 * @param {Place} place
 * @param {Told} told
 */
function weightOf(place, told) {
  const { stops, now } = told;
  if (place.stops.includes(now.current)) return 1000;
  if (now.current < 0 && isHeadline(place, told)) return 900;
  const near = place.stops.some((stop) => Math.abs(stop - now.current) === 1);
  const years = stayOf(stops[chiefOf(stops, place.stops, now.current)]) / 365;
  const long = Math.min(30, years * 5 + place.stops.length);
  return 500 + (now.current >= 0 && near ? 60 : 0) + long;
}

/** Whether the headline of the life names a place. @param {Place} place @param {Told} told */
function isHeadline({ stops }, { headline }) {
  return stops.some((index) => headline?.has(index));
}
