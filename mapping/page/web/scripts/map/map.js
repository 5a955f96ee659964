// The atlas in the page: canvases that follow a Leaflet map, the camera, and the stops as buttons.

import { isCalm, readBlock } from "../dom.js";
import { boxesMeet, scaleOf, toWorld } from "./geometry.js";
import { SHRINK, createGround, drawLand, drawSea, extentOf, readPalette, sampleLand, usePixels } from "./ground.js";
import { createCover, drawLabel, forgetWidths, placeLabels } from "./lettering.js";
import { seaWishes, shortName, stateWishes, stopWishes, townWishes } from "./names.js";
import { arrangeStops, chiefOf, createWays, drawBundle, drawLegs, drawStops, pointsOf, sameTown, sayStops, sortLegs } from "./legs.js";

/** @typedef {import("./geometry.js").Box} Box */
/** @typedef {import("./ground.js").View} View */
/** @typedef {"sea" | "land" | "route" | "leg" | "names"} Sheet */

const { L } = /** @type {any} */ (globalThis);
/** @type {Sheet[]} */
const SHEETS = ["sea", "land", "route", "leg", "names"];
const PADDING = 0.12;
const TOWN_ZOOM = 6.25;
const LEG_ZOOM = 6.25;
const MOST_BUTTONS = 300;
const FADE_MS = 180;
const EDGE = 7;

/**
 * Seconds of a flight: grows with the way on the screen, up to a ceiling.
 * @param {number} pixels between the centres at the nearer zoom
 * @param {number} levels of zoom
 */
export function flightSeconds(pixels, levels) {
  return Math.min(1.6, 0.4 + 0.22 * Math.log2(1 + pixels / 160) + 0.1 * Math.abs(levels));
}

/**
 * Draw the atlas and the life on a Leaflet map.
 * @param {any} map
 * @param {any} atlas the block atlas-data
 * @param {any} life the block life-data
 * @param {{onSelect?: (stop: number, event: Event) => void, onShown?: () => void, signs?: import("./legs.js").Signs}} [options]
 */
