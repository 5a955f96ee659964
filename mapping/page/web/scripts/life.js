// The life as the page carries it: tables by column, for ten thousand rows would repeat every key.

/** @typedef {import("./types.js").Stop} Stop a dated presence at a place */
/** @typedef {import("./types.js").Leg} Leg the movement between two stops */
/** @typedef {import("./types.js").Chapter} Chapter an editorial unit */
/**
 * @typedef {object} Life what the page's script knows of a life
 * @property {string} title
 * @property {string} subtitle
 * @property {string} person whose life it is
 * @property {string} slug begins the names of files
 * @property {string} citation of the map as a whole
 * @property {string} [url] where the map is published
 * @property {string} language
 * @property {string} licence
 * @property {string} [digest] of the data
 * @property {string} version of the program
 * @property {string} [words] CRC-32 of what the stops say, by which a changed copy is known
 * @property {number} one_town_km distance up to which two stops are in one town
 * @property {string[]} fields of a stop, in the order of its file
 * @property {string} [born] first day that the person may have been born on
 * @property {{date: string, text: string}[]} [events] of the world meanwhile
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

/**
 * Rows of a folded table; a row lacks the keys of its empty cells.
 * @param {Folded} table
 * @returns {any[]} rows of what the table is of
 */
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
    stops: unfoldRows(stops).map(unfoldStop),
    legs: unfoldRows(legs),
  };
}
