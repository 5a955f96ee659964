// Lines as the atlas file and the life's data have them: the other half of atlas/polyline.py. Pure.

/**
 * Decode Google's polyline algorithm (zigzag, five bits a character, deltas), x before y.
 * @param {string} text
 * @param {number} perDegree
 * @returns {Float64Array} lon, lat, lon, lat, … in degrees
 */
export function decodePolyline(text, perDegree) {
  const out = new Float64Array(text.length);
  let count = 0;
  let before = 0; // the same coordinate of the last point
  let other = 0;
  for (let at = 0; at < text.length; ) {
    let value = 0;
    let shift = 0;
    let code;
    do {
      code = text.charCodeAt(at++) - 63;
      value |= (code & 31) << shift;
      shift += 5;
    } while (code >= 32);
    const next = before + (value & 1 ? ~(value >> 1) : value >> 1);
    out[count++] = next / perDegree;
    before = other;
    other = next;
  }
  return out.slice(0, count);
}
