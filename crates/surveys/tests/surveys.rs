//! What is kept, for whom, and what goes.
#![allow(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use std::fs;

use surveys::{Found, Owner, Surveys, SurveysError};

fn owner(account: &str) -> Owner {
    Owner { tenant: "contoso".to_owned(), account: account.to_owned() }
}

fn listed(ids: &[&str]) -> Vec<(String, String)> {
    ids.iter().map(|id| ((*id).to_owned(), format!("{id} as listed"))).collect()
}

fn wrong(id: &str) -> Found {
    Found { guest: id.to_owned(), result: Some(format!("{id} has no main address")) }
}

#[tokio::test]
async fn a_survey_that_was_broken_off_goes_on_where_it_was() {
    let folder = temporary_folder::temporary_folder();
    let file = folder.path().join("surveys.db");
    {
        let surveys = Surveys::open(&file).unwrap();
        surveys.begin("s", &owner("anna"), "page 1").await.unwrap();
        assert_eq!(surveys.add("s", listed(&["a", "b", "c"]), "page 2").await.unwrap(), 3);
        surveys.settle("s", vec![wrong("a"), Found { guest: "b".into(), result: None }], "b").await.unwrap();
    }
    let surveys = Surveys::open(&file).unwrap();
    let kept = surveys.kept(&owner("anna")).await.unwrap().unwrap();
    assert_eq!((kept.id.as_str(), kept.state.as_str(), kept.examined, kept.waiting), ("s", "b", 2, 1));
    assert_eq!(kept.found, [("a".to_owned(), "a has no main address".to_owned())]);
    assert_eq!(surveys.waiting("s", 20).await.unwrap(), listed(&["c"]));
    // The page is read once more: nobody comes in twice, not even who was found to be well.
    assert_eq!(surveys.add("s", listed(&["b", "c", "d"]), "page 2").await.unwrap(), 1);
    assert_eq!(surveys.waiting("s", 20).await.unwrap(), listed(&["c", "d"]));
}

#[tokio::test]
async fn the_one_before_is_kept_to_compare_with_and_none_older() {
    let surveys = Surveys::in_memory();
    for id in ["first", "second", "third"] {
        surveys.begin(id, &owner("anna"), id).await.unwrap();
        surveys.add(id, listed(&[id]), id).await.unwrap();
        surveys.settle(id, vec![wrong(id)], id).await.unwrap();
    }
    surveys.begin("of somebody else", &owner("bram"), "x").await.unwrap();
    let kept = surveys.kept(&owner("anna")).await.unwrap().unwrap();
    assert_eq!(kept.id, "third");
    let (state, found) = kept.before.unwrap();
    assert_eq!((state.as_str(), found[0].0.as_str()), ("second", "second"));
    assert!(surveys.waiting("first", 9).await.unwrap().is_empty());
    let brams = surveys.kept(&owner("bram")).await.unwrap().unwrap();
    assert_eq!((brams.id.as_str(), brams.before), ("of somebody else", None));
}

#[tokio::test]
async fn what_is_forgotten_stands_nowhere_in_the_file() {
    let folder = temporary_folder::temporary_folder();
    let file = folder.path().join("surveys.db");
    let surveys = Surveys::open(&file).unwrap();
    surveys.begin("s", &owner("anna"), "page 1").await.unwrap();
    surveys.add("s", listed(&["jan.de.vries", "pieter.jansen"]), "page 2").await.unwrap();
    surveys.settle("s", vec![wrong("jan.de.vries"), wrong("pieter.jansen")], "done").await.unwrap();
    let gone = surveys.forget_guests(|text| text.starts_with("jan.de.vries has")).await.unwrap();
    assert_eq!(gone.into_iter().collect::<Vec<_>>(), ["jan.de.vries"]);
    assert_eq!(surveys.kept(&owner("anna")).await.unwrap().unwrap().found.len(), 1);
    surveys.forget(Some("another organisation")).await.unwrap();
    assert!(surveys.kept(&owner("anna")).await.unwrap().is_some());
    surveys.forget(None).await.unwrap();
    assert_eq!(surveys.kept(&owner("anna")).await.unwrap(), None);
    let left: Vec<u8> = fs::read_dir(folder.path())
        .unwrap()
        .flat_map(|entry| fs::read(entry.unwrap().path()).unwrap())
        .collect();
    for name in ["jan.de.vries", "pieter.jansen", "page 1"] {
        assert!(!left.windows(name.len()).any(|it| it == name.as_bytes()), "{name} is still there");
    }
}

#[tokio::test]
async fn a_damaged_file_is_begun_anew_and_a_newer_or_foreign_one_is_left_alone() {
    let folder = temporary_folder::temporary_folder();
    let file = folder.path().join("surveys.db");
    fs::write(&file, b"no database at all, but long enough to look like one to somebody").unwrap();
    let surveys = Surveys::open(&file).unwrap();
    surveys.begin("s", &owner("anna"), "page 1").await.unwrap();
    drop(surveys);

    let newer = rusqlite::Connection::open(&file).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    let before = fs::read(&file).unwrap();
    assert!(matches!(Surveys::open(&file), Err(SurveysError::Newer { found: 99 })));
    assert_eq!(fs::read(&file).unwrap(), before);

    let foreign = folder.path().join("foreign.db");
    let other = rusqlite::Connection::open(&foreign).unwrap();
    other.pragma_update(None, "application_id", 7).unwrap();
    drop(other);
    assert!(matches!(Surveys::open(&foreign), Err(SurveysError::NotOurs)));
}

#[cfg(unix)]
#[test]
fn the_file_is_its_owners_and_no_link_is_followed() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = temporary_folder::temporary_folder();
    let file = folder.path().join("surveys.db");
    drop(Surveys::open(&file).unwrap());
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let (elsewhere, link) = (folder.path().join("elsewhere"), folder.path().join("link.db"));
    fs::write(&elsewhere, b"").unwrap();
    symlink(&elsewhere, &link).unwrap();
    assert!(Surveys::open(&link).is_err());
    assert_eq!(fs::read(&elsewhere).unwrap(), b"");
}
