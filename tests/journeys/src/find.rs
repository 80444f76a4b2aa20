//! Finding things as people do: by what they are and what they are called.
//!
//! The names are those the browser itself computes for a screen reader, so a journey that finds a button proves that it has a name.

use std::{fmt, time::Instant};

use serde_json::json;
use thirtyfour::{
    ElementId, Key, SessionId, WebElement, common::command::FormatRequestData, error::WebDriverErrorInner,
};
use tokio::time::{Duration, sleep};

use crate::{
    browser::{Browser, PATIENCE},
    fault::{Fault, Outcome},
};

/// What a thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of WAI-ARIA")]
pub enum Role {
    Alert,
    Button,
    Checkbox,
    /// A radio button or a box to tick.
    Choice,
    Combobox,
    Dialog,
    /// A place to hand over a file.
    File,
    Group,
    Heading,
    /// A picture.
    Image,
    Link,
    ListItem,
    Navigation,
    /// A button or a link, where it makes no difference to a person.
    Press,
    Radio,
    Region,
    Row,
    Status,
    Table,
    /// Every place to write, passwords and dates among them.
    Textbox,
}

impl Role {
    fn selector(self) -> &'static str {
        match self {
            Self::Alert => "[role=alert]",
            Self::Button => "button, input[type=submit], input[type=button], input[type=reset], summary, [role=button]",
            Self::Checkbox => "input[type=checkbox], [role=checkbox]",
            Self::Choice => "input[type=radio], input[type=checkbox], [role=radio], [role=checkbox]",
            Self::Combobox => "select, [role=combobox]",
            Self::Dialog => "dialog[open], [role=dialog], [role=alertdialog]",
            Self::File => "input[type=file]",
            Self::Group => "fieldset, [role=group], [role=radiogroup]",
            Self::Heading => "h1, h2, h3, h4, h5, h6, [role=heading]",
            Self::Image => "img, [role=img]",
            Self::Link => "a[href], [role=link]",
            Self::ListItem => "li, [role=listitem]",
            Self::Navigation => "nav, [role=navigation]",
            Self::Press => {
                "a[href], button, input[type=submit], input[type=button], summary, [role=button], [role=link]"
            }
            Self::Radio => "input[type=radio], [role=radio]",
            Self::Region => "section[aria-label], section[aria-labelledby], [role=region]",
            Self::Row => "tr, [role=row]",
            Self::Status => "[role=status], output",
            Self::Table => "table, [role=table]",
            Self::Textbox => {
                "textarea, [role=textbox], [role=searchbox], input:not([type]), input[type=text], input[type=email], input[type=tel], \
                 input[type=url], input[type=search], input[type=password], input[type=number], input[type=date], input[type=time]"
            }
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&format!("{self:?}").to_lowercase())
    }
}

/// What the driver is asked about an element; the library has no words for it.
#[derive(Debug)]
enum Computed {
    Label(ElementId),
    Role(ElementId),
}

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> thirtyfour::RequestData {
        let (element, what) = match self {
            Self::Label(element) => (element, "computedlabel"),
            Self::Role(element) => (element, "computedrole"),
        };
        let address = format!("session/{session}/element/{element}/{what}");
        thirtyfour::RequestData::new(http::Method::GET, address)
    }
}

/// How long only those things are asked for their name about which it is written somewhere.
const HINTED: Duration = Duration::from_millis(400);

/// All that fits a selector, below an element if there is one, and is in sight; with a third word, only what that stands in or beside.
const IN_SIGHT: &str = "const [selector, outer, hint] = arguments;
    const seen = e => (e.checkVisibility({ visibilityProperty: true }) || e.type === 'file') && !e.closest('[inert], [aria-hidden=true]');
    const bare = text => text.replace(/\\s+/g, '').toLowerCase();
    const own = e => ['aria-label', 'title', 'placeholder', 'alt', 'value'].map(name => e.getAttribute(name) || '').join(' ');
    const named = e => (e.getAttribute('aria-labelledby') || '').split(' ').map(id => document.getElementById(id)?.textContent || '').join(' ');
    const about = e => [named(e), own(e), e.textContent, ...[...(e.labels || [])].map(label => label.textContent),
      ...[...e.querySelectorAll('[aria-label], [alt], [title]')].map(own)].join(' ');
    return [...(outer || document).querySelectorAll(selector)]
      .filter(e => seen(e) && (hint === null || bare(about(e)).includes(bare(hint))))";

