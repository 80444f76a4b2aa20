//! The public page.

fn main() {
    wasm_bindgen_futures::spawn_local(evenhand::public::start());
}
