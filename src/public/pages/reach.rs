//! A task that is done by telephone, e-mail or post. The page says so, and never pretends to take it.

use super::contact;
use crate::markup::Node;
use crate::public::journey::Journey;
use crate::public::route::Task;
use crate::public::telling::{Block, Telling};
use crate::public::words::home;

/// How to do this task.
pub(in crate::public) fn reach(task: Task) -> Node {
    let mut chair = None;
    Journey::here().service(|service| chair = service.chair.clone().filter(|_| task == Task::Challenge));
    let (words, lead, more) = match task {
        Task::Feedback => (&home::FEEDBACK, home::FEEDBACK_LEAD, home::FEEDBACK_MORE),
        Task::Views => (&home::VIEWS, home::VIEWS_LEAD, home::VIEWS_MORE),
        Task::Records => (&home::RECORDS, home::RECORDS_LEAD, home::RECORDS_MORE),
        Task::Challenge if chair.is_some() => (&home::CHALLENGE, home::CHALLENGE_LEAD, home::CHALLENGE_MORE),
        // Where the service named no Chair, families are not sent to one: the service's own telephone stands below.
        Task::Challenge => (&home::CHALLENGE, home::CHALLENGE_NO_CHAIR, home::CHALLENGE_NO_CHANGE),
    };
    let mut blocks = vec![Block::Lead(lead.to_owned()), Block::Text(more.to_owned())];
    Journey::here().service(|service| {
        if task == Task::Records {
            blocks.push(Block::Text(service.retention.clone()));
        }
        match &chair {
            Some(chair) => blocks.extend([
                Block::Heading(home::CHAIR),
                Block::Text(chair.name.clone()),
                contact::chair(chair),
            ]),
            None => blocks.extend([Block::Heading(home::REACH_US), contact::service(&service.contacts)]),
        }
    });
    Telling {
        blocks,
        ..Telling::new(words.name)
    }
    .view()
}
