// The ground: sea, land, states, frontiers, water, drawn on canvases from the atlas file.

import { arcRole, boxOf, boxesMeet, changeDays, decodeAtlas, decodePolyline, faceAt, lastBegun, projectAll, ringPoints, scaleOf, statesOn, thinLine, toWorld, worldPerKm } from "./geometry.js";
import { makeGlow } from "./distance_field.js";

/** @typedef {import("./geometry.js").Box} Box */
/** @typedef {import("./geometry.js").Point} Point */
/**
 * @typedef {object} View what a canvas shows
 * @property {number} zoom
 * @property {number} scale pixels per world unit
 * @property {number} x pixels of the canvas's left edge from the world's
 * @property {number} y pixels of the canvas's top edge from the world's
 * @property {number} width pixels
 * @property {number} height pixels
 * @property {number} ratio device pixels per pixel
 * @property {Box} box world units
 */
/** @typedef {Record<string, string>} Palette */
/**
 * @typedef {object} Politics who holds what in a period
 * @property {number[]} stateOf state index of each face
 * @property {number[][]} byTint faces of each tint
 * @property {Map<number, number[]>} occupied faces by the tint of their occupier
 * @property {number[]} solid arcs: frontiers that survive as lines on the ground
 * @property {number[]} dashed arcs: frontiers reconstructed from towns
 * @property {number[]} zones arcs between parts of one state
 */

const TOKENS = {
  "--paper": "#fbf8f1",
  "--ink": "#26221d",
  "--soft": "#6f665a",
  "--rule": "#ddd3c0",
  "--red": "#a8201a",
  "--sea": "#dde6e6",
  "--sea-deep": "#b4c9cc",
  "--land": "#f3ecdd",
  "--coast": "#7d8f90",
  "--frontier": "#6d5c49",
  "--river": "#a9c0c4",
  "--relief": "0.9",
  "--tint-0": "#eee3cd",
  "--tint-1": "#e6e4cc",
  "--tint-2": "#ecdbd0",
  "--tint-3": "#e3ddd6",
  "--tint-4": "#efe0bd",
  "--tint-5": "#dde3d6",
  "--here": "#fdfaf3",
  "--guard": "#26221d",
  "--casing": "#fbf8f1",
  "--label": "#5b5044",
  "--sea-label": "#5d7f88",
  "--font-text": "'EB Garamond', Garamond, Georgia, serif",
  "--font-sans": "'Alegreya Sans', 'Gill Sans', Calibri, sans-serif",
};
const TINTS = 6;
const OFFSHORE_KM = 12;
const MOST_LEVELS = 6;
/** Pixels of the view for each pixel of what is soft: the sea, the wash along frontiers. */
export const SHRINK = 4;

/** Read the map's colours and fonts from the style sheet. @param {Element} element @returns {Palette} */
export function readPalette(element) {
  const style = getComputedStyle(element);
  const palette = Object.fromEntries(
    Object.entries(TOKENS).map(([token, fallback]) => [
      token.slice(2),
      style.getPropertyValue(token).trim() || fallback,
    ]),
  );
  for (let tint = 0; tint < TINTS; tint++) {
    palette[`band-${tint}`] = deepen(palette[`tint-${tint}`]);
  }
  return palette;
}

