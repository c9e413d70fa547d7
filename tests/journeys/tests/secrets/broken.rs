//! Answers of a server that is broken, or that wants to know how we print: secrets stand where they do not belong.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

/// What became of an answer, given the question's fields.
pub(crate) fn broken(asked: &BTreeMap<String, String>, told: &Value, how: &str) -> (StatusCode, String) {
    let text = |name: &str| told[name].as_str().unwrap_or_default().to_owned();
    let with = |name: &str, value: Value| {
        let mut changed = told.clone();
        changed[name] = value;
        (StatusCode::OK, changed.to_string())
    };
    let claims = |change: &dyn Fn(&mut Value)| {
        let token = text("id_token");
        let parts: Vec<&str> = token.split('.').collect();
        let mut claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(parts[1]).unwrap()).unwrap();
        change(&mut claims);
        let changed = URL_SAFE_NO_PAD.encode(claims.to_string());
        with("id_token", json!(format!("{}.{changed}.{}", parts[0], parts[2])))
    };
    let all = told.to_string();
    match how {
        "cut off" => (StatusCode::OK, all[..all.len() - 3].to_owned()),
        "a number that is a token" => with("expires_in", json!(text("access_token"))),
        "an interval that is a code" => with("interval", json!(text("device_code"))),
        "a type that is a token" => with("token_type", json!({ "is": text("refresh_token") })),
        "scopes that are tokens" => with("scope", json!([text("access_token"), text("refresh_token")])),
        "a field twice" => {
            let again = format!("{{\"access_token\":{},", json!(text("access_token")));
            (StatusCode::OK, all.replacen('{', &again, 1))
        }
        "a form" => (StatusCode::OK, format!("access_token={}&refresh_token={}", text("access_token"), all)),
        "a page" => (StatusCode::BAD_GATEWAY, format!("<!doctype html><p>{all}</p>")),
        "tokens beside an error" => {
            let mut changed = told.clone();
            changed["error"] = json!("invalid_grant");
            (StatusCode::BAD_REQUEST, changed.to_string())
        }
        "the question in its words" => {
            let words = format!("AADSTS70000: of {asked:?} nothing is valid.");
            (
                StatusCode::BAD_REQUEST,
                json!({ "error": "invalid_grant", "error_description": words }).to_string(),
            )
        }
        "an ID token that is none" => with("id_token", json!(format!("{}.", text("id_token")))),
        "another nonce" => claims(&|claims| claims["nonce"] = json!(asked.get("code_verifier"))),
        "another audience" => claims(&|claims| claims["aud"] = json!([1, 2])),
        "no ID token" => with("id_token", Value::Null),
        other => panic!("{other}"),
    }
}