export function createAtlas(map, atlas, life, { onSelect = () => {}, onShown = () => {}, signs = readBlock("signs-data") } = {}) {
  const extent = extentOf(atlas);
  /** The ground is decoded when it is first drawn, after the page has begun to answer. @type {ReturnType<typeof createGround> | null} */
  let decoded = null;
  const ground = () => (decoded ??= createGround(atlas));
  const ways = createWays(life);
  const world = pointsOf(life);
  /** Face of each stop, looked up once. @type {(number | undefined)[]} */
  const faces = [];
  const container = map.getContainer();
  let palette = readPalette(container);
  let current = -1;
  let day = life.stops[0]?.start ?? "1900-01-01";
  /** @type {import("./ground.js").Politics | null} */
  let known = null;
  const politics = () => (known ??= ground().politicsOn(day));
  let growth = 1;
  let frame = 0;
  /** @type {Set<Sheet>} */
  const stale = new Set(SHEETS);
  /** @type {View | null} */
  let view = null;
  /** @type {import("./lettering.js").Placed[]} */
  let placed = [];
  /** @type {ReturnType<typeof arrangeStops>} */
  let arranged = { places: [], markers: [] };
  let cost = 16;
  let drawnAt = 0;
  let isMoving = false;
  /** @type {HTMLImageElement | null} */
  let relief = null;
  let isOpen = false; // nothing is drawn while the map is being set up
  let isShown = false; // the first drawing is whole, but for its names
  let isLettered = false; // the fonts are here
  let resting = ""; // the view that was last drawn at rest

  const box = L.DomUtil.create("div", "atlas-sheets leaflet-zoom-animated", map.getPane("overlayPane"));
  /** @type {Record<string, HTMLCanvasElement>} */
  const canvases = {};
  /** @type {Record<string, CanvasRenderingContext2D>} */
  const contexts = {};
  for (const sheet of SHEETS) {
    const canvas = L.DomUtil.create("canvas", `atlas-sheet atlas-${sheet}`, box);
    canvas.setAttribute("aria-hidden", "true");
    Object.assign(canvas.style, { position: "absolute", left: "0", top: "0" });
    canvases[sheet] = canvas;
    contexts[sheet] = canvas.getContext("2d", { willReadFrequently: sheet === "sea" });
  }
  /** @type {any} */
  const sampler = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  Object.assign(box.style, { pointerEvents: "none" });
  canvases.names.style.transition = isCalm() ? "none" : `opacity ${FADE_MS}ms`;
  const pane = map.createPane("stops");
  Object.assign(pane.style, { zIndex: "620" });
  const buttons = createButtons(pane, map, life, (stop, event) => onSelect(stop, event));

  /** Lay the canvases over the present view. @returns {View} */
  const layOut = () => {
    const size = map.getSize();
    const pad = size.multiplyBy(PADDING).round();
    const corner = map.containerPointToLayerPoint(pad.multiplyBy(-1)).round();
    const origin = map.getPixelOrigin();
    const [width, height] = [size.x + 2 * pad.x, size.y + 2 * pad.y];
    const ratio = Math.min(3, globalThis.devicePixelRatio || 1);
    for (const sheet of SHEETS) {
      const canvas = canvases[sheet];
      const density = sheet === "sea" ? 1 / SHRINK : ratio;
      const [w, h] = [Math.ceil(width * density), Math.ceil(height * density)];
      if (canvas.width === w && canvas.height === h) continue;
      canvas.width = w;
      canvas.height = h;
      Object.assign(canvas.style, { width: `${w / density}px`, height: `${h / density}px` });
    }
    L.DomUtil.setTransform(box, corner, 1);
    const zoom = map.getZoom();
    const scale = scaleOf(zoom);
    const [x, y] = [origin.x + corner.x, origin.y + corner.y];
    /** @type {Box} */
    const bounds = [x / scale, y / scale, (x + width) / scale, (y + height) / scale];
    return { zoom, scale, x, y, width, height, ratio, box: bounds };
  };

  /** Entity that holds the current stop on the day. */
  const hereOn = () => {
    if (current < 0) return "";
    const { lon, lat } = life.stops[current];
    const face = (faces[current] ??= ground().faceOf(lon, lat));
    return face < 0 ? "" : atlas.states[politics().stateOf[face]].entity;
  };
  const reached = () => (current < 0 ? Infinity : current);
  let legs = sortLegs(life.legs, current);

  const drawRoute = (/** @type {View} */ seen) => {
    const context = contexts.route;
    usePixels(context, seen);
    context.clearRect(0, 0, seen.width, seen.height);
    drawBundle(context, seen, ways, legs.bundle, palette);
    drawLegs(context, seen, life, ways, legs.ahead, "ahead", 1, signs, palette);
    drawLegs(context, seen, life, ways, legs.travelled, "travelled", 1, signs, palette);
  };
  const drawLeg = (/** @type {View} */ seen) => {
    const context = contexts.leg;
    usePixels(context, seen);
    context.clearRect(0, 0, seen.width, seen.height);
    drawLegs(context, seen, life, ways, legs.now, "current", growth, signs, palette);
    drawStops(context, seen, life, arranged, current, reached(), signs, palette);
  };

  /** Boxes of what lies over the map, which names keep clear of. @param {View} seen @returns {Box[]} */
  const overlays = (seen) => {
    const frameBox = container.getBoundingClientRect();
    const size = map.getSize();
    const [dx, dy] = [(seen.width - size.x) / 2, (seen.height - size.y) / 2];
    const siblings = [...(container.parentElement?.children ?? [])];
    const found = [
      ...container.querySelectorAll(".leaflet-control"),
      ...siblings.filter((element) => element !== container),
    ];
    return found.flatMap((element) => {
      const r = element.getBoundingClientRect();
      if (!r.width || r.width * r.height > size.x * size.y * 0.6) return [];
      const left = r.left - frameBox.left + dx;
      const top = r.top - frameBox.top + dy;
      /** @type {Box} */
      const over = [left - 4, top - 4, left + r.width + 4, top + r.height + 4];
      return [over];
    });
  };
  const drawNames = (/** @type {View} */ seen) => {
    const context = contexts.names;
    usePixels(context, seen);
    context.clearRect(0, 0, seen.width, seen.height);
    const now = { current, reached: reached(), day };
    const stops = stopWishes(context, seen, atlas, life, arranged, now, palette);
    const size = map.getSize();
    const [dx, dy] = [(seen.width - size.x) / 2, (seen.height - size.y) / 2];
    /** @type {Box} */
    const inner = [
      Math.max(dx, extent[0] * seen.scale - seen.x) + EDGE,
      Math.max(dy, extent[1] * seen.scale - seen.y) + EDGE,
      Math.min(seen.width - dx, extent[2] * seen.scale - seen.x) - EDGE,
      Math.min(seen.height - dy, extent[3] * seen.scale - seen.y) - EDGE,
    ];
    const sample = sampleLand(sampler, seen, ground(), politics());
    const wishes = [
      ...stops.wishes,
      ...stateWishes(context, seen, atlas, day, hereOn(), sample, inner, palette),
      ...seaWishes(seen, atlas, palette),
      ...townWishes(context, seen, atlas, day, arranged.places, palette),
    ];
    const cover = createCover(seen.width, seen.height, sample);
    for (const index of [...legs.travelled, ...legs.now, ...legs.ahead]) {
      if (!boxesMeet(ways.boxOf(index), seen.box)) continue;
      for (const line of ways.at(index, seen.scale).lines) cover.add(line, -seen.x, -seen.y);
    }
    placed = placeLabels(context, wishes, [...stops.boxes, ...overlays(seen)], cover, inner);
    context.fillStyle = palette.label;
    for (const { dot } of placed) {
      if (!dot) continue;
      context.beginPath();
      context.arc(dot[0], dot[1], 2, 0, 7);
      context.fill();
    }
    for (const label of placed) drawLabel(context, label);
  };

  /**
   * Draw whatever is stale. The first time, one sheet in each frame, so that the page answers its
   * reader meanwhile; names wait for their fonts and for the end of a flight.
   * @param {boolean} [inFlight]
   */
  const paint = (inFlight = false) => {
    frame = 0;
    isOpen = true;
    if (!map.getSize().x || !map.getSize().y) return;
    if (!decoded) {
      politics();
      return later();
    }
    const start = performance.now();
    if (!view || stale.has("sea")) {
      view = layOut();
      SHEETS.forEach((sheet) => stale.add(sheet));
    }
    const hasNames = isLettered && !inFlight;
    const wanted = SHEETS.filter((sheet) => stale.has(sheet) && (hasNames || sheet !== "names"));
    const todo = new Set(isShown ? wanted : wanted.slice(0, 1));
    for (const sheet of todo) stale.delete(sheet);
    if (todo.has("sea")) drawSea(contexts.sea, { ...view, ratio: 1 / SHRINK }, ground(), palette);
    if (todo.has("land")) drawLand(contexts.land, view, ground(), politics(), hereOn(), relief, palette);
    if (todo.has("route") || todo.has("leg")) {
      arranged = arrangeStops(world, view.zoom, view.scale, current);
    }
    if (todo.has("route")) drawRoute(view);
    if (todo.has("leg")) drawLeg(view);
    if (todo.has("names")) {
      drawNames(view);
      buttons.place(arranged, view, current);
      canvases.names.style.opacity = "1";
    }
    drawnAt = performance.now();
    cost = drawnAt - start;
    if (isShown) return;
    if (wanted.length > 1) return later();
    isShown = true;
    onShown();
    if (isLettered) spoil("names");
  };
  const later = () => {
    frame ||= requestAnimationFrame(() => paint(isMoving));
  };
  const spoil = (/** @type {Sheet[]} */ ...sheets) => {
    for (const sheet of sheets) stale.add(sheet);
    later();
  };
  /** The camera rests: draw, unless this very view is drawn; one jump ends with several events. */
  const redraw = () => {
    if (!isOpen) return;
    isMoving = false;
    const { x, y } = map.getPixelOrigin().subtract(L.DomUtil.getPosition(map.getPane("mapPane")));
    const next = [map.getZoom(), x, y, map.getSize()].join(" ");
    if (next !== resting) stale.add("sea");
    resting = next;
    if (!stale.size) return;
    if (!isShown) return later();
    if (frame) cancelAnimationFrame(frame);
    paint();
  };

  /** Carry the drawn sheets to another view. @param {any} centre @param {number} zoom */
  const carry = (centre, zoom) => {
    if (!view) return;
    const size = map.getSize();
    const origin = map
      .project(centre, zoom)
      .subtract(size.divideBy(2))
      .add(L.DomUtil.getPosition(map.getPane("mapPane")))
      .round();
    const k = map.getZoomScale(zoom, view.zoom);
    L.DomUtil.setTransform(box, L.point(view.x * k - origin.x, view.y * k - origin.y), k);
  };
  /** While the camera moves: carry the drawing, and draw anew when it no longer serves. */
  const follow = () => {
    if (!view) return;
    const zoom = map.getZoom();
    carry(map.getCenter(), zoom);
    const k = 2 ** (zoom - view.zoom);
    const size = map.getSize();
    const origin = map.getPixelOrigin().add(map.containerPointToLayerPoint([0, 0]));
    const isBeyond =
      origin.x < view.x * k ||
      origin.y < view.y * k ||
      origin.x + size.x > (view.x + view.width) * k ||
      origin.y + size.y > (view.y + view.height) * k;
    const isBlurred = k > 1.25 || k < 0.8;
    if ((isBeyond || isBlurred) && performance.now() - drawnAt > cost * 1.5) {
      stale.add("sea");
      later(); // not now: a jump ends at once, and is then drawn once
    }
  };
  map.on("zoomstart", () => {
    isMoving = true;
    canvases.names.style.opacity = "0";
  });
  map.on("zoomanim", (/** @type {any} */ event) => carry(event.center, event.zoom));
  map.on("move zoom", follow);
  map.on("moveend viewreset resize", redraw);
  const shape = new Image();
  shape.src = readBlock("relief-data")?.image ?? "";
  shape.decode().then(
    () => {
      relief = shape;
      spoil("land");
    },
    () => {}, // a browser that does not know the format draws the land flat
  );
  const fontsCame = () => {
    isLettered = true;
    forgetWidths();
    spoil("names");
  };
  document.fonts?.addEventListener("loadingdone", fontsCame);
  // a canvas does not wait for its fonts: ask for them, and letter again when they are there
  const { "font-sans": sans, "font-text": serif } = palette;
  const fonts = [`500 12px ${sans}`, `700 12px ${sans}`, `400 12px ${serif}`, `italic 12px ${serif}`];
  Promise.allSettled(fonts.map((font) => document.fonts?.load(font))).then(fontsCame);
  map.on("click", (/** @type {any} */ event) => {
    if (!view) return;
    const point = map.latLngToLayerPoint(event.latlng).add(map.getPixelOrigin());
    const near = arranged.markers
      .map((marker) => ({ marker, d: Math.hypot(marker.x - point.x, marker.y - point.y) }))
      .sort((a, b) => a.d - b.d)[0];
    if (near && near.d < 22) onSelect(nextOf(near.marker.stops, current), event.originalEvent);
  });

  /** Let the current leg grow. @param {number} seconds */
  const grow = (seconds) => {
    const start = performance.now();
    const mine = current;
    const step = () => {
      if (mine !== current || growth >= 1) return;
      const t = Math.min(1, (performance.now() - start) / (seconds * 1000));
      growth = t < 1 ? t * t * (3 - 2 * t) : 1;
      if (view && !stale.has("leg")) drawLeg(view);
      if (t < 1) requestAnimationFrame(step);
    };
    growth = 0;
    requestAnimationFrame(step);
  };

  const atlasOnMap = {
    /**
     * Show the route as it stands at a stop, or the whole of it.
     * @param {number | null} index
     */
    show(index) {
      const next = index ?? -1;
      if (next === current) return;
      const isForward = next > current && next >= 0;
      const before = decoded && hereOn();
      current = next;
      if (decoded && hereOn() !== before) spoil("land");
      growth = 1;
      legs = sortLegs(life.legs, current);
      if (isForward && legs.now.length && !isCalm()) grow(1.4);
      spoil("route", "leg", "names");
    },
    /**
     * Put frontiers, fills and names of a day on the map; redraws only what changes.
     * @param {string} isoDay YYYY-MM-DD
     */
    setDate(isoDay) {
      if (isoDay === day) return;
      day = isoDay;
      const before = known;
      known = null;
      if (before?.stateOf.some((state, face) => state !== politics().stateOf[face])) spoil("land");
      spoil("names");
    },
    /**
     * Move the camera to the leg just made, to the town for arrivals in the same town, or to the
     * whole life.
     * @param {number | null} index
     * @param {{animate?: boolean, padding?: {left?: number, top?: number, right?: number, bottom?: number}}} [options] padding in pixels: what lies over the edges of the map
     */
    frame(index, { animate = true, padding = {} } = {}) {
      const size = map.getSize();
      const isStill = !animate || isCalm() || !isOpen;
      if (!size.x || !size.y) return;
      isOpen = false; // where a flight is stopped need not be drawn
      map.stop();
      isOpen = true;
      const stop = index === null ? null : life.stops[index];
      const before = index ? life.stops[index - 1] : null;
      const inset = (/** @type {number} */ all, /** @type {number} */ own) =>
        Math.min(all * 0.3, own + Math.min(56, all * 0.1));
      let most = LEG_ZOOM;
      const bounds = L.latLngBounds(stop ? [[stop.lat, stop.lon]] : []);
      if (stop && (!before || sameTown(before, stop))) most = TOWN_ZOOM;
      else {
        if (before) bounds.extend([before.lat, before.lon]);
        life.legs.forEach((/** @type {any} */ leg, /** @type {number} */ at) => {
          if (!stop || leg.to === index) extendTo(bounds, ways.boxOf(at));
        });
        if (!stop) for (const { lat, lon } of life.stops) bounds.extend([lat, lon]);
      }
      if (!bounds.isValid()) return redraw();
      const corner = L.point(inset(size.x, padding.left ?? 0), inset(size.y, padding.top ?? 0));
      const other = L.point(inset(size.x, padding.right ?? 0), inset(size.y, padding.bottom ?? 0));
      const zoom = Math.min(most, map.getBoundsZoom(bounds, false, corner.add(other)));
      const middle = map
        .project(bounds.getSouthWest(), zoom)
        .add(map.project(bounds.getNorthEast(), zoom))
        .add(other.subtract(corner))
        .divideBy(2);
      const target = map.unproject(insideExtent(middle, size, zoom, extent, limitsOf(map)), zoom);
      if (isStill) {
        map.setView(target, zoom, { animate: false });
        redraw();
        return;
      }
      const near = Math.max(zoom, map.getZoom());
      const pixels = map.project(map.getCenter(), near).distanceTo(map.project(target, near));
      if (pixels < 2 && Math.abs(zoom - map.getZoom()) < 0.05) return redraw();
      map.flyTo(target, zoom, { duration: flightSeconds(pixels, zoom - map.getZoom()) });
    },
    /** Read colours and fonts again: the colour scheme has changed. */
    restyle() {
      palette = readPalette(container);
      forgetWidths();
      spoil(...SHEETS);
    },
    /** Fit the drawing to the container's new size. */
    resize() {
      map.invalidateSize({ animate: false, pan: false });
      limitZoom(map, atlas);
      redraw();
    },
    /** Names on the map, as placed: for tests and for the curious. */
    labels: () => placed.map(({ role, text, box: at }) => ({ role, text, box: at })),
    /** Whether land has its light and shade. */
    hasRelief: () => relief !== null,
    /** Signs on the map, as arranged. */
    markers: () => arranged.markers.map(({ stops }) => stops),
  };
  limitZoom(map, atlas);
  tameWheel(map);
  addCredit(map, "Natural Earth · Leaflet");
  addScale(map);
  later();
  return atlasOnMap;
}

