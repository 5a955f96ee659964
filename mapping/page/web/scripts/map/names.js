// The names of a map: all its layers say what they want lettered, and one sheet letters it.

import { remember } from "../remember.js";
import { boxesMeet } from "./boxes.js";
import { wipe } from "./canvas.js";
import { createCover } from "./cover.js";
import { placeLabels } from "./lettering.js";
import { fontsOf } from "./palette.js";
import { sampleNothing } from "./sample.js";
import { sheetsOf } from "./sheets.js";
import { drawLabel, forgetWidths } from "./text.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./canvas.js").View} View */
/** @typedef {import("./lettering.js").Wish} Wish */
/** @typedef {import("./stops.js").Place} Place */
/**
 * @typedef {object} Scene what names are lettered in
 * @property {string} day YYYY-MM-DD, or "" where no atlas says one
 * @property {import("./atlas_file.js").Town[]} towns
 * @property {import("./sample.js").Sample} sample
 * @property {Box} inner pixels: where names may stand
 * @property {Place[]} places that layers below have named
 */
/**
 * @typedef {Pick<Scene, "day" | "towns" | "sample"> & {extent: Box}} Ground extent in world units
 */
/**
 * @typedef {{wishes: Wish[], boxes?: Box[], places?: Place[]}} Asked boxes are obstacles, in pixels
 */
/**
 * @typedef {object} Letterer a layer that wants names on the map, or keeps them off
 * @property {number} order the lower is asked first
 * @property {(view: View) => Ground | null} [setScene] what day and which land names stand on
 * @property {(brush: Brush, scene: Scene) => Asked} [ask]
 * @property {(view: View, add: (line: import("./projection.js").Point[]) => void) => void} [cover]
 */

/** Pixels between a name and the edge of the map. */
const EDGE = 7;
/** Pixels around what lies over the map. */
const AIR = 4;
/** Part of the map that something over it may take and still be kept clear of. */
const MOST_OVERLAY = 0.6;

/** @type {WeakMap<L.Map, Names>} */
const known = new WeakMap();

/** The names of a map, shared by all its layers. @param {L.Map} map @returns {Names} */
export function namesOf(map) {
  return remember(known, map, () => new Names(map));
}

/** Names of one map; get them by `namesOf`. */
export class Names {
  /** @param {L.Map} map */
  constructor(map) {
    this.map = map;
    this.sheets = sheetsOf(map);
    /** @type {Letterer[]} */
    this.letterers = [];
    /** @type {import("./lettering.js").Placed[]} */
    this.placed = [];
    this.hasFonts = false;
    /** @type {import("./sheets.js").Sheet} */
    this.sheet = {
      name: "names",
      order: 60,
      pane: "namesPane",
      waits: true,
      isReady: () => this.hasFonts,
      draw: (brush) => this.draw(brush),
    };
    this.awaitFonts();
  }

  /** @param {Letterer} letterer */
  add(letterer) {
    if (!this.letterers.length) this.sheets.add(this.sheet);
    this.letterers = [...this.letterers, letterer].sort((a, b) => a.order - b.order);
    this.spoil();
  }

  /** @param {Letterer} letterer */
  remove(letterer) {
    this.letterers = this.letterers.filter((other) => other !== letterer);
    if (this.letterers.length) this.spoil();
    else this.sheets.remove(this.sheet);
  }

  spoil() {
    this.sheets.spoil(this.sheet);
  }

  /** A canvas does not wait for its fonts: ask for them, and letter again when they are there. */
  awaitFonts() {
    const came = () => {
      this.hasFonts = true;
      forgetWidths();
      this.spoil();
    };
    const wanted = fontsOf(this.sheets.palette).map((font) => document.fonts?.load(font));
    document.fonts?.addEventListener("loadingdone", came);
    Promise.allSettled(wanted).then(came);
  }

  /** @param {Brush} brush */
  draw(brush) {
    const { context, view, palette } = brush;
    wipe(context, view);
    const { extent, ...given } = this.setScene(view);
    const inner = innerBox(this.map, view, extent);
    /** @type {Required<Asked>} */
    const all = { wishes: [], boxes: overlaysOf(this.map, view), places: [] };
    for (const letterer of this.letterers) {
      const asked = letterer.ask?.(brush, { ...given, inner, places: all.places });
      all.wishes.push(...(asked?.wishes ?? []));
      all.boxes.push(...(asked?.boxes ?? []));
      all.places.push(...(asked?.places ?? []));
    }
    const cover = createCover(view.width, view.height, given.sample);
    for (const { cover: lay } of this.letterers) {
      lay?.(view, (line) => cover.add(line, -view.x, -view.y));
    }
    this.placed = placeLabels(context, all.wishes, all.boxes, cover, inner);
    context.fillStyle = palette.label;
    for (const { dot } of this.placed) {
      if (!dot) continue;
      context.beginPath();
      context.arc(dot[0], dot[1], 2, 0, 7);
      context.fill();
    }
    for (const label of this.placed) drawLabel(context, label);
  }

  /** What the first layer that knows says of day and land. @param {View} view @returns {Ground} */
  setScene(view) {
    for (const { setScene } of this.letterers) {
      const scene = setScene?.(view);
      if (scene) return scene;
    }
    return { day: "", towns: [], sample: sampleNothing(view), extent: EVERYWHERE };
  }
}

/** @type {Box} */
const EVERYWHERE = [-Infinity, -Infinity, Infinity, Infinity];

/** Pixels by which the canvases reach beyond the map. @param {L.Map} map @param {View} view */
function reachBeyond(map, view) {
  const size = map.getSize();
  return [(view.width - size.x) / 2, (view.height - size.y) / 2];
}

/**
 * Where names may stand: in the map, and on what is drawn.
 * @param {L.Map} map
 * @param {View} view
 * @param {Box} extent world units
 * @returns {Box} pixels of the canvas
 */
function innerBox(map, view, extent) {
  const [dx, dy] = reachBeyond(map, view);
  return [
    Math.max(dx, extent[0] * view.scale - view.x) + EDGE,
    Math.max(dy, extent[1] * view.scale - view.y) + EDGE,
    Math.min(view.width - dx, extent[2] * view.scale - view.x) - EDGE,
    Math.min(view.height - dy, extent[3] * view.scale - view.y) - EDGE,
  ];
}

/**
 * Boxes of what lies over the map, which names keep clear of.
 * @param {L.Map} map
 * @param {View} view
 * @returns {Box[]} pixels of the canvas
 */
function overlaysOf(map, view) {
  const container = map.getContainer();
  const frame = container.getBoundingClientRect();
  const size = map.getSize();
  const [dx, dy] = reachBeyond(map, view);
  /** @type {Box} */
  const shown = [0, 0, view.width, view.height];
  const siblings = [...(container.parentElement?.children ?? [])];
  const found = [
    ...container.querySelectorAll(".leaflet-control"),
    ...siblings.filter((element) => element !== container),
  ];
  return found.flatMap((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (!width || width * height > size.x * size.y * MOST_OVERLAY) return [];
    const [x, y] = [left - frame.left + dx, top - frame.top + dy];
    /** @type {Box} */
    const over = [x - AIR, y - AIR, x + width + AIR, y + height + AIR];
    return boxesMeet(over, shown) ? [over] : [];
  });
}
