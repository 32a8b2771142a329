/* What is typed, looked up: words by their stems, the last one also by its beginning, unknown ones by what looks like them;
   pages ordered by BM25 (Robertson and Zaragoza, 2009) with more weight on titles and headings. */
(function () {
  "use strict";

  const search = teachback.search;
  const TITLE = 5;
  const HEADING = 3;
  const K = 1.2;
  const B = 0.6;
  /* Endings of a beginning that are looked up, and files of words that are read for them. */
  const ENDINGS = 24;
  const FILES = 3;

  /**
   * @param {string} typed
   * @returns {SearchClause[]} each word, and each text in quotation marks
   */
  function parse(typed) {
    /** @type {SearchClause[]} */
    const out = [];
    typed.split(/["“”„«»]/).forEach(function (text, at) {
      const words = search.words(text).filter(function (word) { return !word.last; });
      if (at % 2 === 1 && words.length > 0) {
        out.push({ words: words, phrase: true, open: false });
        return;
      }
      words.forEach(function (word) {
        const known = out.some(function (other) { return !other.phrase && other.words[0].text === word.text; });
        if (!known) out.push({ words: [word], phrase: false, open: false });
      });
    });
    const last = out[out.length - 1];
    if (last && !last.phrase && /[\p{Alphabetic}\p{N}\p{M}]$/u.test(typed)) last.open = true;
    return out;
  }

  /**
   * @param {SearchCatalog} catalog
   * @param {SearchClause} clause
   * @returns {Promise<SearchHit | null>} null: the words say nothing alone
   */
  function lookUp(catalog, clause) {
    const words = clause.words.filter(function (word) { return word.pair || !catalog.stop.has(word.text) || clause.open; });
    if (words.length === 0) return Promise.resolve(null);
    if (clause.phrase) return phrase(catalog, words);
    return alternatives(catalog, words[0], clause.open).then(function (found) {
      return known(catalog, found, undefined).then(function (hit) {
        const stopped = catalog.stop.has(words[0].text);
        if (hit.sections.size > 0) return hit;
        if (stopped) return null;
        return words[0].pair ? hit : likely(catalog, words[0].text);
      });
    });
  }

  /**
   * @param {SearchCatalog} catalog
   * @param {SearchWord} word
   * @param {boolean} open whether more letters may follow
   * @returns {Promise<Map<string, number>>} stems, and how much each counts
   */
  function alternatives(catalog, word, open) {
    const own = new Map([[word.pair ? word.text : search.stem(catalog.stemmer, word.text), 1]]);
    const signs = Array.from(word.text).length;
    if (word.pair) {
      if (signs > 1) return Promise.resolve(own);
      return search.stemsFrom(catalog, word.text).then(function (stems) {
        return new Map(stems.map(function (stem) { return [stem, 1]; }));
      });
    }
    if (!open || signs < 2) return Promise.resolve(own);
    return search.forms(catalog, word.text, word.text + "\uffff", FILES).then(function (forms) {
      const longer = forms.filter(function (form) { return form.startsWith(word.text); });
      longer.sort(function (a, b) { return a.length - b.length; });
      longer.slice(0, ENDINGS).forEach(function (form) {
        const stem = search.stem(catalog.stemmer, form);
        if (!own.has(stem)) own.set(stem, 0.4 + 0.5 * word.text.length / form.length);
      });
      return own;
    });
  }

  /**
   * Words that the site has and that look like one that it does not have.
   * @param {SearchCatalog} catalog
   * @param {string} word
   * @returns {Promise<SearchHit>}
   */
  function likely(catalog, word) {
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    const empty = { stems: new Map(), sections: new Map(), instead: undefined };
    if (most === 0) return Promise.resolve(empty);
    const first = Array.from(word)[0];
    return search.forms(catalog, first, first + "\uffff", Infinity).then(function (near) {
      const found = closest(near, word, most);
      if (found.length > 0) return found;
      return search.forms(catalog, "", "\uffff", Infinity).then(function (all) { return closest(all, word, most); });
    }).then(function (found) {
      if (found.length === 0) return empty;
      const stems = new Map();
      found.forEach(function (one) {
        const stem = search.stem(catalog.stemmer, one.form);
        if (!stems.has(stem)) stems.set(stem, 0.7 / one.distance);
      });
      return known(catalog, stems, found[0].form);
    });
  }

  /**
   * @param {string[]} forms
   * @param {string} word
   * @param {number} most
   */
  function closest(forms, word, most) {
    /** @type {{ form: string, distance: number }[]} */
    let out = [];
    let least = most;
    forms.forEach(function (form) {
      const distance = search.distance(word, form, least);
      if (distance > least) return;
      if (distance < least) out = [];
      least = distance;
      out.push({ form: form, distance: distance });
    });
    /* Who mistypes rarely mistypes the first letter, and leaves letters out more often than in. */
    const first = word[0];
    out.sort(function (a, b) { return Number(b.form[0] === first) - Number(a.form[0] === first) || b.form.length - a.form.length; });
    return out.slice(0, 5);
  }

  /**
   * @param {SearchCatalog} catalog
   * @param {Map<string, number>} stems
   * @param {string | undefined} instead
   * @returns {Promise<SearchHit>} the sections that have one of the stems
   */
  function known(catalog, stems, instead) {
    return search.places(catalog, Array.from(stems.keys())).then(function (found) {
      /** @type {SearchHit} */
      const hit = { stems: stems, sections: new Map(), instead: instead };
      found.forEach(function (places, stem) {
        add(catalog, hit, places, stems.get(stem) || 1);
      });
      return hit;
    });
  }

  /**
   * @param {SearchCatalog} catalog
   * @param {SearchHit} hit
   * @param {SearchPlaces} places
   * @param {number} weight
   */
  function add(catalog, hit, places, weight) {
    const all = catalog.lengths.length;
    const rare = Math.log(1 + (all - places.size + 0.5) / (places.size + 0.5));
    places.forEach(function (list, section) {
      const head = catalog.heads[section];
      const page = catalog.pageOf[section];
      const worth = section === catalog.firsts[page] ? TITLE : HEADING;
      const count = list.reduce(function (sum, place) { return sum + (place < head ? worth : 1); }, 0);
      const size = 1 - B + B * catalog.lengths[section] / catalog.mean;
      const score = weight * rare * count * (K + 1) / (count + K * size);
      const before = hit.sections.get(section);
      hit.sections.set(section, {
        score: Math.max(score, before ? before.score : 0),
        places: before ? before.places.concat(list) : list,
      });
    });
  }

  /**
   * Words that have to stand side by side; those that say nothing alone leave their place open.
   * @param {SearchCatalog} catalog
   * @param {SearchWord[]} words
   * @returns {Promise<SearchHit>}
   */
  function phrase(catalog, words) {
    const stems = words.map(function (word) { return word.pair ? word.text : search.stem(catalog.stemmer, word.text); });
    return search.places(catalog, stems).then(function (found) {
      const lists = stems.map(function (stem) { return found.get(stem) || /** @type {SearchPlaces} */ (new Map()); });
      /** @type {SearchPlaces} */
      const together = new Map();
      lists[0].forEach(function (places, section) {
        const fits = places.filter(function (place) {
          return lists.every(function (list, i) {
            const others = list.get(section);
            return others !== undefined && others.includes(place + words[i].at - words[0].at);
          });
        });
        if (fits.length > 0) together.set(section, fits);
      });
      /** @type {SearchHit} */
      const hit = { stems: new Map(stems.map(function (stem) { return [stem, 1]; })), sections: new Map(), instead: undefined };
      add(catalog, hit, together, stems.length);
      return hit;
    });
  }

  /**
   * @param {SearchCatalog} catalog
   * @param {string} typed
   * @param {SearchFilter} filter
   * @returns {Promise<SearchAnswer>}
   */
  function find(catalog, typed, filter) {
    const clauses = parse(typed);
    return Promise.all(clauses.map(function (clause) { return lookUp(catalog, clause); })).then(function (all) {
      /** @type {SearchHit[]} */
      const hits = [];
      const said = clauses.map(function (clause, i) {
        const hit = all[i];
        if (hit) hits.push(hit);
        return hit && hit.instead ? hit.instead : clause.words.map(function (word) { return word.text; }).join(" ");
      });
      const strict = all.map(function (hit, i) { return clauses[i].phrase ? hit : null; });
      const pages = ranked(catalog, hits, filter).filter(function (page) {
        return strict.every(function (hit) {
          return !hit || page.sections.some(function (section) { return hit.sections.has(section); });
        });
      });
      /** @type {Set<string>} */
      const stems = new Set();
      hits.forEach(function (hit) { hit.stems.forEach(function (_, stem) { stems.add(stem); }); });
      const changed = hits.some(function (hit) { return hit.instead; });
      return { catalog: catalog, pages: pages, stems: stems, instead: changed ? said.join(" ") : null };
    });
  }

  /**
   * @param {SearchCatalog} catalog
   * @param {SearchHit[]} hits
   * @param {SearchFilter} filter
   * @returns {SearchPage[]} the best one first
   */
  function ranked(catalog, hits, filter) {
    /** @type {Map<number, Map<number, number[]>>} for each page its sections, with what each word is worth there */
    const pages = new Map();
    hits.forEach(function (hit, at) {
      hit.sections.forEach(function (found, section) {
        const page = catalog.pageOf[section];
        if (!passes(catalog, page, filter)) return;
        const sections = pages.get(page) || new Map();
        pages.set(page, sections);
        const scores = sections.get(section) || hits.map(function () { return 0; });
        scores[at] = found.score;
        sections.set(section, scores);
      });
    });
    const out = Array.from(pages, function (entry) { return weighed(catalog, hits, entry[0], entry[1]); });
    return out.sort(function (a, b) { return b.score - a.score || a.page - b.page; });
  }

  /**
   * @param {SearchCatalog} catalog
   * @param {SearchHit[]} hits
   * @param {number} page
   * @param {Map<number, number[]>} sections
   * @returns {SearchPage}
   */
  function weighed(catalog, hits, page, sections) {
    /** @type {{ section: number, score: number }[]} */
    const order = [];
    const best = hits.map(function () { return 0; });
    sections.forEach(function (scores, section) {
      let sum = 0;
      scores.forEach(function (score, at) {
        sum += score;
        best[at] = Math.max(best[at], score);
        if (at > 0 && score > 0 && follows(hits[at - 1], hits[at], section)) sum += 0.3 * score;
      });
      order.push({ section: section, score: sum });
    });
    order.sort(function (a, b) { return b.score - a.score || a.section - b.section; });
    const found = best.filter(function (score) { return score > 0; }).length;
    const total = best.reduce(function (sum, score) { return sum + score; }, 0) + 0.6 * order[0].score;
    const score = total * Math.pow(found / hits.length, 2) * (1 + 0.5 * titled(catalog, hits, page));
    return { page: page, score: score, sections: order.map(function (one) { return one.section; }), scores: order.map(function (one) { return one.score; }) };
  }

  /**
   * @param {SearchHit} one
   * @param {SearchHit} next
   * @param {number} section
   */
  function follows(one, next, section) {
    const before = one.sections.get(section);
    const after = next.sections.get(section);
    return before !== undefined && after !== undefined && before.places.some(function (place) {
      return after.places.includes(place + 1) || after.places.includes(place + 2);
    });
  }

  /**
   * @param {SearchCatalog} catalog
   * @param {SearchHit[]} hits
   * @param {number} page
   * @returns {number} how much of its title is asked for, from 0 to 1
   */
  function titled(catalog, hits, page) {
    const section = catalog.firsts[page];
    const head = catalog.heads[section];
    const asked = hits.filter(function (hit) {
      const found = hit.sections.get(section);
      return found !== undefined && found.places.some(function (place) { return place < head; });
    });
    return head > 0 ? Math.min(1, asked.length / head) : 0;
  }

  /**
   * @param {SearchCatalog} catalog
   * @param {number} page
   * @param {SearchFilter} filter
   */
  function passes(catalog, page, filter) {
    const roles = catalog.roles[page];
    return (filter.kind === undefined || catalog.kinds[page] === filter.kind)
      && (filter.level === undefined || catalog.levels[page] === filter.level + 1)
      && (filter.role === undefined || roles === 0 || (roles & (1 << filter.role)) !== 0);
  }

  /**
   * The variants of one page as one result, under the best of them.
   * @param {SearchAnswer[]} answers one for each language
   * @returns {SearchResult[]}
   */
  function grouped(answers) {
    /** @type {SearchVariant[]} */
    let all = [];
    answers.forEach(function (answer) {
      all = all.concat(answer.pages.map(function (page) { return { answer: answer, found: page }; }));
    });
    all.sort(function (a, b) { return b.found.score - a.found.score; });
    /** @type {Map<number, SearchResult>} */
    const groups = new Map();
    all.forEach(function (variant) {
      const group = variant.answer.catalog.groups[variant.found.page];
      const known = groups.get(group);
      if (known) known.others.push(variant);
      else groups.set(group, { best: variant, others: [] });
    });
    return Array.from(groups.values());
  }

  Object.assign(search, { find: find, grouped: grouped, parse: parse });
})();
