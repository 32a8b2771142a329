//! What a target is measured by.

use super::{Formula, Kind, consensus, dale_chall, formulas};
use crate::readability::{Counts, Language};

/// A formula that gives a grade, or the consensus of all.
#[derive(Debug, Clone, Copy)]
pub struct Gauge {
    language: Language,
    formula: Option<&'static Formula>,
}

impl Gauge {
    /// The gauge that `teachback.yaml` names, with hyphens. A language that the formula was not made for is measured by the
    /// consensus of its own formulas.
    #[must_use]
    pub fn of_name(name: &str, language: Language) -> Self {
        let name = name.replace('-', "_");
        let mut known = formulas(language).filter(|formula| formula.kind == Kind::Grade);
        Self {
            language,
            formula: known.find(|formula| formula.name == name),
        }
    }

    /// As a sentence names it: "by …".
    #[must_use]
    pub fn title(&self) -> &'static str {
        match (self.formula, self.language) {
            (Some(formula), _) => formula.title,
            (None, Language::Spanish) => "the consensus of Spanish formulas",
            (None, _) => "the consensus of formulas",
        }
    }

    /// The school grade of a text, 0 or more, to one decimal; nothing for a text without words, or in a language that has no
    /// formula.
    #[must_use]
    pub fn grade(&self, counts: &Counts) -> Option<f64> {
        let grade = match self.formula {
            None => consensus(counts, self.language)?,
            Some(formula) if formula.name == dale_chall::DALE_CHALL.name => {
                dale_chall::school_grade(formula.value(counts)?)
            }
            Some(formula) => formula.value(counts)?,
        };
        Some((grade.max(0.0) * 10.0).round() / 10.0)
    }
}
