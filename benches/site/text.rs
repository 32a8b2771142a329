//! A site of any size, the same for the same number of pages: modules with lessons, and handouts in three levels.
//!
//! Its sentences are put together from a few phrases, as in texts that keep to plain words; or from all words of the
//! language, the frequent ones often, so that no sentence and no line of code comes twice and the rules find something in
//! most paragraphs.

use std::fmt::Write;

/// Of so many pages one is a module, three are the levels of a handout, and the others are lessons.
const SHELF: usize = 20;
pub const LEVELS: [&str; 3] = ["easy", "standard", "detailed"];
/// A page in so many has code.
const CODE_EVERY: usize = 5;

/// Words that can begin, go on and end a sentence.
const OPENINGS: [&str; 10] = [
    "Before the visit ends,",
    "When the pain comes back at night,",
    "After the first week,",
    "If the story changes,",
    "On the telephone,",
    "With the family in the room,",
    "Once the worry is on the table,",
    "While you wait for the doctor,",
    "In a calm voice,",
    "As soon as you are ready,",
];
const MIDDLES: [&str; 10] = [
    "ask what matters most today",
    "say in plain words what will happen next",
    "listen for the feeling behind the question",
    "write down the three things you agreed on",
    "call the nurse and tell her what you see",
    "take the tablet with a glass of water",
    "leave a pause that is longer than feels right",
    "give the reason for each step of the plan",
    "check that the dose on the label is the dose you take",
    "let the other person finish and then reflect",
];
const ENDINGS: [&str; 8] = [
    "and thank them for being honest.",
    "because trust grows slowly.",
    "so that nobody is left alone with it.",
    "even when the clinic is busy.",
    "and come back to it next week.",
    "before you talk about the number.",
    "and keep the sheet where you can find it.",
    "since people remember how it felt.",
];

/// A page in the form that every tool reads, but for its front matter and for questions.
pub struct Page {
    /// Among all pages, from 0.
    pub number: usize,
    pub kind: Kind,
    /// Below the content folder, without `.md`: `modules/m1/02-lesson`.
    pub path: String,
    pub title: String,
    pub summary: String,
    pub body: String,
    /// With its fence, as only teachback reads it.
    pub question: Option<String>,
}

/// What a page is for.
pub enum Kind {
    /// Its first page, which lists the lessons.
    Module,
    Lesson,
    Handout {
        /// What its levels have in common.
        group: String,
    },
}

/// The argument that asks for all words of the language.
pub const RICH: &str = "rich";
/// English words, each with a letter for its rarity behind it (`docs/hardness.md`).
const WORDS: &str = include_str!("../../src/readability/hardness/words.txt");

/// What sentences are made of: words, the frequent ones first; nothing for the phrases.
#[derive(Debug, Default)]
pub struct Vocabulary(Vec<&'static str>);

impl Vocabulary {
    pub fn rich() -> Self {
        let mut lines: Vec<&str> = WORDS.lines().filter(|line| line.is_ascii()).collect();
        // From a to z, and on from A to Z.
        let rarity = |line: &str| line.bytes().last().map(|b| (b.is_ascii_uppercase(), b));
        lines.sort_by_key(|line| rarity(line));
        Self(lines.iter().map(|line| &line[..line.len() - 1]).collect())
    }

    pub fn is_rich(&self) -> bool {
        !self.0.is_empty()
    }
}

/// The pages of a site, in the order a reader would take.
pub fn site(pages: usize, words: &Vocabulary) -> Vec<Page> {
    (0..pages).map(|at| page(at, pages, words)).collect()
}

/// Numbers that look random and are the same on every machine (the constants of Knuth's MMIX), and what they choose.
struct Dice<'a> {
    last: u64,
    words: &'a Vocabulary,
}

impl Dice<'_> {
    fn below(&mut self, limit: usize) -> usize {
        self.last = self
            .last
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.last >> 33).expect("31 bits") % limit
    }

    /// A word: one of the first two as often as one of the next four, or of the next eight, and so on.
    fn word(&mut self) -> &'static str {
        let words = &self.words.0;
        let first = 1 << self.below(words.len().ilog2() as usize);
        words[first - 1 + self.below(first)]
    }

    fn words(&mut self, number: usize) -> String {
        let words: Vec<&str> = (0..number).map(|_| self.word()).collect();
        words.join(" ")
    }

    /// What one does, as in a heading, a cell or an answer.
    fn deed(&mut self) -> String {
        if self.words.is_rich() {
            return self.words(6);
        }
        MIDDLES[self.below(MIDDLES.len())].to_owned()
    }

    fn sentence(&mut self) -> String {
        if self.words.is_rich() {
            let number = 8 + self.below(12);
            return format!("So {}.", self.words(number));
        }
        let (opening, middle) = (self.below(OPENINGS.len()), self.below(MIDDLES.len()));
        let (opening, middle) = (OPENINGS[opening], MIDDLES[middle]);
        format!("{opening} {middle} {}", ENDINGS[self.below(ENDINGS.len())])
    }

    fn paragraph(&mut self, sentences: usize) -> String {
        let sentences: Vec<String> = (0..sentences).map(|_| self.sentence()).collect();
        sentences.join(" ")
    }
}

