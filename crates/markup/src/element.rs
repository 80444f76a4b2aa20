//! Elements: their tag, and what is written out of their attributes, in one text; everything else in the order in which it stands there.

use proc_macro2::TokenStream as Tokens;
use quote::{format_ident, quote, quote_spanned};
use rstml::node::{KeyedAttribute, NodeAttribute};
use syn::{Expr, Lit, spanned::Spanned};

use crate::{Written, children, refused};

/// Events for which Leptos has no name.
const NAMELESS: [&str; 1] = ["cancel"];

/// Makes an element.
pub(crate) fn made(written: &Written, in_svg: bool) -> Tokens {
    let name = written.open_tag.name.to_string();
    let tag = name.trim_end_matches('_');
    let in_svg = in_svg || tag == "svg";
    // What is drawn belongs to another namespace; the sign tells it.
    let mut shape = if in_svg { format!("+{tag}") } else { tag.to_owned() };
    let mut given = Tokens::new();
    for attribute in &written.open_tag.attributes {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return refused(attribute.span(), "an element takes named attributes alone");
        };
        given.extend(attribute_of(attribute, tag, &mut shape));
    }
    let made = crate::made();
    let children = children(&written.children, in_svg);
    quote! {{
        let mut #made = crate::markup::Element::new(#shape);
        #given
        #children
        #made.done()
    }}
}

/// Writes an attribute into the shape, and what gives its value where that is not written out.
fn attribute_of(attribute: &KeyedAttribute, tag: &str, shape: &mut String) -> Tokens {
    let key = attribute.key.to_string();
    let value = attribute.value();
    let made = crate::made();
    let parts: Vec<&str> = key.split(':').collect();
    let span = attribute.span();
    let Some(value) = value else {
        shape.push_str(&format!("\n{key}="));
        return Tokens::new();
    };
    match parts.as_slice() {
        ["on", event, target @ ..] => {
            shape.push_str(&format!("\non:{event}"));
            let event = if NAMELESS.contains(event) {
                quote! { ::leptos::ev::Custom::<::leptos::web_sys::Event>::new(#event) }
            } else {
                let event = format_ident!("{event}", span = attribute.key.span());
                quote! { ::leptos::ev::#event }
            };
            if target.is_empty() {
                quote_spanned! {span=> #made.on(#event, #value); }
            } else {
                let element = match tag {
                    "input" => quote! { HtmlInputElement },
                    "select" => quote! { HtmlSelectElement },
                    "textarea" => quote! { HtmlTextAreaElement },
                    _ => return refused(span, "only a field has a target of a kind"),
                };
                quote_spanned! {span=> #made.on_target::<_, ::leptos::web_sys::#element>(#event, #value); }
            }
        }
        ["bind", property] => {
            let event = if *property == "checked" { "change" } else { "input" };
            shape.push_str(&format!("\nprop:{property}\non:{event}"));
            let bind = format_ident!("bind_{property}", span = attribute.key.span());
            quote_spanned! {span=> #made.#bind(#value); }
        }
        ["node_ref"] => {
            shape.push_str("\nnode_ref");
            quote_spanned! {span=> #made.node_ref(#value); }
        }
        ["prop" | "class", _] | [_] => {
            shape.push('\n');
            shape.push_str(&key);
            if let (1, Expr::Lit(literal)) = (parts.len(), value)
                && let Lit::Str(text) = &literal.lit
                && !text.value().contains('\n')
            {
                shape.push('=');
                shape.push_str(&text.value());
                return Tokens::new();
            }
            quote_spanned! {span=> #made.set(#value); }
        }
        _ => refused(span, "an attribute of this kind is not known"),
    }
}
