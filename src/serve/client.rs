//! What the browser is given beside the site: one script, put into every page on its way out and never into a built
//! one.

use crate::render::escape::{escaped, path_address};

/// The folder of addresses that no site can have: a name of the source that starts so gives no such page.
pub(super) const PREFIX: &str = "__teachback/";
/// The script.
pub(super) const SCRIPT: &str = "__teachback/live.js";
/// The channel that it listens to.
pub(super) const CHANNEL: &str = "__teachback/live";
/// Asks for a page as a browser without JavaScript shows it.
pub(super) const WITHOUT_SCRIPTS: &str = "__nojs";

/// The text of the script.
pub(super) const CODE: &str = concat!(
    include_str!("client/10-state.js"),
    include_str!("client/20-looks.js"),
    include_str!("client/30-parts.js"),
    include_str!("client/35-style.js"),
    include_str!("client/40-panel.js"),
    include_str!("client/50-live.js"),
);

/// A page with the script in its head, after its own scripts.
pub(super) fn with_script(html: &str, path: &str, key: &str) -> String {
    let script = format!(
        "<script src=\"/{SCRIPT}\" data-page=\"{}\" data-key=\"{key}\" defer></script>\n",
        path_address(path)
    );
    let at = html.find("</head>").unwrap_or(html.len());
    format!("{}{script}{}", &html[..at], &html[at..])
}

/// A page with a way back to itself with scripts.
pub(super) fn without_scripts(html: &str, path: &str) -> String {
    let back = format!(
        "<p role=\"note\"><a href=\"/{}?__js\">Preview without JavaScript. Show this page with JavaScript again.</a></p>\n",
        escaped(&path_address(path))
    );
    let at = html.rfind("</body>").unwrap_or(html.len());
    format!("{}{back}{}", &html[..at], &html[at..])
}
