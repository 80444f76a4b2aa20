//! Journeys through the release build.
