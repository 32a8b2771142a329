/* Fills in the certificate of who has passed. The name is kept on this device, for the next certificate. */
(function () {
  "use strict";

  const html = document.documentElement;
  const sheet = document.querySelector(".certificate");
  const course = teachback.progress.course(html.dataset.course);
  if (!(sheet instanceof HTMLElement) || !course) return;
  const facts = sheet.dataset;
  const of = course;

  /** @param {string} name */
  function part(name) {
    return /** @type {HTMLElement} */ (document.querySelector('main [data-part="' + name + '"]'));
  }

  /** @param {string | undefined} text */
  function number(text) {
    return text ? Number(text) : null;
  }

  /** @param {Standing} now */
  function day(now) {
    const times = now.best ? [now.best.at] : of.lessons.map(function (lesson) {
      const item = teachback.store.get("pages", lesson);
      return (item && item.at) || "";
    });
    const time = new Date(times.sort()[times.length - 1] || Date.now());
    const pad = function (/** @type {number} */ n) { return String(n).padStart(2, "0"); };
    return { time: time, iso: time.getFullYear() + "-" + pad(time.getMonth() + 1) + "-" + pad(time.getDate()) };
  }

  /**
   * @param {string} name
   * @param {Standing} now
   */
  function fill(name, now) {
    const date = day(now);
    const score = now.best ? Math.floor(now.best.percent) : null;
    const time = document.createElement("time");
    time.dateTime = date.iso;
    time.textContent = teachback.formats.date(date.time);
    part("date").replaceChildren(time);
    part("name").textContent = name;
    part("score-row").hidden = score === null;
    part("score").textContent = teachback.formats.fill(part("score").dataset.words, { percent: score || 0 });
    part("text").textContent = teachback.certificate({
      name: name, module: of.module, site: html.dataset.site || "", version: facts.version || "",
      date: date.iso, score: score, minutes: number(facts.minutes),
    });
  }

  function draw() {
    const now = teachback.progress.standing(of);
    const passed = now.state === "passed";
    const kept = teachback.store.get("settings", "name");
    const name = String((kept && kept.value) || "").trim();
    part("not-yet").hidden = passed;
    part("form").hidden = !passed;
    part("print").hidden = !name;
    /** @type {HTMLElement} */ (sheet).hidden = !passed || !name;
    if (passed && name) fill(name, now);
    if (!passed && teachback.progress.fill) teachback.progress.fill(part("standing"), of);
  }

  const form = /** @type {HTMLFormElement} */ (part("form"));
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const kept = teachback.store.get("settings", "name");
  input.value = String((kept && kept.value) || "");
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    const name = input.value.trim();
    const error = part("name-error");
    error.hidden = Boolean(name);
    input.setAttribute("aria-invalid", String(!name));
    teachback.store.put("settings", "name", name ? { value: name } : null);
    if (!name) input.focus();
    else part("title").focus();
  });
  part("print").addEventListener("click", function () { window.print(); });
  document.addEventListener("teachback:stored", draw);
  document.querySelectorAll(".needs-script").forEach(function (note) { note.remove(); });
  draw();
})();
