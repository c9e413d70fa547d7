//! The organisation file, read strictly.
#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

use entra::{Cloud, ConfigSource, MicrosoftCloud, Organisation, OrganisationError};
use proptest::prelude::*;
use serde_json::{Value, json};
use url::Url;

const ID: &str = "5f4b8f5e-0000-4000-8000-000000000001";

fn contoso() -> Value {
    json!({
        "version": 1, "name": "Contoso", "tenant": "contoso.onmicrosoft.com", "clientId": ID,
        "cloud": "global", "help": "servicedesk@contoso.nl",
    })
}

/// Contoso's file with one field changed; `null` takes it out.
fn with(field: &str, value: Value) -> String {
    let mut file = contoso();
    match value {
        Value::Null => drop(file.as_object_mut().unwrap().remove(field)),
        value @ (Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Array(_)
        | Value::Object(_)) => file[field] = value,
    }
    file.to_string()
}

fn read(text: &str) -> Result<Organisation, OrganisationError> {
    Organisation::parse(text, ConfigSource::Window)
}

#[test]
fn the_file_of_the_design_is_read_and_written_again_as_it_is() {
    let text = format!(
        r#"{{
  "version": 1,
  "name": "Contoso",
  "tenant": "contoso.onmicrosoft.com",
  "clientId": "{ID}",
  "cloud": "global",
  "help": "servicedesk@contoso.nl"
}}
"#
    );
    let organisation = read(&text).unwrap();
    assert_eq!(organisation.name, "Contoso");
    assert_eq!(organisation.tenant, "contoso.onmicrosoft.com");
    assert_eq!(organisation.client_id.to_string(), ID);
    assert_eq!(organisation.cloud, Cloud::Microsoft(MicrosoftCloud::Global));
    assert_eq!(organisation.help.as_deref(), Some("servicedesk@contoso.nl"));
    assert_eq!(organisation.to_json(), text);
    assert_eq!(read(&format!("\u{feff}{text}")).unwrap(), organisation, "as Windows' Notepad keeps it");
}

#[test]
fn a_field_that_has_no_place_is_named_and_so_a_secret_is_kept_out() {
    for field in ["clientSecret", "password", "Name", "refresh_token", "cloud.login", ""] {
        let refused = read(&with(field, json!("x")));
        assert_eq!(refused, Err(OrganisationError::Unknown { field: field.to_owned() }));
    }
    let misleading = read(&with("a\u{202e}b\n", json!(1)));
    assert_eq!(misleading, Err(OrganisationError::Unknown { field: "a\u{fffd}b\u{fffd}".to_owned() }));
}

#[test]
fn the_version_is_looked_at_before_anything_else() {
    let newer = r#"{ "version": 2, "somethingNew": {} }"#;
    assert_eq!(read(newer), Err(OrganisationError::Newer { found: 2 }));
    for version in [json!(0), json!(-1), json!("1"), json!(1.0), json!(true), json!([1])] {
        assert_eq!(read(&with("version", version)), Err(OrganisationError::Invalid { field: "version" }));
    }
    assert_eq!(read(&with("version", Value::Null)), Err(OrganisationError::Missing { field: "version" }));
}

#[test]
fn what_is_missing_twice_there_or_of_another_kind_is_refused_by_name() {
    for field in ["name", "tenant", "clientId", "cloud"] {
        assert_eq!(read(&with(field, Value::Null)), Err(OrganisationError::Missing { field }));
    }
    for field in ["name", "tenant", "clientId", "cloud", "help"] {
        for value in [json!(7), json!(["x"]), json!(false), json!("")] {
            assert_eq!(read(&with(field, value)), Err(OrganisationError::Invalid { field }), "{field}");
        }
        let twice = contoso().to_string().replacen('{', &format!("{{ \"{field}\": \"fabrikam.nl\", "), 1);
        assert_eq!(read(&twice), Err(OrganisationError::Invalid { field }), "{field} twice");
    }
    assert_eq!(read(&with("help", Value::Null)).unwrap().help, None);
    let empty = contoso().to_string().replace("\"servicedesk@contoso.nl\"", "null");
    assert_eq!(read(&empty), Err(OrganisationError::Invalid { field: "help" }));
}

