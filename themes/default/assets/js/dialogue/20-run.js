/* A run with the way it took: going on, going back, keeping it and taking it up again. Plain values, no page. */
(function () {
  "use strict";

  const machine = teachback.machine;

  /** @type {Runs["begin"]} */
  function begin(course, scene) {
    return { course: course, states: [machine.start(course, scene)], moves: [] };
  }

  /** @type {Runs["state"]} */
  function state(run) {
    return run.states[run.states.length - 1];
  }

  /** @type {Runs["place"]} */
  function place(run) {
    return machine.at(run.course, state(run));
  }

  /**
   * @param {Run} run
   * @param {number | null} choice  null goes on
   * @returns {Run}
   */
  function moved(run, choice) {
    const now = state(run);
    const then = choice === null ? machine.next(run.course, now) : machine.choose(run.course, now, choice);
    return { course: run.course, states: run.states.concat(then), moves: run.moves.concat(choice) };
  }

  /**
   * Goes past lists without an open choice.
   * @param {Run} run
   */
  function settled(run) {
    let here = place(run);
    while (here.kind === "choices" && here.open.length === 0) {
      run = moved(run, null);
      here = place(run);
    }
    return run;
  }

  /** @type {Runs["advance"]} */
  function advance(run, all) {
    let more = true;
    run = settled(run);
    while (more && place(run).kind === "text") {
      run = settled(moved(run, null));
      more = all;
    }
    return run;
  }

  /**
   * Whether a move from here starts another run.
   * @param {Run} run
   * @param {number | undefined} to
   */
  function leaves(run, to) {
    return to !== undefined && run.course.scenes[state(run).scene].ending !== null;
  }

  /** @type {Runs["lead"]} */
  function lead(run) {
    const here = place(run);
    if (here.kind !== "lead") return run;
    return leaves(run, here.to) ? begin(run.course, here.to) : settled(moved(run, null));
  }

  /** @type {Runs["choose"]} */
  function choose(run, choice) {
    const here = place(run);
    if (here.kind !== "choices" || !here.open.includes(choice)) return run;
    const to = here.choices[choice].to;
    return leaves(run, to) ? begin(run.course, to) : settled(moved(run, choice));
  }

  /** @type {Runs["rewind"]} */
  function rewind(run, move) {
    return { course: run.course, states: run.states.slice(0, move + 1), moves: run.moves.slice(0, move) };
  }

  /** @type {Runs["lastChoice"]} */
  function lastChoice(run) {
    let at = run.moves.length - 1;
    while (at >= 0 && run.moves[at] === null) at -= 1;
    return at;
  }

  /** @type {Runs["moments"]} */
  function moments(run) {
    /** @type {RunMoment[]} */
    const out = [];
    run.moves.forEach(function (choice, move) {
      const before = run.states[move];
      const here = machine.at(run.course, before);
      const best = here.kind === "choices" ? here.open.filter(function (at) { return here.choices[at].best; }) : [];
      if (choice === null && here.kind !== "text") return;
      out.push({ move: move, scene: before.scene, turn: before.turn, choice: choice, best: best, values: run.states[move + 1].values });
    });
    return out;
  }

  /** @type {Runs["save"]} */
  function save(run, fingerprint) {
    /** @type {SavedRun["choices"]} */
    const choices = [];
    run.moves.forEach(function (choice, move) {
      const here = machine.at(run.course, run.states[move]);
      if (choice === null || here.kind !== "choices") return;
      choices.push({ scene: run.course.scenes[run.states[move].scene].id, choice: here.choices[choice].key });
    });
    const from = run.course.scenes[run.states[0].scene].id;
    return { fingerprint: fingerprint, from: from, choices: choices, pauses: run.moves.length - 1 - lastChoice(run) };
  }

  /**
   * Goes on to where the script wants a choice, or to an end; with a number, by no more moves than that. In a script that
   * was changed links may lead round for ever.
   * @param {Run} run
   * @param {number} [moves]
   */
  function onward(run, moves) {
    const most = moves === undefined ? run.moves.length + 2 * size(run.course) : moves;
    let here = place(run);
    while (run.moves.length < most && !here.ended && (here.kind === "text" || here.kind === "lead")) {
      run = here.kind === "text" ? advance(run, false) : lead(run);
      here = place(run);
    }
    return run;
  }

  /** @param {ScriptCourse} course */
  function size(course) {
    return course.scenes.reduce(function (sum, scene) { return sum + scene.turns.length + 1; }, 0);
  }

  /** @type {Runs["restore"]} */
  function restore(course, saved) {
    const from = course.scenes.findIndex(function (scene) { return scene.id === saved.from; });
    let run = settled(begin(course, Math.max(from, 0)));
    let whole = from >= 0;
    for (const taken of whole ? saved.choices : []) {
      const next = onward(run);
      const number = known(next, taken);
      if (number < 0) {
        whole = false;
        break;
      }
      run = choose(next, number);
    }
    return { run: onward(run, lastChoice(run) + 1 + (whole ? saved.pauses : 1)), whole: whole };
  }

  /**
   * The number of a choice that was taken, when it is open where the run is; else -1.
   * @param {Run} run
   * @param {SavedRun["choices"][number]} taken
   */
  function known(run, taken) {
    const here = place(run);
    if (here.kind !== "choices" || run.course.scenes[state(run).scene].id !== taken.scene) return -1;
    const found = here.open.find(function (at) { return here.choices[at].key === taken.choice; });
    return found === undefined ? -1 : found;
  }

  Object.assign(teachback, {
    runs: {
      begin: begin, state: state, place: place, advance: advance, lead: lead, choose: choose, rewind: rewind,
      lastChoice: lastChoice, moments: moments, save: save, restore: restore,
    },
  });
})();
