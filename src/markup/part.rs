//! A part of an element in the document: a value that is set or follows, and what hears an event.

use leptos::reactive::effect::RenderEffect;
use leptos::tachys::renderer::Rndr;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::attribute::{Given, Text};
use super::element::{Heard, Part};

/// What is kept of a part.
pub(super) enum ShownPart {
    Text(Text),
    Following(RenderEffect<Text>),
    Heard(Closure<dyn FnMut(web_sys::Event)>),
    Told,
}

impl Part {
    /// Sets it, over what was there before.
    pub(super) fn build(self, element: &web_sys::Element, name: &'static str, before: Option<ShownPart>) -> ShownPart {
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
