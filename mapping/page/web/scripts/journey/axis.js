// The time axis: a bar for every stay, as long as the stay, and a handle to pull through the years.

/** @typedef {{begins: [string, string], ends: [string, string], kind: string}} Stay first and last day of both ends */
/** @typedef {{first: number, last: number}} Years first and last day of the axis, as day numbers */

const DAY_MS = 86400000;
const TICK_HEIGHT = 20;
const LEAST_BAR = 3;
const NEAR = 7;

/** Number of a day, counted from 1970; no clock and no time zone has a say. @param {string} iso YYYY-MM-DD */
export function dayNumber(iso) {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
}

/** Day of a number as YYYY-MM-DD. @param {number} day */
export function isoDay(day) {
  return new Date(Math.round(day) * DAY_MS).toISOString().slice(0, 10);
}

/** Likely day of an end of a stay: the middle of what it can mean. @param {[string, string]} end */
export function likelyDay([first, last]) {
  return (dayNumber(first) + dayNumber(last)) / 2;
}

/** First of January and last of December around the stays. @param {Stay[]} stays @returns {Years} */
export function yearsAround(stays) {
  const first = stays.map(({ begins }) => begins[0]).sort()[0];
  const last = stays.map(({ ends }) => ends[1]).sort()[stays.length - 1];
  return {
    first: dayNumber(`${first.slice(0, 4)}-01-01`),
    last: dayNumber(`${last.slice(0, 4)}-12-31`),
  };
}

/**
 * Put each stay into the first row that is free by its likely begin.
 * @param {Stay[]} stays by their begin
 * @param {number} least days that a bar takes at least
 * @returns {number[]} row of each stay
 */
export function packRows(stays, least) {
  /** @type {number[]} */
  const ends = [];
  return stays.map(({ begins: s, ends: e }) => {
    const begin = likelyDay(s);
    let row = ends.findIndex((end) => end <= begin);
    if (row < 0) row = ends.length;
    ends[row] = begin + Math.max(least, likelyDay(e) - begin);
    return row;
  });
}

/**
 * Years that get a tick, and those that get their number too.
 * @param {Years} years
 * @param {number} width pixels
 * @returns {{year: number, day: number, label: boolean}[]}
 */
export function tickYears({ first, last }, width) {
  const [from, to] = [Number(isoDay(first).slice(0, 4)), Number(isoDay(last).slice(0, 4))];
  const perYear = width / Math.max(1, to - from + 1);
  const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500];
  const fine = steps.find((step) => step * perYear >= 5) ?? 1000;
  const coarse = steps.find((step) => step >= fine && step * perYear >= 40) ?? 1000;
  const ticks = [];
  for (let year = Math.ceil(from / fine) * fine; year <= to; year += fine) {
    const day = dayNumber(`${String(year).padStart(4, "0")}-01-01`);
    ticks.push({ year, day, label: year % coarse === 0 });
  }
  return ticks;
}

/**
 * Stop that a day belongs to: of those begun, the last that has not ended; else the last begun.
 * @param {Stay[]} stays
 * @param {number} day
 */
export function stayOn(stays, day) {
  let begun = 0;
  let lasting = -1;
  stays.forEach(({ begins: s, ends: e }, index) => {
    if (likelyDay(s) > day) return;
    begun = index;
    if (likelyDay(e) >= day) lasting = index;
  });
  return lasting < 0 ? begun : lasting;
}

/** What a stay was, for its bar. @param {string} kind @returns {"captivity" | "exile" | "free"} */
export function barGroup(kind) {
  return kind === "captivity" || kind === "exile" ? kind : "free";
}

/**
 * Draw the axis and let the reader pull at it.
 * @param {HTMLElement} element with a canvas and a handle
 * @param {{stops: (Stay & {when: string, name: string})[]}} life
 * @param {{onSeek: (index: number, day: string) => void, onKey: (key: string) => boolean}} calls
 */