/** Grow Leaflet bounds by a box of world units. @param {any} bounds @param {Box} box */
function extendTo(bounds, box) {
  const zoom0 = 256 / 65536;
  for (const [x, y] of [
    [box[0], box[1]],
    [box[2], box[3]],
  ]) {
    bounds.extend(L.CRS.EPSG3857.pointToLatLng(L.point(x * zoom0, y * zoom0), 0));
  }
}

/**
 * Move a centre so that the view shows as little as can be of what lies beyond the drawn extent, and
 * nothing beyond the limits that the map would pull it back to.
 * @param {{x: number, y: number}} centre pixels at the zoom
 * @param {{x: number, y: number}} size pixels of the view
 * @param {number} zoom
 * @param {Box} extent world units
 * @param {Box} [limits] world units
 */
export function insideExtent(centre, size, zoom, extent, limits = extent) {
  const scale = scaleOf(zoom);
  const clamp = (/** @type {number} */ at, /** @type {number} */ low, /** @type {number} */ high) =>
    low > high ? (low + high) / 2 : Math.max(low, Math.min(high, at));
  const [x, y] = [extent, limits].reduce(
    ([atX, atY], [left, top, right, bottom]) => [
      clamp(atX, left * scale + size.x / 2, right * scale - size.x / 2),
      clamp(atY, top * scale + size.y / 2, bottom * scale - size.y / 2),
    ],
    [centre.x, centre.y],
  );
  return L.point(x, y);
}

