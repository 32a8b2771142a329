/* What is wrong with an answer: a summary that takes the focus, and words beside each control. */
(function () {
  "use strict";

  const ui = globalThis.teachback && teachback.ui;
  if (!ui) return;
  const title = document.title;

  /**
   * Adds a description to an element, or takes it away.
   * @param {Element} element
   * @param {string} id
   * @param {boolean} present
   */
  function describe(element, id, present) {
    const ids = (element.getAttribute("aria-describedby") || "").split(" ").filter(function (old) { return old && old !== id; });
    if (present) ids.unshift(id);
    if (ids.length) element.setAttribute("aria-describedby", ids.join(" "));
    else element.removeAttribute("aria-describedby");
  }

  /**
   * Says one fault beside its control.
   * @param {HTMLFormElement} form
   * @param {Fault} fault
   * @param {string} id for the words
   */
  function tell(form, fault, id) {
    const error = ui.part(form, fault.place);
    const group = /** @type {HTMLElement} */ (error.parentElement);
    const isField = fault.control.matches("input[type=text], select, textarea");
    error.hidden = false;
    error.id = id;
    ui.part(error, "words").textContent = fault.text;
    group.classList.add("has-error");
    if (isField) fault.control.setAttribute("aria-invalid", "true");
    describe(isField ? fault.control : group, id, true);
  }

  /**
   * A link of the summary to the control.
   * @param {Fault} fault
   */
  function link(fault) {
    const out = document.createElement("a");
    out.href = "#" + fault.control.id;
    out.textContent = fault.text;
    out.addEventListener("click", function (event) {
      event.preventDefault();
      fault.control.focus();
    });
    return out;
  }

  /** @type {Teachback["complain"]} */
  function complain(form, faults, id) {
    const heading = ui.make("p", "player-problem-title");
    heading.textContent = form.dataset.problem || "";
    const list = ui.make("ul");
    faults.forEach(function (fault) {
      tell(form, fault, id + "-" + fault.place);
      const item = ui.make("li");
      item.append(link(fault));
      list.append(item);
    });
    const problem = ui.part(form, "problem");
    problem.hidden = false;
    ui.part(form, "alert").replaceChildren(heading, list);
    document.title = form.dataset.error + " " + title;
    problem.focus();
  }

  /** @type {Teachback["forgive"]} */
  function forgive(form) {
    ui.part(form, "problem").hidden = true;
    ui.part(form, "alert").replaceChildren();
    form.querySelectorAll(".player-error[id]").forEach(function (error) {
      /** @type {HTMLElement} */ (error).hidden = true;
      /** @type {HTMLElement} */ (error.parentElement).classList.remove("has-error");
      form.querySelectorAll('[aria-describedby~="' + error.id + '"]').forEach(function (element) { describe(element, error.id, false); });
    });
    form.querySelectorAll("[aria-invalid]").forEach(function (control) { control.removeAttribute("aria-invalid"); });
    document.title = title;
  }

  Object.assign(teachback, { complain: complain, forgive: forgive });
})();
