/* What a run of a conversation is and how choices change it: plain values, no page. The program decides the same questions
   when it checks a script. */
(function () {
  "use strict";

  /** @type {Record<string, (left: number, right: number) => boolean>} */
  const COMPARE = {
    "<": function (left, right) { return left < right; },
    "<=": function (left, right) { return left <= right; },
    "=": function (left, right) { return left === right; },
    "!=": function (left, right) { return left !== right; },
    ">=": function (left, right) { return left >= right; },
    ">": function (left, right) { return left > right; },
  };

  /**
   * Whether a condition is met. A name without a value counts nothing yet.
   * @param {ScriptTest} test
   * @param {Record<string, number>} values
   * @returns {boolean}
   */
  function holds(test, values) {
    if ("is" in test) return COMPARE[test.is[1]](values[test.is[0]] || 0, test.is[2]);
    if ("not" in test) return !holds(test.not, values);
    if ("all" in test) return test.all.every(function (part) { return holds(part, values); });
    return test.any.some(function (part) { return holds(part, values); });
  }

  /**
   * A new run, at a scene.
   * @param {ScriptCourse} course
   * @param {number} [scene]
   * @returns {RunState}
   */
  function start(course, scene) {
    /** @type {Record<string, number>} */
    const values = {};
    course.skills.forEach(function (skill) { values[skill.id] = 0; });
    course.meters.forEach(function (meter) { values[meter.id] = meter.start; });
    return { scene: scene || 0, turn: 0, values: values, used: [], failed: false, stopped: false };
  }

  /**
   * @param {RunState} state
   * @param {number} choice
   */
  function mark(state, choice) {
    return state.scene + "." + state.turn + "." + choice;
  }

  /**
   * The numbers of the choices of a list that are open.
   * @param {ScriptChoice[]} choices
   * @param {RunState} state
   */
  function open(choices, state) {
    return choices.map(function (_, at) { return at; }).filter(function (at) {
      const choice = choices[at];
      return (!choice.if || holds(choice.if, state.values)) && !(choice.once && state.used.includes(mark(state, at)));
    });
  }

  /**
   * What stands where a run is. It has ended in an ending, where the text ends or a link starts another run; after a
   * critical choice that leads nowhere; and, as stuck, where nothing follows at all.
   * @param {ScriptCourse} course
   * @param {RunState} state
   * @returns {RunPlace}
   */
  function at(course, state) {
    const scene = course.scenes[state.scene];
    const inEnding = scene.ending !== null;
    const turn = scene.turns[state.turn];
    if (state.stopped) return { kind: "end", ended: true, stuck: false };
    if (!turn) return { kind: "end", ended: true, stuck: !inEnding };
    if (turn === "text") return { kind: "text", ended: false };
    if ("to" in turn) return { kind: "lead", to: turn.to, ended: inEnding };
    const choices = open(turn.choices, state);
    const leaves = choices.some(function (choice) { return turn.choices[choice].to !== undefined; });
    return { kind: "choices", choices: turn.choices, open: choices, ended: inEnding && leaves };
  }

  /**
   * The run after a text, a link that leads on, or a list without an open choice. From an ending a link starts a new run.
   * @param {ScriptCourse} course
   * @param {RunState} state
   * @returns {RunState}
   */
  function next(course, state) {
    const place = at(course, state);
    if (place.kind === "end") return state;
    if (place.kind !== "lead") return Object.assign({}, state, { turn: state.turn + 1 });
    return place.ended ? start(course, place.to) : Object.assign({}, state, { scene: place.to, turn: 0 });
  }

  /**
   * The run after an open choice.
   * @param {ScriptCourse} course
   * @param {RunState} state
   * @param {number} number
   * @returns {RunState}
   */
  function choose(course, state, number) {
    const place = at(course, state);
    if (place.kind !== "choices" || !place.open.includes(number)) return state;
    const choice = place.choices[number];
    if (choice.to !== undefined && course.scenes[state.scene].ending !== null) return start(course, choice.to);
    const values = Object.assign({}, state.values);
    (choice.skills || []).forEach(function (skill) { values[skill] = (values[skill] || 0) + 1; });
    (choice.effects || []).forEach(function (effect) { values[effect[0]] += effect[1]; });
    const stopped = Boolean(choice.critical) && choice.to === undefined;
    return {
      scene: choice.to === undefined ? state.scene : choice.to,
      turn: choice.to === undefined ? state.turn + 1 : 0,
      values: values,
      used: choice.once ? state.used.concat(mark(state, number)) : state.used,
      failed: state.failed || Boolean(choice.critical),
      stopped: stopped,
    };
  }

  /**
   * Whether a run that has ended is passed: not failed, not stuck, and the rule met; without a rule, in an ending that is
   * not a bad one.
   * @param {ScriptCourse} course
   * @param {RunState} state
   */
  function passed(course, state) {
    const place = at(course, state);
    if (!place.ended || state.failed || (place.kind === "end" && place.stuck)) return false;
    return course.pass ? holds(course.pass, state.values) : !course.scenes[state.scene].bad;
  }

  globalThis.teachback = Object.assign(globalThis.teachback || {}, {
    machine: { start: start, at: at, next: next, choose: choose, holds: holds, passed: passed },
  });
})();
