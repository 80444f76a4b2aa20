//! How a case begins, and who has it.

use evenhand_domain::case::consent::GivenHow;
use evenhand_domain::case::contact::Channel;
use evenhand_domain::case::party::Party;
use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::event::{CaseTie, Override};
use evenhand_domain::family::Standing;
use evenhand_engine::case::allocate::{AllocateError, AllocateRequest};
use evenhand_engine::case::open::{OpenError, OpenRequest};
use evenhand_engine::inbox::bring_in::TakeIn;
use evenhand_engine::now::Now;

use super::Stage;
use crate::make::{SampleError, failed};
use crate::people::{BRONWEN, HAZEL, IMRAN, SAMUEL, Who};
use crate::publish::locked_form;
use crate::told::Beginning;

/// What is said of a name that is only like one that somebody declared.
const SOMEBODY_ELSE: &str = "Asked them: another family, from another part of the county";

/// Whether the next try may go to somebody else, or with an answer more.
enum Again {
    /// A possible match was looked at: it is somebody else.
    Looked,
    /// It has to go to another officer.
    Another,
}

fn again(error: &OpenError) -> Option<Again> {
    match error {
        OpenError::Allocate(AllocateError::LookFirst) => Some(Again::Looked),
        OpenError::PassItOn(check) if check.outcome == ConflictOutcome::Look => Some(Again::Looked),
        OpenError::PassItOn(_)
        | OpenError::Allocate(
            AllocateError::Barred | AllocateError::ManagerOnly | AllocateError::OverrideAnswerMissing { .. },
        ) => Some(Again::Another),
        _ => None,
    }
}

