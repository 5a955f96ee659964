// From degrees to the plane, and how long a kilometre is there. Pure.
//
// Three kinds of coordinates. "lon, lat": degrees, EPSG:4326. "World": Web Mercator scaled so that
// the whole world is WORLD units wide (one unit is one CSS pixel at zoom 8), x east, y south.
// "Pixels": world units times the scale of a zoom, from the same origin.

/** @typedef {[number, number]} Point */

export const WORLD = 65536;
const WORLD_ZOOM = 8;
const EARTH_KM = 6371.0088;

/** Pixels per world unit at a zoom. @param {number} zoom */
export function scaleOf(zoom) {
  return 2 ** (zoom - WORLD_ZOOM);
}

/** World units east of the date line. @param {number} lon */
function worldX(lon) {
  return ((lon + 180) / 360) * WORLD;
}

/** World units south of the northern edge (spherical Mercator, EPSG:3857). @param {number} lat */
function worldY(lat) {
  const sine = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
  return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD;
}

/** Project degrees to world units. @param {number} lon @param {number} lat @returns {Point} */
export function toWorld(lon, lat) {
  return [worldX(lon), worldY(lat)];
}

/** World units that one kilometre takes at a latitude. @param {number} lat */
export function worldPerKm(lat) {
  return WORLD / (2 * Math.PI * EARTH_KM * Math.cos((lat * Math.PI) / 180));
}

/** Great-circle distance in km (haversine). @param {Point} a lon, lat @param {Point} b lon, lat */
export function distanceKm(a, b) {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b[1] - a[1]) * rad) / 2) ** 2 +
    Math.cos(a[1] * rad) * Math.cos(b[1] * rad) * Math.sin(((b[0] - a[0]) * rad) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Project a flat list of degrees to a flat list of world units. @param {Float64Array} degrees */
export function projectAll(degrees) {
  const out = new Float64Array(degrees.length);
  for (let i = 0; i < degrees.length; i += 2) {
    out[i] = worldX(degrees[i]);
    out[i + 1] = worldY(degrees[i + 1]);
  }
  return out;
}
