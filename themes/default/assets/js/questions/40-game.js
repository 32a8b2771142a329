/* A question of the page as a form with controls. Who plays it, one by one or in a quiz, comes after this file. */
(function () {
  "use strict";

  const ui = globalThis.teachback && teachback.ui;
  if (!ui) return;

  /**
   * Puts the question into the form: the prompt becomes the legend where it is one paragraph.
   * @param {HTMLElement} question
   * @param {HTMLFormElement} form
   */
  function dress(question, form) {
    const prompt = /** @type {HTMLElement} */ (question.querySelector(".question-prompt"));
    const task = /** @type {HTMLElement} */ (question.querySelector(".question-task"));
    const legend = ui.part(form, "legend");
    const only = prompt.children.length === 1 ? prompt.children[0] : null;
    prompt.before(form);
    if (only instanceof HTMLParagraphElement && !prompt.querySelector(".gap")) {
      legend.append.apply(legend, Array.from(only.childNodes));
      legend.classList.add("question-prompt");
      prompt.remove();
    } else {
      const kind = ui.part(question, "kind");
      legend.textContent = kind ? kind.textContent : "";
      legend.classList.add("visually-hidden");
      prompt.id = question.id + "-prompt";
      ui.part(form, "fields").setAttribute("aria-describedby", prompt.id);
      legend.after(prompt);
    }
    ui.part(form, "controls").before(task);
    question.classList.add("is-played");
  }

  /** @type {Teachback["game"]} */
  function game(question) {
    const carried = question.querySelector("script.question-key");
    const status = question.querySelector(".question-status");
    const answer = question.querySelector(".fold-answer");
    if (!carried || !(status instanceof HTMLElement) || !(answer instanceof HTMLDetailsElement)) return null;
    /** @type {QuestionData} */
    const read = JSON.parse(carried.textContent || "null");
    const data = read.salt ? teachback.unlock(read) : read;
    const form = /** @type {HTMLFormElement} */ (ui.copy("form"));
    const setting = { question: question, form: form, place: ui.part(form, "controls"), data: data, seed: question.id + 1 };
    const fields = teachback.kinds[data.key.form](setting);
    if (!fields) return null;
    dress(question, form);
    prepare(question, form, data);
    return { question: question, form: form, data: data, fields: fields, status: status, answer: answer, checked: false, mix: 1 };
  }

  /**
   * @param {HTMLElement} question
   * @param {HTMLFormElement} form
   * @param {QuestionData} data
   */
  function prepare(question, form, data) {
    const graded = data.key.form !== "reflection";
    if (!graded) ui.part(form, "check").textContent = form.dataset.done || "";
    if (!graded || !data.confidence) ui.part(form, "sure").remove();
    radios(form).forEach(function (radio, at) {
      radio.name = question.id + "-sure";
      radio.id = radio.name + "-" + at;
      /** @type {HTMLLabelElement} */ (radio.nextElementSibling).htmlFor = radio.id;
    });
  }

  /** @param {HTMLFormElement} form */
  function radios(form) {
    return /** @type {HTMLInputElement[]} */ (Array.from(form.querySelectorAll(".player-sure input")));
  }

  /** @type {Teachback["sure"]} */
  function sure(game, wanted) {
    const all = radios(game.form);
    if (wanted !== undefined) all.forEach(function (radio) { radio.checked = wanted !== null && radio.value === (wanted ? "sure" : "unsure"); });
    const chosen = all.find(function (radio) { return radio.checked; });
    return chosen ? chosen.value === "sure" : null;
  }

  /** @type {Teachback["faults"]} */
  function faults(game, given) {
    const said = game.form.dataset;
    const fault = given === null ? "missing" : game.fields.fault();
    const all = radios(game.form);
    const out = [];
    if (fault) out.push({ place: "error", control: game.fields.first(), text: said[fault] || game.question.dataset.missing || "" });
    if (all.length && sure(game) === null) out.push({ place: "sure-error", control: all[0], text: said.missingSure || "" });
    return out;
  }

  /** @type {Teachback["result"]} */
  function result(game, score, isSure) {
    const said = game.form.dataset;
    const right = score.earned === score.of;
    const earned = teachback.points(score, game.data.points);
    const lines = [
      ui.copy(right ? "right" : score.earned > 0 ? "partly" : "wrong"),
      ui.line(teachback.formats.fill(game.question.dataset.earned, { earned: earned })),
    ];
    if (score.of > 1 && game.data.key.form !== "choice")
      lines.push(ui.line(teachback.formats.fill(said.parts, { right: score.earned, total: score.of })));
    if (isSure !== null) lines.push(ui.line(said[(isSure ? "sure" : "unsure") + (right ? "Right" : "Wrong")]));
    return lines;
  }

  /* Puts the answer with its reasons where it was scrambled, once. */
  /** @param {Game} game */
  function unscramble(game) {
    const body = /** @type {HTMLElement} */ (game.answer.querySelector(".fold-body"));
    const scrambled = body.dataset.scrambled;
    if (!scrambled) return;
    delete body.dataset.scrambled;
    body.innerHTML = teachback.unscramble(scrambled, game.data.salt || "");
    body.querySelectorAll("[id]").forEach(function (place) { place.removeAttribute("id"); });
    game.answer.hidden = false;
  }

  /** @type {Teachback["show"]} */
  function show(game, shown) {
    if (shown) unscramble(game);
    game.answer.classList.toggle("is-shown", shown);
    game.answer.open = shown;
  }

  /** @type {Teachback["placed"]} */
  function placed(id) {
    const { item, path } = document.documentElement.dataset;
    return item && path !== item + ".html" ? item + "#" + id + "@" + path : (item || path) + "#" + id;
  }

  Object.assign(teachback, { placed: placed, game: game, sure: sure, faults: faults, result: result, show: show });
})();
