/* Listens to the server, and reloads this page when what it shows has changed, and only then. */
(function () {
  "use strict";

  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || !("EventSource" in window)) return;
  const page = script.dataset.page || "";
  const key = script.dataset.key || "";
  const preview = globalThis.teachbackPreview;

  // `?__js` is the way back from the page without scripts, and no part of its address.
  if (location.search === "?__js") history.replaceState(null, "", location.pathname + location.hash);

  let leaving = false;
  window.addEventListener("beforeunload", function () { leaving = true; });

  function listen() {
    const channel = new EventSource("/__teachback/live?page=" + encodeURIComponent(decodeURIComponent(page)));
    channel.addEventListener("open", function () { preview.panel.connected(true); });
    channel.addEventListener("error", function () {
      if (leaving) return;
      preview.panel.connected(false);
      // A refused channel is not opened again by the browser itself.
      if (channel.readyState === EventSource.CLOSED) window.setTimeout(listen, 2000);
    });
    channel.addEventListener("site", function (event) {
      const message = JSON.parse(/** @type {MessageEvent<string>} */ (event).data);
      if (message.key !== key) {
        channel.close();
        preview.save();
        location.reload();
        return;
      }
      preview.restyle(message.styles);
      preview.panel.tell(message);
    });
    window.addEventListener("pagehide", function () { channel.close(); });
  }

  // A page that comes back from the browser's memory has lost its channel.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) listen();
  });
  preview.restore();
  listen();
})();
