//! Sections that are missing, and paragraphs by topic, at the start of a line.

use super::cursor::{self, Typed, TypedKind};
use super::layout::Layout;
use super::numbering::{self, Above};
use super::phonetic;
use super::{Completion, CompletionKind, Request};
use crate::catalogue::templates::{Known, Renderer, Style};
use crate::catalogue::{Template, TemplateKind};
use crate::review::MandatedState;
use crate::{Engine, Lang, say};

/// The templates for the start of a line.
pub(super) fn complete(request: &Request) -> Vec<Completion> {
    let Some(typed) = cursor::read(request.before()) else { return Vec::new() };
    let known = known(request);
    let above = Above::new(request);
    let writer = Writer { request, typed, known, above, layout: Layout::of(request) };
    let mut items = Vec::new();
    if matches!(typed.kind, TypedKind::Nothing | TypedKind::Words | TypedKind::Marker(1)) {
        for (rank, (template, state)) in sections(request, known).into_iter().enumerate() {
            let missing = state == Some(MandatedState::Missing);
            let detail = match state {
                Some(MandatedState::Missing) => say!(request.options.lang, "法定内容，尚缺", "mandated, missing"),
                Some(_) => say!(request.options.lang, "法定内容，尚无标题或内容", "mandated, without heading or text"),
                None => say!(request.options.lang, "章节", "section"),
            };
            items.extend(writer.item(template, Some(numbering::top(request)), detail, format!("0{rank:02}"), missing && rank == 0));
        }
    }
    let level = match typed.kind {
        TypedKind::Marker(level) => Some(level),
        _ if writer.above.just_headed(request) && writer.above.level() >= 2 => None,
        _ => match writer.above.level() {
            0 | 1 => Some(2),
            level => Some(level),
        },
    };
    let topics = request.engine.catalogue().templates.fitting(TemplateKind::Topic, known.kind, known.year);
    for (rank, template) in topics.into_iter().enumerate() {
        items.extend(writer.item(template, level, say!(request.options.lang, "段落模板", "paragraph"), format!("1{rank:02}"), false));
    }
    items
}

/// A template as it would be read, with its ties: what a client shows beside an item.
pub(super) fn documentation(engine: &Engine, id: &str, lang: Lang) -> Option<String> {
    let templates = &engine.catalogue().templates;
    let (id, year) = id.split_once('@').map_or((id, None), |(id, year)| (id, year.parse().ok()));
    let (id, kind) = (id, None);
    let template = templates.get(id, kind, year).or_else(|| templates.all().iter().find(|row| row.id == id))?;
    let mut renderer = Renderer::new(templates, Known { year, ..Known::default() }, Style::Plain);
    if let Some(heading) = &template.heading {
        renderer.plain("**");
        renderer.text(heading);
        renderer.plain("**\n\n");
    }
    renderer.text(&template.text);
    let mut text = renderer.finish();
    if !template.ties.is_empty() {
        let ties: Vec<String> = template.ties.iter().map(|tie| format!("- {tie}")).collect();
        text += &format!("\n\n{}\n{}", lang.pick("勾稽关系：", "Ties:"), ties.join("\n"));
    }
    Some(text)
}

fn known<'a>(request: &Request<'a>) -> Known<'a> {
    let draft = request.draft;
    let issuer = draft.and_then(|draft| draft.issuer.as_ref());
    Known {
        issuer: issuer.map(|issuer| issuer.name.as_str()),
        kind: issuer.and_then(|issuer| issuer.kind),
        year: draft.and_then(|draft| draft.period).map(|period| period.year),
        half: draft.and_then(|draft| draft.period).is_some_and(|period| period.half.is_some()),
    }
}

