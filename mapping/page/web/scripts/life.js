// The life as the page carries it: tables by column, since ten thousand rows would name every key again.

/**
 * @typedef {object} Stop a dated presence at a place
 * @property {string} id
 * @property {number} n its number, from 1
 * @property {number} chapter index
 * @property {string} title
 * @property {string} name of the place then
 * @property {string} [now] of the place today
 * @property {string} [country] then
 * @property {string} kind
 * @property {string} certainty
 * @property {string} precision
 * @property {number} lon
 * @property {number} lat
 * @property {string} start first day, YYYY-MM-DD
 * @property {string} end last day
 * @property {[string, string]} s days between which it begins
 * @property {[string, string]} e days between which it ends
 * @property {string} when dates in words
 * @property {{code: string, name: string}} [polity] who held the place on the first day
 * @property {string} [summary]
 * @property {string} [quote]
 * @property {string} [by] who is quoted
 */
/**
 * @typedef {object} Leg the movement between two stops
 * @property {string} id
 * @property {number} from index of a stop
 * @property {number} to index of a stop
 * @property {string} mode
 * @property {boolean} guarded
 * @property {string} certainty
 * @property {number} lane to the right of its line
 * @property {string[]} line polylines
 */
/** @typedef {{stops: Stop[], legs: Leg[]}} Life what the map needs of one */
/**
 * @typedef {any[] | {of: any[], at: number[]}} Column its cells, or its different values and where
 * they stand
 * @typedef {{count: number, columns: Record<string, Column>}} Folded
 */

/** Rows of a folded table; a row lacks the keys of its empty cells. @param {Folded} table @returns {any[]} */
export function unfoldRows({ count, columns }) {
  /** @type {any[]} */
  const rows = Array.from({ length: count }, () => ({}));
  for (const [key, column] of Object.entries(columns)) {
    const cells = Array.isArray(column) ? column : column.at.map((place) => column.of[place]);
    for (let row = 0; row < count; row++) {
      if (cells[row] !== null) rows[row][key] = cells[row];
    }
  }
  return rows;
}

/** A life with its tables as rows, whether the page folded them or not. @param {any} data the block life-data */
export function unfoldLife(data) {
  if (Array.isArray(data.stops)) return data;
  const [stops, legs] = [data.stops, data.legs].map(unfoldRows);
  stops.forEach((stop, index) => {
    const [s, e] = [stop.s, stop.e].map((/** @type {string} */ days) => days.split("/"));
    stop.n = index + 1;
    stop.s = [s[0], s[s.length - 1]];
    stop.e = [e[0], e[e.length - 1]];
    stop.start = stop.s[0];
    stop.end = stop.e[1];
    stop.edtf ??= stop.start === stop.end ? stop.start : `${stop.start}/${stop.end}`;
  });
  return { ...data, stops, legs };
}
