// The route and its stops: how legs and markers are drawn.

import { boxOf, boxesMeet, cutLine, decodePolyline, distanceKm, fanOut, gather, measureLine, projectAll, roundCorners, shiftRight, sparseLine, spellRuns, toWorld, walkLine, worldPerKm } from "./geometry.js";
import { useWorld, usePixels } from "./ground.js";

/** @typedef {import("./geometry.js").Box} Box */
/** @typedef {import("./geometry.js").Point} Point */
/** @typedef {import("./ground.js").View} View */
/** @typedef {import("./ground.js").Palette} Palette */
/** @typedef {{symbols: Record<string, any>, strokes: Record<string, any>}} Signs */
/** @typedef {{lines: Point[][], alongs: number[][], lengths: number[], total: number, box: Box}} Way a leg in pixels at a zoom */
/**
 * @typedef {object} Marker one sign on the map: a stop, or stops that share a place
 * @property {number[]} stops indices, in the order of the life
 * @property {number} x pixels at the zoom, from the world's origin
 * @property {number} y pixels
 * @property {number} place index of its place among the places
 * @property {number} angle direction from the middle of its fan, or NaN
 */
/**
 * @typedef {object} Place stops that share a place at this zoom
 * @property {number[]} stops
 * @property {number} x pixels at the zoom, from the world's origin
 * @property {number} y pixels
 * @property {boolean} fanned
 * @property {number} reach pixels from the centre that its signs take
 */

export const LANE = 3.5;
const TOGETHER = 22;
/** Zooms from which stops of one place stand in a ring: around the current stop, and everywhere. */
const FAN_ZOOM = 5.25;
const OPEN_ZOOM = 6.9;
const MOST_FANNED = 40;
const FAN_REACH = 400;
/** Legs that are drawn in full; of a longer life, those around the current stop. */
const MOST_LEGS = 400;

/**
 * Prepare the legs: world units once, pixels once per zoom.
 * @param {any} life the block life-data
 */
export function createWays(life) {
  const legs = life.legs.map((/** @type {any} */ leg) => {
    const parts = leg.line.map((/** @type {string} */ text) =>
      projectAll(decodePolyline(text, 1000)),
    );
    return { parts, box: boxOf(parts.flatMap((/** @type {Float64Array} */ xy) => [...xy])) };
  });
  /** @type {number} */
  let scale = NaN;
  /** @type {(Way | undefined)[]} */
  let ways = [];
  return {
    /** Bounds of a leg in world units. @param {number} index @returns {Box} */
    boxOf: (index) => legs[index].box,
    /** Points of a leg in world units, by part. @param {number} index @returns {Float64Array[]} */
    partsOf: (index) => legs[index].parts,
    /**
     * A leg in pixels, moved to its lane, with rounded joints.
     * @param {number} index
     * @param {number} wanted scale
     * @returns {Way}
     */
    at(index, wanted) {
      if (wanted !== scale) [scale, ways] = [wanted, []];
      let way = ways[index];
      if (way) return way;
      const lane = LANE * life.legs[index].lane;
      const lines = legs[index].parts.map((/** @type {Float64Array} */ xy) => {
        /** @type {Point[]} */
        const line = [];
        for (let i = 0; i < xy.length; i += 2) line.push([xy[i] * scale, xy[i + 1] * scale]);
        return roundCorners(shiftRight(sparseLine(line, 2), lane, 26), 16);
      });
      const alongs = lines.map(measureLine);
      const lengths = alongs.map((/** @type {number[]} */ along) => along[along.length - 1]);
      way = {
        lines,
        alongs,
        lengths,
        total: lengths.reduce((/** @type {number} */ sum, /** @type {number} */ d) => sum + d, 0),
        box: legs[index].box,
      };
      ways[index] = way;
      return way;
    },
  };
}

/** @typedef {ReturnType<typeof createWays>} Ways */

/**
 * Sort the legs by what they are at a stop. Of a life with very many, only those around the stop;
 * the whole of it is then a bundle of hairlines.
 * @param {{to: number}[]} legs in the order of the life
 * @param {number} current index or -1 for the whole life
 * @returns {{travelled: number[], now: number[], ahead: number[], bundle: number[]}}
 */
