// A small plate on a canvas: the land and frontiers of a day under the way so far.

import { arcRole, lakesOn, statesOn, WATER } from "../map/atlas_file.js";
import { createCover } from "../map/cover.js";
import { placeLabels, placesBeside } from "../map/lettering.js";
import { readPalette, TINTS } from "../map/palette.js";
import { decodePolyline } from "../map/polyline.js";
import { drawLabel, lineWidth } from "../map/text.js";
import { remember } from "../remember.js";
import { pixelsOf } from "./frames.js";
import { wishesAround } from "./nearby.js";

/** @typedef {import("../life.js").Life} Life */
/** @typedef {import("../map/atlas_file.js").AtlasFile} AtlasFile */
/** @typedef {import("../map/feature_names.js").Feature} Feature */
/** @typedef {import("../map/palette.js").Palette} Palette */
/** @typedef {import("./frames.js").Frame} Frame */
/**
 * @typedef {object} Named what a plate names beside the stops, and how
 * @property {Feature[]} features rivers and small towns by name
 * @property {import("../map/atlas_names.js").Lettering} lettering
 */
/**
 * @typedef {object} Portion
 * @property {string} day of the frontiers, YYYY-MM-DD
 * @property {number} first index of the first stop that is strong
 * @property {number} last index of the last stop
 * @property {boolean} isLettered whether its places are named
 */
/** @typedef {Portion & Named} Shown what a plate shows of a life */
/** @typedef {(lon: number, lat: number) => [number, number]} ToPixels */
/** @typedef {{arcs: Float64Array[], faces: number[][]}} Degrees arcs, and the faces beside each */

/** @type {WeakMap<AtlasFile, Degrees>} */
const known = new WeakMap();

/** Arcs of the atlas in degrees, once. @param {AtlasFile} atlas */
function degreesOf(atlas) {
  return remember(known, atlas, () => {
    /** @type {number[][]} */
    const faces = atlas.arcs.map(() => []);
    atlas.faces.forEach((face, index) => {
      for (const signed of face.p.flat(2)) faces[signed < 0 ? ~signed : signed].push(index);
    });
    return { arcs: atlas.arcs.map((text) => decodePolyline(text, atlas.per_degree)), faces };
  });
}

/** Of the live map's strokes and dashes, as on the plates that stand in the page. */
const STROKE = 0.8;
const DASH = 0.7;
/** How strong a way is that was gone before the chapter. */
const OLD = 0.35;

/**
 * Draw a plate.
 * @param {HTMLCanvasElement} canvas
 * @param {AtlasFile} atlas
 * @param {Life} life
 * @param {Frame} frame
 * @param {Shown} shown
 */
export function drawPlate(canvas, atlas, life, frame, shown) {
  const ratio = Math.min(2, devicePixelRatio || 1);
  canvas.width = frame.width * ratio;
  canvas.height = frame.height * ratio;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.lineJoin = "round";
  const palette = readPalette(canvas);
  context.fillStyle = palette.sea;
  context.fillRect(0, 0, frame.width, frame.height);
  const toPixels = pixelsOf(frame);
  drawGround(context, palette, atlas, toPixels, shown.day);
  drawWays(context, palette, life, toPixels, shown);
  drawMarks(context, palette, life, toPixels, shown);
  if (shown.isLettered) letterStops({ context, palette, atlas, life, frame }, shown);
}

/**
 * Land in the tints of its states, lakes, frontiers and coast.
 * @param {CanvasRenderingContext2D} context
 * @param {Palette} palette
 * @param {AtlasFile} atlas
 * @param {ToPixels} toPixels
 * @param {string} day
 */
