/* What the page shows of a conversation: copies of what stands in it, which stays as it is for links and for paper. */
(function () {
  "use strict";

  const source = document.querySelector("script.script-data");
  const words = teachback.part("dialogue", "words");
  const reader = document.getElementById("tb-dialogue-reader");
  teachback.stage = null;
  if (!source || !words) return;

  const scenes = Array.from(document.querySelectorAll(".scenes > .scene"));
  const turns = scenes.map(function (scene) {
    return Array.from(scene.querySelectorAll(":scope > :is(.turn, .narration, .choices, .continue)"));
  });

  /** @type {Stage["part"]} */
  function part(root, name) {
    return /** @type {HTMLElement} */ (root.querySelector('[data-part="' + name + '"]'));
  }

  /** @type {Stage["make"]} */
  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  /**
   * A copy without what may stand in a page only one time.
   * @param {Element} element
   */
  function twin(element) {
    const out = /** @type {HTMLElement} */ (element.cloneNode(true));
    [out].concat(Array.from(out.querySelectorAll("[id]"))).forEach(function (inner) { inner.removeAttribute("id"); });
    return out;
  }

  /**
   * Copies of what an element holds.
   * @param {Element | null} element
   */
  function contents(element) {
    const out = document.createDocumentFragment();
    if (element) out.append.apply(out, Array.from(twin(element).childNodes));
    return out;
  }

  /**
   * @param {number} scene
   * @param {number} turn
   * @param {number} number
   */
  function option(scene, turn, number) {
    return turns[scene][turn].querySelectorAll(":scope > ul > .choice")[number];
  }

  /**
   * A copy of a turn. A question is answered where it stands: the copy leads there.
   * @param {number} scene
   * @param {number} turn
   */
  function text(scene, turn) {
    const source = turns[scene][turn];
    const out = twin(source);
    const questions = source.querySelectorAll(".question");
    out.querySelectorAll(".question").forEach(function (question, at) {
      const link = /** @type {HTMLAnchorElement} */ (make("a", "", (question.querySelector(".question-label strong") || question).textContent || ""));
      link.href = "#" + questions[at].id;
      question.replaceWith(link);
    });
    return out;
  }

  /** @type {Stage["choice"]} */
  function choice(scene, turn, number) {
    const words = option(scene, turn, number).querySelector(".choice-text");
    const out = contents(words && words.querySelector(":scope > a:only-child") || words);
    // The words become a button: no link may stand in it.
    out.querySelectorAll("a").forEach(function (link) { link.replaceWith.apply(link, Array.from(link.childNodes)); });
    return out;
  }

  /** @type {Stage["copy"]} */
  function copy(name) {
    return twin(/** @type {HTMLElement} */ (teachback.part("dialogue", name)));
  }

  /** @type {Stage["reply"]} */
  function reply(moment) {
    const own = reader instanceof HTMLTemplateElement && reader.content.firstElementChild;
    const out = own ? twin(own) : copy("reply");
    part(out, "speech").append(choice(moment.scene, moment.turn, Number(moment.choice)));
    return out;
  }

  /** @type {Stage["feedback"]} */
  function feedback(moment) {
    const fold = option(moment.scene, moment.turn, Number(moment.choice)).querySelector(":scope > .fold > .fold-body");
    if (!fold) return null;
    const out = make("div", "talk-feedback");
    out.append(contents(fold));
    return out;
  }

  teachback.stage = {
    data: JSON.parse(source.textContent || "null"),
    words: words.dataset,
    part: part,
    make: make,
    copy: copy,
    text: text,
    reply: reply,
    feedback: feedback,
    choice: choice,
    lead: function (scene, turn) {
      const link = turns[scene][turn].querySelector("a");
      return (link && link.textContent || "").trim();
    },
    title: function (scene) {
      const heading = scenes[scene].querySelector("h2");
      return (heading && heading.textContent || "").trim();
    },
    ending: function (scene) {
      const mark = scenes[scene].querySelector(":scope > .ending-mark");
      if (!mark) return null;
      const out = make("div", scenes[scene].className.replace("scene ", "talk-end "));
      out.append(make("strong", "talk-end-title", teachback.stage ? teachback.stage.title(scene) : ""), twin(mark));
      return out;
    },
  };
})();
