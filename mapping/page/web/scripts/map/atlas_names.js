// The names of a day that the atlas asks for on the map: states, seas, towns.

import { nameOn } from "./atlas_file.js";
import { widestPlaces } from "./distance_field.js";
import { breakName, placesAcross, placesBeside, placesWithin } from "./lettering.js";
import { toWorld, WORLD, worldPerKm } from "./projection.js";
import { lineWidth } from "./text.js";
import { typeOf } from "./view.js";

/** @typedef {import("./atlas_file.js").AtlasFile} AtlasFile */
/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./canvas.js").View} View */
/** @typedef {import("./lettering.js").Wish} Wish */
/** @typedef {import("./projection.js").Point} Point */
/** @typedef {import("./text.js").Run} Run */
/**
 * @typedef {{code: string, x: number, y: number, reach: number}} Room
 * where the name of a state may stand, in pixels
 */
/**
 * @typedef {Record<"state" | "sea", Record<string, number[]>>} Lettering
 * shares of the size of a name that stand between its letters, made from signs/lettering.json
 */
/**
 * @typedef {object} Scene what names of states are lettered in
 * @property {string} day YYYY-MM-DD
 * @property {string} here entity that is lifted, or ""
 * @property {import("./sample.js").Sample} sample
 * @property {Box} inner pixels: where names may stand
 * @property {Lettering["state"]} spacing
 */

/** Zoom from which seas and towns of a rank are named. */
const SEA_ZOOM = [0, 1, 3, 3.9, 5];
const TOWN_ZOOM = [0, 3.6, 4.4, 5.2, 6];
/** Pixels and degrees, by the rank of a sea. */
const SEA_SIZE = [0, 16, 13.5, 12.5, 12];
const SEA_DEGREES = [0, 12, 5, 3, 1.5];
const LEAST_REACH = 13;
/** Pixels of room in view from which a state is named away from its usual place. */
const LEAST_SPACE = 44;
const MOST_SPACE = 150;
/** A name may be so much longer than the round room of a country that is long and narrow … */
const MOST_LONG = 2.4;
/** … and so much of it may then stand beyond the frontier. */
const LONG_STRAY = 0.3;

/**
 * Pixels of the canvas of a position.
 * @param {View} view
 * @param {number} lon
 * @param {number} lat
 * @returns {Point}
 */
function toCanvas(view, lon, lat) {
  const [x, y] = toWorld(lon, lat);
  return [x * view.scale - view.x, y * view.scale - view.y];
}

/**
 * Wishes of states: where the atlas says, or, where that is out of view, in the widest part of
 * theirs that is in view.
 * @param {Brush} brush
 * @param {AtlasFile} atlas
 * @param {Scene} scene
 * @returns {Wish[]}
 */
export function stateWishes(brush, atlas, scene) {
  const usual = usualRooms(brush.view, atlas, scene);
  const others = otherRooms(atlas, scene, new Set(usual.map(({ code }) => code)));
  return [...usual, ...others].flatMap((room) => stateWish(brush, atlas, room, scene));
}

/** @param {View} view @param {AtlasFile} atlas @param {Scene} scene @returns {Room[]} */
function usualRooms(view, atlas, { day, inner }) {
  return atlas.labels.flatMap(([code, from, to, lon, lat, km]) => {
    if (day < from || day >= to) return [];
    const [x, y] = toCanvas(view, lon, lat);
    const reach = km * worldPerKm(lat) * view.scale;
    const slack = Math.min(60, reach * 0.5);
    if (x < inner[0] + slack || x > inner[2] - slack) return [];
    if (y < inner[1] + slack / 2 || y > inner[3] - slack / 2 || reach < LEAST_REACH) return [];
    return [{ code, x, y, reach }];
  });
}

/** @param {AtlasFile} atlas @param {Scene} scene @param {Set<string>} named @returns {Room[]} */
function otherRooms(atlas, { sample, inner }, named) {
  const { cell, columns, rows, areas, entities } = sample;
  const margin = Math.ceil(Math.max(inner[0], inner[1]) / cell);
  return [...widestPlaces(areas, columns, rows, margin)].flatMap(([number, place]) => {
    const code = entities[number - 1];
    const reach = place.reach * cell;
    if (named.has(code) || reach < LEAST_SPACE || !atlas.polities[code]) return [];
    return [{ code, x: place.x * cell, y: place.y * cell, reach: Math.min(reach, MOST_SPACE) }];
  });
}

/**
 * @param {Brush} brush
 * @param {AtlasFile} atlas
 * @param {Room} room
 * @param {Scene} scene
 * @returns {Wish[]}
 */
function stateWish(
  { context, palette },
  atlas,
  { code, x, y, reach },
  { day, here, sample, spacing },
) {
  const name = nameOn(atlas.polities[code].names, day);
  const isHere = code === here;
  const fill = isHere ? palette.ink : palette.label;
  const look = { reach, serif: palette["font-text"], spacing };
  const [first, ...otherwise] = fitName(context, name, look).map(
    ({ lines, leading, small, long }) => ({
      role: "state",
      text: name,
      lines: lines.map((line) => [{ ...line, fill }]),
      leading,
      halo: small ? palette.paper : "",
      weight: 100 + Math.min(300, reach) + (isHere ? 350 : 0),
      places: long ? placesAcross(x, y, reach) : placesWithin(x, y, reach),
      crossing: isHere ? 8 : small ? 0 : 3,
      on: sample.entities.indexOf(code) + 1,
      stray: long ? LONG_STRAY : small ? 0.4 : 0.08,
    }),
  );
  return first ? [{ ...first, otherwise }] : [];
}

