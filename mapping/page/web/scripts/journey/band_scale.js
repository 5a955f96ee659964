// Time on the band: every chapter wide enough to be hit, its days in proportion inside it. Pure.

import { dayNumber, isoDay, likelyDay } from "./stays.js";

/** @typedef {import("./stays.js").Stay} Stay */
/**
 * @typedef {object} Block one chapter on the band
 * @property {number} chapter index
 * @property {number} first index of its first stop
 * @property {number} last index of its last stop
 * @property {number} from day on which it begins
 * @property {number} to day on which the next begins
 * @property {number} left part of the band, 0 to 1
 * @property {number} right part of the band
 */

/** Part of the band that is shared out evenly, so that no chapter is a hair. */
const EVEN = 0.42;

/**
 * Chapters in the order of the life, each with its days and its room.
 * @param {(Stay & {chapter: number})[]} stops
 * @returns {Block[]}
 */
export function blocksOf(stops) {
  /** @type {Block[]} */
  const blocks = [];
  stops.forEach((stop, index) => {
    const open = blocks[blocks.length - 1];
    if (open && open.chapter === stop.chapter) {
      open.last = index;
      return;
    }
    const from = Math.max(likelyDay(stop.begins), open ? open.from + 1 : -Infinity);
    if (open) open.to = from;
    const { chapter } = stop;
    blocks.push({ chapter, first: index, last: index, from, to: from + 1, left: 0, right: 1 });
  });
  const last = blocks[blocks.length - 1];
  if (!last) return blocks;
  last.to = Math.max(last.from + 1, ...stops.map(({ ends }) => dayNumber(ends[1])));
  const days = last.to - blocks[0].from;
  let left = 0;
  for (const block of blocks) {
    block.left = left;
    left += EVEN / blocks.length + ((1 - EVEN) * (block.to - block.from)) / days;
    block.right = left;
  }
  return blocks;
}

/** Part of the band at which a day lies. @param {Block[]} blocks @param {number} day */
export function partOfDay(blocks, day) {
  const block = blocks.findLast(({ from }) => from <= day) ?? blocks[0];
  const share = (day - block.from) / (block.to - block.from);
  return block.left + Math.min(1, Math.max(0, share)) * (block.right - block.left);
}

/** Day at a part of the band. @param {Block[]} blocks @param {number} part */
export function dayOfPart(blocks, part) {
  const block = blocks.findLast(({ left }) => left <= part) ?? blocks[0];
  const share = Math.min(1, Math.max(0, (part - block.left) / (block.right - block.left)));
  return block.from + share * (block.to - block.from);
}

/**
 * Years that may be written under the band: the tens, or each of a short life.
 * @param {Block[]} blocks
 * @returns {{year: number, part: number}[]}
 */
export function yearsOn(blocks) {
  if (!blocks.length) return [];
  const [from, to] = [blocks[0].from, blocks[blocks.length - 1].to].map((day) =>
    Number(isoDay(day).slice(0, 4)),
  );
  const step = to - from > 400 ? 100 : to - from > 25 ? 10 : 1;
  const years = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    const day = dayNumber(`${String(year).padStart(4, "0")}-01-01`);
    if (day >= blocks[0].from) years.push({ year, part: partOfDay(blocks, day) });
  }
  return years;
}
