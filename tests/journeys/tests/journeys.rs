//! One binary for all journeys; a module for each area. How they run: `tests/README.md`.

#[cfg(test)]
mod journeys {
    mod call;
    mod case;
    mod form;
    mod offline;
    mod referral;
    mod site;
    mod workspace;
}
