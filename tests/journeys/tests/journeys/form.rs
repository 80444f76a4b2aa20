//! The public form, question by question, as a person answers it.

use journeys::{Browser, Fault, Outcome, Role};
use serde_json::{Value, json};

/// A service key that was published as a test vector; nobody answers to it.
const PUBLISHED_KEY: &str = include_str!("../../../vectors/v1/inbox-public.txt");
const SERVICE: &str = include_str!("../../../../public/service.json");

/// What a person answers. Texts are the words on the page; an empty one is passed over.
#[derive(Debug, Clone)]
pub(super) struct Form {
    /// The area of the service that is asked.
    pub(super) area: &'static str,
    pub(super) who: &'static str,
    pub(super) carer: bool,
    pub(super) device: &'static str,
    pub(super) topics: Vec<String>,
    pub(super) topic_else: String,
    pub(super) story: String,
    pub(super) want: String,
    /// Day, month and year as typed, and what happens then.
    pub(super) date: Option<([String; 3], String)>,
    pub(super) child: String,
    pub(super) age: String,
    pub(super) school: School,
    pub(super) postcode: String,
    /// The choice, and who it is.
    pub(super) knows: (&'static str, String),
    pub(super) name: String,
    /// The way, the field below it, and what is written there.
    pub(super) contact: (&'static str, &'static str, String),
    pub(super) safe_message: bool,
    pub(super) times: String,
    pub(super) needs: Vec<String>,
    pub(super) interpreter: String,
    pub(super) needs_else: String,
    pub(super) keep_record: bool,
}

/// What a person answers to the question of the school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum School {
    Named(String),
    NotSaid,
}

impl Form {
    /// A parent who answers everything.
    pub(super) fn parent() -> Self {
        Self {
            area: "Calder Vale",
            who: "A parent or carer",
            carer: false,
            device: "Mine",
            topics: vec!["I am not sure".to_owned()],
            topic_else: String::new(),
            story: "The council said no to an assessment.\nI do not know what to do first.".to_owned(),
            want: "Tell me what order to do it in".to_owned(),
            date: Some((
                ["15", "Jan", "2027"].map(str::to_owned),
                "Last day to ask for mediation".to_owned(),
            )),
            child: "Jayden".to_owned(),
            age: "8".to_owned(),
            school: School::Named("Hollin Beck Primary School".to_owned()),
            postcode: "ZZ1 2AB".to_owned(),
            knows: ("No", String::new()),
            name: "Kelly-Anne Braithwaite".to_owned(),
            contact: ("Text", "Your mobile number", "07700 900611".to_owned()),
            safe_message: true,
            times: "After 7".to_owned(),
            needs: vec!["Large print".to_owned()],
            interpreter: String::new(),
            needs_else: String::new(),
            keep_record: true,
        }
    }

    /// What must never stand in an address, a title or anything that is kept.
    fn secrets(&self) -> Vec<&str> {
        [
            &self.story,
            &self.want,
            &self.child,
            &self.name,
            &self.contact.2,
            &self.times,
            &self.knows.1,
        ]
        .into_iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect()
    }

    fn is_own(&self) -> bool {
        self.who == "A young person aged 16 to 25" || self.is_child()
    }

    fn is_child(&self) -> bool {
        self.who == "A child under 16"
    }
}

/// The sample service's `service.json` with a key to seal to.
pub(super) fn service_with_a_key() -> Value {
    service_with(PUBLISHED_KEY.trim())
}

/// The sample service's `service.json` with this key to seal to.
pub(super) fn service_with(key: &str) -> Value {
    let mut service: Value = serde_json::from_str(SERVICE).unwrap();
    service["inbox"] = json!({ "key": key, "email": null, "opened_by": "The manager" });
    service
}

/// A person at the form. Unless they pass quickly, axe looks at every page and nothing may be kept anywhere.
pub(super) struct Asking<'a> {
    pub(super) browser: &'a Browser,
    pub(super) form: &'a Form,
}

