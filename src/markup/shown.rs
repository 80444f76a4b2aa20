//! A view in the document: made once, and changed where it differs.

use std::borrow::Cow;
use std::mem;

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::Placeholder;
use leptos::tachys::view::Mountable;
use leptos::tachys::view::any_view::AnyViewState;

use super::element::Made;
use super::part::ShownPart;
use super::{Kind, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// What is kept of a node while it is shown.
pub enum Shown {
    /// A place where something may come to stand.
    Nothing(Placeholder),
    /// A text.
    Text(web_sys::Text, Cow<'static, str>),
    /// An element.
    Element(ShownElement),
    /// Several, and the place behind the last.
    Row(Vec<Self>, Placeholder),
    /// What follows signals.
    Following(RenderEffect<Self>),
    /// A view of Leptos' own.
    Any(AnyViewState),
}

/// What is kept of an element.
pub struct ShownElement {
    pub(super) element: web_sys::Element,
    shape: &'static str,
    parts: Vec<ShownPart>,
    children: Vec<Shown>,
}

impl Render for Node {
    type State = Shown;

    fn build(self) -> Shown {
        match *self.0 {
            Kind::Nothing => Shown::Nothing(Rndr::create_placeholder()),
            Kind::Text(text) => Shown::Text(Rndr::create_text_node(&text), text),
            Kind::Element(element) => Shown::Element(element.build()),
            Kind::Row(nodes) => Shown::Row(nodes.into_iter().map(Node::build).collect(), Rndr::create_placeholder()),
            Kind::Following(mut made) => Shown::Following(RenderEffect::new(move |before| {
                let node = made();
                match before {
                    Some(mut shown) => {
                        node.rebuild(&mut shown);
                        shown
                    }
                    None => node.build(),
                }
            })),
            Kind::Any(view) => Shown::Any(view.build()),
        }
    }

    fn rebuild(self, shown: &mut Shown) {
        match (*self.0, shown) {
            (Kind::Nothing, Shown::Nothing(_)) => {}
            (Kind::Text(text), Shown::Text(node, before)) => {
                if text != *before {
                    Rndr::set_text(node, &text);
                    *before = text;
                }
            }
            (Kind::Element(element), Shown::Element(before)) if before.is_like(&element) => before.change(element),
            (Kind::Row(nodes), Shown::Row(before, end)) => change_row(nodes, before, end),
            (Kind::Any(view), Shown::Any(before)) => view.rebuild(before),
            (kind, before) => {
                let mut old = mem::replace(before, kind.node().build());
                old.insert_before_this(before);
                old.unmount();
            }
        }
    }
}

fn change_row(nodes: Vec<Node>, before: &mut Vec<Shown>, end: &Placeholder) {
    let mut kept = mem::take(before).into_iter();
    for node in nodes {
        before.push(match kept.next() {
            Some(mut shown) => {
                node.rebuild(&mut shown);
                shown
            }
            None => {
                let mut shown = node.build();
                end.insert_before_this(&mut shown);
                shown
            }
        });
    }
    for mut gone in kept {
        gone.unmount();
    }
}

impl Made {
    fn build(self) -> ShownElement {
        let mut names = self.shape.split('\n');
        let tag = names.next().unwrap_or_default();
        let element = match tag.strip_prefix('+') {
            Some(tag) => Rndr::create_element(tag, Some(SVG)),
            None => Rndr::create_element(tag, None),
        };
        let mut parts = self.parts.into_iter();
        let parts = names
            .filter_map(|name| match name.split_once('=') {
                Some((name, value)) => {
                    Rndr::set_attribute(&element, name, value);
                    None
                }
                None => Some(parts.next()?.build(&element, name, None)),
            })
            .collect();
        let children = self.children.into_iter().map(|child| {
            let mut shown = child.build();
            shown.mount(&element, None);
            shown
        });
        ShownElement {
            children: children.collect(),
            shape: self.shape,
            parts,
            element,
        }
    }
}

impl ShownElement {
    /// Whether the other is this element with other parts.
    fn is_like(&self, other: &Made) -> bool {
        self.shape == other.shape
            && self.parts.len() == other.parts.len()
            && self.children.len() == other.children.len()
    }

    fn change(&mut self, to: Made) {
        let open = self.shape.split('\n').skip(1).filter(|name| !name.contains('='));
        for ((name, part), shown) in open.zip(to.parts).zip(&mut self.parts) {
            let before = mem::replace(shown, ShownPart::Told);
            *shown = part.build(&self.element, name, Some(before));
        }
        for (child, shown) in to.children.into_iter().zip(&mut self.children) {
            child.rebuild(shown);
        }
    }
}