/** Where Leaflet holds the view, in world units, if anywhere. @param {any} map @returns {Box | undefined} */
function limitsOf(map) {
  const bounds = map.options.maxBounds;
  if (!bounds) return undefined;
  const [west, south, east, north] = L.latLngBounds(bounds).toBBoxString().split(",").map(Number);
  return [...toWorld(west, north), ...toWorld(east, south)];
}

/** Let the reader zoom out to the whole of the drawn extent and no further. @param {any} map @param {any} atlas */
function limitZoom(map, atlas) {
  const [west, south, east, north] = atlas.bounds;
  const size = map.getSize();
  if (!size.x || !size.y) return;
  const [left, bottom] = toWorld(west, south);
  const [right, top] = toWorld(east, north);
  const fit = Math.log2(Math.min(size.x / (right - left), size.y / (bottom - top))) + 8;
  map.setMinZoom(Math.max(0, Math.floor(fit * 4) / 4));
}

/** Let the wheel zoom only while the map has the focus, so that it never traps a reader who scrolls past. @param {any} map */
function tameWheel(map) {
  const container = map.getContainer();
  map.scrollWheelZoom.disable();
  container.addEventListener("focusin", () => map.scrollWheelZoom.enable());
  container.addEventListener("focusout", () => map.scrollWheelZoom.disable());
}

