/* The index: small scripts, each loaded when it is first asked for. A script hands its data to `teachback.searchData`. */
(function () {
  "use strict";

  const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  /** @type {Record<string, any>} */
  const given = {};
  /** @type {Record<string, Promise<any>>} */
  const asked = {};

  teachback.searchData = function (key, data) { given[key] = data; };

  /**
   * @param {string} src
   * @returns {Promise<void>}
   */
  function loadScript(src) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = src;
      script.onload = function () { resolve(); };
      script.onerror = function () { reject(new Error(src)); };
      document.head.append(script);
    });
  }

  /**
   * @param {string} key
   * @param {string} src
   * @param {(data: any) => any} read
   */
  function load(key, src, read) {
    if (!asked[key]) {
      asked[key] = teachback.search.loadScript(src).then(function () {
        const data = read(given[key]);
        delete given[key];
        return data;
      });
      /* What failed may be there the next time. */
      asked[key].catch(function () { delete asked[key]; });
    }
    return asked[key];
  }

  /**
   * @param {string} text
   * @returns {number[]}
   */
  function numbers(text) {
    const out = [];
    let number = 0;
    let worth = 1;
    for (let i = 0; i < text.length; i++) {
      const code = SIGNS.indexOf(text[i]);
      number += (code % 32) * worth;
      worth *= 32;
      if (code < 32) {
        out.push(number);
        number = 0;
        worth = 1;
      }
    }
    return out;
  }

  /** @param {string} text lengths, a sign each */
  function lengths(text) {
    return Array.from(text, function (sign) {
      const code = SIGNS.indexOf(sign);
      return code < 8 ? code : (4 + (code % 4)) * Math.pow(2, Math.floor(code / 4) - 1);
    });
  }

  /**
   * @param {string} lang
   * @param {string} src the catalog's script
   * @returns {Promise<SearchCatalog>}
   */
  function open(lang, src) {
    return load(lang + "/catalog", src, function (data) {
      const sizes = lengths(data.lengths);
      const counts = numbers(data.sections);
      /** @type {number[]} */
      const pageOf = [];
      const firsts = counts.map(function (count, page) {
        const first = pageOf.length;
        for (let i = 0; i < count; i++) pageOf.push(page);
        return first;
      });
      return {
        lang: lang,
        folder: src.slice(0, src.lastIndexOf("/") + 1),
        stemmer: data.stemmer,
        stop: new Set(data.stemmer.stop.split(" ")),
        lengths: sizes,
        mean: sizes.reduce(function (sum, size) { return sum + size; }, 0) / Math.max(sizes.length, 1),
        heads: lengths(data.heads),
        pageOf: pageOf,
        firsts: firsts,
        kinds: numbers(data.kinds),
        levels: numbers(data.levels),
        roles: numbers(data.roles),
        groups: numbers(data.groups),
        parts: { words: data.words, terms: data.terms, texts: data.texts },
      };
    });
  }

  /**
   * @param {SearchCatalog} catalog
   * @param {"words" | "terms" | "texts"} sort
   * @param {number} number
   */
  function part(catalog, sort, number) {
    const name = sort + "-" + number;
    const src = catalog.folder + name + "." + catalog.parts[sort].marks[number] + ".js";
    return load(catalog.lang + "/" + name, src, readers[sort]);
  }

  /** @type {Record<string, (data: any) => any>} */
  const readers = {
    words: function (data) { return data.split(" "); },
    terms: function (data) {
      const out = new Map();
      data.split("\n").forEach(function (/** @type {string} */ line) {
        const cut = line.indexOf(" ");
        out.set(line.slice(0, cut), line.slice(cut + 1));
      });
      return out;
    },
    texts: function (data) { return data; },
  };

  /**
   * @param {string[]} first what each part begins with
   * @param {string} from
   * @param {string} to
   * @returns {number[]} the parts that can hold something from `from` to `to`
   */
  function between(first, from, to) {
    const out = [];
    for (let at = 0; at < first.length; at++) {
      if (first[at] <= to && (at + 1 === first.length || first[at + 1] > from)) out.push(at);
    }
    return out;
  }

  /**
   * @param {SearchCatalog} catalog
   * @param {string} from
   * @param {string} to
   * @param {number} most how many files at most
   * @returns {Promise<string[]>} words of the site
   */
  function forms(catalog, from, to, most) {
    const parts = between(catalog.parts.words.first, from, to).slice(0, most);
    return Promise.all(parts.map(function (at) { return part(catalog, "words", at); })).then(function (lists) {
      return lists.flat();
    });
  }

  /**
   * @param {SearchCatalog} catalog
   * @param {string[]} stems
   * @returns {Promise<Map<string, SearchPlaces>>} those that the site has
   */
  function places(catalog, stems) {
    const first = catalog.parts.terms.first;
    return Promise.all(stems.map(function (stem) {
      const at = between(first, stem, stem).pop();
      return at === undefined ? undefined : part(catalog, "terms", at);
    })).then(function (parts) {
      const out = new Map();
      stems.forEach(function (stem, i) {
        const line = parts[i] && parts[i].get(stem);
        if (line) out.set(stem, decoded(line));
      });
      return out;
    });
  }

  /**
   * @param {SearchCatalog} catalog
   * @param {string} sign
   * @returns {Promise<string[]>} stems that begin with a sign
   */
  function stemsFrom(catalog, sign) {
    const parts = between(catalog.parts.terms.first, sign, sign + "\uffff").slice(0, 4);
    return Promise.all(parts.map(function (at) { return part(catalog, "terms", at); })).then(function (maps) {
      const all = maps.map(function (map) { return /** @type {string[]} */ (Array.from(map.keys())); });
      return all.flat().filter(function (stem) { return stem.startsWith(sign); });
    });
  }

  /**
   * @param {string} line
   * @returns {SearchPlaces}
   */
  function decoded(line) {
    const list = numbers(line);
    const out = new Map();
    let section = 0;
    for (let i = 0; i < list.length;) {
      section += list[i];
      const count = list[i + 1];
      let place = 0;
      out.set(section, list.slice(i + 2, i + 2 + count).map(function (step) { return (place += step); }));
      i += 2 + count;
    }
    return out;
  }

  /**
   * @param {SearchCatalog} catalog
   * @param {number} page
   * @returns {Promise<SearchText>}
   */
  function text(catalog, page) {
    const first = catalog.parts.texts.first.map(Number);
    let at = 0;
    while (at + 1 < first.length && first[at + 1] <= page) at += 1;
    return part(catalog, "texts", at).then(function (pages) {
      const found = pages[page - first[at]];
      return { path: found[0], title: found[1], sections: found[2] };
    });
  }

  Object.assign(teachback.search, { open: open, forms: forms, places: places, stemsFrom: stemsFrom, text: text, loadScript: loadScript });
})();
