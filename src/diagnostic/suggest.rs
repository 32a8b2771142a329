//! "Did you mean": the known name nearest to what was written.

/// The known name with the smallest edit distance, when it is near enough to be a slip: at most a third of the
/// letters wrong, case, spaces and hyphens not counted. Ties go to the first.
#[must_use]
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = fold(written).collect();
    let mut limit = (wanted.len() / 3).max(1);
    let mut best = None;
    let mut rows = Rows::default();
    let mut letters = Vec::new();
    for name in known {
        letters.clear();
        letters.extend(fold(name));
        let Some(distance) = rows.distance(&wanted, &letters, limit) else {
            continue;
        };
        best = Some(name);
        // Only a name that is nearer still is better.
        match distance.checked_sub(1) {
            Some(nearer) => limit = nearer,
            None => break,
        }
    }
    best
}

/// A help line for [`nearest`], when there is one.
#[must_use]
pub fn did_you_mean<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(written, known).map(|name| format!("did you mean \"{name}\"?"))
}

fn fold(name: &str) -> impl Iterator<Item = char> {
    let letters = name.chars().filter(|c| !matches!(c, ' ' | '-' | '_'));
    letters.flat_map(char::to_lowercase)
}

/// The last three rows of the table that a distance is read from, kept for the next distance.
#[derive(Default)]
struct Rows {
    before: Vec<usize>,
    last: Vec<usize>,
    row: Vec<usize>,
}

impl Rows {
    /// Optimal string alignment distance (Damerau–Levenshtein without repeated edits), when it is not over a limit.
    fn distance(&mut self, a: &[char], b: &[char], limit: usize) -> Option<usize> {
        if a.len().abs_diff(b.len()) > limit {
            return None;
        }
        self.last.clear();
        self.last.extend(0..=b.len());
        let mut near = true;
        for i in 1..=a.len() {
            self.fill(i, a, b);
            let was_near = std::mem::replace(&mut near, self.row.iter().any(|&d| d <= limit));
            // A row is made from the two before it.
            if !near && !was_near {
                return None;
            }
            std::mem::swap(&mut self.before, &mut self.last);
            std::mem::swap(&mut self.last, &mut self.row);
        }
        let distance = self.last[b.len()];
        (distance <= limit).then_some(distance)
    }

    /// The row of the i-th letter of `a`.
    fn fill(&mut self, i: usize, a: &[char], b: &[char]) {
        let Self { before, last, row } = self;
        row.clear();
        row.push(i);
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_and_leaves_strangers() {
        let known = ["question", "quiz", "evidence", "teachback"];
        assert_eq!(nearest("qusetion", known), Some("question"));
        assert_eq!(nearest("Teach-Back", known), Some("teachback"));
        assert_eq!(nearest("warning", known), None);
        assert_eq!(nearest("quizz", known), Some("quiz"));
        // Of two that are equally near the first, and a nearer one wherever it stands.
        assert_eq!(nearest("abcdex", ["abcdey", "abcdez"]), Some("abcdey"));
        assert_eq!(
            nearest("abcdefghi", ["abcdefxxi", "abcdefghx"]),
            Some("abcdefghx")
        );
        assert_eq!(nearest("quiz", ["quizz", "quiz", "quiz-"]), Some("quiz"));
    }
}
