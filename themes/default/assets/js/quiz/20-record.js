/* What is kept of a quiz. Each function takes what was kept and gives what to keep next; nothing here reads or writes. */
(function () {
  "use strict";

  /**
   * @param {unknown} value
   * @returns {Record<string, unknown>}
   */
  function object(value) {
    return value && typeof value === "object" && !Array.isArray(value) ? /** @type {Record<string, unknown>} */ (value) : {};
  }

  /** @param {unknown} value */
  function amount(value) {
    return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : 0;
  }

  /** @param {unknown} value */
  function text(value) {
    return typeof value === "string" ? value : "";
  }

  /**
   * @param {unknown} value
   * @returns {Sitting | null}
   */
  function sitting(value) {
    const found = object(value);
    const ids = Array.isArray(found.ids) ? found.ids.filter(function (id) { return typeof id === "string"; }) : [];
    if (ids.length === 0 || !text(found.seed)) return null;
    return {
      attempt: amount(found.attempt) || 1,
      counts: found.counts !== false,
      seed: text(found.seed),
      ids: ids,
      prints: /** @type {Record<string, string>} */ (object(found.prints)),
      answers: /** @type {Record<string, QuestionAnswer>} */ (object(found.answers)),
      sure: /** @type {Record<string, boolean>} */ (object(found.sure)),
      started: text(found.started),
      seconds: amount(found.seconds),
    };
  }

  /**
   * @param {unknown} value
   * @returns {QuizOutcome | null}
   */
  function outcome(value) {
    const found = object(value);
    if (typeof found.percent !== "number" || !Number.isFinite(found.percent)) return null;
    return {
      percent: Math.min(Math.max(found.percent, 0), 100),
      passed: typeof found.passed === "boolean" ? found.passed : null,
      at: text(found.at),
      attempt: amount(found.attempt) || 1,
    };
  }

  /**
   * What was kept, whatever became of it since: what cannot be used is left out.
   * @param {unknown} value
   * @returns {QuizRecord}
   */
  function read(value) {
    const found = object(value);
    const last = sitting(found.last);
    const result = outcome(found.last);
    return {
      best: outcome(found.best),
      tries: Math.floor(amount(found.tries)),
      current: sitting(found.current),
      last: last && result ? Object.assign(last, result) : null,
      minutes: amount(found.minutes),
    };
  }

  /**
   * How many attempts that count are left; null where there is no limit.
   * @param {QuizRecord} record
   * @param {number | null} attempts
   */
  function left(record, attempts) {
    return attempts === null ? null : Math.max(attempts - record.tries, 0);
  }

  /**
   * A new attempt; when none is left, it is practice and does not count.
   * @param {QuizRecord} record
   * @param {number | null} attempts
   * @param {{ seed: string, ids: string[], prints: Record<string, string>, now: string }} drawn
   * @returns {Sitting}
   */
  function begin(record, attempts, drawn) {
    return {
      attempt: record.tries + 1,
      counts: left(record, attempts) !== 0,
      seed: drawn.seed,
      ids: drawn.ids,
      prints: Object.fromEntries(drawn.ids.map(function (id) { return [id, drawn.prints[id]]; })),
      answers: {},
      sure: {},
      started: drawn.now,
      seconds: 0,
    };
  }

  /**
   * Holds an attempt against the questions that the page has now. Answers to changed questions are dropped, and so are
   * questions that are gone.
   * @param {Sitting} kept
   * @param {Record<string, string>} prints of the page
   * @returns {{ sitting: Sitting, gone: number, changed: string[] }}
   */
  function mend(kept, prints) {
    const ids = kept.ids.filter(function (id) { return Object.hasOwn(prints, id); });
    const changed = ids.filter(function (id) { return kept.prints[id] !== prints[id]; });
    /**
     * @template T
     * @param {Record<string, T>} all
     */
    function still(all) {
      return Object.fromEntries(ids.filter(function (id) { return Object.hasOwn(all, id) && !changed.includes(id); }).map(function (id) { return [id, all[id]]; }));
    }
    const now = Object.fromEntries(ids.map(function (id) { return [id, prints[id]]; }));
    return {
      sitting: Object.assign({}, kept, { ids: ids, prints: now, answers: still(kept.answers), sure: still(kept.sure) }),
      gone: kept.ids.length - ids.length,
      changed: changed,
    };
  }

  /**
   * @param {QuizRecord} record
   * @param {Sitting} sitting that was handed in
   * @param {QuizResult} result
   * @param {string} now
   * @returns {QuizRecord}
   */
  function finish(record, sitting, result, now) {
    const outcome = { percent: result.percent, passed: result.passed, at: now, attempt: sitting.attempt };
    const last = Object.assign({}, sitting, outcome);
    if (!sitting.counts) return Object.assign({}, record, { current: null, last: last });
    const old = record.best;
    const best = !old || outcome.percent > old.percent ? outcome : old;
    const passed = Boolean(old && old.passed) || outcome.passed;
    return {
      best: Object.assign({}, best, { passed: passed }),
      tries: record.tries + 1,
      current: null,
      last: last,
      minutes: Math.round(10 * (record.minutes + sitting.seconds / 60)) / 10,
    };
  }

  globalThis.teachback = Object.assign(globalThis.teachback || {}, {
    record: { read: read, left: left, begin: begin, mend: mend, finish: finish },
  });
})();
