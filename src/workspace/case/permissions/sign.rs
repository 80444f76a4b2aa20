//! A permission that is signed on the screen: the words, the field below them, and what was signed (LEI-26, WES-5).

use evenhand_domain::case::signature::{HEIGHT, Signature, Strokes, WIDTH};
use leptos::prelude::*;

use super::typed::{SIGN, Typed};
use crate::components::{
    Button, ButtonLook, Disclosure, Drawn, Inset, Point, Problems, SignaturePad, TextInput, Width,
};
use crate::view;
use crate::workspace::case::this::ThisCase;

/// The size of the picture of a signature.
const SIZE: (u16, u16) = (WIDTH, HEIGHT);

/// The service's name, which stands in what is signed.
pub(super) fn service(this: ThisCase) -> String {
    untrack(|| this.session().read(|desk| desk.team().name.clone())).unwrap_or_default()
}

/// What they sign, where they sign it, and a box for those who cannot draw.
#[component]
pub(super) fn Sign(typed: Typed, problems: Problems) -> impl IntoView {
    let service = service(ThisCase::here());
    let words = Memo::new(move |_| typed.words(&service));
    let cleared = RwSignal::new(false);
    let clear = move || {
        typed.drawn.set(Strokes::default());
        typed.name.set(String::new());
    };
    // Nobody has signed what was changed after they signed.
    Effect::new(move |before: Option<String>| {
        let now = words.get();
        let is_signed =
            untrack(|| typed.drawn.with(|drawn| !drawn.is_empty()) || typed.name.with(|name| !name.is_empty()));
        if is_signed && before.is_some_and(|before| before != now) {
            clear();
            cleared.set(true);
        }
        now
    });
    let on_point = move |point: Point| {
        cleared.set(false);
        typed.drawn.update(|drawn| match point.begins {
            true => drawn.begin(point.across, point.down),
            false => drawn.go_on(point.across, point.down),
        });
    };
    let path = Memo::new(move |_| typed.drawn.with(Strokes::path));
    view! {
        <section class="stack" aria-label="The signature">
            <p>"Hand over the device, and read this together:"</p>
            <Inset><p>{words}</p></Inset>
            <p role="status">{move || cleared.get().then_some("The words were changed, so the signature was taken away. Let them read and sign again.")}</p>
            <SignaturePad
                legend="Sign here"
                hint="With a finger, a pen or the mouse"
                path
                size=SIZE
                on_point
                id=SIGN
                error=problems.of(SIGN)
            />
            <Button label="Clear the signature" on_press=clear look=ButtonLook::Quiet />
            <TextInput label="Or type their full name (optional)" hint="For those who cannot draw it" value=typed.name width=Width::Long />
        </section>
    }
}

/// What was signed, and how.
#[component]
pub(super) fn Signed(signature: Signature) -> impl IntoView {
    let Signature { words, drawn, typed } = signature;
    let path = drawn.path();
    view! {
        <Disclosure label="What was signed">
            <Inset><p dir="auto">{words}</p></Inset>
            {(!path.is_empty()).then(|| view! { <div class="signature"><Drawn path=Signal::stored(path) size=SIZE /></div> })}
            {(!typed.is_empty()).then(|| view! { <p>"Signed by typing the name: " <bdi dir="auto">{typed}</bdi></p> })}
        </Disclosure>
    }
}
