/* What the author sees beside the page: a button with the number of faults, a panel about this page, and over the page
   what is wrong as long as it is. */
(function () {
  "use strict";

  const preview = globalThis.teachbackPreview;
  const { make, place, remembered, remember } = preview.parts;

  const host = make("div", { id: "teachback-preview" });
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(preview.style);
  root.adoptedStyleSheets = [sheet];

  const count = make("span", { class: "count", "aria-hidden": "true", hidden: "" });
  const counted = make("span", { class: "unseen" });
  const draft = make("span", { class: "draft", hidden: "" }, "Draft");
  const toggle = make("button", { class: "toggle", type: "button", "aria-expanded": "false", "aria-controls": "panel" }, "Preview", draft, count, counted);
  const panel = make("section", { class: "panel", id: "panel", "aria-label": "Preview", hidden: "" });
  const overlay = make("div", { class: "overlay", hidden: "" });
  const notice = make("p", { class: "notice", role: "status", hidden: "" });
  root.append(panel, toggle, overlay, notice);

  /** @type {PreviewMessage | null} */
  let latest = null;
  let isConnected = true;
  let role = remembered("role");
  let onPaper = false;

  /** @param {boolean} is */
  function open(is) {
    panel.hidden = !is;
    toggle.hidden = is;
    toggle.setAttribute("aria-expanded", String(is));
    remember("panel", is ? "open" : "");
    if (is) draw();
  }

  toggle.addEventListener("click", function () {
    open(true);
    const close = panel.querySelector("button");
    if (close) close.focus();
  });
  root.addEventListener("keydown", function (event) {
    if (/** @type {KeyboardEvent} */ (event).key !== "Escape") return;
    if (!overlay.hidden) dismiss();
    else if (!panel.hidden) {
      open(false);
      toggle.focus();
    }
  });

  /** @param {string} path  from the top of the site */
  function href(path) {
    return "/" + path.split("/").map(encodeURIComponent).join("/");
  }

  /**
   * @param {string} label
   * @param {PreviewChoice[]} choices
   */
  function links(label, choices) {
    const list = make("nav", { class: "choices", "aria-label": label }, label + ":");
    choices.forEach(function (choice) {
      const link = make("a", { href: href(choice.path) }, choice.name);
      if (choice.current) link.setAttribute("aria-current", "page");
      list.append(link);
    });
    return list;
  }

  /**
   * @param {number} number
   * @param {string} noun
   */
  function some(number, noun) {
    return number + " " + noun + (number === 1 ? "" : "s");
  }

  /** @param {PreviewMessage} message */
  function sum(message) {
    return some(message.summary.errors, "error") + ", " + some(message.summary.warnings, "warning");
  }

  /** @param {PreviewFault} fault */
  function item(fault) {
    const kind = make("span", { class: "severity " + fault.severity }, fault.severity);
    const rule = make("span", { class: "rule" }, " [" + fault.code + " " + fault.name + "] ");
    const out = make("li", { class: "fault" }, make("p", {}, kind, rule, fault.message));
    if (fault.help) out.append(make("p", {}, fault.help));
    out.append(make("p", {}, place(fault)));
    return out;
  }

  /** @param {PreviewPage} page */
  function about(page) {
    const source = page.editor ? make("a", { href: page.editor }, page.source) : make("code", {}, page.source);
    /** @type {HTMLElement[]} */
    const out = [make("h3", {}, "This page"), make("p", { class: "source" }, source)];
    if (page.draft) out.push(make("p", {}, make("span", { class: "draft" }, "Draft"), " A build leaves this page out."));
    return out;
  }

  /**
   * The reading level: grade and target on one scale, and what was counted.
   * @param {PreviewMeasured} measured
   */
  function reading(measured) {
    /** @type {HTMLElement[]} */
    const out = [make("h3", {}, "Reading level"), grade(measured)];
    if (measured.grade !== null && measured.target !== null) out.push(scale(Number(measured.grade), Number(measured.target), measured.is_over));
    const counts = some(measured.words, "word") + ", " + some(measured.sentences, "sentence") + ", " + some(measured.minutes, "minute") + " to read";
    out.push(make("p", { class: "counts" }, counts));
    return out;
  }

  /** @param {PreviewMeasured} measured */
  function sentences(measured) {
    if (!measured.hardest.length) return [];
    const list = make("ol", { class: "hardest" });
    measured.hardest.forEach(function (passage) { list.append(hard(passage)); });
    return [make("h3", {}, "Hardest sentences"), list];
  }

  /** @param {PreviewMeasured} measured */
  function grade(measured) {
    if (measured.grade === null) return make("p", {}, measured.words ? "Too little text for a grade, or no formula for its language." : "Nothing to read yet.");
    const line = make("p", { class: "grade" }, make("strong", {}, "Grade " + measured.grade));
    if (measured.target !== null) {
      line.append(" ", make("span", { class: measured.is_over ? "verdict over" : "verdict" }, measured.is_over ? "too hard" : "within"));
      line.append(" for " + (measured.level || "its level") + ": at most " + measured.target);
    } else {
      line.append(measured.level ? " for " + measured.level + ", which has no limit" : " (the page has no reading level)");
    }
    const how = measured.formula + (measured.is_estimate ? "; an estimate, as the text is short" : "");
    line.append(make("span", { class: "how" }, how));
    return line;
  }

  /**
   * @param {number} grade
   * @param {number} target
   * @param {boolean} isOver
   */
  function scale(grade, target, isOver) {
    const end = Math.max(12, grade, target) + 1;
    const bar = make("div", { class: isOver ? "bar-fill over" : "bar-fill" });
    const mark = make("div", { class: "bar-mark" });
    bar.style.inlineSize = (Math.max(grade, 0) / end) * 100 + "%";
    mark.style.insetInlineStart = (target / end) * 100 + "%";
    return make("div", { class: "scale", "aria-hidden": "true" }, bar, mark);
  }

  /** @param {PreviewPassage} passage */
  function hard(passage) {
    const out = make("li", {}, make("q", {}, passage.text));
    if (passage.reasons.length) out.append(make("p", {}, passage.reasons.join("; ")));
    if (passage.effect) out.append(make("p", {}, passage.effect));
    out.append(make("p", {}, place(passage)));
    return out;
  }

  /** @param {PreviewMessage} message */
  function simulation(message) {
    /** @type {HTMLElement[]} */
    const out = [make("h3", {}, "Show it as")];
    const page = message.page;
    if (page && page.levels.length > 1) out.push(links("Level", page.levels));
    if (page && page.languages.length > 1) out.push(links("Language", page.languages));
    if (message.roles.length) out.push(roles(message.roles));
    const paper = make("button", { type: "button", "aria-pressed": String(onPaper) }, "On paper");
    paper.addEventListener("click", function () {
      onPaper = !onPaper;
      preview.paper(onPaper);
      paper.setAttribute("aria-pressed", String(onPaper));
    });
    const plain = make("a", { href: "?__nojs" }, "Without JavaScript");
    out.push(make("p", { class: "choices" }, paper, plain));
    return out;
  }

  /** @param {PreviewChoice[]} choices */
  function roles(choices) {
    const select = make("select", { id: "role" }, make("option", { value: "" }, "everybody"));
    choices.forEach(function (choice) { select.append(make("option", { value: choice.path }, choice.name)); });
    select.value = choices.some(function (choice) { return choice.path === role; }) ? role : "";
    select.addEventListener("change", function () {
      role = select.value;
      remember("role", role);
      preview.only(role);
    });
    return make("p", { class: "choices" }, make("label", { for: "role" }, "Role:"), select);
  }

  function draw() {
    if (!latest || panel.hidden) return;
    const close = make("button", { type: "button" }, "Close");
    close.addEventListener("click", function () {
      open(false);
      toggle.focus();
    });
    const held = root.activeElement instanceof HTMLElement && panel.contains(root.activeElement);
    const head = make("div", { class: "bar" }, make("h2", {}, "Preview"), close);
    const page = latest.page;
    const before = page ? [...about(page), ...reading(page.measured)] : [];
    const after = page ? sentences(page.measured) : [];
    const at = panel.scrollTop;
    panel.replaceChildren(head, ...before, ...simulation(latest), ...faults(latest), ...after);
    panel.scrollTop = at;
    if (held) close.focus();
  }

  /** @param {PreviewMessage} message */
  function faults(message) {
    const here = message.page ? message.page.faults : [];
    const list = make("ul", {});
    here.forEach(function (fault) { list.append(item(fault)); });
    const whole = make("p", {}, "The whole site: " + sum(message) + ".");
    return [make("h3", {}, "Faults of this page"), here.length ? list : make("p", {}, "None."), whole];
  }

  /** What the overlay shows, in short: it comes again only when this changes. */
  function signature() {
    return latest ? JSON.stringify([latest.trouble, latest.errors.map(function (fault) { return fault.text; })]) : "";
  }

  function dismiss() {
    remember("dismissed", signature());
    overlay.hidden = true;
    const close = panel.querySelector("button");
    if (panel.hidden || !close) toggle.focus();
    else close.focus();
  }

  /** @param {PreviewMessage} message */
  function cover(message) {
    const isWrong = message.trouble !== null || message.errors.length > 0;
    if (!isWrong) remember("dismissed", "");
    overlay.hidden = !isWrong || remembered("dismissed") === signature();
    if (overlay.hidden) {
      overlay.replaceChildren();
      return;
    }
    const close = make("button", { type: "button" }, "Show the page");
    close.addEventListener("click", dismiss);
    const title = make("h2", { id: "wrong" }, message.trouble || "This has to be mended");
    const box = make("div", { role: "alertdialog", "aria-labelledby": "wrong", tabindex: "-1" }, make("div", { class: "bar" }, title, close));
    message.errors.forEach(function (fault) {
      box.append(make("p", { class: "fault" }, place(fault)), make("pre", { tabindex: "0" }, fault.text));
    });
    const more = message.summary.errors - message.errors.length;
    if (more > 0) box.append(make("p", {}, "and " + more + " more, in the terminal"));
    overlay.replaceChildren(box);
    box.focus({ preventScroll: true });
  }

  function showNotice() {
    notice.hidden = isConnected;
    notice.textContent = isConnected ? "" : "The preview has stopped. This page comes back to life when it runs again.";
  }

  /** @param {PreviewMessage} message */
  function tell(message) {
    const before = signature();
    latest = message;
    const total = message.summary.errors + message.summary.warnings;
    count.textContent = String(total);
    count.hidden = total === 0;
    count.className = message.summary.errors ? "count error" : "count";
    counted.textContent = ": " + sum(message);
    draft.hidden = !message.page || !message.page.draft;
    if (before !== signature() || message.trouble !== null) cover(message);
    draw();
    if (role) preview.only(role);
  }

  /** @param {boolean} is */
  function connected(is) {
    isConnected = is;
    showNotice();
  }

  document.documentElement.append(host);
  open(remembered("panel") === "open");
  preview.panel = { tell: tell, connected: connected };
})();
