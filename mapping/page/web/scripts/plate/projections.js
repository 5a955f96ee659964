// The two projections of a plate, forward, on a sphere. Pure.
//
// Snyder, Map Projections: A Working Manual (1987), pages 111 (equidistant conic) and 185
// (Lambert's azimuthal equal-area); a test compares both with PROJ.

/** @typedef {(lon: number, lat: number) => [number, number]} Projection degrees to metres */

const RADIANS = Math.PI / 180;
const EARTH = 6371000;

/**
 * Read the parameters of a PROJ string.
 * @param {string} crs
 * @returns {Record<string, string>}
 */
export function parametersOf(crs) {
  return Object.fromEntries(
    crs
      .split("+")
      .filter(Boolean)
      .map((part) => /** @type {[string, string]} */ (part.trim().split("="))),
  );
}

/**
 * The projection of a PROJ string, "eqdc" or "laea" on the sphere.
 * @param {string} crs
 * @returns {Projection}
 */
export function projectionOf(crs) {
  const given = parametersOf(crs);
  const [lon, lat] = [Number(given.lon_0) * RADIANS, Number(given.lat_0) * RADIANS];
  if (given.proj === "laea") return azimuthal(lon, lat);
  return conic(lon, lat, Number(given.lat_1) * RADIANS, Number(given.lat_2) * RADIANS);
}

/** An angle between half a turn west and half a turn east. @param {number} angle radians */
function turned(angle) {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}

/**
 * @param {number} lon0 @param {number} lat0 @param {number} lat1 @param {number} lat2
 * @returns {Projection}
 */
function conic(lon0, lat0, lat1, lat2) {
  const same = Math.abs(lat1 - lat2) < 1e-10;
  const n = same ? Math.sin(lat1) : (Math.cos(lat1) - Math.cos(lat2)) / (lat2 - lat1);
  const g = Math.cos(lat1) / n + lat1;
  return (lon, lat) => {
    const rho = g - lat * RADIANS;
    const theta = n * turned(lon * RADIANS - lon0);
    return [EARTH * rho * Math.sin(theta), EARTH * (g - lat0 - rho * Math.cos(theta))];
  };
}

/** @param {number} lon0 @param {number} lat0 @returns {Projection} */
function azimuthal(lon0, lat0) {
  const [sin0, cos0] = [Math.sin(lat0), Math.cos(lat0)];
  return (lon, lat) => {
    const [sin, cos] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)];
    const around = lon * RADIANS - lon0;
    const near = cos * Math.cos(around);
    const k = EARTH * Math.sqrt(2 / Math.max(1e-9, 1 + sin0 * sin + cos0 * near));
    return [k * cos * Math.sin(around), k * (cos0 * sin - sin0 * near)];
  };
}