export function createAxis(element, life, { onSeek, onKey }) {
  const canvas = /** @type {HTMLCanvasElement} */ (element.querySelector("canvas"));
  const handle = /** @type {HTMLElement} */ (element.querySelector(".handle"));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const stays = life.stops;
  const years = yearsAround(stays);
  const rows = packRows(stays, (years.last - years.first) / 240);
  const rowCount = Math.max(...rows) + 1;
  /** Bars drawn once; the current one goes on top. @type {HTMLCanvasElement} */
  const sheet = document.createElement("canvas");
  let current = -1;
  let width = 0;
  let height = 0;

  const inset = () => Math.min(14, width * 0.04);
  const xOf = (/** @type {number} */ day) =>
    inset() + ((day - years.first) / (years.last - years.first)) * (width - 2 * inset());
  const dayAt = (/** @type {number} */ x) =>
    years.first + ((x - inset()) / (width - 2 * inset())) * (years.last - years.first);

  /** Rows grow upwards from the ticks. */
  const shape = () => {
    const pitch = Math.min(13, (height - TICK_HEIGHT - 8) / rowCount);
    const thick = Math.max(1.5, pitch - 2);
    return {
      pitch,
      thick,
      topOf: (/** @type {number} */ row) => height - TICK_HEIGHT - 3 - (row + 1) * pitch,
    };
  };

  /** @param {CanvasRenderingContext2D} target @param {number} index @param {Record<string, string>} colours @param {boolean} isCurrent */
  const drawBar = (target, index, colours, isCurrent) => {
    const { begins: s, ends: e, kind } = stays[index];
    const [a, b, c, d] = [s[0], s[1], e[0], e[1]].map(dayNumber).map(xOf);
    const { thick, topOf } = shape();
    const top = topOf(rows[index]);
    const group = barGroup(kind);
    const [left, right] =
      d - a < LEAST_BAR ? [(a + d - LEAST_BAR) / 2, (a + d + LEAST_BAR) / 2] : [a, d];
    const colour = isCurrent ? colours.red : group === "free" ? colours.stay : colours.guard;
    /** @type {string | CanvasGradient} */
    let fill = colour;
    if (d - a >= LEAST_BAR * 2 && (b - a > 1 || d - c > 1)) {
      const soft = target.createLinearGradient(a, 0, d, 0);
      const [from, to] = b <= c ? [b, c] : [(b + c) / 2, (b + c) / 2];
      const at = (/** @type {number} */ x) => Math.min(1, Math.max(0, (x - a) / (d - a)));
      // read back, a canvas gives any opaque colour as #rrggbb
      target.fillStyle = colour;
      const faded = `${target.fillStyle}24`;
      soft.addColorStop(0, b - a > 1 ? faded : colour);
      soft.addColorStop(at(from), colour);
      soft.addColorStop(at(to), colour);
      soft.addColorStop(1, d - c > 1 ? faded : colour);
      fill = soft;
    }
    target.fillStyle = fill;
    target.fillRect(left, top, right - left, thick);
    if (group !== "exile") return;
    target.save();
    target.beginPath();
    target.rect(left, top, right - left, thick);
    target.clip();
    target.strokeStyle = colours.paper;
    target.lineWidth = 1.4;
    target.beginPath();
    for (let x = left + 2; x < right + thick; x += 5) {
      target.moveTo(x, top);
      target.lineTo(x - thick, top + thick);
    }
    target.stroke();
    target.restore();
  };

  /** @returns {Record<string, string>} */
  const palette = () => {
    const style = getComputedStyle(element);
    const read = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
    const names = ["paper", "red", "stay", "guard", "soft", "rule"];
    return {
      ...Object.fromEntries(names.map((name) => [name, read(name)])),
      font: read("font-sans"),
    };
  };

  const drawSheet = () => {
    const colours = palette();
    const ratio = Math.min(3, globalThis.devicePixelRatio || 1);
    for (const each of [canvas, sheet]) {
      each.width = Math.round(width * ratio);
      each.height = Math.round(height * ratio);
    }
    const target = /** @type {CanvasRenderingContext2D} */ (sheet.getContext("2d"));
    target.scale(ratio, ratio);
    const base = height - TICK_HEIGHT;
    target.strokeStyle = colours.soft;
    target.fillStyle = colours.soft;
    target.font = `500 13px ${colours.font}`;
    target.textAlign = "center";
    target.textBaseline = "alphabetic";
    target.lineWidth = 1;
    target.beginPath();
    let free = -Infinity;
    for (const { year, day, label } of tickYears(years, width - 2 * inset())) {
      const x = Math.round(xOf(day)) + 0.5;
      target.moveTo(x, base);
      target.lineTo(x, base + (label ? 5 : 3));
      if (!label) continue;
      const half = target.measureText(String(year)).width / 2;
      const at = Math.min(Math.max(x, half), width - half);
      if (at - half < free + 6) continue;
      target.fillText(String(year), at, height - 5);
      free = at + half;
    }
    target.stroke();
    stays.forEach((_, index) => {
      drawBar(target, index, colours, false);
    });
    return { colours, ratio };
  };

  let look = { colours: /** @type {Record<string, string>} */ ({}), ratio: 1 };
  const paint = () => {
    if (!canvas.width || !canvas.height) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(sheet, 0, 0);
    context.setTransform(look.ratio, 0, 0, look.ratio, 0, 0);
    if (current >= 0 && current < stays.length) drawBar(context, current, look.colours, true);
  };

  /** Stop that a reader means by pressing here: a bar under the finger, else the one in force. @param {number} x @param {number} y */
  const meant = (x, y) => {
    const { pitch, topOf } = shape();
    const row = Math.floor((topOf(0) + pitch - y) / pitch);
    let best = -1;
    let least = NEAR;
    stays.forEach(({ begins: s, ends: e }, index) => {
      if (rows[index] !== row) return;
      const [a, d] = [xOf(dayNumber(s[0])), xOf(dayNumber(e[1]))];
      const away = x < a ? a - x : x > d ? x - d : 0;
      if (away >= least) return;
      [best, least] = [index, away];
    });
    return best < 0 ? stayOn(stays, dayAt(x)) : best;
  };

  const place = (/** @type {number} */ day) => {
    const clamped = Math.min(years.last, Math.max(years.first, day));
    handle.style.left = `${xOf(clamped).toFixed(1)}px`;
  };

  let pulled = false;
  const pull = (/** @type {PointerEvent} */ event, /** @type {boolean} */ isFirst) => {
    const box = element.getBoundingClientRect();
    const x = event.clientX - box.left;
    const day = Math.min(years.last, Math.max(years.first, dayAt(x)));
    if (isFirst) {
      const index = meant(x, event.clientY - box.top);
      onSeek(index, stays[index].begins[0]);
      return;
    }
    onSeek(stayOn(stays, day), isoDay(day));
    place(day);
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    element.setPointerCapture(event.pointerId);
    pulled = true;
    pull(event, true);
  });
  element.addEventListener("pointermove", (event) => {
    if (!pulled || !event.buttons) return;
    handle.classList.add("dragged");
    pull(event, false);
  });
  for (const type of ["pointerup", "pointercancel", "lostpointercapture"]) {
    element.addEventListener(type, () => {
      pulled = false;
      handle.classList.remove("dragged");
    });
  }
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !onKey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    /**
     * Show where the reader is.
     * @param {number} index stop, -1 before the first, one past the last after it
     * @param {string} words what the axis says of it
     */
    show(index, words) {
      current = index;
      const inside = index >= 0 && index < stays.length;
      element.setAttribute("aria-valuenow", String(inside ? index + 1 : 0));
      element.setAttribute("aria-valuetext", words);
      handle.hidden = !inside;
      if (inside) {
        place(likelyDay(stays[index].begins));
      }
      paint();
    },
    /** Draw again: the size or the colours have changed. */
    draw() {
      const box = element.getBoundingClientRect();
      if (!box.width || !box.height) return;
      [width, height] = [box.width, box.height];
      look = drawSheet();
      paint();
      if (current >= 0 && current < stays.length) {
        place(likelyDay(stays[current].begins));
      }
    },
  };
}
