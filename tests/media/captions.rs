//! Captions: what is told about them, and what pages make of them.

use crate::project::Project;
use crate::samples::silence;
use crate::site::{Built, attribute, build, from_pages};

const PAGE: &str = "pages/listen.html";

fn project(kind: &str, captions: &str) -> Project {
    let block = format!("::: {kind} {{src=talk.wav captions=talk.vtt transcript=words.md}}\n:::\n");
    Project::new()
        .file(
            "content/pages/listen.md",
            format!("---\ntitle: Listen\n---\n\n{block}"),
        )
        .file(
            "content/pages/words.md",
            "---\ntitle: Words\n---\n\nPress, all of it.\n",
        )
        .file("content/pages/talk.wav", silence(10_000))
        .file("content/pages/talk.vtt", captions)
}

fn with(captions: &str) -> Built {
    build(&project("audio", captions))
}

/// The names of what is said about captions below a good head.
fn said(cues: &str) -> Vec<String> {
    let told = project("audio", &format!("WEBVTT\n\n{cues}\n")).diagnose();
    told.iter().map(|d| d.rule.name.to_owned()).collect()
}

#[test]
fn good_captions_of_every_form_say_nothing() {
    let forms = [
        "00:01.000 --> 00:02.000\nPress.",
        "00:00:01.000 --> 00:00:02.000 line:90% position:50%,line-left size:80% align:start\nPress.",
        "first\n00:01.000 --> 00:02.000\n<v Dana>Press.\n\nNOTE a note\nof two lines\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:03.000\nAt once.",
        "00:01.000-->00:02.000\nPress.",
    ];
    for cues in forms {
        assert!(said(cues).is_empty(), "{cues}: {:?}", said(cues));
    }
    let windows = "\u{FEFF}WEBVTT - made by a program\r\nKind: captions\r\n\r\n00:01.000 --> 00:02.000\r\nPress.\r\n";
    assert!(with(windows).diagnostics.is_empty());
}

#[test]
fn every_fault_has_its_name_and_its_line() {
    let cases = [
        ("Press.", "invalid-captions", 3),
        ("00:01,000 --> 00:02,000\nPress.", "invalid-captions", 3),
        ("00:02.000 --> 00:02.000\nPress.", "invalid-captions", 3),
        (
            "00:01.000 --> 00:02.000\nPress.\n00:03.000 --> 00:04.000\nHold.",
            "invalid-captions",
            5,
        ),
        (
            "00:03.000 --> 00:04.000\nHold.\n\n00:01.000 --> 00:02.000\nPress.",
            "captions-out-of-order",
            6,
        ),
        ("00:01.000 --> 00:12.000\nPress.", "captions-past-end", 3),
        ("00:01.000 --> 00:02.000\n<i> </i>", "empty-caption", 3),
        (
            "00:01.000 --> 00:02.000 top\nPress.",
            "unknown-caption-setting",
            3,
        ),
        ("NOTE nothing yet", "empty-caption", 1),
    ];
    for (cues, rule, line) in cases {
        let text = format!("WEBVTT\n\n{cues}\n");
        let built = with(&text);
        assert_eq!(built.said(), [rule], "{cues}");
        let fault = &built.diagnostics[0];
        let before = &text[..fault.span.start as usize];
        assert_eq!(before.matches('\n').count() + 1, line, "{cues}");
        assert!(fault.help.is_some(), "{cues}");
    }
}

#[test]
fn a_file_of_another_kind_is_no_captions() {
    let srt = "1\n00:00:01,000 --> 00:00:02,000\nPress.\n";
    let built = with(srt);
    assert!(built.said().iter().all(|name| *name == "invalid-captions"));
    let help = built.diagnostics[0].help.as_deref().expect("help");
    assert!(help.contains(".srt"), "{help}");
    let block = "::: audio {src=talk.wav captions=talk.srt transcript=words.md}\n:::\n";
    let project = project("audio", "WEBVTT\n\n00:01.000 --> 00:02.000\nPress.\n")
        .file(
            "content/pages/listen.md",
            format!("---\ntitle: Listen\n---\n\n{block}"),
        )
        .file("content/pages/talk.srt", srt);
    assert_eq!(build(&project).said(), ["invalid-captions"]);
}

#[test]
fn a_player_loads_nothing_before_it_is_asked_to() {
    for kind in ["audio", "video"] {
        let built = build(&project(
            kind,
            "WEBVTT\n\n00:01.000 --> 00:02.500 line:0\n<v Dana>\"Press.\"\n",
        ));
        assert!(built.diagnostics.is_empty(), "{:?}", built.said());
        let player = built.tag(PAGE, &format!("<{kind} "));
        assert_eq!(attribute(player, "preload"), Some("none"));
        assert!(
            player.contains(" controls") && !player.contains("autoplay"),
            "{player}"
        );
        let track = built.tag(PAGE, "<track ");
        assert_eq!(attribute(track, "kind"), Some("captions"));
        assert_eq!(attribute(track, "srclang"), Some("en"));
        assert_eq!(attribute(track, "label"), Some("English"));
        assert!(
            !track.contains("default"),
            "a default track would be loaded at once"
        );
        assert!(built.files.contains_key("pages/talk.vtt"));
        let script = from_pages(attribute(track, "data-script").expect("a script"));
        assert_eq!(
            built.page(&script),
            "teachback.captions(...[\"pages/talk.vtt\",[[1.0,2.5,\"<v Dana>\\\"Press.\\\"\",\"line:0\"]]]);\n"
        );
        assert!(
            built.page(PAGE).contains("Press, all of it."),
            "the transcript stands beside it"
        );
    }
}

#[test]
fn captions_are_in_the_language_of_their_name() {
    let block = "::: audio {src=talk.wav captions=talk.es.vtt transcript=words.md}\n:::\n";
    let project = project("audio", "WEBVTT\n\n00:01.000 --> 00:02.000\nPress.\n")
        .file(
            "content/pages/listen.md",
            format!("---\ntitle: Listen\n---\n\n{block}"),
        )
        .file(
            "content/pages/talk.es.vtt",
            "WEBVTT\n\n00:01.000 --> 00:02.000\nApriete.\n",
        );
    let built = build(&project);
    assert_eq!(attribute(built.tag(PAGE, "<track "), "srclang"), Some("es"));
}

#[test]
fn without_a_transcript_the_captions_stand_in_for_it() {
    let block = "::: audio {src=talk.wav captions=talk.vtt}\n:::\n";
    let captions = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Dana>My pills\n\n00:02.000 --> 00:03.000\n<v Dana>ran out.\n";
    let project = project("audio", captions).file(
        "content/pages/listen.md",
        format!("---\ntitle: Listen\n---\n\n{block}"),
    );
    let built = build(&project);
    assert_eq!(
        built.said(),
        ["missing-attribute"],
        "it is missing all the same"
    );
    assert!(
        built
            .page(PAGE)
            .contains("<p><strong>Dana:</strong> My pills ran out.</p>")
    );
}
