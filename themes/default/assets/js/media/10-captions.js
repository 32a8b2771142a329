/* Captions are shown as soon as a recording is played; nothing is loaded before. Browsers load no caption files for pages
   from a disk: there the captions come as a script. A sound has no picture to write on: its captions stand below it.
   Without this, captions of videos are switched on in the player, and the transcript has it all. */
(function () {
  "use strict";

  /** @type {Record<string, (cues: CaptionData[]) => void>} what waits for captions, by the address of their script */
  const waiting = {};

  teachback.captions = function (path, cues) {
    const script = document.currentScript;
    const src = script instanceof HTMLScriptElement ? script.src : path;
    if (waiting[src]) waiting[src](cues);
    delete waiting[src];
  };

  /**
   * @param {CaptionData} data
   * @returns {VTTCue}
   */
  function cueOf(data) {
    const cue = new VTTCue(data[0], data[1], data[2]);
    data[3].split(/\s+/).forEach(function (setting) {
      const colon = setting.indexOf(":");
      const value = setting.slice(colon + 1).split(",")[0];
      const number = parseFloat(value);
      try {
        switch (setting.slice(0, Math.max(colon, 0))) {
          case "vertical": cue.vertical = /** @type {DirectionSetting} */ (value); break;
          case "align": cue.align = /** @type {AlignSetting} */ (value); break;
          case "size": cue.size = number; break;
          case "position": cue.position = number; break;
          case "line":
            cue.snapToLines = value.slice(-1) !== "%";
            cue.line = number;
            break;
        }
      } catch (error) {
        /* A browser that does not know a setting shows the words all the same. */
      }
    });
    return cue;
  }

  /**
   * @param {HTMLMediaElement} player
   * @param {TextTrack} track
   */
  function show(player, track) {
    const line = player.parentElement && player.parentElement.querySelector(".caption-line");
    if (!(line instanceof HTMLElement)) {
      track.mode = "showing";
      return;
    }
    track.mode = "hidden";
    line.hidden = false;
    track.addEventListener("cuechange", function () {
      line.textContent = Array.from(track.activeCues || [], function (cue) {
        const words = /** @type {VTTCue} */ (cue).getCueAsHTML();
        return words.textContent || "";
      }).join("\n");
    });
  }

  /**
   * @param {HTMLMediaElement} player
   * @param {HTMLTrackElement} element
   */
  function showFromScript(player, element) {
    const script = document.createElement("script");
    script.src = element.dataset.script || "";
    waiting[script.src] = function (cues) {
      const track = player.addTextTrack("captions", element.label, element.srclang);
      cues.forEach(function (cue) { track.addCue(cueOf(cue)); });
      show(player, track);
    };
    /* The player would offer captions that it cannot load. */
    element.remove();
    document.head.append(script);
  }

  document.querySelectorAll(".media :is(video, audio)").forEach(function (element) {
    const player = /** @type {HTMLMediaElement} */ (element);
    player.addEventListener("play", function () {
      const track = player.querySelector("track");
      if (!track) return;
      if (location.protocol === "file:" && track.dataset.script) showFromScript(player, track);
      else show(player, track.track);
    }, { once: true });
  });
}());
