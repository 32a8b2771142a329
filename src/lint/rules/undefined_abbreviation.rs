//! Abbreviations that nobody explains.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::prose::Run;
use crate::lint::{Audience, Lint, Part, Subject, Voice};
use crate::model::PageKind;
use std::collections::HashSet;
use std::ops::Range;

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB709",
        name: "undefined-abbreviation",
        severity: Severity::Warning,
        summary: "An abbreviation is explained neither on its page nor in the glossary.",
        page: include_str!("undefined-abbreviation.md"),
    },
    check,
};

/// Letters of an abbreviation.
const LENGTH: Range<usize> = 2..7;

/// What everybody knows: places, times, everyday technology, titles, and what is a name more than an abbreviation.
const KNOWN: &[&str] = &[
    "AARP", "AIDS", "AM", "ATM", "BC", "BBC", "BSN", "CD", "CDC", "CEO", "CIA", "CNN", "COVID",
    "CPR", "CVS", "DC", "DDS", "DIY", "DNA", "DO", "DVD", "ER", "EU", "EXIT", "FAQ", "FAQS", "FBI",
    "FDA", "FM", "GPS", "HIV", "ID", "IQ", "IRS", "IT", "KG", "LCSW", "LED", "LGBTQ", "LLC", "LPN",
    "MA", "MD", "MG", "ML", "MP", "MPH", "MSW", "NASA", "NATO", "NBC", "NHS", "NIH", "NP", "NY",
    "OK", "OTC", "PA", "PC", "PDF", "PHD", "PIN", "PM", "PO", "PS", "PTA", "RN", "RSVP", "SMS",
    "SOS", "SPF", "SUV", "TB", "TV", "UK", "UN", "URL", "US", "USA", "USB", "UV", "VA", "VIP",
    "WHO", "WIC", "XL", "YMCA", "ZIP",
];

/// Words that people write in capitals to be heard.
const LOUD_WORDS: &[&str] = &[
    "ALL", "ALSO", "ALWAYS", "AN", "AND", "ANY", "ARE", "AS", "ASK", "AT", "BE", "BUT", "BY",
    "CALL", "CAN", "CANNOT", "DANGER", "DAY", "DID", "DOES", "DONE", "DONT", "DOSE", "DRUG",
    "EACH", "EVERY", "FIRST", "FOR", "FREE", "FROM", "GET", "GO", "HAS", "HAVE", "HELP", "HERE",
    "HIGH", "HOW", "IF", "IN", "IS", "ITS", "KEEP", "LAST", "LESS", "LOW", "MAY", "ME", "MORE",
    "MOST", "MUST", "MY", "NEVER", "NEW", "NO", "NONE", "NOT", "NOTE", "NOW", "OF", "OFF", "OLD",
    "ON", "ONE", "ONLY", "OPEN", "OR", "OUR", "OUT", "OVER", "PAIN", "SAFE", "SAME", "SEE",
    "SHOULD", "THESE", "SO", "STAY", "STOP", "TAKE", "TELL", "THAN", "THAT", "THE", "THEM", "THEN",
    "THEY", "THIS", "TIP", "TO", "TOO", "TWO", "UP", "USE", "VERY", "WARN", "WAS", "WE", "WHAT",
    "WHEN", "WHY", "WILL", "WITH", "YES", "YOU", "YOUR",
];

/// Before or behind an abbreviation that the text explains.
const MEANS: [&str; 7] = [
    "means",
    "stands",
    "called",
    "named",
    "short",
    "abbreviated",
    "acronym",
];

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let used: Vec<(&Run<'_>, usize, String)> = subject.english().flat_map(abbreviations).collect();
    // Most pages have none: what they explain need not be known.
    if used.is_empty() {
        return;
    }
    let explained = explained(subject);
    let mut told: HashSet<String> = HashSet::new();
    for (run, at, short) in used {
        let words = at..at + 1;
        let skip = run.is_heading()
            || explained.contains(&short)
            || run.is_term(&words)
            || run.voice(&words) != Voice::Author;
        if !skip && told.insert(short.clone()) {
            diagnostics.push(tell(subject, run, &words, &short));
        }
    }
}

