//! A view in the document: made once, and changed where it differs.

use std::borrow::Cow;
use std::mem;

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::Placeholder;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::attribute::{Given, Text};
use super::element::{Heard, Made, Part};
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
    element: web_sys::Element,
    shape: &'static str,
    parts: Vec<ShownPart>,
    children: Vec<Shown>,
}

/// What is kept of a part.
enum ShownPart {
    Text(Text),
    Following(RenderEffect<Text>),
    Heard(Closure<dyn FnMut(web_sys::Event)>),
    Told,
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

impl Part {
    fn build(self, element: &web_sys::Element, name: &'static str, before: Option<ShownPart>) -> ShownPart {
        let before = match before {
            Some(ShownPart::Heard(heard)) => {
                // A listener that is not there any more needs no removing.
                let _ = element.remove_event_listener_with_callback(event(name), heard.as_ref().unchecked_ref());
                None
            }
            Some(ShownPart::Text(text)) => Some(text),
            Some(ShownPart::Following(effect)) => effect.take_value(),
            _ => None,
        };
        match self {
            Self::Value(Given::Text(text)) => {
                apply(element, name, &text, before.as_ref());
                ShownPart::Text(text)
            }
            Self::Value(Given::Following(mut given)) => {
                let element = element.clone();
                ShownPart::Following(RenderEffect::new_with_value(
                    move |before: Option<Text>| {
                        let text = given();
                        apply(&element, name, &text, before.as_ref());
                        text
                    },
                    before,
                ))
            }
            Self::Heard(heard) => {
                let heard: Heard = heard.take();
                let heard = Closure::wrap(heard);
                // Every element takes listeners.
                let _ = element.add_event_listener_with_callback(event(name), heard.as_ref().unchecked_ref());
                ShownPart::Heard(heard)
            }
            Self::Told(told) => {
                told.take()(element);
                ShownPart::Told
            }
        }
    }
}

fn event(name: &str) -> &str {
    name.trim_start_matches("on:")
}

/// Sets an attribute, a property or a class, where it differs from before.
fn apply(element: &web_sys::Element, name: &str, text: &Text, before: Option<&Text>) {
    if before == Some(text) {
        return;
    }
    if let Some(name) = name.strip_prefix("prop:") {
        let value = match text {
            Some(text) if name == "value" => JsValue::from_str(text),
            _ => JsValue::from_bool(text.is_some()),
        };
        // A property that the element does not know is kept by it and means nothing.
        let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), &value);
    } else if let Some(name) = name.strip_prefix("class:") {
        let _ = element.class_list().toggle_with_force(name, text.is_some());
    } else if let Some(text) = text {
        Rndr::set_attribute(element, name, text);
    } else if before.is_some() {
        Rndr::remove_attribute(element, name);
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        match self {
            Self::Nothing(place) => place.unmount(),
            Self::Text(text, _) => text.unmount(),
            Self::Element(shown) => shown.element.unmount(),
            Self::Row(nodes, end) => {
                nodes.iter_mut().for_each(Self::unmount);
                end.unmount();
            }
            Self::Following(effect) => {
                effect.with_value_mut(Self::unmount);
            }
            Self::Any(view) => view.unmount(),
        }
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        match self {
            Self::Nothing(place) => place.mount(parent, marker),
            Self::Text(text, _) => text.mount(parent, marker),
            Self::Element(shown) => shown.element.mount(parent, marker),
            Self::Row(nodes, end) => {
                for node in nodes {
                    node.mount(parent, marker);
                }
                end.mount(parent, marker);
            }
            Self::Following(effect) => {
                effect.with_value_mut(|shown| shown.mount(parent, marker));
            }
            Self::Any(view) => view.mount(parent, marker),
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self {
            Self::Nothing(place) => place.insert_before_this(child),
            Self::Text(text, _) => text.insert_before_this(child),
            Self::Element(shown) => shown.element.insert_before_this(child),
            Self::Row(nodes, end) => {
                nodes.iter().any(|node| node.insert_before_this(child)) || end.insert_before_this(child)
            }
            Self::Following(effect) => effect
                .with_value_mut(|shown| shown.insert_before_this(child))
                .unwrap_or_default(),
            Self::Any(view) => view.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        Vec::new()
    }
}

/// No attributes are put on from outside: a component takes props.
impl AddAnyAttr for Node {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _attribute: A) -> Self {
        self
    }
}

/// Nothing is made on a server, so of this Leptos asks that it is there and never calls it.
impl RenderHtml for Node {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Shown {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
