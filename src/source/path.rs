//! Paths inside the project: relative, with `/`, never touching the disk.

/// The folder part of a path, without the last `/`; empty at the top.
#[must_use]
pub fn parent(path: &str) -> &str {
    path.rfind('/').map_or("", |at| &path[..at])
}

/// The file name without its last ending.
#[must_use]
pub fn file_stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rfind('.').map_or(name, |at| &name[..at])
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
    let (mut here, mut there) = (parent(from), to);
    while let (Some((a, below)), Some((b, rest))) = (first_folder(here), there.split_once('/'))
        && a == b
    {
        (here, there) = (below, rest);
    }
    let up = match here.is_empty() {
        true => 0,
        false => here.matches('/').count() + 1,
    };
    let mut link = String::with_capacity(3 * up + there.len());
    (0..up).for_each(|_| link.push_str("../"));
    link.push_str(there);
    link
}

/// The first folder of the path of a folder, and what is below it.
fn first_folder(folder: &str) -> Option<(&str, &str)> {
    match folder.split_once('/') {
        Some(parts) => Some(parts),
        None => (!folder.is_empty()).then_some((folder, "")),
    }
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
        assert_eq!(relative_link("a/b/x.html", "a/c/b/x.html"), "../c/b/x.html");
        assert_eq!(relative_link("a/b/x.html", "a/b/c/x.html"), "c/x.html");
        assert_eq!(relative_link("a/b/c/x.html", "a/b"), "../../b");
    }
}
