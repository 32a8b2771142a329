//! Input that nobody would write on purpose: each gives a clear diagnostic, and the rest is still read.

#![allow(
    clippy::disallowed_methods,
    reason = "a test makes the files that the program has to survive"
)]

mod project;

use project::Project;
use std::fmt::Write as _;
use std::fs::File;
use teachback::diagnostic::{Diagnostic, Severity};
use teachback::output::Body;
use teachback::pipeline::{self, Memo, Options};

const PAGE: &str =
    "---\ntitle: Naloxone at home\n---\n\nKeep the spray where your family can find it.\n";

#[test]
#[cfg(unix)]
fn a_thing_that_is_no_file() {
    let project = Project::new().file("content/pages/naloxone.md", PAGE);
    let socket = std::os::unix::net::UnixListener::bind(project.place("content/pages/door"));
    let _kept = socket.expect("a socket can be made in a new folder");
    assert_eq!(names(&project.diagnose()), ["unreadable-file"]);
}

#[test]
fn a_page_that_is_not_utf8() {
    // Latin-1: 0xE9 is the letter e with an acute accent.
    let latin1 = PAGE
        .bytes()
        .chain(*b"Jos\xE9 has one, too.\n")
        .collect::<Vec<u8>>();
    let told = Project::new()
        .file("content/pages/naloxone.md", latin1)
        .diagnose();
    assert_eq!(names(&told), ["invalid-encoding"]);
    assert_eq!(told[0].span.start as usize, PAGE.len() + "Jos".len());
}

#[test]
fn a_page_in_utf16() {
    let bytes = [0xFF, 0xFE]
        .into_iter()
        .chain(PAGE.encode_utf16().flat_map(u16::to_le_bytes));
    let project = Project::new().file("content/pages/naloxone.md", bytes.collect::<Vec<u8>>());
    assert_eq!(names(&project.diagnose()), ["invalid-encoding"]);
}

#[test]
#[cfg(unix)]
fn a_symbolic_link_out_of_the_project() {
    let outside = Project::bare().file("private.md", PAGE);
    let project = Project::new();
    let link = project.place("content/pages/private.md");
    std::os::unix::fs::symlink(outside.place("private.md"), link).expect("a link can be made");
    assert_eq!(names(&project.diagnose()), ["link-leaves-project"]);
}

#[test]
#[cfg(unix)]
fn a_symbolic_link_into_itself() {
    let project = Project::new().file("content/pages/naloxone.md", PAGE);
    let link = project.place("content/pages/again");
    std::os::unix::fs::symlink(project.place("content/pages"), link).expect("a link can be made");
    assert_eq!(names(&project.diagnose()), ["link-leaves-project"]);
}

#[test]
fn a_folder_without_settings() {
    let project = Project::bare().file("content/pages/naloxone.md", PAGE);
    assert_eq!(names(&project.diagnose()), ["missing-config"]);
}

#[test]
fn a_page_that_nobody_wrote() {
    let project = Project::new().file("content/pages/naloxone.md", PAGE);
    let file = File::create(project.place("content/pages/export.md")).expect("a file can be made");
    file.set_len(300 << 20)
        .expect("a file with a hole needs no room on disk");
    assert_eq!(names(&project.diagnose()), ["huge-file"]);
}

#[test]
fn ten_thousand_nested_quotes() {
    let page = format!("{PAGE}\n{} Are you there?\n", ">".repeat(10_000));
    assert_eq!(names(&page_with(&page)), ["nested-too-deeply"]);
}

#[test]
fn ten_thousand_nested_blocks() {
    let mut page = PAGE.to_owned();
    for colons in (3..10_003).rev() {
        let _ = writeln!(
            page,
            "\n{} details {{title=More}}",
            ":".repeat(colons.min(40))
        );
    }
    page.push_str("\nAre you there?\n");
    for colons in 3..10_003 {
        let _ = writeln!(page, "\n{}", ":".repeat(colons.min(40)));
    }
    assert!(names(&page_with(&page)).contains(&"nested-too-deeply"));
}

#[test]
fn ten_thousand_nested_list_items() {
    let page = format!("{PAGE}\n{}Are you there?\n", "- ".repeat(10_000));
    assert!(names(&page_with(&page)).contains(&"nested-too-deeply"));
}

#[test]
fn a_script_with_too_many_states() {
    let mut script =
        "---\ntitle: A long talk\ncast:\n  dana: {name: Dana}\nmeters: {trust: 0}\n".to_owned();
    // Each subset of sixty choices that can be taken one time is a state of its own, and none makes trust odd.
    script.push_str("pass: trust == 61\n---\n\n## Talk\n\n**Dana:** Where do we begin?\n\n");
    for topic in 0..60 {
        let _ = writeln!(
            script,
            "- [Topic {topic}](#talk) {{trust+2 once}}\n  > One topic less."
        );
    }
    script.push_str("- [Good-bye](#end) {best}\n  > Well said.\n\n## End {ending=good}\n\n**Dana:** Good-bye.\n");
    let told = Project::new()
        .file("content/scripts/talk.md", script)
        .diagnose();
    let undecided = told.iter().find(|d| d.rule.name == "undecided-script");
    assert_eq!(undecided.map(|d| d.severity), Some(Severity::Info));
}

