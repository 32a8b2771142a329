//! Paths inside the project: relative, with `/`, never touching the disk.

/// The folder part of a path, without the last `/`; empty at the top.
#[must_use]
pub fn parent(path: &str) -> &str {
    last_slash(path.as_bytes()).map_or("", |at| &path[..at])
}

/// The file name without its last ending.
#[must_use]
pub fn file_stem(path: &str) -> &str {
    let name = last_slash(path.as_bytes()).map_or(path, |at| &path[at + 1..]);
    let dot = name.bytes().rposition(|byte| byte == b'.');
    dot.map_or(name, |at| &name[..at])
}

/// Resolves `target` against the folder `base`, removing `.` and `..`. `None` when it would leave the project.
#[must_use]
pub fn join_relative(base: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = base.split('/').filter(|p| !p.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// The relative address that leads from the file `from` to the file `to`; both project or output paths.
#[must_use]
pub fn relative_link(from: &str, to: &str) -> String {
    let pairs = from.bytes().zip(to.bytes());
    let same = pairs.take_while(|(a, b)| a == b).count();
    let common = last_slash(&from.as_bytes()[..same]).map_or(0, |at| at + 1);
    let up = from[common..].bytes().filter(|&byte| byte == b'/').count();
    let mut link = String::with_capacity(3 * up + to.len() - common);
    for _ in 0..up {
        link.push_str("../");
    }
    link.push_str(&to[common..]);
    link
}

fn last_slash(path: &[u8]) -> Option<usize> {
    path.iter().rposition(|&byte| byte == b'/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_and_refuses_to_leave() {
        assert_eq!(join_relative("a/b", "../c.md").as_deref(), Some("a/c.md"));
        assert_eq!(join_relative("a", "./b/./c").as_deref(), Some("a/b/c"));
        assert_eq!(join_relative("a", "../../etc/passwd"), None);
    }

    #[test]
    fn links_between_folders() {
        assert_eq!(relative_link("a/b.html", "a/c.html"), "c.html");
        assert_eq!(relative_link("a/b/c.html", "d.html"), "../../d.html");
        assert_eq!(relative_link("index.html", "a/b.html"), "a/b.html");
        assert_eq!(relative_link("a/x.html", "ab/x.html"), "../ab/x.html");
        assert_eq!(relative_link("ab/x.html", "a/x.html"), "../a/x.html");
        assert_eq!(relative_link("a/b/c.html", "a/d/c.html"), "../d/c.html");
        assert_eq!(relative_link("a/b.html", "a/b.html"), "b.html");
        assert_eq!(relative_link("é/b.html", "è/b.html"), "../è/b.html");
        assert_eq!(relative_link("a/b/x.html", "a/c/b/x.html"), "../c/b/x.html");
        assert_eq!(relative_link("a/b/x.html", "a/b/c/x.html"), "c/x.html");
        assert_eq!(relative_link("a/b/c/x.html", "a/b"), "../../b");
    }

    #[test]
    fn stems_and_folders() {
        assert_eq!((parent("a/b/c.md"), parent("c.md")), ("a/b", ""));
        let stems = ["a.b/c.de.md", "c", "a.b/c", ".md"].map(file_stem);
        assert_eq!(stems, ["c.de", "c", "c", ""]);
    }
}
