/* What stands around the questions of a quiz: the start, the bar below, what is not answered yet, and the result. */
(function () {
  "use strict";

  const ui = globalThis.teachback && teachback.ui;
  const model = document.getElementById("quiz-player");
  if (!ui || !(model instanceof HTMLTemplateElement)) return;
  const parts = model.content;
  const words = /** @type {HTMLElement} */ (parts.firstElementChild).dataset;

  /** @type {Panels["say"]} */
  function say(key, values) {
    return teachback.formats.fill(words[key], values);
  }

  /** @type {Panels["copy"]} */
  function copy(name) {
    return /** @type {HTMLElement} */ (ui.part(parts, name).cloneNode(true));
  }

  /** @type {Panels["button"]} */
  function button(text, action, quiet) {
    const out = document.createElement("button");
    out.type = "button";
    out.className = quiet ? "button button-quiet" : "button";
    out.textContent = text;
    out.addEventListener("click", action);
    return out;
  }

  /** @type {Panels["figures"]} */
  function figures(place, rows) {
    place.replaceChildren();
    rows.forEach(function ([name, value]) {
      const row = ui.make("div");
      const [term, words] = [ui.make("dt"), ui.make("dd")];
      term.textContent = name;
      words.textContent = value;
      row.append(term, words);
      place.append(row);
    });
  }

  /** @type {Panels["list"]} */
  function list(place, items) {
    place.replaceChildren();
    items.forEach(function (content) {
      const item = ui.make("li");
      item.append.apply(item, typeof content === "string" ? [content] : content);
      place.append(item);
    });
  }

  /** @type {Panels["link"]} */
  function link(href, text, target) {
    const out = document.createElement("a");
    out.href = href;
    out.textContent = text;
    if (target) out.addEventListener("click", function (event) {
      event.preventDefault();
      target().focus();
    });
    return out;
  }

  /** @type {Panels["date"]} */
  function date(iso) {
    const time = new Date(iso);
    return Number.isNaN(time.getTime()) ? "" : teachback.formats.date(time);
  }

  /** @type {Panels["mark"]} */
  function mark(kind, text) {
    const out = copy(kind);
    /** @type {HTMLElement} */ (out.querySelector("span")).textContent = text;
    return out;
  }

  /** @type {Panels["enter"]} */
  function enter(quiz, state) {
    quiz.section.dataset.state = state;
    quiz.bar.hidden = state !== "attempt";
    ui.part(quiz.bar, "missing").hidden = true;
  }

  Object.assign(teachback, {
    panels: { enter: enter, say: say, copy: copy, button: button, figures: figures, list: list, link: link, date: date, mark: mark },
  });
})();
