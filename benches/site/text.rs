//! A site of any size, the same for the same number of pages: modules with lessons, and handouts in three levels.

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

/// The pages of a site, in the order a reader would take.
pub fn site(pages: usize) -> Vec<Page> {
    (0..pages).map(|at| page(at, pages)).collect()
}

/// Numbers that look random and are the same on every machine (the constants of Knuth's MMIX).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }

    fn sentence(&mut self) -> String {
        let (opening, middle) = (self.below(OPENINGS.len()), self.below(MIDDLES.len()));
        let (opening, middle) = (OPENINGS[opening], MIDDLES[middle]);
        format!("{opening} {middle} {}", ENDINGS[self.below(ENDINGS.len())])
    }

    fn paragraph(&mut self, sentences: usize) -> String {
        let sentences: Vec<String> = (0..sentences).map(|_| self.sentence()).collect();
        sentences.join(" ")
    }
}

fn page(at: usize, pages: usize) -> Page {
    let (shelf, place) = (at / SHELF, at % SHELF);
    let mut dice = Dice(at as u64);
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
fn body(at: usize, pages: usize, dice: &mut Dice) -> String {
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
            MIDDLES[dice.below(MIDDLES.len())],
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
        let what = MIDDLES[dice.below(MIDDLES.len())];
        writeln!(out, "| day {day} | {what} | nurse |").expect("a string takes it");
    }
    if at.is_multiple_of(CODE_EVERY) {
        out.push_str(&code(at));
    }
    out
}

fn code(at: usize) -> String {
    format!(
        "\n```python\ndef dose(week, start={at}):\n    \"\"\"The dose in a week of the plan.\"\"\"\n    \
         steps = [start * 0.9 ** n for n in range(week)]\n    if not steps:\n        return start\n    \
         return round(min(steps), 1)  # never above the last step\n```\n"
    )
}

fn question(dice: &mut Dice) -> String {
    let first = dice.below(MIDDLES.len());
    let option = |at: usize| MIDDLES[(first + at) % MIDDLES.len()];
    format!(
        "\n::: question {{#recall}}\nWhat do you do first?\n\n- [x] You {}.\n  > {}\n- [ ] You {}.\n  > {}\n- [ ] You {}.\n  > {}\n:::\n",
        option(0),
        dice.sentence(),
        option(1),
        dice.sentence(),
        option(2),
        dice.sentence()
    )
}