export function sortLegs(legs, current) {
  const indices = legs.map((_, index) => index);
  const isLong = legs.length > MOST_LEGS;
  if (current < 0) {
    const [travelled, bundle] = isLong ? [[], indices] : [indices, []];
    return { travelled, now: [], ahead: [], bundle };
  }
  const where = (/** @type {(to: number) => boolean} */ test) =>
    indices.filter((index) => test(legs[index].to));
  const travelled = where((to) => to < current);
  const ahead = where((to) => to > current);
  return {
    travelled: isLong ? travelled.slice(-MOST_LEGS * 0.5) : travelled,
    now: where((to) => to === current),
    ahead: isLong ? ahead.slice(0, MOST_LEGS * 0.1) : ahead,
    bundle: [],
  };
}

/** Draw very many legs at once, as hairlines. @param {CanvasRenderingContext2D} context @param {View} view @param {Ways} ways @param {number[]} indices @param {Palette} palette */
export function drawBundle(context, view, ways, indices, palette) {
  const path = new Path2D();
  for (const index of indices) {
    if (!boxesMeet(ways.boxOf(index), view.box)) continue;
    for (const xy of ways.partsOf(index)) {
      path.moveTo(xy[0], xy[1]);
      for (let i = 2; i < xy.length; i += 2) path.lineTo(xy[i], xy[i + 1]);
    }
  }
  useWorld(context, view);
  context.strokeStyle = palette.red;
  context.lineWidth = 0.5 / view.scale;
  context.globalAlpha = 0.35;
  context.stroke(path);
  context.globalAlpha = 1;
}

/**
 * Stroke of a leg: what its mode, its guard and our certainty make of it.
 * @param {{mode: string, guarded: boolean, certainty: string}} leg
 * @param {Record<string, any>} strokes
 * @returns {{dash: number[], width: number, round: boolean, hollow: boolean, guarded: boolean}}
 */
export function strokeOf(leg, strokes) {
  const dotted = leg.certainty === "uncertain" || leg.mode === "unknown";
  const base = dotted ? strokes.uncertain : (strokes[leg.mode] ?? strokes.unknown);
  const broken = leg.certainty === "less-certain" && !base.dash.length;
  return {
    dash: broken ? strokes["less-certain"].dash : base.dash,
    width: base.width,
    round: Boolean(base.round),
    hollow: Boolean(base.hollow) && !leg.guarded,
    guarded: leg.guarded,
  };
}

/** Append the first part of a way to a path. @param {Path2D} path @param {Way} way @param {number} part 0 to 1 */
function traceWay(path, way, part) {
  let left = way.total * part;
  way.lines.forEach((line, index) => {
    if (left <= 0 || line.length < 2) return;
    const cut = left >= way.lengths[index] ? line : cutLine(line, way.alongs[index], left);
    left -= way.lengths[index];
    path.moveTo(cut[0][0], cut[0][1]);
    for (let i = 1; i < cut.length; i++) path.lineTo(cut[i][0], cut[i][1]);
  });
}

/** Append the cross-ticks of a journey under guard, where they can be seen. @param {Path2D} path @param {Way} way @param {number} part @param {number} every @param {number} length @param {View} view */
function traceTicks(path, way, part, every, length, view) {
  way.lines.forEach((line, index) => {
    const end = way.lengths[index] * (way.lines.length > 1 ? 1 : part);
    for (let at = every; at < end - 2; at += every) {
      const { x, y, angle } = walkLine(line, way.alongs[index], at);
      if (x < view.x || y < view.y || x > view.x + view.width || y > view.y + view.height) continue;
      const [dx, dy] = [(-Math.sin(angle) * length) / 2, (Math.cos(angle) * length) / 2];
      path.moveTo(x - dx, y - dy);
      path.lineTo(x + dx, y + dy);
    }
  });
}

