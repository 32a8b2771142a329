/* Controls that hold a text each: inputs and selects. */
(function () {
  "use strict";

  const ui = globalThis.teachback && teachback.ui;
  if (!ui) return;

  /**
   * Controls that each hold a text, marked one by one.
   * @param {FieldSetting} setting
   * @param {(HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[]} controls
   * @param {Answering} answering
   * @param {number[]} order the place of each control in the key
   * @returns {Fields}
   */
  function texts(setting, controls, answering, order) {
    const notes = controls.map(function (control) { return ui.note(control, true); });
    controls.forEach(function (control, at) { (control.closest(".player-row") || control).after(notes[at]); });

    /** @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} control */
    function isEmpty(control) { return control.value.trim() === ""; }

    /* The controls as they stand on the page. */
    function standing() {
      return controls.slice().sort(function (one, other) { return one.compareDocumentPosition(other) & 4 ? -1 : 1; });
    }

    return {
      read: function (partly) {
        if (partly ? controls.every(isEmpty) : controls.some(isEmpty)) return null;
        return answering.of(controls.map(function (control) { return control.value; }));
      },
      fault: function () {
        const key = setting.data.key;
        return key.form === "number" && teachback.measured(controls[0].value, key.unit) === null ? "notNumber" : null;
      },
      first: function () { return standing().find(isEmpty) || standing()[0]; },
      mark: function (given) {
        const marks = teachback.marks(setting.data.key, given);
        const said = setting.form.dataset;
        marks.forEach(function (_, place) {
          const at = order.indexOf(place);
          notes[at].replaceChildren(ui.mark(marks[place], (marks[place] ? said.mineRight : said.mineWrong) || ""));
        });
      },
      unmark: function () { notes.forEach(function (place) { place.replaceChildren(); }); },
      write: function (answer) {
        const values = answering.values(answer);
        controls.forEach(function (control, at) { control.value = String(values[at] ?? ""); });
      },
      clear: function (seed) {
        controls.forEach(function (control) { control.value = ""; });
        answering.mix(seed);
      },
    };
  }

  /**
   * How an answer is made of the values of controls, and the values of an answer.
   * @typedef {object} Answering
   * @property {(values: string[]) => QuestionAnswer} of
   * @property {(answer: QuestionAnswer) => unknown[]} values
   * @property {(seed: string) => void} mix  another order of what can be chosen
   */

  /** @type {Answering} */
  const one = {
    of: function (values) { return values[0]; },
    values: function (answer) { return [answer]; },
    mix: function () {},
  };

  /**
   * One field to type into; its label comes from the template.
   * @param {FieldSetting} setting
   * @returns {Fields}
   */
  function typed(setting) {
    const long = setting.data.key.form === "reflection";
    const row = ui.copy(long ? "long" : "short");
    const control = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (row.querySelector("input, textarea"));
    control.id = setting.question.id + "-field-0";
    /** @type {HTMLLabelElement} */ (row.querySelector("label")).htmlFor = control.id;
    const unit = ui.task(setting, ".answer-line > span:not([aria-hidden])")[0];
    if (unit) /** @type {HTMLElement} */ (row.querySelector(".player-unit")).append("(", ui.contents(unit), ")");
    if (setting.data.key.form === "number") control.inputMode = "decimal";
    setting.place.append(row);
    return texts(setting, [control], one, [0]);
  }

  /**
   * @param {string} id
   * @param {string} first the words of the empty choice
   */
  function select(id, first) {
    const out = document.createElement("select");
    out.id = id;
    out.add(new Option(first, ""));
    return out;
  }

  /**
   * @param {HTMLSelectElement} control
   * @param {Choice[]} choices
   */
  function offer(control, choices) {
    control.length = 1;
    choices.forEach(function (choice) { control.add(new Option(choice.text, choice.value)); });
  }

  /**
   * @typedef {object} Choice
   * @property {string} text
   * @property {string} value
   */

  /**
   * Gaps in the text of the question.
   * @param {FieldSetting} setting
   * @returns {Fields | null}
   */
  function gaps(setting) {
    const key = setting.data.key;
    const places = Array.from(setting.question.querySelectorAll(".question-prompt .gap"));
    if (key.form !== "gaps" || places.length !== key.gaps.length) return null;
    const controls = places.map(function (place, at) {
      const id = setting.question.id + "-field-" + at;
      const control = key.gaps[at].chosen
        ? select(id, setting.form.dataset.choose || "")
        : Object.assign(document.createElement("input"), { type: "text", id: id, autocomplete: "off" });
      const label = ui.make("label");
      label.setAttribute("for", id);
      label.append(ui.words(/** @type {Element} */ (place.querySelector(".gap-number"))));
      const row = ui.make("span", "player-row");
      row.append(label, control);
      place.append(row);
      return control;
    });
    /** @param {string} seed */
    function mix(seed) {
      controls.forEach(function (control, at) {
        const gap = key.form === "gaps" && key.gaps[at];
        if (!gap || !(control instanceof HTMLSelectElement)) return;
        const mixed = setting.data.shuffle ? teachback.shuffle(gap.texts, seed + at) : gap.texts.slice().sort();
        offer(control, mixed.map(function (text) { return { text: text, value: text }; }));
      });
    }
    mix(setting.seed);
    const order = controls.map(function (_, at) { return at; });
    return texts(setting, controls, { of: function (values) { return values; }, values: list, mix: mix }, order);
  }

  /** @param {QuestionAnswer} answer */
  function list(answer) {
    return Array.isArray(answer) ? answer : [];
  }

  /**
   * A row for each thing, with a select of the places it may belong to; the places can be dragged to the rows as well.
   * @param {FieldSetting} setting
   * @param {Element[]} things in the order shown
   * @param {number[]} order the place of each in the key
   * @param {Choice[]} choices
   * @param {boolean} mixesChoices  whether the choices change their order with the seed; else the rows do
   */
  function rows(setting, things, order, choices, mixesChoices) {
    const table = ui.make("ul", "player-rows");
    const controls = things.map(function (thing, at) {
      const control = select(setting.question.id + "-field-" + at, setting.form.dataset.choose || "");
      const label = ui.make("label");
      label.setAttribute("for", control.id);
      label.append(ui.contents(thing));
      const row = ui.make("div", "player-row");
      row.append(label, control);
      const item = ui.make("li");
      item.append(row);
      table.append(item);
      return control;
    });
    const items = Array.from(table.children);
    const tray = ui.copy("tray");
    const chips = new Map(choices.map(function (choice) { return [choice, chip(choice, table)]; }));
    setting.place.append(tray, table);

    /** @param {string} seed */
    function mix(seed) {
      const mixes = setting.data.shuffle;
      const offered = mixes && mixesChoices ? teachback.shuffle(choices, seed) : choices;
      controls.forEach(function (control) { offer(control, offered); });
      offered.forEach(function (choice) { tray.append(/** @type {Element} */ (chips.get(choice))); });
      if (mixes && !mixesChoices) table.append.apply(table, teachback.shuffle(items, seed));
    }
    mix(setting.seed);
    return texts(setting, controls, {
      of: function (values) {
        /** @type {(number | null)[]} */
        const answer = [];
        values.forEach(function (value, at) { answer[order[at]] = value === "" ? null : Number(value); });
        return answer;
      },
      values: function (answer) { return order.map(function (place) { return list(answer)[place]; }); },
      mix: mix,
    }, order);
  }

  /**
   * A choice that can be dragged to rows.
   * @param {Choice} choice
   * @param {Element} table
   */
  function chip(choice, table) {
    const out = ui.copy("chip");
    ui.part(out, "name").textContent = choice.text;
    teachback.drag(out, out, table, function (row) {
      const control = /** @type {HTMLSelectElement} */ (row.querySelector("select"));
      control.value = choice.value;
      control.dispatchEvent(new Event("input", { bubbles: true }));
    });
    return out;
  }

  /**
   * @param {FieldSetting} setting
   * @returns {Fields | null}
   */
  function match(setting) {
    const [sources, targets] = ui.task(setting, ".match .items").map(function (list) { return Array.from(list.children); });
    if (!sources || !targets) return null;
    const order = sources.map(function (_, at) { return at; });
    const choices = targets.map(function (target, at) { return { text: ui.words(target), value: String(setting.data.shown[at]) }; });
    return rows(setting, sources, order, choices, true);
  }

  /**
   * @param {FieldSetting} setting
   * @returns {Fields}
   */
  function sort(setting) {
    const groups = ui.task(setting, ".sort-groups .chip");
    const choices = groups.map(function (group, at) { return { text: ui.words(group), value: String(at) }; });
    return rows(setting, ui.task(setting, ".items > li"), setting.data.shown, choices, false);
  }

  Object.assign(teachback.kinds, {
    texts: typed, pattern: typed, number: typed, reflection: typed, gaps: gaps, match: match, sort: sort,
  });
})();
