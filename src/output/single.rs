//! Single files outside the output folder: what `new` makes, `check --fix` changes and `package` leaves.

use super::disk::{rewrite, write_new};
use super::error::WriteError;
use std::path::Path;

/// Makes a file and the folders that lead to it.
///
/// # Errors
/// When it is there already (it is then left as it is) or cannot be written.
pub fn create_file(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    write_new(path, bytes)
}

/// Replaces the content of a file in one step; it keeps its rights, and a link stays a link.
///
/// # Errors
/// When it is not there or cannot be written; the old content is then still whole.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    rewrite(path, bytes)
}