/** Append an arrow head that points along the way. @param {Path2D} path @param {Way} way @param {number} size */
function traceArrows(path, way, size) {
  way.lines.forEach((line, index) => {
    const length = way.lengths[index];
    if (length < 70) return;
    const count = length > 900 ? 3 : length > 420 ? 2 : 1;
    for (let i = 1; i <= count; i++) {
      const tip = walkLine(line, way.alongs[index], (length * (i - 0.5)) / count + size);
      const [cos, sin] = [Math.cos(tip.angle), Math.sin(tip.angle)];
      const at = (/** @type {number} */ back, /** @type {number} */ side) =>
        /** @type {Point} */ ([tip.x - back * cos - side * sin, tip.y - back * sin + side * cos]);
      path.moveTo(tip.x, tip.y);
      path.lineTo(...at(size * 2, size * 0.85));
      path.lineTo(...at(size * 1.45, 0));
      path.lineTo(...at(size * 2, -size * 0.85));
      path.closePath();
    }
  });
}

/**
 * Draw legs that share a state. Casings come first, so that a later casing never cuts a line; legs
 * of one style are one path, so that ten thousand cost no more than a dozen strokes.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {any} life
 * @param {Ways} ways
 * @param {number[]} indices of legs
 * @param {"travelled" | "current" | "ahead"} state
 * @param {number} part 0 to 1, how much of them has been travelled
 * @param {Signs} signs
 * @param {Palette} palette
 */
export function drawLegs(context, view, life, ways, indices, state, part, signs, palette) {
  const { strokes } = signs;
  /** @type {Map<string, {stroke: ReturnType<typeof strokeOf>, path: Path2D, ticks: Path2D, arrows: Path2D}>} */
  const styles = new Map();
  const weight = (state === "current" ? 1.3 : state === "ahead" ? 0.62 : 1) * (view.zoom < 4 ? 0.82 : 1);
  const count = indices.length;
  for (const index of indices) {
    if (!boxesMeet(ways.boxOf(index), view.box)) continue;
    const stroke = strokeOf(life.legs[index], strokes);
    const key = JSON.stringify(stroke);
    let style = styles.get(key);
    if (!style) {
      style = { stroke, path: new Path2D(), ticks: new Path2D(), arrows: new Path2D() };
      styles.set(key, style);
    }
    const way = ways.at(index, view.scale);
    traceWay(style.path, way, part);
    if (state !== "ahead") {
      if (stroke.guarded) {
        const { tick, tick_length: length } = strokes.guard;
        // dots with as many ticks as a line would be a thicket
        const every = stroke.round ? 2 * tick : tick;
        traceTicks(style.ticks, way, part, every, length * (state === "current" ? 1.15 : 1), view);
      }
      const size = 3.6 * weight + (stroke.guarded ? 1.6 : 0.6);
      if (part === 1 && count < 400) traceArrows(style.arrows, way, size);
    }
  }
  context.setTransform(view.ratio, 0, 0, view.ratio, -view.x * view.ratio, -view.y * view.ratio);
  context.lineJoin = "round";
  if (state !== "ahead") {
    context.strokeStyle = palette.casing;
    context.lineCap = "round";
    for (const { stroke, path, ticks } of styles.values()) {
      context.globalAlpha = 0.85;
      context.lineWidth = stroke.width * weight + 2.6;
      context.stroke(path);
      context.lineWidth = 3;
      context.globalAlpha = 0.6;
      context.stroke(ticks);
    }
  }
  for (const { stroke, path, ticks, arrows } of styles.values()) {
    context.globalAlpha = state === "ahead" ? 0.42 : 1;
    context.strokeStyle = stroke.guarded ? palette.guard : palette.red;
    context.fillStyle = context.strokeStyle;
    context.lineWidth = stroke.width * weight;
    context.lineCap = stroke.round ? "round" : "butt";
    context.setLineDash(stroke.dash);
    context.stroke(path);
    context.setLineDash([]);
    context.lineCap = "butt";
    if (stroke.hollow && state !== "ahead") {
      context.strokeStyle = palette.casing;
      context.lineWidth = stroke.width * weight * 0.36;
      context.stroke(path);
      context.strokeStyle = palette.red;
    }
    context.lineWidth = 1.2;
    context.stroke(ticks);
    context.fill(arrows);
  }
  context.globalAlpha = 1;
}

/** World units of every stop, flat, once. @param {any} life @returns {Float64Array} */
export function pointsOf(life) {
  return Float64Array.from(life.stops.flatMap((/** @type {any} */ stop) => toWorld(stop.lon, stop.lat)));
}

