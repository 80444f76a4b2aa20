//! An element while it is made.

use leptos::ev::{EventDescriptor, Targeted};
use leptos::html::ElementType;
use leptos::prelude::*;
use leptos::tachys::html::node_ref::NodeRefContainer;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;

use super::attribute::{Given, Value};
use super::{Kind, Node};

/// What hears an event.
pub(super) type Heard = Box<dyn FnMut(web_sys::Event)>;

/// What is told the element once it is there.
pub(super) type Told = Box<dyn FnOnce(&web_sys::Element)>;

/// What belongs to one name of a shape.
pub(super) enum Part {
    /// A value of an attribute, a property or a class.
    Value(Given),
    /// What hears the event of that name.
    Heard(SendWrapper<Heard>),
    /// What is told the element once it is there.
    Told(SendWrapper<Told>),
}

/// What an element is made of.
///
/// Its shape is a text: the tag, and on a line each its attributes, `name=value` where the value is written out and `name` where a part
/// gives it. Two elements of one shape are one element in the document, with other parts.
pub(super) struct Made {
    pub(super) shape: &'static str,
    pub(super) parts: Vec<Part>,
    pub(super) children: Vec<Node>,
}

/// An element, or several nodes without one, while it is made. It is one pointer, as the finished node is.
pub struct Element(Box<Made>);

impl Element {
    /// Begins an element of a shape.
    #[must_use]
    #[inline(never)]
    pub fn new(shape: &'static str) -> Self {
        Self(Box::new(Made {
            shape,
            parts: Vec::new(),
            children: Vec::new(),
        }))
    }

    /// Begins a row of nodes without an element around them.
    #[must_use]
    pub fn row() -> Self {
        Self::new("")
    }

    /// Gives the next value.
    pub fn set(&mut self, value: impl Value) {
        self.give(value.given());
    }

    #[inline(never)]
    fn give(&mut self, given: Given) {
        self.0.parts.push(Part::Value(given));
    }

    /// Hears the next event.
    pub fn on<E: EventDescriptor>(&mut self, _event: E, mut heard: impl FnMut(E::EventType) + 'static)
    where
        E::EventType: JsCast,
    {
        self.hear(Box::new(move |event| heard(event.unchecked_into())));
    }

    /// Hears the next event, of an element of a kind.
    pub fn on_target<E: EventDescriptor, T>(
        &mut self,
        _event: E,
        mut heard: impl FnMut(Targeted<E::EventType, T>) + 'static,
    ) where
        E::EventType: JsCast,
    {
        self.hear(Box::new(move |event| {
            heard(Targeted::from(event.unchecked_into::<E::EventType>()))
        }));
    }

    /// The signals that it makes belong to whoever made the element.
    fn hear(&mut self, mut heard: Heard) {
        let owner = Owner::current().unwrap_or_default();
        let heard: Heard = Box::new(move |event| owner.with(|| heard(event)));
        self.0.parts.push(Part::Heard(SendWrapper::new(heard)));
    }

    /// Keeps what is typed in step with a signal.
    pub fn bind_value(&mut self, value: RwSignal<String>) {
        self.set(move || value.get());
        self.hear(Box::new(move |event| value.set(event_target_value(&event))));
    }

    /// Keeps what is ticked in step with a signal.
    pub fn bind_checked(&mut self, value: RwSignal<bool>) {
        self.set(move || value.get());
        self.hear(Box::new(move |event| value.set(event_target_checked(&event))));
    }

    /// Tells the element to whoever asks for it.
    pub fn node_ref<E: ElementType + 'static>(&mut self, asked: NodeRef<E>)
    where
        E::Output: JsCast,
    {
        let told: Told = Box::new(move |element| asked.load(element));
        self.0.parts.push(Part::Told(SendWrapper::new(told)));
    }

    /// Adds a text.
    #[inline(never)]
    pub fn text(&mut self, text: &'static str) {
        self.child(Node::text(text));
    }

    /// Adds a node.
    #[inline(never)]
    pub fn child(&mut self, node: Node) {
        self.0.children.push(node);
    }

    /// The finished node.
    #[must_use]
    #[inline(never)]
    pub fn done(self) -> Node {
        if self.0.shape.is_empty() {
            Kind::Row(self.0.children).node()
        } else {
            Kind::Element(*self.0).node()
        }
    }
}
