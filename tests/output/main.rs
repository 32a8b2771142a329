//! The writer: only what changed is written, only what is teachback's is touched, and a kill leaves no half file.

#![expect(
    clippy::disallowed_methods,
    reason = "a test makes folders and looks at what was written"
)]

mod folder;
mod foreign;
mod killed;
mod shelf;
mod single;
mod values;
mod verify;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use teachback::output::{Output, Outputs, WriteError, Written, write_changed};

/// A site of these files and its manifest.
pub fn site(files: &[(&str, &str)]) -> Outputs {
    let outputs = files.iter().map(|(path, text)| Output::bytes(*path, *text));
    with_manifest(outputs)
}

pub fn with_manifest(files: impl IntoIterator<Item = Output>) -> Outputs {
    let mut outputs = Outputs::new();
    for output in files {
        outputs.insert(output).expect("the paths do not clash");
    }
    let table = outputs.file_table().expect("every source can be read");
    let manifest = serde_json::json!({ "generator": "teachback", "pages": [], "files": table });
    let manifest = Output::manifest(manifest.to_string(), table);
    outputs.insert(manifest).expect("the manifest is new");
    outputs
}

pub fn write(files: &[(&str, &str)], dir: &Path) -> Result<Written, WriteError> {
    write_changed(&site(files), dir)
}

/// Every file below a folder with its bytes; folders end in `/`, links hold their target.
pub fn snapshot(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(dir).min_depth(1) {
        let entry = entry.expect("the folder can be read");
        let path = entry.path().strip_prefix(dir).expect("below the folder");
        let path = path.to_str().expect("a Unicode name").replace('\\', "/");
        if entry.file_type().is_dir() {
            found.insert(format!("{path}/"), Vec::new());
        } else if entry.path_is_symlink() {
            let target = fs::read_link(entry.path()).expect("the link can be read");
            found.insert(path, target.display().to_string().into_bytes());
        } else {
            found.insert(path, fs::read(entry.path()).expect("the file can be read"));
        }
    }
    found
}

/// What a folder with exactly these outputs looks like.
pub fn expected(outputs: &Outputs) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for output in outputs.iter() {
        for (at, _) in output.path().match_indices('/') {
            all.insert(output.path()[..=at].to_owned(), Vec::new());
        }
        match output.body() {
            teachback::output::Body::Bytes(bytes) => {
                all.insert(output.path().to_owned(), bytes.clone())
            }
            teachback::output::Body::Copy { location, .. } => {
                let bytes = fs::read(location).expect("the source is there");
                all.insert(output.path().to_owned(), bytes)
            }
        };
    }
    all
}

pub fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
    fs::write(path, text).expect("the file can be written");
}

pub fn temp_dir() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}
