/* The page of everything that was done here: saved to a file, brought from a file, erased. */
(function () {
  "use strict";

  const store = teachback.store;

  /** @param {string} name */
  function part(name) {
    return /** @type {HTMLElement} */ (document.querySelector('main [data-part="' + name + '"]'));
  }

  const status = part("status");

  /** @param {string} [text] */
  function say(text) {
    status.textContent = text || "";
  }

  function scripts() {
    const list = document.querySelector(".progress-scripts");
    if (!(list instanceof HTMLElement)) return;
    const said = list.dataset;
    list.querySelectorAll("[data-script]").forEach(function (note) {
      const item = store.get("scripts", /** @type {HTMLElement} */ (note).dataset.script || "");
      const best = item && /** @type {{ passed?: boolean } | undefined} */ (item.best);
      note.textContent = (best && best.passed ? said.passed : item ? said.tried : said.notTried) || "";
    });
  }

  function draw() {
    scripts();
    part("damaged").hidden = !store.damaged();
  }

  function save() {
    const file = new Blob([store.exported()], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = "progress-" + document.documentElement.dataset.site + "-" + new Date().toISOString().slice(0, 10) + ".json";
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
    say(status.dataset.saved);
  }

  /** @param {HTMLInputElement} input */
  function bring(input) {
    const file = input.files && input.files[0];
    if (!file) return;
    file.text().then(function (text) {
      const fault = store.imported(text);
      const faults = { damaged: status.dataset.faultDamaged, newer: status.dataset.faultNewer, foreign: status.dataset.faultForeign };
      say(fault ? faults[fault] : status.dataset.brought);
    }, function () {
      say(status.dataset.faultUnread);
    }).then(function () { input.value = ""; });
  }

  function ask() {
    const dialog = /** @type {HTMLDialogElement} */ (part("ask"));
    dialog.returnValue = "";
    dialog.showModal();
  }

  part("save").addEventListener("click", save);
  part("erase").addEventListener("click", ask);
  part("ask").addEventListener("close", function () {
    if (/** @type {HTMLDialogElement} */ (part("ask")).returnValue !== "yes") return;
    store.erase();
    say(status.dataset.erased);
  });
  const input = /** @type {HTMLInputElement} */ (document.getElementById("progress-file"));
  input.addEventListener("change", function () { bring(input); });
  document.addEventListener("teachback:stored", draw);
  document.querySelectorAll(".needs-script").forEach(function (note) { note.remove(); });
  [part("save"), part("erase"), input].forEach(function (control) { control.hidden = false; });
  draw();
})();
