//! What may stand between tags.

use std::any::{Any, TypeId};
use std::borrow::Cow;

use leptos::oco::Oco;
use leptos::prelude::*;

use super::{Kind, Node};

/// Of a function: it is called again whenever a signal that it asks changes.
pub trait Follows {
    /// Says so.
    fn kind(&self) -> Following {
        Following
    }
}

impl<F: FnMut() -> T, T> Follows for F {}

/// Of any other view.
pub trait Stands {
    /// Says so.
    fn kind(&self) -> Standing {
        Standing
    }
}

impl<T: IntoView> Stands for &T {}

/// Makes a node of a function.
pub struct Following;

impl Following {
    /// The node.
    pub fn node<T: IntoView + 'static>(self, mut made: impl FnMut() -> T + Send + 'static) -> Node {
        following(Box::new(move || node(made())))
    }
}

/// Makes a node of what is there already.
pub struct Standing;

impl Standing {
    /// The node.
    pub fn node<T: IntoView + 'static>(self, view: T) -> Node {
        node(view)
    }
}

/// What is known here becomes a node of its own kind; the rest stays a view of Leptos. The compiler knows the type, so that one of
/// these lines is left.
#[inline(always)]
fn node<T: IntoView + 'static>(view: T) -> Node {
    let mut held = Some(view);
    macro_rules! known {
        ($($kind:ty => $made:expr),* $(,)?) => {
            $(if TypeId::of::<T>() == TypeId::of::<$kind>() {
                let held: &mut dyn Any = &mut held;
                return held.downcast_mut::<Option<$kind>>().and_then(Option::take).map_or_else(Node::nothing, $made);
            })*
        };
    }
    known! {
        Node => |node| node,
        AnyView => any,
        Option<Node> => |node| node.unwrap_or_else(Node::nothing),
        Option<AnyView> => |view| view.map_or_else(Node::nothing, any),
        Vec<Node> => row,
        Vec<AnyView> => |views| row(views.into_iter().map(any).collect()),
        &'static str => Node::text,
        String => owned,
        Oco<'static, str> => shared,
        Option<String> => |text| text.map_or_else(Node::nothing, owned),
        Option<&'static str> => |text| text.map_or_else(Node::nothing, Node::text),
        usize => |number| owned(number.to_string()),
        () => |()| Node::nothing(),
    }
    held.map_or_else(Node::nothing, |view| any(view.into_any()))
}

#[inline(never)]
fn any(view: AnyView) -> Node {
    Kind::Any(view).node()
}

fn row(nodes: Vec<Node>) -> Node {
    Kind::Row(nodes).node()
}

fn owned(text: String) -> Node {
    Kind::Text(Cow::Owned(text)).node()
}

fn shared(text: Oco<'static, str>) -> Node {
    match text {
        Oco::Borrowed(text) => Node::text(text),
        other => owned(other.into_owned()),
    }
}

fn following(made: Box<dyn FnMut() -> Node + Send>) -> Node {
    Kind::Following(made).node()
}
