// What is folded under a stop opens on paper.

import { part } from "../dom.js";

/** @returns {HTMLDetailsElement[]} */
function folds() {
  return [...document.querySelectorAll(/** @type {"details"} */ (".stop .more"))];
}

/** @type {HTMLDetailsElement[]} what the reader has left closed, while the page is printed */
let closed = [];

/** Open everything and gather it as notes behind the story, each under the number of its stop. */
function unfold() {
  closed = folds().filter(({ open }) => !open);
  for (const fold of folds()) fold.open = true;
  const notes = document.createElement("section");
  notes.className = "notes";
  const heading = document.createElement("h2");
  heading.textContent = "Notes";
  notes.append(heading);
  for (const fold of folds()) {
    const article = fold.closest("article");
    const facts = fold.querySelector(".facts");
    if (!article || !facts) continue;
    const title = document.createElement("h3");
    const number = article.querySelector(".number")?.lastChild?.textContent ?? "";
    title.textContent = `${number} ${article.querySelector("h3")?.textContent ?? ""}`;
    notes.append(title, facts);
  }
  part("#page--end").after(notes);
}

/** Put the notes back under their stops. */
function fold() {
  const notes = document.querySelector(".notes");
  const facts = [...(notes?.querySelectorAll(".facts") ?? [])];
  folds().forEach((each, at) => {
    if (facts[at]) each.append(facts[at]);
  });
  notes?.remove();
  for (const each of closed) each.open = false;
  closed = [];
}

/** Open what is folded while the page is printed. */
export function watchPrint() {
  addEventListener("beforeprint", unfold);
  addEventListener("afterprint", fold);
}
