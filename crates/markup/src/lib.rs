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
    drawn(markup.into()).into()
}

fn drawn(markup: Tokens) -> Tokens {
    let config = rstml::ParserConfig::default().recover_block(true);
    let (nodes, faults) = rstml::Parser::new(config).parse_recoverable(markup).split_vec();
    let faults = faults.into_iter().map(|fault| fault.emit_as_expr_tokens());
    let drawn = content(&nodes, false);
    quote! {{ #(#faults;)* #drawn }}
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

#[cfg(test)]
mod tests {
    use super::*;

    fn code(markup: Tokens) -> String {
        drawn(markup).to_string()
    }

    #[test]
    fn what_is_written_out_stands_in_the_shape_and_the_rest_in_its_order() {
        let code = code(
            quote! { <input class="input" id=id.control() disabled on:change:target=heard bind:value=text class:wide=wide /> },
        );
        let shape = r#""input\nclass=input\nid\ndisabled=\non:change\nprop:value\non:input\nclass:wide""#;
        assert!(code.contains(shape), "{code}");
        let at = |part: &str| code.find(part).unwrap();
        assert!(
            at("id . control") < at("heard")
                && at("heard") < at("bind_value (text)")
                && at("bind_value") < at("set (wide)")
        );
        assert!(code.contains("HtmlInputElement"), "{code}");
    }

    #[test]
    fn what_is_drawn_belongs_to_its_own_namespace() {
        let code = code(quote! { <p><svg><use_ href=name /></svg> "text"</p> });
        for shape in [r#""p""#, r#""+svg""#, r#""+use\nhref""#, r#"text ("text")"#] {
            assert!(code.contains(shape), "{shape}: {code}");
        }
    }

    #[test]
    fn a_component_takes_props_and_children() {
        let code = code(quote! { <Button label look=Look::Quiet let:mark>{mark}</Button> });
        assert!(
            code.contains("& Button") && code.contains(". label") && code.contains("move | mark |"),
            "{code}"
        );
        assert!(!code.contains("Element :: new"), "{code}");
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for markup in [
            quote! { <p style:color="red"></p> },
            quote! { <p {..all}></p> },
            quote! { <p use:thing=1></p> },
            quote! { <Button on:click=heard /> },
            quote! { <p on:change:target=heard></p> },
        ] {
            assert!(code(markup.clone()).contains("compile_error"), "{markup}");
        }
    }
}
