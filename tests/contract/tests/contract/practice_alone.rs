//! The practice tenant's answers to questions the app never asks: other clients learn on it too.

use std::fmt::Write as _;

use bytes::Bytes;
use http::Request;
use practice::{Behaviour, Organisation, Tenant};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::the_contract;

const ERROR: &str = "/$defs/microsoft.graph.ODataErrors.ODataError";
const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

async fn ask(tenant: &Tenant, bearer: Option<&str>, method: &str, url: &str, body: &str) -> (u16, Value) {
    let mut request = Request::builder()
        .method(method)
        .uri(format!("https://graph.microsoft.com{url}"))
        .header("content-type", "application/json");
    if let Some(bearer) = bearer {
        request = request.header("authorization", format!("Bearer {bearer}"));
    }
    let answer = tenant.clone().oneshot(request.body(Bytes::from(body.to_owned())).unwrap()).await.unwrap();
    (answer.status().as_u16(), serde_json::from_slice(answer.body()).unwrap_or(Value::Null))
}

fn batch(count: usize, of: &Value) -> String {
    let requests: Vec<Value> = (0..count)
        .map(|id| {
            let mut item = of.clone();
            if item["id"].is_null() {
                item["id"] = json!(id.to_string());
            }
            item
        })
        .collect();
    json!({ "requests": requests }).to_string()
}

