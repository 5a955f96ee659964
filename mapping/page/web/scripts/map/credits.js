// What stands in the corner of the map: what it is made with, and its scale.

/** Say in plain text what the map is made with. @param {L.Map} map @param {string} credit */
export function addCredit(map, credit) {
  const control = new L.Control({ position: "bottomleft" });
  control.onAdd = () => {
    const element = L.DomUtil.create("p", "atlas-credit");
    element.textContent = credit;
    return element;
  };
  control.addTo(map);
}

/** Show how long a kilometre is in the middle of the map. @param {L.Map} map */
export function addScale(map) {
  const scale = L.control.scale({
    ...{ position: "bottomleft", imperial: false, maxWidth: 120 },
    updateWhenIdle: true,
  });
  scale.addTo(map).getContainer()?.setAttribute("aria-hidden", "true");
}
