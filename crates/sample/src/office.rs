//! The people at their desks. One signs in anew whenever they need to see what a colleague wrote since they last did.

use std::cmp::Ordering;

use evenhand_domain::event::Inbox;
use evenhand_domain::ids::WorkerId;
use evenhand_domain::interest::{Acquaintance, Interest, InterestKind};
use evenhand_domain::register::{Kind, RegisterEntry};
use evenhand_domain::school::School;
use evenhand_engine::desk::Desk;
use evenhand_engine::device::set_up::{SetUp, set_up_with};
use evenhand_engine::device::unlock::unlock;
use evenhand_engine::inbox::open::PublishedInbox;
use evenhand_engine::now::Now;
use evenhand_engine::people::add::JoinRequest;
use evenhand_engine::people::person::SignIn;
use evenhand_engine::{AnyStore, KdfParams, RecoveryCode};

use crate::library::{AREA, Library};
use crate::make::{SampleError, failed};
use crate::people::{
    BRONWEN, COUNT, FORMER, FRIEND, GOVERNED, GRACE, HAZEL, IMRAN, OWN_CHILD_S, PASSPHRASE, PEOPLE, SAMUEL, Who,
};
use crate::plan::Plan;
use crate::publish::SERVICE_NAME;

/// Who wrote something, and when by the office's own count of entries.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Written([u64; COUNT]);

impl Written {
    /// The newest count at which anybody but this person wrote.
    fn by_others(&self, who: Who) -> u64 {
        let others = self.0.iter().enumerate().filter(|(by, _)| *by != who);
        others.map(|(_, count)| *count).max().unwrap_or_default()
    }
}

struct Seat {
    id: WorkerId,
    desk: Desk,
    /// The office's count when they last signed in.
    read_at: u64,
}

/// The service at work on a store.
pub(crate) struct Office {
    store: AnyStore,
    seats: Vec<Seat>,
    count: u64,
    service: Written,
    /// The recovery code of each, printed.
    pub(crate) codes: Vec<String>,
}

fn sign_in(who: Who) -> SignIn {
    SignIn {
        name: PEOPLE[who].sign_in.to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    }
}

impl Office {
    /// Sets the service up with everybody in it. The passphrase is known to all, so stretching it costs the least there is.
    pub(crate) async fn set_up(store: &AnyStore, plan: &Plan, library: &Library) -> Result<Self, SampleError> {
        let first = plan.at(plan.first_day(), 8 * 60 + 30);
        let code = RecoveryCode::make();
        let asked = SetUp {
            profile: plan.profile,
            service_name: SERVICE_NAME.to_owned(),
            manager_name: PEOPLE[HAZEL].name.to_owned(),
            sign_in: sign_in(HAZEL),
        };
        let desk = set_up_with(store, first, asked, &code, KdfParams::floor())
            .await
            .map_err(failed("set up"))?;
        let mut office = Self {
            store: store.clone(),
            seats: Vec::new(),
            count: 1,
            service: Written::default(),
            codes: vec![code.printed().to_string()],
        };
        let mut ids = vec![desk.me().map_err(failed("set up"))?.id];
        for person in &PEOPLE[1..] {
            let code = RecoveryCode::make();
            let asked = JoinRequest {
                name: person.name.to_owned(),
                role: person.role,
                home_district: if person.sign_in == PEOPLE[GRACE].sign_in {
                    "ZZ4"
                } else {
                    ""
                }
                .to_owned(),
                phone: String::new(),
                email: String::new(),
                sign_in: SignIn {
                    name: person.sign_in.to_owned(),
                    passphrase: PASSPHRASE.to_owned(),
                },
            };
            ids.push(
                desk.add_worker(first, asked, &code)
                    .await
                    .map_err(failed("add somebody"))?,
            );
            office.codes.push(code.printed().to_string());
        }
        desk.bring_in_schools(first, library.register(), &[AREA.to_owned()])
            .await
            .map_err(failed("bring in the schools"))?;
        office.seats.push(Seat {
            id: ids[HAZEL],
            desk,
            read_at: 1,
        });
        for (who, id) in ids.iter().enumerate().skip(1) {
            let desk = unlock(store, first, sign_in(who)).await.map_err(failed("sign in"))?;
            let id = *id;
            office.seats.push(Seat { id, desk, read_at: 1 });
        }
        office.declare(plan).await?;
        office.induct(plan).await?;
        Ok(office)
    }

