//! Two conversations turn by turn, with the author's notes between.
//!
//! A turn is what the reader says until somebody answers, or what the others say until the reader does; without a reader it
//! is what one person says. Turns of the same party stand beside each other: an answer beside the answer. A note is what
//! nobody says (a paragraph, a picture, an alert) and the feedback of the choice that is taken; it follows the turn that it
//! is about, and a note that both conversations share stands once.

use super::dialogue;
use super::view::{CompareNote, CompareRow, SideView, TurnView};
use super::writer::{Text, Writer};
use crate::link::PageId;
use crate::link::dialogue::{best_path, worst_path};
use crate::model::{CastMember, Script, Turn};

/// One of the two conversations.
pub struct Side {
    pub view: SideView,
    /// The notes before anybody speaks.
    opening: Vec<String>,
    turns: Vec<Spoken>,
    /// Whether the reader has a part.
    has_reader: bool,
}

/// A turn with the notes that follow it.
#[derive(Default)]
struct Spoken {
    lines: Vec<TurnView>,
    notes: Vec<String>,
}

/// The way through a script that a comparison shows: the best, or the one that costs most.
pub fn side<'a>(writer: &mut Writer<'a>, id: PageId, script: &'a Script, good: bool) -> Side {
    let page = writer.studio.site.page(id);
    let text = Text::of(page);
    let path = if good {
        best_path(script, text.tree)
    } else {
        worst_path(script)
    };
    let mut side = Side {
        view: SideView {
            title: page.meta.title.clone(),
            href: writer.page_href(id),
            ..SideView::default()
        },
        opening: Vec::new(),
        turns: Vec::new(),
        has_reader: script.cast.iter().any(CastMember::is_reader),
    };
    let outside = std::mem::replace(&mut writer.anchors_on, side.view.href.clone());
    for visit in &path {
        let scene = &script.scenes[visit.scene];
        side.view.last.clone_from(&scene.title);
        (side.view.ending, side.view.ending_known) = dialogue::ending(scene);
        for &passed in &visit.turns {
            let heard = dialogue::passed(writer, text, script, (visit.scene, passed));
            side.hear(heard);
            if let (Turn::Choices(choices), Some(at)) = (&scene.turns[passed.turn], passed.choice)
                && let Some(feedback) = &choices[at].feedback
            {
                side.note(writer.fragment(text, feedback));
            }
        }
    }
    writer.anchors_on = outside;
    side
}

impl Side {
    fn hear(&mut self, turn: Option<TurnView>) {
        match turn {
            Some(TurnView::Narration { html }) => self.note(html),
            Some(line @ TurnView::Say { .. }) => {
                let party = self.party(&line);
                let same =
                    |last: &Spoken| last.lines.last().map(|line| self.party(line)) == Some(party);
                let goes_on = self
                    .turns
                    .last()
                    .is_some_and(|last| last.notes.is_empty() && same(last));
                match self.turns.last_mut().filter(|_| goes_on) {
                    Some(last) => last.lines.push(line),
                    None => self.turns.push(Spoken {
                        lines: vec![line],
                        notes: Vec::new(),
                    }),
                }
            }
            _ => {}
        }
    }

    /// Who speaks: in a script with a reader 1 for the reader and 0 for all others, else the place in the cast.
    fn party(&self, line: &TurnView) -> usize {
        match line {
            TurnView::Say { speaker, .. } if self.has_reader => usize::from(speaker.reader),
            TurnView::Say { speaker, .. } => speaker.place,
            _ => 0,
        }
    }

    fn note(&mut self, html: String) {
        match self.turns.last_mut() {
            Some(last) => last.notes.push(html),
            None => self.opening.push(html),
        }
    }
}

impl Spoken {
    /// Whether the reader speaks.
    fn is_readers(&self) -> bool {
        let mut lines = self.lines.iter();
        lines.any(|line| matches!(line, TurnView::Say { speaker, .. } if speaker.reader))
    }
}

/// Both conversations in rows, and the notes before the first.
pub fn rows(bad: Side, good: Side) -> (Vec<CompareNote>, Vec<CompareRow>) {
    let opening = notes(bad.opening, good.opening);
    let mut bad = bad.turns.into_iter().peekable();
    let mut good = good.turns.into_iter().peekable();
    let mut rows = Vec::new();
    loop {
        // Where one side has its answer and the other not yet, the answer waits.
        let (wrong, well) = match (bad.peek(), good.peek()) {
            (None, None) => break,
            (Some(a), Some(b)) if a.is_readers() && !b.is_readers() => (None, good.next()),
            (Some(a), Some(b)) if !a.is_readers() && b.is_readers() => (bad.next(), None),
            _ => (bad.next(), good.next()),
        };
        let (wrong, well) = (wrong.unwrap_or_default(), well.unwrap_or_default());
        rows.push(CompareRow {
            number: rows.len() + 1,
            bad: wrong.lines,
            good: well.lines,
            notes: notes(wrong.notes, well.notes),
        });
    }
    (opening, rows)
}

fn notes(bad: Vec<String>, good: Vec<String>) -> Vec<CompareNote> {
    let note = |side: &str, html| CompareNote {
        side: side.to_owned(),
        html,
    };
    let mut out = Vec::new();
    for html in bad {
        let side = if good.contains(&html) { "both" } else { "bad" };
        out.push(note(side, html));
    }
    for html in good {
        if !out.iter().any(|n| n.side == "both" && n.html == html) {
            out.push(note("good", html));
        }
    }
    out
}
