/* Turns each question of the page into a form that can be answered. Without this file, questions read as on paper. */
(function () {
  "use strict";

  const ui = globalThis.teachback && teachback.ui;
  if (!ui) return;
  const part = ui.part;
  const title = document.title;

  /* A visit keeps its order of options, also when a page is opened again. */
  function visit() {
    const made = String(Math.random());
    try {
      const kept = sessionStorage.getItem("teachback.visit") || made;
      sessionStorage.setItem("teachback.visit", kept);
      return kept;
    } catch {
      return made;
    }
  }

  /**
   * Puts the question into the form: the prompt becomes the legend where it is one paragraph.
   * @param {HTMLElement} question
   * @param {HTMLFormElement} form
   */
  function dress(question, form) {
    const prompt = /** @type {HTMLElement} */ (question.querySelector(".question-prompt"));
    const task = /** @type {HTMLElement} */ (question.querySelector(".question-task"));
    const legend = part(form, "legend");
    const only = prompt.children.length === 1 ? prompt.children[0] : null;
    prompt.before(form);
    if (only instanceof HTMLParagraphElement && !prompt.querySelector(".gap")) {
      legend.append.apply(legend, Array.from(only.childNodes));
      legend.classList.add("question-prompt");
      prompt.remove();
    } else {
      legend.textContent = question.dataset.kindWords || "";
      legend.classList.add("visually-hidden");
      prompt.id = question.id + "-prompt";
      part(form, "fields").setAttribute("aria-describedby", prompt.id);
      legend.after(prompt);
    }
    part(form, "controls").before(task);
    question.classList.add("is-played");
  }

  /**
   * @param {HTMLElement} question
   * @param {QuestionData} data
   * @param {string} seed
   */
  function play(question, data, seed) {
    const form = /** @type {HTMLFormElement} */ (ui.copy("form"));
    const setting = { question: question, form: form, place: part(form, "controls"), data: data, seed: seed + question.id };
    const fields = teachback.kinds[data.key.form](setting);
    if (!fields) return;
    dress(question, form);
    const status = /** @type {HTMLElement} */ (question.querySelector(".question-status"));
    const answer = /** @type {HTMLDetailsElement} */ (question.querySelector(".fold-answer"));
    const said = form.dataset;
    const graded = data.key.form !== "reflection";
    const again = part(form, "again");
    const reveal = part(form, "reveal");
    const problem = part(form, "problem");
    let checked = false;

    /** @returns {HTMLInputElement[]} */
    function sureness() { return Array.from(form.querySelectorAll('.player-sure input')); }
    if (data.confidence && graded) {
      sureness().forEach(function (radio, at) {
        radio.name = question.id + "-sure";
        radio.id = radio.name + "-" + at;
        /** @type {HTMLLabelElement} */ (radio.nextElementSibling).htmlFor = radio.id;
      });
    } else {
      part(form, "sure").remove();
    }
    if (!graded) part(form, "check").textContent = said.done || "";

    /**
     * Says one fault beside its control.
     * @param {string} name
     * @param {HTMLElement} control
     * @param {string} text
     */
    function tell(name, control, text) {
      const error = part(form, name);
      const group = /** @type {HTMLElement} */ (error.parentElement);
      error.hidden = false;
      error.id = question.id + "-" + name;
      part(error, "words").textContent = text;
      group.classList.add("has-error");
      const isField = control.matches("input[type=text], select, textarea");
      if (isField) control.setAttribute("aria-invalid", "true");
      describe(isField ? control : group, error.id, true);
      const link = document.createElement("a");
      link.href = "#" + control.id;
      link.textContent = text;
      link.addEventListener("click", function (event) {
        event.preventDefault();
        control.focus();
      });
      return link;
    }

    /** Takes back what was said about faults. */
    function untell() {
      problem.hidden = true;
      part(form, "alert").replaceChildren();
      form.querySelectorAll(".player-error").forEach(function (error) {
        /** @type {HTMLElement} */ (error).hidden = true;
        /** @type {HTMLElement} */ (error.parentElement).classList.remove("has-error");
        if (!error.id) return;
        form.querySelectorAll('[aria-describedby~="' + error.id + '"]').forEach(function (element) { describe(element, error.id, false); });
      });
      form.querySelectorAll("[aria-invalid]").forEach(function (control) { control.removeAttribute("aria-invalid"); });
      document.title = title;
    }

    /** Shows what there is to answer again: no fault, no mark, no result. */
    function reset() {
      untell();
      if (!checked) return;
      checked = false;
      fields?.unmark();
      status.replaceChildren();
      show(false);
      again.hidden = reveal.hidden = true;
    }

    /**
     * The answer with its reasons.
     * @param {boolean} shown
     */
    function show(shown) {
      answer.classList.toggle("is-shown", shown);
      answer.open = shown;
      if (shown) reveal.hidden = true;
    }

    /** @param {QuestionAnswer | null} given */
    function faults(given) {
      const links = [];
      const fault = given === null ? "missing" : fields?.fault();
      const control = fields?.first();
      if (fault && control) links.push(tell("error", control, said[fault] || question.dataset.missing || ""));
      const radios = sureness();
      if (radios.length && !radios.some(function (radio) { return radio.checked; }))
        links.push(tell("sure-error", radios[0], said.missingSure || ""));
      return links;
    }

    /** @param {HTMLElement[]} links */
    function complain(links) {
      const heading = document.createElement("p");
      heading.className = "player-problem-title";
      heading.textContent = said.problem || "";
      const list = document.createElement("ul");
      links.forEach(function (link) {
        const item = document.createElement("li");
        item.append(link);
        list.append(item);
      });
      problem.hidden = false;
      part(form, "alert").replaceChildren(heading, list);
      document.title = said.error + " " + title;
      problem.focus();
    }

    /** @param {QuestionAnswer} given */
    function judge(given) {
      const score = teachback.score(data.key, given);
      const sure = form.querySelector(".player-sure input:checked");
      const isSure = sure instanceof HTMLInputElement ? sure.value === "sure" : null;
      const right = !score || score.earned === score.of;
      checked = true;
      if (score) {
        fields?.mark(given, right);
        status.replaceChildren.apply(status, result(score, right, isSure));
      } else {
        status.replaceChildren(line(answer.querySelector(".model") ? said.compare : said.noted));
      }
      again.hidden = !score;
      reveal.hidden = right;
      show(right);
      question.dispatchEvent(new CustomEvent("teachback:answered", {
        bubbles: true,
        detail: { id: data.id, answer: given, score: score, points: data.points, sure: isSure },
      }));
    }

    /**
     * @param {Score} score
     * @param {boolean} right
     * @param {boolean | null} isSure
     */
    function result(score, right, isSure) {
      const name = right ? "right" : score.earned > 0 ? "partly" : "wrong";
      const head = ui.copy(name);
      const number = new Intl.NumberFormat(document.documentElement.lang || undefined, { maximumFractionDigits: 2 });
      const earned = number.format(teachback.points(score, data.points));
      const lines = [head, line((question.dataset.earned || "").replace("{earned}", earned))];
      if (score.of > 1 && data.key.form !== "choice")
        lines.push(line((said.parts || "").replace("{right}", String(score.earned)).replace("{total}", String(score.of))));
      if (isSure !== null) lines.push(line(said[(isSure ? "sure" : "unsure") + (right ? "Right" : "Wrong")]));
      form.querySelectorAll(".player-option .feedback").forEach(function (feedback) {
        lines.push(unseen(feedback.textContent || ""));
      });
      return lines;
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      reset();
      const given = fields.read();
      const links = faults(given);
      if (links.length) complain(links);
      else if (given !== null) judge(given);
    });
    form.addEventListener("input", reset);
    again.addEventListener("click", function () {
      fields.clear();
      sureness().forEach(function (radio) { radio.checked = false; });
      reset();
      fields.first().focus();
    });
    reveal.addEventListener("click", function () {
      const given = fields.read();
      if (given !== null) fields.mark(given, true);
      show(true);
      form.querySelectorAll(".player-option.is-right label").forEach(function (label) {
        status.append(unseen(said.correct + ": " + label.textContent));
      });
      const body = /** @type {HTMLElement} */ (answer.querySelector(".fold-body"));
      body.tabIndex = -1;
      (body.getClientRects().length ? body : again).focus();
    });
  }

  /**
   * Adds a description to an element, or takes it away.
   * @param {Element} element
   * @param {string} id
   * @param {boolean} present
   */
  function describe(element, id, present) {
    const ids = (element.getAttribute("aria-describedby") || "").split(" ").filter(function (old) { return old && old !== id; });
    if (present) ids.unshift(id);
    if (ids.length) element.setAttribute("aria-describedby", ids.join(" "));
    else element.removeAttribute("aria-describedby");
  }

  /** @param {string} [text] */
  function line(text) {
    const out = document.createElement("p");
    out.textContent = text || "";
    return out;
  }

  /**
   * What stands beside an option already, for who hears the page.
   * @param {string} text
   */
  function unseen(text) {
    const out = line(text);
    out.className = "visually-hidden";
    return out;
  }

  const seed = visit();
  document.querySelectorAll(".question").forEach(function (question) {
    const key = question.querySelector("script.question-key");
    if (question instanceof HTMLElement && key) play(question, JSON.parse(key.textContent || "null"), seed);
  });
})();
