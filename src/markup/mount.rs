//! Where a view stands in the document, and what else Leptos asks of one.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState};

use super::Node;
use super::shown::Shown;

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
