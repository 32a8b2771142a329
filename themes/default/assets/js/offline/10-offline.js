/* Keeps the site for use without a network, where teachback.yaml asks for it. Comes before the other scripts that change
   the page: it has to see it as it was sent. */
(function () {
  "use strict";

  const root = document.documentElement;
  const isPreview = document.querySelector("script[data-key][data-page]") !== null;
  /* From file:// and over plain http there is no worker, and the page works as it is. */
  if (!root.dataset.offline || isPreview || !location.protocol.startsWith("http") || !navigator.serviceWorker) return;
  const worker = navigator.serviceWorker;
  const shown = content(document);
  /** @type {HTMLElement | null} */
  let status = null;

  /**
   * What a reader would notice when it changes.
   * @param {Document} page
   */
  function content(page) {
    const loaded = Array.from(page.querySelectorAll("link[rel=stylesheet], script[src]"), function (element) {
      return element.getAttribute("href") || element.getAttribute("src");
    });
    return page.title + loaded.join() + page.body.innerHTML;
  }

  async function compare() {
    const response = await fetch(location.href, { cache: "no-cache" });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (content(page) !== shown) tell();
  }

  function tell() {
    if (!status || status.childElementCount > 0) return;
    const reload = document.createElement("button");
    reload.type = "button";
    reload.textContent = status.dataset.reload || "";
    reload.addEventListener("click", function () { location.reload(); });
    status.append(status.dataset.words + " ", reload);
  }

  /* The first worker of a browser takes over a page that is as new as itself. */
  let isFirst = worker.controller === null;
  worker.addEventListener("controllerchange", function () {
    if (!isFirst) compare().catch(function () { /* There is no network: the next load will show it. */ });
    isFirst = false;
  });

  document.addEventListener("DOMContentLoaded", function () {
    status = teachback.part("offline", "status");
    if (status) document.body.append(status);
  });

  window.addEventListener("load", function () {
    /* Browsers without room, or in private windows, refuse: the page works as it is. */
    worker.register(root.dataset.offline || "").then(function (registration) {
      document.addEventListener("visibilitychange", function () {
        if (!document.hidden) registration.update().catch(function () { /* There is no network. */ });
      });
    }, function () { /* As said. */ });
  });
})();
