//! A service of very many people with very many interests, and families to be checked against them: for measuring the conflict check.

use evenhand_domain::case::party::Party;
use evenhand_domain::family::Family;
use evenhand_domain::interest::{Interest, InterestKind};
use evenhand_domain::worker::Role;
use evenhand_engine::desk::Desk;
use evenhand_engine::device::set_up::{SetUp, set_up_with};
use evenhand_engine::people::add::JoinRequest;
use evenhand_engine::people::person::SignIn;
use evenhand_engine::{AnyStore, KdfParams, RecoveryCode};

use crate::draw::Draw;
use crate::family::{Given, Sheet};
use crate::library::Library;
use crate::make::{SampleError, failed};
use crate::office::acquaintance;
use crate::people::PASSPHRASE;
use crate::plan::Plan;
use crate::publish::SERVICE_NAME;

/// How many families are drawn.
const FAMILIES: usize = 50;

/// The desk of whoever manages it, and families who are no cases yet.
#[derive(Clone)]
pub struct Crowd {
    /// Where the check is made.
    pub desk: Desk,
    /// Whom it is made for.
    pub families: Vec<Family>,
}

/// Makes it in an empty store: so many people, who declared so many interests each. `progress` is told as that of
/// [`make`](crate::make()).
///
/// # Errors
/// When a verb of the engine refuses what is asked, or the store is not empty.
pub async fn crowd(
    store: &AnyStore,
    plan: &Plan,
    people: usize,
    interests: usize,
    mut progress: impl AsyncFnMut(usize, usize),
) -> Result<Crowd, SampleError> {
    let (library, draw) = (Library::read()?, Draw::from_seed(plan.seed));
    let sign_in = |number: usize| SignIn {
        name: format!("somebody-{number}"),
        passphrase: PASSPHRASE.to_owned(),
    };
    let asked = SetUp {
        profile: plan.profile,
        service_name: SERVICE_NAME.to_owned(),
        manager_name: name(&library, &mut draw.branch(0)),
        sign_in: sign_in(0),
    };
    let desk = set_up_with(store, plan.now, asked, &RecoveryCode::make(), KdfParams::floor())
        .await
        .map_err(failed("set up"))?;
    for number in 0..people {
        progress(number, people).await;
        let mut draw = draw.branch(number);
        let worker = if number == 0 {
            desk.me().map_err(failed("set up"))?.id
        } else {
            let asked = JoinRequest {
                name: name(&library, &mut draw),
                role: if number % 3 == 0 {
                    Role::Volunteer
                } else {
                    Role::Officer
                },
                home_district: String::new(),
                phone: format!("07700 900{number:03}"),
                email: String::new(),
                sign_in: sign_in(number),
            };
            desk.add_worker(plan.now, asked, &RecoveryCode::make())
                .await
                .map_err(failed("add somebody"))?
        };
        for nth in 0..interests {
            let interest = Interest {
                kind: interest(&library, &mut draw, number + nth),
                from: None,
                to: None,
            };
            let declared = desk.declare(plan.now, worker, interest).await;
            declared.map_err(failed("declare"))?;
        }
    }
    let family = |number: usize| {
        let number = people + number;
        let sheet = Sheet::draw(
            &library,
            &mut draw.branch(number),
            number,
            plan.now.day(),
            Given::default(),
        );
        Family {
            people: sheet.parties(&library).iter().map(Party::as_family_member).collect(),
            organisations: vec![library.places.authority.clone()],
            knows: Some(sheet.knows),
        }
    };
    let families = (0..FAMILIES).map(family).collect();
    Ok(Crowd { desk, families })
}

fn name(library: &Library, draw: &mut Draw) -> String {
    let names = &library.names;
    format!("{} {}", draw.one_of(&names.adults), draw.one_of(&names.surnames))
}

/// One of each kind in turn.
fn interest(library: &Library, draw: &mut Draw, nth: usize) -> InterestKind {
    let setting = |draw: &mut Draw| {
        let schools = &library.places.schools;
        schools[draw.below(schools.len())].school()
    };
    match nth % 5 {
        0 => InterestKind::SchoolPost {
            post: Some("governor".to_owned()),
            school: setting(draw),
        },
        1 => InterestKind::OwnChildSchool { school: setting(draw) },
        2 => InterestKind::Relative(acquaintance(&name(library, draw), "cousin")),
        3 => InterestKind::Friend(acquaintance(&name(library, draw), "neighbour")),
        _ => InterestKind::Organisation {
            name: format!("{} Parents' Circle", draw.one_of(&library.names.surnames)),
            post: Some("trustee".to_owned()),
        },
    }
}