/**
 * @typedef {object} Fitted a name as it may be lettered
 * @property {Omit<Run, "fill">[]} lines
 * @property {number} leading
 * @property {boolean} small in italics
 * @property {boolean} long wider than the round room: it may stand along a long country
 */

/**
 * Letter a state by the room it has: spaced capitals, then italics, best first.
 * @param {CanvasRenderingContext2D} context
 * @param {string} name
 * @param {{reach: number, serif: string, spacing: Lettering["state"]}} look pixels, radius of the
 *   room; a font
 * @returns {Fitted[]}
 */
function fitName(context, name, { reach, serif, spacing }) {
  const room = reach * 2.15;
  /** @type {Fitted[]} */
  const fitted = [];
  /**
   * @type {(texts: string[], font: string, air: number,
   *   look: {leading: number, small: boolean}) => boolean}
   */
  const fits = (texts, font, air, { leading, small }) => {
    const lines = texts.map((text) => ({ text, font, spacing: air }));
    const width = Math.max(...lines.map((line) => lineWidth(context, [{ ...line, fill: "" }])));
    const long = width > room * (small ? 1.12 : 1);
    if (long && (!small || width > room * MOST_LONG)) return false;
    fitted.push({ lines, leading, small, long });
    return true;
  };
  const size = Math.max(11.5, Math.min(21, 9 + reach / 14));
  const spaced = { leading: size * 1.32, small: false };
  for (const texts of reach >= 34 ? shapesOf(name.toUpperCase()) : []) {
    const font = `400 ${size}px ${serif}`;
    spacing.map.some((part) => fits(texts, font, size * part, spaced));
  }
  for (const italic of [14, 12.5]) {
    const font = `italic 400 ${italic}px ${serif}`;
    for (const texts of shapesOf(name)) {
      fits(texts, font, italic * spacing.italic[0], { leading: italic * 1.05, small: true });
    }
  }
  return fitted.slice(0, 4);
}

/** A name on one line and on two. @param {string} name */
function shapesOf(name) {
  return name.includes(" ") ? [[name], breakName(name)] : [[name]];
}

/**
 * Wishes of seas.
 * @param {Brush} brush
 * @param {AtlasFile} atlas
 * @param {Lettering["sea"]} spacing
 * @returns {Wish[]}
 */
export function seaWishes(brush, { seas }, spacing) {
  const { view } = brush;
  return seas.flatMap((sea) => {
    const [x, y] = toCanvas(view, sea.lon, sea.lat);
    const isOut = x < -60 || y < -60 || x > view.width + 60 || y > view.height + 60;
    if (view.zoom < SEA_ZOOM[sea.rank] || isOut) return [];
    const air = spacing.map[sea.rank < 3 ? 0 : 1];
    const [first, ...otherwise] = [1, 0.82].flatMap((part) =>
      shapesOf(sea.name)
        .reverse()
        .map((texts) => seaWish(brush, sea, texts, { part, air })),
    );
    return [{ ...first, otherwise }];
  });
}

/**
 * @param {Brush} brush
 * @param {import("./atlas_file.js").Sea} sea
 * @param {string[]} texts its name by line
 * @param {{part: number, air: number}} look shares: of the usual size; of that between letters
 * @returns {Wish}
 */
function seaWish({ view, palette }, { name, lon, lat, rank }, texts, { part, air }) {
  const [x, y] = toCanvas(view, lon, lat);
  const usual = Math.min(24, SEA_SIZE[rank] + Math.max(0, view.zoom - 3) * 1.4);
  const size = part * usual * typeOf(view);
  const font = `italic 400 ${size}px ${palette["font-text"]}`;
  const spacing = size * air * part;
  const perDegree = (WORLD / 360) * view.scale;
  return {
    role: "sea",
    text: name,
    lines: texts.map((text) => [{ text, font, fill: palette["sea-label"], spacing }]),
    leading: size * 1.15,
    halo: "",
    weight: 220 - rank * 20,
    places: placesWithin(x, y, Math.min(110, SEA_DEGREES[rank] * perDegree)),
    crossing: 0,
    on: 0,
    stray: 0.15,
  };
}

/**
 * Wishes of towns that are not on the route.
 * @param {Brush} brush
 * @param {AtlasFile} atlas
 * @param {string} day YYYY-MM-DD
 * @param {import("./stops.js").Place[]} places of the route
 * @returns {Wish[]}
 */
export function townWishes({ context, view, palette }, { towns }, day, places) {
  const font = `500 ${11.5 * typeOf(view)}px ${palette["font-sans"]}`;
  return towns.flatMap((town) => {
    if (view.zoom < TOWN_ZOOM[town.rank]) return [];
    const [x, y] = toCanvas(view, town.lon, town.lat);
    if (x < 0 || y < 0 || x > view.width || y > view.height) return [];
    const isNear = (/** @type {import("./stops.js").Place} */ place) =>
      Math.hypot(place.x - view.x - x, place.y - view.y - y) < Math.max(16, place.reach);
    if (places.some(isNear)) return [];
    const text = nameOn(town.names, day);
    const runs = [{ text, font, fill: palette.label }];
    const width = lineWidth(context, runs);
    /** @type {Wish} */
    const wish = {
      role: "town",
      text,
      lines: [runs],
      leading: 13,
      halo: palette.paper,
      weight: 90 - town.rank * 10,
      // the farther places are for a town where the sign of a later stop stands already
      places: [4, 11].flatMap((gap) => placesBeside(x, y, width, 13, gap)),
      crossing: 0,
      dot: [x, y],
    };
    return [wish];
  });
}