impl Stage<'_> {
    fn request(&self, number: usize, beginning: &Beginning) -> OpenRequest {
        let sheet = &self.cases[number].sheet;
        OpenRequest {
            channel: beginning.channel,
            parties: sheet.parties(self.library),
            knows: Some(sheet.knows.clone()),
            storage: Some((beginning.may_keep, GivenHow::Spoken)),
            told_access: match beginning.channel {
                _ if !beginning.may_keep => "",
                Some(Channel::FaceToFace) => "Face to face, with the page to take home",
                Some(Channel::Telephone) => "On the telephone, and where it stands on the website",
                _ => "In our answer, and where it stands on the website",
            }
            .to_owned(),
            linked: beginning.sibling.map(|other| (self.cases[other].id, CaseTie::Sibling)),
            ..OpenRequest::default()
        }
    }

    fn keep_parties(&mut self, number: usize, parties: &[Party]) {
        let case = &mut self.cases[number];
        if let Some(user) = parties.iter().find(|party| party.service_user) {
            case.user = user.id;
        }
        let child = parties
            .iter()
            .find(|party| party.is == Standing::Child && !party.service_user);
        case.child = child.map(|party| party.id);
    }

    /// Those who could have it, the one who was meant first.
    fn tries(meant: Who) -> Vec<Who> {
        let mut tries = vec![meant];
        tries.extend([IMRAN, BRONWEN, SAMUEL].into_iter().filter(|who| *who != meant));
        tries
    }

    /// Opens a case. Where the check finds something on whoever was meant, the next officer has it, as in any service.
    pub(super) async fn open(
        &mut self,
        number: usize,
        now: Now,
        by: Who,
        beginning: &Beginning,
    ) -> Result<(), SampleError> {
        let mut asked = self.request(number, beginning);
        self.cases[number].is_named = beginning.may_keep;
        self.keep_parties(number, &asked.parties);
        let Some(meant) = beginning.worker else {
            let desk = self.office.desk(by, now, &self.cases[number].written).await?;
            self.cases[number].id = desk.open_case(now, &asked).await.map_err(failed("open a case"))?;
            return Ok(());
        };
        let mut last = None;
        for worker in Self::tries(meant) {
            let opener = if by == meant { worker } else { by };
            let desk = self.office.desk(opener, now, &self.cases[number].written).await?;
            asked.worker = Some(self.office.id(worker));
            asked.own_not_the_same.clear();
            asked.not_the_same.clear();
            let mut opened = desk.open_case(now, &asked).await;
            if let Err(error) = &opened
                && matches!(again(error), Some(Again::Looked))
            {
                SOMEBODY_ELSE.clone_into(&mut asked.own_not_the_same);
                SOMEBODY_ELSE.clone_into(&mut asked.not_the_same);
                opened = desk.open_case(now, &asked).await;
            }
            match opened {
                Ok(id) => {
                    let case = &mut self.cases[number];
                    case.id = id;
                    case.stand_in = (worker != meant).then_some((meant, worker));
                    if opener != by {
                        self.office.wrote(opener, Some(&mut case.written));
                    }
                    return Ok(());
                }
                Err(error) if again(&error).is_some() => last = Some(error),
                Err(error) => return Err(failed("open a case")(error)),
            }
        }
        Err(failed("open a case")(
            last.map_or(String::new(), |error| error.to_string()),
        ))
    }

    /// A family sends a locked form, and whoever holds the inbox brings it in.
    pub(super) async fn bring_in(
        &mut self,
        number: usize,
        now: Now,
        by: Who,
        worker: Option<Who>,
        story: &str,
    ) -> Result<(), SampleError> {
        let form = locked_form(self.library, &self.service, &self.cases[number].sheet, now.day(), story)?;
        let desk = self.office.desk(by, now, &self.cases[number].written).await?;
        let incoming = desk.read_file(now, form.bytes()).map_err(failed("open a form"))?;
        let meant = worker.unwrap_or(HAZEL);
        let mut last = None;
        for worker in Self::tries(meant) {
            let mut taken = None;
            for not_the_same in ["", SOMEBODY_ELSE] {
                let how = TakeIn::NewCase {
                    knows: false,
                    worker: Some(self.office.id(worker)),
                    request: AllocateRequest::default(),
                    own_not_the_same: not_the_same.to_owned(),
                    not_the_same: not_the_same.to_owned(),
                };
                match desk.take_in(now, &incoming, &how).await {
                    Ok(id) => taken = Some(id),
                    Err(error) if again(&error).is_some() => {
                        last = Some(error);
                        continue;
                    }
                    Err(error) => return Err(failed("bring a form in")(error)),
                }
                break;
            }
            let Some(id) = taken else { continue };
            let parties: Vec<Party> = desk
                .case(id)
                .map_err(failed("read a case"))?
                .story
                .map(|story| story.people().into_iter().cloned().collect())
                .unwrap_or_default();
            self.keep_parties(number, &parties);
            let case = &mut self.cases[number];
            case.id = id;
            case.stand_in = (worker != meant).then_some((meant, worker));
            return Ok(());
        }
        Err(failed("bring a form in")(
            last.map_or(String::new(), |error| error.to_string()),
        ))
    }

    /// Whoever asked without a name gives it: the enquiry becomes a case.
    pub(super) async fn name(&mut self, number: usize, now: Now, by: Who, worker: Who) -> Result<(), SampleError> {
        let mut asked = self.request(
            number,
            &Beginning {
                may_keep: true,
                ..Beginning::default()
            },
        );
        self.keep_parties(number, &asked.parties);
        asked.worker = Some(self.office.id(worker));
        let desk = self.office.desk(by, now, &self.cases[number].written).await?;
        let id = self.cases[number].id;
        desk.enquiry_to_case(now, id, &asked)
            .await
            .map_err(failed("make a case of an enquiry"))
    }

    /// The manager gives the case to somebody; with a conflict, where the policy lets the manager answer for it (STA-16), and else
    /// to somebody without one.
    pub(super) async fn allocate(
        &mut self,
        number: usize,
        now: Now,
        by: Who,
        to: Who,
        handover: &str,
        over: bool,
    ) -> Result<(), SampleError> {
        let desk = self.office.desk(by, now, &self.cases[number].written).await?;
        let id = self.cases[number].id;
        let request = AllocateRequest {
            reason: "Agreed with the family".to_owned(),
            over: over.then(|| Override {
                reason: "Nobody else here uses British Sign Language, and the meeting is next week".to_owned(),
                told_on: Some(now.day()),
                told_how: "On the telephone, by the manager".to_owned(),
                alternatives: "An interpreter with another officer, or the service next door".to_owned(),
                answer: "They would rather have somebody who signs, and know that he is a governor there".to_owned(),
                more: Vec::new(),
            }),
            handover: handover.to_owned(),
            without_aim: if desk.owes_aim(now, id).map_err(failed("give a case out"))? {
                "Nobody has spoken with them at length yet".to_owned()
            } else {
                String::new()
            },
        };
        let mut last = None;
        for worker in Self::tries(to) {
            match desk.allocate(now, id, self.office.id(worker), &request).await {
                Ok(()) => {
                    self.cases[number].stand_in = (worker != to).then_some((to, worker));
                    return Ok(());
                }
                Err(AllocateError::LookFirst) => {
                    let looked = desk
                        .look_at_match(now, id, self.office.id(worker), false, SOMEBODY_ELSE)
                        .await;
                    looked.map_err(failed("look at a match"))?;
                    let allocated = desk.allocate(now, id, self.office.id(worker), &request).await;
                    self.cases[number].stand_in = (worker != to).then_some((to, worker));
                    return allocated.map_err(failed("give a case out"));
                }
                Err(error @ (AllocateError::Barred | AllocateError::OverrideAnswerMissing { .. })) => {
                    last = Some(error)
                }
                Err(error) => return Err(failed("give a case out")(error)),
            }
        }
        Err(failed("give a case out")(
            last.map_or(String::new(), |error| error.to_string()),
        ))
    }
}
