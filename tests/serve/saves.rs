//! The ways in which editors, version control and people change files: one build after things have settled, always of
//! the final state, and told to the pages that changed.

use crate::client::OpenPage;
use crate::project::Project;
use crate::server::{Server, wait_for};
use std::fs::{self, File};
use std::io::Write;
use std::thread::sleep;
use std::time::Duration;

fn page(title: &str, words: &str) -> String {
    format!("---\ntitle: {title}\n---\n\n# {title}\n\n{words}\n")
}

fn site() -> Project {
    Project::new()
        .file("content/index.md", page("Start", "Welcome."))
        .file("content/pages/one.md", page("One", "First words."))
        .file("content/pages/two.md", page("Two", "Other words."))
}

#[test]
fn every_way_of_saving_is_seen() {
    let project = site();
    let server = Server::start(&project.place(""));
    let one = project.place("content/pages/one.md");
    let beside = |name: &str| project.place(&format!("content/pages/{name}"));
    let shows = |words: &str| server.shows("/pages/one.html", words);

    fs::write(&one, page("One", "Written in place.")).expect("saved");
    shows("Written in place.");

    // VS Code, and most programs that are careful.
    fs::write(beside(".one.md.tmp-1"), page("One", "Renamed over.")).expect("saved");
    fs::rename(beside(".one.md.tmp-1"), &one).expect("renamed");
    shows("Renamed over.");

    // Vim: a probe, a backup, a new file, the backup goes.
    fs::write(beside("4913"), "").expect("saved");
    fs::remove_file(beside("4913")).expect("removed");
    fs::rename(&one, beside("one.md~")).expect("renamed");
    fs::write(&one, page("One", "Saved by Vim.")).expect("saved");
    fs::remove_file(beside("one.md~")).expect("removed");
    shows("Saved by Vim.");

    fs::remove_file(&one).expect("removed");
    sleep(Duration::from_millis(40));
    fs::write(&one, page("One", "Deleted and created.")).expect("saved");
    shows("Deleted and created.");

    // Emptied first, filled slowly.
    let mut file = File::create(&one).expect("emptied");
    for piece in page("One", "Written in pieces.").as_bytes().chunks(9) {
        file.write_all(piece).expect("written");
        sleep(Duration::from_millis(3));
    }
    drop(file);
    shows("Written in pieces.");
    assert!(
        server
            .get("/pages/two.html")
            .text()
            .contains("Other words.")
    );
}

#[test]
fn files_beside_the_work_do_not_count() {
    let project = site();
    let server = Server::start(&project.place(""));
    let mut open = OpenPage::open(server.port, "pages/one.html");
    assert_eq!(open.next()["number"], 0);
    for name in [
        "one.md~",
        ".#one.md",
        "#one.md#",
        "4913",
        ".one.md.swp",
        "~$letter.docx",
        "~WRL0001.tmp",
        "one.md.tmp",
    ] {
        fs::write(project.place(&format!("content/pages/{name}")), "nothing").expect("saved");
    }
    fs::write(project.place("notes.txt"), "nothing").expect("saved");
    sleep(Duration::from_millis(400));
    fs::write(project.place("content/pages/one.md"), page("One", "Real.")).expect("saved");
    let told = open.next();
    assert_eq!(told["number"], 1, "the files beside it made no build");
}

#[test]
fn only_pages_that_changed_have_another_key() {
    let project = site();
    let server = Server::start(&project.place(""));
    let mut one = OpenPage::open(server.port, "pages/one.html");
    let mut two = OpenPage::open(server.port, "pages/two.html");
    let (first, second) = (one.next(), two.next());
    fs::write(
        project.place("content/pages/one.md"),
        page("One", "New words."),
    )
    .expect("saved");
    assert_ne!(one.next()["key"], first["key"]);
    assert_eq!(two.next()["key"], second["key"]);

    // Looks come without a reload.
    let first = OpenPage::open(server.port, "pages/one.html").next();
    fs::write(
        project.place("themes/default/assets/css/99-own.css"),
        "p { color: #003300 }\n",
    )
    .expect("saved");
    let told = one.next();
    assert_eq!(told["key"], first["key"]);
    assert_ne!(told["styles"], first["styles"]);
    let href = told["styles"][0]
        .as_str()
        .expect("an address")
        .replace("../", "/");
    assert!(
        server.get(&href).text().contains("#003300") || server.get(&href).text().contains("#030")
    );
}

