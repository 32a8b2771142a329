//! What each tag of the Markdown parser becomes.

use crate::model::{Alignment, Attrs, Heading, LinkNode, NodeKind};
use crate::source::Span;
use pulldown_cmark::{CodeBlockKind, CowStr, HeadingLevel, LinkType, Tag};

/// The node of a tag that starts; `span` is its place.
pub(super) fn node_kind(tag: Tag<'_>, span: Span) -> NodeKind {
    let link = |target: CowStr<'_>, title: CowStr<'_>| {
        Box::new(LinkNode {
            target: target.into_string(),
            target_span: span,
            title: title.into_string(),
            attrs: Attrs::default(),
        })
    };
    match tag {
        Tag::Heading { level, .. } => NodeKind::Heading(Box::new(Heading {
            level: heading_level(level),
            id: String::new(),
            attrs: Attrs::default(),
        })),
        Tag::BlockQuote(_) => NodeKind::Quote(None),
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
            let lang = info.split([' ', ',', '{']).next().unwrap_or("");
            NodeKind::CodeBlock((!lang.is_empty()).then(|| lang.into()))
        }
        Tag::CodeBlock(CodeBlockKind::Indented) => NodeKind::CodeBlock(None),
        Tag::List(start) => NodeKind::List(start),
        Tag::Item => NodeKind::Item(None),
        Tag::FootnoteDefinition(name) => NodeKind::FootnoteDefinition(name.as_ref().into()),
        Tag::DefinitionList => NodeKind::DefinitionList,
        Tag::DefinitionListTitle => NodeKind::DefinitionTerm,
        Tag::DefinitionListDefinition => NodeKind::Definition,
        Tag::Table(columns) => NodeKind::Table(columns.into_iter().map(alignment).collect()),
        Tag::TableHead => NodeKind::TableHead,
        Tag::TableRow => NodeKind::TableRow,
        Tag::TableCell => NodeKind::TableCell,
        Tag::Emphasis => NodeKind::Emphasis,
        Tag::Strong => NodeKind::Strong,
        Tag::Strikethrough => NodeKind::Strikethrough,
        Tag::Link {
            link_type: LinkType::Email,
            dest_url,
            title,
            ..
        } => NodeKind::Link(link(format!("mailto:{dest_url}").into(), title)),
        Tag::Link {
            dest_url, title, ..
        } => NodeKind::Link(link(dest_url, title)),
        Tag::Image {
            dest_url, title, ..
        } => NodeKind::Image(link(dest_url, title)),
        // The rest are not switched on, or are not kept (HTML blocks).
        Tag::Paragraph
        | Tag::HtmlBlock
        | Tag::Superscript
        | Tag::Subscript
        | Tag::MetadataBlock(_) => NodeKind::Paragraph,
    }
}

fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn alignment(column: pulldown_cmark::Alignment) -> Alignment {
    match column {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Start,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::End,
    }
}
