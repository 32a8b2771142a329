//! `teachback schema`: JSON Schemas of what authors write as YAML.

use super::{Shell, Trouble, Verdict};
use crate::config::CONFIG_KEYS;
use crate::parse::{BANK_KEYS, COMMON_KEYS, MODULE_KEYS, SCRIPT_KEYS, WORD_KEYS, handout_keys};
use crate::yaml::{Key, json_schema};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use serde_json::Value;

/// One schema that can be asked for.
#[derive(Debug)]
pub struct Schema {
    pub name: &'static str,
    /// One phrase for the help text.
    pub about: &'static str,
    make: fn() -> Value,
}

/// All schemas.
pub const SCHEMAS: &[Schema] = &[
    Schema {
        name: "front-matter",
        about: "what stands between the --- lines of a page",
        make: || json_schema("front matter", every_front_matter_key()),
    },
    Schema {
        name: "bank",
        about: "content/banks/NAME.yaml",
        make: || json_schema("question bank", BANK_KEYS),
    },
    Schema {
        name: "config",
        about: "teachback.yaml",
        make: || json_schema("teachback.yaml", CONFIG_KEYS),
    },
    Schema {
        name: "handout",
        about: "content/handouts/NAME.yaml",
        make: || json_schema("handout", handout_keys()),
    },
    Schema {
        name: "words",
        about: "content/words/NAME.yaml",
        make: || json_schema("list of words", WORD_KEYS),
    },
];

/// An editor does not know the kind of a page: the keys of all kinds.
fn every_front_matter_key() -> impl Iterator<Item = &'static Key> {
    COMMON_KEYS.iter().chain(MODULE_KEYS).chain(SCRIPT_KEYS)
}

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What the schema is for
    #[arg(value_name = "KIND", value_parser = kinds())]
    kind: &'static Schema,
}

/// Prints one schema.
///
/// # Errors
/// When it cannot be written.
pub fn run(args: &Args, shell: &Shell) -> Result<Verdict, Trouble> {
    shell.print(&format!("{:#}\n", (args.kind.make)()))?;
    Ok(Verdict::Fine)
}

fn kinds() -> impl TypedValueParser<Value = &'static Schema> {
    let names = SCHEMAS
        .iter()
        .map(|s| PossibleValue::new(s.name).help(s.about));
    PossibleValuesParser::new(names).map(|name| {
        let mut known = SCHEMAS.iter();
        known
            .find(|schema| schema.name == name)
            .expect("invariant: only names of the table are taken")
    })
}