#[test]
fn a_picture_that_changes_changes_its_pages() {
    let picture = |colour: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect fill=\"{colour}\" width=\"9\" height=\"9\"/></svg>"
        )
    };
    let project = site().file("content/media/dot.svg", picture("red")).file(
        "content/pages/dot.md",
        page("Dot", "![A dot](../media/dot.svg)"),
    );
    let server = Server::start(&project.place(""));
    let mut with = OpenPage::open(server.port, "pages/dot.html");
    let mut without = OpenPage::open(server.port, "pages/one.html");
    let (first, second) = (with.next(), without.next());
    fs::write(project.place("content/media/dot.svg"), picture("navy")).expect("saved");
    assert_ne!(with.next()["key"], first["key"]);
    assert_eq!(without.next()["key"], second["key"]);
}

#[test]
fn a_thousand_files_at_once_are_not_a_thousand_builds() {
    let project = site();
    let server = Server::start(&project.place(""));
    let mut open = OpenPage::open(server.port, "pages/one.html");
    open.next();
    let place = project.place("content/pages/many/a.md");
    let folder = place.parent().expect("a folder");
    for n in 0..1000 {
        fs::write(
            folder.join(format!("page-{n}.md")),
            page(&format!("Page {n}"), "Words."),
        )
        .expect("saved");
    }
    open.next();
    server.shows("/pages/many/page-999.html", "Words.");
    sleep(Duration::from_millis(500));
    let told = OpenPage::open(server.port, "pages/one.html").next();
    // One where the disk is quick; a busy machine can pause between two files.
    let builds = told["number"].as_u64().expect("a number");
    assert!((1..10).contains(&builds), "{builds} builds");
}

#[test]
fn folders_can_be_renamed_and_come_from_elsewhere() {
    let project = site().file("elsewhere/deep/three.md", page("Three", "Moved words."));
    let server = Server::start(&project.place(""));
    fs::rename(
        project.place("content/pages"),
        project.place("content/forms"),
    )
    .expect("renamed");
    server.shows("/forms/one.html", "First words.");
    assert_eq!(server.get("/pages/one.html").status, 404);
    fs::rename(project.place("elsewhere"), project.place("content/pages")).expect("moved");
    server.shows("/pages/deep/three.html", "Moved words.");
    fs::write(
        project.place("content/pages/deep/three.md"),
        page("Three", "Watched there too."),
    )
    .expect("saved");
    server.shows("/pages/deep/three.html", "Watched there too.");
}

#[test]
fn the_last_good_site_stays_while_the_content_is_away() {
    let project = site();
    let server = Server::start(&project.place(""));
    let mut open = OpenPage::open(server.port, "pages/one.html");
    let first = open.next();
    fs::rename(project.place("content"), project.place("away")).expect("renamed");
    let told = open.next();
    assert!(
        told["trouble"]
            .as_str()
            .is_some_and(|words| words.contains("nothing in content/"))
    );
    assert_eq!(told["key"], first["key"]);
    assert!(
        server
            .get("/pages/one.html")
            .text()
            .contains("First words.")
    );
    fs::rename(project.place("away"), project.place("content")).expect("renamed");
    let told = open.next();
    assert_eq!(
        (&told["trouble"], &told["key"]),
        (&serde_json::Value::Null, &first["key"])
    );
    fs::remove_dir_all(project.place("content")).expect("removed");
    assert!(open.next()["trouble"].is_string());
    fs::write(
        project.place("content/pages/one.md"),
        page("One", "Made anew."),
    )
    .expect("saved");
    server.shows("/pages/one.html", "Made anew.");
    fs::write(
        project.place("content/pages/one.md"),
        page("One", "And watched."),
    )
    .expect("saved");
    server.shows("/pages/one.html", "And watched.");
}

