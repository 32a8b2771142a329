/* What the controls of questions are made of. */
(function () {
  "use strict";

  /**
   * @param {ParentNode} root
   * @param {string} name
   */
  function part(root, name) {
    return /** @type {HTMLElement} */ (root.querySelector('[data-part="' + name + '"]'));
  }

  /**
   * A copy of a part of the player.
   * @param {string} name
   */
  function copy(name) {
    return /** @type {HTMLElement} */ (teachback.part("questions", name));
  }

  /**
   * @param {string} tag
   * @param {string} [className]
   */
  function make(tag, className) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    return element;
  }

  /** @param {string} [text] */
  function line(text) {
    const out = make("p");
    out.textContent = text || "";
    return out;
  }

  /**
   * What an element holds, to be shown a second time: places that links lead to move to the copy.
   * @param {Element} source
   */
  function contents(source) {
    const out = document.createDocumentFragment();
    source.childNodes.forEach(function (node) { out.append(node.cloneNode(true)); });
    source.querySelectorAll("[id]").forEach(function (element) { element.removeAttribute("id"); });
    return out;
  }

  /**
   * The text of an element, with that of its pictures.
   * @param {Element} element
   */
  function words(element) {
    const pictures = Array.from(element.querySelectorAll("img"), function (picture) { return picture.alt; });
    return [(element.textContent || "").trim()].concat(pictures).join(" ").trim();
  }

  /**
   * The place under a control for what is said about it.
   * @param {HTMLElement} control
   * @param {boolean} described whether the control is described by it
   */
  function note(control, described) {
    const place = make("div", "player-note");
    place.id = control.id + "-note";
    if (described) control.setAttribute("aria-describedby", place.id);
    return place;
  }

  /**
   * A mark with icon and words.
   * @param {boolean} right
   * @param {string} text
   */
  function mark(right, text) {
    const out = copy(right ? "good" : "poor");
    /** @type {HTMLElement} */ (out.querySelector("span")).textContent = text;
    return out;
  }

  /**
   * The elements of the question's task on paper.
   * @param {FieldSetting} setting
   * @param {string} selector
   */
  function task(setting, selector) {
    return Array.from(setting.question.querySelectorAll(".question-task " + selector));
  }

  globalThis.teachback = Object.assign(globalThis.teachback || {}, {
    ui: { part: part, copy: copy, make: make, line: line, contents: contents, words: words, note: note, mark: mark, task: task },
    kinds: {},
  });
})();
