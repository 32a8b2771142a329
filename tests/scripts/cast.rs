//! The faces of the cast: pictures beside the script.

use crate::project::Project;

const PICTURE: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"/>";

/// What is told of a script whose cast has these pictures, as rule and what is marked.
fn told(pictures: [&str; 2]) -> Vec<(String, String)> {
    let script = format!(
        "---\ntitle: A talk\ncast:\n  dana: {{name: Dana, picture: {}}}\n  eve: {{name: Eve, picture: {}}}\n---\n\n\
         ## Hello {{ending=good}}\n\n**Dana:** Hello.\n\n**Eve:** Hello.\n",
        pictures[0], pictures[1]
    );
    let project = Project::new()
        .file("content/scripts/talk.md", &script)
        .file("content/scripts/dana.svg", PICTURE)
        .file("content/pages/faces/eve.svg", PICTURE);
    let told = project.diagnose().into_iter();
    told.map(|fault| {
        let marked = fault.span.slice(&script).to_owned();
        (fault.rule.name.to_owned(), marked)
    })
    .collect()
}

#[test]
fn pictures_that_are_there_are_no_fault() {
    assert_eq!(told(["dana.svg", "../pages/faces/eve.svg"]), []);
}

#[test]
fn a_picture_that_is_not_there_is_told_at_its_name() {
    let missing = |marked: &str| ("missing-media".to_owned(), marked.to_owned());
    assert_eq!(
        told(["dana.png", "eve.svg"]),
        [missing("dana.png"), missing("eve.svg")]
    );
    assert_eq!(
        told(["dana.svg", "\"https://example.org/eve.svg\""]),
        [missing("\"https://example.org/eve.svg\"")]
    );
}
