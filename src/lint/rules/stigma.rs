//! Words that put an illness, a disability or a situation before the person.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::prose::{Mentions, Run, is_name};
use crate::lint::replace;
use crate::lint::words::Found;
use crate::lint::{Lint, Subject, Voice};
use crate::model::WordRule;

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB701",
        name: "stigma",
        severity: Severity::Warning,
        summary: "A word names people by an illness or judges them.",
        page: include_str!("stigma.md"),
    },
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for (run, lexicon) in subject.texts(WordRule::Stigma) {
        let mut mentions = Mentions::default();
        for found in lexicon.find(run) {
            let voice = run.voice(&found.words);
            let shown = mentions.holds(run, &found.words);
            if voice != Voice::Mention && !shown && !is_name(run, &found.words) {
                diagnostics.push(tell(run, &found, voice));
            }
        }
    }
}

fn tell(run: &Run<'_>, found: &Found<'_>, voice: Voice) -> Diagnostic {
    let written = run.phrase(&found.words);
    let why = match found.entry.why.as_str() {
        "" => "is on the list of words to avoid",
        why => why,
    };
    let message = ["\"", written, "\" ", why, "; say \"", found.say, "\""].concat();
    let mut told = Diagnostic::new(&LINT.rule, run.span(&found.words), message);
    told.severity = match voice {
        Voice::Author => found.entry.severity,
        _ => Severity::Info,
    };
    let source = match found.entry.source.as_str() {
        "" => "your organisation's list",
        source => source,
    };
    told = told.help(match voice {
        Voice::Patient => ["a patient may say it; nobody else should (", source, ")"].concat(),
        Voice::Mistaken => [
            "it may stand in what readers learn not to say (",
            source,
            ")",
        ]
        .concat(),
        _ => ["see ", source, "; words in quotation marks are not told"].concat(),
    });
    if voice == Voice::Author {
        told.fixes = replace::fix(run, found).into_iter().collect();
    }
    told
}
