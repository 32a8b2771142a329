/* This site is no longer kept for use without a network: deletes what was kept, then itself. */
(function () {
  "use strict";

  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

  async function retire() {
    await caches.delete("teachback " + worker.registration.scope);
    await worker.registration.unregister();
  }

  worker.addEventListener("install", function () {
    worker.skipWaiting();
  });

  worker.addEventListener("activate", function (event) {
    event.waitUntil(retire());
  });
})();
