//! A small organisation, and a way to ask it things in one line.
#![allow(dead_code, missing_docs, reason = "shared by several test programs, each of which uses a part")]

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::Request;
use jiff::{SignedDuration, Timestamp};
use practice::{Behaviour, Organisation, Tenant};
use serde_json::{Value, json};
use tower::ServiceExt as _;

pub(crate) const ANNA: &str = "aaaaaaaa-0000-4000-8000-000000000001";
pub(crate) const OWNER: &str = "aaaaaaaa-0000-4000-8000-000000000002";
pub(crate) const ADMIN: &str = "aaaaaaaa-0000-4000-8000-000000000003";
pub(crate) const MAILBOX: &str = "aaaaaaaa-0000-4000-8000-000000000004";
pub(crate) const JAN: &str = "bbbbbbbb-0000-4000-8000-000000000001";
pub(crate) const PIETER: &str = "bbbbbbbb-0000-4000-8000-000000000002";
pub(crate) const ZOE: &str = "bbbbbbbb-0000-4000-8000-000000000003";
pub(crate) const ONEIL: &str = "bbbbbbbb-0000-4000-8000-000000000004";
pub(crate) const ROLE_HOLDER: &str = "bbbbbbbb-0000-4000-8000-000000000005";
pub(crate) const IN_ROLE_GROUP: &str = "bbbbbbbb-0000-4000-8000-000000000006";
pub(crate) const RESTRICTED: &str = "bbbbbbbb-0000-4000-8000-000000000007";
pub(crate) const SYNCED: &str = "bbbbbbbb-0000-4000-8000-000000000008";
pub(crate) const BLOCKED: &str = "bbbbbbbb-0000-4000-8000-000000000009";
pub(crate) const GONE: &str = "dddddddd-0000-4000-8000-000000000001";
pub(crate) const SALES: &str = "cccccccc-0000-4000-8000-000000000001";
pub(crate) const DYNAMIC: &str = "cccccccc-0000-4000-8000-000000000002";
pub(crate) const ROLE_GROUP: &str = "cccccccc-0000-4000-8000-000000000003";
pub(crate) const ON_PREMISES: &str = "cccccccc-0000-4000-8000-000000000004";
pub(crate) const LIST: &str = "cccccccc-0000-4000-8000-000000000005";
pub(crate) const MAIL_SECURITY: &str = "cccccccc-0000-4000-8000-000000000006";
pub(crate) const SECURITY: &str = "cccccccc-0000-4000-8000-000000000007";
pub(crate) const CLOSED: &str = "cccccccc-0000-4000-8000-000000000008";
pub(crate) const CONTACT: &str = "eeeeeeee-0000-4000-8000-000000000001";

/// A healthy guest; `change` makes of it what a test needs.
pub(crate) fn guest(id: &str, name: &str, mail: &str, change: Value) -> Value {
    let (local, domain) = mail.split_once('@').unwrap();
    let mut guest = json!({
        "id": id,
        "displayName": name,
        "mail": mail,
        "otherMails": [mail],
        "proxyAddresses": [format!("SMTP:{mail}")],
        "userPrincipalName": format!("{local}_{domain}#EXT#@contoso.onmicrosoft.com"),
        "userType": "Guest",
        "accountEnabled": true,
        "creationType": "Invitation",
        "externalUserState": "Accepted",
        "createdDateTime": "2026-01-05T09:00:00Z",
        "identities": [{ "signInType": "federated", "issuer": "ExternalAzureAD", "issuerAssignedId": null }],
    });
    for (key, value) in change.as_object().unwrap() {
        guest[key] = value.clone();
    }
    guest
}

fn member(id: &str, name: &str, mail: &str) -> Value {
    json!({
        "id": id, "displayName": name, "mail": mail, "userPrincipalName": mail, "userType": "Member",
        "accountEnabled": true, "proxyAddresses": [format!("SMTP:{mail}")], "otherMails": [],
    })
}

fn group(id: &str, name: &str, change: Value) -> Value {
    let mut group = json!({
        "id": id, "displayName": name, "groupTypes": ["Unified"], "mailEnabled": true,
        "securityEnabled": false, "mail": format!("{}@contoso.nl", name.to_lowercase()),
        "proxyAddresses": [format!("SMTP:{}@contoso.nl", name.to_lowercase())],
        "members": [], "owners": [OWNER],
    });
    for (key, value) in change.as_object().unwrap() {
        group[key] = value.clone();
    }
    group
}

