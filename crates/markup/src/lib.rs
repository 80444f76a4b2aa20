//! The app's own `view!`: the markup that Leptos reads, drawn by one shape for every element.
//!
//! Leptos makes a type for every element with its attributes and children, and the compiler code for each of these types. This macro
//! writes calls to `crate::markup` instead, whose one kind of element is compiled once. Components stay Leptos' own. See
//! docs/adr/0026-one-shape-for-every-view.md.

mod component;
mod element;

use proc_macro::TokenStream;
use proc_macro2::{Ident, Span, TokenStream as Tokens};
use quote::{quote, quote_spanned};
use rstml::node::{Infallible, Node, NodeBlock};
use syn::spanned::Spanned;

/// Elements and components in the place of a view, as Leptos' macro of this name takes them.
///
/// Attributes: a name with text or any value, `on:event`, `on:event:target`, `bind:value`, `bind:checked`, `prop:name`, `class:name` and
/// `node_ref`. Anything else is refused.
#[proc_macro]
pub fn view(markup: TokenStream) -> TokenStream {
    let config = rstml::ParserConfig::default().recover_block(true);
    let parsed = rstml::Parser::new(config).parse_recoverable(Tokens::from(markup));
    let (nodes, faults) = parsed.split_vec();
    let faults = faults.into_iter().map(|fault| fault.emit_as_expr_tokens());
    let drawn = content(&nodes, false);
    quote! {{ #(#faults;)* #drawn }}.into()
}

/// The name of what is being made, which nothing written by hand can see.
fn made() -> Ident {
    Ident::new("made", Span::mixed_site())
}

/// What several nodes are together: the one there is, or all of them in a row.
fn content(nodes: &[Node], in_svg: bool) -> Tokens {
    match nodes {
        [one] => node(one, in_svg),
        _ => {
            let made = made();
            let children = children(nodes, in_svg);
            quote! {{
                let mut #made = crate::markup::Element::row();
                #children
                #made.done()
            }}
        }
    }
}

/// Adds nodes to the element that is being made.
fn children(nodes: &[Node], in_svg: bool) -> Tokens {
    let made = made();
    nodes
        .iter()
        .map(|child| match child {
            Node::Text(text) => {
                let text = &text.value;
                quote! { #made.text(#text); }
            }
            Node::RawText(raw) => {
                let text = raw.to_string_best();
                quote! { #made.text(#text); }
            }
            Node::Comment(_) => Tokens::new(),
            _ => {
                let child = node(child, in_svg);
                quote! { #made.child(#child); }
            }
        })
        .collect()
}

fn node(node: &Node, in_svg: bool) -> Tokens {
    match node {
        Node::Text(text) => {
            let text = &text.value;
            quote! { crate::markup::Node::text(#text) }
        }
        Node::RawText(raw) => {
            let text = raw.to_string_best();
            quote! { crate::markup::Node::text(#text) }
        }
        Node::Comment(_) => quote! { crate::markup::Node::nothing() },
        Node::Fragment(fragment) => content(&fragment.children, in_svg),
        Node::Element(written) if component::is_one(written) => child_of(&component::call(written)),
        Node::Element(written) => element::made(written, in_svg),
        Node::Block(NodeBlock::ValidBlock(block)) => match block.stmts.as_slice() {
            [syn::Stmt::Expr(expression, None)] => child_of(&quote! { #expression }),
            _ => child_of(&quote! { #block }),
        },
        other => refused(other.span(), "this cannot stand in a view"),
    }
}

/// A value of any type in the place of a node: what follows signals is told from what stands by its type.
fn child_of(value: &Tokens) -> Tokens {
    let given = Ident::new("given", Span::mixed_site());
    quote_spanned! {value.span()=> {
        #[allow(unused_imports, reason = "one of the two is used, by the type of what is given")]
        use crate::markup::{Follows as _, Stands as _};
        let #given = #value;
        (&#given).kind().node(#given)
    }}
}

fn refused(at: Span, why: &str) -> Tokens {
    quote_spanned! {at=> ::core::compile_error!(#why) }
}

type Written = rstml::node::NodeElement<Infallible>;
