/* Things that buttons put in order. */
(function () {
  "use strict";

  const ui = globalThis.teachback && teachback.ui;
  if (!ui) return;

  /**
   * Things that buttons move up and down.
   * @param {FieldSetting} setting
   * @returns {Fields}
   */
  function order(setting) {
    const said = setting.form.dataset;
    const list = ui.make("ol", "player-rows player-moving");
    const moved = ui.part(setting.form, "moved");
    let touched = false;
    const items = ui.task(setting, ".items > li").map(function (thing, at) {
      const item = ui.copy("item");
      const text = /** @type {HTMLElement} */ (item.querySelector(".player-text"));
      text.append(ui.contents(thing));
      item.dataset.number = String(setting.data.shown[at]);
      item.querySelectorAll("button").forEach(function (button, side) {
        button.id = setting.question.id + "-field-" + at + (side ? "-down" : "-up");
        ui.part(button, "name").textContent = ui.words(text);
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
      moved.textContent = teachback.formats.fill(said.moved, { place: place, total: items.length });
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
          ui.part(item, "note").append(ui.mark(marks[at], (marks[at] ? said.placeRight : said.placeWrong) || ""));
        });
      },
      unmark: function () { items.forEach(unmarked); },
      write: function (answer) {
        const numbers = setting.data.shown.slice().sort();
        const places = Array.isArray(answer) ? answer.map(Number) : [];
        touched = String(places.slice().sort()) === String(numbers);
        if (!touched) return;
        places.forEach(function (number) {
          list.append.apply(list, items.filter(function (item) { return item.dataset.number === String(number); }));
        });
        settle();
      },
      clear: function () {
        touched = false;
        list.append.apply(list, items);
        settle();
      },
    };
  }

  Object.assign(teachback.kinds, { order: order });
})();
