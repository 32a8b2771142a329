/* Things that buttons, or a drag, put in order. */
(function () {
  "use strict";

  const ui = globalThis.teachback && teachback.ui;
  if (!ui) return;

  /**
   * Things that buttons move up and down, and that are dragged by their grips.
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
        button.addEventListener("click", function () { step(item, side === 0, button); });
      });
      teachback.drag(ui.part(item, "grip"), item, list, function (row) { move(item, row); });
      return item;
    });
    setting.place.append(list);
    arrange(setting.seed);

    /**
     * Another mix for each seed, and never the right order.
     * @param {string} seed
     */
    function arrange(seed) {
      const mixed = setting.data.shuffle ? teachback.shuffle(items, seed) : items.slice();
      const solved = mixed.every(function (item, at) { return Number(item.dataset.number) === at; });
      if (solved) mixed.push(/** @type {HTMLElement} */ (mixed.shift()));
      list.append.apply(list, mixed);
      settle();
    }

    /* The first cannot go up, the last not down. */
    function settle() {
      Array.from(list.children).forEach(function (item, at) {
        const [up, down] = item.querySelectorAll("button");
        up.hidden = at === 0;
        down.hidden = at === items.length - 1;
      });
    }

    /**
     * One place up or down.
     * @param {HTMLElement} item
     * @param {boolean} up
     * @param {HTMLButtonElement} button
     */
    function step(item, up, button) {
      const other = up ? item.previousElementSibling : item.nextElementSibling;
      if (!other) return;
      move(item, other);
      const next = button.hidden ? item.querySelector("button:not([hidden])") : button;
      if (next instanceof HTMLElement) next.focus();
    }

    /**
     * To the place of another: those between move up.
     * @param {HTMLElement} item
     * @param {Element} other
     */
    function move(item, other) {
      const all = Array.from(list.children);
      if (all.indexOf(item) > all.indexOf(other)) other.before(item); else other.after(item);
      touched = true;
      settle();
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
      clear: function (seed) {
        touched = false;
        moved.textContent = "";
        arrange(seed);
      },
    };
  }

  Object.assign(teachback.kinds, { order: order });
})();
