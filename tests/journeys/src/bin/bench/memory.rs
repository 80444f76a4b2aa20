//! How much memory the page holds, as Chromium and the system see it.

use std::{fs, path::Path};

use journeys::{Browser, Fault};
use serde_json::json;

const MIB: f64 = 1024.0 * 1024.0;

/// The page's own memory, in MiB: that of its wasm, which never shrinks, and its JavaScript after a collection.
pub(crate) async fn of_page(browser: &Browser) -> Result<f64, Fault> {
    browser.command("HeapProfiler.collectGarbage", json!({})).await?;
    let heap = browser.command("Runtime.getHeapUsage", json!({})).await?;
    let asked = json!({ "expression": "WebAssembly.Memory.prototype" });
    let prototype = browser.command("Runtime.evaluate", asked).await?;
    let asked = json!({ "prototypeObjectId": prototype["result"]["objectId"] });
    let memories = browser.command("Runtime.queryObjects", asked).await?;
    let asked = json!({
        "objectId": memories["objects"]["objectId"], "returnByValue": true,
        "functionDeclaration": "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }",
    });
    let wasm = browser.command("Runtime.callFunctionOn", asked).await?;
    let unknown = || Fault::Unexpected(format!("Chromium does not tell its memory: {heap} {wasm}"));
    let heap = heap["usedSize"].as_f64().ok_or_else(unknown)?;
    let wasm = wasm["result"]["value"]
        .as_f64()
        .filter(|bytes| *bytes > 0.0)
        .ok_or_else(unknown)?;
    Ok((heap + wasm) / MIB)
}

/// What the largest of the browser's processes that show pages holds, in MiB: its proportional share of what lies in memory.
pub(crate) fn of_process(browser: &Browser) -> Result<f64, Fault> {
    let profile = browser.profile()?.to_string_lossy().into_owned();
    let processes = fs::read_dir("/proc").map_err(|reason| Fault::Unexpected(reason.to_string()))?;
    let shares = processes
        .flatten()
        .filter_map(|process| share(&process.path(), &profile));
    shares
        .max_by(f64::total_cmp)
        .ok_or_else(|| Fault::Unexpected("no process of the browser is to be seen".to_owned()))
}

fn share(process: &Path, profile: &str) -> Option<f64> {
    let line = fs::read(process.join("cmdline")).ok()?;
    let line = String::from_utf8_lossy(&line).into_owned();
    if !line.contains("--type=renderer") || !line.contains(profile) {
        return None;
    }
    let rollup = fs::read_to_string(process.join("smaps_rollup")).ok()?;
    let kilobytes = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let kilobytes: f64 = kilobytes.trim().trim_end_matches(" kB").trim().parse().ok()?;
    Some(kilobytes / 1024.0)
}
