// Geometry of the map: pure functions from the atlas file and the legs to points and lines.
//
// Three kinds of coordinates. "lon, lat": degrees, EPSG:4326. "World": Web Mercator scaled so that
// the whole world is WORLD units wide (one unit is one CSS pixel at zoom 8), x east, y south.
// "Pixels": world units times the scale of a zoom, from the same origin.

/** @typedef {[number, number]} Point */
/** @typedef {[number, number, number, number]} Box west/left, north/top, east/right, south/bottom */
/** @typedef {{entity: string, sovereign: string, controller: string, status: string}} State */
/** @typedef {{xy: Float64Array, kind: string, box: Box, faces: number[]}} Arc */
/** @typedef {{polygons: number[][][], history: number, box: Box}} Face */

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

/** Project a flat list of degrees to a flat list of world units. @param {Float64Array} degrees */
export function projectAll(degrees) {
  const out = new Float64Array(degrees.length);
  for (let i = 0; i < degrees.length; i += 2) {
    out[i] = worldX(degrees[i]);
    out[i + 1] = worldY(degrees[i + 1]);
  }
  return out;
}

/** Bounding box of a flat list of points. @param {ArrayLike<number>} xy @returns {Box} */
export function boxOf(xy) {
  /** @type {Box} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    if (xy[i] < box[0]) box[0] = xy[i];
    if (xy[i] > box[2]) box[2] = xy[i];
    if (xy[i + 1] < box[1]) box[1] = xy[i + 1];
    if (xy[i + 1] > box[3]) box[3] = xy[i + 1];
  }
  return box;
}

/** Smallest box around two. @param {Box} a @param {Box} b @returns {Box} */
export function joinBoxes(a, b) {
  return [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ];
}

/** Whether two boxes share a point. @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
export function boxesMeet(a, b) {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/**
 * Leave out the points of a line that stray less than a tolerance from it (Douglas and Peucker,
 * 1973). Both ends stay, so that lines that share an end go on sharing it.
 * @param {Float64Array} xy
 * @param {number} tolerance in the units of the line
 */
export function thinLine(xy, tolerance) {
  const last = xy.length / 2 - 1;
  if (last < 2) return xy;
  const isKept = new Uint8Array(last + 1);
  isKept[0] = isKept[last] = 1;
  const stack = [0, last];
  while (stack.length) {
    const to = /** @type {number} */ (stack.pop());
    const from = /** @type {number} */ (stack.pop());
    // plain variables: this is the hottest loop of a page that opens
    const ax = xy[2 * from];
    const ay = xy[2 * from + 1];
    const dx = xy[2 * to] - ax;
    const dy = xy[2 * to + 1] - ay;
    const square = dx * dx + dy * dy;
    let farthest = 0;
    let most = tolerance * tolerance;
    for (let i = from + 1; i < to; i++) {
      const px = xy[2 * i] - ax;
      const py = xy[2 * i + 1] - ay;
      const t = square ? Math.max(0, Math.min(1, (px * dx + py * dy) / square)) : 0;
      const offX = px - t * dx;
      const offY = py - t * dy;
      const off = offX * offX + offY * offY;
      if (off > most) {
        farthest = i;
        most = off;
      }
    }
    if (!farthest) continue;
    isKept[farthest] = 1;
    stack.push(from, farthest, farthest, to);
  }
  const kept = [];
  for (let i = 0; i <= last; i++) if (isKept[i]) kept.push(xy[2 * i], xy[2 * i + 1]);
  return Float64Array.from(kept);
}

/**
 * Read the arcs and faces of the atlas file, projected to world units.
 * @param {any} atlas the parsed file, format "serge-map atlas 1"
 * @returns {{arcs: Arc[], faces: Face[]}}
 */
export function decodeAtlas(atlas) {
  /** @type {Arc[]} */
  const arcs = atlas.arcs.map((/** @type {string} */ text, /** @type {number} */ index) => {
    const xy = projectAll(decodePolyline(text, atlas.per_degree));
    return { xy, kind: atlas.arc_kinds[index], box: boxOf(xy), faces: [] };
  });
  /** @type {Face[]} */
  const faces = atlas.faces.map((/** @type {any} */ face, /** @type {number} */ index) => {
    /** @type {Box} */
    let box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const ring of face.p.flat()) {
      for (const signed of ring) {
        const arc = arcs[signed < 0 ? ~signed : signed];
        arc.faces.push(index);
        box = joinBoxes(box, arc.box);
      }
    }
    return { polygons: face.p, history: face.h, box };
  });
  return { arcs, faces };
}

