//! Whatever an organisation file says, it is understood or refused; what is understood can be written and read again.

#[cfg(test)]
mod random_input {
    use entra::{ConfigSource, Organisation};
    use random_input::read;
    use serde_json::json;

    #[test]
    fn organisation_file() {
        let sources = [ConfigSource::Launch, ConfigSource::Managed, ConfigSource::Window];
        let hosts =
            json!({ "login": "https://login.contoso.example", "graph": "https://graph.contoso.example" });
        read("organisation-file", |input| {
            let cloud = if input.once_in(2) { hosts.clone() } else { json!("global") };
            let sample = json!({
                "version": 1, "name": "Contoso", "tenant": "contoso.onmicrosoft.com", "help": "help@contoso.example",
                "clientId": "6f0dcd1b-4c5e-4a4e-9f0b-7a1d2f3c4b5a", "cloud": cloud,
            });
            let (bytes, source) = (input.json(&sample), *input.one_of(&sources));
            let Ok(text) = String::from_utf8(bytes) else { return };
            if let Ok(organisation) = Organisation::parse(&text, source) {
                let again = Organisation::parse(&organisation.to_json(), source);
                assert_eq!(again.as_ref(), Ok(&organisation), "{text}");
            }
        });
    }
}
