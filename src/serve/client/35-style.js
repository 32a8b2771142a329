/* How the preview's own surface looks. It stands in a shadow tree with this style sheet, so that neither the page nor the
   preview changes the other. */
(function () {
  "use strict";

  globalThis.teachbackPreview.style = `
    :host {
      --paper: #fff; --ink: #1b1b1f; --soft: #4a4a55; --line: #c9c9d2; --edge: #5c5c66; --shade: #f2f2f5; --hover: #e9eef6;
      --link: #0b4a8f; --error: #a11212; --warning: #6b4b00; --good: #1a5c2e; --on-mark: #fff; --focus: #c25700;
      all: initial; position: fixed; inset: 0; z-index: 2147483647; pointer-events: none; color-scheme: light dark;
    }
    @media (prefers-color-scheme: dark) {
      :host {
        --paper: #1d1e22; --ink: #eceaf0; --soft: #b9b8c2; --line: #43444d; --edge: #85858f; --shade: #2a2b31; --hover: #33353d;
        --link: #9cc8ff; --error: #ffa39b; --warning: #f0c66a; --good: #8fd6a2; --on-mark: #1d1e22; --focus: #ffb46b;
      }
    }
    :host, button, input, select { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    a { color: var(--link); }
    a:focus-visible, button:focus-visible, select:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    button, select { min-height: 32px; padding: 4px 10px; border: 1px solid var(--edge); border-radius: 6px; background: var(--paper); }
    button { cursor: pointer; }
    button:hover { background: var(--hover); }
    button[aria-pressed="true"] { background: var(--link); border-color: var(--link); color: var(--paper); }
    h2 { margin: 0; font-size: 17px; }
    h3 { margin: 18px 0 4px; font-size: 15px; }
    p, ul, ol { margin: 4px 0; overflow-wrap: anywhere; }
    ul, ol { padding: 0; list-style: none; }
    q { font-style: italic; }
    .toggle, .panel, .overlay > div { pointer-events: auto; background: var(--paper); border: 1px solid var(--edge); box-shadow: 0 2px 12px #0005; }
    .toggle { position: absolute; inset-block-end: 12px; inset-inline-end: 12px; border-radius: 18px; min-height: 36px; padding: 4px 14px; }
    .count { display: inline-block; min-width: 20px; margin-inline-start: 6px; padding: 0 6px; border-radius: 10px; text-align: center; background: var(--warning); color: var(--on-mark); font-size: 13px; }
    .count.error { background: var(--error); }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .draft { display: inline-block; padding: 0 8px; border-radius: 4px; background: var(--warning); color: var(--on-mark); font-weight: 700; }
    .toggle .draft { margin-inline-start: 6px; font-size: 13px; }
    .panel { position: absolute; inset-block: 0; inset-inline-end: 0; width: min(380px, 100vw); overflow: auto; overscroll-behavior: contain; padding: 0 16px 60px; }
    .bar { display: flex; gap: 8px; align-items: center; justify-content: space-between; }
    .panel > .bar { position: sticky; inset-block-start: 0; padding: 10px 0; background: var(--paper); border-block-end: 1px solid var(--line); }
    .choices { display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; margin-block: 6px; }
    .choices [aria-current] { font-weight: 700; text-decoration: none; color: var(--ink); }
    .fault, .hardest li { padding: 8px 0; border-block-start: 1px solid var(--line); }
    .fault:first-child, .hardest li:first-child { border: 0; }
    .severity { font-weight: 700; }
    .severity.error, .verdict.over { color: var(--error); }
    .severity.warning { color: var(--warning); }
    .rule, .how, .counts, .hardest p { color: var(--soft); font-size: 14px; }
    .grade strong { font-size: 20px; }
    .verdict { font-weight: 700; color: var(--good); }
    .how { display: block; }
    .scale { position: relative; height: 10px; margin: 6px 0; border-radius: 5px; background: var(--shade); border: 1px solid var(--line); }
    .bar-fill { height: 100%; border-radius: 5px; background: var(--good); }
    .bar-fill.over { background: var(--error); }
    .bar-mark { position: absolute; inset-block: -5px; width: 3px; background: var(--ink); }
    .overlay { position: absolute; inset: 0; background: #0008; pointer-events: auto; display: grid; place-items: center; padding: 12px; }
    .overlay > div { width: min(920px, 100%); max-height: 100%; overflow: auto; padding: 16px 20px; border-block-start: 6px solid var(--error); border-radius: 6px; }
    .overlay .fault { margin-block-start: 12px; }
    pre { margin: 4px 0; padding: 8px; overflow: auto; background: var(--shade); font: 13px/1.4 ui-monospace, monospace; }
    .notice { pointer-events: auto; position: absolute; inset-block-end: 12px; inset-inline-start: 12px; max-width: min(520px, 60vw); padding: 6px 12px; border-radius: 6px; background: var(--paper); border: 1px solid var(--warning); }
    @media (max-width: 600px) {
      .panel { inset-block: auto 0; inset-inline: 0; width: auto; max-height: 62vh; border-width: 1px 0 0; border-radius: 12px 12px 0 0; }
      .overlay { padding: 0; place-items: end stretch; }
      .overlay > div { padding: 12px; max-height: 92vh; }
    }
    @media (prefers-reduced-motion: no-preference) {
      .overlay > div { animation: come .15s ease-out; }
      @keyframes come { from { transform: translateY(8px); } }
    }
    @media print { :host { display: none; } }
  `;
})();
