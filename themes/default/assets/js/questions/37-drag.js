/* Dragging by mouse and finger: an extra beside buttons and selects, which do the same. */
(function () {
  "use strict";

  /* So near to the edge of the window, in pixels, the page moves along. */
  const EDGE = 90;

  /** @type {Teachback["drag"]} */
  function drag(grip, moving, list, drop) {
    grip.addEventListener("pointerdown", function (event) {
      if (event.button !== 0 || grip.closest("fieldset:disabled")) return;
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      const stop = new AbortController();
      /** @type {Element | null} */
      let aim = null;

      /** @param {Element | null} next */
      function aimAt(next) {
        if (aim) aim.classList.remove("is-aim");
        aim = next;
        if (aim) aim.classList.add("is-aim");
      }

      /** @param {PointerEvent} now */
      function follow(now) {
        const { clientX, clientY, pageX, pageY } = now;
        moving.classList.add("is-dragged");
        moving.style.translate = (pageX - event.pageX) + "px " + (pageY - event.pageY) + "px";
        const under = document.elementFromPoint(clientX, clientY);
        const row = under && under.closest("li");
        aimAt(row && row.parentElement === list && row !== moving ? row : null);
        scrollBy(0, clientY < EDGE ? -12 : clientY > innerHeight - EDGE ? 12 : 0);
      }

      function end() {
        stop.abort();
        aimAt(null);
        moving.classList.remove("is-dragged");
        moving.style.translate = "";
      }

      const until = { signal: stop.signal };
      grip.addEventListener("pointermove", follow, until);
      // A finger that scrolls the page ends it.
      grip.addEventListener("pointercancel", end, until);
      grip.addEventListener("pointerup", function () {
        const row = aim;
        end();
        if (row) drop(row);
      }, until);
      document.addEventListener("keydown", function (key) { if (key.key === "Escape") end(); }, until);
    });
  }

  globalThis.teachback = Object.assign(globalThis.teachback || {}, { drag: drag });
})();
