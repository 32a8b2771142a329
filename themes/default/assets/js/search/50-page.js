/* The page that searches: field, filters, results. What is asked for stands in the address, so that it can be kept, sent
   and gone back to. */
(function () {
  "use strict";

  const main = document.getElementById("tb-main");
  const host = main && main.querySelector("[data-search]");
  if (!(host instanceof HTMLElement)) return;
  const search = teachback.search;
  /** @type {SearchSite} */
  const site = JSON.parse(host.dataset.search || "");
  const STEP = 10;
  const SECTIONS = 3;
  const FILTERS = ["kind", "level", "role", "lang"];

  /** @param {string} name */
  function part(name) {
    return /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (main).querySelector('[data-part="' + name + '"]'));
  }

  const form = /** @type {HTMLFormElement} */ (part("form"));
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const list = part("results");
  const status = part("status");
  const said = status.dataset;
  const pattern = /** @type {HTMLTemplateElement} */ (part("result")).content;
  /** @type {SearchResult[]} */
  let results = [];
  let shown = 0;
  /* Answers to what was asked before come too late. */
  let turn = 0;
  /** @type {number | undefined} */
  let wait;
  /** @type {number | undefined} */
  let speak;

  /** @param {string} name */
  function choice(name) {
    const control = form.elements.namedItem(name);
    return control instanceof HTMLSelectElement ? control : null;
  }

  /** What is asked for, as it stands in the address. */
  function asked() {
    const out = new URLSearchParams();
    if (field.value.trim()) out.set("q", field.value.trim());
    FILTERS.forEach(function (name) {
      const control = choice(name);
      if (control && control.value !== standard(name)) out.set(name, control.value);
    });
    return out.toString();
  }

  /** @param {string} name */
  function standard(name) {
    return name === "lang" ? site.lang : "";
  }

  function fromAddress() {
    const address = new URLSearchParams(location.search);
    field.value = address.get("q") || "";
    FILTERS.forEach(function (name) {
      const control = choice(name);
      if (!control) return;
      control.value = address.get(name) || standard(name);
      if (control.selectedIndex < 0) control.value = standard(name);
    });
  }

  /** @param {boolean} kept whether going back leads here again */
  function toAddress(kept) {
    const query = asked();
    if (query === location.search.slice(1)) return;
    const address = location.pathname + (query ? "?" + query : "");
    if (kept) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  /**
   * @param {string} name
   * @param {{ id: string }[]} options
   */
  function placeOf(name, options) {
    const control = choice(name);
    const at = options.findIndex(function (option) { return control !== null && option.id === control.value; });
    return at < 0 ? undefined : at;
  }

  function languages() {
    const control = choice("lang");
    return control && control.value === "all" ? Object.keys(site.catalogs) : [control ? control.value : site.lang];
  }

  function look() {
    const mine = ++turn;
    const typed = field.value;
    if (!typed.trim()) return draw([], null, true);
    const filter = { kind: placeOf("kind", site.kinds), level: placeOf("level", site.levels), role: placeOf("role", site.roles) };
    Promise.all(languages().map(function (lang) {
      return search.open(lang, site.catalogs[lang]).then(function (catalog) { return search.find(catalog, typed, filter); });
    })).then(function (answers) {
      if (mine !== turn) return;
      const instead = answers.map(function (answer) { return answer.instead; }).find(function (text) { return text; });
      const found = search.grouped(answers);
      return draw(found, found.length > 0 && instead ? instead : null, false);
    }).catch(function () {
      if (mine === turn) say(said.fault || "");
    });
  }

  /** @param {string} text said when nothing is typed for a moment */
  function say(text) {
    clearTimeout(speak);
    speak = window.setTimeout(function () { status.textContent = text; }, 250);
  }

  /**
   * @param {SearchResult[]} found
   * @param {string | null} instead what was looked for in place of what was typed
   * @param {boolean} idle nothing is asked for
   */
  function draw(found, instead, idle) {
    results = found;
    shown = 0;
    const mine = turn;
    part("empty").hidden = idle || found.length > 0;
    if (found.length === 0 && !idle) suggest();
    const count = teachback.formats.fill(said.count, { count: found.length });
    const words = found.length === 0 ? said.none || "" : count + (instead ? ". " + teachback.formats.fill(said.instead, { words: instead }) : "");
    return next().then(function (items) {
      if (mine !== turn) return;
      list.replaceChildren.apply(list, items);
      list.hidden = items.length === 0;
      say(idle ? "" : words);
    });
  }

  /** @returns {Promise<HTMLElement[]>} the next results */
  function next() {
    const some = results.slice(shown, shown + STEP);
    shown += some.length;
    part("more").hidden = shown >= results.length;
    return Promise.all(some.map(drawn));
  }

  /**
   * @param {SearchResult} result
   * @returns {Promise<HTMLElement>}
   */
  function drawn(result) {
    const variants = [result.best].concat(result.others);
    return Promise.all(variants.map(function (variant) {
      return search.text(variant.answer.catalog, variant.found.page);
    })).then(function (texts) {
      const item = /** @type {HTMLElement} */ (/** @type {Element} */ (pattern.firstElementChild).cloneNode(true));
      const catalog = result.best.answer.catalog;
      if (catalog.lang !== site.lang) {
        item.lang = catalog.lang;
        item.dir = "auto";
      }
      const title = inside(item, "title");
      fill(title, search.marked(catalog, result.best.answer.stems, texts[0].title));
      /** @type {HTMLAnchorElement} */ (title).href = texts[0].path;
      facts(inside(item, "facts"), result.best);
      sections(item, result.best, texts[0]);
      others(item, result, texts);
      return item;
    });
  }

  /**
   * @param {Element} item
   * @param {string} name
   */
  function inside(item, name) {
    return /** @type {HTMLElement} */ (item.querySelector('[data-part="' + name + '"]'));
  }

  /**
   * @param {HTMLElement} place
   * @param {SearchPiece[]} pieces
   */
  function fill(place, pieces) {
    place.replaceChildren.apply(place, pieces.map(function (piece) {
      if (!piece.mark) return document.createTextNode(piece.text);
      const mark = document.createElement("mark");
      mark.textContent = piece.text;
      return mark;
    }));
  }

  /**
   * @param {HTMLElement} place
   * @param {SearchVariant} variant
   */
  function facts(place, variant) {
    const catalog = variant.answer.catalog;
    const page = variant.found.page;
    const words = [site.kinds[catalog.kinds[page]].label];
    const level = site.levels[catalog.levels[page] - 1];
    if (level) words.push(level.label);
    if (catalog.lang !== site.lang) words.push(nameOf(catalog.lang));
    place.lang = site.lang;
    words.forEach(function (text) {
      const fact = document.createElement("li");
      fact.textContent = text;
      place.append(fact);
    });
  }

  /** @param {string} lang */
  function nameOf(lang) {
    const found = site.languages.find(function (option) { return option.id === lang; });
    return found ? found.label : lang;
  }

  /**
   * The passage of the page itself, and the headings below which more was found.
   * @param {HTMLElement} item
   * @param {SearchVariant} variant
   * @param {SearchText} text
   */
  function sections(item, variant, text) {
    const catalog = variant.answer.catalog;
    const stems = variant.answer.stems;
    const found = variant.found;
    const first = catalog.firsts[found.page];
    const good = found.sections.filter(function (_, at) { return at < SECTIONS && found.scores[at] * 2 >= found.scores[0]; });
    const lead = inside(item, "passage");
    if (good.includes(first) && text.sections[0][2]) fill(lead, search.passage(catalog, stems, text.sections[0][2]));
    else lead.remove();
    const place = inside(item, "sections");
    good.filter(function (section) { return section !== first; }).forEach(function (section) {
      const one = text.sections[section - first];
      const entry = /** @type {HTMLElement} */ (/** @type {Element} */ (pattern.lastElementChild).cloneNode(true));
      const link = /** @type {HTMLAnchorElement} */ (inside(entry, "heading"));
      link.href = text.path + "#" + one[0];
      fill(link, search.marked(catalog, stems, one[1]));
      fill(inside(entry, "words"), search.passage(catalog, stems, one[2]));
      place.append(entry);
    });
    if (!place.firstElementChild) place.remove();
  }

  /**
   * The same page in other levels and languages.
   * @param {HTMLElement} item
   * @param {SearchResult} result
   * @param {SearchText[]} texts
   */
  function others(item, result, texts) {
    const place = inside(item, "others");
    if (result.others.length === 0) return place.remove();
    const order = result.others.map(function (variant, at) { return { variant: variant, path: texts[at + 1].path }; });
    order.sort(function (a, b) { return weight(a.variant) - weight(b.variant); });
    place.lang = site.lang;
    order.forEach(function (other) {
      const catalog = other.variant.answer.catalog;
      const level = site.levels[catalog.levels[other.variant.found.page] - 1];
      const link = document.createElement("a");
      link.href = other.path;
      const words = [level ? level.label : "", catalog.lang === result.best.answer.catalog.lang ? "" : nameOf(catalog.lang)];
      link.textContent = words.filter(Boolean).join(", ") || site.kinds[catalog.kinds[other.variant.found.page]].label;
      const entry = document.createElement("li");
      entry.append(link);
      inside(place, "list").append(entry);
    });
  }

  /** @param {SearchVariant} variant languages in order, in each the easiest level first */
  function weight(variant) {
    const catalog = variant.answer.catalog;
    const lang = site.languages.findIndex(function (option) { return option.id === catalog.lang; });
    return lang * 100 + catalog.levels[variant.found.page];
  }

  /** What can be done when nothing was found. */
  function suggest() {
    const narrowed = FILTERS.slice(0, 3).some(function (name) {
      const control = choice(name);
      return control !== null && control.value !== "";
    });
    const control = choice("lang");
    part("widen").hidden = !narrowed;
    part("everywhere").hidden = !control || control.value === "all";
  }

  function links() {
    return Array.from(list.querySelectorAll("a"));
  }

  /** @param {boolean} kept */
  function ask(kept) {
    clearTimeout(wait);
    toAddress(kept);
    look();
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    ask(true);
  });
  field.addEventListener("input", function () {
    clearTimeout(wait);
    wait = window.setTimeout(function () { ask(false); }, 120);
  });
  form.addEventListener("change", function (event) {
    if (event.target !== field) ask(true);
  });
  window.addEventListener("popstate", function () {
    fromAddress();
    look();
  });

  part("widen").addEventListener("click", function () {
    FILTERS.slice(0, 3).forEach(function (name) {
      const control = choice(name);
      if (control) control.value = "";
    });
    ask(true);
    field.focus();
  });
  part("everywhere").addEventListener("click", function () {
    const control = choice("lang");
    if (control) control.value = "all";
    ask(true);
    field.focus();
  });
  part("more").addEventListener("click", function () {
    const before = list.children.length;
    next().then(function (items) {
      list.append.apply(list, items);
      const link = list.children[before] && list.children[before].querySelector("a");
      if (link) link.focus();
    });
  });

  /* Arrows go from the field through the results and back, Escape goes to the field and empties it. */
  form.addEventListener("keydown", function (event) {
    if (event.target !== field) return;
    const first = links()[0];
    if (event.key === "ArrowDown" && first) {
      event.preventDefault();
      first.focus();
    } else if (event.key === "Escape" && field.value) {
      event.preventDefault();
      field.value = "";
      ask(false);
    }
  });
  list.addEventListener("keydown", function (event) {
    const all = links();
    const at = all.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = event.key === "ArrowDown" ? all[at + 1] : event.key === "ArrowUp" ? all[at - 1] || field : event.key === "Escape" ? field : null;
    if (!to) return;
    event.preventDefault();
    to.focus();
  });

  /* The key that leads here from every page can be switched off for who speaks to the device. */
  const slash = /** @type {HTMLInputElement} */ (document.getElementById("search-slash"));
  slash.checked = !teachback.store.get("settings", "slash");
  slash.addEventListener("change", function () {
    if (slash.checked) teachback.store.drop("settings", "slash");
    else teachback.store.put("settings", "slash", { off: true });
  });

  part("needs-script").remove();
  part("search").hidden = false;
  fromAddress();
  if (field.value) look();
  /* Who came by the key means to type; others find the way past the menu first. */
  else if (location.hash === "#search-field") field.focus();
})();
