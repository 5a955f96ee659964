// Tables that the page carries by column, since ten thousand rows would name every key again.

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
