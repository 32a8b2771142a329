/* Options of which one or several are chosen: native radios and boxes. */
(function () {
  "use strict";

  const ui = globalThis.teachback && teachback.ui;
  if (!ui) return;

  /**
   * Options of which one or several are chosen; also "true" and "false".
   * @param {FieldSetting} setting
   * @returns {Fields}
   */
  function choice(setting) {
    const key = setting.data.key;
    const id = setting.question.id;
    const many = key.form === "choice" && key.multiple;
    const right = key.form === "choice" ? key.right : key.form === "truth" ? [key.answer, !key.answer] : [];
    const texts = ui.task(setting, ".options > li > div");
    const numbers = texts.map(function (_, at) { return at; });
    const inputs = texts.map(function (text, at) {
      const input = document.createElement("input");
      Object.assign(input, { type: many ? "checkbox" : "radio", name: id + "-choice", id: id + "-field-" + at });
      const label = ui.make("label");
      label.setAttribute("for", input.id);
      label.append(ui.contents(text));
      const row = ui.make("div", "player-option");
      row.append(input, label, ui.note(input, true));
      return { input: input, row: row, note: /** @type {HTMLElement} */ (row.lastElementChild) };
    });
    const mixes = setting.data.shuffle && key.form === "choice";
    let order = numbers;
    arrange(setting.seed);

    /** @param {string} seed */
    function arrange(seed) {
      if (mixes) order = teachback.shuffle(numbers, seed);
      setting.place.append.apply(setting.place, order.map(function (at) { return inputs[at].row; }));
    }

    /** @param {number} at */
    function feedback(at) {
      const source = setting.question.querySelector('[data-feedback="' + at + '"]');
      if (!source) return null;
      const out = /** @type {HTMLElement} */ (source.cloneNode(true));
      out.removeAttribute("data-feedback");
      out.querySelectorAll(".feedback-label").forEach(function (label) { label.remove(); });
      out.querySelectorAll("[id]").forEach(function (place) { place.removeAttribute("id"); });
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
          const marks = mine || (all && right[at]) ? [ui.mark(right[at], text || "")] : [];
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
      write: function (answer) {
        /** @type {unknown[]} */
        const chosen = typeof answer === "boolean" ? [answer ? 0 : 1] : Array.isArray(answer) ? answer : [];
        inputs.forEach(function (option, at) { option.input.checked = chosen.includes(at); });
      },
      clear: function (seed) {
        inputs.forEach(function (option) { option.input.checked = false; });
        arrange(seed);
      },
    };
  }

  Object.assign(teachback.kinds, { choice: choice, truth: choice });
})();
