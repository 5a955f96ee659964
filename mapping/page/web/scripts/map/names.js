// The names that ask for a place on the map: stops, towns, states, seas.

import { WORLD, nameOn, spellRuns, toWorld, worldPerKm } from "./geometry.js";
import { widestPlaces } from "./distance_field.js";
import { breakName, lineWidth, placesBeside, placesWithin } from "./lettering.js";
import { chiefOf, stayOf } from "./legs.js";

/** @typedef {import("./lettering.js").Wish} Wish */
/** @typedef {import("./lettering.js").Run} Run */
/** @typedef {import("./geometry.js").Box} Box */
/** @typedef {import("./geometry.js").Point} Point */
/** @typedef {import("./ground.js").View} View */
/** @typedef {import("./ground.js").Palette} Palette */

const TOWN_KM = 14;
const KM_PER_DEGREE = 111.2;
const MOST_STOPS = 240;

/**
 * Wishes of the places of the route: the name of the place, then the numbers of its stops.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {any} atlas
 * @param {any} life
 * @param {{places: any[], markers: any[]}} arranged
 * @param {{current: number, reached: number, day: string}} now
 * @param {Palette} palette
 * @returns {{wishes: Wish[], boxes: Box[]}} boxes: of the signs, as obstacles
 */
export function stopWishes(context, view, atlas, life, arranged, now, palette) {
  const sans = palette["font-sans"];
  /** @type {Wish[]} */
  const wishes = [];
  /** @type {Box[]} */
  const boxes = [];
  /** @type {Box[]} */
  const own = arranged.places.map(({ x, y, fanned }) => {
    const r = fanned ? 4 : 8;
    return [x - view.x - r, y - view.y - r, x - view.x + r, y - view.y + r];
  });
  const inView = (/** @type {{x: number, y: number}} */ { x, y }) =>
    x > view.x && y > view.y && x < view.x + view.width && y < view.y + view.height;
  const shown = arranged.places
    .map((place, index) => ({ place, index, chief: chiefOf(life, place.stops, now.current) }))
    .filter(({ place }) => inView(place));
  for (const { index } of shown) boxes.push(own[index]);
  for (const marker of arranged.markers) {
    if (Number.isNaN(marker.angle) || !inView(marker)) continue;
    const [x, y] = [marker.x - view.x, marker.y - view.y];
    boxes.push([x - 8, y - 8, x + 8, y + 8]);
    const text = `${life.stops[marker.stops[0]].n}`;
    const isCurrent = marker.stops[0] === now.current;
    const font = `${isCurrent ? "700 12.5px" : "700 11px"} ${sans}`;
    const gap = isCurrent ? 19 : 14;
    wishes.push({
      role: "number",
      text,
      lines: [[{ text, font, fill: isCurrent ? palette.red : palette.ink }]],
      leading: 13,
      halo: palette.paper,
      weight: 1100 + Number(isCurrent),
      places: [0, 0.5, -0.5, 1, -1].flatMap((turn) =>
        [gap, gap + 4].map((d) => {
          const angle = marker.angle + turn;
          return /** @type {Point} */ ([x + d * Math.cos(angle), y + d * Math.sin(angle)]);
        }),
      ),
      crossing: 99,
    });
  }
  const weights = new Map(shown.map(({ index, place, chief }) => [index, weightOf(life, place, chief, now)]));
  shown.sort((a, b) => (weights.get(b.index) ?? 0) - (weights.get(a.index) ?? 0) || a.index - b.index);
  for (const { place, index } of shown.slice(0, MOST_STOPS)) {
    const isCurrent = place.stops.includes(now.current);
    const isAhead = place.stops[0] > now.reached;
    const size = isCurrent ? 14.5 : isAhead ? 11.5 : 12.5;
    const name = placeName(atlas, life, place, now);
    const told = isCurrent ? [now.current] : place.stops;
    const numbers = spellRuns(told.map((/** @type {number} */ stop) => life.stops[stop].n));
    /** @type {Run} */
    const named = {
      text: name,
      font: `${isCurrent ? 700 : 500} ${size}px ${sans}`,
      fill: isAhead && !isCurrent ? palette.soft : palette.ink,
    };
    /** @type {Run} */
    const numbered = {
      text: shorten(numbers),
      font: `700 ${size - 1.2}px ${sans}`,
      fill: isAhead && !isCurrent ? palette.soft : palette.red,
    };
    const [x, y] = [place.x - view.x, place.y - view.y];
    const gap = place.fanned ? place.reach + 2 : isCurrent ? 15 : place.stops.length > 1 ? 11 : 8;
    const both = place.fanned ? [named] : [named, { ...numbered, text: ` ${numbered.text}` }];
    const weight = weights.get(index) ?? 0;
    const wish = (/** @type {Run[]} */ runs, /** @type {number} */ crossing) => {
      const width = lineWidth(context, runs);
      const leading = size * 1.18;
      const box = own[index];
      return {
        role: runs === both || runs[0] === named ? "stop" : "number",
        text: runs.map((run) => run.text).join(""),
        lines: [runs],
        leading,
        halo: palette.paper,
        weight,
        places: placesBeside(x, y, width, leading, gap),
        crossing,
        own: box,
      };
    };
    const first = wish(both, isCurrent ? 99 : 5);
    const others = place.fanned ? [] : [wish([numbered], 4)];
    wishes.push({ ...first, otherwise: others });
  }
  return { wishes, boxes };
}

