// The sheets of a map: canvases that follow it, drawn anew only when something on them has changed.

import { isCalm } from "../dom.js";
import { remember } from "../remember.js";
import { readPalette } from "./palette.js";
import { fitCanvas, isOutgrown, nameOfView, placeOf, viewOf } from "./view.js";

/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./canvas.js").View} View */
/**
 * @typedef {object} Sheet one canvas of a map, or elements that are placed on it
 * @property {string} name class of its canvas, after "atlas-"
 * @property {number} order the lower lies below
 * @property {string} pane of the map
 * @property {(brush: Brush) => void} [draw] a sheet that does not draw has no canvas
 * @property {(view: View) => void} [place]
 * @property {number} [shrink] pixels of the view for each of its own
 * @property {boolean} [waits] whether it is left alone while the camera moves
 * @property {() => boolean} [isReady] false while something is missing that is being fetched
 */
/** @typedef {{canvas: HTMLCanvasElement, context: CanvasRenderingContext2D}} Surface */

/** Panes of ours, below and above Leaflet's own for vectors (400). */
const PANES = { atlasPane: 250, routePane: 410, namesPane: 430, stopsPane: 620 };
const FADE_MS = 180;
/**
 * Milliseconds of a frame that the first drawing takes before it lets the page answer its reader.
 */
const BUDGET_MS = 6;

/** @type {WeakMap<L.Map, Sheets>} */
const known = new WeakMap();

/** The sheets of a map, shared by all its layers. @param {L.Map} map @returns {Sheets} */
export function sheetsOf(map) {
  return remember(known, map, () => new Sheets(map));
}

/**
 * A pane of ours on a map, made when it is first asked for.
 * @param {L.Map} map
 * @param {string} name
 */
export function paneOf(map, name) {
  let pane = map.getPane(name);
  if (!pane) {
    pane = map.createPane(name);
    pane.style.zIndex = String(PANES[/** @type {keyof typeof PANES} */ (name)]);
  }
  return pane;
}

/** Sheets of one map; get them by `sheetsOf`. */
export class Sheets {
  /** @param {L.Map} map */
  constructor(map) {
    this.map = map;
    this.palette = readPalette(map.getContainer());
    /** What the canvases show. @type {View | null} */
    this.view = null;
    /** @type {Map<Sheet, Surface | null>} */
    this.surfaces = new Map();
    /** From below. @type {Sheet[]} */
    this.sheets = [];
    /** @type {Set<Sheet>} */
    this.stale = new Set();
    /** @type {Set<object>} */
    this.holders = new Set();
    /** @type {(() => void)[]} */
    this.waiting = [];
    this.corner = L.point(0, 0);
    this.isLaid = false; // the view is that of the map
    this.isOpen = false; // nothing is drawn while the map is being set up
    this.isShown = false; // the first drawing is whole
    this.isMoving = false;
    this.resting = ""; // the view that was last drawn at rest
    this.frame = 0;
    this.cost = 16;
    this.drawnAt = 0;
    this.events = {
      zoomstart: () => this.fade(),
      zoomanim: (/** @type {L.ZoomAnimEvent} */ event) => this.carry(event.center, event.zoom),
      move: () => this.follow(),
      zoom: () => this.follow(),
      moveend: () => this.rest(),
      viewreset: () => this.rest(),
      resize: () => this.rest(),
    };
  }

  /** Lay a sheet on the map. @param {Sheet} sheet */
  add(sheet) {
    if (!this.sheets.length) this.map.on(/** @type {L.LeafletEventHandlerFnMap} */ (this.events));
    this.surfaces.set(sheet, sheet.draw ? this.createSurface(sheet) : null);
    this.sheets = [...this.sheets, sheet].sort((a, b) => a.order - b.order);
    this.spoil(sheet);
  }

