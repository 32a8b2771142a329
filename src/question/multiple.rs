//! Multiple choice: every option is right or wrong by itself.

use super::{Form, QuestionType, choice};

pub(super) const TYPE: QuestionType = QuestionType {
    name: "multiple",
    label: "a multiple choice",
    summary: "A task list with several `[x]`, or with `type=multiple`; scored per option, never below zero.",
    example: "\
::: question
Which signs need a call to 911?

- [x] Slow or stopped breathing
- [x] Blue lips
- [ ] A dry mouth
:::
",
    form: Form::Options,
    detect: |parts| choice::right_options(parts) > 1,
    lower: |parts, diagnostics| choice::lower(parts, true, diagnostics),
};
