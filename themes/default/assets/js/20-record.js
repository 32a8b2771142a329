/* The record of what a learner did: its format, how older ones are brought up to date, how two become one. */
(function () {
  "use strict";

  const FORMAT = "teachback-progress";
  const VERSION = 2;
  /** Numbers of which the larger one holds when two records are merged. */
  const COUNTS = ["tries", "runs"];

  /** @type {Record<number, (record: StoreRecord) => void>} What makes a record of one version a record of the next. */
  const MIGRATIONS = {
    /* Items had no time. All of them are older than any that has one. */
    1: function (record) {
      each(record, function (item) {
        if (typeof item.at !== "string") item.at = "";
      });
    },
  };

  /**
   * @param {StoreRecord} record
   * @param {(item: StoreItem, section: string, id: string) => void} visit
   */
  function each(record, visit) {
    Object.keys(record.sections).forEach(function (section) {
      Object.keys(record.sections[section]).forEach(function (id) {
        visit(record.sections[section][id], section, id);
      });
    });
  }

  /**
   * @param {string} site
   * @returns {StoreRecord}
   */
  function empty(site) {
    return { format: FORMAT, version: VERSION, site: site, saved: "", erased: "", apart: false, sections: {} };
  }

  /** @param {unknown} value */
  function isPlain(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  /**
   * Takes from a text what is a record: parts of it that are no items are left out.
   * @param {string} text
   * @param {string} site
   * @returns {{ record: StoreRecord } | { fault: RecordFault }}
   */
  function read(text, site) {
    /** @type {any} */
    let found = null;
    try {
      found = JSON.parse(text);
    } catch (reason) {
      return { fault: "damaged" };
    }
    if (!isPlain(found) || found.format !== FORMAT || !Number.isInteger(found.version) || found.version < 1) return { fault: "damaged" };
    if (found.version > VERSION) return { fault: "newer" };
    if (found.site !== site) return { fault: "foreign" };
    if (!isPlain(found.sections)) return { fault: "damaged" };
    const record = taken(found, site);
    for (let version = found.version; version < VERSION; version++) MIGRATIONS[version](record);
    return { record: record };
  }

  /**
   * @param {any} found
   * @param {string} site
   */
  function taken(found, site) {
    const record = empty(site);
    record.saved = typeof found.saved === "string" ? found.saved : "";
    record.erased = typeof found.erased === "string" ? found.erased : "";
    record.apart = found.apart === true;
    Object.keys(found.sections).forEach(function (section) {
      const items = found.sections[section];
      if (!isPlain(items)) return;
      record.sections[section] = {};
      Object.keys(items).forEach(function (id) {
        if (isPlain(items[id])) record.sections[section][id] = items[id];
      });
    });
    return record;
  }

  /**
   * One record of two: of each item the newer state, with the better result and the larger counts of both.
   * @param {StoreRecord} one
   * @param {StoreRecord} other
   * @returns {StoreRecord}
   */
  function merge(one, other) {
    const out = empty(one.site);
    out.saved = later(one.saved, other.saved);
    out.erased = later(one.erased, other.erased);
    out.apart = one.apart || other.apart;
    [one, other].forEach(function (record) {
      each(record, function (item, section, id) {
        if (out.erased && text(item.at) <= out.erased) return;
        const items = out.sections[section] || (out.sections[section] = {});
        items[id] = items[id] ? mergeItems(items[id], item) : item;
      });
    });
    return out;
  }

  /**
   * @param {StoreItem} one
   * @param {StoreItem} other
   * @returns {StoreItem}
   */
  function mergeItems(one, other) {
    const newer = text(other.at) > text(one.at) ? other : one;
    if (newer.gone) return newer;
    const out = Object.assign({}, newer);
    COUNTS.forEach(function (name) {
      if (name in one || name in other) out[name] = Math.max(number(one[name]), number(other[name]));
    });
    const best = better(one.best, other.best);
    if (best !== undefined) out.best = best;
    return out;
  }

  /**
   * @param {any} one
   * @param {any} other
   */
  function better(one, other) {
    if (one === undefined || one === null) return other;
    if (other === undefined || other === null) return one;
    const rank = function (/** @type {any} */ best) {
      return isPlain(best) ? (best.passed ? 1000 : 0) + number(best.percent) : number(best);
    };
    return rank(other) > rank(one) ? other : one;
  }

  /** @param {unknown} value */
  function number(value) {
    return typeof value === "number" && isFinite(value) ? value : 0;
  }

  /** @param {unknown} value */
  function text(value) {
    return typeof value === "string" ? value : "";
  }

  /**
   * @param {string} one
   * @param {string} other
   */
  function later(one, other) {
    return one > other ? one : other;
  }

  /** @type {Records} */
  const records = { empty: empty, read: read, merge: merge, each: each };
  globalThis.teachback = Object.assign(globalThis.teachback || {}, { records: records });
})();
