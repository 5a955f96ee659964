// Cards of stops in popups, where no article tells them: in a notebook, on any Leaflet map.

/** @typedef {import("../life.js").Stop} Stop */
/** @typedef {import("./life_stops.js").LifeStops} LifeStops */

/** @type {L.PopupOptions} */
const POPUP = { maxWidth: 340, maxHeight: 320, className: "atlas-popup", autoPanPadding: [24, 24] };

/**
 * Open a card for each stop that the reader means.
 * @param {LifeStops} layer
 */
export function createPopups(layer) {
  const popup = L.popup(POPUP);
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") popup.close();
  };
  const onClose = (/** @type {L.PopupEvent} */ event) => {
    if (event.popup !== popup) return;
    layer.buttons?.focusCurrent();
    layer.show(null);
    layer.fire("stopclose");
  };
  return {
    /** @param {L.Map} map */
    attach(map) {
      map.getContainer().addEventListener("keydown", onKey);
      map.on("popupclose", onClose);
    },
    /** @param {L.Map} map */
    detach(map) {
      popup.close();
      map.getContainer().removeEventListener("keydown", onKey);
      map.off("popupclose", onClose);
    },
    /** @param {L.Map} map @param {number} index */
    open(map, index) {
      const stop = layer.stops[index];
      const card = stopCard(stop);
      card.tabIndex = -1;
      popup.setLatLng([stop.lat, stop.lon]).setContent(card).openOn(map);
      card.focus({ preventScroll: true });
    },
  };
}

/** Make what a popup shows about a stop. @param {Stop} stop @returns {HTMLElement} */
export function stopCard(stop) {
  const card = document.createElement("article");
  card.className = "atlas-card";
  const add = (
    /** @type {string} */ tag,
    /** @type {string} */ name,
    /** @type {string} */ text,
  ) => {
    const element = document.createElement(tag);
    element.className = `atlas-${name}`;
    element.dir = "auto";
    element.textContent = text;
    card.append(element);
    return element;
  };
  add("p", "when", stop.date_text);
  add("h3", "title", [`${stop.seq}.`, stop.title].filter(Boolean).join(" "));
  const { name_then: then, name_now: now } = stop;
  const place = now && now !== then ? `${then} (now ${now})` : then;
  add("p", "place", [place, stop.polity?.name ?? stop.country_then].filter(Boolean).join(", "));
  add("p", "summary", stop.summary ?? "");
  if (stop.quote) {
    const figure = document.createElement("figure");
    figure.append(add("blockquote", "quote", stop.quote));
    if (stop.quote_by) figure.append(add("figcaption", "by", stop.quote_by));
    card.append(figure);
  }
  return card;
}
