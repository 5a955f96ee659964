// Where the page begins: the journey, or popups where there is no article.

import { readBlock } from "./dom.js";
import { startStory } from "./journey/journey.js";
import { unfoldLife } from "./life.js";
import { startPopups } from "./map/map.js";

/** @typedef {import("./map/atlas_file.js").AtlasFile} AtlasFile */

/**
 * Start the page around a Leaflet map: the journey, or popups where there is no article.
 * @param {L.Map} map
 */
function start(map) {
  const life = unfoldLife(readBlock("page--life-data"));
  const run = (/** @type {AtlasFile} */ atlas) => {
    const hasStory = Boolean(document.querySelector("main article[id]"));
    if (hasStory) startStory(map, atlas, life);
    else startPopups(map, atlas, life);
    document.documentElement.dataset.ready = "true";
  };
  const { unpacked } = /** @type {{unpacked?: Promise<AtlasFile>}} */ (globalThis);
  // thrown where the page listens for errors, in old browsers too: it then shows the still map
  const fail = (/** @type {unknown} */ error) =>
    setTimeout(() => {
      throw error;
    });
  if (unpacked) unpacked.then(run).catch(fail);
  else run(readBlock("page--atlas-data"));
}

Object.assign(globalThis, { StoryMap: { start } });
