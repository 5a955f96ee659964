// Lettering: which names stand on the map, and where. Pure but for the measuring of text.

/** @typedef {import("./geometry.js").Point} Point */
/** @typedef {import("./geometry.js").Box} Box */
/**
 * @typedef {object} Run a stretch of a line in one style
 * @property {string} text
 * @property {string} font CSS font
 * @property {string} fill CSS colour
 * @property {number} [spacing] pixels after each letter
 */
/**
 * @typedef {object} Wish a label that wants a place
 * @property {string} role "stop" | "state" | "sea" | "town" | "number"
 * @property {string} text as a reader would say it
 * @property {Run[][]} lines
 * @property {number} leading pixels from line to line
 * @property {string} halo CSS colour, or "" for none
 * @property {number} weight the heavier are placed first
 * @property {Point[]} places candidates for the centre of the box, best first
 * @property {number} [crossing] how many cells of the route it may cover (default 0)
 * @property {Box} [own] an obstacle that does not count: its own marker
 * @property {Wish[]} [otherwise] what to place instead where this finds no room
 * @property {number} [on] number of the area that it should stand in; 0 is the sea
 * @property {number} [stray] part of it that may stand elsewhere
 * @property {Point} [dot] a dot that belongs to it and is drawn only with it
 */
/** @typedef {Wish & {x: number, y: number, width: number, height: number, box: Box}} Placed */

const CELL = 5;
const ASTRAY_COST = 12;
const REPEAT = 520;
const TAKEN_CELL = 64;

/** @typedef {ReturnType<typeof createCover>} Cover */

/**
 * Make a raster of what lines cover, so that names can keep off the route, beside one of the land,
 * so that the names of seas can keep off it.
 * @param {number} width pixels
 * @param {number} height pixels
 * @param {import("./ground.js").Sample} sample
 */
export function createCover(width, height, sample) {
  const columns = Math.ceil(width / CELL) + 1;
  const rows = Math.ceil(height / CELL) + 1;
  const cells = new Uint8Array(columns * rows);
  return {
    /** @param {Point[]} line @param {number} dx @param {number} dy */
    add(line, dx, dy) {
      for (let i = 1; i < line.length; i++) {
        const [ax, ay] = [line[i - 1][0] + dx, line[i - 1][1] + dy];
        const [bx, by] = [line[i][0] + dx, line[i][1] + dy];
        if (Math.max(ax, bx) < 0 || Math.min(ax, bx) > width) continue;
        if (Math.max(ay, by) < 0 || Math.min(ay, by) > height) continue;
        const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / CELL));
        for (let step = 0; step <= steps; step++) {
          const x = ax + ((bx - ax) * step) / steps;
          const y = ay + ((by - ay) * step) / steps;
          if (x < 0 || y < 0 || x >= width || y >= height) continue;
          cells[Math.floor(y / CELL) * columns + Math.floor(x / CELL)] = 1;
        }
      }
    },
    /** Part of a box that stands outside an area. @param {Box} box @param {number} on */
    astray(box, on) {
      const { cell, columns: across, rows: down, areas } = sample;
      let [wrong, all] = [0, 0];
      for (let row = Math.floor(box[1] / cell); row <= box[3] / cell; row++) {
        for (let column = Math.floor(box[0] / cell); column <= box[2] / cell; column++) {
          if (row < 0 || column < 0 || row >= down || column >= across) continue;
          if (areas[row * across + column] !== on) wrong++;
          all++;
        }
      }
      return all ? wrong / all : 1;
    },
    /** Number of covered cells in a box. @param {Box} box */
    count(box) {
      let sum = 0;
      const right = Math.min(columns - 1, Math.floor(box[2] / CELL));
      const bottom = Math.min(rows - 1, Math.floor(box[3] / CELL));
      for (let row = Math.max(0, Math.floor(box[1] / CELL)); row <= bottom; row++) {
        for (let column = Math.max(0, Math.floor(box[0] / CELL)); column <= right; column++) {
          sum += cells[row * columns + column];
        }
      }
      return sum;
    },
  };
}

