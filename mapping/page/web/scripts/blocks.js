// The blocks of JSON that a document carries, each parsed once.

import { readBlock } from "./dom.js";
import { unfoldLife } from "./life.js";
import { remember } from "./remember.js";

/** @type {Map<string, any>} JSON of any shape; who reads it knows which */
const blocks = new Map();

/**
 * Blocks that come packed, in a document that has them so.
 * @param {Record<string, unknown>} unpacked by id
 */
export function giveBlocks(unpacked) {
  for (const [id, block] of Object.entries(unpacked)) blocks.set(id, block);
}

/** A block of the document. @param {string} id */
export function blockOf(id) {
  return remember(blocks, id, () => readBlock(id));
}

/** The life of a block, its tables as rows, once. @param {string} id */
export function lifeOf(id) {
  return remember(blocks, `${id} as rows`, () => unfoldLife(readBlock(id)));
}