/**
 * Points of a closed ring of arcs (TopoJSON's convention: ~i is arc i backwards).
 * @param {number[]} ring
 * @param {(arc: number) => ArrayLike<number>} pointsOf flat points of an arc
 * @returns {number[]} flat; the last point equals the first
 */
export function ringPoints(ring, pointsOf) {
  /** @type {number[]} */
  const out = [];
  for (const signed of ring) {
    const xy = pointsOf(signed < 0 ? ~signed : signed);
    const count = xy.length / 2;
    for (let i = out.length ? 1 : 0; i < count; i++) {
      const at = 2 * (signed < 0 ? count - 1 - i : i);
      out.push(xy[at], xy[at + 1]);
    }
  }
  return out;
}

/**
 * Rings of a face in degrees: the reader that the Python one is compared with.
 * @param {any} atlas the parsed file
 * @param {number} index
 * @returns {number[][][]} polygons of rings of flat lon, lat
 */
export function faceRings(atlas, index) {
  return atlas.faces[index].p.map((/** @type {number[][]} */ polygon) =>
    polygon.map((ring) =>
      ringPoints(ring, (arc) => decodePolyline(atlas.arcs[arc], atlas.per_degree)),
    ),
  );
}

/**
 * Position of the last entry that has begun on a day, or -1.
 * @param {ArrayLike<any>} entries sorted by day
 * @param {string} day YYYY-MM-DD
 * @param {(entry: any) => string} dayOf
 */
export function lastBegun(entries, day, dayOf = (entry) => entry[0]) {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dayOf(entries[middle]) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * State index of every face on a day; a day before the first entry takes the first.
 * @param {any} atlas the parsed file
 * @param {string} day YYYY-MM-DD
 * @returns {number[]}
 */
export function statesOn(atlas, day) {
  const byHistory = atlas.histories.map(
    (/** @type {[string, number][]} */ history) => history[Math.max(0, lastBegun(history, day))][1],
  );
  return atlas.faces.map((/** @type {{h: number}} */ face) => byHistory[face.h]);
}

/** Name in force on a day. @param {[string, string][]} names @param {string} day */
export function nameOn(names, day) {
  return names[Math.max(0, lastBegun(names, day))][1];
}

/** Days on which any face changes hands, sorted, each once. @param {any} atlas @returns {string[]} */
export function changeDays(atlas) {
  const days = new Set(atlas.histories.flat().map((/** @type {[string, number]} */ entry) => entry[0]));
  return [...days].sort();
}

/**
 * What an arc is on a day: "coast", "frontier" (two sovereigns), "zone" (two parts under one
 * sovereign, such as occupied and unoccupied France), or "" for nothing.
 * @param {Arc} arc
 * @param {number[]} stateOf state index of each face
 * @param {State[]} states
 */
export function arcRole(arc, stateOf, states) {
  if (arc.kind === "c") return "coast";
  if (arc.kind === "e" || arc.kind === "l" || arc.faces.length < 2) return "";
  const a = states[stateOf[arc.faces[0]]];
  const b = states[stateOf[arc.faces[1]]];
  if (a.sovereign !== b.sovereign) return "frontier";
  return a.entity === b.entity ? "" : "zone";
}

/** Whether a point lies inside flat rings by the even-odd rule. @param {number[][]} rings @param {number} x @param {number} y */
export function insideRings(rings, x, y) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [x1, y1, x2, y2] = [ring[i], ring[i + 1], ring[i + 2], ring[i + 3]];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  }
  return inside;
}

/**
 * Face that holds a point, or the one whose outline comes nearest (a quay is often just off the
 * simplified coast), or -1 where none is within reach.
 * @param {{arcs: Arc[], faces: Face[]}} decoded
 * @param {Point} point world units
 * @param {number} reach world units
 */
