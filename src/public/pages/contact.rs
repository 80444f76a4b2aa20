//! Ways to reach the service, its Chair, and others who help.

use evenhand_domain::service::{Chair, Contacts, OtherHelp};

use crate::public::telling::{Block, Way};

/// How to reach the service.
pub(in crate::public) fn service(contacts: &Contacts) -> Block {
    ways(&contacts.phone, &contacts.text, &contacts.email, &contacts.address)
}

/// How to reach the Chair.
pub(super) fn chair(chair: &Chair) -> Block {
    ways(&chair.phone, &None, &chair.email, &chair.address)
}

fn ways(phone: &Option<String>, text: &Option<String>, email: &Option<String>, address: &[String]) -> Block {
    let way = |before, words: &String, href| Way {
        before,
        words: words.clone(),
        href,
        after: String::new(),
    };
    let mut ways = Vec::new();
    ways.extend(phone.as_ref().map(|phone| way("Phone: ", phone, dial("tel", phone))));
    ways.extend(text.as_ref().map(|text| way("Text: ", text, dial("sms", text))));
    ways.extend(
        email
            .as_ref()
            .map(|email| way("Email: ", email, format!("mailto:{email}"))),
    );
    if !address.is_empty() {
        ways.push(way("Post: ", &address.join(", "), String::new()));
    }
    Block::Reach(ways)
}

/// Services elsewhere, each with its telephone.
pub(in crate::public) fn other_services(services: &[OtherHelp]) -> Block {
    let way = |service: &OtherHelp| {
        let OtherHelp {
            name,
            about,
            phone,
            web,
        } = service;
        let mut after = String::new();
        for part in [Some(about).filter(|about| !about.is_empty()), phone.as_ref()]
            .into_iter()
            .flatten()
        {
            after.push_str(", ");
            after.push_str(part);
        }
        Way {
            before: "",
            words: name.clone(),
            href: web.clone().unwrap_or_default(),
            after,
        }
    };
    Block::Reach(services.iter().map(way).collect())
}

/// An address that a telephone dials: digits and a plus alone.
fn dial(scheme: &str, number: &str) -> String {
    let digits: String = number
        .chars()
        .filter(|letter| letter.is_ascii_digit() || *letter == '+')
        .collect();
    format!("{scheme}:{digits}")
}
