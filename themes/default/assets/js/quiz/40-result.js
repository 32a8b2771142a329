/* What an attempt came to, in words, with what to read again. */
(function () {
  "use strict";

  const ui = globalThis.teachback && teachback.ui;
  const panels = globalThis.teachback && teachback.panels;
  if (!ui || !panels) return;
  const { say } = panels;

  /* Where no pass mark is said, an objective is reached from here. */
  const ENOUGH = 80;

  /**
   * @param {ResultSetting} setting
   * @returns {HTMLElement}
   */
  function panel(setting) {
    const out = panels.copy("result");
    const { result, sitting, quiz } = setting;
    const kind = result.passed === null ? "done" : result.passed ? "passed" : "not-yet";
    const verdict = result.passed === null ? "finished" : result.passed ? "passed" : "notYet";
    ui.part(out, "verdict").append(panels.mark(kind, say(verdict)));
    const rows = [[say("score"), say("percentOf", { percent: result.percent })], [say("points"), say("ofPoints", { earned: result.earned, points: result.points })]];
    if (quiz.data.pass !== null) rows.push([say("toPass"), say("percentOf", { percent: quiz.data.pass })]);
    const left = teachback.record.left(setting.record, quiz.data.attempts);
    if (left !== null) rows.push([say("attemptsLeft"), say("leftOf", { left: left, attempts: quiz.data.attempts || 0 })]);
    panels.figures(ui.part(out, "figures"), /** @type {[string, string][]} */ (rows));
    ui.part(out, "about").append.apply(ui.part(out, "about"), about(setting).map(ui.line));
    mastery(out, setting);
    certainty(out, setting);
    again(out, setting);
    if (!sitting.counts) out.classList.add("is-practice");
    return out;
  }

  /**
   * @param {ResultSetting} setting
   * @returns {string[]}
   */
  function about(setting) {
    const { record, sitting } = setting;
    const { attempts } = setting.quiz.data;
    if (!sitting.counts) return [say("didNotCount")];
    const lines = [];
    if (record.best && record.best.percent > setting.result.percent) lines.push(say("bestStays", { percent: record.best.percent }));
    if (teachback.record.left(record, attempts) === 0) lines.push(say(record.best && record.best.passed ? "noneLeftPassed" : "noneLeft"));
    return lines;
  }

  /**
   * @param {QuizResult["objectives"][number]} objective
   * @param {number | null} pass
   */
  function isReached(objective, pass) {
    return teachback.percent(objective.earned, objective.points) >= (pass === null ? ENOUGH : pass);
  }

  /**
   * What each objective came to.
   * @param {HTMLElement} out
   * @param {ResultSetting} setting
   */
  function mastery(out, setting) {
    const { result } = setting;
    const { data } = setting.quiz;
    const section = ui.part(out, "mastery");
    if (result.objectives.length === 0) return section.remove();
    /** @param {{ id: string }} objective */
    function place(objective) {
      return data.objectives.findIndex(function (one) { return one.id === objective.id; });
    }
    const sorted = result.objectives.slice().sort(function (a, b) { return place(a) - place(b); });
    panels.list(ui.part(section, "list"), sorted.map(function (objective) {
      const reached = isReached(objective, data.pass);
      const mark = reached ? panels.mark("good", say("reached")) : panels.mark(objective.earned > 0 ? "fair" : "poor", say(objective.earned > 0 ? "partly" : "notReached"));
      const known = data.objectives.find(function (one) { return one.id === objective.id; });
      const points = ui.line(say("ofPoints", { earned: objective.earned, points: objective.points }));
      points.className = "quiz-points";
      return [mark, ui.line(known ? known.text : objective.id), points];
    }));
  }

  /**
   * Certainty beside correctness: what was sure and not right comes first, as worth another look.
   * @param {HTMLElement} out
   * @param {ResultSetting} setting
   */
  function certainty(out, setting) {
    const section = ui.part(out, "certainty");
    const cells = setting.result.certainty;
    const order = /** @type {const} */ (["sureWrong", "unsureWrong", "unsureRight", "sureRight"]);
    if (order.every(function (name) { return cells[name].length === 0; })) return section.remove();
    order.forEach(function (name) {
      const links = cells[name].map(function (id) { return panels.link("#" + id, teachback.attempt.named(setting.quiz, id)); });
      const place = ui.part(section, name);
      if (links.length) panels.list(ui.part(place, "list"), links.map(function (link) { return [link]; }));
      else ui.part(place, "list").replaceWith(ui.line(say("none")));
    });
  }

  /**
   * The lessons of the objectives that were not reached.
   * @param {HTMLElement} out
   * @param {ResultSetting} setting
   */
  function again(out, setting) {
    const { result } = setting;
    const { data } = setting.quiz;
    /** @type {Map<string, { title: string, about: string[] }>} */
    const lessons = new Map();
    const missed = result.objectives.filter(function (objective) { return !isReached(objective, data.pass); });
    missed.forEach(function (objective) {
      const known = data.objectives.find(function (one) { return one.id === objective.id; });
      (known ? known.lessons : []).forEach(function (lesson) {
        const entry = lessons.get(lesson.href) || { title: lesson.title, about: [] };
        entry.about.push(known ? known.text : "");
        lessons.set(lesson.href, entry);
      });
    });
    const section = ui.part(out, "again");
    if (lessons.size === 0) return section.remove();
    panels.list(ui.part(section, "list"), Array.from(lessons, function ([href, lesson]) {
      return /** @type {Node[]} */ ([panels.link(href, lesson.title)]).concat(lesson.about.map(ui.line));
    }));
  }

  Object.assign(teachback, { resultPanel: panel });
})();
