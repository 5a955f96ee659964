// The plates of the chapters: at each chapter's opening, and all of them at the end of the life.

import { drawPlate } from "./drawing.js";
import { frameAround } from "./frames.js";

/** @typedef {import("../life.js").Life} Life */
/** @typedef {import("../map/atlas_file.js").AtlasFile} AtlasFile */
/** @typedef {{crs: string, ids: Set<string>}} Panel */

const MARGIN = 26;
const LITTLE_MARGIN = 12;

/** What the drawn panels of the opening say of themselves. @returns {Panel[]} */
function panelsOf() {
  return [...document.querySelectorAll(".still .panel")].map((panel) => {
    const marks = [...panel.querySelectorAll("[data-stop]")];
    return {
      crs: panel.getAttribute("data-crs") ?? "",
      ids: new Set(marks.map((mark) => mark.getAttribute("data-stop") ?? "")),
    };
  });
}

/**
 * First and last stop of a chapter, by index.
 * @param {Life} life
 * @param {string} id
 */
export function stopsOf(life, id) {
  const chapter = life.chapters.findIndex((each) => each.id === id);
  const own = life.stops.flatMap((stop, index) => (stop.chapter === chapter ? [index] : []));
  return { first: own[0] ?? 0, last: own[own.length - 1] ?? 0 };
}

/**
 * Stops in a panel, and those from which he came into it: at the end all plates of a panel have
 * one frame around them.
 * @param {Life} life
 * @param {Panel} panel
 */
function stopsAround(life, { ids }) {
  const before = new Set(
    life.legs.filter((leg) => ids.has(life.stops[leg.to_stop].id)).map((leg) => leg.from_stop),
  );
  return life.stops.filter(({ id }, index) => ids.has(id) || before.has(index));
}

/**
 * Draw the plate of a chapter on a canvas, in the projection of the panel that has most of it.
 * @param {HTMLCanvasElement} canvas
 * @param {AtlasFile} atlas
 * @param {Life} life
 * @param {import("./drawing.js").Named} named
 */
function drawChapter(canvas, atlas, life, { features, lettering }) {
  const shown = stopsOf(life, canvas.dataset.plate ?? "");
  const stops = life.stops.slice(shown.first, shown.last + 1);
  const held = (/** @type {Panel} */ panel) => stops.filter(({ id }) => panel.ids.has(id)).length;
  const panel = panelsOf().reduce((best, each) => (held(each) > held(best) ? each : best));
  const width = Math.round(canvas.clientWidth);
  if (!width) return;
  const height = Math.round(width * 0.62);
  const isLettered = canvas.dataset.show !== "whole";
  const within = isLettered ? stops : stopsAround(life, panel);
  const positions = within.map(
    ({ lon, lat }) => /** @type {import("./frames.js").Position} */ ([lon, lat]),
  );
  const margin = isLettered ? MARGIN : LITTLE_MARGIN;
  const frame = frameAround(panel.crs, positions, { width, height, margin });
  const day = stops[Math.floor(stops.length / 2)].start_date;
  drawPlate(canvas, atlas, life, frame, { ...shown, day, isLettered, features, lettering });
}

/**
 * Draw the plates of the page when they come into view, and again when their colours change.
 * @param {AtlasFile} atlas
 * @param {Life} life
 * @param {import("./drawing.js").Named} named
 */
export function watchPlates(atlas, life, named) {
  /** @type {Set<HTMLCanvasElement>} */
  const drawn = new Set();
  const draw = (/** @type {HTMLCanvasElement} */ canvas) => {
    drawChapter(canvas, atlas, life, named);
    drawn.add(canvas);
  };
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watcher.unobserve(target);
        draw(/** @type {HTMLCanvasElement} */ (target));
      }
    },
    { rootMargin: "400px" },
  );
  const canvases = /** @type {NodeListOf<HTMLCanvasElement>} */ (
    document.querySelectorAll("[data-plate]")
  );
  for (const canvas of canvases) watcher.observe(canvas);
  const again = () => drawn.forEach(draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  addEventListener("resize", again);
  // paper shows all of them, in its own colours
  matchMedia("print").addEventListener("change", () => canvases.forEach(draw));
}
