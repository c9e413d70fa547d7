//! The running app behind the contract with the window: what answers each command, and how all of it is wired.
//!
//! A host (the Tauri shell, the development host of the browser tests) holds an [`App`] and passes each command to
//! [`App::dispatch`]; nothing else crosses. The window gets kinds and arguments, never prose, never a token.
//!
//! What can be asked, and what an answer looks like, stands in `window-contract`; here the domain's answers are given
//! that form.
//!
//! This crate refuses to know: Tauri, the screen, and what a command means beyond handing it to `procedure`.
//!
//! ```
//! use std::sync::Arc;
//! use bridge::{App, Opener, Options};
//!
//! struct NoBrowser;
//! impl Opener for NoBrowser {
//!     fn open(&self, _url: &str) -> Result<(), String> {
//!         Err("no browser here".to_owned())
//!     }
//!     fn open_sign_in(&self, url: &str) -> Result<(), String> {
//!         self.open(url)
//!     }
//!     fn open_mail(&self, url: &str) -> Result<(), String> {
//!         self.open(url)
//!     }
//!
//!     fn open_folder(&self, _folder: &std::path::Path) -> Result<(), String> {
//!         Err("there is no window of files here".to_owned())
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = temporary_folder::temporary_folder();
//! let options = Options { practice: Some(None), ..Options::in_folder(folder.path(), Arc::new(NoBrowser)) };
//! let app = App::compose(options)?;
//! let status = app.dispatch("status", serde_json::json!({})).await.map_err(|problem| format!("{problem:?}"))?;
//! assert_eq!(status["account"]["tenant"], "practice");
//! # Ok(())
//! # }
//! ```

mod app;
mod authority;
mod awaited_page;
mod batch;
mod compose;
mod conflict;
mod data_folder;
mod diagnostics;
mod form;
mod guest_table;
mod hand_over;
mod handed;
mod history_table;
mod last_account;
mod links;
mod named;
mod options;
mod organisation;
mod permissions;
mod persona;
#[cfg(test)]
mod pieter;
mod plan;
mod problem;
mod progress;
mod recent;
mod record_head;
mod report;
mod role;
mod save_dialog;
mod settings;
mod signing_problem;
mod spreadsheet;
mod survey;
mod survey_table;
mod table;
mod window;

pub use app::App;
pub use compose::{Parts, StartUpFailure};
pub use options::{Opener, Options};
pub use problem::AppProblem;
pub use save_dialog::{SaveDialog, SaveInto};
pub use window::{NoWindow, Window};
/// What an [`App`] is asked with and answers. A host that only passes it on names `window_contract` itself.
pub use window_contract::view;
pub use words::{Language, MenuWords};