export function faceAt(decoded, [x, y], reach) {
  let nearest = -1;
  let best = reach * reach;
  const near = [x - reach, y - reach, x + reach, y + reach];
  for (let index = 0; index < decoded.faces.length; index++) {
    const face = decoded.faces[index];
    if (!boxesMeet(face.box, near)) continue;
    const rings = face.polygons
      .flat()
      .map((ring) => ringPoints(ring, (arc) => decoded.arcs[arc].xy));
    if (insideRings(rings, x, y)) return index;
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i += 2) {
        const square = (ring[i] - x) ** 2 + (ring[i + 1] - y) ** 2;
        if (square < best) [best, nearest] = [square, index];
      }
    }
  }
  return nearest;
}

/** Length of each point along a line. @param {Point[]} line */
export function measureLine(line) {
  const along = [0];
  for (let i = 1; i < line.length; i++) {
    along.push(along[i - 1] + Math.hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]));
  }
  return along;
}

/**
 * Place and direction at a length along a line.
 * @param {Point[]} line
 * @param {number[]} along of measureLine
 * @param {number} length
 * @returns {{x: number, y: number, angle: number, index: number}} angle in radians, clockwise from east
 */
export function walkLine(line, along, length) {
  let index = 1;
  let high = line.length - 1;
  while (index < high) {
    const middle = (index + high) >> 1;
    if (along[middle] < length) index = middle + 1;
    else high = middle;
  }
  const [a, b] = [line[index - 1], line[index]];
  const step = along[index] - along[index - 1] || 1;
  const t = Math.max(0, Math.min(1, (length - along[index - 1]) / step));
  return {
    x: a[0] + (b[0] - a[0]) * t,
    y: a[1] + (b[1] - a[1]) * t,
    angle: Math.atan2(b[1] - a[1], b[0] - a[0]),
    index,
  };
}

/** First part of a line up to a length. @param {Point[]} line @param {number[]} along @param {number} length @returns {Point[]} */
export function cutLine(line, along, length) {
  if (length >= along[along.length - 1]) return line;
  const { x, y, index } = walkLine(line, along, length);
  return [...line.slice(0, index), [x, y]];
}

/** Drop points closer than a distance to the last one kept; the ends stay. @param {Point[]} line @param {number} distance @returns {Point[]} */
export function sparseLine(line, distance) {
  const kept = [line[0]];
  for (let i = 1; i < line.length - 1; i++) {
    const [x, y] = kept[kept.length - 1];
    if (Math.hypot(line[i][0] - x, line[i][1] - y) >= distance) kept.push(line[i]);
  }
  if (line.length > 1) kept.push(line[line.length - 1]);
  return kept;
}

/**
 * Shift a line to the right of its direction, easing in and out at its ends so that it still joins
 * its stops.
 * @param {Point[]} line pixels
 * @param {number} shift pixels
 * @param {number} ease pixels over which the shift grows
 * @returns {Point[]}
 */
export function shiftRight(line, shift, ease) {
  if (!shift || line.length < 2) return line;
  const along = measureLine(line);
  const total = along[along.length - 1];
  const reach = Math.min(ease, total / 2);
  const stations = new Set([reach / 3, (2 * reach) / 3, reach, total - reach]);
  stations.add(total - reach / 3).add(total - (2 * reach) / 3);
  /** @type {{x: number, y: number, at: number, index: number}[]} */
  const points = line.map(([x, y], index) => ({ x, y, at: along[index], index }));
  for (const at of stations) {
    const place = walkLine(line, along, at);
    points.push({ x: place.x, y: place.y, at, index: place.index });
  }
  points.sort((a, b) => a.at - b.at);
  return points.map(({ x, y, at }, index) => {
    const before = points[Math.max(0, index - 1)];
    const after = points[Math.min(points.length - 1, index + 1)];
    const [dx, dy] = [after.x - before.x, after.y - before.y];
    const size = Math.hypot(dx, dy) || 1;
    const t = Math.min(1, Math.min(at, total - at) / (reach || 1));
    const push = shift * t * t * (3 - 2 * t);
    // y grows southwards, so the right of (dx, dy) is (-dy, dx)
    return /** @type {Point} */ ([x - (dy / size) * push, y + (dx / size) * push]);
  });
}

/**
 * Round the corners of a line with quadratic curves, sampled.
 * @param {Point[]} line pixels
 * @param {number} radius pixels, at most, from the corner to where the curve begins
 * @returns {Point[]}
 */
