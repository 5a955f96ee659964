// One real button over each sign in view, so that the map can be read and worked without a mouse.

import { paneOf } from "./sheets.js";
import { chiefOf, nextOf, sayStops } from "./stops.js";

/** @typedef {import("../life.js").Stop} Stop */
/** @typedef {import("./canvas.js").View} View */
/** @typedef {import("./stops.js").Arranged} Arranged */
/** @typedef {import("./stops.js").Marker} Marker */

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
 * @param {Stop[]} stops
 * @param {(stop: number, event: Event) => void} onSelect
 */
export function createButtons(map, stops, onSelect) {
  const group = L.DomUtil.create("div", "atlas-stops", paneOf(map, "stopsPane"));
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Stops on the map");
  /** By the numbers of the stops that they stand for. @type {Map<string, HTMLButtonElement>} */
  const made = new Map();
  let current = -1;
  const isNear = (/** @type {number} */ stop) => Math.abs(stop - current) <= AROUND;
  const press = (/** @type {number[]} */ ofSign, /** @type {MouseEvent} */ event) => {
    event.stopPropagation();
    const dragging = /** @type {L.Handler & {moved(): boolean} | undefined} */ (map.dragging);
    if (!dragging?.moved()) onSelect(nextOf(ofSign, current), event);
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
    /** @param {Arranged} arranged @param {View} view @param {number} now */
    place({ markers }, view, now) {
      current = now;
      const shown = markers
        .filter((marker) => isIn(marker, view))
        .filter((marker) => stops.length <= MOST_BUTTONS || marker.stops.some(isNear));
      for (const marker of shown) {
        const button = made.get(keyOf(marker.stops)) ?? make(marker.stops);
        layOver(button, marker, sizeOf(marker, shown), map.getPixelOrigin());
        label(button, marker, stops, current);
      }
      dropOthers(made, new Set(shown.map((marker) => keyOf(marker.stops))), current);
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
 * @param {Stop[]} all
 * @param {number} current
 */
function label(button, { stops }, all, current) {
  const chief = all[chiefOf(all, stops, current)];
  const what = stops.length > 1 ? [chief.label] : [chief.name_then, chief.date_text];
  button.setAttribute("aria-label", [sayStops(all, stops), ...what].filter(Boolean).join(", "));
  if (stops.includes(current)) button.setAttribute("aria-current", "location");
  else button.removeAttribute("aria-current");
}

/**
 * Remove the buttons that are not wanted; a sign that opens into a fan hands its focus on.
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
