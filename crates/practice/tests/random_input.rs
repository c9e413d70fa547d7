//! Whatever stands in a tenant file: refused, or an organisation that answers.

#[cfg(test)]
mod random_input {
    use bytes::Bytes;
    use practice::{Behaviour, FaultFile, Organisation, Tenant};
    use random_input::read;
    use serde_json::json;
    use tower::ServiceExt;

    const GET: [&str; 5] = [
        "/me",
        "/users?$filter=mail%20eq%20'jan@fabrikam.nl'",
        "/directory/deletedItems/microsoft.graph.user",
        "/groups?$select=id,displayName,members",
        "/users/3a000000-0000-4000-8000-000000000002/memberOf",
    ];

    #[test]
    fn tenant_file() {
        let sample = json!({
            "version": 1, "organization": { "id": "8d1b6f3e-0d5c-4b57-9a55-1f6f0d2f7c11", "displayName": "Contoso" },
            "users": [
                { "id": "3a000000-0000-4000-8000-000000000001", "displayName": "Anna", "mail": "anna@contoso.example",
                  "userPrincipalName": "anna@contoso.example" },
                { "id": "3a000000-0000-4000-8000-000000000002", "displayName": "Jan", "mail": "jan@fabrikam.nl",
                  "userType": "Guest", "otherMails": ["jan@fabrikam.nl"], "proxyAddresses": ["SMTP:jan@fabrikam.nl"],
                  "practice": { "find": "jan@fabrikam.nl", "expected": "healthy", "story": "All is well." } },
            ],
            "deletedUsers": [
                { "id": "3a000000-0000-4000-8000-000000000003", "mail": "piet@fabrikam.nl",
                  "deletedDateTime": "2026-11-01T00:00:00Z", "practice": { "deletedDaysAgo": 3 } },
            ],
            "groups": [{ "id": "3a000000-0000-4000-8000-000000000004", "displayName": "Team",
                         "members": ["3a000000-0000-4000-8000-000000000002"],
                         "owners": ["3a000000-0000-4000-8000-000000000001"] }],
            "contacts": [{ "id": "3a000000-0000-4000-8000-000000000005", "mail": "contact@fabrikam.nl" }],
            "roles": { "3a000000-0000-4000-8000-000000000001": ["User Administrator"] },
            "personas": { "user-admin": { "userId": "3a000000-0000-4000-8000-000000000001",
                                          "roles": ["User Administrator"] } },
        });
        assert!(Organisation::read(&sample.to_string()).is_ok(), "the sample is a tenant file");
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        read("tenant-file", |input| {
            let Ok(text) = String::from_utf8(input.json(&sample)) else { return };
            let Ok(organisation) = Organisation::read(&text) else { return };
            _ = (organisation.name(), organisation.personas(), organisation.answer_key());
            let tenant = Tenant::start(organisation, Behaviour::default());
            let path = *input.one_of(&GET);
            let request = http::Request::get(format!("https://graph.microsoft.com/v1.0{path}"))
                .header("authorization", "Bearer practice.user-admin")
                .body(Bytes::new())
                .unwrap();
            let answer = runtime.block_on(tenant.oneshot(request)).unwrap();
            // What somebody wrote into the file is no reason to be at a loss.
            assert!(!answer.status().is_server_error(), "{path}: {text}");
        });
    }

    #[test]
    fn fault_file() {
        let sample =
            json!({ "faults": [{ "match": "PATCH /users/*", "kind": "status", "status": 503, "times": 2 }] });
        read("fault-file", |input| {
            if let Ok(text) = String::from_utf8(input.json(&sample)) {
                _ = FaultFile::read(&text);
            }
        });
    }
}
