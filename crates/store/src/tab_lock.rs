//! One writing tab: a lock between the tabs of one browser.
//!
//! Two tabs that wrote to one log would fork it. So a tab writes only while it holds the lock of its store; the others may read, or
//! wait. The browser gives the lock back when a tab closes, crashes or reloads: it cannot be left behind.

#[cfg(target_arch = "wasm32")]
use browser::Held;

/// The lock, held until this value is dropped or the page goes.
#[derive(Debug)]
#[must_use = "the lock is given back as soon as this is dropped"]
pub struct TabLock {
    #[cfg(target_arch = "wasm32")]
    _held: Held,
}

impl TabLock {
    /// Whether this browser has such locks. Every current one has, where the page was served securely. Without them nobody ever gets
    /// one: better not to write than to write twice. Outside of a browser there are no tabs and it is always `true`.
    #[must_use]
    pub fn is_supported() -> bool {
        #[cfg(target_arch = "wasm32")]
        return browser::is_supported();
        #[cfg(not(target_arch = "wasm32"))]
        true
    }

    /// Takes the lock of this name if no other tab holds it; `None` when one does, or the browser has no locks. The name is shared by
    /// all pages of the origin. Outside of a browser there is no other tab and the lock is always had.
    #[cfg(target_arch = "wasm32")]
    pub async fn try_take(name: &str) -> Option<Self> {
        browser::request(name, true).await.map(|held| Self { _held: held })
    }

    /// Takes the lock of this name if no other tab holds it; `None` when one does, or the browser has no locks. The name is shared by
    /// all pages of the origin. Outside of a browser there is no other tab and the lock is always had.
    #[cfg(not(target_arch = "wasm32"))]
    pub async fn try_take(_name: &str) -> Option<Self> {
        Some(Self {})
    }

    /// Waits until the other tab lets go, and takes the lock then. `None` only when the browser has no locks or refuses this one.
    /// Dropping the future is to stop waiting. What the other tab wrote in the meantime must be read afresh.
    #[cfg(target_arch = "wasm32")]
    pub async fn wait(name: &str) -> Option<Self> {
        browser::request(name, false).await.map(|held| Self { _held: held })
    }

    /// Waits until the other tab lets go, and takes the lock then. `None` only when the browser has no locks or refuses this one.
    /// Dropping the future is to stop waiting. What the other tab wrote in the meantime must be read afresh.
    #[cfg(not(target_arch = "wasm32"))]
    pub async fn wait(_name: &str) -> Option<Self> {
        Some(Self {})
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::{Function, Object, Promise, Reflect};
    use wasm_bindgen::{JsValue, closure::Closure, prelude::wasm_bindgen};
    use wasm_bindgen_futures::{JsFuture, spawn_local};

    use crate::answer::answer;

    #[wasm_bindgen]
    extern "C" {
        // Bound by hand, since the bindings hide locks behind an unstable flag.
        type LockManager;

        #[wasm_bindgen(method, catch)]
        fn request(this: &LockManager, name: &str, options: &Object, granted: &JsValue) -> Result<Promise, JsValue>;

        #[wasm_bindgen(thread_local_v2, js_namespace = navigator, js_name = locks)]
        static LOCKS: Option<LockManager>;
    }

    /// A granted lock. The browser holds it as long as a certain promise is open; dropping this settles that promise.
    #[derive(Debug)]
    pub(super) struct Held {
        let_go: Function,
    }

    impl Drop for Held {
        fn drop(&mut self) {
            // A resolver does not throw, and on the way out nobody could act on it if it did.
            let _ = self.let_go.call0(&JsValue::UNDEFINED);
        }
    }

    pub(super) fn is_supported() -> bool {
        LOCKS.with(Option::is_some)
    }

    pub(super) async fn request(name: &str, only_if_free: bool) -> Option<Held> {
        let (giver, answer) = answer();

        let granted = {
            let giver = giver.clone();
            Closure::once_into_js(move |lock: JsValue| -> JsValue {
                if lock.is_null() {
                    giver.give(None);
                    return JsValue::UNDEFINED;
                }
                let mut let_go = None;
                let open = Promise::new(&mut |resolve, _| let_go = Some(resolve));
                // When nobody awaits the answer any more it is dropped at once, which settles the promise, so the lock goes on to the
                // next tab.
                giver.give(let_go.map(|let_go| Held { let_go }));
                open.into()
            })
        };

        let options = Object::new();
        Reflect::set(&options, &"ifAvailable".into(), &only_if_free.into()).ok()?;
        let ended = LOCKS.with(|locks| locks.as_ref()?.request(name, &options, &granted).ok())?;

        // The promise of the whole request tells of a refusal that never reached the callback. Without this the answer would never come.
        spawn_local(async move {
            if JsFuture::from(ended).await.is_err() {
                giver.give(None);
            }
        });
        answer.await
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::TabLock;

    #[test]
    fn without_tabs_the_lock_is_always_had() {
        let first = pollster::block_on(TabLock::try_take("store"));
        let second = pollster::block_on(TabLock::wait("store"));
        assert!(TabLock::is_supported() && first.is_some() && second.is_some());
    }
}
