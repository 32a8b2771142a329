/* Controls that hold a text each: inputs and selects. */
(function () {
  "use strict";

  const ui = globalThis.teachback && teachback.ui;
  if (!ui) return;

  /**
   * Controls that each hold a text, marked one by one.
   * @param {FieldSetting} setting
   * @param {(HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[]} controls
   * @param {(values: string[]) => QuestionAnswer} answer
   * @param {number[]} order the place of each control in the key
   * @returns {Fields}
   */
  function texts(setting, controls, answer, order) {
    const notes = controls.map(function (control) { return ui.note(control, true); });
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
          notes[at].replaceChildren(ui.mark(marks[place], (marks[place] ? said.mineRight : said.mineWrong) || ""));
        });
      },
      unmark: function () { notes.forEach(function (place) { place.replaceChildren(); }); },
      clear: function () { controls.forEach(function (control) { control.value = ""; }); },
    };
  }

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
   * @param {FieldSetting} setting
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
      const label = ui.make("label");
      label.setAttribute("for", id);
      label.append(ui.words(/** @type {Element} */ (place.querySelector(".gap-number"))));
      const row = ui.make("span", "player-row");
      row.append(label, control);
      place.append(row);
      return control;
    });
    const order = controls.map(function (_, at) { return at; });
    return texts(setting, controls, function (values) { return values; }, order);
  }

  /**
   * A row for each thing, with a select of the places it may belong to.
   * @param {FieldSetting} setting
   * @param {Element[]} things in the order shown
   * @param {number[]} order the place of each in the key
   * @param {{ texts: string[], numbers: number[] }} choices
   */
  function rows(setting, things, order, choices) {
    const list = ui.make("ul", "player-rows");
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
