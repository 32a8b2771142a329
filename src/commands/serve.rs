//! `teachback serve`: shows the site while it is written.

use super::loop_report::Report;
use super::wait::waiting;
use super::{Project, Shell, Trouble, Verdict};
use crate::pipeline::Options;
use crate::serve::{self, Bell, Door, Editor, Loop, Settings, Told, Workshop};
use std::process::{Command, Stdio};

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where to listen; another free port when this one is taken
    #[arg(long, value_name = "PORT", default_value_t = 4000)]
    port: u16,
    /// Who can reach it: this computer only, or 0.0.0.0 for the whole network
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    host: String,
    /// Open the browser
    #[arg(long)]
    open: bool,
    /// Show drafts, marked as such (this is the default)
    #[arg(long, conflicts_with = "no_drafts")]
    drafts: bool,
    /// Leave drafts out, as a build does
    #[arg(long)]
    no_drafts: bool,
    /// Where a click on a fault leads, such as "vscode://file/{path}:{line}"; or none
    #[arg(long, value_name = "ADDRESS")]
    editor: Option<Editor>,
}

/// Serves the project until it is stopped. Nothing is written.
///
/// # Errors
/// When there is no project, or no server can be started.
pub fn run(args: &Args, shell: &Shell) -> Result<Verdict, Trouble> {
    let project = Project::find(shell.project.as_deref())?;
    let door = serve::open_door(&args.host, args.port).map_err(|error| {
        Trouble::new(format!(
            "the server cannot listen at {}: {error}",
            args.host
        ))
        .help("name an address of this computer with --host, such as 127.0.0.1")
    })?;
    let options = Options {
        drafts: !args.no_drafts,
    };
    let bell = Bell::hang(&project.root);
    let mut workshop = Workshop::new(&project.root, options);
    let first = waiting(shell, &workshop.memo(), || workshop.build_all());
    let first = first.map_err(|failure| Trouble::new(failure.to_string()))?;
    let settings = Settings {
        root: project.root,
        editor: args.editor.clone(),
    };
    let mut report = Report::new(shell);
    let address = door.address();
    report.tell(Told::Built {
        round: &first,
        first: true,
    });
    greet(args, &door, &address, shell);
    let work = Loop {
        bell,
        workshop,
        first,
    };
    let served = serve::run(settings, door, work, &mut |told| report.tell(told));
    served.map_err(|error| Trouble::new(format!("the server has stopped: {error}")))?;
    shell.remark("stopped");
    Ok(Verdict::Fine)
}

fn greet(args: &Args, door: &Door, address: &str, shell: &Shell) {
    if args.port != 0 && door.bound.port() != args.port {
        shell.say(&format!(
            "port {} is taken; this preview is at port {}",
            args.port,
            door.bound.port()
        ));
    }
    if !door.bound.ip().is_loopback() {
        shell.say("everybody in the network can read this preview, drafts too");
    }
    shell.remark(&format!("preview at {address} (stop with Ctrl-C)"));
    if args.open && open(address).is_err() {
        shell.say(&format!(
            "no browser could be opened; open {address} yourself"
        ));
    }
}

/// Opens the author's browser.
fn open(address: &str) -> std::io::Result<()> {
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(before).arg(address);
    let quiet = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut browser = quiet.spawn()?;
    // Some of these programs end when the browser does.
    std::thread::spawn(move || browser.wait());
    Ok(())
}