/// Everything the stories need, as a tenant file.
pub(crate) fn file() -> Value {
    json!({
        "version": 1,
        "organization": {
            "id": "99999999-0000-4000-8000-000000000001",
            "displayName": "Contoso",
            "verifiedDomains": [
                { "name": "contoso.onmicrosoft.com", "isInitial": true, "isDefault": false },
                { "name": "contoso.nl", "isInitial": false, "isDefault": true },
            ],
        },
        "users": [
            member(ANNA, "Anna Bakker", "anna@contoso.nl"),
            member(OWNER, "Olga Owner", "olga@contoso.nl"),
            member(ADMIN, "Gijs Global", "gijs@contoso.nl"),
            { "id": MAILBOX, "displayName": "Shared", "mail": "shared@contoso.nl", "userType": "Member",
              "userPrincipalName": "shared@contoso.nl",
              "proxyAddresses": ["SMTP:shared@contoso.nl", "smtp:team@fabrikam.com"] },
            guest(JAN, "Jan de Vries", "jan@fabrikam.nl", json!({
                "mail": null, "proxyAddresses": [], "otherMails": ["jan@fabrikam.nl", "jan.de.vries@fabrikam.com"],
            })),
            guest(PIETER, "Pieter Jansen", "pieter@northwindtraders.com", json!({
                "mail": null, "proxyAddresses": [],
                "otherMails": ["pieter@northwindtraders.com", "p.jansen@example.net"],
                "sponsors": [{ "@odata.type": "#microsoft.graph.user", "id": OWNER }],
                "appRoleAssignments": [{
                    "id": "assignment-1", "appRoleId": "00000000-0000-0000-0000-000000000000",
                    "principalId": PIETER, "principalType": "User", "resourceDisplayName": "Planner",
                    "resourceId": "77777777-0000-4000-8000-000000000001",
                }],
                "practice": { "expected": "misconfigured", "find": "pieter@northwindtraders.com", "story": "…" },
            })),
            guest(ZOE, "Zoë Łukasz", "zoe@tailspintoys.com", json!({ "otherMails": [],
                "identities": [{ "signInType": "federated", "issuer": "mail", "issuerAssignedId": "zoe@tailspintoys.com" }] })),
            guest(ONEIL, "Shaun O'Neil", "o'neil+x@example.com", json!({
                "otherMails": ["o'neil+x@example.com", "a#b&c%d e@example.com", "zoë@example.com"] })),
            guest(ROLE_HOLDER, "Rolf Role", "rolf@adatum.com", json!({})),
            guest(IN_ROLE_GROUP, "Ria Group", "ria@adatum.com", json!({})),
            guest(RESTRICTED, "Rens Restricted", "rens@adatum.com", json!({ "isManagementRestricted": true })),
            guest(SYNCED, "Sia Synced", "sia@adatum.com", json!({ "onPremisesSyncEnabled": true })),
            guest(BLOCKED, "Bo Blocked", "bo@adatum.com", json!({ "accountEnabled": false })),
        ],
        "groups": [
            group(SALES, "Sales", json!({ "members": [JAN, PIETER, ANNA] })),
            group(DYNAMIC, "Dynamic", json!({ "groupTypes": ["Unified", "DynamicMembership"], "members": [PIETER] })),
            group(ROLE_GROUP, "Roles", json!({ "isAssignableToRole": true, "groupTypes": [], "mailEnabled": false,
                "securityEnabled": true, "members": [IN_ROLE_GROUP], "mail": null, "proxyAddresses": [] })),
            group(ON_PREMISES, "Synced", json!({ "groupTypes": [], "onPremisesSyncEnabled": true, "securityEnabled": true })),
            group(LIST, "List", json!({ "groupTypes": [] })),
            group(MAIL_SECURITY, "Mailsec", json!({ "groupTypes": [], "securityEnabled": true })),
            group(SECURITY, "Plain", json!({ "groupTypes": [], "mailEnabled": false, "securityEnabled": true,
                "mail": null, "proxyAddresses": [], "members": [SALES, ZOE] })),
            group(CLOSED, "Closed", json!({ "settings": [{ "id": "s1", "displayName": "Group.Unified.Guest",
                "templateId": "08d542b9-071f-4e16-94b0-74abb372e3d9",
                "values": [{ "name": "AllowToAddGuests", "value": "False" }] }] })),
        ],
        "contacts": [{
            "id": CONTACT, "displayName": "J. de Vries (Fabrikam)", "mail": "jan@fabrikam.nl",
            "proxyAddresses": ["SMTP:jan@fabrikam.nl"], "onPremisesSyncEnabled": null,
        }],
        "deletedUsers": [guest(GONE, "Gerda Gone", "gerda@litwareinc.com", json!({
            "userPrincipalName": "dddddddd000040008000000000000001gerda_litwareinc.com#EXT#@contoso.onmicrosoft.com",
            "deletedDateTime": "2026-11-01T12:00:00Z", "practice": { "expected": "deleted", "find": "gerda@litwareinc.com", "deletedDaysAgo": 21, "story": "Deleted three weeks ago." },
        }))],
        "groupSettings": [{ "id": "g1", "displayName": "Group.Unified",
            "templateId": "62375ab9-6b52-47ed-826b-58e47e0e304b",
            "values": [{ "name": "AllowGuestsToAccessGroups", "value": "True" }] }],
        "roles": { (ROLE_HOLDER): ["Directory Readers"] },
        "personas": {
            "user-admin": { "userId": ANNA, "roles": ["User Administrator"] },
            "global-admin": { "userId": ADMIN, "roles": ["Global Administrator"] },
            "owner": { "userId": OWNER, "roles": [] },
            "inviter": { "userId": MAILBOX, "roles": ["Guest Inviter"] },
            "helpdesk": { "userId": OWNER, "roles": ["Helpdesk Administrator"] },
            "guest": { "userId": ZOE, "roles": [] },
            "mail-only": { "userId": ANNA, "roles": ["User Administrator"],
                "scopes": ["User.Read", "User.ReadBasic.All", "User-Mail.ReadWrite.All"] },
            "role-manager": { "userId": ADMIN, "roles": ["Global Administrator"],
                "scopes": ["GroupMember.ReadWrite.All", "RoleManagement.ReadWrite.Directory", "User.Read.All"] },
        },
    })
}