#[test]
fn faults_are_told_with_the_words_of_the_terminal_and_go() {
    let project = site();
    let server = Server::start(&project.place(""));
    let mut open = OpenPage::open(server.port, "pages/one.html");
    assert_eq!(open.next()["errors"], serde_json::json!([]));
    fs::write(
        project.place("content/pages/one.md"),
        page("One", "See [the other page](none.md)."),
    )
    .expect("saved");
    let told = open.next();
    let error = &told["errors"][0];
    assert_eq!(
        (&error["code"], &error["line"]),
        (&"TB301".into(), &7.into())
    );
    let text = error["text"].as_str().expect("words");
    assert!(text.contains("--> content/pages/one.md:7:"), "{text}");
    let said = server.running.hear("TB301");
    assert!(
        said.contains(text),
        "the terminal says\n{said}\nand the page\n{text}"
    );
    let checked = project.diagnose();
    assert_eq!(checked.len(), 1);
    assert_eq!(error["message"], checked[0].message.as_str());
    let editor = error["editor"].as_str().expect("an address");
    assert!(
        editor.starts_with("vscode://file/") && editor.contains("content/pages/one.md:7:"),
        "{editor}"
    );
    assert_eq!(told["page"]["faults"][0]["code"], "TB301");
    fs::write(
        project.place("content/pages/one.md"),
        page("One", "See [the other page](two.md)."),
    )
    .expect("saved");
    assert_eq!(open.next()["errors"], serde_json::json!([]));
}

#[test]
fn faults_in_settings_and_themes_never_end_the_server() {
    let project = site();
    let server = Server::start(&project.place(""));
    let settings = fs::read_to_string(project.place("teachback.yaml")).expect("the settings");
    for broken in [
        "title: [",
        "",
        "\u{0}",
        "levels: 7\ntitle: x\n",
        "theme: nowhere\ntitle: x\n",
    ] {
        fs::write(project.place("teachback.yaml"), broken).expect("saved");
        wait_for("the fault to be told", || {
            let told = OpenPage::open(server.port, "index.html").next();
            (told["summary"]["errors"].as_u64() > Some(0)).then_some(())
        });
        assert_eq!(server.get("/pages/one.html").status, 200, "{broken:?}");
        fs::write(project.place("teachback.yaml"), &settings).expect("saved");
        wait_for("the fault to go", || {
            let told = OpenPage::open(server.port, "index.html").next();
            (told["summary"]["errors"] == 0).then_some(())
        });
    }
    let template = project.place("themes/default/templates/page.html");
    for broken in [
        "{% if %}",
        "{{ nothing.at.all }}",
        "{% extends \"none.html\" %}",
    ] {
        fs::write(&template, broken).expect("saved");
        wait_for("the fault to be told", || {
            let told = OpenPage::open(server.port, "pages/one.html").next();
            (told["errors"][0]["path"] == "themes/default/templates/page.html").then_some(())
        });
        assert!(
            server
                .get("/pages/one.html")
                .text()
                .contains("First words."),
            "{broken}"
        );
    }
    fs::remove_file(&template).expect("removed");
    wait_for("the fault to go", || {
        let told = OpenPage::open(server.port, "pages/one.html").next();
        (told["summary"]["errors"] == 0).then_some(())
    });
}

#[test]
fn settings_and_the_command_line_name_the_editor() {
    let project = site();
    let settings = fs::read_to_string(project.place("teachback.yaml")).expect("the settings");
    let named =
        format!("{settings}preview: {{editor: \"idea://open?file={{path}}&line={{line}}\"}}\n");
    fs::write(project.place("teachback.yaml"), named).expect("saved");
    let server = Server::start(&project.place(""));
    let told = OpenPage::open(server.port, "pages/one.html").next();
    let editor = told["page"]["editor"].as_str().expect("an address");
    assert!(
        editor.starts_with("idea://open?file=/") && editor.ends_with("content/pages/one.md&line=1"),
        "{editor}"
    );
    let server = Server::start_with(&project.place(""), &["--port", "0", "--editor", "none"]);
    let told = OpenPage::open(server.port, "pages/one.html").next();
    assert_eq!(told["page"]["editor"], serde_json::Value::Null);
}