fn page(at: usize, pages: usize, words: &Vocabulary) -> Page {
    let (shelf, place) = (at / SHELF, at % SHELF);
    let last = at as u64;
    let mut dice = Dice { last, words };
    let handout = place >= SHELF - LEVELS.len();
    let title = match place {
        0 => format!("Module {shelf}"),
        _ if handout => format!("Handout {shelf}"),
        _ => format!("Lesson {place} of module {shelf}"),
    };
    let kind = match place {
        _ if handout => Kind::Handout {
            group: format!("h{shelf}"),
        },
        0 => Kind::Module,
        _ => Kind::Lesson,
    };
    Page {
        number: at,
        kind,
        path: path(at),
        title,
        summary: dice.sentence(),
        body: body(at, pages, &mut dice),
        question: (place > 0 && !handout).then(|| question(&mut dice)),
    }
}

fn path(at: usize) -> String {
    let (shelf, place) = (at / SHELF, at % SHELF);
    match place.checked_sub(SHELF - LEVELS.len()) {
        Some(level) => format!("handouts/h{shelf}.{}", LEVELS[level]),
        None if place == 0 => format!("modules/m{shelf}/module"),
        None => format!("modules/m{shelf}/{place:02}-lesson"),
    }
}

/// About 700 words with headings, links, a list, a footnote and a table, and code on every fifth page.
fn body(at: usize, pages: usize, dice: &mut Dice<'_>) -> String {
    let up = if path(at).starts_with("modules") {
        "../../"
    } else {
        "../"
    };
    let mut out = String::new();
    for part in 1..=4 {
        let other = path(dice.below(pages));
        write!(
            out,
            "## Part {part}: {}\n\n{}[^{part}]\n\n{} Read [the other page]({up}{other}.md) too.\n\n",
            dice.deed(),
            dice.paragraph(3),
            dice.paragraph(2),
        )
        .expect("a string takes it");
        if part % 2 == 0 {
            let items = [dice.sentence(), dice.sentence()];
            write!(out, "- {}\n- **First**, {}\n\n", items[0], items[1])
                .expect("a string takes it");
        }
        write!(out, "[^{part}]: {}\n\n", dice.sentence()).expect("a string takes it");
    }
    out.push_str("| When | What | Who |\n|---|---|---|\n");
    for day in 1..=5 {
        let what = dice.deed();
        writeln!(out, "| day {day} | {what} | nurse |").expect("a string takes it");
    }
    if at.is_multiple_of(CODE_EVERY) {
        out.push_str(&code(at, dice));
    }
    out
}

fn code(at: usize, dice: &mut Dice<'_>) -> String {
    if dice.words.is_rich() {
        return other_code(at, dice);
    }
    format!(
        "\n```python\ndef dose(week, start={at}):\n    \"\"\"The dose in a week of the plan.\"\"\"\n    \
         steps = [start * 0.9 ** n for n in range(week)]\n    if not steps:\n        return start\n    \
         return round(min(steps), 1)  # never above the last step\n```\n"
    )
}

/// Code in one of four languages, of which no line comes twice.
fn other_code(at: usize, dice: &mut Dice<'_>) -> String {
    let mut out = String::new();
    let mut word = || dice.word();
    let lang = ["python", "js", "bash", "rust"][at / CODE_EVERY % 4];
    write!(out, "\n```{lang}\n").expect("a string takes it");
    for n in at..at + 3 {
        let [a, b, c, d] = [word(), word(), word(), word()];
        let part = match lang {
            "python" => format!(
                "def {a}_{n}({b}, {c}=None):\n    # {d} {a}\n    if {b} > {n}:\n        return [{c}, \"{d} {n}\"]\n    return {b}\n"
            ),
            "js" => format!(
                "const {a}{n} = ({b}, {c}) => {{\n  // {d} {a}\n  let {d} = [{b}, {n}];\n  return `${{{c}}} {d} ${{{n}}}`;\n}};\n"
            ),
            "bash" => format!(
                "for {a} in *.{b}; do\n  grep -n '{c} {d}' \"${a}\" | head -{n}\ndone\nexport {b}_{n}=\"{d}\"\n"
            ),
            _ => format!(
                "/// {d} {a}\nfn {a}_{n}({b}: &str) -> Option<usize> {{\n    let {c} = {b}.len() + {n};\n    (c > 3).then_some({c})\n}}\n"
            ),
        };
        out.push_str(&part);
    }
    out.push_str("```\n");
    out
}

fn question(dice: &mut Dice<'_>) -> String {
    let first = dice.below(MIDDLES.len());
    let deed = |at: usize| MIDDLES[(first + at) % MIDDLES.len()].to_owned();
    let options = match dice.words.is_rich() {
        true => [dice.deed(), dice.deed(), dice.deed()],
        false => [deed(0), deed(1), deed(2)],
    };
    format!(
        "\n::: question {{#recall}}\nWhat do you do first?\n\n- [x] You {}.\n  > {}\n- [ ] You {}.\n  > {}\n- [ ] You {}.\n  > {}\n:::\n",
        options[0],
        dice.sentence(),
        options[1],
        dice.sentence(),
        options[2],
        dice.sentence()
    )
}
