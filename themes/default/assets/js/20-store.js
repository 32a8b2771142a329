/* What a learner does on this site, kept in the browser: one record a site, in sections, item by item. It is sent nowhere.
   Where nothing can be kept, everything works for as long as the page is open. */
(function () {
  "use strict";

  const FORMAT = "teachback-progress";
  const VERSION = 1;
  const site = document.documentElement.dataset.site || "site";
  const KEY = "teachback:" + site;

  /** @type {StoreRecord} */
  let record = empty();
  /** @type {"kept" | "missing" | "full"} */
  let state = "kept";

  /** @returns {StoreRecord} */
  function empty() {
    return { format: FORMAT, version: VERSION, site: site, sections: {} };
  }

  /** Takes what is kept now: another tab may have written since. */
  function load() {
    /** @type {string | null} */
    let text = null;
    try {
      text = localStorage.getItem(KEY);
      if (state === "missing") state = "kept";
    } catch (reason) {
      state = "missing";
      return;
    }
    if (state === "full") return;
    record = (text && read(text)) || empty();
  }

  /**
   * @param {string} text
   * @returns {StoreRecord | null} null when it is no record of progress
   */
  function read(text) {
    try {
      const found = JSON.parse(text);
      const known = found && found.format === FORMAT && found.version === VERSION && typeof found.sections === "object";
      return known && found.sections ? found : null;
    } catch (reason) {
      return null;
    }
  }

  function save() {
    if (state === "missing") return;
    try {
      localStorage.setItem(KEY, JSON.stringify(record));
      state = "kept";
    } catch (reason) {
      state = "full";
    }
  }

  /** @param {string} section */
  function all(section) {
    load();
    return Object.assign({}, record.sections[section]);
  }

  /**
   * @param {string} section
   * @param {string} id
   * @param {StoreItem | null} item  null takes it away
   */
  function put(section, id, item) {
    load();
    const items = record.sections[section] || (record.sections[section] = {});
    if (item) items[id] = item;
    else delete items[id];
    save();
    document.dispatchEvent(new CustomEvent("teachback:stored", { detail: { section: section, id: id } }));
  }

  /** @type {Store} */
  const store = {
    all: all,
    get: function (section, id) { return all(section)[id] || null; },
    put: put,
    drop: function (section, id) { put(section, id, null); },
    state: function () { return state; },
  };
  globalThis.teachback = Object.assign(globalThis.teachback || {}, { store: store });
})();
