// What the canvases of a map show: somewhat more than the map, so that it can be moved under them.

import { scaleOf } from "./projection.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./canvas.js").View} View */

/** Part of the map's size that the canvases reach beyond each of its edges. */
const PADDING = 0.12;
const MOST_RATIO = 3;

/**
 * How much larger than usual a map letters its names: the larger it is itself.
 * @param {View} view
 */
export function typeOf({ width, height }) {
  return Math.max(1, Math.min(1.4, Math.sqrt(Math.min(width / 1150, height / 900))));
}

/**
 * The view to draw for where a map stands now, and the corner of its canvases.
 * @param {L.Map} map
 * @returns {{view: View, corner: L.Point}} corner in Leaflet's layer pixels
 */
export function viewOf(map) {
  const size = map.getSize();
  const pad = size.multiplyBy(PADDING).round();
  const corner = map.containerPointToLayerPoint(pad.multiplyBy(-1)).round();
  const origin = map.getPixelOrigin();
  const [width, height] = [size.x + 2 * pad.x, size.y + 2 * pad.y];
  const ratio = Math.min(MOST_RATIO, globalThis.devicePixelRatio || 1);
  const zoom = map.getZoom();
  const scale = scaleOf(zoom);
  const [x, y] = [origin.x + corner.x, origin.y + corner.y];
  /** @type {Box} */
  const box = [x / scale, y / scale, (x + width) / scale, (y + height) / scale];
  return { view: { zoom, scale, x, y, width, height, ratio, box }, corner };
}

/**
 * Lay a canvas over a view.
 * @param {HTMLCanvasElement} canvas
 * @param {View} view with the ratio of that canvas
 */
export function fitCanvas(canvas, { width, height, ratio }) {
  const [w, h] = [Math.ceil(width * ratio), Math.ceil(height * ratio)];
  if (canvas.width === w && canvas.height === h) return;
  canvas.width = w;
  canvas.height = h;
  Object.assign(canvas.style, { width: `${w / ratio}px`, height: `${h / ratio}px` });
}

/**
 * Where a drawn view has to be laid, and how enlarged, to serve as another.
 * @param {L.Map} map
 * @param {View} view
 * @param {L.LatLngExpression} centre
 * @param {number} zoom
 * @returns {{at: L.Point, k: number}} at in layer pixels
 */
export function placeOf(map, view, centre, zoom) {
  const moved = map.containerPointToLayerPoint([0, 0]);
  const origin = map
    .project(centre, zoom)
    .subtract(map.getSize().divideBy(2))
    .subtract(moved)
    .round();
  const k = map.getZoomScale(zoom, view.zoom);
  return { at: L.point(view.x * k - origin.x, view.y * k - origin.y), k };
}

/**
 * Whether a drawn view no longer serves: the map reaches beyond it, or it would be blurred.
 * @param {L.Map} map
 * @param {View} view
 */
export function isOutgrown(map, view) {
  const k = 2 ** (map.getZoom() - view.zoom);
  const size = map.getSize();
  const origin = map.getPixelOrigin().add(map.containerPointToLayerPoint([0, 0]));
  const isBeyond =
    origin.x < view.x * k ||
    origin.y < view.y * k ||
    origin.x + size.x > (view.x + view.width) * k ||
    origin.y + size.y > (view.y + view.height) * k;
  return isBeyond || k > 1.25 || k < 0.8;
}

/** What a map shows, as a text that tells one view from another. @param {L.Map} map */
export function nameOfView(map) {
  const { x, y } = map.getPixelOrigin().add(map.containerPointToLayerPoint([0, 0]));
  return [map.getZoom(), x, y, map.getSize()].join(" ");
}