/// The sections that the draft does not have, missing ones first, in the order of the law.
fn sections<'a>(request: &Request<'a>, known: Known) -> Vec<(&'a Template, Option<MandatedState>)> {
    let profile = request.draft.and_then(|draft| draft.profile.as_deref());
    let mandated = request.draft.map_or(&[][..], |draft| &draft.mandated);
    let written = |template: &Template| {
        let has = |heading: &str| heading.contains(&template.name);
        request.draft.is_some_and(|draft| draft.outline.iter().any(|heading| has(heading.title.of(request.source))))
    };
    let all = request.engine.catalogue().templates.fitting(TemplateKind::Section, known.kind, known.year);
    let mut rows: Vec<(&Template, Option<MandatedState>)> = all
        .into_iter()
        .filter(|template| profile.is_none_or(|profile| template.profile.as_deref().is_none_or(|own| own == profile)))
        .map(|template| (template, mandated.iter().find(|item| Some(&item.id) == template.item.as_ref()).map(|item| item.state)))
        .filter(|(template, state)| *state != Some(MandatedState::Present) && (state.is_some() || !written(template)))
        .collect();
    let law = |template: &Template| mandated.iter().position(|item| Some(&item.id) == template.item.as_ref());
    rows.sort_by_key(|(template, state)| (*state != Some(MandatedState::Missing), state.is_none(), law(template)));
    rows
}

struct Writer<'a> {
    request: &'a Request<'a>,
    typed: Typed<'a>,
    known: Known<'a>,
    above: Above<'a>,
    layout: Layout,
}

impl Writer<'_> {
    /// An item that replaces what has been typed by a template, with a heading of the level where one is wanted.
    fn item(&self, template: &Template, level: Option<u8>, detail: String, sort_text: String, preselect: bool) -> Option<Completion> {
        let request = self.request;
        let (line, offset) = (request.line_start(), request.offset);
        let snippet = request.options.snippets;
        let style = if snippet { Style::Snippet } else { Style::Plain };
        let mut renderer = Renderer::new(&request.engine.catalogue().templates, self.known, style);
        let heading = template.heading.as_ref().and_then(|heading| Some((heading, level?)));
        let lead = self.typed.lead;
        let mut label = template.name.clone();
        let mut layout = self.layout.clone();
        if lead.contains('\u{3000}') {
            layout.indent = lead.trim_matches(|c| c != '\u{3000}').to_owned();
        }
        match heading {
            Some((heading, level)) => {
                let style = numbering::style(request, &self.above, level);
                // Blanks that the writer has put in front stay; else the draft's own. A mark of Markdown wants a blank behind it.
                let marked = format!("{lead} ");
                let lead = match lead {
                    "" => &style.lead,
                    _ if lead.ends_with('#') && style.lead.starts_with(lead) => &style.lead,
                    _ if lead.ends_with('#') => &marked,
                    _ => lead,
                };
                layout.apart |= lead.contains('#');
                label = format!("{}{label}", style.marker);
                renderer.plain(lead);
                renderer.plain(&style.marker);
                renderer.text(heading);
                renderer.plain("\n");
            }
            None => renderer.plain(lead),
        }
        renderer.text(&template.text);
        let mut text = layout.lay(&renderer.finish(), heading.is_some());
        let below = request.source[offset..].split_once('\n').map_or("", |(_, below)| below);
        if layout.apart && heading.is_some() && !below.starts_with(['\n', '\r']) && !below.trim().is_empty() {
            text.push('\n');
        }
        let text = if request.source.contains("\r\n") { text.replace('\n', "\r\n") } else { text };
        let typed = &request.source[line..offset];
        let filter_text = match self.typed.kind {
            TypedKind::Words => format!("{lead}{}", phonetic::filter(self.typed.text, &template.name, &template.keywords)?),
            TypedKind::Nothing | TypedKind::Marker(_) => format!("{typed}{}", phonetic::filter("", &template.name, &template.keywords)?),
        };
        let year = self.known.year.map_or(String::new(), |year| format!("@{year}"));
        let kind = if template.kind == TemplateKind::Section { CompletionKind::Section } else { CompletionKind::Topic };
        let edit = request.replace(typed.len(), text);
        Some(Completion {
            id: Some(format!("{}{year}", template.id)),
            label,
            kind,
            detail,
            filter_text,
            sort_text,
            edit,
            snippet,
            preselect,
        })
    }
}
