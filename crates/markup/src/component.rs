//! Components: called as Leptos calls them, with children made here.

use proc_macro2::TokenStream as Tokens;
use quote::{format_ident, quote};
use rstml::node::{KeyedAttributeValue, NodeAttribute};
use syn::spanned::Spanned;

use crate::{Written, content, refused};

/// Whether it names a component: a word that begins with a capital, or a path.
pub(crate) fn is_one(written: &Written) -> bool {
    let name = written.open_tag.name.to_string();
    name.contains("::") || name.starts_with(char::is_uppercase)
}

/// The call of a component with its props.
pub(crate) fn call(written: &Written) -> Tokens {
    let name = &written.open_tag.name;
    let generics = &written.open_tag.generics;
    let generics = generics.lt_token.is_some().then(|| quote! { ::#generics });
    let mut given = Tokens::new();
    let mut bound = Vec::new();
    for attribute in &written.open_tag.attributes {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return refused(attribute.span(), "a component takes named props alone");
        };
        let key = &attribute.key;
        let word = key.to_string();
        if let Some(name) = word.strip_prefix("let:") {
            let name = format_ident!("{name}", span = key.span());
            bound.push(quote! { #name });
        } else if let (true, KeyedAttributeValue::Binding(binding)) = (word == "let", &attribute.possible_value) {
            let inputs = &binding.inputs;
            bound.push(quote! { #inputs });
        } else if word.contains(':') {
            return refused(key.span(), "a component takes props alone");
        } else {
            let value = attribute
                .value()
                .map_or_else(|| quote! { #key }, |value| quote! { #value });
            given.extend(quote! { .#key(#[allow(unused_braces)] { #value }) });
        }
    }
    let children = (!written.children.is_empty()).then(|| {
        let inside = content(&written.children, false);
        if bound.is_empty() {
            quote! { .children(::leptos::children::ToChildren::to_children(move || #inside)) }
        } else {
            quote! { .children(move |#(#bound),*| #inside) }
        }
    });
    quote! {
        ::leptos::component::component_view(
            #[allow(clippy::needless_borrows_for_generic_args)]
            &#name,
            ::leptos::component::component_props_builder(&#name #generics) #given #children .build(),
        )
    }
}
