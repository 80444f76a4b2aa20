//! What an attribute, a property or a class may be set to.

use std::borrow::Cow;

use leptos::oco::Oco;
use leptos::prelude::*;

/// A text, or none: the attribute is absent, the property or class is off.
pub(super) type Text = Option<Cow<'static, str>>;

/// What gives a value, once or as signals change.
pub enum Given {
    /// Once.
    Text(Text),
    /// Whenever a signal that it asks changes.
    Following(Box<dyn FnMut() -> Text + Send>),
}

/// Whatever may stand behind the sign of an attribute.
pub trait Value {
    /// As what it is set.
    fn given(self) -> Given;
}

/// What is a text, or none, as it stands.
pub trait Plain {
    /// The text.
    fn text(self) -> Text;
}

impl Plain for &'static str {
    fn text(self) -> Text {
        Some(Cow::Borrowed(self))
    }
}

impl Plain for String {
    fn text(self) -> Text {
        Some(Cow::Owned(self))
    }
}

impl Plain for Oco<'static, str> {
    fn text(self) -> Text {
        Some(match self {
            Oco::Borrowed(text) => Cow::Borrowed(text),
            other => Cow::Owned(other.into_owned()),
        })
    }
}

/// Present without a value, or absent.
impl Plain for bool {
    fn text(self) -> Text {
        self.then_some(Cow::Borrowed(""))
    }
}

impl<T: Plain> Plain for Option<T> {
    fn text(self) -> Text {
        self.and_then(Plain::text)
    }
}

macro_rules! as_it_stands {
    ($(($($generics:tt)*) $kind:ty),*) => {
        $(impl<$($generics)*> Value for $kind {
            fn given(self) -> Given {
                Given::Text(self.text())
            }
        })*
    };
}

as_it_stands!(() &'static str, () String, () Oco<'static, str>, () bool, (T: Plain) Option<T>);

impl<F: FnMut() -> T + Send + 'static, T: Plain> Value for F {
    fn given(mut self) -> Given {
        Given::Following(Box::new(move || self().text()))
    }
}

impl Value for TextProp {
    fn given(self) -> Given {
        (move || self.get()).given()
    }
}

impl<T: Plain + Clone + Send + Sync + 'static> Value for Memo<T> {
    fn given(self) -> Given {
        (move || self.get()).given()
    }
}

impl<T: Plain + Clone + Send + Sync + 'static> Value for Signal<T> {
    fn given(self) -> Given {
        (move || self.get()).given()
    }
}

impl<T: Plain + Clone + Send + Sync + 'static> Value for RwSignal<T> {
    fn given(self) -> Given {
        (move || self.get()).given()
    }
}