/** Say in plain text what the map is made with. @param {any} map @param {string} credit */
function addCredit(map, credit) {
  const control = L.control({ position: "bottomleft" });
  control.onAdd = () => {
    const element = L.DomUtil.create("p", "atlas-credit");
    element.textContent = credit;
    return element;
  };
  control.addTo(map);
}

/** Show how long a kilometre is in the middle of the map. @param {any} map */
function addScale(map) {
  const scale = L.control.scale({ position: "bottomleft", imperial: false, maxWidth: 120, updateWhenIdle: true });
  scale.addTo(map).getContainer().setAttribute("aria-hidden", "true");
}

/** Stop that a click on a sign means: the first, or the one after the current. @param {number[]} stops @param {number} current */
export function nextOf(stops, current) {
  const at = stops.indexOf(current);
  return at < 0 ? stops[0] : stops[(at + 1) % stops.length];
}

/**
 * Keep one real button over each sign in view, so that the map can be read and worked without a
 * mouse. Long lives get buttons only around the current stop; the canvas answers clicks itself.
 * @param {HTMLElement} pane
 * @param {any} map
 * @param {any} life
 * @param {(stop: number, event: Event) => void} onSelect
 */
function createButtons(pane, map, life, onSelect) {
  /** @type {Map<string, HTMLButtonElement>} */
  const made = new Map();
  const group = L.DomUtil.create("div", "atlas-stops", pane);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Stops on the map");
  const isLong = life.stops.length > MOST_BUTTONS;
  /** @param {number[]} stops */
  const make = (stops) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "atlas-stop";
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      if (map.dragging?.moved()) return;
      onSelect(nextOf(stops, Number(group.dataset.current ?? -1)), event);
    });
    return button;
  };
  return {
    /**
     * @param {{places: any[], markers: any[]}} arranged
     * @param {View} view
     * @param {number} current
     */
    place(arranged, view, current) {
      group.dataset.current = String(current);
      const origin = map.getPixelOrigin();
      const wanted = new Set();
      const shown = arranged.markers.filter(
        ({ x, y, stops }) =>
          x > view.x && y > view.y && x < view.x + view.width && y < view.y + view.height &&
          (!isLong || stops.some((/** @type {number} */ stop) => Math.abs(stop - current) <= 2)),
      );
      const focused = document.activeElement;
      for (const marker of shown) {
        const key = marker.stops.join(" ");
        wanted.add(key);
        let button = made.get(key);
        if (!button) {
          button = make(marker.stops);
          made.set(key, button);
          group.append(button);
        }
        const nearest = Math.min(
          ...shown.map((other) =>
            other === marker ? Infinity : Math.hypot(other.x - marker.x, other.y - marker.y),
          ),
        );
        const size = Math.round(Math.max(24, Math.min(44, nearest)));
        Object.assign(button.style, {
          width: `${size}px`,
          height: `${size}px`,
          left: `${marker.x - origin.x - size / 2}px`,
          top: `${marker.y - origin.y - size / 2}px`,
        });
        const chief = life.stops[chiefOf(life, marker.stops, current)];
        const what = marker.stops.length > 1 ? shortName(chief) : `${chief.name}, ${chief.when}`;
        button.setAttribute("aria-label", `${sayStops(life, marker.stops)}, ${what}`);
        if (marker.stops.includes(current)) button.setAttribute("aria-current", "location");
        else button.removeAttribute("aria-current");
      }
      let heir = null;
      for (const [key, button] of made) {
        if (wanted.has(key)) continue;
        if (button === focused) heir = key.split(" ")[0];
        button.remove();
        made.delete(key);
      }
      // a sign that opens into a fan hands its focus on
      if (heir === null) return;
      const keys = [...made.keys()];
      const next = keys.find((key) => key.split(" ").includes(String(current))) ?? keys[0];
      if (next !== undefined) made.get(next)?.focus({ preventScroll: true });
    },
  };
}

