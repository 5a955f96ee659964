// The camera: where it has to stand to show a leg, a town or a whole life, and how it gets there.

import { isCalm } from "../dom.js";
import { scaleOf, toWorld, WORLD } from "./projection.js";
import { sheetsOf } from "./sheets.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./projection.js").Point} Point */
/**
 * @typedef {{left?: number, top?: number, right?: number, bottom?: number}} Padding
 * pixels that lie under something
 */

/** Zoom of Leaflet at which the world is 256 pixels wide. */
const LEAFLET_WORLD = 256;
/** Air around what is shown: part of the map on each side. */
const AIR_PART = 0.16;
const MOST_PADDING = 0.5;
/** Beside what lies over the map a sign has room at least, unless that takes most of the map. */
const LEAST_AIR = 40;
const MOST_COVERED = 0.7;
/** Pixels of a move that is not worth a flight: about a sign. */
const LEAST_MOVE = 16;

/**
 * Seconds of a flight: grows with the way on the screen, up to a ceiling.
 * @param {number} pixels between the centres at the nearer zoom
 * @param {number} levels of zoom
 */
export function flightSeconds(pixels, levels) {
  return Math.min(1.6, 0.4 + 0.22 * Math.log2(1 + pixels / 160) + 0.1 * Math.abs(levels));
}

/** Leaflet's bounds of boxes in world units. @param {Box[]} boxes */
export function boundsOfBoxes(boxes) {
  const k = LEAFLET_WORLD / WORLD;
  const bounds = L.latLngBounds([]);
  for (const [left, top, right, bottom] of boxes) {
    bounds.extend(L.CRS.EPSG3857.pointToLatLng(L.point(left * k, top * k), 0));
    bounds.extend(L.CRS.EPSG3857.pointToLatLng(L.point(right * k, bottom * k), 0));
  }
  return bounds;
}

/**
 * Move a centre so that the view shows as little as can be of what lies beyond the drawn extent and
 * nothing beyond the limits that the map would pull it back to.
 * @param {{x: number, y: number}} centre pixels at the zoom
 * @param {{x: number, y: number}} size pixels of the view
 * @param {number} zoom
 * @param {Box} extent world units
 * @param {Box} [limits] world units
 * @returns {Point} pixels at the zoom
 */
export function insideExtent(centre, size, zoom, extent, limits = extent) {
  const scale = scaleOf(zoom);
  /** @type {(at: number, low: number, high: number) => number} */
  const clamp = (at, low, high) =>
    low > high ? (low + high) / 2 : Math.max(low, Math.min(high, at));
  return [extent, limits].reduce(
    ([x, y], [left, top, right, bottom]) => [
      clamp(x, left * scale + size.x / 2, right * scale - size.x / 2),
      clamp(y, top * scale + size.y / 2, bottom * scale - size.y / 2),
    ],
    /** @type {Point} */ ([centre.x, centre.y]),
  );
}

/**
 * Where Leaflet holds the view, in world units, if anywhere.
 * @param {L.Map} map
 * @returns {Box | undefined}
 */
function limitsOf(map) {
  const { maxBounds } = map.options;
  if (!maxBounds) return undefined;
  const bounds = L.latLngBounds(/** @type {L.LatLngBoundsLiteral} */ (maxBounds));
  return [
    ...toWorld(bounds.getWest(), bounds.getNorth()),
    ...toWorld(bounds.getEast(), bounds.getSouth()),
  ];
}

/**
 * Where the camera has to stand to show bounds between what lies over the map.
 * @param {L.Map} map
 * @param {L.LatLngBounds} bounds
 * @param {Box} extent that is drawn, in world units
 * @param {{most: number, padding: Padding}} options most: the nearest zoom
 * @returns {{target: L.LatLng, zoom: number}}
 */
function standFor(map, bounds, extent, { most, padding }) {
  const size = map.getSize();
  const inset = (/** @type {number} */ all, own = 0) =>
    Math.max(
      Math.min(all * MOST_PADDING, own + all * AIR_PART),
      own && Math.min(all * MOST_COVERED, own + LEAST_AIR),
    );
  const corner = L.point(inset(size.x, padding.left), inset(size.y, padding.top));
  const other = L.point(inset(size.x, padding.right), inset(size.y, padding.bottom));
  const zoom = Math.min(most, map.getBoundsZoom(bounds, false, corner.add(other)));
  const middle = map
    .project(bounds.getSouthWest(), zoom)
    .add(map.project(bounds.getNorthEast(), zoom))
    .add(other.subtract(corner))
    .divideBy(2);
  const [x, y] = insideExtent(middle, size, zoom, extent, limitsOf(map));
  return { target: map.unproject(L.point(x, y), zoom), zoom };
}

/**
 * Move the camera to bounds, by a flight unless it is to stand still.
 * @param {L.Map} map
 * @param {L.LatLngBounds} bounds
 * @param {Box} extent that is drawn, in world units
 * @param {{animate: boolean, most: number, padding: Padding}} options most: the nearest zoom
 */
export function moveCamera(map, bounds, extent, { animate, most, padding }) {
  const sheets = sheetsOf(map);
  const size = map.getSize();
  const isStill = !animate || isCalm() || !sheets.isOpen;
  if (!size.x || !size.y) return;
  sheets.quietly(() => map.stop()); // where a flight is stopped need not be drawn
  if (!bounds.isValid()) return sheets.rest();
  const { target, zoom } = standFor(map, bounds, extent, { most, padding });
  if (isStill) {
    map.setView(target, zoom, { animate: false });
    return sheets.rest();
  }
  const near = Math.max(zoom, map.getZoom());
  const pixels = map.project(map.getCenter(), near).distanceTo(map.project(target, near));
  if (pixels < LEAST_MOVE && Math.abs(zoom - map.getZoom()) < 0.05) return sheets.rest();
  map.flyTo(target, zoom, { duration: flightSeconds(pixels, zoom - map.getZoom()) });
}

/**
 * Let the reader zoom out to the whole of the drawn extent and no further.
 * @param {L.Map} map
 * @param {Box} extent world units
 */
export function limitZoom(map, [left, top, right, bottom]) {
  const size = map.getSize();
  if (!size.x || !size.y) return;
  const fit = Math.log2(Math.min(size.x / (right - left), size.y / (bottom - top))) + 8;
  const least = Math.max(0, Math.floor(fit * 4) / 4);
  // Leaflet would bring a map that is too far out nearer by a flight, which ends after whatever
  // the map is moved to meanwhile, and takes the view back
  if (map.getZoom() < least) map.setView(map.getCenter(), least, { animate: false });
  map.setMinZoom(least);
}

/**
 * Let the wheel zoom only while the map has the focus, so that it never traps a reader who scrolls
 * past.
 * @param {L.Map} map
 */
export function tameWheel(map) {
  const container = map.getContainer();
  map.scrollWheelZoom.disable();
  container.addEventListener("focusin", () => map.scrollWheelZoom.enable());
  container.addEventListener("focusout", () => map.scrollWheelZoom.disable());
}
