/* The controls of each kind of question: native radios, boxes, selects and inputs, and buttons to put things in order. */
(function () {
  "use strict";

  const model = document.getElementById("question-player");
  if (!(model instanceof HTMLTemplateElement)) return;
  const parts = model.content;

  /**
   * @param {ParentNode} root
   * @param {string} name
   */
  function part(root, name) {
    return /** @type {HTMLElement} */ (root.querySelector('[data-part="' + name + '"]'));
  }

  /**
   * A copy of a part of the player's template.
   * @param {string} name
   */
  function copy(name) {
    return /** @type {HTMLElement} */ (part(parts, name).cloneNode(true));
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
   * What every kind gets.
   * @typedef {object} Setting
   * @property {HTMLElement} question
   * @property {HTMLFormElement} form
   * @property {HTMLElement} place     where the controls go
   * @property {QuestionData} data
   * @property {string} seed
   */

  /**
   * The elements of the question's task on paper.
   * @param {Setting} setting
   * @param {string} selector
   */
  function task(setting, selector) {
    return Array.from(setting.question.querySelectorAll(".question-task " + selector));
  }

  /**
   * Options of which one or several are chosen; also "true" and "false".
   * @param {Setting} setting
   * @returns {Fields}
   */
  function choice(setting) {
    const key = setting.data.key;
    const id = setting.question.id;
    const many = key.form === "choice" && key.multiple;
    const right = key.form === "choice" ? key.right : key.form === "truth" ? [key.answer, !key.answer] : [];
    const texts = task(setting, ".options > li > div");
    const numbers = texts.map(function (_, at) { return at; });
    const inputs = texts.map(function (text, at) {
      const input = document.createElement("input");
      Object.assign(input, { type: many ? "checkbox" : "radio", name: id + "-choice", id: id + "-field-" + at });
      const label = make("label");
      label.setAttribute("for", input.id);
      label.append(contents(text));
      const row = make("div", "player-option");
      row.append(input, label, note(input, true));
      return { input: input, row: row, note: /** @type {HTMLElement} */ (row.lastElementChild) };
    });
    const mixes = setting.data.shuffle && key.form === "choice";
    const order = mixes ? teachback.shuffle(numbers, setting.seed) : numbers;
    setting.place.append.apply(setting.place, order.map(function (at) { return inputs[at].row; }));

    /** @param {number} at */
    function feedback(at) {
      const source = setting.question.querySelector('[data-feedback="' + at + '"]');
      if (!source) return null;
      const out = make("div", "feedback");
      out.append(contents(source));
      out.querySelectorAll(".feedback-label").forEach(function (label) { label.remove(); });
      return out;
    }

    return {
      read: function () {
        const chosen = numbers.filter(function (at) { return inputs[at].input.checked; });
        if (chosen.length === 0) return null;
        return key.form === "truth" ? chosen[0] === 0 : chosen;
      },
      fault: function () { return null; },
      first: function () { return inputs[order[0]].input; },
      mark: function (_, all) {
        const said = setting.form.dataset;
        inputs.forEach(function (option, at) {
          const mine = option.input.checked;
          option.row.classList.toggle("is-right", right[at] && (mine || all));
          option.row.classList.toggle("is-wrong", !right[at] && mine);
          const text = mine ? (right[at] ? said.mineRight : said.mineWrong) : said.correct;
          const marks = mine || (all && right[at]) ? [mark(right[at], text || "")] : [];
          const reasons = mine || all ? feedback(at) : null;
          option.note.replaceChildren.apply(option.note, reasons ? marks.concat(reasons) : marks);
        });
      },
      unmark: function () {
        inputs.forEach(function (option) {
          option.row.classList.remove("is-right", "is-wrong");
          option.note.replaceChildren();
        });
      },
      clear: function () { inputs.forEach(function (option) { option.input.checked = false; }); },
    };
  }

  /**
   * Controls that each hold a text, marked one by one.
   * @param {Setting} setting
   * @param {(HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[]} controls
   * @param {(values: string[]) => QuestionAnswer} answer
   * @param {number[]} order the place of each control in the key
   * @returns {Fields}
   */
  function texts(setting, controls, answer, order) {
    const notes = controls.map(function (control) { return note(control, true); });
    controls.forEach(function (control, at) { (control.closest(".player-row") || control).after(notes[at]); });

    /** @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} control */
    function isEmpty(control) { return control.value.trim() === ""; }

    return {
      read: function () {
        if (controls.some(isEmpty)) return null;
        return answer(controls.map(function (control) { return control.value; }));
      },
      fault: function () {
        const typed = setting.data.key.form === "number" && teachback.number(controls[0].value) === null;
        return typed ? "notNumber" : null;
      },
      first: function () { return controls.find(isEmpty) || controls[0]; },
      mark: function (given) {
        const marks = teachback.marks(setting.data.key, given);
        const said = setting.form.dataset;
        marks.forEach(function (_, place) {
          const at = order.indexOf(place);
          notes[at].replaceChildren(mark(marks[place], (marks[place] ? said.mineRight : said.mineWrong) || ""));
        });
      },
      unmark: function () { notes.forEach(function (place) { place.replaceChildren(); }); },
      clear: function () { controls.forEach(function (control) { control.value = ""; }); },
    };
  }

  /**
   * One field to type into; its label comes from the template.
   * @param {Setting} setting
   * @returns {Fields}
   */
  function typed(setting) {
    const long = setting.data.key.form === "reflection";
    const row = copy(long ? "long" : "short");
    const control = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (row.querySelector("input, textarea"));
    control.id = setting.question.id + "-field-0";
    /** @type {HTMLLabelElement} */ (row.querySelector("label")).htmlFor = control.id;
    const unit = task(setting, ".answer-line > span:not([aria-hidden])")[0];
    if (unit) /** @type {HTMLElement} */ (row.querySelector(".player-unit")).append(contents(unit));
    if (setting.data.key.form === "number") control.inputMode = "decimal";
    setting.place.append(row);
    return texts(setting, [control], function (values) { return values[0]; }, [0]);
  }

  /**
   * @param {string} id
   * @param {string[]} choices
   * @param {string} first the words of the empty choice
   * @param {string[]} [values] otherwise the choices are numbered
   */
  function select(id, choices, first, values) {
    const out = document.createElement("select");
    out.id = id;
    out.append(new Option(first, ""));
    choices.forEach(function (text, at) { out.append(new Option(text, values ? values[at] : String(at))); });
    return out;
  }

  /**
   * Gaps in the text of the question.
   * @param {Setting} setting
   * @returns {Fields | null}
   */
  function gaps(setting) {
    const key = setting.data.key;
    const places = Array.from(setting.question.querySelectorAll(".question-prompt .gap"));
    if (key.form !== "gaps" || places.length !== key.gaps.length) return null;
    const controls = places.map(function (place, at) {
      const gap = key.gaps[at];
      const id = setting.question.id + "-field-" + at;
      const mixed = setting.data.shuffle ? teachback.shuffle(gap.texts, setting.seed + at) : gap.texts.slice().sort();
      const control = gap.chosen
        ? select(id, mixed, setting.form.dataset.choose || "", mixed)
        : Object.assign(document.createElement("input"), { type: "text", id: id, autocomplete: "off" });
      const label = make("label");
      label.setAttribute("for", id);
      label.append(words(/** @type {Element} */ (place.querySelector(".gap-number"))));
      const row = make("span", "player-row");
      row.append(label, control);
      place.append(row);
      return control;
    });
    const order = controls.map(function (_, at) { return at; });
    return texts(setting, controls, function (values) { return values; }, order);
  }

  /**
   * A row for each thing, with a select of the places it may belong to.
   * @param {Setting} setting
   * @param {Element[]} things in the order shown
   * @param {number[]} order the place of each in the key
   * @param {{ texts: string[], numbers: number[] }} choices
   */
  function rows(setting, things, order, choices) {
    const list = make("ul", "player-rows");
    const numbers = choices.numbers.map(String);
    const controls = things.map(function (thing, at) {
      const control = select(setting.question.id + "-field-" + at, choices.texts, setting.form.dataset.choose || "", numbers);
      const label = make("label");
      label.setAttribute("for", control.id);
      label.append(contents(thing));
      const row = make("div", "player-row");
      row.append(label, control);
      const item = make("li");
      item.append(row);
      list.append(item);
      return control;
    });
    setting.place.append(list);
    return texts(setting, controls, function (values) {
      /** @type {number[]} */
      const answer = [];
      values.forEach(function (value, at) { answer[order[at]] = Number(value); });
      return answer;
    }, order);
  }

  /**
   * @param {Setting} setting
   * @returns {Fields | null}
   */
  function match(setting) {
    const [sources, targets] = task(setting, ".match .items").map(function (list) { return Array.from(list.children); });
    if (!sources || !targets) return null;
    const order = sources.map(function (_, at) { return at; });
    return rows(setting, sources, order, { texts: targets.map(words), numbers: setting.data.shown });
  }

  /**
   * @param {Setting} setting
   * @returns {Fields}
   */
  function sort(setting) {
    const names = task(setting, ".sort-groups .chip").map(words);
    const numbers = names.map(function (_, at) { return at; });
    return rows(setting, task(setting, ".items > li"), setting.data.shown, { texts: names, numbers: numbers });
  }

  /**
   * Things that buttons move up and down.
   * @param {Setting} setting
   * @returns {Fields}
   */
  function order(setting) {
    const said = setting.form.dataset;
    const list = make("ol", "player-rows player-moving");
    const moved = part(setting.form, "moved");
    let touched = false;
    const items = task(setting, ".items > li").map(function (thing, at) {
      const item = copy("item");
      const text = /** @type {HTMLElement} */ (item.querySelector(".player-text"));
      text.append(contents(thing));
      item.dataset.number = String(setting.data.shown[at]);
      item.querySelectorAll("button").forEach(function (button, side) {
        button.id = setting.question.id + "-field-" + at + (side ? "-down" : "-up");
        part(button, "name").textContent = words(text);
        button.addEventListener("click", function () { move(item, side === 0, button); });
      });
      list.append(item);
      return item;
    });
    setting.place.append(list);
    settle();

    /* The first cannot go up, the last not down. */
    function settle() {
      Array.from(list.children).forEach(function (item, at) {
        const [up, down] = item.querySelectorAll("button");
        up.hidden = at === 0;
        down.hidden = at === items.length - 1;
      });
    }

    /**
     * @param {HTMLElement} item
     * @param {boolean} up
     * @param {HTMLButtonElement} button
     */
    function move(item, up, button) {
      const other = up ? item.previousElementSibling : item.nextElementSibling;
      if (!other) return;
      if (up) other.before(item); else other.after(item);
      touched = true;
      settle();
      const next = button.hidden ? item.querySelector("button:not([hidden])") : button;
      if (next instanceof HTMLElement) next.focus();
      const place = Array.from(list.children).indexOf(item) + 1;
      moved.textContent = (said.moved || "").replace("{place}", String(place)).replace("{total}", String(items.length));
      list.dispatchEvent(new Event("input", { bubbles: true }));
    }

    /** @param {Element} item */
    function unmarked(item) { item.querySelectorAll(".mark").forEach(function (old) { old.remove(); }); }

    return {
      read: function () {
        if (!touched) return null;
        return Array.from(list.children, function (item) { return Number(/** @type {HTMLElement} */ (item).dataset.number); });
      },
      fault: function () { return null; },
      first: function () { return /** @type {HTMLElement} */ (list.querySelector("button:not([hidden])")); },
      mark: function (given) {
        const marks = teachback.marks(setting.data.key, given);
        Array.from(list.children).forEach(function (item, at) {
          unmarked(item);
          part(item, "note").append(mark(marks[at], (marks[at] ? said.placeRight : said.placeWrong) || ""));
        });
      },
      unmark: function () { items.forEach(unmarked); },
      clear: function () {
        touched = false;
        list.append.apply(list, items);
        settle();
      },
    };
  }

  /** @type {Record<string, (setting: Setting) => Fields | null>} */
  const KINDS = {
    choice: choice, truth: choice, texts: typed, pattern: typed, number: typed, reflection: typed,
    gaps: gaps, match: match, sort: sort, order: order,
  };

  globalThis.teachback = Object.assign(globalThis.teachback || {}, {
    /**
     * The controls for a question, put into its form; null when the page does not hold what they need.
     * @type {Teachback["fields"]}
     */
    fields: function (question, form, data, seed) {
      const kind = KINDS[data.key.form];
      const place = part(form, "controls");
      return kind ? kind({ question: question, form: form, place: place, data: data, seed: seed }) : null;
    },
  });
})();