impl Browser {
    /// The name that a screen reader says for an element.
    ///
    /// # Errors
    /// When the element is gone.
    pub async fn name_of(&self, element: &WebElement) -> Result<String, Fault> {
        let name: String = self
            .driver()?
            .cmd(Computed::Label(element.element_id()))
            .await?
            .value()?;
        Ok(name.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The role that a screen reader says for an element.
    ///
    /// # Errors
    /// When the element is gone.
    pub async fn role_of(&self, element: &WebElement) -> Result<String, Fault> {
        Ok(self
            .driver()?
            .cmd(Computed::Role(element.element_id()))
            .await?
            .value()?)
    }

    /// Role and name of what has the focus, such as `("button", "Continue")`.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn focused(&self) -> Result<(String, String), Fault> {
        let element = self.driver()?.active_element().await?;
        Ok((self.role_of(&element).await?, self.name_of(&element).await?))
    }

    /// All things of a role that are in sight, in the order of the page.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn all(&self, role: Role) -> Result<Vec<WebElement>, Fault> {
        self.inside(None, role).await
    }

    async fn inside(&self, outer: Option<&WebElement>, role: Role) -> Result<Vec<WebElement>, Fault> {
        self.hinted(outer, role, None).await
    }

    /// All things of a role in sight; with a hint only those about which that is written anywhere that a name can come from.
    async fn hinted(
        &self,
        outer: Option<&WebElement>,
        role: Role,
        hint: Option<&str>,
    ) -> Result<Vec<WebElement>, Fault> {
        let outer = outer.map(WebElement::to_json).transpose()?.unwrap_or_default();
        Ok(self
            .driver()?
            .execute(IN_SIGHT, vec![json!(role.selector()), outer, json!(hint)])
            .await?
            .elements()?)
    }

