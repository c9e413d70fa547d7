//! Whatever a managed file says: understood, or an error, and never an organisation or a language that it does not name.

use random_input::read;
use serde_json::json;

use super::ManagedSettings;

#[test]
fn managed_file() {
    let organisation = json!({
        "name": "Contoso", "tenant": "contoso.onmicrosoft.com", "cloud": "global", "help": "https://help.contoso.example",
        "clientId": "6f0dcd1b-4c5e-4a4e-9f0b-7a1d2f3c4b5a",
    });
    let sample = json!({ "version": 1, "organisation": organisation, "language": "nl", "readOnly": true });
    read("managed-file", |input| {
        let Ok(text) = String::from_utf8(input.json(&sample)) else { return };
        let Ok(settings) = ManagedSettings::parse(&text) else { return };
        for (said, field) in [
            (settings.organisation.is_some(), "\"organisation\""),
            (settings.language.is_some(), "\"language\""),
            (settings.read_only, "\"readOnly\""),
        ] {
            assert!(!said || text.contains(field), "{field} out of nothing: {text}");
        }
    });
}
