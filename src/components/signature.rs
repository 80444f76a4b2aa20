//! A signature: the field in which it is drawn, and what was drawn.

use leptos::prelude::*;
use leptos::text_prop::TextProp;
use wasm_bindgen::JsCast;

use super::{FieldGroup, FieldId};
use crate::view;

/// A point of a stroke, as the finger, the pen or the mouse draws it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Whether a stroke begins with it.
    pub begins: bool,
    /// From the left edge, in the picture's own measure.
    pub across: u16,
    /// From the upper edge.
    pub down: u16,
}

/// Where an event lies in a picture of this size.
fn place(event: &web_sys::PointerEvent, (wide, high): (u16, u16), begins: bool) -> Option<Point> {
    let field = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
    let scaled = |at: i32, of: i32, size: u16| {
        let at = i64::from(at.max(0)) * i64::from(size) / i64::from(of.max(1));
        u16::try_from(at.min(i64::from(size))).unwrap_or(size)
    };
    Some(Point {
        begins,
        across: scaled(event.offset_x(), field.client_width(), wide),
        down: scaled(event.offset_y(), field.client_height(), high),
    })
}

/// A field in which somebody signs. It is no use to those who cannot draw: beside it stands a box for the name.
#[component]
pub fn SignaturePad(
    /// What is asked.
    #[prop(into)]
    legend: TextProp,
    /// What was drawn, as the outline of a path in the picture.
    #[prop(into)]
    path: Signal<String>,
    /// How wide and how high the picture is.
    size: (u16, u16),
    /// Hears what is drawn, point by point.
    #[prop(into)]
    on_point: Callback<(Point,)>,
    /// The field, when the page has an error summary.
    #[prop(default = FieldId::new())]
    id: FieldId,
    /// Help that stays in sight.
    #[prop(into, optional)]
    hint: Option<TextProp>,
    /// What is wrong, if anything.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let draws = StoredValue::new(false);
    let hear = move |event: &web_sys::PointerEvent, begins: bool| {
        if let Some(point) = place(event, size, begins) {
            on_point.run((point,));
        }
    };
    view! {
        <FieldGroup id legend hint error heading=false>
            <div
                class="signature signature--field"
                id=id.control()
                tabindex="-1"
                on:pointerdown=move |event| {
                    event.prevent_default();
                    // A stroke that leaves the field goes on at its edge.
                    if let Some(field) = event.current_target().and_then(|field| field.dyn_into::<web_sys::Element>().ok()) {
                        let _ = field.set_pointer_capture(event.pointer_id());
                    }
                    draws.set_value(true);
                    hear(&event, true);
                }
                on:pointermove=move |event| {
                    if draws.get_value() {
                        hear(&event, false);
                    }
                }
                on:pointerup=move |_| draws.set_value(false)
                on:pointercancel=move |_| draws.set_value(false)
            >
                <Drawn path size />
            </div>
        </FieldGroup>
    }
}

/// What was drawn, as a picture.
#[component]
pub fn Drawn(
    /// The outline of the path.
    #[prop(into)]
    path: Signal<String>,
    /// How wide and how high the picture is.
    size: (u16, u16),
) -> impl IntoView {
    let (wide, high) = size;
    let told = move || {
        if path.with(String::is_empty) {
            "Nothing is drawn yet"
        } else {
            "A signature"
        }
    };
    view! {
        <svg class="signature__drawn" viewBox=format!("0 0 {wide} {high}") role="img" aria-label=told focusable="false">
            <path d=move || path.get() />
        </svg>
    }
}
