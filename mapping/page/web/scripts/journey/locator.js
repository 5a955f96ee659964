// Where the map is in the world: a small equal-area picture with the trail and the map's frame.

import { part, partOf } from "../dom.js";
import { landOf } from "./little_land.js";
import { whenIdle } from "./soon.js";

/** @typedef {import("../life.js").Stop} Stop */
/** @typedef {import("../map/atlas_file.js").AtlasFile} AtlasFile */
/** @typedef {[number, number]} Point */
/** @typedef {(lon: number, lat: number) => Point} ToPoint to pixels */

const DEGREE = Math.PI / 180;
const AIR = 0.14;
/** East of this, west of that, or from this zoom on, a reader may wonder where the map is. */
const EAST = 21;
const WEST = -12;
const NEAR_ZOOM = 6.5;
const EDGE_POINTS = 8;

/**
 * Project as Lambert's azimuthal equal-area does, on a sphere of radius 1.
 * @param {Point} centre longitude and latitude
 * @returns {(lon: number, lat: number) => Point} to the right and down
 */
export function equalArea([lon0, lat0]) {
  const [sin0, cos0] = [Math.sin(lat0 * DEGREE), Math.cos(lat0 * DEGREE)];
  return (lon, lat) => {
    const [sin, cos] = [Math.sin(lat * DEGREE), Math.cos(lat * DEGREE)];
    const turn = (lon - lon0) * DEGREE;
    const k = Math.sqrt(2 / Math.max(1e-6, 1 + sin0 * sin + cos0 * cos * Math.cos(turn)));
    return [k * cos * Math.sin(turn), -k * (cos0 * sin - sin0 * cos * Math.cos(turn))];
  };
}

/** The small picture over the map. */
export class Locator {
  /** @param {L.Map} map @param {AtlasFile} atlas @param {Stop[]} stops */
  constructor(map, atlas, stops) {
    this.map = map;
    this.atlas = atlas;
    this.stops = stops;
    this.element = part(".whereabouts");
    this.canvas = partOf(".whereabouts canvas", HTMLCanvasElement);
    this.index = -1;
    /** Land and coast at a size. @type {{size: string, land: Path2D, coast: Path2D} | null} */
    this.ground = null;
    /** Size of the land that is being laid. */
    this.awaited = "";
    const ends = (/** @type {"lon" | "lat"} */ of) => {
      const all = stops.map((stop) => stop[of]);
      return (Math.min(...all) + Math.max(...all)) / 2;
    };
    this.project = equalArea([ends("lon"), Math.min(60, ends("lat"))]);
    map.on("moveend", () => this.draw());
  }

  /** Show where a stop is. @param {number} index */
  show(index) {
    this.index = index;
    this.draw();
  }

  isWanted() {
    const stop = this.stops[this.index];
    if (!stop) return false;
    return stop.lon > EAST || stop.lon < WEST || this.map.getZoom() >= NEAR_ZOOM;
  }

  /**
   * How to bring the whole life into the picture.
   * @param {number} w pixels
   * @param {number} h pixels
   */
  fit(w, h) {
    const all = this.stops.map(({ lon, lat }) => this.project(lon, lat));
    const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    const room = 1 - 2 * AIR;
    const k = room * Math.min(w / (right - left || 1), h / (bottom - top || 1));
    const [dx, dy] = [w / 2 - (k * (left + right)) / 2, h / 2 - (k * (top + bottom)) / 2];
    return (/** @type {number} */ lon, /** @type {number} */ lat) => {
      const [x, y] = this.project(lon, lat);
      return /** @type {Point} */ ([x * k + dx, y * k + dy]);
    };
  }

  /** Lay the land under the way in an idle moment. @param {string} size @param {ToPoint} at */
  layLater(size, at) {
    if (this.awaited === size) return;
    this.awaited = size;
    whenIdle(() => {
      this.ground = { size, ...landOf(this.atlas, this.stops[0].start_date, at) };
      this.draw();
    });
  }

  draw() {
    const isWanted = this.isWanted();
    this.element.hidden = !isWanted;
    if (!isWanted) return;
    const { clientWidth: w, clientHeight: h } = this.canvas;
    const context = this.canvas.getContext("2d");
    if (!w || !context) return;
    const ratio = Math.min(3, devicePixelRatio || 1);
    Object.assign(this.canvas, { width: w * ratio, height: h * ratio });
    context.scale(ratio, ratio);
    const at = this.fit(w, h);
    const size = `${w} ${h}`;
    const ground = this.ground?.size === size ? this.ground : null;
    if (!ground) this.layLater(size, at);
    const style = getComputedStyle(this.element);
    const pen = (/** @type {string} */ name, /** @type {number} */ width) => {
      context.strokeStyle = style.getPropertyValue(`--${name}`);
      context.lineWidth = width;
    };
    /** @param {Point[]} line */
    const trace = (line) => {
      line.forEach(([lon, lat], i) => {
        context[i ? "lineTo" : "moveTo"](...at(lon, lat));
      });
    };
    if (ground) {
      context.fillStyle = style.getPropertyValue("--land");
      context.fill(ground.land, "evenodd");
      pen("land", 0.6);
      context.stroke(ground.land);
      pen("coast", 0.7);
      context.stroke(ground.coast);
    }
    pen("red", 1);
    context.beginPath();
    trace(this.stops.slice(0, this.index + 1).map(({ lon, lat }) => [lon, lat]));
    context.stroke();
    pen("ink", 1.4);
    context.beginPath();
    trace(this.frame());
    context.closePath();
    context.stroke();
  }

  /** The edge of the map, in degrees. @returns {Point[]} */
  frame() {
    const bounds = this.map.getBounds();
    const [w, e, s, n] = [bounds.getWest(), bounds.getEast(), bounds.getSouth(), bounds.getNorth()];
    const parts = Array.from({ length: EDGE_POINTS }, (_, i) => i / EDGE_POINTS);
    return [
      ...parts.map((t) => /** @type {Point} */ ([w + (e - w) * t, n])),
      ...parts.map((t) => /** @type {Point} */ ([e, n + (s - n) * t])),
      ...parts.map((t) => /** @type {Point} */ ([e + (w - e) * t, s])),
      ...parts.map((t) => /** @type {Point} */ ([w, s + (n - s) * t])),
    ];
  }
}
