//! How the page looks on another device, or to somebody who sees differently.

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::{
    browser::Browser,
    driver::Kind,
    fault::{Fault, Outcome},
};

/// The widths at which people look at pages: a telephone, a tablet, a desk.
pub const WIDTHS: [u32; 3] = [360, 768, 1280];

/// What the device says about its person; see the CSS media features of these names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Dark instead of light.
    pub dark: bool,
    /// A palette of few colours that the person chose.
    pub forced_colours: bool,
    /// More contrast.
    pub more_contrast: bool,
    /// No movement.
    pub still: bool,
    /// On paper.
    pub print: bool,
}

impl Browser {
    /// Sets the size of the page, in CSS pixels.
    ///
    /// # Errors
    /// When a window cannot become so narrow, as in Firefox.
    pub async fn size(&self, width: u32, height: u32) -> Outcome {
        if self.kind() == Kind::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.command("Emulation.setDeviceMetricsOverride", size).await?;
            return Ok(());
        }
        self.driver()?.set_window_rect(0, 0, width, height + 85).await?;
        let there: u32 = self.run("return innerWidth", Vec::new()).await?;
        if there == width {
            Ok(())
        } else {
            Err(Fault::Unsupported("make its window so narrow"))
        }
    }

    /// Gives the page its own size back, that of the window.
    pub(crate) async fn own_size(&self) -> Outcome {
        self.command("Emulation.clearDeviceMetricsOverride", json!({})).await?;
        Ok(())
    }

    /// Shows the page to a person with these needs.
    ///
    /// # Errors
    /// In all but Chromium, which alone has a word for it.
    pub async fn look(&self, look: Look) -> Outcome {
        if self.kind() != Kind::Chromium {
            return Err(Fault::Unsupported("change how it shows a page"));
        }
        let feature = |name: &str, value: &str| json!({ "name": name, "value": value });
        let features = [
            feature("prefers-color-scheme", if look.dark { "dark" } else { "light" }),
            feature("forced-colors", if look.forced_colours { "active" } else { "none" }),
            feature(
                "prefers-contrast",
                if look.more_contrast { "more" } else { "no-preference" },
            ),
            feature(
                "prefers-reduced-motion",
                if look.still { "reduce" } else { "no-preference" },
            ),
        ];
        let media = if look.print { "print" } else { "" };
        self.command(
            "Emulation.setEmulatedMedia",
            json!({ "media": media, "features": features }),
        )
        .await?;
        Ok(())
    }

    /// Slows the processor down by a factor, as an old phone would be; 1 is full speed.
    ///
    /// # Errors
    /// In all but Chromium, which alone has a word for it.
    pub async fn slow_down(&self, factor: u32) -> Outcome {
        self.command("Emulation.setCPUThrottlingRate", json!({ "rate": factor }))
            .await?;
        Ok(())
    }

    /// The whole page as PNG, however long, as Chromium alone can make it.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn whole_page(&self, width: u32) -> Result<Vec<u8>, Fault> {
        self.size(width, 900).await?;
        let height: u32 = self
            .run("return Math.ceil(document.documentElement.scrollHeight)", Vec::new())
            .await?;
        self.size(width, height.clamp(900, 12_000)).await?;
        let picture = self.driver()?.screenshot_as_png().await?;
        self.size(width, 900).await?;
        Ok(picture)
    }

    /// A piece of the page as a small WebP, for a guide: as wide as a tablet, from just above an element, or from the top, so many pixels
    /// down.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn cut_out(&self, from: Option<&WebElement>, height: u32) -> Result<Vec<u8>, Fault> {
        const WIDTH: u32 = 720;
        self.size(WIDTH, 900).await?;
        // Nothing lights up under a pointer that was left where it pressed last.
        self.command(
            "Input.dispatchMouseEvent",
            json!({ "type": "mouseMoved", "x": 0, "y": 0 }),
        )
        .await?;
        let script = "const from = arguments[0]; const top = from ? from.getBoundingClientRect().top + scrollY - 20 : 0; \
                      return [Math.max(0, top), document.documentElement.scrollHeight]";
        let place = from.map(WebElement::to_json).transpose()?.unwrap_or_default();
        let [top, bottom]: [f64; 2] = self.run(script, vec![place]).await?;
        let clip = json!({
            "x": 0, "y": top, "width": WIDTH, "height": f64::from(height).min(bottom - top), "scale": 1,
        });
        let asked = json!({ "format": "webp", "quality": 80, "captureBeyondViewport": true, "clip": clip });
        let answer = self.command("Page.captureScreenshot", asked).await?;
        self.own_size().await?;
        let picture = answer["data"].as_str().unwrap_or_default();
        BASE64
            .decode(picture)
            .map_err(|fault| Fault::Unexpected(format!("Chromium's picture is no base64: {fault}")))
    }

    /// A command of Chromium's own protocol.
    ///
    /// # Errors
    /// In all but Chromium, or when Chromium refuses.
    pub async fn command(&self, name: &str, words: Value) -> Result<Value, Fault> {
        if self.kind() != Kind::Chromium {
            return Err(Fault::Unsupported("take commands of Chromium"));
        }
        Ok(self.driver()?.cdp().send_raw(name, words).await?)
    }
}