/** Long lists of numbers keep their first runs. @param {string} numbers */
function shorten(numbers) {
  if (numbers.length <= 14) return numbers;
  return `${numbers.slice(0, numbers.lastIndexOf(",", 13))} …`;
}

/** How much a place wants its name: the current one most, long stays more. @param {any} life @param {any} place @param {number} chief @param {{current: number, reached: number}} now */
function weightOf(life, place, chief, now) {
  if (place.stops.includes(now.current)) return 1000;
  const near = place.stops.some((/** @type {number} */ stop) => Math.abs(stop - now.current) === 1);
  const stay = life.stops[chief];
  const years = stayOf(stay) / 365;
  const visited = place.stops[0] <= now.reached ? 40 : 0;
  return 500 + (now.current >= 0 && near ? 60 : 0) + visited + Math.min(30, years * 5 + place.stops.length);
}

/**
 * Name of a place of the route: of the current stop if it is there, else of the town where most of
 * the time there was spent. Names are those of the last visit so far; of a town still to be reached,
 * those of the day of the map.
 * @param {any} atlas
 * @param {any} life
 * @param {any} place
 * @param {{current: number, reached: number, day: string}} now
 */
function placeName(atlas, life, place, now) {
  if (place.stops.includes(now.current)) return townName(atlas, life.stops[now.current], now.day);
  /** @type {Map<string, number>} */
  const days = new Map();
  for (const index of place.stops) {
    const stop = life.stops[index];
    const name = townName(atlas, stop, index <= now.reached ? stop.start : now.day);
    const stay = 1 + stayOf(stop);
    days.set(name, (days.get(name) ?? 0) + stay);
  }
  return [...days].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

/** Town of the atlas where a stop lies, or null, once found. @type {WeakMap<object, any>} */
const townOf = new WeakMap();

/** Name of a stop's town on a day: the atlas's where it knows the town, else the stop's own. @param {any} atlas @param {any} stop @param {string} day */
function townName(atlas, stop, day) {
  /** @param {any} town */
  const isNear = (town) =>
    KM_PER_DEGREE *
      Math.hypot((town.lon - stop.lon) * Math.cos((stop.lat * Math.PI) / 180), town.lat - stop.lat) <
    TOWN_KM;
  let town = townOf.get(stop);
  if (town === undefined) townOf.set(stop, (town = atlas.towns.find(isNear) ?? null));
  return town ? nameOn(town.names, day) : shortName(stop);
}

/** A place's name without its street: "Smolny, Petrograd" is Petrograd on the map. @param {{name: string, precision: string}} stop */
export function shortName({ name, precision }) {
  const parts = name.replace(/\s*\(.*?\)/g, "").split(",");
  const isExact = precision === "address" || precision === "site";
  return parts[isExact ? parts.length - 1 : 0].trim() || name;
}

/**
 * Wishes of states: where the atlas says, or, where that is out of view, in the widest part of
 * theirs that is in view.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {any} atlas
 * @param {string} day
 * @param {string} here entity that is lifted
 * @param {import("./ground.js").Sample} sample
 * @param {Box} inner pixels: where names may stand
 * @param {Palette} palette
 * @returns {Wish[]}
 */
export function stateWishes(context, view, atlas, day, here, sample, inner, palette) {
  /** @type {{code: string, x: number, y: number, reach: number}[]} */
  const rooms = [];
  /** @type {Set<string>} */
  const seen = new Set();
  for (const [code, from, to, lon, lat, radius] of atlas.labels) {
    if (day < from || day >= to) continue;
    const [x, y] = toCanvas(view, lon, lat);
    const reach = radius * worldPerKm(lat) * view.scale;
    const slack = Math.min(60, reach * 0.5);
    if (x < inner[0] + slack || x > inner[2] - slack) continue;
    if (y < inner[1] + slack / 2 || y > inner[3] - slack / 2 || reach < 15) continue;
    rooms.push({ code, x, y, reach });
    seen.add(code);
  }
  const { cell, columns, rows, areas, entities } = sample;
  const margin = Math.ceil(Math.max(inner[0], inner[1]) / cell);
  for (const [number, place] of widestPlaces(areas, columns, rows, margin)) {
    const code = entities[number - 1];
    const reach = place.reach * cell;
    if (seen.has(code) || reach < 44 || !atlas.polities[code]) continue;
    rooms.push({ code, x: place.x * cell, y: place.y * cell, reach: Math.min(reach, 150) });
  }
  return rooms.flatMap(({ code, x, y, reach }) => {
    const name = nameOn(atlas.polities[code].names, day);
    const isHere = code === here;
    const fill = isHere ? palette.ink : palette.label;
    const [first, ...others] = fitName(context, name, reach, palette["font-text"]).map(
      ({ lines, leading, small }) => ({
        role: "state",
        text: name,
        lines: lines.map((line) => [{ ...line, fill }]),
        leading,
        halo: small ? palette.paper : "",
        weight: 100 + Math.min(300, reach) + (isHere ? 350 : 0),
        places: placesWithin(x, y, reach),
        crossing: isHere ? 8 : small ? 0 : 3,
        on: entities.indexOf(code) + 1,
        stray: small ? 0.4 : 0.08,
      }),
    );
    return first ? [{ ...first, otherwise: others }] : [];
  });
}

/** Pixels of the canvas of a position. @param {View} view @param {number} lon @param {number} lat @returns {Point} */
function toCanvas(view, lon, lat) {
  const [x, y] = toWorld(lon, lat);
  return [x * view.scale - view.x, y * view.scale - view.y];
}

/**
 * Wishes of seas.
 * @param {View} view
 * @param {any} atlas
 * @param {Palette} palette
 * @returns {Wish[]}
 */
export function seaWishes(view, atlas, palette) {
  /** @type {Wish[]} */
  const wishes = [];
  const perDegree = (WORLD / 360) * view.scale;
  for (const { name, lon, lat, rank } of atlas.seas) {
    const [x, y] = toCanvas(view, lon, lat);
    const isOut = x < -60 || y < -60 || x > view.width + 60 || y > view.height + 60;
    if (view.zoom < [0, 1, 3, 3.9, 5][rank] || isOut) continue;
    const wish = (/** @type {number} */ part, /** @type {string[]} */ texts) => {
      const size = part * Math.min(24, [0, 16, 13.5, 12.5, 12][rank] + Math.max(0, view.zoom - 3) * 1.4);
      const font = `italic 400 ${size}px ${palette["font-text"]}`;
      const spacing = size * (rank < 3 ? 0.16 : 0.1) * part;
      return {
        role: "sea",
        text: name,
        lines: texts.map((text) => [{ text, font, fill: palette["sea-label"], spacing }]),
        leading: size * 1.15,
        halo: "",
        weight: 220 - rank * 20,
        places: placesWithin(x, y, Math.min(110, [0, 12, 5, 3, 1.5][rank] * perDegree)),
        crossing: 0,
        on: 0,
        stray: 0.15,
      };
    };
    const [first, ...others] = [1, 0.82].flatMap((part) =>
      shapesOf(name).reverse().map((texts) => wish(part, texts)),
    );
    wishes.push({ ...first, otherwise: others });
  }
  return wishes;
}

/** @typedef {{lines: Omit<Run, "fill">[], leading: number, small: boolean}} Fitted */

/**
 * Letter a state by the room it has: spaced capitals, then italics, best first.
 * @param {CanvasRenderingContext2D} context
 * @param {string} name
 * @param {number} reach pixels, radius of the room
 * @param {string} serif
 * @returns {Fitted[]}
 */
function fitName(context, name, reach, serif) {
  const room = reach * 2.15;
  /** @type {Fitted[]} */
  const fitted = [];
  /** @type {(texts: string[], font: string, spacing: number, leading: number, small: boolean) => boolean} */
  const fits = (texts, font, spacing, leading, small) => {
    const lines = texts.map((text) => ({ text, font, spacing }));
    const width = Math.max(...lines.map((line) => lineWidth(context, [{ ...line, fill: "" }])));
    if (width > room * (small ? 1.12 : 1)) return false;
    fitted.push({ lines, leading, small });
    return true;
  };
  const size = Math.max(11.5, Math.min(21, 9 + reach / 14));
  const capitals = name.toUpperCase();
  for (const texts of reach >= 34 ? shapesOf(capitals) : []) {
    const font = `400 ${size}px ${serif}`;
    [0.42, 0.26, 0.14].some((part) => fits(texts, font, size * part, size * 1.32, false));
  }
  for (const italic of [14, 12.5]) {
    const font = `italic 400 ${italic}px ${serif}`;
    for (const texts of shapesOf(name)) fits(texts, font, italic * 0.04, italic * 1.05, true);
  }
  return fitted.slice(0, 4);
}

/** A name on one line and on two. @param {string} name */
function shapesOf(name) {
  return name.includes(" ") ? [[name], breakName(name)] : [[name]];
}

/**
 * Wishes of towns that are not on the route.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {any} atlas
 * @param {string} day
 * @param {any[]} places of the route
 * @param {Palette} palette
 * @returns {Wish[]}
 */
export function townWishes(context, view, atlas, day, places, palette) {
  /** @type {Wish[]} */
  const wishes = [];
  const font = `500 11.5px ${palette["font-sans"]}`;
  for (const town of atlas.towns) {
    if (view.zoom < [0, 3.6, 4.4, 5.2, 6][town.rank]) continue;
    const [x, y] = toCanvas(view, town.lon, town.lat);
    if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
    const near = (/** @type {any} */ place) =>
      Math.hypot(place.x - view.x - x, place.y - view.y - y) < Math.max(16, place.reach);
    if (places.some(near)) continue;
    const text = nameOn(town.names, day);
    wishes.push({
      role: "town",
      text,
      lines: [[{ text, font, fill: palette.label }]],
      leading: 13,
      halo: palette.paper,
      weight: 90 - town.rank * 10,
      places: placesBeside(x, y, lineWidth(context, [{ text, font, fill: "" }]), 13, 4),
      crossing: 0,
      dot: [x, y],
    });
  }
  return wishes;
}
