//! Where pages are published: their full addresses, as codes for paper, and the site map for search engines.

use super::escape::{escaped, path_address};
use crate::link::{PageId, Site};
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

/// The site map's path in the output.
pub const SITE_MAP: &str = "sitemap.xml";
/// The empty border that a reader of the code needs, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// The full address of a page. An `index.html` is its folder.
pub fn of(base: &str, path: &str) -> String {
    let path = match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    };
    format!("{base}/{}", path_address(path))
}

/// An address as a QR code, drawn in SVG; `None` when it is too long for one.
pub fn code(address: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let width = code.width();
    let dark = code.to_colors();
    let is_dark = |x: usize, y: usize| dark[y * width + x] == Color::Dark;
    let mut path = String::new();
    for y in 0..width {
        let mut x = 0;
        while x < width {
            let run = (x..width).take_while(|&x| is_dark(x, y)).count();
            if run > 0 {
                let (left, top) = (x + QUIET, y + QUIET);
                let _infallible = write!(path, "M{left} {top}h{run}v1h-{run}z");
            }
            x += run.max(1);
        }
    }
    let side = width + 2 * QUIET;
    Some(format!(
        "<svg class=\"code\" viewBox=\"0 0 {side} {side}\" aria-hidden=\"true\" shape-rendering=\"crispEdges\"><path fill=\"#ffffff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path fill=\"#000000\" d=\"{path}\"/></svg>"
    ))
}

/// The addresses of the pages that search engines should know, those of the site and others by path.
pub fn site_map(base: &str, site: &Site, others: impl Iterator<Item = String>) -> String {
    let own = (0..site.pages.len()).map(|at| site.page(PageId(at)));
    let own = own.filter(|page| !page.meta.draft);
    let mut paths: Vec<String> = own.map(|page| page.path.clone()).chain(others).collect();
    paths.sort();
    paths.dedup();
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in paths {
        let _infallible = writeln!(out, "<url><loc>{}</loc></url>", escaped(&of(base, &path)));
    }
    out + "</urlset>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_its_folder() {
        let base = "https://example.org/t";
        assert_eq!(of(base, "index.html"), "https://example.org/t/");
        assert_eq!(of(base, "a/index.html"), "https://example.org/t/a/");
        assert_eq!(
            of(base, "a/my index.html"),
            "https://example.org/t/a/my%20index.html"
        );
    }

    #[test]
    fn a_code_has_the_size_that_the_standard_gives_its_text() {
        // 14 bytes at level M fit version 1 of the standard: 21 modules, and 4 of border on each side.
        let svg = code("https://a.org/").expect("a short text fits");
        assert!(svg.contains("viewBox=\"0 0 29 29\""), "{svg}");
        // The upper edge of the first finder pattern is 7 modules long.
        assert!(svg.contains("d=\"M4 4h7v1h-7z"), "{svg}");
        assert_eq!(code(&"x".repeat(3000)), None);
    }
}
