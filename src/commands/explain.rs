//! `teachback explain`: the manual page of a diagnostic.

use super::{Shell, Trouble, Verdict, page};
use crate::diagnostic::{Rule, nearest};
use crate::lint::all_rules;
use std::fmt::Write;

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A code such as TB103, or a name such as unknown-key; without one, all of them are listed
    #[arg(value_name = "CODE|NAME")]
    rule: Option<String>,
}

/// Prints the page of one rule, or the list of all.
///
/// # Errors
/// When there is no rule of that name, or it cannot be written.
pub fn run(args: &Args, shell: &Shell) -> Result<Verdict, Trouble> {
    let text = match &args.rule {
        Some(wanted) => page::render(find(wanted)?.page, shell.paints()),
        None => list(),
    };
    shell.print(&text)?;
    Ok(Verdict::Fine)
}

fn find(wanted: &str) -> Result<&'static Rule, Trouble> {
    let name = wanted.trim().to_lowercase().replace([' ', '_'], "-");
    let same = |rule: &&Rule| rule.name == name || rule.code.eq_ignore_ascii_case(&name);
    all_rules().find(same).ok_or_else(|| {
        let help = match nearest(wanted, all_rules().flat_map(|rule| [rule.name, rule.code])) {
            Some(known) => format!("did you mean \"{known}\"?"),
            None => "`teachback explain` without a name lists all of them".to_owned(),
        };
        Trouble::new(format!("no fault has the code or the name \"{wanted}\"")).help(help)
    })
}

fn list() -> String {
    let width = all_rules().map(|rule| rule.name.len()).max().unwrap_or(0);
    all_rules().fold(String::new(), |mut text, rule| {
        let (code, name, severity) = (rule.code, rule.name, rule.severity.word());
        writeln!(
            text,
            "{code}  {name:width$}  {severity:7}  {}",
            rule.summary
        )
        .expect("invariant: writing to a string cannot fail");
        text
    })
}