pub(crate) fn organisation() -> Organisation {
    Organisation::read(&file().to_string()).unwrap()
}

/// A clock that stands still until it is told to move.
#[derive(Clone)]
pub(crate) struct TestClock(Arc<Mutex<Timestamp>>);

impl TestClock {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Mutex::new("2026-11-22T12:00:00Z".parse().unwrap())))
    }

    pub(crate) fn advance(&self, seconds: i64) {
        let mut now = self.0.lock().unwrap();
        *now += SignedDuration::from_secs(seconds);
    }

    pub(crate) fn behaviour(&self) -> Behaviour {
        let now = self.0.clone();
        Behaviour { clock: Arc::new(move || *now.lock().unwrap()), ..Behaviour::default() }
    }
}

/// The small organisation with default behaviour and a standing clock.
pub(crate) fn tenant() -> Tenant {
    Tenant::start(organisation(), TestClock::new().behaviour())
}

/// The small organisation, behaving otherwise.
pub(crate) fn tenant_that(change: impl FnOnce(&mut Behaviour)) -> Tenant {
    let mut behaviour = TestClock::new().behaviour();
    change(&mut behaviour);
    Tenant::start(organisation(), behaviour)
}

/// The small organisation with a changed file.
pub(crate) fn tenant_of(change: impl FnOnce(&mut Value)) -> Tenant {
    let mut file = file();
    change(&mut file);
    Tenant::start(Organisation::read(&file.to_string()).unwrap(), TestClock::new().behaviour())
}

/// A response, taken apart.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: http::HeaderMap,
    pub(crate) body: Value,
}

impl Reply {
    /// The ids in a list.
    pub(crate) fn ids(&self) -> Vec<&str> {
        let rows = self.body["value"].as_array().unwrap_or_else(|| panic!("no list: {self:?}"));
        rows.iter().map(|row| row["id"].as_str().unwrap()).collect()
    }

    pub(crate) fn code(&self) -> &str {
        self.body["error"]["code"].as_str().unwrap_or_default()
    }
}

/// Sends a request as a persona.
pub(crate) async fn send(
    tenant: &Tenant,
    persona: &str,
    method: &str,
    target: &str,
    headers: &[(&str, &str)],
    body: Option<Value>,
) -> Reply {
    let mut request = Request::builder()
        .method(method)
        .uri(format!("https://graph.microsoft.com/v1.0{target}"))
        .header("authorization", format!("Bearer practice.{persona}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let bytes = body.map_or_else(Bytes::new, |body| Bytes::from(body.to_string()));
    let answer = tenant.clone().oneshot(request.body(bytes).unwrap()).await.unwrap();
    Reply {
        status: answer.status().as_u16(),
        headers: answer.headers().clone(),
        body: serde_json::from_slice(answer.body()).unwrap_or(Value::Null),
    }
}

pub(crate) async fn get(tenant: &Tenant, persona: &str, target: &str) -> Reply {
    send(tenant, persona, "GET", target, &[], None).await
}

/// A GET with advanced query parameters.
pub(crate) async fn advanced(tenant: &Tenant, persona: &str, target: &str) -> Reply {
    send(tenant, persona, "GET", target, &[("consistencylevel", "eventual")], None).await
}

pub(crate) async fn patch(tenant: &Tenant, persona: &str, id: &str, body: Value) -> Reply {
    send(tenant, persona, "PATCH", &format!("/users/{id}"), &[], Some(body)).await
}

pub(crate) async fn post(tenant: &Tenant, persona: &str, target: &str, body: Value) -> Reply {
    send(tenant, persona, "POST", target, &[], Some(body)).await
}

pub(crate) async fn delete(tenant: &Tenant, persona: &str, target: &str) -> Reply {
    send(tenant, persona, "DELETE", target, &[], None).await
}

/// Percent-encodes a filter the way a careful client does.
pub(crate) fn encoded(filter: &str) -> String {
    filter
        .bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            },
        )
        .collect()
}
