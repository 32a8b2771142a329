//! The start page of a role: what is here for who works in it, in the order to take it.

use crate::link::{Group, Module, PageId, Site, modules_in_order};
use crate::model::PageKind;
use crate::render::frame::home_path;
use crate::render::view::{RoleLink, RoleView, Shelf, Step};
use crate::render::writer::Writer;

/// The start page of a role in a language.
#[must_use]
pub fn role_path(site: &Site, role: &str, lang: &str) -> String {
    super::in_language(site, &format!("roles/{role}.html"), lang)
}

/// The roles of the site in the language of a page, with their start pages.
pub(in crate::render) fn links(writer: &Writer<'_>) -> Vec<RoleLink> {
    let (site, lang) = (writer.studio.site, writer.meta.lang.as_str());
    let roles = site.config.roles.iter();
    let link = |id: &str| RoleLink {
        id: id.to_owned(),
        name: site.config.role_name(id, lang).to_owned(),
        href: writer.file_href(&role_path(site, id, lang)),
        current: writer.path == role_path(site, id, lang),
    };
    roles.map(|role| link(&role.id.value)).collect()
}

/// Draws the start page of a role.
pub fn role(writer: &mut Writer<'_>, id: &str) -> String {
    writer.bundles.insert("roles");
    let site = writer.studio.site;
    let name = site.config.role_name(id, &writer.meta.lang).to_owned();
    let steps = steps(writer, id);
    let view = RoleView {
        minutes: Some(steps.iter().filter_map(|step| step.card.minutes).sum()).filter(|&m| m > 0),
        steps,
        shelves: shelves(writer, id),
        home_href: writer.file_href(&home_path(writer)),
        frame: writer.frame("role", &name),
        id: id.to_owned(),
        name,
    };
    writer.template("role.html", &view)
}

/// The modules for the role, each after those that it builds on.
fn steps(writer: &Writer<'_>, role: &str) -> Vec<Step> {
    let (site, atlas, lang) = (writer.studio.site, writer.studio.atlas, &writer.meta.lang);
    let groups = for_role(writer, PageKind::Module, role);
    let module = |group: &&Group| atlas.module(variant_in(site, group, lang));
    let modules: Vec<&Module> = groups.iter().filter_map(module).collect();
    let ordered = modules_in_order(site, &modules, lang).into_iter();
    let pages = ordered.filter_map(|module| Some((module, module.page?)));
    pages
        .map(|(module, page)| {
            let front = &site.page(page).page().front.module;
            let before = front.prerequisites.iter();
            Step {
                item: module.name.clone(),
                card: writer.card(site.group_of(page)),
                after: before
                    .filter_map(|name| super::module_link(writer, &name.value))
                    .collect(),
            }
        })
        .collect()
}

/// The other pages for the role, by kind.
fn shelves(writer: &Writer<'_>, role: &str) -> Vec<Shelf> {
    let atlas = writer.studio.atlas;
    let kinds = atlas
        .kinds()
        .filter(|(kind, _)| matches!(kind, PageKind::Script | PageKind::Handout | PageKind::Form));
    let shelves = kinds.map(|(kind, folder)| Shelf {
        kind: folder.to_owned(),
        index_href: writer.site_href(&format!("{folder}/index.html")),
        total: atlas.listed(kind).len(),
        cards: for_role(writer, kind, role)
            .into_iter()
            .map(|group| writer.card(group))
            .collect(),
    });
    shelves.filter(|shelf| !shelf.cards.is_empty()).collect()
}

/// The pages of a kind for a role: those that name it, then those that name none and are for everybody.
fn for_role<'a>(writer: &Writer<'a>, kind: PageKind, role: &str) -> Vec<&'a Group> {
    let site = writer.studio.site;
    let roles = |group: &Group| {
        &site
            .page(variant_in(site, group, &writer.meta.lang))
            .meta
            .roles
    };
    let all = writer.studio.atlas.listed(kind).iter().copied();
    let (own, others): (Vec<_>, Vec<_>) =
        all.partition(|group| roles(group).iter().any(|r| r == role));
    let everybody = others.into_iter().filter(|group| roles(group).is_empty());
    own.into_iter().chain(everybody).collect()
}

/// The variant that lists show in a language.
fn variant_in(site: &Site, group: &Group, lang: &str) -> PageId {
    let mut variants = group.variants.iter();
    let same = variants.find(|&&id| site.page(id).meta.lang == lang);
    *same.unwrap_or(&group.variants[0])
}
