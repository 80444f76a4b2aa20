//! A page that tells in place of asking, as data: one renderer serves them all, which keeps the page small on a telephone.

use leptos::prelude::*;

use super::ask::KeyWords;
use super::route::Route;
use crate::components::{Actions, Button, ButtonLook, IconName, LinkButton, Notice, Tone};
use crate::layout::Page;
use crate::markup::Node;
use crate::platform::print;
use crate::view;

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
    /// A question with its answer.
    Answer(String, String),
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
    pub(super) fn view(self) -> Node {
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
            let blocks: Vec<Node> = blocks.into_iter().map(block).collect();
            let ways_on: Vec<Node> = ways_on.into_iter().map(way_on).collect();
            view! { <div class="prose">{blocks}</div> <Actions>{ways_on}</Actions> }
        };
        if caption.is_empty() {
            view! { <Page title heading back>{inside()}</Page> }
        } else {
            view! { <Page title heading caption back>{inside()}</Page> }
        }
    }
}

fn block(block: Block) -> Node {
    match block {
        Block::Lead(text) => view! { <p class="lead">{text}</p> },
        Block::Text(text) => view! { <p>{text}</p> },
        Block::Heading(text) => view! { <h2>{text}</h2> },
        Block::Answer(question, answer) => view! { <h2>{question}</h2> <p>{answer}</p> },
        Block::Points(lines) => view! { <ul>{items(lines)}</ul> },
        Block::Steps(lines) => view! { <ol>{items(lines)}</ol> },
        Block::Reach(ways) => {
            let ways: Vec<Node> = ways.into_iter().map(way).collect();
            view! { <ul>{ways}</ul> }
        }
        Block::Notice(tone, text) => view! { <Notice tone><p>{text}</p></Notice> },
        Block::KeyWords => view! { <KeyWords /> },
    }
}

fn items(lines: Vec<String>) -> Vec<Node> {
    lines.into_iter().map(|line| view! { <li>{line}</li> }).collect()
}

fn way(way: Way) -> Node {
    let Way {
        before,
        words,
        href,
        after,
    } = way;
    let words = if href.is_empty() {
        Node::of(words)
    } else {
        view! { <a href=href rel="noreferrer"><bdi>{words}</bdi></a> }
    };
    view! { <li>{before} {words} {after}</li> }
}

fn way_on(way: WayOn) -> Node {
    match way {
        WayOn::Next(label, href) => view! { <LinkButton label href=Signal::stored(href) /> },
        WayOn::Other(label, href) => {
            view! { <LinkButton label href=Signal::stored(href) look=ButtonLook::Secondary /> }
        }
        WayOn::Print(label) => {
            view! { <Button label on_press=print::print look=ButtonLook::Quiet icon=IconName::Printer /> }
        }
    }
}