/**
 * Make what a popup shows about a stop.
 * @param {any} stop
 * @returns {HTMLElement}
 */
export function stopCard(stop) {
  const card = document.createElement("article");
  card.className = "atlas-card";
  const add = (/** @type {string} */ tag, /** @type {string} */ className, /** @type {string} */ text) => {
    const element = document.createElement(tag);
    element.className = className;
    element.dir = "auto";
    element.textContent = text;
    card.append(element);
    return element;
  };
  add("p", "atlas-when", stop.when);
  add("h3", "atlas-title", `${stop.n}. ${stop.title}`);
  const now = stop.now && stop.now !== stop.name ? `${stop.name} (now ${stop.now})` : stop.name;
  add("p", "atlas-place", [now, stop.polity?.name ?? stop.country].filter(Boolean).join(", "));
  add("p", "atlas-summary", stop.summary ?? "");
  if (stop.quote) {
    const figure = document.createElement("figure");
    const quote = add("blockquote", "atlas-quote", stop.quote);
    figure.append(quote);
    if (stop.by) figure.append(add("figcaption", "atlas-by", stop.by));
    card.append(figure);
  }
  return card;
}

/**
 * Run the map without an article, as in a notebook: a popup for each stop.
 * @param {any} map
 * @param {any} atlas the block atlas-data
 * @param {any} life the block life-data
 */
export function startPopups(map, atlas, life) {
  const popup = L.popup({ maxWidth: 340, maxHeight: 320, className: "atlas-popup", autoPanPadding: [24, 24] });
  const drawing = createAtlas(map, atlas, life, {
    onSelect(index) {
      const stop = life.stops[index];
      drawing.show(index);
      drawing.setDate(stop.start);
      drawing.frame(index, { animate: false, padding: { top: map.getSize().y * 0.3 } });
      const card = stopCard(stop);
      card.tabIndex = -1;
      popup.setLatLng([stop.lat, stop.lon]).setContent(card).openOn(map);
      card.focus({ preventScroll: true });
    },
  });
  map.getContainer().addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") map.closePopup();
  });
  map.on("popupclose", () => {
    const opener = map.getPane("stops").querySelector("[aria-current]");
    opener?.focus({ preventScroll: true });
    drawing.show(null);
  });
  drawing.frame(null, { animate: false });
  return drawing;
}
