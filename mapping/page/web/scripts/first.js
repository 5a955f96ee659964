// Where the page begins to answer: the journey, before the map is there and the text has come.

import { lifeOf } from "./blocks.js";
import { Journey } from "./journey/journey.js";
import { prepareMap } from "./prepare.js";

const journey = new Journey(lifeOf("page--life-data"));
journey.listen();
Object.assign(globalThis, { SergeMap: { journey } });
document.documentElement.dataset.ready = "true";
prepareMap(journey);
journey.open();
