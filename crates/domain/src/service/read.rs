//! Reading `service.json`, field by field, so that a fault can be named by its path.

use super::entry::{Accent, Arrangement, Called, Chair, Contacts, Hours, Inbox, OtherHelp, PolicyDates};
use super::{FORMAT, ServiceFile, ServiceFileError, Want};
use crate::date::Day;
use crate::json::Json;
use crate::profile::ProfileId;
use crate::school::School;

type Read<T> = Result<T, ServiceFileError>;

/// A group of fields and where it stands in the file.
struct Group<'a> {
    path: String,
    fields: &'a Json<'a>,
}

pub(super) fn service(text: &str) -> Read<ServiceFile> {
    let value = Json::parse(text.trim_start_matches('\u{feff}')).map_err(|at| ServiceFileError::NotJson {
        line: at.line,
        column: at.column,
    })?;
    let file = Group::of(&value, String::new())?;
    let format = file.number("format", 1, u64::MAX)?;
    if format > FORMAT {
        return Err(ServiceFileError::Newer {
            found: format,
            known: FORMAT,
        });
    }
    let contacts = contacts(&file.group("contacts")?)?;
    Ok(ServiceFile {
        format,
        name: file.text("name")?,
        strapline: file.text_or_empty("strapline")?,
        what_we_do: file.text("what_we_do")?,
        accent: file.one_of("accent", "petrol, plum, moss, clay", |word| {
            Accent::ALL
                .iter()
                .find(|(name, _)| *name == word)
                .map(|(_, accent)| *accent)
        })?,
        logo: file.checked_text("logo", Want::FileName, is_file_name)?,
        profile: file.one_of(
            "profile",
            "sps, leicester, camden, staffordshire, westmorland-furness",
            |word| ProfileId::ALL.into_iter().find(|profile| profile.word() == word),
        )?,
        area: file.text("area")?,
        arrangement: file.one_of("arrangement", "in_house, hosted", |word| match word {
            "in_house" => Some(Arrangement::InHouse),
            "hosted" => Some(Arrangement::Hosted),
            _ => None,
        })?,
        funder: file.text("funder")?,
        host: file.text_or_null("host")?,
        contacts,
        hours: file.each("hours", |entry| {
            Ok(Hours {
                days: entry.text("days")?,
                open: entry.text("open")?,
            })
        })?,
        closed_until: file.day_or_null("closed_until")?,
        reply_working_days: u32::try_from(file.number("reply_working_days", 1, 60)?).unwrap_or(60),
        retention: file.text("retention")?,
        languages: file.words("languages", Want::FullList)?,
        policy: policy(&file.group("policy")?)?,
        changed_rules: file.words("changed_rules", Want::List)?,
        called: file.group_or_null("called", called)?.unwrap_or_default(),
        chair: file.group_or_null("chair", chair)?,
        inbox: file.group_or_null("inbox", inbox)?,
        second_inbox: file.group_or_null("second_inbox", inbox)?,
        schools: file.each("schools", |entry| {
            Ok(School {
                urn: entry.text_or_null("urn")?,
                name: entry.text("name")?,
                ..School::default()
            })
        })?,
        neighbours: file.each("neighbours", other_help)?,
        national: file.each("national", other_help)?,
    })
}

fn contacts(group: &Group<'_>) -> Read<Contacts> {
    let contacts = Contacts {
        phone: group.text_or_null("phone")?,
        text: group.text_or_null("text")?,
        email: group.text_or_null("email")?,
        address: group.words("address", Want::List)?,
    };
    if contacts.phone.is_none() && contacts.email.is_none() {
        return Err(group.unfit_self(Want::PhoneOrEmail));
    }
    Ok(contacts)
}

fn policy(group: &Group<'_>) -> Read<PolicyDates> {
    let dates = PolicyDates {
        last_review: group.day("last_review")?,
        next_review: group.day("next_review")?,
    };
    if dates.next_review < dates.last_review {
        return Err(group.unfit("next_review", Want::LaterReview));
    }
    Ok(dates)
}

fn called(group: &Group<'_>) -> Read<Called> {
    Ok(Called {
        group: group.text_or_null("group")?,
        chair: group.text_or_null("chair")?,
    })
}

fn chair(group: &Group<'_>) -> Read<Chair> {
    Ok(Chair {
        name: group.text("name")?,
        phone: group.text_or_null("phone")?,
        email: group.text_or_null("email")?,
        address: group.words("address", Want::List)?,
        key: group.text_or_null("key")?,
    })
}

fn inbox(group: &Group<'_>) -> Read<Inbox> {
    Ok(Inbox {
        key: group.text("key")?,
        email: group.text_or_null("email")?,
        opened_by: group.text_or_empty("opened_by")?,
    })
}

fn other_help(group: &Group<'_>) -> Read<OtherHelp> {
    Ok(OtherHelp {
        name: group.text("name")?,
        about: group.text_or_empty("about")?,
        phone: group.text_or_null("phone")?,
        web: group.checked_text("web", Want::WebAddress, |web| web.starts_with("https://"))?,
    })
}

