/* What a learner does on this site, kept in the browser: one record a site, in sections, item by item. It is sent nowhere.
   Where nothing can be kept, everything works for as long as the page is open. */
(function () {
  "use strict";

  const records = teachback.records;
  const page = document.documentElement.dataset;
  const site = page.site || "site";
  const KEY = "teachback:" + site;
  const COOKIE = "tb-" + site.replace(/[^a-z0-9-]/g, "-") + "-";
  /** Browsers keep 4,096 bytes a cookie, name and all. */
  const COOKIE_ROOM = 3600;
  const MOST_COOKIES = 60;

  let record = records.empty(site);
  /** @type {StoreState} */
  let state = "kept";
  let damaged = false;
  /** The text that the record was last read from or written as. @type {string | null} */
  let known = null;
  const carries = location.protocol === "file:";

  /** Takes what is kept now: another tab may have written since. */
  function load() {
    if (state === "full") return;
    /** @type {string | null} */
    let kept = null;
    try {
      kept = localStorage.getItem(KEY);
    } catch (reason) {
      state = "missing";
    }
    if (kept !== null && kept === known) return;
    known = kept;
    const found = kept === null ? null : records.read(kept, site);
    if (found && "fault" in found) putAside(found.fault, kept || "");
    else if (found) record = found.record;
    else if (state !== "missing") record = records.empty(site);
    if (carries) take(carried());
  }

  /**
   * What cannot be read is not lost: it stays, and what is done now is kept beside it or not at all.
   * @param {RecordFault} fault
   * @param {string} text
   */
  function putAside(fault, text) {
    record = records.empty(site);
    if (fault === "newer") {
      state = "newer";
      return;
    }
    damaged = true;
    try {
      localStorage.setItem(KEY + ":damaged", text);
    } catch (reason) {
      state = "full";
    }
  }

  function save() {
    record.saved = new Date().toISOString();
    const text = JSON.stringify(record);
    if (carries) carry(text);
    if (state === "missing" || state === "newer") return;
    try {
      localStorage.setItem(KEY, text);
      known = text;
      state = "kept";
    } catch (reason) {
      state = "full";
    }
  }

  /* Opened from a disk, some browsers keep a record for each file, and only cookies for all of them. A file has no server
     that cookies could be sent to. */

  /** The folder of the site, as the path of its cookies. */
  function root() {
    const depth = (page.path || "").split("/").length;
    return location.pathname.split("/").slice(0, -depth).join("/") + "/";
  }

  function cookies() {
    /** @type {Record<string, string>} */
    const out = {};
    document.cookie.split("; ").forEach(function (pair) {
      const at = pair.indexOf("=");
      if (pair.startsWith(COOKIE)) out[pair.slice(COOKIE.length, at)] = pair.slice(at + 1);
    });
    return out;
  }

  /** @param {string} text */
  function carry(text) {
    const coded = encodeURIComponent(text);
    const count = Math.ceil(coded.length / COOKIE_ROOM);
    if (count > MOST_COOKIES) return;
    const tail = ";path=" + root() + ";samesite=strict";
    for (let at = 0; at < count; at++)
      document.cookie = COOKIE + at + "=" + coded.slice(at * COOKIE_ROOM, (at + 1) * COOKIE_ROOM) + tail;
    document.cookie = COOKIE + "count=" + count + tail;
  }

  /** @returns {StoreRecord | null} what the pages before this one carried along */
  function carried() {
    const found = cookies();
    let coded = "";
    for (let at = 0; at < Number(found.count || 0); at++) coded += found[at] || "";
    if (!coded) return null;
    try {
      const read = records.read(decodeURIComponent(coded), site);
      return "record" in read ? read.record : null;
    } catch (reason) {
      return null;
    }
  }

  /** @param {StoreRecord | null} other */
  function take(other) {
    if (!other || other.saved <= record.saved) return;
    record = records.merge(record, other);
    record.apart = state !== "missing";
  }

  /** @param {string} section */
  function all(section) {
    load();
    /** @type {Record<string, StoreItem>} */
    const out = {};
    const items = record.sections[section] || {};
    Object.keys(items).forEach(function (id) {
      if (!items[id].gone) out[id] = items[id];
    });
    return out;
  }

  /**
   * @param {string} section
   * @param {string} id
   * @param {StoreItem | null} item  null takes it away
   */
  function put(section, id, item) {
    load();
    const items = record.sections[section] || (record.sections[section] = {});
    items[id] = Object.assign({}, item || { gone: true }, { at: new Date().toISOString() });
    save();
    tell(section, id);
  }

  /**
   * @param {string} [section]
   * @param {string} [id]
   */
  function tell(section, id) {
    document.dispatchEvent(new CustomEvent("teachback:stored", { detail: { section: section, id: id } }));
  }

  /** @returns {string} the record as a file, for another browser or for later */
  function exported() {
    load();
    return JSON.stringify(Object.assign({}, record, { apart: undefined }), null, 1) + "\n";
  }

  /**
   * Adds what a file holds. Nothing that is there gets worse.
   * @param {string} text
   * @returns {RecordFault | null}
   */
  function imported(text) {
    load();
    const found = records.read(text, site);
    if ("fault" in found) return found.fault;
    /* Whoever brings a file wants what is in it, also after having erased everything here. */
    record = records.merge(Object.assign({}, record, { erased: "" }), Object.assign({}, found.record, { erased: "" }));
    save();
    tell();
    return null;
  }

  function erase() {
    const apart = record.apart;
    record = records.empty(site);
    record.erased = new Date().toISOString();
    record.apart = apart;
    damaged = false;
    try {
      localStorage.removeItem(KEY + ":damaged");
      if (state === "full" || state === "newer") state = "kept";
    } catch (reason) {
      state = "missing";
    }
    save();
    tell();
  }

  window.addEventListener("storage", function (event) {
    if (event.key === KEY) tell();
  });

  /** @type {Store} */
  const store = {
    all: all,
    get: function (section, id) { return all(section)[id] || null; },
    put: put,
    drop: function (section, id) { put(section, id, null); },
    state: function () {
      load();
      return state === "kept" && record.apart ? "apart" : state;
    },
    damaged: function () {
      load();
      return damaged;
    },
    exported: exported,
    imported: imported,
    erase: erase,
  };
  globalThis.teachback = Object.assign(globalThis.teachback || {}, { store: store });
})();
