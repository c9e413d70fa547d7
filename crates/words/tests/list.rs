//! What the build says of a list of languages and of the folders beside it.

#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

#[path = "../build/list.rs"]
mod list;

use std::collections::BTreeMap;

const LIST: &str = r#"{
  "en": { "name": "English", "dates": "en-GB", "invitation": "en-US" },
  "pt-BR": { "name": "português", "dates": "pt-BR", "invitation": "pt-BR" }
}"#;

/// What is made of this list and these folders, which have two files each.
fn made(list: &str, folders: &[&str]) -> Result<String, String> {
    let files = || vec!["app.ftl".to_owned(), "documents.ftl".to_owned()];
    let folders: BTreeMap<_, _> = folders.iter().map(|&folder| (folder.to_owned(), files())).collect();
    list::source(list, "locales", &folders)
}

#[test]
fn a_list_and_its_folders_become_the_languages_in_the_order_of_the_list() {
    let expected = r#"languages! {
    En "en" "English" "locales/en/documents.ftl" ["locales/en/app.ftl"]
    PtBr "pt-BR" "português" "locales/pt-BR/documents.ftl" ["locales/pt-BR/app.ftl"]
}
"#;
    assert_eq!(made(LIST, &["pt-BR", "en"]).unwrap(), expected);
}

#[test]
fn a_line_without_its_folder_and_a_folder_without_its_line_do_not_build() {
    assert_eq!(made(LIST, &["en"]).unwrap_err(), "pt-BR: there is no such folder");
    assert_eq!(made(LIST, &["de", "en", "pt-BR"]).unwrap_err(), "the folder de has no line in the list");
    let no_documents = BTreeMap::from(
        [("en", &["app.ftl"][..]), ("pt-BR", &["app.ftl"])]
            .map(|(tag, files)| (tag.to_owned(), files.iter().map(|&file| file.to_owned()).collect())),
    );
    assert_eq!(list::source(LIST, "", &no_documents).unwrap_err(), "en: there is no documents.ftl");
}

#[test]
fn a_line_that_lacks_something_says_something_else_or_misspells_a_tag_does_not_build() {
    let table = [
        (r#""dates": "en-GB", "#, "", "en: missing field `dates`"),
        (r#""dates""#, r#""date""#, "en: unknown field `date`"),
        ("en-US", "en_US", "en: \"en_US\" is not written as BCP 47 has it"),
        ("pt-BR\":", "pt-br\":", "pt-br: \"pt-br\" is not written as BCP 47 has it"),
    ];
    for (was, is, expected) in table {
        let planted = LIST.replace(was, is);
        let second = if planted.contains("pt-br") { "pt-br" } else { "pt-BR" };
        let refused = made(&planted, &["en", second]);
        assert!(refused.as_ref().is_err_and(|problem| problem.starts_with(expected)), "{refused:?}");
    }
}
