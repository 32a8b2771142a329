//! Pages that belong to the learner: what was done, and the certificate for it. The browser fills them in.

use super::{in_language, objectives};
use crate::link::{Module, PageId, Site};
use crate::model::PageKind;
use crate::render::view::{CertificateView, PlayedLink, ProgressView};
use crate::render::writer::Writer;
use crate::source::parent;

/// The page of everything that the learner did.
pub const PROGRESS: &str = "progress.html";

/// The certificate of a module in one language, beside its overview.
pub fn certificate_path(site: &Site, module: &Module, overview: PageId) -> String {
    let folder = parent(&site.page(overview).path);
    in_language(site, &format!("{folder}/certificate.html"), &module.lang)
}

/// The page of everything that the learner did.
pub fn progress(writer: &mut Writer<'_>) -> String {
    writer.bundles.insert("progress");
    let title = writer.word("my-progress");
    let atlas = writer.studio.atlas;
    let modules = atlas.listed(PageKind::Module).iter();
    let scripts = atlas.listed(PageKind::Script).iter().map(|group| {
        let card = writer.card(group);
        PlayedLink {
            item: group.name.clone(),
            href: card.href,
            title: card.title,
            foreign: card.foreign,
        }
    });
    let view = ProgressView {
        modules: modules
            .map(|group| {
                let mut card = writer.card(group);
                card.levels.clear();
                card.languages.clear();
                card
            })
            .collect(),
        scripts: scripts.collect(),
        frame: writer.frame("progress", &title),
    };
    writer.template("progress.html", &view)
}

/// The path of the certificate that a module gives, when it gives one.
pub fn certificate_of(site: &Site, module: &Module) -> Option<String> {
    let page = module.page?;
    let gives = site.page(page).page().front.module.certificate;
    gives.then(|| certificate_path(site, module, page))
}

/// The certificate of a module that gives one.
pub fn certificate(writer: &mut Writer<'_>, module: &Module) -> String {
    let studio = writer.studio;
    let site = studio.site;
    let Some(overview) = module.page else {
        return String::new();
    };
    writer.bundles.extend(["algorithms", "certificate"]);
    let front = &site.page(overview).page().front.module;
    let title = &site.page(overview).meta.title;
    let mut frame = writer.frame(
        "certificate",
        &format!("{}: {title}", writer.word("certificate")),
    );
    frame.course = Some(crate::render::course::json(site, studio.atlas, module));
    let view = CertificateView {
        module: writer.title_link(overview),
        module_name: module.name.clone(),
        version: site.version_of(module),
        minutes: front.minutes,
        pass_mark: front.pass_mark,
        objectives: objectives(writer, overview),
        frame,
    };
    writer.template("certificate.html", &view)
}
