// The map of a life: atlas, route and stops on one Leaflet map, moved together.

import { boundsOfBoxes, limitZoom, moveCamera, tameWheel } from "./camera.js";
import { addCredit, addScale } from "./credits.js";
import { namesOf } from "./names.js";
import { sheetsOf } from "./sheets.js";
import { sameTown } from "./stops.js";
import { forgetWidths } from "./text.js";

/** @typedef {import("./atlas_file.js").AtlasFile} AtlasFile */
/** @typedef {import("./camera.js").Padding} Padding */
/** @typedef {import("./life_route.js").LifeRoute} LifeRoute */
/** @typedef {import("./life_stops.js").LifeStops} LifeStops */
/** @typedef {import("./life_stops.js").StopEvent} StopEvent */
/** @typedef {import("./period_atlas.js").PeriodAtlas} PeriodAtlas */
/** @typedef {{period: PeriodAtlas, route: LifeRoute, stops: LifeStops}} Layers of a life's map */

const TOWN_ZOOM = 6.25;
const LEG_ZOOM = 6.25;

/**
 * What the camera has to show of a step: the leg just made, the town for arrivals in the same town,
 * or the whole life.
 * @param {Layers} layers
 * @param {number | null} index
 * @returns {{bounds: L.LatLngBounds, most: number}} most: the nearest zoom
 */
function sceneOf({ route, stops }, index) {
  if (index === null) {
    const bounds = boundsOfBoxes(route.boxesTo(null));
    return { bounds: bounds.extend(stops.getBounds()), most: LEG_ZOOM };
  }
  const stop = stops.stops[index];
  const before = index ? stops.stops[index - 1] : null;
  const bounds = L.latLngBounds([[stop.lat, stop.lon]]);
  if (!before || sameTown(before, stop, stops.townKm)) return { bounds, most: TOWN_ZOOM };
  bounds.extend([before.lat, before.lon]).extend(boundsOfBoxes(route.boxesTo(index)));
  return { bounds, most: LEG_ZOOM };
}

/**
 * @typedef {object} Told what the map tells
 * @property {(stop: number, event: Event) => void} [onSelect]
 * @property {() => void} [onClose] the card of a stop has been closed
 * @property {() => void} [onShown] the first drawing is whole
 */

/**
 * Make one drawing of the layers of a life, which are on the map already.
 * @param {L.Map} map
 * @param {AtlasFile} atlas
 * @param {Layers} layers
 * @param {Told} [told]
 */
export function createDrawing(map, atlas, layers, { onSelect, onClose, onShown } = {}) {
  const { period, route, stops } = layers;
  const sheets = sheetsOf(map);
  const extent = period.extentWith(atlas);
  limitZoom(map, extent);
  tameWheel(map);
  addCredit(map, "Natural Earth · Leaflet");
  addScale(map);
  if (onShown) sheets.whenShown(onShown);
  stops.on("stopselect", (event) => {
    const { index, originalEvent } = /** @type {StopEvent} */ (event);
    onSelect?.(index, originalEvent);
  });
  if (onClose) stops.on("stopclose", onClose);
  return {
    /** Show the route as it stands at a stop, or the whole of it. @param {number | null} index */
    show(index) {
      route.show(index);
      stops.show(index, route.secondsLeft);
      period.lift(index === null ? null : stops.stops[index]);
    },
    /** Grey the stops that a filter does not leave. @param {Set<number> | null} left */
    dim(left) {
      stops.left = left;
      stops.spoil();
    },
    /** Put frontiers, fills and names of a day on the map. @param {string} day YYYY-MM-DD */
    setDate: (day) => period.setDay(day),
    /**
     * Move the camera to what a step shows.
     * @param {number | null} index
     * @param {{animate?: boolean, padding?: Padding}} [options]
     */
    frame(index, { animate = true, padding = {} } = {}) {
      const { bounds, most } = sceneOf(layers, index);
      moveCamera(map, bounds, extent, { animate, most, padding });
    },
    /** Read colours and fonts again: the colour scheme has changed. */
    restyle() {
      forgetWidths();
      sheets.restyle();
    },
    /** Fit the drawing to the container's new size. */
    resize() {
      map.invalidateSize({ animate: false, pan: false });
      limitZoom(map, extent);
      sheets.rest();
    },
    /** Names on the map, as placed: for tests and for the curious. */
    labels: () => namesOf(map).placed.map(({ role, text, box }) => ({ role, text, box })),
    /** Signs of frontiers in view, by their names in the legend. */
    signs: () => period.signs(),
    /** Whether land has its light and shade. */
    hasRelief: () => period.hasRelief(),
    /** Signs on the map, as arranged. */
    markers: () => stops.markers(),
  };
}

/** @typedef {ReturnType<typeof createDrawing>} Drawing */

/**
 * Run the map without an article, as in a notebook: the stop that the reader opens a card of is
 * shown, with its day.
 * @param {L.Map} map
 * @param {AtlasFile} atlas
 * @param {Layers} layers
 */
export function startCards(map, atlas, layers) {
  const { stops } = layers.stops;
  const drawing = createDrawing(map, atlas, layers, {
    onSelect(index) {
      drawing.show(index);
      drawing.setDate(stops[index].start_date);
      drawing.frame(index, { animate: false, padding: { top: map.getSize().y * 0.3 } });
    },
    onClose: () => drawing.show(null),
  });
  drawing.frame(null, { animate: false });
  return drawing;
}
