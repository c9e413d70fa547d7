//! The answer of the token endpoint. Sources: "Microsoft identity platform and OAuth 2.0 authorization code flow",
//! "ID token claims reference", "Access token claims reference", OpenID Connect Core 1.0.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

use super::book::{Access, Grant, Refresh};
use super::keys::{base64url, between, secret, sha256};
use super::people::{self, Person};
use super::plan::RegisteredApp;
use super::refusal::{self, Refused};
use super::scope::{GRAPH_APP, OFFLINE, Scopes};
use super::{Asked, SignIn, consent};

/// What a token request asks for, beside the sign-in it rests on.
pub(super) struct Order<'a> {
    pub(super) app: &'a RegisteredApp,
    pub(super) grant: Grant,
    /// What it is for; the grant's own scopes where the request names none.
    pub(super) scopes: Scopes,
    /// Whether `client_info=1` was asked for.
    pub(super) client_info: bool,
}

impl Order<'_> {
    /// Whether this request or the sign-in behind it asked for one of OpenID Connect's own scopes.
    fn asks_for(&self, name: &str) -> bool {
        self.scopes.asks_for(name) || self.grant.scopes.asks_for(name)
    }
}

impl SignIn {
    /// Issues access token, ID token and refresh token, as far as they were asked for.
    pub(super) fn issue(&self, asked: &Asked, order: Order<'_>) -> Result<Value, Refused> {
        order.scopes.single()?;
        let now = asked.now;
        let person = people::with_id(&self.shared.tenant, &order.grant.user_id)?;
        let mut book = self.book();
        let granted = book.consents.granted(order.app, &person.id);
        let for_graph = order.scopes.is_graph();
        if for_graph && consent::wanted(order.app, &order.scopes).iter().any(|name| !granted.contains(name)) {
            return Err(refusal::not_consented(&order.app.client_id, &order.app.name));
        }
        let life = SignedDuration::from_mins(match self.shared.plan.access_token_minutes {
            Some(minutes) => i64::from(minutes),
            None => between(60, 90).map_err(no_key)?,
        });
        let access = self.access_token(asked, &order, &person, &granted, now + life)?;
        let mut answer = Map::new();
        answer.insert("token_type".into(), json!("Bearer"));
        answer.insert("scope".into(), json!(order.scopes.answer(&granted)));
        answer.insert("expires_in".into(), json!(life.as_secs()));
        answer.insert("ext_expires_in".into(), json!(life.as_secs()));
        answer.insert("access_token".into(), json!(access));
        if order.asks_for(OFFLINE) {
            let refresh = format!("1.{}", secret().map_err(no_key)?);
            answer.insert("refresh_token".into(), json!(refresh));
            let grant = Grant { nonce: None, ..order.grant.clone() };
            book.refresh.insert(refresh, Refresh { grant, issued: now });
        }
        if order.asks_for("openid") {
            answer.insert("id_token".into(), json!(self.id_token(asked, &order, &person)?));
        }
        if order.client_info {
            let info = json!({ "uid": person.id, "utid": self.shared.tenant.tenant_id() });
            answer.insert("client_info".into(), json!(base64url(info.to_string())));
        }
        let access_row = Access {
            user_id: person.id,
            scopes: granted,
            claims: order.grant.claims,
            expires: now + life,
            for_graph,
        };
        book.access.insert(access, access_row);
        Ok(Value::Object(answer))
    }

    fn access_token(
        &self,
        asked: &Asked,
        order: &Order<'_>,
        person: &Person,
        granted: &[&str],
        expires: Timestamp,
    ) -> Result<String, Refused> {
        let (audience, scp) = match &order.scopes.other {
            Some((address, _)) if !order.scopes.is_graph() => {
                (address.clone(), "user_impersonation".to_owned())
            }
            _ => (GRAPH_APP.to_owned(), granted.join(" ")),
        };
        self.sign(&json!({
            "aud": audience,
            "iss": self.issuer(asked),
            "iat": asked.now.as_second(),
            "nbf": asked.now.as_second(),
            "exp": expires.as_second(),
            "app_displayname": order.app.name,
            "appid": order.app.client_id,
            "name": person.name,
            "oid": person.id,
            "scp": scp,
            "sub": self.pairwise(order, person),
            "tid": self.shared.tenant.tenant_id(),
            "upn": person.user_name,
            "uti": secret().map_err(no_key)?,
            "ver": "1.0",
        }))
    }

    fn id_token(&self, asked: &Asked, order: &Order<'_>, person: &Person) -> Result<String, Refused> {
        let mut claims = json!({
            "aud": order.app.client_id,
            "iss": self.issuer(asked),
            "iat": asked.now.as_second(),
            "nbf": asked.now.as_second(),
            "exp": asked.now.as_second() + 3600,
            "oid": person.id,
            "rh": "1.A",
            "sub": self.pairwise(order, person),
            "tid": self.shared.tenant.tenant_id(),
            "uti": secret().map_err(no_key)?,
            "ver": "2.0",
        });
        if order.asks_for("profile") {
            claims["name"] = json!(person.name);
            claims["preferred_username"] = json!(person.user_name);
        }
        if let Some(nonce) = &order.grant.nonce {
            claims["nonce"] = json!(nonce);
        }
        self.sign(&claims)
    }

    /// "The subject is a pairwise identifier and is unique to an application ID."
    fn pairwise(&self, order: &Order<'_>, person: &Person) -> String {
        sha256(&format!("{}/{}/{}", self.shared.tenant.tenant_id(), order.app.client_id, person.id))
    }

    fn sign(&self, claims: &Value) -> Result<String, Refused> {
        self.shared.keys.sign(claims).map_err(no_key)
    }

    /// "By default, the issuer of the tenant": always by its id, whatever name was used.
    pub(super) fn issuer(&self, asked: &Asked) -> String {
        format!("{}/{}/v2.0", asked.base, self.shared.tenant.tenant_id())
    }
}

/// The system gave no random numbers, or no signature.
pub(super) fn no_key(_: aws_lc_rs::error::Unspecified) -> Refused {
    Refused::new("server_error", 90033, "A transient error has occurred. Please try again.")
}
