/* "In your own words": room to answer in, kept on the device, and what a good answer holds when it is asked for. Without
   this the question stands there, and what a good answer holds folds open. */
(function () {
  "use strict";

  /** Milliseconds without a key after which what was written is kept. */
  const PAUSE = 400;
  const store = teachback.store;
  const item = document.documentElement.dataset.item || document.documentElement.dataset.path || "";

  document.querySelectorAll(".prompt[data-note]").forEach(function (element) {
    const prompt = /** @type {HTMLElement} */ (element);
    const field = prompt.querySelector("textarea");
    const fold = prompt.parentElement && prompt.parentElement.querySelector("details");
    const compare = prompt.querySelector("[data-compare]");
    const clear = prompt.querySelector("[data-clear]");
    const status = prompt.querySelector("[role=status]");
    if (!field || !fold || !compare || !(clear instanceof HTMLElement) || !(status instanceof HTMLElement)) return;
    const id = item + "#" + prompt.dataset.note;
    let timer = 0;

    function keep() {
      clearTimeout(timer);
      const known = store.get("notes", id);
      const text = field ? field.value : "";
      if (text === (known ? known.text : "")) return;
      if (text) store.put("notes", id, { text: text });
      else store.drop("notes", id);
    }

    function show() {
      const known = store.get("notes", id);
      if (field && document.activeElement !== field) field.value = known && typeof known.text === "string" ? known.text : "";
      offer();
    }

    function offer() {
      if (clear instanceof HTMLElement && field) clear.hidden = !field.value;
    }

    field.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE);
      status.textContent = "";
      offer();
    });
    field.addEventListener("change", keep);
    window.addEventListener("pagehide", keep);
    compare.addEventListener("click", function () {
      keep();
      fold.open = true;
      const summary = fold.querySelector("summary");
      if (summary) summary.focus();
    });
    clear.addEventListener("click", function () {
      field.value = "";
      keep();
      offer();
      status.textContent = status.dataset.cleared || "";
      field.focus();
    });
    document.addEventListener("teachback:stored", show);
    show();
    prompt.hidden = false;
  });
})();
