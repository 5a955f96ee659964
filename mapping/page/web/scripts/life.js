// The life as the page carries it: tables by column, since ten thousand rows would name every key again.

/**
 * @typedef {object} Stop a dated presence at a place
 * @property {string} id
 * @property {number} seq its number, from 1
 * @property {number} chapter index
 * @property {string} title
 * @property {string} name_then name of the place then
 * @property {string} label what the map calls it
 * @property {string} [name_now] name of the place today
 * @property {string} [country_then] state that held it
 * @property {string} kind
 * @property {string} certainty
 * @property {string} precision
 * @property {number} lon
 * @property {number} lat
 * @property {string} start_date first day, YYYY-MM-DD
 * @property {string} end_date last day
 * @property {[string, string]} begins days between which it begins
 * @property {[string, string]} ends days between which it ends
 * @property {string} date_text dates in words
 * @property {{code: string, name: string}} [polity] who held the place on the first day
 * @property {string} [summary]
 * @property {string} [quote]
 * @property {string} [quote_by] who is quoted
 */
/**
 * @typedef {object} Leg the movement between two stops
 * @property {string} id
 * @property {number} from_stop index of a stop
 * @property {number} to_stop index of a stop
 * @property {string} mode
 * @property {boolean} guarded
 * @property {string} certainty
 * @property {import("./map/strokes.js").Stroke} stroke how it is drawn
 * @property {string} date_text dates in words
 * @property {number} length_km
 * @property {number} lane to the right of its line
 * @property {string[]} line polylines
 */
/**
 * @typedef {object} Life what the page's script knows of one
 * @property {string} title
 * @property {string} subtitle
 * @property {string} person
 * @property {string} slug stem of file names
 * @property {string} [editor]
 * @property {string} digest of the data
 * @property {string} version of the program
 * @property {number} one_town_km kilometres within which two stops are in one town
 * @property {string[]} fields of a stop, in the order of the data dictionary
 * @property {{id: string, title: string}[]} chapters
 * @property {Stop[]} stops
 * @property {Leg[]} legs
 */
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
    const [begins, ends] = [stop.begins, stop.ends].map((/** @type {string} */ days) =>
      days.split("/"),
    );
    stop.seq = index + 1;
    stop.begins = [begins[0], begins[begins.length - 1]];
    stop.ends = [ends[0], ends[ends.length - 1]];
    stop.start_date = stop.begins[0];
    stop.end_date = stop.ends[1];
    const { start_date, end_date } = stop;
    stop.date_edtf ??= start_date === end_date ? start_date : `${start_date}/${end_date}`;
  });
  return { ...data, stops, legs };
}
