//! One binary for all journeys; a module for each area. How they run: `tests/README.md`.

#[cfg(test)]
mod journeys {
    mod call;
    mod canary;
    mod case;
    mod device;
    mod form;
    mod inbox;
    mod offline;
    mod profiles;
    mod reach;
    mod referral;
    mod site;
    mod storage;
    mod typed;
    mod week;
    mod workspace;
}
