//! `video` and `audio`: a player with captions, and beside it what is said, in writing.

use super::blocks::classes;
use super::escape::escaped;
use super::view::{CaptionTrack, MediaView};
use super::words::language_name;
use super::writer::{Text, Writer};
use crate::link::{PageId, Target};
use crate::media::films;
use crate::model::{Block, NodeKind, NodeRef};
use crate::source::file_stem;

impl<'a> Writer<'a> {
    pub(super) fn media(&mut self, text: Text<'a>, node: NodeRef<'a>, block: &'a Block) -> String {
        let nodes: Vec<NodeRef<'a>> = node.children().collect();
        let content_html = self.blocks(text, &nodes);
        let targets: Vec<&Target> = text.links.of(node.id).iter().map(|(_, t)| t).collect();
        let href = |at: usize| targets.get(at).and_then(|target| self.href(target));
        let Some(src) = href(0) else {
            // A medium that is not there leaves what the author wrote about it.
            return content_html;
        };
        let (transcript_href, poster) = (href(2), href(3));
        let captions = match targets.get(1) {
            Some(Target::Media(path)) => Some(path.as_str()),
            _ => None,
        };
        let transcript_html = match targets.get(2) {
            Some(Target::Page(page, _)) => self.transcript(*page),
            _ => captions.map_or_else(String::new, |path| self.said(path)),
        };
        self.bundles.insert("media");
        let view = MediaView {
            name: block.name.value.clone(),
            id: self.made_id(block, &block.name.value),
            classes: classes(block),
            title: self.title(block),
            mime: mime(&src),
            src,
            poster,
            captions: captions.map(|path| self.track(path)).into_iter().collect(),
            content_html,
            transcript_html,
            transcript_href,
            lang: self.meta.lang.clone(),
        };
        self.partial(&block.name.value, &view)
    }

    /// Captions are in the language that their name ends with (`story.es.vtt`), or else in that of the page.
    fn track(&self, path: &str) -> CaptionTrack {
        let languages = &self.studio.site.config.languages;
        let named = file_stem(path).rsplit_once('.').map(|(_, part)| part);
        let named = named.filter(|part| languages.iter().any(|lang| lang == part));
        let lang = named.unwrap_or(&self.meta.lang).to_owned();
        let script = self.studio.media.films.captions(path);
        CaptionTrack {
            src: self.file_href(path),
            label: language_name(&lang),
            lang,
            script: script.map(|captions| self.file_href(&films::script_path(path, captions))),
        }
    }

    /// The text of a transcript, without its title; nothing for one that is being drawn already.
    fn transcript(&mut self, id: PageId) -> String {
        if self.page == Some(id) || self.open_transcripts.contains(&id) {
            return String::new();
        }
        let site = self.studio.site;
        let source = site.page(id);
        let text = Text::of(source);
        let roots = source.page().tree.roots();
        let nodes: Vec<NodeRef<'a>> = roots
            .filter(|n| !matches!(n.kind(), NodeKind::Heading(h) if h.level == 1))
            .collect();
        self.notes.learn(text);
        self.open_transcripts.push(id);
        let html = self.blocks(text, &nodes);
        self.open_transcripts.pop();
        html
    }

    /// What the captions say, where nobody has written a transcript.
    fn said(&self, path: &str) -> String {
        let captions = self.studio.media.films.captions(path);
        let paragraphs = captions.map(|captions| captions.paragraphs());
        let paragraphs = paragraphs.into_iter().flatten().map(|(speaker, words)| {
            let speaker = speaker.map_or_else(String::new, |name| {
                format!("<strong>{}:</strong> ", escaped(&name))
            });
            format!("<p>{speaker}{}</p>\n", escaped(&words))
        });
        paragraphs.collect()
    }
}

/// The media type of a file, from its ending.
fn mime(path: &str) -> Option<String> {
    let ending = path.rsplit('.').next()?.to_ascii_lowercase();
    let mime = match ending.as_str() {
        "mp4" | "m4v" => "video/mp4",
        "webm" => "video/webm",
        "ogv" => "video/ogg",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "ogg" | "oga" | "opus" => "audio/ogg",
        "wav" => "audio/wav",
        "flac" => "audio/flac",
        _ => return None,
    };
    Some(mime.to_owned())
}