#[test]
fn what_is_no_object_or_far_too_large_is_no_organisation() {
    for text in ["", "null", "[]", "\"x\"", "{", "{} {}", "<html>", "\u{0}"] {
        assert_eq!(read(text), Err(OrganisationError::NotJson), "{text:?}");
    }
    assert_eq!(read(&"[".repeat(60_000)), Err(OrganisationError::NotJson), "nested without end");
    assert_eq!(read(&" ".repeat(64 * 1024 + 1)), Err(OrganisationError::TooLarge));
    let padded = contoso().to_string();
    assert!(read(&format!("{padded}{}", " ".repeat(64 * 1024 - padded.len()))).is_ok());
}

#[test]
fn a_tenant_is_a_domain_or_a_guid_and_never_everybody() {
    let right = [
        ("contoso.onmicrosoft.com", "contoso.onmicrosoft.com"),
        (" Contoso.NL ", "contoso.nl"),
        ("xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("5F4B8F5E-0000-4000-8000-000000000001", ID),
    ];
    for (written, tenant) in right {
        assert_eq!(read(&with("tenant", json!(written))).unwrap().tenant, tenant);
    }
    let wrong = [
        "common",
        "organizations",
        "consumers",
        "contoso",
        "contoso.nl/x",
        "contoso.nl?x",
        "a b.nl",
        "-a.nl",
        "a-.nl",
        "a..nl",
        ".nl",
        "nl.",
        "10.0.0.1",
        "contoso.nl:443",
        "anna@contoso.nl",
        "https://contoso.nl",
        "bücher.example",
        "{5f4b8f5e-0000-4000-8000-000000000001}",
        "5f4b8f5e000040008000000000000001",
        "00000000-0000-0000-0000-000000000000",
    ];
    for tenant in wrong {
        let refused = read(&with("tenant", json!(tenant)));
        assert_eq!(refused, Err(OrganisationError::Invalid { field: "tenant" }), "{tenant}");
    }
    let long = format!("{}.nl", "a".repeat(64));
    assert!(read(&with("tenant", json!(long))).is_err());
}

#[test]
fn a_client_id_is_a_guid_and_not_the_templates_empty_one() {
    for id in ["GUID", "00000000-0000-0000-0000-000000000000", "{5f4b8f5e-0000-4000-8000-000000000001}", "x"]
    {
        assert_eq!(read(&with("clientId", json!(id))), Err(OrganisationError::Invalid { field: "clientId" }));
    }
    assert_eq!(read(&with("clientId", json!(ID.to_uppercase()))).unwrap().client_id.to_string(), ID);
}

#[test]
fn names_and_help_read_as_what_they_are() {
    for name in
        ["Contoso", " Contoso ", "Группа Контосо", "شركة كونتوسو", "O'Neil & Zn. <b>", &"x".repeat(120)]
    {
        assert_eq!(read(&with("name", json!(name))).unwrap().name, name.trim());
    }
    let wrong = [
        "",
        "  ",
        "a\nb",
        "a\u{202e}b",
        "a\u{200b}b",
        "a\u{2066}b",
        "\u{7}",
        // What is not seen although it counts as a letter or belongs to one: another name that reads as Contoso.
        "Contoso\u{3164}",
        "\u{115f}Contoso",
        "Contoso\u{ffa0}",
        "\u{2800}",
        "Contoso\u{fe0f}",
        "Contoso\u{e0100}",
        "Con\u{34f}toso",
        &"x".repeat(121),
    ];
    for name in wrong {
        assert_eq!(
            read(&with("name", json!(name))),
            Err(OrganisationError::Invalid { field: "name" }),
            "{name:?}"
        );
    }
    let right = [
        "servicedesk@contoso.nl",
        "o'neil+it@contoso.nl",
        "jürgen@contoso.example",
        "anna@xn--bcher-kva.example",
        "https://help.contoso.nl/it?a=b#c",
    ];
    for help in right {
        assert_eq!(read(&with("help", json!(help))).unwrap().help.as_deref(), Some(help));
    }
    let wrong = [
        "call Anna",
        "@contoso.nl",
        "anna@",
        "anna@contoso",
        "a b@contoso.nl",
        "Anna <anna@contoso.nl>",
        "mailto:anna@contoso.nl",
        "http://help.contoso.nl",
        "https://anna@evil.example/",
        "https://@evil.example/",
        "https:help.contoso.nl",
        "https:\\\\help.contoso.nl",
        "https:///help.contoso.nl",
        "https://help contoso.nl/",
        "https://",
        "javascript:alert(1)",
        "HTTPS://help.contoso.nl",
        "anna@contoso.nl\u{202e}",
        // Cyrillic letters that read as Latin ones: a domain of other letters is written as DNS has it.
        "servicedesk@\u{441}ontoso.nl",
        "https://help.cont\u{43e}so.nl/",
        "anna@bücher.example",
        "https://help\u{ff0e}contoso.nl/",
    ];
    for help in wrong {
        assert_eq!(
            read(&with("help", json!(help))),
            Err(OrganisationError::Invalid { field: "help" }),
            "{help}"
        );
    }
    assert!(read(&with("help", json!(format!("https://help.contoso.nl/{}", "x".repeat(180))))).is_err());
}

#[test]
fn a_cloud_is_named_exactly() {
    let table = [
        ("global", MicrosoftCloud::Global),
        ("usGovHigh", MicrosoftCloud::UsGovHigh),
        ("usGovDod", MicrosoftCloud::UsGovDod),
        ("china", MicrosoftCloud::China),
    ];
    for (name, cloud) in table {
        assert_eq!(read(&with("cloud", json!(name))).unwrap().cloud, cloud.into());
    }
    for name in ["Global", "custom", "germany", "https://login.microsoftonline.com"] {
        assert_eq!(read(&with("cloud", json!(name))), Err(OrganisationError::Invalid { field: "cloud" }));
    }
}

fn own_hosts(login: &str) -> String {
    with("cloud", json!({ "login": login, "graph": "https://127.0.0.1:8443" }))
}

#[test]
fn hosts_of_its_own_come_from_launch_and_managed_settings_only() {
    let text = own_hosts("https://Login.Contoso.example:8443/");
    assert_eq!(Organisation::parse(&text, ConfigSource::Window), Err(OrganisationError::CustomHosts));
    for from in [ConfigSource::Launch, ConfigSource::Managed] {
        let organisation = Organisation::parse(&text, from).unwrap();
        let Cloud::Custom { login, graph } = &organisation.cloud else { panic!("{organisation:?}") };
        assert_eq!(login, &Url::parse("https://login.contoso.example:8443").unwrap());
        assert_eq!(graph, &Url::parse("https://127.0.0.1:8443").unwrap());
        assert_eq!(Organisation::parse(&organisation.to_json(), from).unwrap(), organisation);
    }
    // Neither can one be made in the window, nor smuggled in as what is not even right.
    assert_eq!(
        Organisation::parse(&own_hosts("ftp://x"), ConfigSource::Window),
        Err(OrganisationError::CustomHosts)
    );
}

#[test]
fn a_host_of_its_own_is_a_host_over_https_and_nothing_more() {
    let wrong = [
        "http://login.contoso.example",
        "https://login.contoso.example/x",
        "https://login.contoso.example?x",
        "https://login.contoso.example?",
        "https://login.contoso.example#",
        "https://anna@login.contoso.example",
        "https://anna:x@login.contoso.example",
        "https://@login.contoso.example",
        "https:login.contoso.example",
        "https:/login.contoso.example",
        "https:///login.contoso.example",
        "https:\\\\login.contoso.example",
        "https://login.contoso.example\\@evil.example",
        "https://login\t.contoso.example",
        "login.contoso.example",
        "https://login.contoso.example:99999",
        "https://",
        "",
        "https://login.contoso.example/..",
        "https://lo\u{202e}gin.example",
    ];
    for login in wrong {
        let refused = Organisation::parse(&own_hosts(login), ConfigSource::Launch);
        assert_eq!(refused, Err(OrganisationError::Invalid { field: "cloud" }), "{login}");
    }
    let unknown =
        with("cloud", json!({ "login": "https://a.example", "graph": "https://b.example", "token": "x" }));
    let unknown = Organisation::parse(&unknown, ConfigSource::Launch);
    assert_eq!(unknown, Err(OrganisationError::Unknown { field: "cloud.token".into() }));
    let half =
        Organisation::parse(&with("cloud", json!({ "login": "https://a.example" })), ConfigSource::Launch);
    assert_eq!(half, Err(OrganisationError::Invalid { field: "cloud" }));
}

#[test]
fn what_is_filled_in_step_by_step_follows_the_same_rules() {
    let made = Organisation::new(
        " Contoso ",
        "Contoso.onmicrosoft.com",
        ID,
        "global",
        Some("servicedesk@contoso.nl"),
    );
    assert_eq!(made.unwrap(), read(&contoso().to_string()).unwrap());
    let without_help = Organisation::new("Contoso", "contoso.nl", ID, "china", Some("  ")).unwrap();
    assert_eq!(without_help.help, None);
    let wrong = [
        (Organisation::new("", "contoso.nl", ID, "global", None), "name"),
        (Organisation::new("Contoso", "common", ID, "global", None), "tenant"),
        (Organisation::new("Contoso", "contoso.nl", "my app", "global", None), "clientId"),
        (Organisation::new("Contoso", "contoso.nl", ID, "custom", None), "cloud"),
        (Organisation::new("Contoso", "contoso.nl", ID, "global", Some("Anna")), "help"),
    ];
    for (made, field) in wrong {
        assert_eq!(made, Err(OrganisationError::Invalid { field }));
    }
}

prop_compose! {
    fn organisation()(
        // Neither unassigned nor a control, and seen: what is not is refused.
        name in "[^\\p{C}\\p{Z}\\p{DI}\u{2800}][^\\p{C}\\p{Zl}\\p{Zp}\\p{DI}\u{2800}]{0,60}[^\\p{C}\\p{Z}\\p{DI}\u{2800}]",
        domain in "[a-z0-9]{1,10}(-[a-z0-9]{1,5})?\\.[a-z]{2,10}",
        id in 1u128..,
        guid_tenant in any::<bool>(),
        cloud in prop_oneof![
            proptest::sample::select(MicrosoftCloud::ALL.to_vec()).prop_map(Cloud::from),
            ("[a-z]{1,10}\\.example", 1u16..).prop_map(|(host, port)| Cloud::Custom {
                login: Url::parse(&format!("https://{host}:{port}")).unwrap(),
                graph: Url::parse(&format!("https://graph.{host}")).unwrap(),
            }),
        ],
        help in proptest::option::of("[a-z]{1,10}@[a-z]{1,10}\\.nl"),
    ) -> Organisation {
        let client_id = uuid::Uuid::from_u128(id);
        let tenant = if guid_tenant { client_id.to_string() } else { domain };
        Organisation { name, tenant, client_id, cloud, help }
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(organisation in organisation()) {
        prop_assert_eq!(Organisation::parse(&organisation.to_json(), ConfigSource::Launch), Ok(organisation));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in any::<String>(), from in proptest::sample::select(vec![ConfigSource::Launch, ConfigSource::Window])) {
        let _ = Organisation::parse(&text, from);
    }

    #[test]
    fn no_value_makes_the_reader_panic_and_what_is_taken_can_be_shown(
        field in proptest::sample::select(vec!["version", "name", "tenant", "clientId", "cloud", "help"]),
        value in any::<String>(),
    ) {
        if let Ok(organisation) = Organisation::parse(&with(field, json!(value)), ConfigSource::Launch) {
            let text = organisation.to_json();
            let misleads = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            prop_assert!(!text.contains(misleads), "{}", text);
            prop_assert_eq!(Organisation::parse(&text, ConfigSource::Launch), Ok(organisation));
        }
    }
}
