//! Every place of the workspace and its address. Addresses hold opaque identifiers and never a name; the fragment never
//! reaches the host.

use evenhand_domain::ids::{CaseId, EventId, ViewId, WorkerId};
use evenhand_domain::register::Kind;
use evenhand_engine::policy::profile::Setting;

/// A part of a case's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CasePart {
    /// What is known at a glance.
    Summary,
    /// What happened, by day.
    Timeline,
    /// Who is in it.
    People,
    /// What may be said to whom.
    Permissions,
    /// What the policy asks, and where it stands.
    Fairness,
    /// Files.
    Files,
    /// Add a contact.
    Contact,
    /// Correct a contact.
    Correct(EventId),
    /// Explain options, and note what the person decided.
    Options,
    /// Give it to a worker.
    Allocate,
    /// The question before opening.
    Before,
    /// Close it, or open it again.
    Close,
}

/// A place of the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Route {
    /// What is to be done.
    Work,
    /// The list of cases.
    Cases,
    /// A part of one case.
    Case(CaseId, CasePart),
    /// Bring in a locked file.
    Inbox,
    /// A contact that came without a file.
    NewContact,
    /// A new case that belongs with another: a brother's or sister's.
    NewSibling(CaseId),
    /// An enquiry becomes a case.
    EnquiryToCase(CaseId),
    /// The people of the service.
    Team,
    /// Add somebody.
    AddWorker,
    /// One worker, with what they declared.
    Worker(WorkerId),
    /// The keys of the inbox, and the file for the public page.
    InboxKeys,
    /// All registers.
    Registers,
    /// What is due, by month.
    Calendar,
    /// Where every clause of the policy stands.
    Compliance,
    /// The national register of schools.
    Schools,
    /// What the service works by, in plain words.
    Policy,
    /// Views, by where they stand.
    Views,
    /// A view is given, in the place of this one where one is named.
    TakeView(Option<ViewId>),
    /// One view.
    View(ViewId),
    /// What the giver gets: where a view went, and what came of it.
    ViewReceipt(ViewId),
    /// Views are passed on.
    PassOnViews,
    /// A pack of views is held against what was sealed.
    CheckPack,
    /// What became of views, by theme.
    ViewsBecame,
    /// One register.
    Register(Kind),
    /// A new entry of a register, about this worker where one is named.
    AddEntry(Kind, Option<WorkerId>),
    /// A change to something in the policy.
    ChangeSetting(Setting),
    /// One entry.
    Entry(Kind, EventId),
    /// Change an entry.
    ChangeEntry(Kind, EventId),
    /// Passphrase, backup, display.
    Settings,
    /// Make a backup.
    Backup,
    /// Change the passphrase or the recovery code.
    Passphrase,
    /// Lost the passphrase: the recovery code.
    Recover,
    /// Restore a backup on an empty device.
    Restore,
    /// No such place.
    NotFound,
}

impl CasePart {
    /// The links of a case, in their order.
    pub(crate) const LINKS: [Self; 7] = [
        Self::Summary,
        Self::Timeline,
        Self::People,
        Self::Permissions,
        Self::Fairness,
        Self::Files,
        Self::Close,
    ];

