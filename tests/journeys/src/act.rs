//! What people do on a page, in their own words.

use std::{
    env, fs,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
};

use thirtyfour::WebElement;

use crate::{
    axe,
    browser::Browser,
    driver::Kind,
    fault::{Fault, Outcome},
    find::Role,
    look::WIDTHS,
};

impl Browser {
    /// Presses the button, or follows the link, of this name.
    ///
    /// # Errors
    /// When there is neither, or it cannot be pressed.
    pub async fn press(&self, name: &str) -> Outcome {
        self.click(Role::Press, name).await
    }

    /// Presses the first button or link whose name contains this.
    ///
    /// # Errors
    /// As [`Browser::press`].
    pub async fn press_containing(&self, part: &str) -> Outcome {
        let element = self.find_containing(Role::Press, part).await?;
        match self.click_on(&element).await {
            Err(fault) if fault.is_stale() => self.click_on(&self.find_containing(Role::Press, part).await?).await,
            clicked => clicked,
        }
    }

    /// Waits until the page shows a text.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn see(&self, text: &str) -> Outcome {
        self.wait_for_text(text).await
    }

    /// Waits until the page shows a text, anywhere.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn wait_for_text(&self, text: &str) -> Outcome {
        let script = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        self.wait_with(&format!("the text {text:?}"), script, vec![text.into()])
            .await
    }

    /// Waits until the page's main heading is this text.
    ///
    /// # Errors
    /// When it is not in time.
    pub async fn wait_for_heading(&self, text: &str) -> Outcome {
        let script = "return [...document.querySelectorAll('h1')].some(h => h.checkVisibility() \
                      && h.textContent.replace(/\\s+/g, ' ').trim() === arguments[0])";
        let what = format!("the heading {text:?}");
        self.wait_with(&what, script, vec![text.into()]).await?;
        match self.settle().await {
            // Locking shows the heading and loads the page anew below it.
            Err(fault) if fault.is_left() => {
                self.wait_with(&what, script, vec![text.into()]).await?;
                self.settle().await
            }
            settled => settled,
        }
    }

    /// With a heading comes the focus, in the next frame: a key that is pressed before would go astray. A page behind another has no
    /// frames, and is waited for no longer than a person would.
    async fn settle(&self) -> Outcome {
        let script = "const done = arguments[0]; setTimeout(done, 400); requestAnimationFrame(() => requestAnimationFrame(() => done()))";
        self.driver()?.execute_async(script, Vec::new()).await?;
        Ok(())
    }

    /// Makes sure that the page does not show a text now.
    ///
    /// # Errors
    /// When it does.
    pub async fn miss(&self, text: &str) -> Outcome {
        if self.shows(text).await? {
            return Err(Fault::Unexpected(format!(
                "the page shows {text:?}, which it must not:\n{}",
                self.text().await?
            )));
        }
        Ok(())
    }

    /// Chooses an answer, or ticks a box, below a question.
    ///
    /// # Errors
    /// When there is no such question or answer, or it does not stay chosen.
    pub async fn answer(&self, question: &str, choice: &str) -> Outcome {
        let group = self.find(Role::Group, question).await?;
        let element = self.find_within(&group, Role::Choice, choice).await?;
        self.choose_it(&element, choice).await
    }

    /// Chooses the first answer below a question whose name contains this, such as a worker with their role behind the name.
    ///
    /// # Errors
    /// As [`Browser::answer`].
    pub async fn answer_containing(&self, question: &str, part: &str) -> Outcome {
        let group = self.find(Role::Group, question).await?;
        let element = self.find_within_containing(&group, Role::Choice, part).await?;
        self.choose_it(&element, part).await
    }

    async fn choose_it(&self, element: &WebElement, choice: &str) -> Outcome {
        // What appears above may move it from under the pointer. A person sees that, and presses once more.
        for _ in 0..2 {
            if !element.is_selected().await? {
                self.click_on(element).await?;
            }
        }
        if element.is_selected().await? {
            Ok(())
        } else {
            Err(Fault::Unexpected(format!("{choice:?} did not stay chosen")))
        }
    }

    /// Writes into a field below a question, such as "Day" below "When is it?".
    ///
    /// # Errors
    /// When there is no such question or field.
    pub async fn write_below(&self, question: &str, field: &str, text: &str) -> Outcome {
        let group = self.find(Role::Group, question).await?;
        let field = self.find_within(&group, Role::Textbox, field).await?;
        self.fill_in(&field, text).await
    }

    /// Arrives at the page with this main heading and judges it, unless this is passed quickly.
    ///
    /// # Errors
    /// When the page does not come, or axe finds a fault in it.
    pub async fn arrive(&self, heading: &str) -> Outcome {
        self.wait_for_heading(heading).await?;
        self.judge(heading).await
    }

    /// Judges the page as it stands, unless this is passed quickly; `state` names it in the fault. Chromium judges for all browsers:
    /// what axe reads is the same page in each. With `EVENHAND_PICTURES` set to a
    /// folder, pictures of it go there too.
    ///
    /// # Errors
    /// When axe finds a fault.
    pub async fn judge(&self, state: &str) -> Outcome {
        if !self.is_looking_closely() || self.kind() != Kind::Chromium {
            return Ok(());
        }
        if let Some(folder) = env::var_os("EVENHAND_PICTURES") {
            self.picture(Path::new(&folder), state).await?;
        }
        axe::check(self, state).await
    }

    /// Pictures of the whole page as it stands, at each width, for a person to look at.
    async fn picture(&self, folder: &Path, state: &str) -> Outcome {
        static TAKEN: AtomicUsize = AtomicUsize::new(0);
        let number = TAKEN.fetch_add(1, Ordering::Relaxed);
        let name: String = state
            .chars()
            .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' })
            .collect();
        fs::create_dir_all(folder).map_err(Fault::file(folder))?;
        for width in WIDTHS {
            let file = folder.join(format!("{number:03}-{name}-{width}.png"));
            fs::write(&file, self.whole_page(width).await?).map_err(Fault::file(&file))?;
        }
        self.own_size().await
    }

    /// What stands in a field now.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn written(&self, field: &str) -> Result<String, Fault> {
        let field = self.find(Role::Textbox, field).await?;
        Ok(field.prop("value").await?.unwrap_or_default())
    }

    /// Waits until a field holds a text that contains this.
    ///
    /// # Errors
    /// When there is no such field, or it does not hold it in time.
    pub async fn wait_until_written(&self, field: &str, part: &str) -> Outcome {
        let place = self.find(Role::Textbox, field).await?.to_json()?;
        let script = "return arguments[0].value.includes(arguments[1])";
        self.wait_with(&format!("{part:?} in {field:?}"), script, vec![place, part.into()])
            .await
    }

    /// From now on, what the page puts on the clipboard can be asked for with [`Browser::copied`]; it is copied all the same.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn remember_what_is_copied(&self) -> Outcome {
        let script = "const board = navigator.clipboard, write = board.writeText.bind(board); window.copied = null; \
                      board.writeText = text => { window.copied = text; return write(text); }; return true";
        self.run::<bool>(script, Vec::new()).await.map(drop)
    }

    /// What the page put on the clipboard last.
    ///
    /// # Errors
    /// When it put nothing there in time.
    pub async fn copied(&self) -> Result<String, Fault> {
        self.wait_until("copying", "return typeof window.copied === 'string'")
            .await?;
        self.run("return window.copied", Vec::new()).await
    }
}
