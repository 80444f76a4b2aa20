//! What the sample service publishes: its `service.json` with the inboxes' keys, and the forms that families lock with them.

use evenhand_domain::date::Day;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::referral::{
    Child, Contact, ContactBy, Device, Help, KeyDate, Knows, Needs, Person, Referral, SchoolAnswer, Sure, Topic,
    VERSION, Who,
};
use evenhand_domain::school::School;
use evenhand_domain::service::ServiceFile;
use evenhand_engine::form::{LockedAnswers, seal_referral};
use evenhand_engine::inbox::open::PublishedInbox;
use serde_json::{Value, json};

use crate::family::Sheet;
use crate::library::Library;
use crate::make::{SampleError, failed};
use crate::people::{BRONWEN, HAZEL, PEOPLE};

/// The name of the sample service: whatever bears it says what it is.
pub(crate) const SERVICE_NAME: &str = "Larkmere SENDIASS (sample)";

/// What the public page reads of the sample service.
pub(crate) fn service_file(
    library: &Library,
    profile: ProfileId,
    [first, second]: &[PublishedInbox; 2],
    today: Day,
) -> Result<Value, SampleError> {
    let inbox = |published: &PublishedInbox, who: usize| json!({ "key": published.key, "email": null, "opened_by": PEOPLE[who].name });
    let schools: Vec<Value> = library
        .places
        .schools
        .iter()
        .map(|school| json!({ "urn": school.urn, "name": school.name }))
        .collect();
    let file = json!({
        "format": 1,
        "name": SERVICE_NAME,
        "strapline": "An invented service, to be tried out",
        "what_we_do": "This service is invented. Fill the form in with something made up, and see what the service sees.",
        "accent": "moss",
        "logo": null,
        "profile": profile,
        "area": "Larkmere",
        "arrangement": "in_house",
        "funder": "Larkmere Council",
        "host": null,
        "contacts": {
            "phone": "01632 960700", "text": "07700 900700", "email": "help@larkmere.example.org",
            "address": ["Larkmere SENDIASS", "The Boathouse", "Weir Street", "Larkmere", "ZZ1 1AB"],
        },
        "hours": [{ "days": "Monday to Friday", "open": "9:30am to 4pm" }],
        "closed_until": null,
        "reply_working_days": 5,
        "retention": "We keep your record until the young person is 25. Then we delete it.",
        "languages": ["en"],
        "policy": { "last_review": today.plus_months(-3), "next_review": today.plus_months(9) },
        "chair": {
            "name": "Odile Farrant, Chair", "phone": "01632 960701", "email": "chair@larkmere.example.org",
            "address": ["The Chair", "PO Box 4", "Larkmere", "ZZ1 1AC"], "key": null,
        },
        "inbox": inbox(first, HAZEL),
        "second_inbox": inbox(second, BRONWEN),
        "schools": schools,
        "neighbours": [],
        "national": [],
    });
    parsed(&file)?;
    Ok(file)
}

/// The file as the public page would read it.
pub(crate) fn parsed(file: &Value) -> Result<ServiceFile, SampleError> {
    ServiceFile::parse(&file.to_string()).map_err(failed("publish"))
}

/// A form as a family sends it: locked for the inbox it goes to.
pub(crate) fn locked_form(
    library: &Library,
    service: &ServiceFile,
    sheet: &Sheet,
    on: Day,
    story: &str,
) -> Result<LockedAnswers, SampleError> {
    let matter = &library.matters[sheet.matter];
    let school = library.school(&sheet.school).map(|school| School {
        urn: Some(school.urn.clone()),
        name: school.name.clone(),
        ..School::default()
    });
    let knows = (sheet.knows != "no").then(|| sheet.knows.clone());
    let first_name = sheet.child.split(' ').next().unwrap_or_default().to_owned();
    let referral = Referral {
        version: VERSION,
        who: if matter.own { Who::YoungPerson } else { Who::Parent },
        device: Device::Own,
        area: Some(Sure::Yes),
        help: Help {
            topics: vec![Topic::from(matter.topic.clone())],
            something_else: String::new(),
        },
        story: story.to_owned(),
        want: sheet.fill(matter.aims.first().map_or("", String::as_str), true),
        date: KeyDate {
            has: Some(Sure::Yes),
            what: matter.date.clone(),
            day: Some(on.plus_days(24)),
            rough: String::new(),
        },
        child: Child {
            first_name,
            age: u8::try_from(on.years_since(sheet.born)).ok(),
            school_year: String::new(),
            school: school.map_or(SchoolAnswer::NotSaid, SchoolAnswer::Named),
        },
        postcode: sheet.postcode.clone(),
        knows: Knows {
            answer: Some(if knows.is_some() { Sure::Yes } else { Sure::No }),
            words: knows.unwrap_or_default(),
        },
        person: Person {
            name: sheet.asks.clone(),
            works_at: String::new(),
        },
        contact: Contact {
            by: ContactBy::Phone,
            value: sheet.phone.clone(),
            safe_message: true,
            times: "After school".to_owned(),
        },
        needs: Needs::default(),
        keep_record: true,
        language: "en".to_owned(),
        sent_on: Some(on),
        rest: serde_json::Map::new(),
    };
    seal_referral(service, &referral).map_err(failed("lock a form"))
}
