//! Pages that belong to the learner: what was done, and the certificate for it. The browser fills them in.

use super::{Drawn, objectives};
use crate::link::{Meta, Module, PageId, Site};
use crate::model::PageKind;
use crate::render::view::{CertificateView, Link, PlayedLink, ProgressView};
use crate::render::writer::{Studio, Writer};
use crate::source::parent;

/// The page of everything that the learner did.
pub const PROGRESS: &str = "progress.html";

/// The certificate of a module in one language, beside its overview.
pub fn certificate_path(site: &Site, module: &Module, overview: PageId) -> String {
    let folder = parent(&site.page(overview).path);
    if module.lang == site.config.language() {
        format!("{folder}/certificate.html")
    } else {
        format!("{folder}/certificate.{}.html", module.lang)
    }
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

/// The certificates of all modules that give one.
pub fn certificates(studio: Studio<'_>) -> Vec<Drawn> {
    let site = studio.site;
    let modules = site.modules.iter().filter_map(|m| Some((m, m.page?)));
    let giving = modules.filter(|&(_, page)| site.page(page).page().front.module.certificate);
    giving
        .map(|(module, page)| certificate(studio, module, page))
        .collect()
}

fn certificate(studio: Studio<'_>, module: &Module, overview: PageId) -> Drawn {
    let site = studio.site;
    let path = certificate_path(site, module, overview);
    let meta = Meta {
        lang: module.lang.clone(),
        ..Meta::default()
    };
    let mut writer = Writer::plain(studio, &path, &meta, PageKind::Page);
    writer.bundles.extend(["algorithms", "certificate"]);
    let front = &site.page(overview).page().front.module;
    let title = &site.page(overview).meta.title;
    let mut frame = writer.frame(
        "certificate",
        &format!("{}: {title}", writer.word("certificate")),
    );
    frame.course = Some(crate::render::course::json(site, studio.atlas, module));
    let view = CertificateView {
        module: Link {
            href: writer.page_href(overview),
            label: title.clone(),
        },
        module_name: module.name.clone(),
        version: site.version_of(module),
        minutes: front.minutes,
        pass_mark: front.pass_mark,
        objectives: objectives(&writer, overview),
        frame,
    };
    let html = writer.template("certificate.html", &view);
    (path, html)
}
