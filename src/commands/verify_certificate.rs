//! `teachback verify-certificate`: holds the text of a certificate against the published site.

#![expect(
    clippy::disallowed_methods,
    reason = "reads the text that is named, and asks what day it is"
)]

use super::{Project, Shell, Trouble, Verdict};
use crate::certificate::{Certificate, Doubt};
use crate::model::Date;
use crate::output::Manifest;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file with the text for checking; - reads it from the standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The folder with the published site; else the folder "output" of the project
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
}

/// Says whether the text is consistent with the site. It cannot say who sat there.
///
/// # Errors
/// When the text or the site's list of files cannot be read.
pub fn run(args: &Args, shell: &Shell) -> Result<Verdict, Trouble> {
    let text = read(&args.file)?;
    let folder = match &args.site {
        Some(folder) => folder.clone(),
        None => Project::find(shell.project.as_deref())?.output_folder(None)?,
    };
    let site = Manifest::read(&folder)?;
    let certificate = match Certificate::parse(&text) {
        Ok(certificate) => certificate,
        Err(missing) => {
            shell.say(&match missing {
                Some(line) => format!("the line \"{line}: …\" is missing"),
                None => {
                    "this is no certificate: its first line has to be \"teachback certificate 1\""
                        .to_owned()
                }
            });
            return Ok(Verdict::Faulty);
        }
    };
    let doubts = certificate.doubts(&site.id, &site.modules, today());
    for doubt in &doubts {
        shell.say(&told(doubt));
    }
    if !doubts.is_empty() {
        return Ok(Verdict::Faulty);
    }
    shell.print(&format!(
        "The certificate of {} for \"{}\", {}, is consistent with the published site.\n",
        certificate.get("Name"),
        certificate.get("Module"),
        certificate.get("Date"),
    ))?;
    shell.remark("It was made in the learner's own browser: this cannot show who sat there.");
    Ok(Verdict::Fine)
}

fn read(file: &Path) -> Result<String, Trouble> {
    let mut bytes = Vec::new();
    let outcome = if file == Path::new("-") {
        std::io::stdin().lock().read_to_end(&mut bytes).map(drop)
    } else {
        std::fs::read(file).map(|read| bytes = read)
    };
    outcome
        .map_err(|error| Trouble::new(format!("{} could not be read: {error}", file.display())))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Today in UTC; a day more, because the learner's morning can be our evening before.
fn today() -> Date {
    const DAY: u64 = 24 * 60 * 60;
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    Date::of_days(now.map_or(0, |since| since.as_secs() / DAY) + 1)
}

fn told(doubt: &Doubt) -> String {
    match doubt {
        Doubt::Code => {
            "the code does not fit the lines: one of them was changed or mistyped".to_owned()
        }
        Doubt::Site(id) => format!("it was given by another site; this one is \"{id}\""),
        Doubt::Module(name) => {
            format!("this site has no module \"{name}\" that gives a certificate")
        }
        Doubt::Version(now) => format!(
            "the module was changed since, or this is another version of it (now {now}): \
             check it against the site as it was published on that day"
        ),
        Doubt::Date(date) => format!("\"{date}\" is no day on which it can have been given"),
        Doubt::Score(pass) => format!("the score does not pass: {pass} to 100 percent are needed"),
        Doubt::Minutes(Some(minutes)) => format!("the module has {minutes} minutes"),
        Doubt::Minutes(None) => "the module does not say how many minutes it takes".to_owned(),
    }
}
