// One real button over each sign in view, so that the map can be read and worked without a mouse.

import { paneOf } from "./sheets.js";
import { nearestSign, nextOf, sayName } from "./sign_names.js";
import { sayStops } from "./stops.js";

/** @typedef {import("./life_stops.js").LifeStops} LifeStops */
/** @typedef {import("./canvas.js").View} View */
/** @typedef {import("./stops.js").Arranged} Arranged */
/** @typedef {import("./stops.js").Marker} Marker */
/** @typedef {import("./sign_names.js").Told} Told */

/**
 * Stops of a life from which only those around the current one get buttons; the canvas answers
 * clicks itself.
 */
const MOST_BUTTONS = 300;
const AROUND = 2;
const SMALLEST = 24;
const LARGEST = 44;

/**
 * Keep a button over each sign.
 * @param {L.Map} map
 * @param {LifeStops} layer
 */
export function createButtons(map, layer) {
  const group = L.DomUtil.create("div", "atlas-stops", paneOf(map, "stopsPane"));
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Stops on the map");
  /** By the numbers of the stops that they stand for. @type {Map<string, HTMLButtonElement>} */
  const made = new Map();
  const isNear = (/** @type {number} */ stop) => Math.abs(stop - layer.current) <= AROUND;
  const press = (/** @type {number[]} */ ofSign, /** @type {MouseEvent} */ event) => {
    event.stopPropagation();
    const dragging = /** @type {L.Handler & {moved(): boolean} | undefined} */ (map.dragging);
    if (dragging?.moved()) return;
    // buttons overlap where signs stand close: a pointer means the nearest, a key the focused one
    const at = map.mouseEventToLayerPoint(event).add(map.getPixelOrigin());
    const meant = event.detail ? nearestSign(layer.arranged.markers, at, LARGEST) : null;
    layer.select(nextOf(meant?.stops ?? ofSign, layer.told()), event);
  };
  const make = (/** @type {number[]} */ ofSign) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "atlas-stop";
    button.addEventListener("click", (event) => press(ofSign, event));
    made.set(keyOf(ofSign), button);
    group.append(button);
    return button;
  };
  return {
    remove: () => group.remove(),
    focusCurrent() {
      const button = [...made.values()].find((each) => each.hasAttribute("aria-current"));
      button?.focus({ preventScroll: true });
    },
    /** @param {Arranged} arranged @param {View} view */
    place({ markers }, view) {
      const shown = markers
        .filter((marker) => isIn(marker, view))
        .filter((marker) => layer.stops.length <= MOST_BUTTONS || marker.stops.some(isNear));
      for (const marker of shown) {
        const button = made.get(keyOf(marker.stops)) ?? make(marker.stops);
        layOver(button, marker, sizeOf(marker, shown), map.getPixelOrigin());
        label(button, marker, layer.told());
      }
      dropOthers(made, new Set(shown.map((marker) => keyOf(marker.stops))), layer.current);
    },
  };
}

/** @param {number[]} stops */
function keyOf(stops) {
  return stops.join(" ");
}

/** @param {Marker} marker @param {View} view */
function isIn({ x, y }, view) {
  return x > view.x && y > view.y && x < view.x + view.width && y < view.y + view.height;
}

/**
 * Pixels of a button: as many as its nearest neighbour leaves it.
 * @param {Marker} marker
 * @param {Marker[]} shown
 */
function sizeOf(marker, shown) {
  let nearest = Infinity;
  for (const other of shown) {
    if (other === marker) continue;
    nearest = Math.min(nearest, Math.hypot(other.x - marker.x, other.y - marker.y));
  }
  return Math.round(Math.max(SMALLEST, Math.min(LARGEST, nearest)));
}

/**
 * @param {HTMLElement} button
 * @param {Marker} marker
 * @param {number} size
 * @param {L.Point} origin
 */
function layOver(button, { x, y }, size, origin) {
  Object.assign(button.style, {
    width: `${size}px`,
    height: `${size}px`,
    left: `${x - origin.x - size / 2}px`,
    top: `${y - origin.y - size / 2}px`,
  });
}

/**
 * Say which stops a button stands for.
 * @param {HTMLElement} button
 * @param {Marker} marker
 * @param {Told} told
 */
function label(button, { stops }, told) {
  const { all, current } = told;
  const { name_then: name, date_text: date } = all[stops[0]];
  const what = stops.length > 1 ? [sayName(stops, told)] : [name, date];
  button.setAttribute("aria-label", [sayStops(all, stops), ...what].filter(Boolean).join(", "));
  if (stops.includes(current)) button.setAttribute("aria-current", "location");
  else button.removeAttribute("aria-current");
}

/**
 * Remove the buttons that are not wanted; a sign that joins another hands its focus on.
 * @param {Map<string, HTMLButtonElement>} made
 * @param {Set<string>} wanted
 * @param {number} current
 */
function dropOthers(made, wanted, current) {
  const focused = document.activeElement;
  let isOrphaned = false;
  for (const [key, button] of made) {
    if (wanted.has(key)) continue;
    isOrphaned ||= button === focused;
    button.remove();
    made.delete(key);
  }
  if (!isOrphaned) return;
  const keys = [...made.keys()];
  const heir = keys.find((key) => key.split(" ").includes(String(current))) ?? keys[0];
  if (heir !== undefined) made.get(heir)?.focus({ preventScroll: true });
}
