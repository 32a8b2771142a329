//! The list of sources, in the order and form of the Vancouver style (authors, title, journal, year, volume, pages).

use super::escape::escaped;
use super::notes::Citations;
use super::view;
use crate::link::Site;
use crate::model::Reference;

/// A key of the bibliography as part of an id.
#[must_use]
pub fn id(key: &str) -> String {
    let safe = |c: char| {
        if c.is_alphanumeric() || matches!(c, '-' | '_') {
            c
        } else {
            '-'
        }
    };
    key.chars().map(safe).collect()
}

/// What a page cites, in the order of the numbers.
#[must_use]
pub fn of_page(site: &Site, citations: &Citations) -> Vec<view::Reference> {
    let cited = citations.cited.iter().enumerate();
    cited
        .filter_map(|(at, (key, count))| {
            let reference = &site.shared.references[*site.shared.citations.get(key)?];
            let key = id(key);
            let backlinks = (1..=*count).map(|n| view::Link {
                href: format!("#cite-{key}-{n}"),
                label: n.to_string(),
                foreign: None,
            });
            Some(view::Reference {
                number: at + 1,
                html: formatted(reference),
                backlinks: backlinks.collect(),
                key,
            })
        })
        .collect()
}

/// One source as HTML.
#[must_use]
pub fn formatted(reference: &Reference) -> String {
    let field = |names: &[&str]| {
        names
            .iter()
            .find_map(|name| reference.field(name))
            .map(str::trim)
    };
    let mut parts: Vec<String> = Vec::new();
    let authors = authors(&reference.authors);
    let author = if authors.is_empty() {
        field(&["organization", "institution"]).map(str::to_owned)
    } else {
        Some(authors)
    };
    parts.extend(author.map(|a| sentence(&escaped(&a))));
    parts.extend(field(&["title"]).map(|t| sentence(&escaped(t))));
    parts.extend(place(reference).map(|p| sentence(&p)));
    if let Some(note) = field(&["note", "howpublished"]) {
        parts.push(sentence(&escaped(note)));
    }
    parts.extend(address(reference));
    parts.join(" ")
}

/// `Journal 2022;71(3):1–95`, or publisher and year.
fn place(reference: &Reference) -> Option<String> {
    let field = |names: &[&str]| names.iter().find_map(|name| reference.field(name));
    let year = field(&["year", "date"]).map(|y| escaped(y.split('-').next().unwrap_or(y)));
    let volume = field(&["volume"]).map(escaped).unwrap_or_default();
    let number = field(&["number", "issue"])
        .map(|n| format!("({})", escaped(n)))
        .unwrap_or_default();
    let pages = field(&["pages", "eid"])
        .map(|p| format!(":{}", escaped(&p.replace("--", "–"))))
        .unwrap_or_default();
    let rest = match format!("{volume}{number}{pages}") {
        rest if rest.is_empty() => rest,
        rest => format!(";{rest}"),
    };
    match (field(&["journal", "journaltitle", "booktitle"]), year) {
        (Some(journal), Some(year)) => {
            Some(format!("<cite>{}</cite> {year}{rest}", escaped(journal)))
        }
        (Some(journal), None) => Some(format!("<cite>{}</cite>", escaped(journal))),
        (None, year) => {
            let publisher =
                field(&["publisher", "institution", "organization", "school"]).map(escaped);
            let parts: Vec<String> = publisher.into_iter().chain(year).collect();
            (!parts.is_empty()).then(|| parts.join("; "))
        }
    }
}

/// Family names with initials; after the sixth "et al." (Vancouver style).
fn authors(people: &[(String, String)]) -> String {
    const MOST: usize = 6;
    let name = |(family, given): &(String, String)| {
        let initials: String = given
            .split(|c: char| c.is_whitespace() || c == '-')
            .filter_map(|part| part.chars().next())
            .flat_map(char::to_uppercase)
            .collect();
        if initials.is_empty() {
            family.clone()
        } else {
            format!("{family} {initials}")
        }
    };
    let mut names: Vec<String> = people.iter().take(MOST).map(name).collect();
    if people.len() > MOST {
        names.push("et al".to_owned());
    }
    names.join(", ")
}

fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '?', '!']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

fn address(reference: &Reference) -> Option<String> {
    if let Some(doi) = reference.field("doi") {
        let doi = doi.trim().trim_start_matches("https://doi.org/");
        return Some(format!(
            "<a href=\"https://doi.org/{0}\">doi:{0}</a>",
            escaped(doi)
        ));
    }
    let url = reference.field("url")?.trim();
    let safe = url.starts_with("https://") || url.starts_with("http://");
    safe.then(|| format!("<a href=\"{0}\">{0}</a>", escaped(url)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Span, Spanned};

    #[test]
    fn articles_follow_the_vancouver_style() {
        let fields = [
            ("title", "Effect of A & B"),
            ("journal", "JAMA"),
            ("year", "2018"),
            ("volume", "319"),
            ("number", "9"),
            ("pages", "872--882"),
            ("doi", "10.1001/jama.2018.0899"),
        ];
        let reference = Reference {
            key: Spanned::new("krebs2018".into(), Span::start_of(FileId::of_path("x"))),
            authors: vec![
                ("Krebs".into(), "Erin E.".into()),
                ("WHO".into(), String::new()),
            ],
            fields: fields.map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec(),
        };
        assert_eq!(
            formatted(&reference),
            "Krebs EE, WHO. Effect of A &amp; B. <cite>JAMA</cite> 2018;319(9):872–882. \
             <a href=\"https://doi.org/10.1001/jama.2018.0899\">doi:10.1001/jama.2018.0899</a>"
        );
    }
}
