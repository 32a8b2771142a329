//! Rules about content that holds together: language, evidence, structure. A rule is a file in `rules/` with its manual
//! page, and one line in [`RULES`].

mod allowance;
mod audience;
mod choice;
mod levels;
mod prose;
mod replace;
mod rules;
mod settings;
mod subject;
mod words;

pub use allowance::{Memo as AllowanceMemo, apply as apply_allowances};
pub use audience::Audience;
pub use levels::{Memo as LevelMemo, measure as measure_levels, measure_page};
pub use prose::{LeftOut, Prose, Reading, Run, RunKind, Voice};
pub use settings::{Memo as SettingsMemo, apply as apply_settings};
pub use subject::{Part, Subject};
pub use words::{BUILT_IN_LISTS, Lexica, Lexicon};

use crate::diagnostic::{Batch, CATALOG, Diagnostic, Found, Outcome, Rule};
use crate::levels::Levels;
use crate::link::Site;
use crate::memo::{State, Traced};
use std::sync::Arc;

/// A rule that looks at one part of the site: a page, a snippet, a bank, what the levels of a handout share.
pub struct Lint {
    pub rule: Rule,
    /// Tells what it finds in a part.
    pub check: fn(&Subject<'_>, &mut Vec<Diagnostic>),
}

/// Every lint rule, in the order of their codes.
pub static RULES: &[&Lint] = &[
    &rules::skipped_heading_level::LINT,
    &rules::vague_link_text::LINT,
    &rules::empty_section::LINT,
    &rules::review_without_owner::LINT,
    &rules::evidence_without_source::LINT,
    &rules::all_options_right::LINT,
    &rules::duplicate_option::LINT,
    &rules::all_of_the_above::LINT,
    &rules::longest_option_right::LINT,
    &rules::unstressed_negative::LINT,
    &rules::missing_option_feedback::LINT,
    &rules::unassessed_objective::LINT,
    &rules::stigma::LINT,
    &rules::passive_voice::LINT,
    &rules::hard_word::LINT,
    &rules::noun_string::LINT,
    &rules::double_negative::LINT,
    &rules::vague_time::LINT,
    &rules::number_format::LINT,
    &rules::all_capitals::LINT,
    &rules::undefined_abbreviation::LINT,
    &rules::hard_key_message::LINT,
    &rules::too_hard_for_level::LINT,
    &rules::levels_out_of_order::LINT,
];

/// Every rule there is: those of reading and linking and the lint rules, in the order of their codes.
pub fn all_rules() -> impl Iterator<Item = &'static Rule> {
    let mut rules: Vec<&'static Rule> = CATALOG.to_vec();
    rules.extend(RULES.iter().map(|lint| &lint.rule));
    rules.sort_by_key(|rule| rule.code);
    rules.into_iter()
}

/// What was found earlier.
#[derive(Debug, Default)]
pub struct Memo {
    /// Part by part.
    parts: Traced<Batch>,
    /// The words of a site that has lists of its own, by the state of everything that pages share.
    words: crate::memo::Memo<u64, Option<Outcome<Lexica>>>,
}

/// Runs every lint rule over every part of the site, each text once. A part is looked at again when something changed
/// that its rules had looked at.
#[must_use]
pub fn lint(site: &Site, levels: &Levels, state: &Arc<State>, memo: &Memo) -> Found {
    let own = memo.words.get_or(state.surroundings, || {
        let mut own = Lexica::own(site)?;
        let told = words::check_examples(site, &own.value);
        own.diagnostics.extend(told);
        Some(own)
    });
    memo.words.sweep();
    let (words, mut found) = match &*own {
        Some(own) => (&own.value, Found::from(own.diagnostics.clone())),
        None => (Lexica::built_in(), Found::default()),
    };
    found.extend(lint_parts((site, levels), words, (state, memo)));
    found
}

fn lint_parts(
    (site, levels): (&Site, &Levels),
    words: &Lexica,
    (state, memo): (&Arc<State>, &Memo),
) -> Vec<Arc<Batch>> {
    let parts = subject::parts(site);
    memo.parts
        .filled(state, parts.len(), Batch::is_empty, |at| {
            let subject = Subject::new(site, parts[at], levels, words);
            let mut diagnostics = Vec::new();
            for lint in RULES {
                (lint.check)(&subject, &mut diagnostics);
            }
            Batch::from(diagnostics)
        })
}