    /// The names of all things of a role that are in sight.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn names(&self, role: Role) -> Result<Vec<String>, Fault> {
        let mut names = Vec::new();
        for element in self.all(role).await? {
            names.push(self.name_of(&element).await?);
        }
        Ok(names)
    }

    /// The first thing of a role with exactly this name; waits for it.
    ///
    /// # Errors
    /// When there is none within [`PATIENCE`]; the fault lists what there is.
    pub async fn find(&self, role: Role, name: &str) -> Result<WebElement, Fault> {
        self.find_by(role, name, |there| there == name).await
    }

    /// The first thing of a role whose name contains this; waits for it.
    ///
    /// # Errors
    /// As [`Browser::find`].
    pub async fn find_containing(&self, role: Role, part: &str) -> Result<WebElement, Fault> {
        self.find_by(role, part, |there| there.contains(part)).await
    }

    /// The first thing of a role with exactly this name inside another, such as a "Yes" below its question; waits for it.
    ///
    /// # Errors
    /// As [`Browser::find`].
    pub async fn find_within(&self, outer: &WebElement, role: Role, name: &str) -> Result<WebElement, Fault> {
        self.search(Some(outer), role, name, |there| there == name).await
    }

    /// The first thing of a role inside another whose name contains this; waits for it.
    ///
    /// # Errors
    /// As [`Browser::find`].
    pub async fn find_within_containing(
        &self,
        outer: &WebElement,
        role: Role,
        part: &str,
    ) -> Result<WebElement, Fault> {
        self.search(Some(outer), role, part, |there| there.contains(part)).await
    }

    async fn find_by(&self, role: Role, name: &str, fits: impl Fn(&str) -> bool) -> Result<WebElement, Fault> {
        self.search(None, role, name, fits).await
    }

    async fn search(
        &self,
        outer: Option<&WebElement>,
        role: Role,
        name: &str,
        fits: impl Fn(&str) -> bool,
    ) -> Result<WebElement, Fault> {
        let start = Instant::now();
        loop {
            let mut there = Vec::new();
            // To ask the browser for every name on a page takes long, so what this is written about is asked first. A name that is made
            // otherwise, by a style for example, is found by asking for all of them.
            let hint = (start.elapsed() < HINTED).then_some(name);
            for element in self.hinted(outer, role, hint).await.unwrap_or_default() {
                // An element that went away while the page changed has no name any more.
                let Ok(label) = self.name_of(&element).await else {
                    continue;
                };
                if fits(&label) {
                    return Ok(element);
                }
                there.push(label);
            }
            if start.elapsed() > PATIENCE {
                return Err(Fault::NotFound {
                    role: role.to_string(),
                    name: name.to_owned(),
                    there,
                });
            }
            sleep(Duration::from_millis(40)).await;
        }
    }

    /// Whether a thing of this role and name is in sight now.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn has(&self, role: Role, name: &str) -> Result<bool, Fault> {
        Ok(self.names(role).await?.iter().any(|there| there == name))
    }

    /// Clicks a thing by role and name.
    ///
    /// # Errors
    /// When it is not there or cannot be clicked.
    pub async fn click(&self, role: Role, name: &str) -> Outcome {
        let element = self.find(role, name).await?;
        match self.click_on(&element).await {
            Err(fault) if fault.is_stale() => self.click_on(&self.find(role, name).await?).await,
            clicked => clicked,
        }
    }

    /// Clicks an element, or its label where the label lies above it.
    ///
    /// # Errors
    /// When it cannot be clicked.
    pub async fn click_on(&self, element: &WebElement) -> Outcome {
        let Err(fault) = element.click().await else {
            return Ok(());
        };
        if !matches!(fault.as_inner(), WebDriverErrorInner::ElementClickIntercepted(_)) {
            return Err(fault.into());
        }
        let script = "return arguments[0].labels ? arguments[0].labels[0] : null";
        let label = self.driver()?.execute(script, vec![element.to_json()?]).await?;
        match label.element() {
            Ok(label) => Ok(label.click().await?),
            Err(_) => Err(fault.into()),
        }
    }

    /// Chooses a radio button or ticks a box by its name; one that is chosen already stays so.
    ///
    /// # Errors
    /// When there is none, or it does not become chosen.
    pub async fn choose(&self, role: Role, name: &str) -> Outcome {
        let element = self.find(role, name).await?;
        if !element.is_selected().await? {
            self.click_on(&element).await?;
        }
        if element.is_selected().await? {
            Ok(())
        } else {
            Err(Fault::Unexpected(format!("{name:?} did not stay chosen")))
        }
    }

    /// Chooses an option of a drop-down list by the words people see.
    ///
    /// # Errors
    /// When there is no such list or option.
    pub async fn select(&self, name: &str, option: &str) -> Outcome {
        let list = self.find(Role::Combobox, name).await?;
        let script = "const [list, text] = arguments; const option = [...list.options].find(o => o.label.trim() === text); \
                      if (!option) return false; list.value = option.value; \
                      for (const kind of ['input', 'change']) list.dispatchEvent(new Event(kind, { bubbles: true })); return true";
        let chosen: bool = self.run(script, vec![list.to_json()?, json!(option)]).await?;
        if chosen {
            Ok(())
        } else {
            Err(Fault::Unexpected(format!("{name:?} has no option {option:?}")))
        }
    }

    /// Writes into a field in place of what stands there.
    ///
    /// # Errors
    /// When there is no such field or it cannot be written.
    pub async fn write(&self, name: &str, text: &str) -> Outcome {
        let field = self.find(Role::Textbox, name).await?;
        self.fill_in(&field, text).await
    }

    /// Writes into an element in place of what stands there: by keys, or pasted when it is long, has several lines or holds signs that no
    /// key makes.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn fill_in(&self, field: &WebElement, text: &str) -> Outcome {
        let typed = text.len() <= 200 && !text.chars().any(|c| c.is_control() || u32::from(c) > 0xFFFF);
        if typed {
            field.send_keys(Key::Control + "a").await?;
            if text.is_empty() {
                field.send_keys(Key::Delete).await?;
            } else {
                field.send_keys(text).await?;
            }
            return Ok(());
        }
        let script = "const [field, text] = arguments; field.focus(); \
                      const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set; set.call(field, text); \
                      for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }))";
        self.driver()?
            .execute(script, vec![field.to_json()?, json!(text)])
            .await?;
        Ok(())
    }

    /// Hands a file over to a place for files.
    ///
    /// # Errors
    /// When there is no such place.
    pub async fn hand_over(&self, name: &str, file: &std::path::Path) -> Outcome {
        // Firefox adds to the name what stands in the place: "Browse… No file selected."
        let place = self.find_by(Role::File, name, |there| there.starts_with(name)).await?;
        Ok(place.send_keys(file.to_string_lossy().as_ref()).await?)
    }
}
