//! What a survey of all guests found, kept so that it goes on after a restart, and so that the next one can say what is
//! new: an SQLite file.
//!
//! It is no record. Whoever loses it makes the survey again, so that a file that is damaged is begun anew; one of a newer
//! version is refused and left alone.
//!
//! What this crate refuses to know: who a guest is, what is wrong with them, how far a survey came. Texts come in and go
//! out as they are. What is kept is personal data: it goes with [`Surveys::forget`], and its place is written over.
//!
//! ```
//! use surveys::{Found, Owner, Surveys};
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), surveys::SurveysError> {
//! let surveys = Surveys::in_memory();
//! let anna = Owner { tenant: "contoso".into(), account: "anna".into() };
//! surveys.begin("first", &anna, "at the first page").await?;
//! surveys.add("first", vec![("jan".into(), "as listed".into())], "at the second page").await?;
//! assert_eq!(surveys.waiting("first", 20).await?, [("jan".to_owned(), "as listed".to_owned())]);
//!
//! surveys.settle("first", vec![Found { guest: "jan".into(), result: Some("no main address".into()) }], "done").await?;
//! let kept = surveys.kept(&anna).await?.expect("it was begun");
//! assert_eq!((kept.state.as_str(), kept.found.len(), kept.waiting), ("done", 1, 0));
//! # Ok(())
//! # }
//! ```

mod schema;
mod store;

pub use store::{Found, Kept, Owner, Surveys, SurveysError};
