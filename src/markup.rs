//! One shape for every element: what [`view!`](crate::view) writes calls to.
//!
//! Leptos' own views are types, one for each element with its attributes and its children, and code is compiled for every one of them.
//! Here an element is data, and what makes and changes the document is compiled once. Signals, effects, components and mounting are
//! Leptos'. See docs/adr/0026-one-shape-for-every-view.md.

mod attribute;
mod child;
mod element;
mod mount;
mod part;
mod shown;

use std::borrow::Cow;

use leptos::prelude::*;

pub use attribute::Value;
use child::{Following, Standing};
pub use child::{Follows, Stands};
pub use element::Element;
use element::Made;

/// A view before it is shown. It is one pointer, so that handing it on costs nothing.
pub struct Node(Box<Kind>);

enum Kind {
    /// Nothing, for now.
    Nothing,
    /// A text.
    Text(Cow<'static, str>),
    /// An element.
    Element(Made),
    /// Several, one after the other.
    Row(Vec<Node>),
    /// What is made anew whenever a signal that it asks changes.
    Following(Box<dyn FnMut() -> Node + Send>),
    /// A view of Leptos' own.
    Any(AnyView),
}

impl Node {
    /// Nothing, for now.
    #[must_use]
    pub fn nothing() -> Self {
        Kind::Nothing.node()
    }

    /// Any view.
    pub fn of<T: IntoView + 'static>(view: T) -> Self {
        Standing.node(view)
    }

    /// What is made anew whenever a signal that it asks changes.
    pub fn following<T: IntoView + 'static>(made: impl FnMut() -> T + Send + 'static) -> Self {
        Following.node(made)
    }

    /// A text that is written out.
    #[must_use]
    pub fn text(text: &'static str) -> Self {
        Kind::Text(Cow::Borrowed(text)).node()
    }
}

impl Kind {
    /// Put away once for all, not at every place where a node is made.
    #[inline(never)]
    fn node(self) -> Node {
        Node(Box::new(self))
    }
}