impl Asking<'_> {
    /// From the first page to the answers read back.
    pub(super) async fn to_the_answers(&self) -> Outcome {
        let Self { browser, form } = self;
        self.arrive("Help with special educational needs and disabilities")
            .await?;
        browser.press_containing("Ask us for help").await?;
        self.arrive("Before you start").await?;
        browser.press("Start").await?;
        self.arrive("You can leave this page fast").await?;
        browser.press("Continue").await?;
        self.one("Whose phone or computer is this?", form.device).await?;
        self.arrive("Who are you?").await?;
        browser.answer("Who are you?", form.who).await?;
        if form.carer {
            browser
                .choose(Role::Checkbox, "I am a carer, like a grandparent or a foster carer")
                .await?;
        }
        self.on().await?;
        self.the_need().await?;
        self.the_child().await?;
        self.fairness_and_contact().await
    }

    /// Locks the answers and copies the locked text, as "Copy it as a message" does.
    pub(super) async fn lock_and_copy(&self) -> Result<String, Fault> {
        let browser = self.browser;
        self.lock().await?;
        browser
            .answer("Which way is best for you?", "Copy it as a message")
            .await?;
        browser.remember_what_is_copied().await?;
        browser.press("Copy the locked message").await?;
        browser.copied().await
    }

    /// Locks the answers and arrives where they are not sent yet.
    pub(super) async fn lock(&self) -> Outcome {
        self.browser.press("Lock my answers").await?;
        self.arrive("Your answers are not sent yet").await
    }

    async fn the_need(&self) -> Outcome {
        let Self { browser, form } = self;
        if form.who == "A young person aged 16 to 25" {
            self.arrive("Will you tell my parents?").await?;
            self.on().await?;
        }
        if !form.is_child() {
            let school = if form.is_own() {
                "your school or college"
            } else {
                "the school"
            };
            self.one(&format!("Do you live in {}, or is {school} there?", form.area), "Yes")
                .await?;
        }
        self.arrive("What do you want help with?").await?;
        for topic in &form.topics {
            browser.answer("What do you want help with?", topic).await?;
        }
        self.write("Tell us what, in your own words (optional)", &form.topic_else)
            .await?;
        self.on().await?;
        if form.is_child() {
            self.arrive("Tell us what is happening").await?;
            self.write("What is happening? (optional)", &form.story).await?;
            self.write("What would you like to happen? (optional)", &form.want)
                .await?;
            return self.on().await;
        }
        self.line("Tell us a bit more (optional)", &form.story).await?;
        self.line("What would you like to happen? (optional)", &form.want)
            .await?;
        let question = "Is there a date we need to know about?";
        self.arrive(question).await?;
        match &form.date {
            None => browser.answer(question, "No").await?,
            Some(([day, month, year], what)) => {
                browser.answer(question, "Yes").await?;
                browser.write_below("When is it?", "Day", day).await?;
                browser.write_below("When is it?", "Month", month).await?;
                browser.write_below("When is it?", "Year", year).await?;
                self.write("What happens then? (optional)", what).await?;
            }
        }
        self.on().await
    }

    async fn the_child(&self) -> Outcome {
        let Self { browser, form } = self;
        let called = if form.is_own() {
            "What should we call you?"
        } else {
            "What is the child's first name?"
        };
        self.arrive(called).await?;
        self.write_or_keep("First name or nickname", &form.child).await?;
        if !form.is_child() {
            self.on().await?;
            self.arrive(if form.is_own() {
                "How old are you?"
            } else {
                "How old are they?"
            })
            .await?;
        }
        let age = if form.is_own() {
            "Your age in years"
        } else {
            "Their age in years"
        };
        self.write_or_keep(age, &form.age).await?;
        self.on().await?;
        let question = if form.is_own() {
            "Which school, nursery or college do you go to?"
        } else {
            "Which school, nursery or college?"
        };
        self.arrive(question).await?;
        match &form.school {
            School::Named(name) => {
                browser.answer(question, "A school, nursery or college").await?;
                let field = browser.find(Role::Combobox, "Its name").await?;
                browser.fill_in(&field, name).await?;
            }
            School::NotSaid => browser.answer(question, "I would rather not say").await?,
        }
        self.on().await
    }

    async fn fairness_and_contact(&self) -> Outcome {
        let Self { browser, form } = self;
        self.line("What is your postcode? (optional)", &form.postcode).await?;
        let question = "Do you know anyone who works or volunteers here?";
        self.arrive(question).await?;
        browser.answer(question, form.knows.0).await?;
        self.write("Who, and how do you know them? (optional)", &form.knows.1)
            .await?;
        self.on().await?;
        if !form.is_child() {
            self.arrive("What is your name?").await?;
            self.write_or_keep("Full name", &form.name).await?;
            self.on().await?;
        }
        let question = "How should we contact you?";
        self.arrive(question).await?;
        let (way, field, value) = &form.contact;
        browser.answer(question, way).await?;
        browser.write(field, value).await?;
        let safe = if form.safe_message { "Yes" } else { "No" };
        browser.answer("Is it safe to leave a message?", safe).await?;
        self.write("Good times to reach you (optional)", &form.times).await?;
        self.on().await?;
        let question = "What would help you talk with us? (optional)";
        self.arrive(question).await?;
        for need in &form.needs {
            browser.answer(question, need).await?;
        }
        self.write("Which language do you speak?", &form.interpreter).await?;
        self.write("Tell us what (optional)", &form.needs_else).await?;
        self.on().await?;
        let keep = if form.keep_record {
            "Yes, keep a record"
        } else {
            "No, do not keep a record"
        };
        self.one("Can we keep your details?", keep).await?;
        self.arrive("Check your answers before you lock them").await
    }

    async fn one(&self, question: &str, choice: &str) -> Outcome {
        self.arrive(question).await?;
        self.browser.answer(question, choice).await?;
        self.on().await
    }

    async fn line(&self, question: &str, text: &str) -> Outcome {
        self.arrive(question).await?;
        self.write(question, text).await?;
        self.on().await
    }

    async fn write(&self, field: &str, text: &str) -> Outcome {
        if text.is_empty() {
            Ok(())
        } else {
            self.browser.write(field, text).await
        }
    }

    async fn write_or_keep(&self, field: &str, text: &str) -> Outcome {
        if text.is_empty() {
            self.browser.choose(Role::Checkbox, "I would rather not say").await
        } else {
            self.browser.write(field, text).await
        }
    }

    async fn on(&self) -> Outcome {
        self.browser.press("Continue").await
    }

    async fn arrive(&self, heading: &str) -> Outcome {
        self.browser.arrive(heading).await?;
        if self.browser.is_looking_closely() {
            self.nothing_is_told_or_kept().await?;
        }
        Ok(())
    }

    /// Nothing of the answers stands in the address or the title, and the browser keeps nothing at all.
    pub(super) async fn nothing_is_told_or_kept(&self) -> Outcome {
        let (title, address) = (self.browser.title().await?, self.browser.address().await?);
        for secret in self.form.secrets() {
            assert!(!title.contains(secret), "the title {title:?} tells {secret:?}");
            assert!(!address.contains(secret), "the address {address:?} tells {secret:?}");
        }
        let kept = self.browser.storage().await?;
        let nothing = json!({ "local": {}, "session": {}, "cookies": "", "databases": [], "caches": [] });
        assert_eq!(kept, nothing, "the page keeps something at {address}");
        Ok(())
    }
}