function drawGround(context, palette, atlas, toPixels, day) {
  const { arcs, faces } = degreesOf(atlas);
  const points = arcs.map((arc) => project(arc, toPixels));
  const stateOf = statesOn(atlas, day);
  const land = Array.from({ length: TINTS }, () => new Path2D());
  atlas.faces.forEach((face, index) => {
    const { entity, sovereign } = atlas.states[stateOf[index]];
    if (entity === WATER) return;
    const path = land[(atlas.polities[sovereign]?.tint ?? 0) % TINTS];
    for (const ring of face.p.flat()) addRing(path, ring, points);
  });
  land.forEach((path, tint) => {
    context.fillStyle = palette[`tint-${tint}`];
    context.strokeStyle = palette[`tint-${tint}`];
    context.lineWidth = 0.6;
    context.fill(path, "evenodd");
    context.stroke(path);
  });
  const lines = { coast: new Path2D(), frontier: new Path2D() };
  faces.forEach((beside, index) => {
    const arc = { kind: atlas.arc_kinds[index], faces: beside };
    const role = arcRole(
      /** @type {import("../map/atlas_file.js").Arc} */ (arc),
      stateOf,
      atlas.states,
    );
    if (role === "coast" || role === "frontier") addLine(lines[role], points[index]);
  });
  context.fillStyle = palette.sea;
  for (const number of lakesOn(atlas, day)) {
    const path = new Path2D();
    const [, , , ...rings] = atlas.lakes[number];
    for (const ring of rings) {
      addLine(path, project(decodePolyline(ring, atlas.per_degree), toPixels));
    }
    context.fill(path, "evenodd");
  }
  const rivers = new Path2D();
  for (const [rank, line] of atlas.rivers) {
    if (rank > 2) continue;
    addLine(rivers, project(decodePolyline(line, atlas.per_degree), toPixels));
  }
  stroke(context, rivers, palette.river, 0.8, 1);
  stroke(context, lines.frontier, palette.frontier, 0.8, 0.75);
  stroke(context, lines.coast, palette.coast, 0.8, 1);
}

/**
 * The legs until the last stop: earlier ones pale.
 * @param {CanvasRenderingContext2D} context
 * @param {Palette} palette
 * @param {Life} life
 * @param {ToPixels} toPixels
 * @param {Shown} shown
 */
function drawWays(context, palette, life, toPixels, { first, last }) {
  for (const leg of life.legs) {
    if (leg.to_stop > last) continue;
    const path = new Path2D();
    for (const part of leg.line) addLine(path, project(decodePolyline(part, 1000), toPixels));
    const { dash, width, round, core, strength } = leg.stroke;
    const [wide, alpha] = [width * STROKE, strength * (leg.to_stop < first ? OLD : 1)];
    stroke(context, path, palette.casing, wide + 2, 0.8);
    context.setLineDash(dash.map((length) => length * DASH));
    context.lineCap = round ? "round" : "butt";
    stroke(context, path, leg.guarded ? palette.guard : palette.red, wide, alpha);
    context.setLineDash([]);
    context.lineCap = "butt";
    if (core) stroke(context, path, palette.casing, wide * core, alpha);
  }
}

/**
 * A dot for each stop of the chapter.
 * @param {CanvasRenderingContext2D} context
 * @param {Palette} palette
 * @param {Life} life
 * @param {ToPixels} toPixels
 * @param {Shown} shown
 */
function drawMarks(context, palette, life, toPixels, { first, last }) {
  for (const stop of life.stops.slice(first, last + 1)) {
    const [x, y] = toPixels(stop.lon, stop.lat);
    context.beginPath();
    context.arc(x, y, 3.2, 0, 7);
    context.fillStyle = stop.kind === "captivity" ? palette.guard : palette.red;
    context.strokeStyle = palette.casing;
    context.lineWidth = 1.2;
    context.fill();
    context.stroke();
  }
}

/**
 * The name of each place of the chapter beside its dot, then states, towns and rivers where there
 * is room.
 * @param {{context: CanvasRenderingContext2D, palette: Palette, atlas: AtlasFile, life: Life,
 *   frame: Frame}} sheet
 * @param {Shown} shown
 */
