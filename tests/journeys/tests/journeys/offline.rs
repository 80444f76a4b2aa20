//! The service worker: one release, whole, and nothing else.

use journeys::{Browser, Outcome, Setting, journey, journey_with};
use serde_json::json;

/// Waits until the page's release is installed; the next load is answered from it.
pub(super) async fn installed(browser: &Browser) -> Outcome {
    browser
        .driver()?
        .execute_async(
            "const done = arguments[arguments.length - 1]; \
             (async () => { for (let i = 0; i < 200; i += 1) { \
               const all = await navigator.serviceWorker.getRegistrations(); \
               if (all.some(r => r.active && location.href.startsWith(r.scope) && (r.scope.endsWith('workspace') === (document.body.dataset.page === 'workspace')))) return true; \
               await new Promise(go => setTimeout(go, 50)); } return false; })().then(done, () => done(false))",
            vec![],
        )
        .await?;
    Ok(())
}

#[test]
fn each_page_works_without_a_network_once_it_was_loaded() {
    journey("offline", async |stage| {
        for page in ["index.html", "workspace.html"] {
            stage.browser.open(page).await?;
            installed(&stage.browser).await?;
            // The workspace's first release is no new version, though the public page's worker was here before it.
            stage.browser.miss("A new version is ready").await?;
            stage.site.go_offline()?;
            stage.browser.open(page).await?;
            stage.site.come_back()?;
        }
        Ok(())
    });
}

#[test]
fn the_public_page_keeps_nothing_of_the_workspace() {
    journey("offline-public", async |stage| {
        stage.browser.open("index.html").await?;
        installed(&stage.browser).await?;
        let kept = "const done = arguments[arguments.length - 1]; (async () => { const all = []; for (const name of await caches.keys()) \
                    for (const r of await (await caches.open(name)).keys()) all.push(r.url); return all; })().then(done)";
        let kept: Vec<String> = stage.browser.driver()?.execute_async(kept, vec![]).await?.convert()?;
        assert!(kept.iter().any(|address| address.ends_with("index.html")), "{kept:?}");
        assert!(!kept.iter().any(|address| address.contains("workspace")), "{kept:?}");
        Ok(())
    });
}

#[test]
fn a_release_that_was_tampered_with_is_not_installed() {
    journey_with(
        "offline-tampered",
        &Setting::new().with_service(&json!({})),
        async |stage| {
            stage.site.replace("manifest.webmanifest", b"{}")?;
            stage.browser.open("index.html").await?;
            tokio::time::sleep(std::time::Duration::from_secs(2)).await;
            let caches: Vec<String> = stage
                .browser
                .driver()?
                .execute_async("caches.keys().then(arguments[arguments.length - 1])", vec![])
                .await?
                .convert()?;
            assert!(
                !caches.iter().any(|name| name.starts_with("evenhand-public")),
                "{caches:?}"
            );
            Ok(())
        },
    );
}