    const PLAIN: [(&'static str, Self); 11] = [
        ("summary", Self::Summary),
        ("timeline", Self::Timeline),
        ("people", Self::People),
        ("permissions", Self::Permissions),
        ("fairness", Self::Fairness),
        ("files", Self::Files),
        ("contact", Self::Contact),
        ("options", Self::Options),
        ("allocate", Self::Allocate),
        ("before", Self::Before),
        ("close", Self::Close),
    ];
}

impl Route {
    const PLAIN: [(&'static str, Self); 22] = [
        ("work", Self::Work),
        ("registers", Self::Registers),
        ("calendar", Self::Calendar),
        ("compliance", Self::Compliance),
        ("schools", Self::Schools),
        ("policy", Self::Policy),
        ("views", Self::Views),
        ("views/add", Self::TakeView(None)),
        ("views/pass-on", Self::PassOnViews),
        ("views/check", Self::CheckPack),
        ("views/themes", Self::ViewsBecame),
        ("cases", Self::Cases),
        ("inbox", Self::Inbox),
        ("new", Self::NewContact),
        ("team", Self::Team),
        ("team/add", Self::AddWorker),
        ("inbox/keys", Self::InboxKeys),
        ("settings", Self::Settings),
        ("settings/backup", Self::Backup),
        ("settings/passphrase", Self::Passphrase),
        ("recover", Self::Recover),
        ("restore", Self::Restore),
    ];

    /// The place that a fragment names.
    pub(crate) fn parse(fragment: &str) -> Self {
        let path = fragment.strip_prefix('#').unwrap_or(fragment).trim_matches('/');
        if path.is_empty() {
            return Self::Work;
        }
        if let Some((_, route)) = Self::PLAIN.iter().find(|(plain, _)| *plain == path) {
            return *route;
        }
        let parts: Vec<&str> = path.split('/').collect();
        let found = match parts.as_slice() {
            ["case", id, "correct", of] => match (id.parse(), of.parse()) {
                (Ok(id), Ok(of)) => Some(Self::Case(id, CasePart::Correct(of))),
                _ => None,
            },
            ["case", id, part] => {
                let part = CasePart::PLAIN
                    .iter()
                    .find(|(plain, _)| plain == part)
                    .map(|(_, part)| *part);
                id.parse().ok().zip(part).map(|(id, part)| Self::Case(id, part))
            }
            ["new", "with", id] => id.parse().ok().map(Self::NewSibling),
            ["new", "from", id] => id.parse().ok().map(Self::EnquiryToCase),
            ["team", id] => id.parse().ok().map(Self::Worker),
            ["views", "add", id] => id.parse().ok().map(|id| Self::TakeView(Some(id))),
            ["views", id] => id.parse().ok().map(Self::View),
            ["views", id, "receipt"] => id.parse().ok().map(Self::ViewReceipt),
            ["registers", slug, rest @ ..] => Kind::of_slug(slug).and_then(|kind| Self::in_register(kind, rest)),
            _ => None,
        };
        found.unwrap_or(Self::NotFound)
    }

    /// The place within a register.
    fn in_register(kind: Kind, rest: &[&str]) -> Option<Self> {
        match rest {
            [] => Some(Self::Register(kind)),
            ["add"] => Some(Self::AddEntry(kind, None)),
            ["add", what] => match what.parse() {
                Ok(who) => Some(Self::AddEntry(kind, Some(who))),
                Err(_) => Setting::of(kind, what).map(Self::ChangeSetting),
            },
            [id] => id.parse().ok().map(|id| Self::Entry(kind, id)),
            [id, "change"] => id.parse().ok().map(|id| Self::ChangeEntry(kind, id)),
            _ => None,
        }
    }

    /// The address of this place.
    pub(crate) fn href(self) -> String {
        match self {
            Self::Case(id, CasePart::Correct(of)) => format!("#/case/{id}/correct/{of}"),
            Self::Case(id, part) => {
                let plain = CasePart::PLAIN
                    .iter()
                    .find(|(_, known)| *known == part)
                    .map_or("summary", |(plain, _)| plain);
                format!("#/case/{id}/{plain}")
            }
            Self::NewSibling(id) => format!("#/new/with/{id}"),
            Self::EnquiryToCase(id) => format!("#/new/from/{id}"),
            Self::Worker(id) => format!("#/team/{id}"),
            Self::TakeView(Some(id)) => format!("#/views/add/{id}"),
            Self::View(id) => format!("#/views/{id}"),
            Self::ViewReceipt(id) => format!("#/views/{id}/receipt"),
            Self::Register(kind) => format!("#/registers/{}", kind.register().slug),
            Self::AddEntry(kind, None) => format!("#/registers/{}/add", kind.register().slug),
            Self::AddEntry(kind, Some(who)) => format!("#/registers/{}/add/{who}", kind.register().slug),
            Self::ChangeSetting(setting) => {
                format!("#/registers/{}/add/{}", setting.kind().register().slug, setting.word())
            }
            Self::Entry(kind, id) => format!("#/registers/{}/{id}", kind.register().slug),
            Self::ChangeEntry(kind, id) => format!("#/registers/{}/{id}/change", kind.register().slug),
            Self::NotFound => "#/not-found".to_owned(),
            plain => {
                let path = Self::PLAIN
                    .iter()
                    .find(|(_, known)| *known == plain)
                    .map_or("work", |(path, _)| path);
                format!("#/{path}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_place() {
        let (case, event, worker) = (CaseId::new([7; 16]), EventId::new([9; 16]), WorkerId::new([3; 16]));
        let mut all: Vec<Route> = Route::PLAIN.iter().map(|(_, route)| *route).collect();
        all.extend(CasePart::PLAIN.iter().map(|(_, part)| Route::Case(case, *part)));
        all.extend([
            Route::Case(case, CasePart::Correct(event)),
            Route::NewSibling(case),
            Route::EnquiryToCase(case),
        ]);
        all.extend([Route::Worker(worker), Route::NotFound]);
        let view = ViewId::new([5; 16]);
        all.extend([Route::TakeView(Some(view)), Route::View(view), Route::ViewReceipt(view)]);
        for kind in Kind::ALL {
            all.extend([
                Route::Register(kind),
                Route::AddEntry(kind, None),
                Route::AddEntry(kind, Some(worker)),
                Route::Entry(kind, event),
                Route::ChangeEntry(kind, event),
            ]);
        }
        use evenhand_engine::policy::profile::{Cadence, Called, ManagerQuestion, Occasion, Reader, TIES, Topic};
        let settings = Topic::ALL.map(Setting::Rule).into_iter();
        let settings = settings.chain(Cadence::ALL.map(Setting::Every));
        let words = Occasion::ALL.map(|occasion| Reader::ALL.map(|reader| Setting::Words(occasion, reader)));
        let settings = settings
            .chain(words.into_iter().flatten())
            .chain([Setting::Agency, Setting::Chair]);
        let ties = TIES.map(|(tie, _)| Setting::Outcome(tie));
        let settings = settings.chain(Called::ALL.map(Setting::Called)).chain(ties);
        let asked = ManagerQuestion::ALL.map(|question| Setting::Asked(Some(question)));
        let settings = settings.chain(asked).chain([Setting::Asked(None)]);
        all.extend(settings.map(Route::ChangeSetting));
        for route in all {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn what_is_no_address_is_not_found_and_never_a_panic() {
        for fragment in [
            "#/case/xyz/summary",
            "#/case",
            "#/team/zz",
            "#/<script>",
            "#/case//",
            "#/new/with/",
            "#/views/zz",
            "#/registers/none",
            "#/registers/training/zz",
            "#/registers/own-rules/add/nothing",
            "#/registers/training/add/venue",
        ] {
            assert_eq!(Route::parse(fragment), Route::NotFound, "{fragment}");
        }
        for fragment in ["", "#", "#/"] {
            assert_eq!(Route::parse(fragment), Route::Work);
        }
    }
}
