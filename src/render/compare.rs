//! Two conversations turn by turn, with the author's notes between.
//!
//! A turn is what one person says until somebody else speaks. Turns with the same number stand beside each other. A note is
//! what nobody says (a paragraph, a picture, an alert) and the feedback of the choice that is taken; it follows the turn
//! that it is about, and a note that both conversations share stands once.

use super::dialogue;
use super::view::{CompareNote, CompareRow, SideView, TurnView};
use super::writer::{Text, Writer};
use crate::link::PageId;
use crate::link::dialogue::{best_path, worst_path};
use crate::model::{Script, Turn};

/// One of the two conversations.
pub struct Side {
    pub view: SideView,
    /// The notes before anybody speaks.
    opening: Vec<String>,
    turns: Vec<Spoken>,
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
                let last = self.turns.last_mut();
                match last.filter(|last| last.notes.is_empty() && last.is_by(&line)) {
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

    fn note(&mut self, html: String) {
        match self.turns.last_mut() {
            Some(last) => last.notes.push(html),
            None => self.opening.push(html),
        }
    }
}

impl Spoken {
    fn is_by(&self, line: &TurnView) -> bool {
        let who = |line: &TurnView| match line {
            TurnView::Say { speaker, .. } => speaker.place,
            _ => 0,
        };
        self.lines.last().is_some_and(|last| who(last) == who(line))
    }
}

/// Both conversations in rows, and the notes before the first.
pub fn rows(bad: Side, good: Side) -> (Vec<CompareNote>, Vec<CompareRow>) {
    let opening = notes(bad.opening, good.opening);
    let count = bad.turns.len().max(good.turns.len());
    let (mut bad, mut good) = (bad.turns.into_iter(), good.turns.into_iter());
    let rows = (1..=count).map(|number| {
        let bad = bad.next().unwrap_or_default();
        let good = good.next().unwrap_or_default();
        CompareRow {
            number,
            bad: bad.lines,
            good: good.lines,
            notes: notes(bad.notes, good.notes),
        }
    });
    (opening, rows.collect())
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
