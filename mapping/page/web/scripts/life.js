// The life as the page carries it: tables by column, for ten thousand rows would repeat every key.

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
 * @property {string} [country_now] code of the country of today
 * @property {string} kind
 * @property {string} certainty
 * @property {string} precision
 * @property {number} lon
 * @property {number} lat
 * @property {string} start_date first day, YYYY-MM-DD
 * @property {string} end_date last day
 * @property {[string, string]} begins days between which it begins
 * @property {[string, string]} ends days between which it ends
 * @property {string} date_edtf dates in EDTF
 * @property {string} date_text dates in words
 * @property {{code: string, name: string}} [polity] who held the place on the first day
 * @property {string} [summary]
 * @property {string} [quote]
 * @property {string} [quote_by] who is quoted
 * @property {string} [companions]
 * @property {string} [works]
 * @property {string} [note] what the record says
 * @property {string} [sources] ids with locators
 * @property {string} [place_id]
 */
/**
 * @typedef {object} Leg the movement between two stops
 * @property {string} id
 * @property {number} from_stop index of a stop
 * @property {number} to_stop index of a stop
 * @property {string} mode
 * @property {boolean} guarded
 * @property {string} certainty
 * @property {number} length_km
 * @property {string} date_text dates in words
 * @property {import("./map/strokes.js").Stroke} stroke how it is drawn
 * @property {number} lane to the right of its line
 * @property {string[]} line polylines
 */
/**
 * @typedef {object} Chapter an editorial unit
 * @property {string} id
 * @property {string} title
 */
/**
 * @typedef {object} Life what the page's script knows of a life
 * @property {string} title
 * @property {string} subtitle
 * @property {string} person whose life it is
 * @property {string} slug begins the names of files
 * @property {string} [editor]
 * @property {string} language
 * @property {string} licence
 * @property {string} [digest] of the data
 * @property {string} version of the program
 * @property {number} one_town_km distance up to which two stops are in one town
 * @property {string[]} fields of a stop, in the order of its file
 * @property {Chapter[]} chapters
 * @property {Stop[]} stops
 * @property {Leg[]} legs
 */
/**
 * @typedef {unknown[] | {of: unknown[], at: number[]}} Column
 * its cells, or its different values and where they stand
 */
/**
 * @typedef {{count: number, columns: Record<string, Column>}} Folded
 * @typedef {Omit<Life, "stops" | "legs"> & {stops: Folded, legs: Folded}} FoldedLife
 */
/**
 * @typedef {{begins: string, ends: string, date_edtf?: string}} FoldedDays
 * days as one text, and no EDTF that says only the first and the last
 * @typedef {Omit<Stop, keyof FoldedDays> & FoldedDays} FoldedStop
 */

/** Rows of a folded table; a row lacks the keys of its empty cells. @param {Folded} table */
export function unfoldRows({ count, columns }) {
  /** @type {Record<string, unknown>[]} */
  const rows = Array.from({ length: count }, () => ({}));
  for (const [key, column] of Object.entries(columns)) {
    const cells = Array.isArray(column) ? column : column.at.map((place) => column.of[place]);
    for (let row = 0; row < count; row++) {
      if (cells[row] !== null) rows[row][key] = cells[row];
    }
  }
  return rows;
}

/**
 * Days between which an end of a stay lies, of `first/last` or one day.
 * @param {string} days
 * @returns {[string, string]}
 */
function unfoldDays(days) {
  const [first, last = first] = days.split("/");
  return [first, last];
}

/** @param {FoldedStop} folded @param {number} index @returns {Stop} */
function unfoldStop(folded, index) {
  const [begins, ends] = [unfoldDays(folded.begins), unfoldDays(folded.ends)];
  const [start_date, end_date] = [begins[0], ends[1]];
  const plain = start_date === end_date ? start_date : `${start_date}/${end_date}`;
  const { date_edtf = plain } = folded;
  return { ...folded, seq: index + 1, begins, ends, start_date, end_date, date_edtf };
}

/**
 * A life with its tables as rows, whether the page folded them or not.
 * @param {Life | FoldedLife} data the block life-data
 * @returns {Life}
 */
export function unfoldLife(data) {
  if (Array.isArray(data.stops ?? data.legs)) return /** @type {Life} */ (data);
  const { stops, legs, ...rest } = /** @type {FoldedLife} */ (data);
  return {
    ...rest,
    stops: /** @type {FoldedStop[]} */ (unfoldRows(stops)).map(unfoldStop),
    legs: /** @type {Leg[]} */ (unfoldRows(legs)),
  };
}
