//! A page that tells in place of asking, as data: one renderer serves them all, which keeps the page small on a telephone.

use leptos::prelude::*;

use super::ask::KeyWords;
use super::route::Route;
use crate::components::{Actions, Button, ButtonLook, IconName, LinkButton, Notice, Tone};
use crate::layout::Page;
use crate::platform::print;

/// What such a page says and where it leads.
pub(super) struct Telling {
    /// For the tab; never an answer.
    pub(super) title: &'static str,
    /// The `h1`.
    pub(super) heading: String,
    /// A line above the heading; may be empty.
    pub(super) caption: &'static str,
    /// Where Back leads.
    pub(super) back: String,
    /// What it says, in order.
    pub(super) blocks: Vec<Block>,
    /// Where it leads, the chief way first.
    pub(super) ways_on: Vec<WayOn>,
}

/// A piece of what a page says.
pub(super) enum Block {
    /// The first paragraph.
    Lead(String),
    /// A paragraph.
    Text(String),
    /// A heading.
    Heading(&'static str),
    /// Points in no order.
    Points(Vec<String>),
    /// Steps in order.
    Steps(Vec<String>),
    /// Ways to reach somebody, or people who help.
    Reach(Vec<Way>),
    /// A message that stands out.
    Notice(Tone, String),
    /// The six words of the key.
    KeyWords,
}

/// One way to reach somebody: `Phone: 01632 960100`.
pub(super) struct Way {
    /// What comes before the link, such as `Phone: `; may be empty.
    pub(super) before: &'static str,
    /// The words of the link, or plain words where it leads nowhere.
    pub(super) words: String,
    /// Where it leads; empty for nowhere.
    pub(super) href: String,
    /// What follows; may be empty.
    pub(super) after: String,
}

/// Where a page leads.
pub(super) enum WayOn {
    /// To another place: the one thing to do next.
    Next(&'static str, String),
    /// To another place, among others.
    Other(&'static str, String),
    /// On to paper.
    Print(&'static str),
}

impl Telling {
    /// A page with a heading that is its title, and Back to the first page.
    pub(super) fn new(title: &'static str) -> Self {
        Self {
            title,
            heading: title.to_owned(),
            caption: "",
            back: Route::Home.href(),
            blocks: Vec::new(),
            ways_on: Vec::new(),
        }
    }

    /// The page itself.
    pub(super) fn view(self) -> AnyView {
        let Self {
            title,
            heading,
            caption,
            back,
            blocks,
            ways_on,
        } = self;
        let back = Signal::stored(back);
        let inside = move || {
            let blocks: Vec<AnyView> = blocks.into_iter().map(block).collect();
            let ways_on: Vec<AnyView> = ways_on.into_iter().map(way_on).collect();
            view! { <div class="prose">{blocks}</div> <Actions>{ways_on}</Actions> }.into_any()
        };
        if caption.is_empty() {
            view! { <Page title heading back>{inside()}</Page> }.into_any()
        } else {
            view! { <Page title heading caption back>{inside()}</Page> }.into_any()
        }
    }
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Lead(text) => view! { <p class="lead">{text}</p> }.into_any(),
        Block::Text(text) => view! { <p>{text}</p> }.into_any(),
        Block::Heading(text) => view! { <h2>{text}</h2> }.into_any(),
        Block::Points(lines) => view! { <ul>{items(lines)}</ul> }.into_any(),
        Block::Steps(lines) => view! { <ol>{items(lines)}</ol> }.into_any(),
        Block::Reach(ways) => {
            let ways: Vec<AnyView> = ways.into_iter().map(way).collect();
            view! { <ul>{ways}</ul> }.into_any()
        }
        Block::Notice(tone, text) => view! { <Notice tone><p>{text}</p></Notice> }.into_any(),
        Block::KeyWords => view! { <KeyWords /> }.into_any(),
    }
}

fn items(lines: Vec<String>) -> Vec<AnyView> {
    lines
        .into_iter()
        .map(|line| view! { <li>{line}</li> }.into_any())
        .collect()
}

fn way(way: Way) -> AnyView {
    let Way {
        before,
        words,
        href,
        after,
    } = way;
    let words = if href.is_empty() {
        words.into_any()
    } else {
        view! { <a href=href rel="noreferrer"><bdi>{words}</bdi></a> }.into_any()
    };
    view! { <li>{before} {words} {after}</li> }.into_any()
}

fn way_on(way: WayOn) -> AnyView {
    match way {
        WayOn::Next(label, href) => view! { <LinkButton label href=Signal::stored(href) /> }.into_any(),
        WayOn::Other(label, href) => {
            view! { <LinkButton label href=Signal::stored(href) look=ButtonLook::Secondary /> }.into_any()
        }
        WayOn::Print(label) => {
            view! { <Button label on_press=print::print look=ButtonLook::Quiet icon=IconName::Printer /> }.into_any()
        }
    }
}
