// A Leaflet layer: the stops of a life as signs, buttons and names, with a card for each.

import { createButtons } from "./buttons.js";
import { wipe } from "./canvas.js";
import { namesOf } from "./names.js";
import { createPopups } from "./popups.js";
import { sheetsOf } from "./sheets.js";
import { chiefOfHeadline, nearestSign, nextOf } from "./sign_names.js";
import { drawStops } from "./signs.js";
import { stopWishes } from "./stop_names.js";
import { arrangeStops, pointsOf, townsOf } from "./stops.js";

/** @typedef {import("../life.js").Stop} Stop */
/** @typedef {import("./canvas.js").Brush} Brush */
/** @typedef {import("./canvas.js").View} View */
/** @typedef {import("./names.js").Scene} Scene */
/** @typedef {import("./stops.js").Arranged} Arranged */
/** @typedef {L.LeafletEvent & {index: number, originalEvent: Event}} StopEvent */

/** Pixels within which a click means a sign. */
const REACH = 22;

/**
 * The stops of a life, on a canvas of its own, each sign a button. Fires "stopselect", a StopEvent,
 * when the reader means a stop, and "stopclose" when its card is closed.
 */
export class LifeStops extends L.Layer {
  /**
   * @param {{stops: Stop[], symbols: Record<string, import("./signs.js").Symbol>, townKm?: number,
   *   headline?: import("./sign_names.js").Headline[], cards?: boolean}} given townKm: within it,
   *   stops are in one town
   */
  constructor({ stops, symbols, townKm = 0, headline = [], cards = true }) {
    super();
    this.stops = stops;
    this.symbols = symbols;
    /** Kilometres within which two stops are in one town. */
    this.townKm = townKm;
    this.world = pointsOf(stops);
    this.towns = townsOf(stops, this.world, townKm);
    /** Number of the town of each stop. @type {number[]} */
    this.townOf = [];
    for (const [town, of] of this.towns.entries()) for (const stop of of) this.townOf[stop] = town;
    /** Stops whose towns are named before others. @type {Set<number>} */
    this.headline = new Set();
    this.headline = new Set(headline.map((one) => chiefOfHeadline(one, this.told())));
    /** Stop that is shown, or -1 for the whole life. */
    this.current = -1;
    /** Whether the line is still on its way to the current stop. */
    this.isOnTheWay = false;
    this.arrival = 0;
    /** Stops that a filter leaves, or null for all. @type {Set<number> | null} */
    this.left = null;
    /** @type {Arranged} */
    this.arranged = { places: [], markers: [] };
    this.arrangedFor = "";
    /** @type {import("./sheets.js").Sheet} */
    this.signSheet = {
      ...{ name: "signs", order: 50, pane: "routePane" },
      draw: (brush) => this.draw(brush),
    };
    /** @type {import("./sheets.js").Sheet} */
    this.buttonSheet = {
      ...{ name: "buttons", order: 70, pane: "stopsPane", waits: true },
      place: (view) => this.buttons?.place(this.arrange(view), view),
    };
    /** @type {import("./names.js").Letterer} */
    this.letterer = { order: 10, ask: (brush, scene) => this.ask(brush, scene) };
    /** @type {ReturnType<typeof createButtons> | null} */
    this.buttons = null;
    this.popups = createPopups(this);
    this.hasCards = cards;
  }

  /** @param {L.Map} map */
  onAdd(map) {
    const sheets = sheetsOf(map);
    this.buttons = createButtons(map, this);
    sheets.add(this.signSheet);
    sheets.add(this.buttonSheet);
    namesOf(map).add(this.letterer);
    if (this.hasCards) this.popups.attach(map);
    return this;
  }

  /** @param {L.Map} map */
  onRemove(map) {
    const sheets = sheetsOf(map);
    if (this.hasCards) this.popups.detach(map);
    this.buttons?.remove();
    sheets.remove(this.signSheet);
    sheets.remove(this.buttonSheet);
    namesOf(map).remove(this.letterer);
    return this;
  }

  /** @returns {Record<string, L.LeafletEventHandlerFn>} */
  getEvents() {
    return { click: (event) => this.click(/** @type {L.LeafletMouseEvent} */ (event)) };
  }

  /** Bounds of all stops. */
  getBounds() {
    return L.latLngBounds(this.stops.map(({ lat, lon }) => [lat, lon]));
  }

  /**
   * Show the stops as they stand at one of them, or all alike.
   * @param {number | null} index
   * @param {number} [seconds] until the way has arrived there, and its sign comes
   */
  show(index, seconds = 0) {
    const next = index ?? -1;
    if (next === this.current) return this;
    this.current = next;
    clearTimeout(this.arrival);
    this.isOnTheWay = seconds > 0;
    if (this.isOnTheWay) {
      this.arrival = setTimeout(() => {
        this.isOnTheWay = false;
        this.spoil();
      }, seconds * 1000);
    }
    this.spoil();
    return this;
  }

  spoil() {
    if (!this._map) return;
    sheetsOf(this._map).spoil(this.signSheet, this.buttonSheet);
    namesOf(this._map).spoil();
  }

  /** Whether a card is opened for a stop that the reader means. @param {boolean} wanted */
  setCards(wanted) {
    if (wanted === this.hasCards) return this;
    this.hasCards = wanted;
    if (this._map) this.popups[wanted ? "attach" : "detach"](this._map);
    return this;
  }

  /**
   * Take a stop for the one that the reader means.
   * @param {number} index
   * @param {Event} [originalEvent]
   */
  select(index, originalEvent) {
    this.fire("stopselect", { index, originalEvent });
    if (!this.hasCards || !this._map) return;
    this.show(index);
    this.popups.open(this._map, index);
  }

  /** Signs on the map, as arranged: the stops of each. */
  markers() {
    return this.arranged.markers.map(({ stops }) => stops);
  }

  /** What a sign is called after. */
  told() {
    const { stops: all, current, townOf, headline } = this;
    return { all, current, townOf, headline };
  }

  /** How many stops have been visited at the current one; the rest are not shown. */
  get visited() {
    if (this.current < 0) return this.stops.length;
    return this.current + (this.isOnTheWay ? 0 : 1);
  }

  /** @param {View} view @returns {Arranged} */
  arrange({ zoom, scale }) {
    const wanted = `${zoom} ${this.current} ${this.visited}`;
    if (wanted !== this.arrangedFor) {
      const { world, visited } = this;
      const towns = this.towns
        .map((stops) => stops.filter((stop) => stop < visited))
        .filter((stops) => stops.length);
      this.arranged = arrangeStops({ world, towns }, scale, this.current);
    }
    this.arrangedFor = wanted;
    return this.arranged;
  }

  /** @param {Brush} brush */
  draw(brush) {
    wipe(brush.context, brush.view);
    drawStops(brush, this, this.arrange(brush.view), this.current);
  }

  /** @param {Brush} brush @param {Scene} scene */
  ask(brush, { day }) {
    const { places, markers } = this.arrange(brush.view);
    const now = { current: this.current, day };
    const told = { ...this.told(), stops: this.stops, now };
    return { ...stopWishes(brush, { places, markers }, told), places };
  }

  /** @param {L.LeafletMouseEvent} event */
  click({ latlng, originalEvent }) {
    const at = this._map.latLngToLayerPoint(latlng).add(this._map.getPixelOrigin());
    const meant = nearestSign(this.arranged.markers, at, REACH);
    if (meant) this.select(nextOf(meant.stops, this.told()), originalEvent);
  }
}