/**
 * Gather stops into places and signs: stops of one town are one sign, unless the current stop is
 * among them or the map is close; then they stand in a ring around the place.
 * @param {Float64Array} world of pointsOf
 * @param {number} zoom
 * @param {number} scale
 * @param {number} current index or -1
 * @returns {{places: Place[], markers: Marker[]}}
 */
export function arrangeStops(world, zoom, scale, current) {
  const points = world.map((each) => each * scale);
  /** @type {Place[]} */
  const places = [];
  /** @type {Marker[]} */
  const markers = [];
  const groups = gather(points, TOGETHER);
  for (const stops of groups) {
    const x = points[2 * stops[0]];
    const y = points[2 * stops[0] + 1];
    const opens = stops.includes(current) ? FAN_ZOOM : OPEN_ZOOM;
    const fanned = stops.length > 1 && stops.length <= MOST_FANNED && zoom >= opens;
    const place = places.length;
    if (!fanned) {
      places.push({ stops, x, y, fanned, reach: 9 });
      markers.push({ stops, x, y, place, angle: NaN });
      continue;
    }
    /** @type {Point[]} */
    const others = [];
    for (const group of groups) {
      const [dx, dy] = [points[2 * group[0]] - x, points[2 * group[0] + 1] - y];
      if (group !== stops && Math.abs(dx) + Math.abs(dy) < FAN_REACH) others.push([dx, dy]);
    }
    const ring = fanOut(stops.length, 25, 24, others);
    places.push({ stops, x, y, fanned, reach: Math.hypot(ring[0].dx, ring[0].dy) + 20 });
    stops.forEach((stop, index) => {
      const { dx, dy, angle } = ring[index];
      markers.push({ stops: [stop], x: x + dx, y: y + dy, place, angle });
    });
  }
  return { places, markers };
}

/** @type {WeakMap<object, number>} */
const stays = new WeakMap();

/** Days of a stay, at most. @param {{start: string, end: string}} stop */
export function stayOf(stop) {
  let days = stays.get(stop);
  if (days === undefined) {
    days = (Date.parse(`${stop.end}T00:00:00Z`) - Date.parse(`${stop.start}T00:00:00Z`)) / 8.64e7;
    stays.set(stop, days);
  }
  return days;
}

/** The stop that stands for several: the current one, else the longest stay. @param {any} life @param {number[]} stops @param {number} current */
export function chiefOf(life, stops, current) {
  if (stops.includes(current)) return current;
  return stops.reduce((best, stop) =>
    stayOf(life.stops[stop]) > stayOf(life.stops[best]) ? stop : best,
  );
}

/**
 * Draw the signs of the stops: rings of places that are only roughly known, leaders, shapes.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {any} life
 * @param {{places: Place[], markers: Marker[]}} arranged
 * @param {number} current index or -1
 * @param {number} reached stops up to this index have been visited
 * @param {Signs} signs
 * @param {Palette} palette
 */
