//! Pictures: which of their sizes a browser can choose from, and the room they take.

use super::view::{Image, ImageView};
use super::writer::Writer;
use crate::html_tags::{self, Tag};
use crate::link::Target;
use crate::media::Size;

/// Width in points of the file for browsers that cannot choose: that of a page.
const PLAIN: u32 = 840;
/// Width in points that a logo or a face needs.
const SMALL: u32 = 560;

impl Writer<'_> {
    /// A picture of the site, or one that is written as data; `None` for one that is not there. What it shows is left to
    /// say.
    pub(super) fn picture(&self, target: &Target) -> Option<ImageView> {
        let Target::Picture(path) = target else {
            let src = self.href(target)?;
            return Some(ImageView {
                src,
                ..ImageView::default()
            });
        };
        let mut view = ImageView {
            src: self.picture_href(path, PLAIN),
            ..ImageView::default()
        };
        let Some(shown) = self.studio.media.gallery.get(path) else {
            return Some(view);
        };
        if shown.prints.len() > 1 {
            let prints = shown.prints.iter();
            let prints =
                prints.map(|print| format!("{} {}w", self.file_href(&print.path), print.width));
            view.srcset = Some(prints.collect::<Vec<_>>().join(", "));
        }
        let widest = shown.prints.last().map(|print| print.width);
        view.shape = shown.size;
        let size = shown
            .size
            .map(|size| widest.map_or(size, |width| size.at_most(width)));
        (view.width, view.height) = size.map(|size| (size.width, size.height)).unzip();
        Some(view)
    }

    /// The file of a picture where only one can be named: the smallest that is at least `width` points wide.
    pub(super) fn picture_href(&self, path: &str, width: u32) -> String {
        let shown = self.studio.media.gallery.get(path);
        let print = shown.and_then(|shown| shown.print_for(width));
        self.file_href(print.map_or(path, |print| &print.path))
    }

    /// As [`Writer::href`], for a picture that is shown small.
    pub(super) fn small_href(&self, target: &Target) -> Option<String> {
        match target {
            Target::Picture(path) => Some(self.picture_href(path, SMALL)),
            _ => self.href(target),
        }
    }

    /// A picture of raw HTML. Of its attributes those stay that say what it shows and how large.
    pub(super) fn html_picture(&mut self, out: &mut String, html: &str, target: &Target) {
        let tags = html_tags::tags(html);
        let (Some(tag), Some(mut view)) = (tags.first(), self.picture(target)) else {
            return;
        };
        view.alt = attribute(tag, "alt").unwrap_or_default();
        view.title = attribute(tag, "title").filter(|title| !title.is_empty());
        let number = |name| attribute(tag, name)?.trim().parse().ok();
        view.measure(number("width"), number("height"));
        let id =
            attribute(tag, "id").filter(|id| !id.is_empty() && !id.contains(char::is_whitespace));
        view.id = id.filter(|id| self.ids.insert(id.clone()));
        let classes = attribute(tag, "class").unwrap_or_default();
        view.classes = classes.split_whitespace().map(str::to_owned).collect();
        let markup = self.template("image.html", &view);
        self.own(out, &markup);
    }

    /// The logo of the organisation. Its name, or that of the site, stands beside it.
    pub(super) fn logo(&self, path: &str) -> Image {
        let size = self
            .studio
            .media
            .gallery
            .get(path)
            .and_then(|shown| shown.size);
        Image {
            src: self.picture_href(path, SMALL),
            alt: String::new(),
            width: size.map(|size| size.width),
            height: size.map(|size| size.height),
        }
    }
}

impl ImageView {
    /// Takes the width and the height that an author gave. When one is given, the other follows the shape of the picture.
    pub(super) fn measure(&mut self, width: Option<u32>, height: Option<u32>) {
        let size = match (width, height, self.shape) {
            (None, None, _) => return,
            (Some(width), None, Some(shape)) => shape.at_width(width),
            (None, Some(height), Some(shape)) => shape.at_height(height),
            (Some(width), Some(height), _) => Size { width, height },
            _ => {
                (self.width, self.height) = (width, height);
                return;
            }
        };
        (self.width, self.height) = (Some(size.width), Some(size.height));
    }
}

/// The value of an attribute of raw HTML, with its character references read.
fn attribute(tag: &Tag<'_>, name: &str) -> Option<String> {
    let attribute = tag.attributes.iter().find(|a| a.name == name)?;
    Some(html_tags::unescaped(attribute.value))
}