/** Red, green and blue of any CSS colour. @param {string} colour @returns {[number, number, number]} */
function rgbOf(colour) {
  const context = smallCanvas("colour", { width: 1, height: 1, scale: 1, ratio: 1, x: 0, y: 0, zoom: 0, box: [0, 0, 1, 1] }, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Deepen a colour as a second coat of the same wash does. @param {string} colour any CSS colour */
function deepen(colour) {
  const parts = rgbOf(colour);
  const grey = (parts[0] + parts[1] + parts[2]) / 3;
  // more of its own hue, then darker on paper, lighter at night
  const coat = parts.map((part) => {
    const vivid = grey + (part - grey) * 2.1;
    return Math.round(Math.max(0, Math.min(255, grey < 128 ? vivid * 1.5 + 8 : vivid * 0.83)));
  });
  return `rgb(${coat.join(" ")})`;
}

/** Draw in world units: line widths must be divided by the scale. @param {CanvasRenderingContext2D} context @param {View} view */
export function useWorld(context, view) {
  const k = view.ratio * view.scale;
  context.setTransform(k, 0, 0, k, -view.x * view.ratio, -view.y * view.ratio);
}

/** Draw in pixels of the canvas. @param {CanvasRenderingContext2D} context @param {View} view */
export function usePixels(context, view) {
  context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
}

/** Append a flat line to a path, its corners rounded off between the middles of its sides. @param {Path2D} path @param {ArrayLike<number>} xy @param {boolean} isRing */
function traceSoft(path, xy, isRing) {
  const last = xy.length - 2;
  if (last < 6) return trace(path, xy);
  const middle = (/** @type {number} */ i) =>
    /** @type {[number, number]} */ ([(xy[i] + xy[i + 2]) / 2, (xy[i + 1] + xy[i + 3]) / 2]);
  if (isRing) path.moveTo(...middle(0));
  else path.moveTo(xy[0], xy[1]);
  for (let i = 2; i < last; i += 2) path.quadraticCurveTo(xy[i], xy[i + 1], ...middle(i));
  if (isRing) path.quadraticCurveTo(xy[0], xy[1], ...middle(0));
  else path.lineTo(xy[last], xy[last + 1]);
}

/** Append a flat line to a path. @param {Path2D} path @param {ArrayLike<number>} xy */
function trace(path, xy) {
  path.moveTo(xy[0], xy[1]);
  for (let i = 2; i < xy.length; i += 2) path.lineTo(xy[i], xy[i + 1]);
}

/** What the atlas draws, in world units. @param {any} atlas the parsed file @returns {Box} */
export function extentOf(atlas) {
  const [west, south, east, north] = atlas.bounds;
  const [left, bottom] = toWorld(west, south);
  const [right, top] = toWorld(east, north);
  return [left, top, right, bottom];
}

/**
 * Prepare the atlas for drawing: project once, keep the outlines at three levels of detail and the
 * politics of each period looked at.
 * @param {any} atlas the parsed file
 */
export function createGround(atlas) {
  const decoded = decodeAtlas(atlas);
  const days = changeDays(atlas);
  const extent = extentOf(atlas);
  const water = (/** @type {string} */ text) => {
    const xy = projectAll(decodePolyline(text, atlas.per_degree));
    return { xy, box: boxOf(xy) };
  };
  const lakes = atlas.lakes.map((/** @type {string[]} */ rings) => rings.map(water));
  const rivers = atlas.rivers.map((/** @type {[number, string]} */ [rank, text]) => ({
    rank,
    ...water(text),
  }));
  const coast = decoded.arcs.flatMap((arc, index) => (arc.kind === "c" ? [index] : []));

  /** @type {Map<number, {arcs: (Float64Array | undefined)[], arcPaths: (Path2D | undefined)[], facePaths: (Path2D | undefined)[]}>} */
  const levels = new Map();
  /** Details smaller than half a pixel are left out. @param {number} zoom */
  const levelOf = (zoom) => {
    const step = Math.floor(zoom * 2) / 2;
    const tolerance = step >= 7 ? 0 : 0.45 / scaleOf(step);
    let level = levels.get(tolerance);
    if (!level) {
      level = { arcs: [], arcPaths: [], facePaths: [] };
      if (levels.size > MOST_LEVELS) levels.delete(levels.keys().next().value ?? 0);
      levels.set(tolerance, level);
    }
    const { arcs, arcPaths, facePaths } = level;
    const pointsOf = (/** @type {number} */ index) =>
      (arcs[index] ??= tolerance
        ? thinLine(decoded.arcs[index].xy, tolerance)
        : decoded.arcs[index].xy);
    return {
      /** @param {number} index */
      arcPath(index) {
        let path = arcPaths[index];
        if (!path) {
          path = arcPaths[index] = new Path2D();
          trace(path, pointsOf(index));
        }
        return path;
      },
      /** @param {number} index */
      facePath(index) {
        let path = facePaths[index];
        if (!path) {
          path = facePaths[index] = new Path2D();
          for (const ring of decoded.faces[index].polygons.flat()) {
            const points = ringPoints(ring, pointsOf);
            if (points.length < 8) continue; // an islet smaller than the detail
            trace(path, points);
            path.closePath();
          }
        }
        return path;
      },
    };
  };

  /** Arcs in view as one path. @param {View} view @param {number[]} indices */
  const arcsIn = (view, indices) => {
    const level = levelOf(view.zoom);
    const path = new Path2D();
    for (const index of indices) {
      if (boxesMeet(decoded.arcs[index].box, view.box)) path.addPath(level.arcPath(index));
    }
    return path;
  };
  /** Faces in view as one path. @param {View} view @param {number[]} indices */
  const facesIn = (view, indices) => {
    const level = levelOf(view.zoom);
    const path = new Path2D();
    for (const index of indices) {
      if (boxesMeet(decoded.faces[index].box, view.box)) path.addPath(level.facePath(index));
    }
    return path;
  };

  /** @param {string} code @returns {number} */
  const tintOf = (code) => (atlas.polities[code]?.tint ?? 0) % TINTS;

  /** @type {Map<number, Politics>} */
  const periods = new Map();
  /** Who holds what on a day. @param {string} day @returns {Politics} */
  const politicsOn = (day) => {
    const period = Math.max(0, lastBegun(days, day, (entry) => entry));
    let politics = periods.get(period);
    if (politics) return politics;
    const stateOf = statesOn(atlas, day);
    politics = {
      stateOf,
      byTint: Array.from({ length: TINTS }, () => []),
      occupied: new Map(),
      solid: [],
      dashed: [],
      zones: [],
    };
    for (let face = 0; face < stateOf.length; face++) {
      const state = atlas.states[stateOf[face]];
      politics.byTint[tintOf(state.sovereign)].push(face);
      if (state.status === "occupied" && state.controller !== state.sovereign) {
        const tint = tintOf(state.controller);
        politics.occupied.set(tint, [...(politics.occupied.get(tint) ?? []), face]);
      }
    }
    decoded.arcs.forEach((arc, index) => {
      const role = arcRole(arc, stateOf, atlas.states);
      if (role === "zone") politics.zones.push(index);
      else if (role === "frontier") (arc.kind === "r" ? politics.dashed : politics.solid).push(index);
    });
    if (periods.size > 24) periods.delete(periods.keys().next().value ?? 0);
    periods.set(period, politics);
    return politics;
  };

  return {
    atlas,
    all: decoded.faces.map((_, index) => index),
    decoded,
    extent,
    lakes,
    rivers,
    coast,
    arcsIn,
    facesIn,
    politicsOn,
    tintOf,
    /** Face of a place, a little way off the coast too. @param {number} lon @param {number} lat */
    faceOf: (lon, lat) => faceAt(decoded, toWorld(lon, lat), OFFSHORE_KM * worldPerKm(lat)),
  };
}

/** @typedef {ReturnType<typeof createGround>} Ground */

/**
 * Draw the sea, deeper in tone along the coasts. It is soft everywhere, so its canvas has a fraction
 * of the pixels: see SHRINK.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view with the ratio of that canvas
 * @param {Ground} ground
 * @param {Palette} palette
 */
export function drawSea(context, view, ground, palette) {
  const { width, height } = context.canvas;
  usePixels(context, view);
  context.clearRect(0, 0, view.width + SHRINK, view.height + SHRINK);
  useWorld(context, view);
  context.fill(ground.facesIn(coarser(view, SHRINK), ground.all), "evenodd");
  const image = context.getImageData(0, 0, width, height);
  const reach = Math.max(0.6, Math.min(1.2, 0.6 + (view.zoom - 2.5) * 0.15)) * 14 * view.ratio;
  makeGlow(image, rgbOf(palette["sea-deep"]), (d) => 0.95 * Math.exp(-((d / reach) ** 0.85) * 1.6), Math.ceil(4 * reach));
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = "destination-over";
  usePixels(context, view);
  context.fillStyle = palette.sea;
  context.fillRect(0, 0, view.width + SHRINK, view.height + SHRINK);
  context.globalCompositeOperation = "source-over";
}

/** The same view, to be drawn with the detail of a smaller one. @param {View} view @param {number} shrink @returns {View} */
function coarser(view, shrink) {
  return { ...view, zoom: view.zoom - Math.log2(shrink) };
}

/** Meridians and parallels. @param {CanvasRenderingContext2D} context @param {View} view @param {Ground} ground @param {Palette} palette */
function drawGraticule(context, view, ground, palette) {
  context.strokeStyle = palette["sea-deep"];
  context.lineWidth = 0.6 / view.scale;
  context.globalAlpha = 0.55;
  const every = view.zoom < 5.5 ? 10 : 5;
  const grid = new Path2D();
  const [left, top, right, bottom] = ground.extent;
  for (let lon = -180; lon <= 180; lon += every) {
    const [x] = toWorld(lon, 0);
    if (x > left && x < right) trace(grid, [x, top, x, bottom]);
  }
  for (let lat = -80; lat <= 80; lat += every) {
    const [, y] = toWorld(0, lat);
    if (y > top && y < bottom) trace(grid, [left, y, right, y]);
  }
  context.stroke(grid);
  context.globalAlpha = 1;
}

/**
 * Light and shade on whatever land is drawn already; they give way where their pixels would show.
 * @param {CanvasRenderingContext2D} context in world units
 * @param {View} view
 * @param {HTMLImageElement | null} relief grey, from edge to edge of the atlas
 * @param {Ground} ground
 * @param {Palette} palette
 */
function drawRelief(context, view, relief, ground, palette) {
  const [left, top, right, bottom] = ground.extent;
  const strength = Number(palette.relief);
  if (!relief || !strength) return;
  const sharp = relief.naturalWidth / ((right - left) * view.scale); // its pixels in one of the map's
  context.save();
  context.clip(ground.facesIn(view, ground.all), "evenodd"); // on nothing it would draw itself
  context.globalCompositeOperation = "hard-light";
  context.globalAlpha = strength * Math.min(1, 0.35 + 2.6 * sharp);
  context.imageSmoothingQuality = "high";
  context.drawImage(relief, left, top, right - left, bottom - top);
  context.restore();
}

/** @type {Map<string, HTMLCanvasElement>} */
const tiles = new Map();

/** A tile of thin diagonal lines. @param {string} colour @param {number} ratio */
function hatchTile(colour, ratio) {
  const key = `${colour} ${ratio}`;
  let tile = tiles.get(key);
  if (tile) return tile;
  tile = document.createElement("canvas");
  const size = Math.round(6 * ratio);
  tile.width = tile.height = size;
  const context = tile.getContext("2d");
  if (context) {
    context.strokeStyle = colour;
    context.lineWidth = 1.1 * ratio;
    context.beginPath();
    for (const shift of [-size, 0, size]) {
      context.moveTo(shift - 1, size + 1);
      context.lineTo(shift + size + 1, -1);
    }
    context.stroke();
  }
  tiles.set(key, tile);
  return tile;
}

/**
 * Draw land, states, frontiers and inland water of a period, and the frame of the map.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {Ground} ground
 * @param {Politics} politics
 * @param {string} here entity that is lifted from the rest, or ""
 * @param {HTMLImageElement | null} relief
 * @param {Palette} palette
 */
export function drawLand(context, view, ground, politics, here, relief, palette) {
  const { atlas } = ground;
  const px = 1 / view.scale;
  usePixels(context, view);
  context.clearRect(0, 0, view.width, view.height);
  useWorld(context, view);
  drawGraticule(context, view, ground, palette);
  context.lineJoin = "round";
  context.lineCap = "round";

  const line = Math.max(0.75, Math.min(1.25, 0.55 + (view.zoom - 2) * 0.14));
  const entityOf = (/** @type {number} */ face) => atlas.states[politics.stateOf[face]].entity;
  const isLifted = (/** @type {number} */ face) => here !== "" && entityOf(face) === here;
  const lifted = ground.all.filter(isLifted);
  politics.byTint.forEach((tinted, tint) => {
    context.fillStyle = palette[`tint-${tint}`];
    const rest = tinted.filter((face) => !isLifted(face));
    context.fill(ground.facesIn(view, rest), "evenodd");
  });
  context.fillStyle = palette.here;
  context.fill(ground.facesIn(view, lifted), "evenodd");
  drawRelief(context, view, relief, ground, palette);
  paintBands(context, view, ground, politics, isLifted, line, palette);
  for (const [tint, occupied] of politics.occupied) {
    context.save();
    context.clip(ground.facesIn(view, occupied), "evenodd");
    usePixels(context, view);
    const pattern = context.createPattern(hatchTile(palette.frontier, view.ratio), "repeat");
    if (pattern) {
      const shift = (/** @type {number} */ at) => -(((at % 6) + 6) % 6);
      pattern.setTransform(
        new DOMMatrix([1 / view.ratio, 0, 0, 1 / view.ratio, shift(view.x), shift(view.y)]),
      );
      context.globalAlpha = 0.16;
      context.fillStyle = pattern;
      context.fillRect(0, 0, view.width, view.height);
      context.globalAlpha = 0.35;
      context.fillStyle = palette[`tint-${tint}`];
      context.globalCompositeOperation = "multiply";
      context.fillRect(0, 0, view.width, view.height);
    }
    context.restore();
  }
  drawWater(context, view, ground, palette);
  drawFrontiers(context, view, ground, politics, palette, line);
  context.strokeStyle = palette.coast;
  context.lineWidth = line * 0.8 * px;
  context.stroke(ground.arcsIn(view, ground.coast));
  drawFrame(context, view, ground, palette);
}

/** @type {Record<string, CanvasRenderingContext2D>} */
const scratch = {};

/** A cleared canvas of a fraction of the view, drawn in world units. @param {string} name @param {View} view @param {number} shrink */
function smallCanvas(name, view, shrink) {
  const context = (scratch[name] ??= /** @type {CanvasRenderingContext2D} */ (
    document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  ));
  context.canvas.width = Math.ceil(view.width / shrink);
  context.canvas.height = Math.ceil(view.height / shrink);
  useWorld(context, { ...view, ratio: 1 / shrink });
  return context;
}

/**
 * Wash the states along their frontiers, inside, as hand-coloured atlases do: every state in its
 * deeper colour, cut to a soft band along the frontiers. Soft, so a ninth of the pixels is enough.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {Ground} ground
 * @param {Politics} politics
 * @param {(face: number) => boolean} isLifted
 * @param {number} line pixels of a fine line
 * @param {Palette} palette
 */
function paintBands(context, view, ground, politics, isLifted, line, palette) {
  const coarse = coarser(view, SHRINK);
  const bands = smallCanvas("bands", view, SHRINK);
  const { width, height } = bands.canvas;
  politics.byTint.forEach((tinted, tint) => {
    bands.fillStyle = palette[`band-${tint}`];
    const lifted = tinted.filter(isLifted);
    const rest = lifted.length ? tinted.filter((face) => !isLifted(face)) : tinted;
    bands.fill(ground.facesIn(coarse, rest), "evenodd");
    bands.globalAlpha = 0.6;
    if (lifted.length) bands.fill(ground.facesIn(coarse, lifted), "evenodd");
    bands.globalAlpha = 1;
  });
  const mask = smallCanvas("mask", view, SHRINK);
  mask.lineWidth = SHRINK / view.scale;
  mask.stroke(ground.arcsIn(coarse, [...politics.solid, ...politics.dashed]));
  const image = mask.getImageData(0, 0, width, height);
  const reach = (7 * line) / SHRINK;
  makeGlow(image, [0, 0, 0], (d) => 0.8 * Math.exp(-((d / reach) ** 2) * 1.2), Math.ceil(2 * reach));
  mask.putImageData(image, 0, 0);
  bands.setTransform(1, 0, 0, 1, 0, 0);
  bands.globalCompositeOperation = "destination-in";
  bands.drawImage(mask.canvas, 0, 0);
  bands.globalCompositeOperation = "source-over";
  usePixels(context, view);
  context.globalCompositeOperation = "source-atop";
  context.imageSmoothingQuality = "low";
  context.drawImage(bands.canvas, 0, 0, width * SHRINK, height * SHRINK);
  context.globalCompositeOperation = "source-over";
  useWorld(context, view);
}

/**
 * @typedef {object} Sample what lies where, coarsely
 * @property {number} cell pixels
 * @property {number} columns
 * @property {number} rows
 * @property {Uint16Array} areas 0 for the sea, else a number
 * @property {string[]} entities entity of each number less one
 */

/**
 * Sample which entity lies where: for names that belong on land, on the sea, or in their state.
 * @param {CanvasRenderingContext2D} context of a small canvas of its own
 * @param {View} view
 * @param {Ground} ground
 * @param {Politics} politics
 * @returns {Sample}
 */
export function sampleLand(context, view, ground, politics) {
  const cell = 7;
  const columns = Math.ceil(view.width / cell);
  const rows = Math.ceil(view.height / cell);
  Object.assign(context.canvas, { width: columns, height: rows });
  useWorld(context, { ...view, ratio: 1 / cell });
  /** @type {Map<string, number[]>} */
  const faces = new Map();
  for (const face of ground.all) {
    if (!boxesMeet(ground.decoded.faces[face].box, view.box)) continue;
    const { entity } = ground.atlas.states[politics.stateOf[face]];
    faces.set(entity, [...(faces.get(entity) ?? []), face]);
  }
  const entities = [...faces.keys()];
  // a checksum in green tells a true colour from a mixture at an edge
  const check = (/** @type {number} */ number) => (number * 37) % 251;
  entities.forEach((entity, index) => {
    context.fillStyle = `rgb(${index + 1} ${check(index + 1)} 90)`;
    context.fill(ground.facesIn(coarser(view, cell), faces.get(entity) ?? []), "evenodd");
  });
  const { data } = context.getImageData(0, 0, columns, rows);
  const areas = new Uint16Array(columns * rows);
  let last = 0;
  for (let i = 0; i < areas.length; i++) {
    const number = data[4 * i];
    const alpha = data[4 * i + 3];
    if (alpha < 128) last = 0;
    else if (alpha === 255 && data[4 * i + 1] === check(number)) last = number;
    areas[i] = last;
  }
  return { cell, columns, rows, areas, entities };
}

/** Lakes and rivers. @param {CanvasRenderingContext2D} context @param {View} view @param {Ground} ground @param {Palette} palette */
function drawWater(context, view, ground, palette) {
  const px = 1 / view.scale;
  const rivers = [new Path2D(), new Path2D()];
  for (const river of ground.rivers) {
    if (river.rank > view.zoom + 1.5 || !boxesMeet(river.box, view.box)) continue;
    traceSoft(rivers[river.rank <= 2 ? 0 : 1], river.xy, false);
  }
  context.strokeStyle = palette.river;
  context.globalAlpha = 0.9;
  rivers.forEach((path, minor) => {
    context.lineWidth = Math.max(0.5, Math.min(1.5, 0.35 + (view.zoom - 3) * 0.25) - minor * 0.3) * px;
    context.stroke(path);
  });
  context.globalAlpha = 1;
  const lakes = new Path2D();
  const least = 2.5 * px;
  for (const rings of ground.lakes) {
    const { box } = rings[0];
    if (!boxesMeet(box, view.box) || box[2] - box[0] < least) continue;
    for (const { xy } of rings) {
      traceSoft(lakes, xy, true);
      lakes.closePath();
    }
  }
  context.fillStyle = palette.sea;
  context.fill(lakes, "evenodd");
  context.strokeStyle = palette.coast;
  context.globalAlpha = 0.7;
  context.lineWidth = 0.6 * px;
  context.stroke(lakes);
  context.globalAlpha = 1;
}

/** Frontiers: a soft band under a thin line. @param {CanvasRenderingContext2D} context @param {View} view @param {Ground} ground @param {Politics} politics @param {Palette} palette @param {number} line pixels of a fine line */
function drawFrontiers(context, view, ground, politics, palette, line) {
  const px = 1 / view.scale;
  const solid = ground.arcsIn(view, politics.solid);
  const dashed = ground.arcsIn(view, politics.dashed);
  const zones = ground.arcsIn(view, politics.zones);
  context.strokeStyle = palette.frontier;
  context.globalAlpha = 0.13;
  context.lineWidth = line * 4.2 * px;
  const both = new Path2D(solid);
  both.addPath(dashed);
  context.stroke(both);
  context.globalAlpha = 0.85;
  context.lineWidth = line * px;
  context.stroke(solid);
  context.lineCap = "butt";
  context.setLineDash([line * 4.5 * px, line * 2.2 * px]);
  context.stroke(dashed);
  context.setLineDash([line * 2.5 * px, line * 2.5 * px]);
  context.globalAlpha = 0.7;
  context.lineWidth = line * 0.8 * px;
  context.stroke(zones);
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** Margin and double rule around the drawn extent. @param {CanvasRenderingContext2D} context @param {View} view @param {Ground} ground @param {Palette} palette */
function drawFrame(context, view, ground, palette) {
  usePixels(context, view);
  const [left, top, right, bottom] = ground.extent;
  const x0 = left * view.scale - view.x;
  const y0 = top * view.scale - view.y;
  const x1 = right * view.scale - view.x;
  const y1 = bottom * view.scale - view.y;
  const margin = new Path2D();
  margin.rect(-10, -10, view.width + 20, view.height + 20);
  margin.rect(x0, y0, x1 - x0, y1 - y0);
  context.fillStyle = palette.paper;
  context.fill(margin, "evenodd");
  context.strokeStyle = palette.frontier;
  context.lineWidth = 0.8;
  context.strokeRect(x0, y0, x1 - x0, y1 - y0);
  context.lineWidth = 1.8;
  context.strokeRect(x0 - 4, y0 - 4, x1 - x0 + 8, y1 - y0 + 8);
}
