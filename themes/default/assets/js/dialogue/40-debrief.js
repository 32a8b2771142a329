/* Looking back on a run: whether it passed and why, what changed, and every choice with its feedback. */
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const WIDTH = 320;
  const HEIGHT = 72;
  const EDGE = 6;

  /**
   * The names that a condition compares, each once.
   * @param {ScriptTest} test
   * @returns {string[]}
   */
  function names(test) {
    if ("is" in test) return [test.is[0]];
    if ("not" in test) return names(test.not);
    const parts = "all" in test ? test.all : test.any;
    return Array.from(new Set(parts.flatMap(names)));
  }

  /**
   * A mark with its icon and words.
   * @param {Stage} stage
   * @param {boolean} good
   * @param {string} [text]
   */
  function mark(stage, good, text) {
    const out = stage.copy(good ? "good" : "poor");
    stage.part(out, "words").textContent = text || "";
    return out;
  }

  /**
   * @param {Stage} stage
   * @param {Run} run
   * @param {HTMLElement} place
   */
  function verdict(stage, run, place) {
    const course = run.course;
    const state = teachback.runs.state(run);
    const end = teachback.runs.place(run);
    const passed = teachback.machine.passed(course, state);
    const ending = state.stopped ? null : stage.ending(state.scene);
    const stuck = end.kind === "end" && end.stuck && !state.stopped;
    const said = state.failed ? stage.words.failed : stuck ? stage.words.stuck : passed ? stage.words.passed : stage.words.missed;
    if (ending) place.append(ending);
    const result = mark(stage, passed, said);
    result.classList.add("verdict");
    place.append(result);
    if (state.failed) place.append(reason(stage, run));
    if (course.goals.length) place.append(stage.make("p", "goals-label", stage.words.goals), goals(stage, course, state));
  }

  /**
   * The feedback of the critical choice says why the run failed.
   * @param {Stage} stage
   * @param {Run} run
   */
  function reason(stage, run) {
    const moments = teachback.runs.moments(run);
    const failing = moments.find(function (moment) { return moment.choice !== null && run.states[moment.move + 1].failed; });
    const feedback = failing && stage.feedback(failing);
    const words = feedback && feedback.querySelector(".feedback");
    const out = stage.make("blockquote", "talk-reason");
    if (words) out.append.apply(out, Array.from(words.childNodes));
    return out;
  }

  /**
   * The parts of the pass rule, each with what was reached.
   * @param {Stage} stage
   * @param {ScriptCourse} course
   * @param {RunState} state
   */
  function goals(stage, course, state) {
    const named = course.meters.concat(course.skills.map(function (skill) { return Object.assign({ start: 0 }, skill); }));
    const list = stage.make("ul", "goals");
    course.goals.forEach(function (goal) {
      const met = teachback.machine.holds(goal.test, state.values);
      const used = names(goal.test);
      const values = named.filter(function (one) { return used.includes(one.id); })
        .map(function (one) { return one.name + " " + teachback.formats.number(state.values[one.id], 2); });
      const item = stage.make("li");
      item.append(mark(stage, met, goal.words), stage.make("span", "goal-reached", teachback.formats.fill(stage.words.reached, { values: values.join(stage.words.comma || ", ") })));
      list.append(item);
    });
    return list;
  }

  /**
   * @param {string} tag
   * @param {Record<string, string | number>} attributes
   */
  function svg(tag, attributes) {
    const out = document.createElementNS(SVG, tag);
    Object.keys(attributes).forEach(function (name) { out.setAttribute(name, String(attributes[name])); });
    return out;
  }

  /**
   * A line of steps with a dot for each choice, and the goal as a dashed line.
   * @param {number[]} values
   * @param {number | null} goal
   * @param {string} label
   */
  function chart(values, goal, label) {
    const all = goal === null ? values : values.concat(goal);
    const low = Math.min.apply(null, all);
    const high = Math.max.apply(null, all);
    const x = function (/** @type {number} */ at) { return EDGE + at * (WIDTH - 2 * EDGE) / Math.max(values.length - 1, 1); };
    const y = function (/** @type {number} */ value) { return HEIGHT - EDGE - (value - low) * (HEIGHT - 2 * EDGE) / Math.max(high - low, 1); };
    const out = svg("svg", { class: "meter-chart", viewBox: "0 0 " + WIDTH + " " + HEIGHT, role: "img", "aria-label": label });
    if (goal !== null) out.append(svg("path", { class: "meter-goal", d: "M" + x(0) + " " + y(goal) + "H" + (WIDTH - EDGE) }));
    const steps = values.map(function (value, at) { return at ? "H" + x(at) + "V" + y(value) : "M" + x(0) + " " + y(value); });
    out.append(svg("path", { class: "meter-line", d: steps.join("") }));
    values.forEach(function (value, at) { out.append(svg("circle", { class: "meter-dot", cx: x(at), cy: y(value), r: 3.5 })); });
    return out;
  }

  /**
   * The number that the pass rule asks a meter to reach.
   * @param {ScriptCourse} course
   * @param {string} id
   */
  function wanted(course, id) {
    for (const goal of course.goals)
      if ("is" in goal.test && goal.test.is[0] === id && goal.test.is[1] === ">=") return goal.test.is[2];
    return null;
  }

  /**
   * Every meter as a chart, and all of them as a table.
   * @param {Stage} stage
   * @param {Run} run
   * @param {HTMLElement} place
   */
  function meters(stage, run, place) {
    const course = run.course;
    const list = stage.part(place, "charts");
    const rows = [run.states[0].values].concat(teachback.runs.moments(run)
      .filter(function (moment) { return moment.choice !== null; }).map(function (moment) { return moment.values; }));
    course.meters.forEach(function (meter) {
      const values = rows.map(function (row) { return row[meter.id]; });
      const item = stage.make("li", "meter");
      const title = stage.make("p", "meter-title", meter.name);
      title.append(stage.make("span", "meter-range", values[0] + " → " + values[values.length - 1]));
      const goal = wanted(course, meter.id);
      if (goal !== null) stage.part(place, "key").hidden = false;
      item.append(title, chart(values, goal, meter.name + ": " + values.join(", ")));
      list.append(item);
    });
    table(stage, course, rows, stage.part(place, "numbers"));
    place.hidden = course.meters.length === 0;
  }

  /**
   * @param {Stage} stage
   * @param {ScriptCourse} course
   * @param {Record<string, number>[]} rows
   * @param {HTMLElement} place  a table with a head
   */
  function table(stage, course, rows, place) {
    const head = stage.part(place, "head");
    const body = stage.part(place, "rows");
    course.meters.forEach(function (meter) {
      const cell = stage.make("th", "", meter.name);
      cell.setAttribute("scope", "col");
      head.append(cell);
    });
    rows.forEach(function (row, at) {
      const line = stage.make("tr");
      const first = stage.make("th", "", at ? teachback.formats.number(at) : stage.words.start);
      first.setAttribute("scope", "row");
      line.append(first);
      course.meters.forEach(function (meter) { line.append(stage.make("td", "", teachback.formats.number(row[meter.id], 2))); });
      body.append(line);
    });
  }

  /**
   * @param {Stage} stage
   * @param {Run} run
   * @param {HTMLElement} place
   */
  function skills(stage, run, place) {
    const values = teachback.runs.state(run).values;
    run.course.skills.forEach(function (skill) {
      const count = values[skill.id];
      const item = stage.make("li", count ? "" : "is-unused");
      const dots = stage.make("span", "tally-dots");
      dots.setAttribute("aria-hidden", "true");
      for (let dot = 0; dot < Math.min(count, 12); dot += 1) dots.append(stage.make("span"));
      item.append(stage.make("span", "tally-name", skill.name), " ", stage.make("span", "tally-count", teachback.formats.number(count)), dots);
      stage.part(place, "tally").append(item);
    });
    place.hidden = run.course.skills.length === 0;
  }

  /**
   * @param {Stage} stage
   * @param {Run} run
   * @param {HTMLElement} place
   */
  function ratio(stage, run, place) {
    const sides = run.course.ratio;
    const values = teachback.runs.state(run).values;
    const sum = function (/** @type {string[]} */ ids) { return ids.reduce(function (all, id) { return all + values[id]; }, 0); };
    const reflections = sum(sides.reflections);
    const questions = sum(sides.questions);
    const level = !questions ? (reflections ? "ratioAlone" : "ratioNone")
      : reflections < questions ? "ratioLow" : reflections < 2 * questions ? "ratioFair" : "ratioGood";
    stage.part(place, "reflections").textContent = teachback.formats.number(reflections);
    stage.part(place, "questions").textContent = teachback.formats.number(questions);
    stage.part(place, "ratio").textContent = questions ? teachback.formats.number(reflections / questions, 1) + " : 1" : "–";
    stage.part(place, "level").textContent = stage.words[level] || "";
    place.hidden = !sides.reflections.length || !sides.questions.length;
  }

  /**
   * What would have been a model answer, when the choice was none.
   * @param {Stage} stage
   * @param {RunMoment} moment
   */
  function better(stage, moment) {
    const out = stage.make("div", "talk-better");
    out.append(stage.make("p", "talk-better-label", stage.words.better));
    moment.best.forEach(function (choice) {
      const words = stage.make("p", "talk-better-words");
      words.append(stage.choice(moment.scene, moment.turn, choice));
      out.append(words);
      const feedback = stage.feedback(Object.assign({}, moment, { choice: choice }));
      const reasons = feedback && feedback.querySelector(".feedback");
      if (reasons) out.append(reasons);
    });
    return out;
  }

  /**
   * A choice with its feedback and the way back to it.
   * @param {Stage} stage
   * @param {RunMoment} moment
   * @param {(move: number) => void} again
   */
  function taken(stage, moment, again) {
    const out = stage.make("div", "talk-moment");
    const feedback = stage.feedback(moment);
    const retry = stage.copy("retry");
    const words = stage.make("span", "visually-hidden", ": ");
    words.append(stage.choice(moment.scene, moment.turn, Number(moment.choice)));
    retry.append(words);
    retry.addEventListener("click", function () { again(moment.move); });
    out.append(stage.reply(moment));
    if (feedback) out.append(feedback);
    if (moment.best.length && !moment.best.includes(Number(moment.choice))) out.append(better(stage, moment));
    out.append(retry);
    return out;
  }

  /** @type {Teachback["debrief"]} */
  function debrief(stage, run, again) {
    const out = stage.copy("debrief-parts");
    verdict(stage, run, stage.part(out, "verdict"));
    meters(stage, run, stage.part(out, "meters"));
    skills(stage, run, stage.part(out, "skills"));
    ratio(stage, run, stage.part(out, "balance"));
    teachback.runs.moments(run).forEach(function (moment) {
      stage.part(out, "path").append(moment.choice === null ? stage.text(moment.scene, moment.turn) : taken(stage, moment, again));
    });
    stage.part(out, "print").addEventListener("click", function () { window.print(); });
    return out;
  }

  teachback.debrief = debrief;
})();