#[tokio::test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
async fn whatever_nonsense_is_asked_the_refusal_has_the_shape_of_the_contract() {
    let contract = the_contract();
    let tenant = Tenant::start(Tenant::built_in().unwrap(), Behaviour::default());
    let me = json!({ "method": "GET", "url": "/me" });
    let nonsense = [
        ("GET", "/v1.0/users?$select=shoeSize", String::new(), 400),
        ("GET", "/v1.0/users?$filter=mail%20eq", String::new(), 400),
        ("GET", "/v1.0/users?$filter=mail%20eq%20%27x", String::new(), 400),
        ("GET", "/v1.0/users?$filter=shoeSize%20eq%2043", String::new(), 400),
        ("GET", "/v1.0/users?$filter=otherMails/any(x:y%20eq%20%27a%27)", String::new(), 400),
        ("GET", "/v1.0/users?$filter=", String::new(), 400),
        ("GET", "/v1.0/users?$top=0", String::new(), 400),
        ("GET", "/v1.0/users?$top=1000", String::new(), 400),
        ("GET", "/v1.0/users?$top=5&$top=6", String::new(), 400),
        ("GET", "/v1.0/users?$skiptoken=abc", String::new(), 400),
        ("GET", "/v1.0/users?$frobnicate=1", String::new(), 400),
        ("GET", "/v1.0/users?$filter=mail%20eq%20%27%FF%27", String::new(), 400),
        ("GET", "/v1.0/sharks", String::new(), 400),
        ("GET", "/v2.0/users", String::new(), 400),
        ("GET", "/", String::new(), 400),
        ("GET", "/v1.0/users?$filter=accountEnabled%20eq%20%27true%27", String::new(), 400),
        ("PATCH", "/v1.0/me", "x".repeat(practice::LARGEST_BODY + 1), 413),
        ("DELETE", &format!("/v1.0/contacts/{NOBODY}"), String::new(), 403),
        ("GET", &format!("/v1.0/contacts/{NOBODY}/memberOf"), String::new(), 404),
        ("PUT", "/v1.0/users", String::new(), 405),
        ("DELETE", "/v1.0/groups", String::new(), 405),
        ("PATCH", &format!("/v1.0/users/{NOBODY}"), json!({ "mail": "a@example.com" }).to_string(), 404),
        ("PATCH", "/v1.0/users/me", "{".to_owned(), 400),
        ("DELETE", &format!("/v1.0/users/{NOBODY}"), String::new(), 404),
        ("GET", &format!("/v1.0/groups/{NOBODY}"), String::new(), 404),
        ("POST", "/v1.0/invitations", String::new(), 400),
        ("POST", "/v1.0/invitations", "[]".to_owned(), 400),
        ("POST", "/v1.0/invitations", json!({ "invitedUserEmailAddress": "x" }).to_string(), 400),
        (
            "POST",
            &format!("/v1.0/groups/{NOBODY}/members/$ref"),
            json!({ "@odata.id": "here" }).to_string(),
            404,
        ),
        ("POST", &format!("/v1.0/directory/deletedItems/{NOBODY}/restore"), "{}".to_owned(), 404),
        ("POST", "/v1.0/$batch", String::new(), 400),
        ("POST", "/v1.0/$batch", batch(21, &me), 400),
        ("POST", "/v1.0/$batch", batch(2, &json!({ "id": "1", "method": "GET", "url": "/me" })), 400),
        ("GET", "/v1.0/$batch", String::new(), 400),
    ];
    let mut wrong = String::new();
    for (method, url, body, expected) in &nonsense {
        let (status, answer) = ask(&tenant, Some("practice.user-admin"), method, url, body).await;
        if !(400..500).contains(&status) {
            let _ = writeln!(wrong, "{method} {url} is answered with {status}: {answer}");
        } else if status != *expected {
            let _ =
                writeln!(wrong, "{method} {url} is refused with {status} instead of {expected}: {answer}");
        }
        for fault in contract.faults(ERROR, &answer) {
            let _ = writeln!(wrong, "{method} {url}: {fault} in {answer}");
        }
    }
    for bearer in
        [None, Some(""), Some("practice."), Some("practice.nobody"), Some("eyJ0eXAiOiJKV1QifQ.e30.")]
    {
        let (status, answer) = ask(&tenant, bearer, "GET", "/v1.0/me", "").await;
        if status != 401 || !contract.faults(ERROR, &answer).is_empty() {
            let _ = writeln!(wrong, "the token {bearer:?} is answered with {status}: {answer}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[tokio::test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
async fn nonsense_inside_a_batch_is_refused_item_by_item() {
    let contract = the_contract();
    let tenant = Tenant::start(Tenant::built_in().unwrap(), Behaviour::default());
    let urls =
        ["/users?$select=shoeSize", "/sharks", "/$batch", "/groups?$filter=((", "/users?$top=x", "", "/me"];
    let requests: Vec<Value> = urls
        .iter()
        .enumerate()
        .map(|(id, url)| json!({ "id": id.to_string(), "method": "GET", "url": url }))
        .collect();
    let body = json!({ "requests": requests }).to_string();
    let (status, answer) = ask(&tenant, Some("practice.user-admin"), "POST", "/v1.0/$batch", &body).await;
    assert_eq!(status, 200, "{answer}");
    let answers = answer["responses"].as_array().unwrap();
    assert_eq!(answers.len(), urls.len());
    for answer in answers {
        let url = urls[answer["id"].as_str().unwrap().parse::<usize>().unwrap()];
        if url == "/me" {
            assert_eq!(answer["status"], 200, "{answer}");
        } else {
            assert!(answer["status"].as_u64().unwrap() >= 400, "{url}: {answer}");
            assert_eq!(contract.faults(ERROR, &answer["body"]), [""; 0], "{url}");
        }
    }
}

const LIST: &str = "00000000-0000-4000-8000-000000000001";
const CONTACT: &str = "00000000-0000-4000-8000-000000000002";
const ANNA: &str = "00000000-0000-4000-8000-000000000003";

/// Somebody with a licence, and a contact in a group that hides its members.
fn small() -> Organisation {
    let file = json!({
        "version": 1,
        "organization": { "id": NOBODY, "displayName": "Contoso" },
        "users": [{
            "id": ANNA, "displayName": "Anna Bakker", "userPrincipalName": "anna@contoso.nl",
            "assignedLicenses": [{ "skuId": "6fd2c87f-b296-42f0-b197-1e91e994b900", "disabledPlans": [] }],
            "assignedPlans": [{
                "assignedDateTime": "2026-02-01T08:00:00Z", "capabilityStatus": "Enabled", "service": "exchange",
                "servicePlanId": "efb87545-963c-4e0d-99df-69c6916d9eb0",
            }],
        }],
        "groups": [{
            "id": LIST, "displayName": "Suppliers", "groupTypes": [], "visibility": "HiddenMembership",
            "members": [CONTACT],
        }],
        "contacts": [{ "id": CONTACT, "displayName": "J. de Vries", "mail": "jan@fabrikam.nl" }],
        "personas": {
            "all": { "userId": ANNA, "roles": ["User Administrator"],
                     "scopes": ["User.Read.All", "GroupMember.Read.All", "OrgContact.Read.All", "Member.Read.Hidden"] },
            "contacts-only": { "userId": ANNA, "roles": [], "scopes": ["OrgContact.Read.All"] },
            "not-hidden": { "userId": ANNA, "roles": ["User Administrator"] },
        },
    });
    Organisation::read(&file.to_string()).unwrap()
}

#[tokio::test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
async fn licences_hidden_members_and_contacts_groups_are_told_in_the_shape_of_the_contract() {
    let contract = the_contract();
    let tenant = Tenant::start(small(), Behaviour { record: true, ..Behaviour::default() });
    let licences = "/v1.0/users?$select=id,assignedLicenses,assignedPlans".to_owned();
    let rules = "/v1.0/groups?$select=id,membershipRule,visibility&$top=999&$filter=groupTypes/any(c:c%20eq%20'DynamicMembership')";
    let of_contact = |rest: &str| format!("/v1.0/contacts/{CONTACT}/{rest}");
    for (persona, url) in [
        ("all", licences),
        ("all", rules.to_owned()),
        ("all", format!("/v1.0/groups/{LIST}/members")),
        ("not-hidden", format!("/v1.0/groups/{LIST}/members")),
        ("all", of_contact("memberOf")),
        ("all", of_contact("memberOf/microsoft.graph.group?$select=id,displayName")),
        ("not-hidden", of_contact("transitiveMemberOf")),
        ("contacts-only", of_contact("memberOf?$select=id,displayName")),
    ] {
        let (status, answer) = ask(&tenant, Some(&format!("practice.{persona}")), "GET", &url, "").await;
        assert_eq!(status, 200, "{persona} {url}: {answer}");
    }
    let violations = contract.violations(&tenant.recorded());
    assert!(violations.is_empty(), "{violations:?}");
}