export function roundCorners(line, radius) {
  if (line.length < 3) return line;
  /** @type {Point[]} */
  const out = [line[0]];
  for (let i = 1; i < line.length - 1; i++) {
    const [a, b, c] = [line[i - 1], line[i], line[i + 1]];
    const before = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const after = Math.hypot(c[0] - b[0], c[1] - b[1]);
    const r = Math.min(radius, before * 0.5, after * 0.5);
    const bend = Math.abs(
      ((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])) / (before * after || 1),
    );
    if (r < 1 || bend < 0.03) {
      out.push(b);
      continue;
    }
    const start = [b[0] + ((a[0] - b[0]) * r) / before, b[1] + ((a[1] - b[1]) * r) / before];
    const end = [b[0] + ((c[0] - b[0]) * r) / after, b[1] + ((c[1] - b[1]) * r) / after];
    const pieces = Math.max(2, Math.ceil(r / 4));
    for (let step = 0; step <= pieces; step++) {
      const t = step / pieces;
      out.push([
        (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * b[0] + t * t * end[0],
        (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * b[1] + t * t * end[1],
      ]);
    }
  }
  out.push(line[line.length - 1]);
  return out;
}

/**
 * Gather points that lie closer than a distance to the first of a group.
 * @param {ArrayLike<number>} points flat, pixels
 * @param {number} distance pixels
 * @returns {number[][]} groups of indices, in order of their first point
 */
export function gather(points, distance) {
  /** @type {number[][]} */
  const groups = [];
  /** Groups by cell; a number is a quicker key than a text. @type {Map<number, number[]>} */
  const cells = new Map();
  const keyOf = (/** @type {number} */ column, /** @type {number} */ row) => column * 2 ** 26 + row;
  for (let index = 0; 2 * index < points.length; index++) {
    const x = points[2 * index];
    const y = points[2 * index + 1];
    const column = Math.floor(x / distance);
    const row = Math.floor(y / distance);
    let found = -1;
    let best = distance;
    for (let cell = 0; cell < 9; cell++) {
      const near = cells.get(keyOf(column + (cell % 3) - 1, row + Math.floor(cell / 3) - 1));
      for (const group of near ?? []) {
        const first = 2 * groups[group][0];
        const apart = Math.hypot(points[first] - x, points[first + 1] - y);
        if (apart < best) [best, found] = [apart, group];
      }
    }
    if (found >= 0) {
      groups[found].push(index);
      continue;
    }
    const key = keyOf(column, row);
    const own = cells.get(key);
    if (own) own.push(groups.length);
    else cells.set(key, [groups.length]);
    groups.push([index]);
  }
  return groups;
}

/**
 * Places on a ring around a centre, clockwise from the top, turned and widened so far that they keep
 * clear of what stands near by.
 * @param {number} count
 * @param {number} spacing pixels between neighbours
 * @param {number} least pixels, smallest radius
 * @param {Point[]} [others] pixels from the centre
 * @returns {{dx: number, dy: number, angle: number}[]}
 */
export function fanOut(count, spacing, least, others = []) {
  const smallest = Math.max(least, (count * spacing) / (2 * Math.PI));
  const near = others.filter(([x, y]) => Math.hypot(x, y) < 2 * smallest + spacing);
  /** @type {{dx: number, dy: number, angle: number}[]} */
  let best = [];
  let widest = -1;
  for (let step = 0; step < (near.length ? 36 : 1) && widest < spacing; step++) {
    const radius = smallest * (1 + 0.35 * Math.floor(step / 12));
    const ring = Array.from({ length: count }, (_, index) => {
      const angle = -Math.PI / 2 + (2 * Math.PI * (index + (step % 12) / 12)) / count;
      return { dx: radius * Math.cos(angle), dy: radius * Math.sin(angle), angle };
    });
    const gap = Math.min(
      ...near.flatMap(([x, y]) => ring.map(({ dx, dy }) => Math.hypot(dx - x, dy - y))),
    );
    if (gap > widest + 1) [widest, best] = [gap, ring];
  }
  return best;
}

/** Write numbers with runs joined: 12–14, 19. @param {number[]} numbers sorted */
export function spellRuns(numbers) {
  /** @type {[number, number][]} */
  const runs = [];
  for (const number of numbers) {
    const last = runs[runs.length - 1];
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([a, b]) => (a === b ? `${a}` : b === a + 1 ? `${a}, ${b}` : `${a}–${b}`))
    .join(", ");
}
