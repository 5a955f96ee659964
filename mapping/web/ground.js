// The ground: sea, land, states, frontiers, water, drawn on canvases from the atlas file.

import { WORLD, arcRole, boxOf, boxesMeet, changeDays, decodeAtlas, decodePolyline, faceAt, lastBegun, projectAll, ringPoints, statesOn, thinLine, toWorld } from "./geometry.js";

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

/** Read the map's colours and fonts from the style sheet. @param {Element} element @returns {Palette} */
export function readPalette(element) {
  const style = getComputedStyle(element);
  return Object.fromEntries(
    Object.entries(TOKENS).map(([token, fallback]) => [
      token.slice(2),
      style.getPropertyValue(token).trim() || fallback,
    ]),
  );
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

/** Append a flat line to a path. @param {Path2D} path @param {ArrayLike<number>} xy */
function trace(path, xy) {
  path.moveTo(xy[0], xy[1]);
  for (let i = 2; i < xy.length; i += 2) path.lineTo(xy[i], xy[i + 1]);
}

/**
 * Prepare the atlas for drawing: project once, keep the outlines at three levels of detail and the
 * politics of each period looked at.
 * @param {any} atlas the parsed file
 */
export function createGround(atlas) {
  const decoded = decodeAtlas(atlas);
  const days = changeDays(atlas);
  const [west, south, east, north] = atlas.bounds;
  const [left, bottom] = toWorld(west, south);
  const [right, top] = toWorld(east, north);
  /** @type {Box} */
  const extent = [left, top, right, bottom];
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
    const tolerance = zoom >= 5.5 ? 0 : zoom >= 4 ? 3 : zoom >= 3 ? 8 : 16;
    let level = levels.get(tolerance);
    if (!level) {
      level = { arcs: [], arcPaths: [], facePaths: [] };
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
            trace(path, ringPoints(ring, pointsOf));
            path.closePath();
          }
        }
        return path;
      },
    };
  };

  /** @param {View} view @param {number[]} indices */
  const arcsIn = (view, indices) => {
    const level = levelOf(view.zoom);
    const path = new Path2D();
    for (const index of indices) {
      if (boxesMeet(decoded.arcs[index].box, view.box)) path.addPath(level.arcPath(index));
    }
    return path;
  };
  /** @param {View} view @param {number[]} indices */
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
    faceOf: (lon, lat) => faceAt(decoded, toWorld(lon, lat), WORLD / 700),
  };
}

/** @typedef {ReturnType<typeof createGround>} Ground */

/**
 * Draw the sea with its graticule and the lines of water that follow the coasts.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {Ground} ground
 * @param {Palette} palette
 */
export function drawSea(context, view, ground, palette) {
  usePixels(context, view);
  context.fillStyle = palette.sea;
  context.fillRect(0, 0, view.width, view.height);
  useWorld(context, view);
  const px = 1 / view.scale;
  context.strokeStyle = palette["sea-deep"];
  context.lineWidth = 0.6 * px;
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
  const shore = ground.arcsIn(view, ground.coast);
  context.lineJoin = "round";
  context.lineCap = "round";
  const reach = Math.max(0.55, Math.min(1.15, 0.55 + (view.zoom - 2.5) * 0.15));
  context.strokeStyle = palette["sea-deep"];
  for (const [width, alpha] of [
    [26, 0.1],
    [18, 0.13],
    [11, 0.18],
    [5.5, 0.3],
  ]) {
    context.lineWidth = width * reach * px;
    context.globalAlpha = alpha;
    context.stroke(shore);
  }
  context.globalAlpha = 1;
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
 * @param {Palette} palette
 */
export function drawLand(context, view, ground, politics, here, palette) {
  const { atlas } = ground;
  const px = 1 / view.scale;
  usePixels(context, view);
  context.clearRect(0, 0, view.width, view.height);
  useWorld(context, view);
  context.lineJoin = "round";
  context.lineCap = "round";
  const faces = politics.byTint.flat();
  context.fillStyle = palette.land;
  context.fill(ground.facesIn(view, faces), "evenodd");

  const line = Math.max(0.75, Math.min(1.25, 0.55 + (view.zoom - 2) * 0.14));
  const frontiers = ground.arcsIn(view, [...politics.solid, ...politics.dashed]);
  const entityOf = (/** @type {number} */ face) => atlas.states[politics.stateOf[face]].entity;
  const lifted = here ? faces.filter((face) => entityOf(face) === here) : [];
  politics.byTint.forEach((tinted, tint) => {
    const rest = tinted.filter((face) => !here || entityOf(face) !== here);
    paintTint(context, ground.facesIn(view, rest), frontiers, palette[`tint-${tint}`], line * px, 0.75);
  });
  if (lifted.length) {
    const path = ground.facesIn(view, lifted);
    context.fillStyle = palette.here;
    context.fill(path, "evenodd");
  }
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

/**
 * Wash an area with a tint, deeper along its frontiers, as hand-coloured atlases do.
 * @param {CanvasRenderingContext2D} context
 * @param {Path2D} area
 * @param {Path2D} frontiers
 * @param {string} colour
 * @param {number} unit world units of a fine line
 * @param {number} depth opacity of the wash along the frontier
 */
function paintTint(context, area, frontiers, colour, unit, depth) {
  context.fillStyle = colour;
  context.fill(area, "evenodd");
  context.save();
  context.clip(area, "evenodd");
  context.globalCompositeOperation = "multiply";
  context.strokeStyle = colour;
  for (const [width, part] of [
    [13, 0.5],
    [6, 0.9],
  ]) {
    context.lineWidth = width * unit;
    context.globalAlpha = depth * part;
    context.stroke(frontiers);
  }
  context.restore();
}

/** Lakes and rivers. @param {CanvasRenderingContext2D} context @param {View} view @param {Ground} ground @param {Palette} palette */
function drawWater(context, view, ground, palette) {
  const px = 1 / view.scale;
  const rivers = [new Path2D(), new Path2D()];
  for (const river of ground.rivers) {
    if (river.rank > view.zoom + 1.5 || !boxesMeet(river.box, view.box)) continue;
    trace(rivers[river.rank <= 3 ? 0 : 1], river.xy);
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
      trace(lakes, xy);
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
