/* An attempt at a quiz, as numbers: what is asked, and what it comes to. No page is needed for it. */
(function () {
  "use strict";

  /* Sums of points are not exact in binary: 0.1 + 0.2 is a little more than 0.3. */
  const SLACK = 1e-9;

  /**
   * What an attempt asks, in order. A part that draws takes graded questions only, each text one time.
   * @param {QuizPart[]} parts
   * @param {string} seed
   * @returns {string[]} ids
   */
  function plan(parts, seed) {
    /** @type {Set<string>} */
    const drawn = new Set();
    return parts.flatMap(function (part, at) {
      const pool = part.items.filter(function (item) { return part.draw === null || item.graded; });
      const mixed = teachback.shuffle(pool, seed + ":" + at);
      const fresh = mixed.filter(function (item, at) {
        return !drawn.has(item.print) && mixed.findIndex(function (other) { return other.print === item.print; }) === at;
      });
      const chosen = part.draw === null ? mixed : fresh.slice(0, part.draw);
      chosen.forEach(function (item) { drawn.add(item.print); });
      const order = part.shuffle ? chosen : pool.filter(function (item) { return chosen.includes(item); });
      return order.map(function (item) { return item.id; });
    });
  }

  /** Something that no two attempts share. */
  function seed() {
    const numbers = crypto.getRandomValues(new Uint32Array(2));
    return Array.from(numbers, function (number) { return number.toString(36); }).join("");
  }

  /**
   * The whole percent of some points, never rounded up: 79.9 is 79, and no pass at 80. Where there are no points to earn,
   * nothing is missing.
   * @param {number} earned
   * @param {number} points
   */
  function percent(earned, points) {
    return points > 0 ? Math.floor((100 * earned) / points + SLACK) : 100;
  }

  /**
   * @param {Answered[]} answered
   * @param {number | null} pass percent
   * @returns {QuizResult}
   */
  function grade(answered, pass) {
    const graded = answered.filter(function (one) { return one.score !== null; });
    /** @param {Answered[]} some */
    function sum(some) {
      return {
        earned: some.reduce(function (all, one) { return all + (one.score ? teachback.points(one.score, one.points) : 0); }, 0),
        points: some.reduce(function (all, one) { return all + one.points; }, 0),
      };
    }
    const all = sum(graded);
    const reached = percent(all.earned, all.points);
    const named = Array.from(new Set(graded.flatMap(function (one) { return one.objective ? [one.objective] : []; })));
    return {
      earned: all.earned,
      points: all.points,
      percent: reached,
      passed: pass === null ? null : reached >= pass,
      objectives: named.map(function (id) {
        return Object.assign({ id: id }, sum(graded.filter(function (one) { return one.objective === id; })));
      }),
      certainty: certainty(graded),
    };
  }

  /**
   * The ids in the four cells of sure or not, right or not; partly right is not right.
   * @param {Answered[]} graded
   * @returns {Certainty}
   */
  function certainty(graded) {
    /**
     * @param {boolean} sure
     * @param {boolean} right
     */
    function cell(sure, right) {
      const inside = graded.filter(function (one) {
        return one.given && one.sure === sure && (one.score !== null && one.score.earned === one.score.of) === right;
      });
      return inside.map(function (one) { return one.id; });
    }
    return { sureWrong: cell(true, false), unsureWrong: cell(false, false), unsureRight: cell(false, true), sureRight: cell(true, true) };
  }

  globalThis.teachback = Object.assign(globalThis.teachback || {}, { seed: seed, plan: plan, percent: percent, grade: grade });
})();