#[test]
fn front_matter_that_is_no_front_matter() {
    let bomb = "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n\
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n\
                e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]\nf: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]\n\
                g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f]\nx-h: [*g, *g, *g, *g, *g, *g, *g, *g, *g]\n";
    let cases = [
        ("title: [Naloxone", "invalid-yaml"),
        ("title: Naloxone\nmodule:\n\tminutes: 5", "invalid-yaml"),
        ("- title\n- owner", "invalid-value"),
        ("title: Naloxone\ntitle: Naloxone at home", "duplicate-key"),
        (bomb, "invalid-yaml"),
    ];
    for (front, expected) in cases {
        let told = page_with(&format!("---\n{front}\n---\n\nKeep it at home.\n"));
        assert!(
            names(&told).contains(&expected),
            "{front}: {:?}",
            names(&told)
        );
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_fine() {
    let page = format!("\u{FEFF}{}", PAGE.replace('\n', "\r\n"));
    assert_eq!(names(&page_with(&page)), [""; 0]);
}

#[test]
fn an_empty_file_has_no_text() {
    let told = names(&page_with(""));
    assert!(told.contains(&"empty-file"), "{told:?}");
}

#[test]
fn one_bad_file_does_not_hide_the_faults_of_another() {
    let project = Project::new()
        .file("content/pages/a.md", "---\ntitle: [broken\n---\n\nText.\n")
        .file(
            "content/pages/b.md",
            "---\ntitle: B\n---\n\n[There](nowhere.md)\n",
        );
    let told = names(&project.diagnose());
    assert!(
        told.contains(&"invalid-yaml") && told.contains(&"broken-link"),
        "{told:?}"
    );
}

#[test]
fn an_anchor_bomb_takes_no_time() {
    let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (name, inner) in ('b'..='z').zip('a'..) {
        let list = vec![format!("*{inner}"); 10].join(", ");
        let _ = writeln!(bomb, "{name}: &{name} [{list}]");
    }
    // Two seconds where nothing else runs; a bomb that goes off takes longer than a life.
    let started = std::time::Instant::now();
    let told = page_with(&format!("---\n{bomb}---\n\nText.\n"));
    assert!(names(&told).contains(&"invalid-yaml"));
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
}

#[test]
fn a_text_of_many_megabytes() {
    let mut page = PAGE.to_owned();
    for number in 0..30_000 {
        let _ = write!(
            page,
            "\n## Part {number}\n\nKeep the *spray* where your [family](#part-1) can find it, day and night.\n"
        );
        let _ = write!(
            page,
            "\n- It is easy to use.\n- It does no harm to a person who did not need it.\n"
        );
    }
    assert!(page.len() > 4 << 20);
    let project = Project::new()
        .file("content/pages/long.md", page)
        .file("content/pages/naloxone.md", PAGE);
    assert_eq!(names(&project.diagnose()), ["huge-file"]);
    assert!(html_of(&project, "pages/long.html").contains("Part 29999"));
}

#[test]
fn nothing_is_closed() {
    let page = format!(
        "{PAGE}\n::: details {{title=\"More\n\n:::: question\n\n- [x] **Is *this\n\n  > `a [b](c\n\n<div><b title=\"\n\n~~~\n[[\n"
    );
    let told = names(&page_with(&page));
    for expected in ["unclosed-block", "unclosed-code-fence"] {
        assert!(told.contains(&expected), "{expected} is not in {told:?}");
    }
}

#[test]
fn raw_html_that_runs_something() {
    let cases = [
        ("<script>alert(1)</script>", "alert(1)"),
        ("<p onclick=\"alert(1)\">Text</p>", "onclick"),
        ("<a href=\"javascript:alert(1)\">Text</a>", "javascript:"),
        ("<iframe src=\"https://example.org\"></iframe>", "<iframe"),
        ("<svg><script>alert(1)</script></svg>", "alert(1)"),
    ];
    for (html, left_out) in cases {
        let project = Project::new().file(
            "content/pages/page.md",
            format!("{PAGE}\n{html}\n\nThe end.\n"),
        );
        let told = project.diagnose();
        assert!(
            names(&told).contains(&"unsafe-html"),
            "{html}: {:?}",
            names(&told)
        );
        assert!(
            told.iter().all(|d| d.severity <= Severity::Warning),
            "{html}"
        );
        let page = html_of(&project, "pages/page.html");
        assert!(!page.contains(left_out), "{html} is in the page");
        assert!(
            page.contains("The end."),
            "{html} takes the rest of the page with it"
        );
    }
    let link = format!("{PAGE}\n[Text](javascript:alert%281%29)\n");
    assert_eq!(names(&page_with(&link)), ["unsafe-link"]);
}

#[test]
fn addresses_that_leave_the_project() {
    for address in [
        "../../etc/passwd",
        "/etc/passwd",
        "../../../../../../etc/passwd",
        "file:///etc/passwd",
        "C:\\\\secret.md",
    ] {
        for (text, place) in [("", "[Text]"), ("!", "![Text]")] {
            let told = page_with(&format!(
                "{PAGE}\n{text}{}({address})\n",
                place.trim_start_matches('!')
            ));
            assert_eq!(names(&told), ["target-outside-project"], "{text}{address}");
        }
    }
}

#[test]
fn two_files_of_one_page() {
    let project = Project::new()
        .file("content/pages/naloxone.md", PAGE)
        .file("content/pages/Naloxone.md", PAGE);
    assert_eq!(names(&project.diagnose()), ["output-clash"]);
    let project = Project::new()
        .file("content/handouts/taper.md", PAGE)
        .file("content/handouts/taper.en.md", PAGE);
    assert_eq!(names(&project.diagnose()), ["output-clash"]);
}

#[test]
fn a_picture_of_a_thousand_million_points() {
    // A bitmap says how large it is right after its beginning: here 40,000 by 40,000.
    let mut bitmap = b"BM\x1A\0\0\0\0\0\0\0\x1A\0\0\0\x28\0\0\0".to_vec();
    bitmap.extend(40_000_u32.to_le_bytes());
    bitmap.extend(40_000_u32.to_le_bytes());
    let project = Project::new()
        .file(
            "content/pages/page.md",
            format!("{PAGE}\n![A wall](wall.bmp)\n"),
        )
        .file("content/pages/wall.bmp", bitmap);
    assert_eq!(names(&project.diagnose()), ["huge-picture"]);
}

#[test]
fn a_picture_that_knows_its_place() {
    // A JPEG of nothing but the notes of a camera, a frame of one grey point, and an empty scan.
    let notes = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x26\0\0\0\0";
    let parts: [&[u8]; 6] = [
        b"\xFF\xD8\xFF\xE1\0",
        &[u8::try_from(notes.len() + 2).expect("short")],
        notes,
        b"\xFF\xC0\0\x0B\x08\0\x01\0\x01\x01\x01\x11\0",
        b"\xFF\xDA\0\x08\x01\x01\0\0\x3F\0",
        b"\xFF\xD9",
    ];
    let link = "[The kitchen](kitchen.jpg)";
    let told = Project::new()
        .file("content/pages/page.md", format!("{PAGE}\n{link}\n"))
        .file("content/pages/kitchen.jpg", parts.concat())
        .diagnose();
    assert_eq!(names(&told), ["picture-tells-place"]);
    let shown = Project::new()
        .file("content/pages/page.md", format!("{PAGE}\n!{link}\n"))
        .file("content/pages/kitchen.jpg", parts.concat())
        .diagnose();
    assert!(names(&shown).is_empty(), "what is shown is saved anew");
}

#[test]
fn captions_of_a_longer_film() {
    // A WAV file of 2,000 bytes at 1,000 a second.
    let mut wave = b"RIFF\xF4\x07\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\xE8\x03\0\0\xE8\x03\0\0\x01\0\x08\0data\xD0\x07\0\0".to_vec();
    wave.resize(44 + 2000, 0x80);
    let block = "::: audio {src=talk.wav captions=talk.vtt transcript=words.md}\n:::\n";
    let told = |end: &str| {
        Project::new()
            .file("content/pages/page.md", format!("{PAGE}\n{block}"))
            .file("content/pages/words.md", PAGE)
            .file("content/pages/talk.wav", &wave)
            .file(
                "content/pages/talk.vtt",
                format!("WEBVTT\n\n00:01.000 --> {end}\nPress.\n"),
            )
            .diagnose()
    };
    assert!(told("00:02.500").is_empty(), "programs round");
    let late = told("00:02.501");
    assert_eq!(names(&late), ["captions-past-end"]);
    assert!(late[0].message.contains("00:02.000"), "{}", late[0].message);
}

/// A page as it is built.
fn html_of(project: &Project, path: &str) -> String {
    let sources = teachback::source::discover(&project.place(".")).expect("the project is there");
    let built = pipeline::build(&sources, &Options::default(), &Memo::default());
    let (_, outputs) = built.expect("the files are still there").value;
    match outputs.get(path).map(|output| output.body()) {
        Some(Body::Bytes(bytes)) => String::from_utf8(bytes.clone()).expect("UTF-8"),
        _ => panic!("{path} is not built"),
    }
}

fn page_with(text: &str) -> Vec<Diagnostic> {
    Project::new()
        .file("content/pages/page.md", text)
        .diagnose()
}

fn names(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|d| d.rule.name).collect()
}
