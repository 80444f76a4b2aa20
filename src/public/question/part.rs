//! One part of a question as a component of the design system.

use evenhand_domain::referral::{Choice as DomainChoice, Field, Kind, Line, Part};
use leptos::prelude::*;

use super::school::SchoolName;
use super::sheet::{Sheet, id_of};
use crate::components::{Checkboxes, Choice, DateInput, Problems, Radios, TextArea, TextInput, TextKind, Tick, Width};
use crate::markup::Node;
use crate::view;

/// What every part of a page shares.
#[derive(Clone, Copy)]
pub(super) struct Paper {
    /// The boxes.
    pub(super) sheet: Sheet,
    /// What is wrong with them.
    pub(super) problems: Problems,
    /// Whether the browser may fill in the person's own details.
    pub(super) fills_in: bool,
}

/// The label of a part, with "(optional)" where it may be left empty.
fn label(part: &Part) -> String {
    let says_it_itself = matches!(part.kind, Kind::Tick) || part.label.is_empty();
    if part.optional && !says_it_itself {
        format!("{} (optional)", part.label)
    } else {
        part.label.clone()
    }
}

/// One part. With a heading, its label is the page's `h1`, and that heading's hint stands first.
pub(super) fn part_view(part: Part, paper: Paper, heading: Option<(String, String)>) -> Node {
    let is_heading = heading.is_some();
    let (label, hint) = match heading {
        Some((heading, why)) => (heading, [why.as_str(), part.hint].join(" ").trim().to_owned()),
        None => (label(&part), part.hint.to_owned()),
    };
    let Paper { sheet, problems, .. } = paper;
    let id = id_of(part.field);
    let error = problems.of(id);
    match part.kind {
        Kind::Radios(choices) => {
            let choices = choices.into_iter().map(|choice| choice_view(choice, paper)).collect();
            match with_text(hint) {
                Some(hint) => {
                    view! { <Radios legend=label choices value=sheet.text(part.field) id hint error heading=is_heading /> }
                }
                None => {
                    view! { <Radios legend=label choices value=sheet.text(part.field) id error heading=is_heading /> }
                }
            }
        }
        Kind::Checkboxes(choices) => {
            let choices = choices.into_iter().map(|choice| choice_view(choice, paper)).collect();
            view! { <Checkboxes legend=label choices value=sheet.list(part.field) id hint error heading=is_heading /> }
        }
        Kind::Tick => view! { <Tick label value=sheet.tick(part.field) id error /> },
        Kind::Date => {
            view! { <DateInput legend=label value=sheet.date() id hint error heading=is_heading /> }
        }
        Kind::Lines(limit) => {
            let rows = if limit > 1000 { 8 } else { 4 };
            let value = sheet.text(part.field);
            match with_text(hint) {
                Some(hint) => view! { <TextArea label value id hint error rows limit heading=is_heading /> },
                None => view! { <TextArea label value id error rows limit heading=is_heading /> },
            }
        }
        Kind::Line(_) if part.field == Field::SchoolName => view! { <SchoolName label sheet problems /> },
        Kind::Line(line) => {
            let Look {
                kind,
                width,
                token,
                spellcheck,
            } = look(line, paper.fills_in);
            let value = sheet.text(part.field);
            match with_text(hint) {
                Some(hint) => view! {
                    <TextInput label value id hint error kind width autocomplete=token spellcheck heading=is_heading />
                },
                None => {
                    view! { <TextInput label value id error kind width autocomplete=token spellcheck heading=is_heading /> }
                }
            }
        }
    }
}

fn with_text(hint: String) -> Option<String> {
    Some(hint).filter(|hint| !hint.is_empty())
}

fn choice_view(choice: DomainChoice, paper: Paper) -> Choice {
    let DomainChoice {
        word,
        label,
        hint,
        reveals,
    } = choice;
    let mut shown = Choice::new(word, label);
    if !hint.is_empty() {
        shown = shown.hint(hint);
    }
    if reveals.is_empty() {
        return shown;
    }
    shown.reveal(move || {
        reveals
            .iter()
            .cloned()
            .map(|part| part_view(part, paper, None))
            .collect_view()
    })
}

/// What a line looks like to the keyboard, the eye and the browser's memory.
struct Look {
    kind: TextKind,
    width: Width,
    token: &'static str,
    spellcheck: bool,
}

fn look(line: Line, fills_in: bool) -> Look {
    let own = |token| if fills_in { token } else { "off" };
    let (kind, width, token, spellcheck) = match line {
        Line::Other => (TextKind::Text, Width::Long, "off", false),
        Line::OwnName => (TextKind::Text, Width::Long, own("name"), false),
        Line::OwnPhone => (TextKind::Telephone, Width::Medium, own("tel"), false),
        Line::OwnEmail => (TextKind::Email, Width::Long, own("email"), false),
        Line::OwnPostcode => (TextKind::Code, Width::Short, own("postal-code"), false),
        Line::Number => (TextKind::Number, Width::Tiny, "off", false),
    };
    Look {
        kind,
        width,
        token,
        spellcheck,
    }
}
