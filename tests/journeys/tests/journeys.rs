//! One binary for all journeys; a module for each area. How they run: `tests/README.md`.

#[cfg(test)]
mod journeys {
    mod call;
    mod canary;
    mod case;
    mod compliance;
    mod device;
    mod form;
    mod guide_manager;
    mod guides;
    mod inbox;
    mod leave;
    mod offline;
    mod palette;
    mod policy;
    mod practice;
    mod profiles;
    mod reach;
    mod referral;
    mod registers;
    mod sample;
    mod schools;
    mod site;
    mod storage;
    mod tour;
    mod typed;
    mod views;
    mod webkit;
    mod week;
    mod wording;
    mod workspace;
}
