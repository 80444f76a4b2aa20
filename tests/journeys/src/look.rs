//! How the page looks on another device, or to somebody who sees differently.

use serde_json::{Value, json};

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
    /// In Firefox when its window cannot become so narrow.
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
    /// In Firefox, which has no word for it.
    pub async fn look(&self, look: Look) -> Outcome {
        if self.kind() == Kind::Firefox {
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
    /// In Firefox, which has no word for it.
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

    /// A command of Chromium's own protocol.
    ///
    /// # Errors
    /// In Firefox, or when Chromium refuses.
    pub async fn command(&self, name: &str, words: Value) -> Result<Value, Fault> {
        if self.kind() == Kind::Firefox {
            return Err(Fault::Unsupported("take commands of Chromium"));
        }
        Ok(self.driver()?.cdp().send_raw(name, words).await?)
    }
}