/** Whether boxes overlap (touching is fine). @param {Box} a @param {Box} b */
function overlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** @type {Map<string, number>} */
const widths = new Map();
const MOST_WIDTHS = 5000;

/** Width of a text without spacing, remembered: measuring is most of the work of lettering. @param {CanvasRenderingContext2D} context @param {string} font @param {string} text */
function textWidth(context, font, text) {
  const key = `${font}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > MOST_WIDTHS) widths.clear();
    context.font = font;
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** Forget the widths of texts: the fonts have changed. */
export function forgetWidths() {
  widths.clear();
}

/** Width of a line of runs. @param {CanvasRenderingContext2D} context @param {Run[]} runs */
export function lineWidth(context, runs) {
  let width = 0;
  for (const { font, text, spacing } of runs) {
    width += textWidth(context, font, text) + (spacing ? spacing * [...text].length : 0);
  }
  return width - (runs[runs.length - 1]?.spacing ?? 0);
}

/** Boxes that are taken, sorted into cells so that a crowd costs no more than a few. */
function createTaken() {
  /** @type {Map<number, Box[]>} */
  const cells = new Map();
  /** @param {Box} box @param {(list: Box[]) => boolean} visit */
  const some = (box, visit) => {
    for (let column = Math.floor(box[0] / TAKEN_CELL); column <= box[2] / TAKEN_CELL; column++) {
      for (let row = Math.floor(box[1] / TAKEN_CELL); row <= box[3] / TAKEN_CELL; row++) {
        const key = column * 65536 + row;
        let list = cells.get(key);
        if (!list) cells.set(key, (list = []));
        if (visit(list)) return true;
      }
    }
    return false;
  };
  return {
    /** @param {Box} box */
    add(box) {
      some(box, (list) => {
        list.push(box);
        return false;
      });
    },
    /** @param {Box} box @param {Box} [own] which does not count */
    meets: (box, own) => some(box, (list) => list.some((other) => other !== own && overlap(box, other))),
  };
}

/** Whether a name already stands near by. @param {Placed} other @param {Wish} wish @param {number} x @param {number} y */
function repeats(other, wish, x, y) {
  return other.text === wish.text && Math.hypot(other.x - x, other.y - y) < REPEAT;
}

/**
 * Find the best place for one label, or none.
 * @param {CanvasRenderingContext2D} context
 * @param {Wish} wish
 * @param {Placed[]} placed
 * @param {ReturnType<typeof createTaken>} taken
 * @param {Cover} cover
 * @param {Box} view
 * @returns {Placed | null}
 */
function placeOne(context, wish, placed, taken, cover, view) {
  const width = Math.max(...wish.lines.map((runs) => lineWidth(context, runs)));
  const height = wish.leading * wish.lines.length;
  let best = null;
  const stray = wish.stray ?? 0;
  let least = (wish.crossing ?? 0) + 1 + stray * ASTRAY_COST;
  for (const [x, y] of wish.places) {
    /** @type {Box} */
    const box = [x - width / 2 - 2, y - height / 2, x + width / 2 + 2, y + height / 2];
    if (box[0] < view[0] || box[1] < view[1] || box[2] > view[2] || box[3] > view[3]) continue;
    if (taken.meets(box, wish.own)) continue;
    if (wish.on !== undefined && placed.some((other) => repeats(other, wish, x, y))) continue;
    const astray = wish.on === undefined ? 0 : cover.astray(box, wish.on);
    if (astray > stray) continue;
    const cost = cover.count(box) + astray * ASTRAY_COST;
    if (cost >= least) continue;
    least = cost;
    best = { ...wish, x, y, width, height, box };
    if (cost < 0.5) break;
  }
  return best;
}

/**
 * Place labels greedily, the weightiest first: each takes the candidate that covers least of the
 * route, if it meets no other label, no marker and not the edge of the view.
 * @param {CanvasRenderingContext2D} context for measuring
 * @param {Wish[]} wishes
 * @param {Box[]} obstacles pixels: markers and whatever lies over the map
 * @param {Cover} cover
 * @param {Box} view pixels: labels stay inside
 * @returns {Placed[]}
 */
export function placeLabels(context, wishes, obstacles, cover, view) {
  /** @type {Placed[]} */
  const placed = [];
  const taken = createTaken();
  for (const box of obstacles) taken.add(box);
  const order = wishes.map((wish, index) => ({ wish, index }));
  order.sort((a, b) => b.wish.weight - a.wish.weight || a.index - b.index);
  for (const { wish } of order) {
    for (const choice of [wish, ...(wish.otherwise ?? [])]) {
      const label = placeOne(context, choice, placed, taken, cover, view);
      if (!label) continue;
      placed.push(label);
      taken.add(label.box);
      break;
    }
  }
  return placed;
}

/**
 * Centres for a label beside a marker: right, left, then corners, above, below.
 * @param {number} x
 * @param {number} y
 * @param {number} width of the label
 * @param {number} height of the label
 * @param {number} gap pixels from the marker's centre
 * @returns {Point[]}
 */
export function placesBeside(x, y, width, height, gap) {
  const [across, down] = [gap + width / 2 + 2, gap * 0.75 + height / 2];
  const lean = width / 2 + gap * 0.45;
  return [
    [x + across, y],
    [x - across, y],
    [x + lean, y + down],
    [x + lean, y - down],
    [x - lean, y + down],
    [x - lean, y - down],
    [x, y + down],
    [x, y - down],
    [x + across, y + height * 0.4],
    [x + across, y - height * 0.4],
    [x - across, y + height * 0.4],
    [x - across, y - height * 0.4],
  ];
}

/** Centres for the name of an area, from its middle outwards. @param {number} x @param {number} y @param {number} reach pixels @returns {Point[]} */
export function placesWithin(x, y, reach) {
  /** @type {Point[]} */
  const places = [[x, y]];
  for (const part of [0.18, 0.34, 0.5, 0.66]) {
    const d = reach * part;
    places.push([x, y - d], [x, y + d], [x - d, y], [x + d, y]);
    places.push([x - d, y - d], [x + d, y - d], [x - d, y + d], [x + d, y + d]);
  }
  return places;
}

/** Break a name into two lines of most even length, or one. @param {string} text @returns {string[]} */
export function breakName(text) {
  const words = text.split(" ");
  if (words.length < 2) return [text];
  let best = [text];
  let least = Infinity;
  for (let cut = 1; cut < words.length; cut++) {
    const pair = [words.slice(0, cut).join(" "), words.slice(cut).join(" ")];
    const uneven = Math.max(pair[0].length, pair[1].length);
    if (uneven < least) [least, best] = [uneven, pair];
  }
  return best;
}

/**
 * Letter one placed label.
 * @param {CanvasRenderingContext2D} context
 * @param {Placed} label
 */
export function drawLabel(context, label) {
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  context.lineJoin = "round";
  const top = label.y - label.height / 2;
  for (const halo of label.halo ? [true, false] : [false]) {
    label.lines.forEach((runs, row) => {
      let x = label.x - lineWidth(context, runs) / 2;
      const y = top + label.leading * (row + 0.74);
      for (const run of runs) {
        context.font = run.font;
        context.fillStyle = run.fill;
        context.strokeStyle = label.halo;
        context.lineWidth = 3.2;
        const pieces = run.spacing ? [...run.text] : [run.text];
        for (const piece of pieces) {
          if (halo) context.strokeText(piece, x, y);
          else context.fillText(piece, x, y);
          x += textWidth(context, run.font, piece) + (run.spacing ?? 0);
        }
      }
    });
  }
}
