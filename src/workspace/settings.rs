//! Settings: backup, passphrase, display, how this browser keeps the records.

mod backup;
mod backup_age;
mod new_passphrase;
mod new_recovery_code;
mod overview;
mod passphrase;
mod storage;
mod words;

pub(super) use backup::Backup;
pub(super) use backup_age::BackupAge;
pub(super) use overview::Settings;
pub(super) use passphrase::Passphrase;