/// A file beside the page: no path that leads out of its folder, no address of another host.
fn is_file_name(name: &str) -> bool {
    !name.contains(['/', '\\', ':']) && !name.starts_with('.')
}

impl<'a> Group<'a> {
    fn of(fields: &'a Json<'a>, path: String) -> Read<Self> {
        match fields {
            Json::Object(_) => Ok(Self { path, fields }),
            _ => Err(ServiceFileError::Unfit {
                field: if path.is_empty() {
                    "(the whole file)".to_owned()
                } else {
                    path
                },
                want: Want::Group,
            }),
        }
    }

    fn at(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    fn unfit(&self, key: &str, want: Want) -> ServiceFileError {
        let field = self.at(key);
        ServiceFileError::Unfit { field, want }
    }

    fn unfit_self(&self, want: Want) -> ServiceFileError {
        let field = self.path.clone();
        ServiceFileError::Unfit { field, want }
    }

    /// The value of a field; a field that is absent or null is none.
    fn value(&self, key: &str) -> Option<&'a Json<'a>> {
        self.fields.get(key).filter(|value| **value != Json::Null)
    }

    fn needed(&self, key: &str, want: Want) -> Read<&'a Json<'a>> {
        self.value(key).ok_or_else(|| ServiceFileError::Missing {
            field: self.at(key),
            want,
        })
    }

    fn text(&self, key: &str) -> Read<String> {
        let text = self
            .needed(key, Want::Text)?
            .as_str()
            .map(str::trim)
            .filter(|text| !text.is_empty());
        text.map(str::to_owned).ok_or_else(|| self.unfit(key, Want::Text))
    }

    fn text_or_null(&self, key: &str) -> Read<Option<String>> {
        let Some(value) = self.value(key) else {
            return Ok(None);
        };
        let text = value.as_str().ok_or_else(|| self.unfit(key, Want::TextOrNull))?.trim();
        Ok((!text.is_empty()).then(|| text.to_owned()))
    }

    fn text_or_empty(&self, key: &str) -> Read<String> {
        Ok(self.text_or_null(key)?.unwrap_or_default())
    }

    fn checked_text(&self, key: &str, want: Want, fits: fn(&str) -> bool) -> Read<Option<String>> {
        match self.text_or_null(key)? {
            Some(text) if !fits(&text) => Err(self.unfit(key, want)),
            text => Ok(text),
        }
    }

    fn number(&self, key: &str, least: u64, most: u64) -> Read<u64> {
        let want = Want::Number { least, most };
        let number = self.needed(key, want)?.as_u64();
        number
            .filter(|number| (least..=most).contains(number))
            .ok_or_else(|| self.unfit(key, want))
    }

    fn one_of<T>(&self, key: &str, words: &'static str, find: impl Fn(&str) -> Option<T>) -> Read<T> {
        let want = Want::OneOf(words);
        self.needed(key, want)?
            .as_str()
            .and_then(find)
            .ok_or_else(|| self.unfit(key, want))
    }

    fn day(&self, key: &str) -> Read<Day> {
        self.needed(key, Want::Day)?;
        self.day_or_null(key)?.ok_or_else(|| self.unfit(key, Want::Day))
    }

    fn day_or_null(&self, key: &str) -> Read<Option<Day>> {
        let Some(value) = self.value(key) else {
            return Ok(None);
        };
        let day = value.as_str().and_then(|text| text.parse().ok());
        day.map(Some).ok_or_else(|| self.unfit(key, Want::Day))
    }

    fn group(&self, key: &str) -> Read<Self> {
        Self::of(self.needed(key, Want::Group)?, self.at(key))
    }

    fn group_or_null<T>(&self, key: &str, read: fn(&Group<'_>) -> Read<T>) -> Read<Option<T>> {
        let Some(value) = self.value(key) else {
            return Ok(None);
        };
        read(&Self::of(value, self.at(key))?).map(Some)
    }

    /// The entries of a list; a list that is absent is empty.
    fn list(&self, key: &str, want: Want) -> Read<&'a [Json<'a>]> {
        match self.value(key) {
            None if want == Want::FullList => Err(ServiceFileError::Missing {
                field: self.at(key),
                want,
            }),
            None => Ok(&[]),
            Some(Json::List(entries)) if want == Want::List || !entries.is_empty() => Ok(entries),
            Some(_) => Err(self.unfit(key, want)),
        }
    }

    fn each<T>(&self, key: &str, read: fn(&Group<'_>) -> Read<T>) -> Read<Vec<T>> {
        let entries = self.list(key, Want::List)?.iter().enumerate();
        entries
            .map(|(at, entry)| read(&Self::of(entry, format!("{}[{at}]", self.at(key)))?))
            .collect()
    }

    fn words(&self, key: &str, want: Want) -> Read<Vec<String>> {
        let entries = self.list(key, want)?.iter().enumerate();
        let word = |(at, entry): (usize, &Json<'_>)| {
            let text = entry.as_str().map(str::trim).filter(|text| !text.is_empty());
            text.map(str::to_owned).ok_or_else(|| ServiceFileError::Unfit {
                field: format!("{}[{at}]", self.at(key)),
                want: Want::Text,
            })
        };
        entries.map(word).collect()
    }
}
