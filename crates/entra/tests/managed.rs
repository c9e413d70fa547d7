//! The machine's managed settings: read strictly, and never passed over.
#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

use std::fs;
use std::path::PathBuf;

use entra::{ManagedSettings, ManagedSettingsError, OrganisationError};
use serde_json::{Value, json};

fn contoso() -> Value {
    let id = "5f4b8f5e-0000-4000-8000-000000000001";
    json!({ "version": 1, "name": "Contoso", "tenant": "contoso.onmicrosoft.com", "clientId": id, "cloud": "global" })
}

/// A managed file of this content, in a folder only its owner writes to.
fn managed(content: &str) -> (temporary_folder::TemporaryFolder, PathBuf) {
    let folder = temporary_folder::temporary_folder();
    let file = folder.path().join("managed.json");
    fs::write(&file, content).unwrap();
    #[cfg(unix)]
    mode(&file, 0o644);
    (folder, file)
}

#[cfg(unix)]
fn mode(path: &std::path::Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_managed_file_presets_organisation_and_language_and_switches_repairs_off() {
    let mut organisation = contoso();
    organisation["cloud"] =
        json!({ "login": "https://login.contoso.example", "graph": "https://graph.contoso.example" });
    let content = json!({ "version": 1, "organisation": organisation, "language": "nl", "readOnly": true });
    let (_folder, file) = managed(&content.to_string());
    let read = ManagedSettings::read(&file).unwrap().unwrap();
    assert!(read.organisation.unwrap().cloud.is_custom());
    assert_eq!((read.language.as_deref(), read.read_only), (Some("nl"), true));

    // Which languages there are, whoever shows the window knows.
    let (_folder, file) = managed(r#"{ "version": 1, "language": "de" }"#);
    assert_eq!(ManagedSettings::read(&file).unwrap().unwrap().language.as_deref(), Some("de"));

    let (_folder, file) = managed(r#"{ "version": 1 }"#);
    assert_eq!(ManagedSettings::read(&file).unwrap().unwrap(), ManagedSettings::default());
}

#[test]
fn a_managed_file_that_is_there_always_counts_or_is_an_error() {
    let misspelt = r#"{ "version": 1, "readonly": true }"#;
    let table = [
        ("", OrganisationError::NotJson),
        ("[]", OrganisationError::NotJson),
        (r#"{ "version": 2, "everything": false }"#, OrganisationError::Newer { found: 2 }),
        (r#"{ "readOnly": true }"#, OrganisationError::Missing { field: "version" }),
        (misspelt, OrganisationError::Unknown { field: "readonly".into() }),
        (r#"{ "version": 1, "readOnly": "yes" }"#, OrganisationError::Invalid { field: "readOnly" }),
        (
            r#"{ "version": 1, "readOnly": true, "readOnly": false }"#,
            OrganisationError::Invalid { field: "readOnly" },
        ),
        (r#"{ "version": 1, "language": 7 }"#, OrganisationError::Invalid { field: "language" }),
        (
            r#"{ "version": 1, "organisation": "contoso.nl" }"#,
            OrganisationError::Invalid { field: "organisation" },
        ),
        (r#"{ "version": 1, "organisation": {} }"#, OrganisationError::Missing { field: "version" }),
        (r#"{ "version": 1, "organisation": { "version": 9 } }"#, OrganisationError::Newer { found: 9 }),
    ];
    for (content, why) in table {
        let (_folder, file) = managed(content);
        assert_eq!(ManagedSettings::read(&file), Err(ManagedSettingsError::NotUnderstood(why)), "{content}");
    }
    let (_folder, file) = managed(&" ".repeat(64 * 1024 + 1));
    assert_eq!(
        ManagedSettings::read(&file),
        Err(ManagedSettingsError::NotUnderstood(OrganisationError::TooLarge))
    );
    let (_folder, file) = managed("");
    fs::write(&file, [0xff, 0xfe]).unwrap();
    assert!(matches!(ManagedSettings::read(&file), Err(ManagedSettingsError::Unreadable(_))));
}

#[test]
fn no_file_is_no_managed_settings_but_what_cannot_be_read_is_trouble() {
    let folder = temporary_folder::temporary_folder();
    assert_eq!(ManagedSettings::read(&folder.path().join("managed.json")), Ok(None));
    assert_eq!(ManagedSettings::read(&folder.path().join("no/such/folder/managed.json")), Ok(None));
    assert!(
        matches!(ManagedSettings::read(folder.path()), Err(ManagedSettingsError::Unreadable(_))),
        "a folder"
    );
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    #[cfg(unix)]
    {
        assert!(matches!(
            ManagedSettings::read(&file.join("managed.json")),
            Err(ManagedSettingsError::Unreadable(_))
        ));
        let link = folder.path().join("link.json");
        std::os::unix::fs::symlink("/nowhere/managed.json", &link).unwrap();
        assert!(
            matches!(ManagedSettings::read(&link), Err(ManagedSettingsError::Unreadable(_))),
            "a link to nothing"
        );
    }
    assert!(ManagedSettings::path().is_absolute());
}

#[cfg(unix)]
#[test]
fn a_managed_file_that_others_can_write_is_nobodys_word() {
    for writable in [0o664, 0o646, 0o666] {
        let (_folder, file) = managed(r#"{ "version": 1 }"#);
        mode(&file, writable);
        assert_eq!(
            ManagedSettings::read(&file),
            Err(ManagedSettingsError::WritableByOthers { path: file.clone() })
        );
    }
    let (folder, file) = managed(r#"{ "version": 1 }"#);
    mode(folder.path(), 0o775);
    let place = folder.path().canonicalize().unwrap();
    assert_eq!(ManagedSettings::read(&file), Err(ManagedSettingsError::WritableByOthers { path: place }));
}
