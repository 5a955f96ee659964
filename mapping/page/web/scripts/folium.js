// The one thing that folium's own popups ask of jQuery: elements made of HTML that folium wrote.
/** @type {any} jQuery itself, where the document has it */ (globalThis).$ ??= (
  /** @type {string} */ html,
) => {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  return [...template.content.children];
};
