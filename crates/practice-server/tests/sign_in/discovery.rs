//! What a client asks before it signs anybody in, TLS, and connections that break.

use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::StatusCode;
use practice::FaultFile;
use serde_json::{Value, json};

use crate::harness::{ANNA, Harness, TENANT, refusal};

async fn get(harness: &Harness, path: &str) -> (StatusCode, Value) {
    let answer = harness.client.get(format!("{}{path}", harness.base)).send().await.unwrap();
    (answer.status(), serde_json::from_str(&answer.text().await.unwrap()).unwrap())
}

#[tokio::test]
async fn every_name_of_the_tenant_leads_to_its_id() {
    let harness = Harness::new().await;
    for name in [TENANT, "contoso.nl", "CONTOSO.onmicrosoft.com"] {
        let (status, body) = get(&harness, &format!("/{name}/v2.0/.well-known/openid-configuration")).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(body["issuer"], format!("{}/{TENANT}/v2.0", harness.base));
        let at = format!("{}/{TENANT}/oauth2/v2.0", harness.base);
        for (endpoint, path) in [
            ("authorization_endpoint", "authorize"),
            ("token_endpoint", "token"),
            ("device_authorization_endpoint", "devicecode"),
            ("end_session_endpoint", "logout"),
        ] {
            assert_eq!(body[endpoint], format!("{at}/{path}"));
        }
    }
    for name in ["organizations", "common"] {
        let (_, body) = get(&harness, &format!("/{name}/v2.0/.well-known/openid-configuration")).await;
        assert_eq!(body["issuer"], format!("{}/{{tenantid}}/v2.0", harness.base));
        assert_eq!(body["token_endpoint"], format!("{}/{name}/oauth2/v2.0/token", harness.base));
    }
    for name in ["fabrikam.com", "99999999-0000-4000-8000-000000000002", "%3Cb%3E"] {
        let (status, body) = get(&harness, &format!("/{name}/v2.0/.well-known/openid-configuration")).await;
        assert_eq!((status, refusal(&body)), (StatusCode::BAD_REQUEST, ("invalid_tenant", 90002, "")));
    }
}

#[tokio::test]
async fn the_endpoints_for_programs_are_no_pages() {
    let harness = Harness::new().await;
    for endpoint in ["token", "devicecode"] {
        let (status, body) = get(&harness, &format!("/{TENANT}/oauth2/v2.0/{endpoint}")).await;
        assert_eq!((status, refusal(&body)), (StatusCode::BAD_REQUEST, ("invalid_request", 900_561, "")));
    }
}

#[tokio::test]
async fn this_host_is_a_login_host_and_no_other_is() {
    let harness = Harness::new().await;
    let path = "/common/discovery/instance?api-version=1.1&authorization_endpoint=";
    let (status, body) =
        get(&harness, &format!("{path}{}/contoso.nl/oauth2/v2.0/authorize", harness.base)).await;
    assert_eq!(status, StatusCode::OK);
    let configuration = format!("{}/contoso.nl/v2.0/.well-known/openid-configuration", harness.base);
    assert_eq!(body["tenant_discovery_endpoint"], configuration);
    for other in ["https://login.contoso.example/contoso.nl/oauth2/v2.0/authorize", "nonsense", ""] {
        let (status, body) = get(&harness, &format!("{path}{other}")).await;
        assert_eq!((status, refusal(&body)), (StatusCode::BAD_REQUEST, ("invalid_instance", 50049, "")));
    }
}

#[tokio::test]
async fn tokens_are_signed_with_the_key_that_is_shown() {
    let harness = Harness::new().await;
    let tokens = harness.tokens(ANNA, &[]).await;
    let (_, keys) = get(&harness, &format!("/{TENANT}/discovery/v2.0/keys")).await;
    let key = &keys["keys"][0];
    let decoded = |text: &str| URL_SAFE_NO_PAD.decode(text).unwrap();
    let part = |name: &str| decoded(key[name].as_str().unwrap());
    let public = RsaPublicKeyComponents { n: part("n"), e: part("e") };
    for token in ["id_token", "access_token"] {
        let (signed, signature) = tokens[token].as_str().unwrap().rsplit_once('.').unwrap();
        let header: Value = serde_json::from_slice(&decoded(signed.split('.').next().unwrap())).unwrap();
        assert_eq!(header, json!({ "typ": "JWT", "alg": "RS256", "kid": key["kid"] }));
        let check =
            |signature: &[u8]| public.verify(&RSA_PKCS1_2048_8192_SHA256, signed.as_bytes(), signature);
        check(&decoded(signature)).unwrap();
        let mut forged = decoded(signature);
        forged[7] ^= 1;
        assert!(check(&forged).is_err());
    }
}

#[tokio::test]
async fn who_does_not_trust_the_authority_gets_no_connection() {
    let harness = Harness::new().await;
    let stranger = reqwest::Client::builder().no_proxy().build().unwrap();
    let refused = stranger.get(format!("{}/practice/health", harness.base)).send().await.unwrap_err();
    assert!(refused.is_connect(), "{refused:?}");
    let known = harness.client.get(format!("{}/practice/health", harness.base)).send().await.unwrap();
    assert_eq!(known.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_dropped_answer_breaks_the_connection_under_tls_too() {
    let harness = Harness::new().await;
    let tokens = harness.tokens(ANNA, &[]).await;
    let faults =
        json!({ "version": 1, "faults": [{ "method": "GET", "path": "/me", "nth": 1, "do": "drop-after" }] });
    harness.tenant.set_faults(FaultFile::read(&faults.to_string()).unwrap());
    let request = harness.client.get(format!("{}/v1.0/me", harness.base));
    let broken = request.bearer_auth(tokens["access_token"].as_str().unwrap()).send().await;
    assert!(broken.is_err(), "{broken:?}");
    assert_eq!(harness.graph(&tokens, "/me").await.0, StatusCode::OK, "the next connection is a new one");
}

#[tokio::test]
async fn a_certificate_that_is_none_is_refused_at_once() {
    let tenant = practice::Tenant::start(crate::common::organisation(), practice::Behaviour::default());
    let made = practice_server::Certificate::for_this_machine().unwrap();
    for (certificate, key, word) in [
        ("", made.key.as_str(), "certificate"),
        (made.certificate.as_str(), "nonsense", "key"),
        (made.authority.as_str(), made.key.as_str(), "certificate and the key"),
    ] {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let access = practice_server::Access::Closed;
        let failed = practice_server::serve_tls(
            listener,
            tenant.clone(),
            access,
            certificate.as_bytes(),
            key.as_bytes(),
        )
        .await;
        let reply = failed.unwrap_err().to_string();
        assert!(reply.contains(word), "{reply}");
    }
}