  /** Take a sheet from the map. @param {Sheet} sheet */
  remove(sheet) {
    this.surfaces.get(sheet)?.canvas.remove();
    this.surfaces.delete(sheet);
    this.stale.delete(sheet);
    this.sheets = this.sheets.filter((other) => other !== sheet);
    if (this.sheets.length) return;
    this.map.off(/** @type {L.LeafletEventHandlerFnMap} */ (this.events));
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  /** @param {Sheet} sheet @returns {Surface} */
  createSurface({ name, order, pane, shrink, waits }) {
    const parent = paneOf(this.map, pane);
    const canvas = document.createElement("canvas");
    canvas.className = `atlas-sheet atlas-${name} leaflet-zoom-animated`;
    canvas.setAttribute("aria-hidden", "true");
    canvas.style.pointerEvents = "none";
    canvas.style.zIndex = String(order);
    if (waits && !isCalm()) canvas.style.transition = `opacity ${FADE_MS}ms`;
    parent.append(canvas);
    const context = canvas.getContext("2d", { willReadFrequently: Boolean(shrink) });
    if (!context) throw new Error("This browser gives no canvas to draw on");
    return { canvas, context };
  }

  /**
   * Draw nothing until someone who is still fetching something releases the map.
   * @param {object} holder
   */
  hold(holder) {
    this.holders.add(holder);
  }

  /** @param {object} holder */
  release(holder) {
    if (this.holders.delete(holder)) this.later();
  }

  /** Do something once the first drawing is whole. @param {() => void} act */
  whenShown(act) {
    if (this.isShown) act();
    else this.waiting.push(act);
  }

  /** Draw sheets anew in the next frame; all, unless some are named. @param {Sheet[]} sheets */
  spoil(...sheets) {
    for (const sheet of sheets.length ? sheets : this.sheets) {
      if (this.surfaces.has(sheet)) this.stale.add(sheet);
    }
    this.later();
  }

  later() {
    this.frame ||= requestAnimationFrame(() => this.paint(this.isMoving));
  }

  /** Read colours and fonts again: the colour scheme has changed. */
  restyle() {
    this.palette = readPalette(this.map.getContainer());
    this.spoil();
  }

  /** Do something that moves the map, without drawing what it passes. @param {() => void} act */
  quietly(act) {
    this.isOpen = false;
    act();
    this.isOpen = true;
  }

  /**
   * Draw whatever is stale. The first time, no more in each frame than leaves the page time to
   * answer its reader; names wait for the end of a flight.
   * @param {boolean} [inFlight]
   */
  paint(inFlight = false) {
    this.frame = 0;
    this.isOpen = true;
    const { x, y } = this.map.getSize();
    if (this.holders.size || !x || !y) return;
    const start = performance.now();
    if (!this.view || !this.isLaid) this.layOut();
    const wanted = this.sheets.filter((sheet) => this.isWanted(sheet, inFlight));
    for (const [index, sheet] of wanted.entries()) {
      this.draw(sheet);
      const isLast = index === wanted.length - 1;
      if (!this.isShown && !isLast && performance.now() - start > BUDGET_MS) return this.later();
    }
    this.drawnAt = performance.now();
    this.cost = this.drawnAt - start;
    if (!this.isShown) this.tellShown();
  }

  /** @param {Sheet} sheet @param {boolean} inFlight */
  isWanted(sheet, inFlight) {
    if (!this.stale.has(sheet) || (sheet.waits && inFlight)) return false;
    return sheet.isReady?.() ?? true;
  }

  tellShown() {
    this.isShown = true;
    for (const act of this.waiting.splice(0)) act();
  }

  layOut() {
    const { view, corner } = viewOf(this.map);
    Object.assign(this, { view, corner, isLaid: true });
    for (const sheet of this.sheets) this.stale.add(sheet);
  }

  /** Draw one sheet as it stands now. @param {Sheet} sheet */
  draw(sheet) {
    const { view, palette } = this;
    const surface = this.surfaces.get(sheet);
    if (!view || surface === undefined) return;
    this.stale.delete(sheet);
    sheet.place?.(view);
    if (!surface) return;
    const { canvas, context } = surface;
    const own = sheet.shrink ? { ...view, ratio: 1 / sheet.shrink } : view;
    fitCanvas(canvas, own);
    L.DomUtil.setTransform(canvas, this.corner, 1);
    if (sheet.waits) canvas.style.opacity = "1";
    sheet.draw?.({ context, view: own, palette });
  }

  /**
   * Draw a sheet now, unless it will be drawn anyway: for what moves by itself.
   * @param {Sheet} sheet
   */
  animate(sheet) {
    if (this.view && !this.stale.has(sheet)) this.draw(sheet);
  }

  /** The camera rests: draw, unless this very view is drawn; one jump ends with several events. */
  rest() {
    this.isMoving = false;
    if (!this.isOpen) return;
    const name = nameOfView(this.map);
    if (name !== this.resting) this.isLaid = false;
    this.resting = name;
    if (this.isLaid && !this.stale.size) return;
    if (!this.isShown) return this.later();
    if (this.frame) cancelAnimationFrame(this.frame);
    this.paint();
  }

  /** A flight begins: names fade, for they would grow with the map. */
  fade() {
    this.isMoving = true;
    for (const [sheet, surface] of this.surfaces) {
      if (sheet.waits && surface) surface.canvas.style.opacity = "0";
    }
  }

  /**
   * Carry the drawn sheets to another view.
   * @param {L.LatLngExpression} centre
   * @param {number} zoom
   */
  carry(centre, zoom) {
    if (!this.view) return;
    const { at, k } = placeOf(this.map, this.view, centre, zoom);
    for (const surface of this.surfaces.values()) {
      if (surface) L.DomUtil.setTransform(surface.canvas, at, k);
    }
  }

  /** While the camera moves: carry the drawing, and draw anew when it no longer serves. */
  follow() {
    if (!this.view) return;
    this.carry(this.map.getCenter(), this.map.getZoom());
    if (!isOutgrown(this.map, this.view)) return;
    if (performance.now() - this.drawnAt < this.cost * 1.5) return;
    this.isLaid = false;
    this.later(); // not now: a jump ends at once, and is then drawn once
  }
}