function letterStops({ context, palette, atlas, life, frame }, shown) {
  const { first, last, day, features, lettering } = shown;
  const toPixels = pixelsOf(frame);
  const { width, height } = frame;
  const stops = life.stops.slice(first, last + 1);
  const taken = stops.map(({ lon, lat }) => toPixels(lon, lat));
  const font = `700 13px ${palette["font-sans"]}`;
  const told = new Set();
  const wishes = stops.flatMap((stop, index) => {
    if (told.has(stop.label)) return [];
    told.add(stop.label);
    const runs = [{ text: stop.label, font, fill: palette.ink }];
    const places = placesBeside(...taken[index], lineWidth(context, runs), 14, 7);
    const wish = { role: "stop", text: stop.label, lines: [runs], leading: 14, places };
    return [{ ...wish, halo: palette.paper, weight: 1, crossing: 99 }];
  });
  const sheet = { context, palette, toPixels, width, height, day, taken, lettering };
  const around = wishesAround({ ...sheet, scale: frame.scale * 1000 }, atlas, features);
  const boxes = taken.map(
    ([x, y]) => /** @type {import("../map/boxes.js").Box} */ ([x - 4, y - 4, x + 4, y + 4]),
  );
  const cover = coverOf(life, last, toPixels, [width, height]);
  const view = /** @type {import("../map/boxes.js").Box} */ ([3, 3, width - 3, height - 3]);
  for (const label of placeLabels(context, [...wishes, ...around], boxes, cover, view)) {
    drawLabel(context, label);
    if (!label.dot) continue;
    context.beginPath();
    context.arc(...label.dot, 1.5, 0, 7);
    context.fillStyle = palette.label;
    context.fill();
  }
}

/**
 * Where the way runs, for names to keep off it.
 * @param {Life} life
 * @param {number} last
 * @param {ToPixels} toPixels
 * @param {[number, number]} size
 */
function coverOf(life, last, toPixels, [width, height]) {
  const nothing = { cell: 7, columns: 0, rows: 0, areas: new Uint16Array(0), entities: [] };
  const cover = createCover(width, height, nothing);
  for (const leg of life.legs) {
    if (leg.to_stop > last) continue;
    for (const part of leg.line) {
      const flat = project(decodePolyline(part, 1000), toPixels);
      /** @type {import("../map/projection.js").Point[]} */
      const points = [];
      for (let i = 0; i < flat.length; i += 2) points.push([flat[i], flat[i + 1]]);
      cover.add(points, 0, 0);
    }
  }
  return cover;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Path2D} path
 * @param {string} colour
 * @param {number} width
 * @param {number} alpha
 */
function stroke(context, path, colour, width, alpha) {
  context.globalAlpha = alpha;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
  context.globalAlpha = 1;
}

/** @param {Float64Array} degrees flat @param {ToPixels} toPixels */
function project(degrees, toPixels) {
  const out = new Float64Array(degrees.length);
  for (let i = 0; i < degrees.length; i += 2) {
    [out[i], out[i + 1]] = toPixels(degrees[i], degrees[i + 1]);
  }
  return out;
}

/** @param {Path2D} path @param {ArrayLike<number>} points flat */
function addLine(path, points) {
  for (let i = 0; i < points.length; i += 2) {
    if (i) path.lineTo(points[i], points[i + 1]);
    else path.moveTo(points[0], points[1]);
  }
}

/** @param {Path2D} path @param {number[]} ring arcs, ~i backwards @param {Float64Array[]} points */
function addRing(path, ring, points) {
  let isFirst = true;
  for (const signed of ring) {
    const line = points[signed < 0 ? ~signed : signed];
    const count = line.length / 2;
    for (let i = 0; i < count; i++) {
      const at = 2 * (signed < 0 ? count - 1 - i : i);
      if (isFirst) path.moveTo(line[at], line[at + 1]);
      else path.lineTo(line[at], line[at + 1]);
      isFirst = false;
    }
  }
  path.closePath();
}
