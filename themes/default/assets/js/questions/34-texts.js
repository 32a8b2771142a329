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

    return {
      read: function (partly) {
        if (partly ? controls.every(isEmpty) : controls.some(isEmpty)) return null;
        return answering.of(controls.map(function (control) { return control.value; }));
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
    if (unit) /** @type {HTMLElement} */ (row.querySelector(".player-unit")).append(ui.contents(unit));
    if (setting.data.key.form === "number") control.inputMode = "decimal";
    setting.place.append(row);
    return texts(setting, [control], one, [0]);
  }

  /**
   * @param {string} id
   * @param {string[]} choices
   * @param {string} first the words of the empty choice
   * @param {string[]} [values]
   */
  function select(id, choices, first, values) {
    const out = document.createElement("select");
    out.id = id;
    out.append(new Option(first, ""));
    choices.forEach(function (text, at) { out.append(new Option(text, values ? values[at] : text)); });
    return out;
  }

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
        ? select(id, [], setting.form.dataset.choose || "")
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
        control.length = 1;
        mixed.forEach(function (text) { control.add(new Option(text, text)); });
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
   * A row for each thing, with a select of the places it may belong to.
   * @param {FieldSetting} setting
   * @param {Element[]} things in the order shown
   * @param {number[]} order the place of each in the key
   * @param {{ texts: string[], numbers: number[] }} choices
   */
  function rows(setting, things, order, choices) {
    const table = ui.make("ul", "player-rows");
    const numbers = choices.numbers.map(String);
    const controls = things.map(function (thing, at) {
      const control = select(setting.question.id + "-field-" + at, choices.texts, setting.form.dataset.choose || "", numbers);
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
    setting.place.append(table);
    return texts(setting, controls, {
      of: function (values) {
        /** @type {(number | null)[]} */
        const answer = [];
        values.forEach(function (value, at) { answer[order[at]] = value === "" ? null : Number(value); });
        return answer;
      },
      values: function (answer) { return order.map(function (place) { return list(answer)[place]; }); },
      mix: function () {},
    }, order);
  }

  /**
   * @param {FieldSetting} setting
   * @returns {Fields | null}
   */
  function match(setting) {
    const [sources, targets] = ui.task(setting, ".match .items").map(function (list) { return Array.from(list.children); });
    if (!sources || !targets) return null;
    const order = sources.map(function (_, at) { return at; });
    return rows(setting, sources, order, { texts: targets.map(ui.words), numbers: setting.data.shown });
  }

  /**
   * @param {FieldSetting} setting
   * @returns {Fields}
   */
  function sort(setting) {
    const names = ui.task(setting, ".sort-groups .chip").map(ui.words);
    const numbers = names.map(function (_, at) { return at; });
    return rows(setting, ui.task(setting, ".items > li"), setting.data.shown, { texts: names, numbers: numbers });
  }

  Object.assign(teachback.kinds, {
    texts: typed, pattern: typed, number: typed, reflection: typed, gaps: gaps, match: match, sort: sort,
  });
})();