export function drawStops(context, view, life, arranged, current, reached, signs, palette) {
  const move = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r) =>
    context.setTransform(
      view.ratio * r,
      0,
      0,
      view.ratio * r,
      (x - view.x) * view.ratio,
      (y - view.y) * view.ratio,
    );
  const inView = (/** @type {{x: number, y: number}} */ { x, y }) =>
    x > view.x - 60 && y > view.y - 60 && x < view.x + view.width + 60 && y < view.y + view.height + 60;
  context.lineJoin = "round";
  for (const place of arranged.places) {
    if (!place.fanned || !inView(place)) continue;
    move(place.x, place.y, 1);
    context.strokeStyle = palette.soft;
    context.lineWidth = 0.9;
    context.beginPath();
    for (const marker of arranged.markers) {
      if (arranged.places[marker.place] !== place) continue;
      context.moveTo(0, 0);
      context.lineTo(marker.x - place.x, marker.y - place.y);
    }
    context.stroke();
    context.fillStyle = palette.soft;
    context.beginPath();
    context.arc(0, 0, 2.4, 0, 7);
    context.fill();
  }
  const order = arranged.markers.filter(inView);
  order.sort((a, b) => Number(a.stops.includes(current)) - Number(b.stops.includes(current)));
  for (const marker of order) {
    const chief = chiefOf(life, marker.stops, current);
    const stop = life.stops[chief];
    const isCurrent = chief === current;
    const isAhead = marker.stops[0] > reached;
    if (stop.precision === "region" && marker.stops.length === 1) {
      move(marker.x, marker.y, 1);
      const radius = Math.max(14, 25 * worldPerKm(stop.lat) * view.scale);
      const soft = context.createRadialGradient(0, 0, radius * 0.2, 0, 0, radius);
      soft.addColorStop(0, isAhead ? palette.soft : palette.red);
      soft.addColorStop(1, "transparent");
      context.fillStyle = soft;
      context.globalAlpha = 0.22;
      context.beginPath();
      context.arc(0, 0, radius, 0, 7);
      context.fill();
      context.globalAlpha = 0.6;
      context.strokeStyle = isAhead ? palette.soft : palette.red;
      context.lineWidth = 0.8;
      context.setLineDash([2, 3]);
      context.stroke();
      context.setLineDash([]);
      context.globalAlpha = 1;
    }
    if (isCurrent) {
      move(marker.x, marker.y, 1);
      context.fillStyle = palette.red;
      context.globalAlpha = 0.2;
      context.beginPath();
      context.arc(0, 0, 17, 0, 7);
      context.fill();
      context.globalAlpha = 1;
    }
    const radius = (isCurrent ? 7.6 : isAhead ? 4.6 : 6) * (view.zoom < 4 && !isCurrent ? 0.82 : 1);
    drawSign(context, move, marker.x, marker.y, radius, signs.symbols[stop.kind], {
      several: marker.stops.length > 1,
      isCurrent,
      isAhead,
      palette,
    });
  }
  usePixels(context, view);
}

/** @type {Map<string, Path2D>} */
const shapes = new Map();

/** A path from its SVG notation, once. @param {string} notation */
function shapeOf(notation) {
  let shape = shapes.get(notation);
  if (!shape) shapes.set(notation, (shape = new Path2D(notation)));
  return shape;
}

/**
 * Draw one sign.
 * @param {CanvasRenderingContext2D} context
 * @param {(x: number, y: number, r: number) => void} move
 * @param {number} x
 * @param {number} y
 * @param {number} radius pixels
 * @param {{path: string, fill: string, mark?: string}} symbol unit size
 * @param {{several: boolean, isCurrent: boolean, isAhead: boolean, palette: Palette}} look
 */
function drawSign(context, move, x, y, radius, symbol, { several, isCurrent, isAhead, palette }) {
  const shape = shapeOf(symbol.path);
  const line = isAhead ? palette.soft : symbol.fill === "ink" ? palette.guard : palette.red;
  const filled = isCurrent
    ? palette.red
    : symbol.fill === "paper"
      ? palette.paper
      : isAhead
        ? palette.soft
        : line;
  move(x, y, radius);
  context.strokeStyle = palette.casing;
  context.lineWidth = 4.4 / radius;
  context.stroke(shape);
  if (several) {
    context.fillStyle = palette.casing;
    context.beginPath();
    context.arc(0, 0, 1.75, 0, 7);
    context.fill();
    context.strokeStyle = line;
    context.lineWidth = 0.9 / radius;
    context.stroke();
  }
  context.fillStyle = filled;
  context.fill(shape);
  context.strokeStyle = isCurrent ? palette.red : line;
  context.lineWidth = (isAhead ? 1.2 : 1.7) / radius;
  context.stroke(shape);
  if (symbol.mark) {
    context.fillStyle = isCurrent ? palette.paper : line;
    context.fill(shapeOf(symbol.mark));
  }
}

/** Stops of a marker in words: "Stop 12" or "Stops 12–14, 19". @param {any} life @param {number[]} stops */
export function sayStops(life, stops) {
  const numbers = stops.map((index) => life.stops[index].n);
  return `${numbers.length > 1 ? "Stops" : "Stop"} ${spellRuns(numbers)}`;
}

/** Whether two stops are in one town, near enough for the camera. @param {any} a @param {any} b */
export function sameTown(a, b) {
  return distanceKm([a.lon, a.lat], [b.lon, b.lat]) < 25;
}
