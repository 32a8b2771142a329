/* Keeps this site for use without a network. Written by teachback build, anew for each version of the site.

   Files are kept under their path and the hash of their content, so that two versions never mix: what both have is
   fetched once, what only the old one had is deleted when the new one begins. Pages always come from the network where
   there is one: nobody is held at an old version. */
(function () {
  "use strict";

  /* Hashes by path: what is fetched at once, and what is kept when it was used. */
  /** @type {Record<string, string>} */
  const AT_ONCE = {};
  /** @type {Record<string, string>} */
  const ON_USE = {};

  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
  const SCOPE = worker.registration.scope;
  const CACHE = "teachback " + SCOPE;
  /* How long the network may take for what is kept, in milliseconds. */
  const PATIENCE = 5000;
  const FETCHED_AT_A_TIME = 6;
  /** @type {Set<string>} */
  const underWay = new Set();

  /** @param {string} path */
  function hashOf(path) {
    const list = Object.hasOwn(AT_ONCE, path) ? AT_ONCE : ON_USE;
    return Object.hasOwn(list, path) ? list[path] : "";
  }

  /** @param {string} path */
  function addressOf(path) {
    return SCOPE + path.split("/").map(encodeURIComponent).join("/");
  }

  /** @param {string} path */
  function keyOf(path) {
    return addressOf(path) + "?" + hashOf(path);
  }

  /**
   * The path of a request in the site; null for what is not of it.
   * @param {URL} url
   */
  function pathOf(url) {
    const address = url.origin + url.pathname;
    if (!address.startsWith(SCOPE)) return null;
    try {
      const path = decodeURIComponent(address.slice(SCOPE.length));
      return path === "" || path.endsWith("/") ? path + "index.html" : path;
    } catch {
      return null;
    }
  }

  /**
   * Fetches a file past the browser's own store, which may hold the one of an older version, and keeps it.
   * @param {Cache} cache
   * @param {string} path
   */
  async function keep(cache, path) {
    if (await cache.match(keyOf(path))) return;
    const response = await fetch(addressOf(path), { cache: "no-cache" });
    if (response.status !== 200) throw new Error(path + ": " + response.status);
    await cache.put(keyOf(path), unredirected(response));
  }

  /**
   * A browser does not show a kept page that came by way of another address.
   * @param {Response} response
   */
  function unredirected(response) {
    if (!response.redirected) return response;
    return new Response(response.body, { headers: response.headers });
  }

  async function keepAll() {
    const cache = await caches.open(CACHE);
    const paths = Object.keys(AT_ONCE);
    const lane = async function () {
      for (let path = paths.pop(); path !== undefined; path = paths.pop()) await keep(cache, path);
    };
    await Promise.all(Array.from({ length: FETCHED_AT_A_TIME }, lane));
  }

  /* Deletes what this version does not have. */
  async function tidy() {
    const cache = await caches.open(CACHE);
    const known = new Set([...Object.keys(AT_ONCE), ...Object.keys(ON_USE)].map(keyOf));
    const kept = await cache.keys();
    await Promise.all(kept.filter((request) => !known.has(request.url)).map((request) => cache.delete(request)));
  }

  /**
   * What is kept of a path.
   * @param {string} path
   * @returns {Promise<Response | undefined>}
   */
  async function kept(path) {
    if (hashOf(path) === "") return undefined;
    const cache = await caches.open(CACHE);
    return cache.match(keyOf(path));
  }

  /**
   * Keeps a long file after it was used; what the player of a video fetches in pieces is fetched once more as a whole.
   * @param {string} path
   */
  async function keepLater(path) {
    if (underWay.has(path)) return;
    underWay.add(path);
    try {
      await keep(await caches.open(CACHE), path);
    } catch {
      /* No room, or no network: it is used from the network next time, too. */
    } finally {
      underWay.delete(path);
    }
  }

  /**
   * The piece of a kept file that a request asks for.
   * @param {Request} request
   * @param {Response} response
   */
  async function piece(request, response) {
    const asked = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("range") || "");
    if (!asked) return response;
    const whole = await response.blob();
    const from = Number(asked[1]);
    const to = Math.min(asked[2] ? Number(asked[2]) : whole.size - 1, whole.size - 1);
    if (from > to) return new Response(null, { status: 416, headers: { "Content-Range": "bytes */" + whole.size } });
    return new Response(whole.slice(from, to + 1, whole.type), {
      status: 206,
      headers: {
        "Content-Range": "bytes " + from + "-" + to + "/" + whole.size,
        "Content-Length": String(to - from + 1),
        "Content-Type": whole.type,
      },
    });
  }

  /**
   * From the network; from what is kept when the network does not answer, fails, or takes too long.
   * @param {Request} request
   * @param {string} path
   */
  async function networkFirst(request, path) {
    const spare = await kept(path);
    const network = fetch(request);
    if (!spare) return network;
    /** @type {Promise<Response>} */
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, spare));
    try {
      const response = await Promise.race([network, late]);
      return response === spare || response.status >= 500 ? piece(request, spare) : response;
    } catch {
      return piece(request, spare);
    }
  }

  /**
   * @param {Request} request
   * @param {string} path
   */
  async function page(request, path) {
    try {
      return await networkFirst(request, path);
    } catch {
      return Response.redirect(addressOf("offline.html"));
    }
  }

  /**
   * A file whose name changes with its content is never out of date.
   * @param {Request} request
   * @param {string} path
   */
  async function keptFirst(request, path) {
    const found = await kept(path);
    return found ? piece(request, found) : fetch(request);
  }

  worker.addEventListener("install", function (event) {
    event.waitUntil(keepAll().then(() => worker.skipWaiting()));
  });

  worker.addEventListener("activate", function (event) {
    event.waitUntil(tidy().then(() => worker.clients.claim()));
  });

  worker.addEventListener("fetch", function (event) {
    const request = event.request;
    const path = request.method === "GET" ? pathOf(new URL(request.url)) : null;
    if (path === null || (request.mode !== "navigate" && hashOf(path) === "")) return;
    const answer = path.startsWith("assets/") ? keptFirst : request.mode === "navigate" ? page : networkFirst;
    event.respondWith(answer(request, path));
    if (Object.hasOwn(ON_USE, path)) event.waitUntil(keepLater(path));
  });
})();