    /// Everybody declares what they have to declare (CAM-19, CAM-20); what Samuel was at a college ended a year ago.
    async fn declare(&mut self, plan: &Plan) -> Result<(), SampleError> {
        let day = plan.first_day();
        let mut former = None;
        for (nth, (who, kind)) in interests().into_iter().enumerate() {
            let minute = 10 * 60 + 7 * i64::try_from(nth).unwrap_or_default();
            let (now, id) = (plan.at(day, minute), self.seats[who].id);
            let desk = self.desk(who, now, &Written::default()).await?;
            let ends = kind
                == InterestKind::SchoolPost {
                    post: Some("teaching assistant".to_owned()),
                    school: school(FORMER),
                };
            let interest = Interest {
                kind,
                from: None,
                to: None,
            };
            let declared = desk.declare(now, id, interest).await.map_err(failed("declare"))?;
            former = former.or(ends.then_some(declared));
            self.wrote(who, None);
        }
        let now = plan.at(day, 15 * 60);
        let (desk, id) = (self.desk(HAZEL, now, &Written::default()).await?, self.seats[HAZEL].id);
        desk.declare_nothing(now, id).await.map_err(failed("declare"))?;
        self.wrote(HAZEL, None);
        if let Some(former) = former {
            let desk = self.desk(SAMUEL, now, &Written::default()).await?;
            let id = self.seats[SAMUEL].id;
            let last = desk.end_interest(now, id, former, day.plus_days(-400)).await;
            last.map_err(failed("end an interest"))?;
            self.wrote(SAMUEL, None);
        }
        Ok(())
    }

    /// Everybody is inducted before they have a case (LEI-17, STA-10).
    async fn induct(&mut self, plan: &Plan) -> Result<(), SampleError> {
        let now = plan.at(plan.first_day(), 15 * 60 + 20);
        let desk = self.desk(HAZEL, now, &Written::default()).await?;
        for (who, step) in crate::registers::inducted() {
            let entry = RegisterEntry::new(Kind::Induction)
                .with("who", self.seats[who].id)
                .with("step", step)
                .with("on", now.day());
            desk.enter(now, entry).await.map_err(failed("induct somebody"))?;
        }
        self.wrote(HAZEL, None);
        Ok(())
    }

    /// Makes both inboxes; gives the published keys.
    pub(crate) async fn open_inboxes(&mut self, now: Now) -> Result<[PublishedInbox; 2], SampleError> {
        let desk = self.desk(HAZEL, now, &Written::default()).await?;
        let (hazel, bronwen) = (self.seats[HAZEL].id, self.seats[BRONWEN].id);
        let first = desk
            .open_inbox(now, Inbox::First, hazel)
            .await
            .map_err(failed("make an inbox"))?;
        let second = desk
            .open_inbox(now, Inbox::Second, bronwen)
            .await
            .map_err(failed("make an inbox"))?;
        self.wrote(HAZEL, None);
        Ok([first, second])
    }

    /// Somebody's desk, with all that others wrote of this case and of the service in sight.
    pub(crate) async fn desk(&mut self, who: Who, now: Now, case: &Written) -> Result<Desk, SampleError> {
        let newest = case.by_others(who).max(self.service.by_others(who));
        let seat = &mut self.seats[who];
        if newest.cmp(&seat.read_at) == Ordering::Greater {
            seat.desk = unlock(&self.store, now, sign_in(who))
                .await
                .map_err(failed("sign in"))?;
            seat.read_at = self.count;
        }
        Ok(seat.desk.clone())
    }

    /// Notes that somebody wrote: of a case, or of the service itself.
    pub(crate) fn wrote(&mut self, who: Who, case: Option<&mut Written>) {
        self.count += 1;
        case.unwrap_or(&mut self.service).0[who] = self.count;
    }

    pub(crate) fn id(&self, who: Who) -> WorkerId {
        self.seats[who].id
    }
}

fn school(name: &str) -> School {
    School::named(name)
}

pub(crate) fn acquaintance(name: &str, relation: &str) -> Acquaintance {
    Acquaintance {
        name: name.to_owned(),
        relation: Some(relation.to_owned()),
        dob: None,
        phone: None,
        email: None,
        address: None,
    }
}

/// What they declare on the first day.
fn interests() -> [(Who, InterestKind); 6] {
    [
        (
            SAMUEL,
            InterestKind::SchoolPost {
                post: Some("governor".to_owned()),
                school: school(GOVERNED),
            },
        ),
        (
            SAMUEL,
            InterestKind::SchoolPost {
                post: Some("teaching assistant".to_owned()),
                school: school(FORMER),
            },
        ),
        (
            IMRAN,
            InterestKind::OwnChildSchool {
                school: school(OWN_CHILD_S),
            },
        ),
        (
            BRONWEN,
            InterestKind::Relative(acquaintance("Catrin Tegg-Morant", "sister-in-law")),
        ),
        (
            BRONWEN,
            InterestKind::Organisation {
                name: "Larkmere Parents' Circle".to_owned(),
                post: Some("trustee".to_owned()),
            },
        ),
        (
            GRACE,
            InterestKind::Friend(acquaintance(FRIEND, "friend and neighbour")),
        ),
    ]
}