fn abbreviations<'r, 'a>(run: &'r Run<'a>) -> impl Iterator<Item = (&'r Run<'a>, usize, String)> {
    let raised = (0..run.len()).filter(|&at| run.look(at).may_be_loud);
    raised.filter_map(move |at| Some((run, at, abbreviation_at(run, at)?)))
}

fn tell(subject: &Subject<'_>, run: &Run<'_>, words: &Range<usize>, short: &str) -> Diagnostic {
    let message = format!("\"{short}\" is not explained");
    let help = format!(
        "write it out where it comes first, \"the full words ({short})\", or put it into content/glossary.yaml"
    );
    let mut told = Diagnostic::new(&LINT.rule, run.span(words), message).help(help);
    let is_handout = matches!(subject.part, Part::Page(page) if page.kind() == PageKind::Handout);
    told.severity = match subject.audience {
        Audience::Curious if is_handout => Severity::Warning,
        audience => audience.severity(),
    };
    told
}

/// Whether a word is in capitals: two letters or more, none of them small.
pub(super) fn is_capitals(shown: &str) -> bool {
    shown.len() > 1 && shown.chars().all(char::is_uppercase)
}

/// Whether people write a word (in small letters here) in capitals to be heard.
pub(super) fn is_loud_word(word: &str) -> bool {
    LOUD_WORDS.contains(&word.to_uppercase().as_str())
}

/// The abbreviation that a word is, without the s of its plural; nothing for what everybody knows.
fn abbreviation_at(run: &Run<'_>, at: usize) -> Option<String> {
    let shown = run.shown(at);
    if !shown.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let shown = shown
        .strip_suffix("'s")
        .or_else(|| shown.strip_suffix("’s"))
        .unwrap_or(shown);
    let short = shown.strip_suffix('s').unwrap_or(shown);
    let plain = is_capitals(short) && short.is_ascii() && LENGTH.contains(&short.len());
    if !plain || KNOWN.contains(&short) || LOUD_WORDS.contains(&short) || is_roman(short) {
        return None;
    }
    let is_loud = |at: usize| is_capitals(run.shown(at)) && !KNOWN.contains(&run.shown(at));
    let joined = |at: usize| run.is_joined(at) && !run.gap(at).contains('-');
    let beside = (at > 0 && joined(at) && is_loud(at - 1)) || (joined(at + 1) && is_loud(at + 1));
    // "MN 55401" is an address.
    let is_code =
        run.word(at + 1).len() == 5 && run.word(at + 1).bytes().all(|b| b.is_ascii_digit());
    (!beside && !is_code).then(|| short.to_owned())
}

fn is_roman(short: &str) -> bool {
    short.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) && short != "IV"
}

/// Every abbreviation that the page or the glossary explains, and words that are in small letters elsewhere.
fn explained(subject: &Subject<'_>) -> HashSet<String> {
    let mut explained = HashSet::new();
    let glossary = &subject.site.shared.glossary;
    for term in glossary.iter().map(|entry| &entry.term.value) {
        let parts = term.split(|c: char| !c.is_alphanumeric());
        explained.extend(parts.filter(|part| is_capitals(part)).map(str::to_owned));
    }
    for run in &subject.prose.runs {
        for at in 0..run.len() {
            let shown = run.shown(at);
            if is_capitals(shown.strip_suffix('s').unwrap_or(shown)) {
                if is_explained(run, at) {
                    explained.insert(shown.strip_suffix('s').unwrap_or(shown).to_owned());
                }
            } else if shown.len() < LENGTH.end {
                explained.insert(run.word(at).to_uppercase());
            }
        }
    }
    explained
}

/// "full words (ABC)", "ABC (full words)", "called ABC", "ABC means …", "full words, or ABC"
fn is_explained(run: &Run<'_>, at: usize) -> bool {
    let before = run.gap(at).trim_end();
    let behind = run.gap(at + 1).trim_start();
    let last = at.checked_sub(1).map_or("", |at| run.word(at));
    let introduced = MEANS.contains(&last)
        || (matches!(last, "a" | "an" | "the" | "as" | "for")
            && (at.saturating_sub(4)..at)
                .any(|i| MEANS.contains(&run.word(i)) || run.word(i) == "known"));
    let or = last == "or" && run.gap(at - 1).contains(',');
    before.ends_with('(')
        || behind.starts_with('(')
        || MEANS.contains(&run.word(at + 1))
        || introduced
        || or
}
