// A Leaflet layer: the legs of a life, and the one being made.

import { isCalm } from "../dom.js";
import { boxesMeet } from "./boxes.js";
import { boundsOfBoxes } from "./camera.js";
import { wipe } from "./canvas.js";
import { drawGates } from "./gates.js";
import { drawBundle, drawLegs, sortLegs } from "./legs.js";
import { namesOf } from "./names.js";
import { sheetsOf } from "./sheets.js";
import { createWays } from "./ways.js";

/** @typedef {import("../life.js").Leg} Leg */
/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./canvas.js").View} View */

/** Seconds that the way to the next stop takes to grow. */
const GROWTH_SECONDS = 1.4;

/** The legs of a life, on canvases of its own. */
export class LifeRoute extends L.Layer {
  /** @param {{legs: Leg[]}} given */
  constructor({ legs }) {
    super();
    this.legs = legs;
    this.ways = createWays(legs);
    /** @type {import("./legs.js").Route} */
    this.route = {
      ways: this.ways,
      strokes: legs.map(({ stroke, guarded }) => ({ ...stroke, guarded })),
      gates: legs.map(({ gates }) => gates ?? []),
    };
    /** Stop that the route is shown at, or -1 for the whole of it. */
    this.current = -1;
    this.sorted = sortLegs(legs, -1);
    /** Part of the current leg that has been travelled. */
    this.growth = 1;
    /** @type {import("./sheets.js").Sheet} */
    this.routeSheet = {
      ...{ name: "route", order: 30, pane: "routePane" },
      draw: (brush) => this.drawRoute(brush),
    };
    /** @type {import("./sheets.js").Sheet} */
    this.legSheet = {
      ...{ name: "leg", order: 40, pane: "routePane" },
      draw: (brush) => this.drawLeg(brush),
    };
    /** @type {import("./names.js").Letterer} */
    this.letterer = { order: 30, cover: (view, add) => this.cover(view, add) };
  }

  /** @param {L.Map} map */
  onAdd(map) {
    const sheets = sheetsOf(map);
    sheets.add(this.routeSheet);
    sheets.add(this.legSheet);
    namesOf(map).add(this.letterer);
    return this;
  }

  /** @param {L.Map} map */
  onRemove(map) {
    const sheets = sheetsOf(map);
    sheets.remove(this.routeSheet);
    sheets.remove(this.legSheet);
    namesOf(map).remove(this.letterer);
    return this;
  }

  /** Bounds of all legs. */
  getBounds() {
    return boundsOfBoxes(this.legs.map((_, index) => this.ways.boxOf(index)));
  }

  /**
   * Boxes, in world units, of the legs that lead to a stop, or of all.
   * @param {number | null} index
   */
  boxesTo(index) {
    return this.legs.flatMap(({ to_stop }, at) =>
      index === null || to_stop === index ? [this.ways.boxOf(at)] : [],
    );
  }

  /**
   * Show the route as it stands at a stop, or the whole of it; the way to the next stop grows.
   * @param {number | null} index
   */
  show(index) {
    const next = index ?? -1;
    if (next === this.current) return this;
    const isForward = next > this.current && next >= 0;
    this.current = next;
    this.growth = 1;
    this.sorted = sortLegs(this.legs, next);
    if (!this._map) return this;
    if (isForward && this.sorted.now.length && !isCalm()) this.grow(GROWTH_SECONDS);
    sheetsOf(this._map).spoil(this.routeSheet, this.legSheet);
    namesOf(this._map).spoil();
    return this;
  }

  /** Seconds until the way that is being made has arrived. */
  get secondsLeft() {
    return this.growth < 1 ? GROWTH_SECONDS : 0;
  }

  /** Let the current leg grow. @param {number} seconds */
  grow(seconds) {
    const start = performance.now();
    const mine = this.current;
    const step = () => {
      if (mine !== this.current || this.growth >= 1) return;
      const t = Math.min(1, (performance.now() - start) / (seconds * 1000));
      this.growth = t < 1 ? t * t * (3 - 2 * t) : 1;
      if (this._map) sheetsOf(this._map).animate(this.legSheet);
      if (t < 1) requestAnimationFrame(step);
    };
    this.growth = 0;
    requestAnimationFrame(step);
  }

  /** @param {Brush} brush */
  drawRoute(brush) {
    wipe(brush.context, brush.view);
    const { bundle, travelled } = this.sorted;
    drawBundle(brush, this.route, bundle);
    drawLegs(brush, this.route, travelled, "travelled", 1);
  }

  /** @param {Brush} brush */
  drawLeg(brush) {
    wipe(brush.context, brush.view);
    drawLegs(brush, this.route, this.sorted.now, "current", this.growth);
    drawGates(brush, this.route, this.sorted.now, this.growth);
  }

  /** @param {View} view @param {(line: import("./projection.js").Point[]) => void} add */
  cover(view, add) {
    const { travelled, now } = this.sorted;
    for (const index of [...travelled, ...now]) {
      if (!boxesMeet(this.ways.boxOf(index), view.box)) continue;
      for (const line of this.ways.at(index, view.scale).lines) add(line);
    }
  }
}
