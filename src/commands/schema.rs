//! `teachback schema`: JSON Schemas of what authors write as YAML.

use super::{Shell, Trouble, Verdict};
use crate::config::CONFIG_KEYS;
use crate::yaml::json_schema;
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
pub const SCHEMAS: &[Schema] = &[Schema {
    name: "config",
    about: "teachback.yaml",
    make: || json_schema("teachback.yaml", CONFIG_KEYS),
}];

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
