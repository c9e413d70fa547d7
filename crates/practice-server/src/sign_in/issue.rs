//! The response of the token endpoint. Sources: "Microsoft identity platform and OAuth 2.0 authorization code flow",
//! "ID token claims reference", "Access token claims reference", OpenID Connect Core 1.0.

use jiff::{SignedDuration, Timestamp};
use practice::Account;
use serde_json::{Map, Value, json};

use super::accounts;
use super::consent;
use super::grants::{AccessToken, Grant, RefreshToken};
use super::keys::{base64url, between, secret, sha256};
use super::plan::RegisteredApp;
use super::refusal::{self, Refusal, server_error};
use super::request::EndpointRequest;
use super::scope::{GRAPH_APP, OFFLINE, Scopes};
use super::server::SignIn;

/// What a token request asks for, beside the sign-in it rests on.
pub(super) struct Issuance<'a> {
    pub(super) app: &'a RegisteredApp,
    pub(super) grant: Grant,
    /// What it is for; the grant's own scopes where the request names none.
    pub(super) scopes: Scopes,
    /// Whether `client_info=1` was asked for.
    pub(super) client_info: bool,
}

impl Issuance<'_> {
    /// Whether this request or the sign-in behind it asked for one of OpenID Connect's own scopes.
    fn asks_for(&self, name: &str) -> bool {
        self.scopes.asks_for(name) || self.grant.scopes.asks_for(name)
    }
}

impl SignIn {
    /// Issues access token, ID token and refresh token, as far as they were asked for.
    pub(super) fn issue(&self, request: &EndpointRequest, issuance: Issuance<'_>) -> Result<Value, Refusal> {
        issuance.scopes.single()?;
        let now = request.now;
        let account = accounts::with_id(&self.shared.tenant, &issuance.grant.user_id)?;
        let mut grants = self.grants();
        let granted = grants.consents.granted(issuance.app, &account.id);
        let for_graph = issuance.scopes.is_graph();
        if for_graph
            && consent::wanted(issuance.app, &issuance.scopes).iter().any(|name| !granted.contains(name))
        {
            return Err(refusal::not_consented(&issuance.app.client_id, &issuance.app.name));
        }
        let life = SignedDuration::from_mins(match self.shared.plan.access_token_minutes {
            Some(minutes) => i64::from(minutes),
            None => between(60, 90).map_err(server_error)?,
        });
        let access = self.access_token(request, &issuance, &account, &granted, now + life)?;
        let mut response = Map::new();
        response.insert("token_type".into(), json!("Bearer"));
        response.insert("scope".into(), json!(issuance.scopes.granted(&granted)));
        response.insert("expires_in".into(), json!(life.as_secs()));
        response.insert("ext_expires_in".into(), json!(life.as_secs()));
        response.insert("access_token".into(), json!(access));
        if issuance.asks_for(OFFLINE) {
            let refresh = format!("1.{}", secret().map_err(server_error)?);
            response.insert("refresh_token".into(), json!(refresh));
            let grant = Grant { nonce: None, ..issuance.grant.clone() };
            grants.refresh_tokens.insert(refresh, RefreshToken { grant, issued: now });
        }
        if issuance.asks_for("openid") {
            response.insert("id_token".into(), json!(self.id_token(request, &issuance, &account)?));
        }
        if issuance.client_info {
            let info = json!({ "uid": account.id, "utid": self.shared.tenant.tenant_id() });
            response.insert("client_info".into(), json!(base64url(info.to_string())));
        }
        let access_row = AccessToken {
            user_id: account.id,
            scopes: granted,
            claims: issuance.grant.claims,
            expires: now + life,
            for_graph,
        };
        grants.access_tokens.insert(access, access_row);
        Ok(Value::Object(response))
    }

    fn access_token(
        &self,
        request: &EndpointRequest,
        issuance: &Issuance<'_>,
        account: &Account,
        granted: &[&str],
        expires: Timestamp,
    ) -> Result<String, Refusal> {
        let (audience, scp) = match &issuance.scopes.other {
            Some((address, _)) if !issuance.scopes.is_graph() => {
                (address.clone(), "user_impersonation".to_owned())
            }
            _ => (GRAPH_APP.to_owned(), granted.join(" ")),
        };
        self.sign(&json!({
            "aud": audience,
            "iss": self.issuer(request),
            "iat": request.now.as_second(),
            "nbf": request.now.as_second(),
            "exp": expires.as_second(),
            "app_displayname": issuance.app.name,
            "appid": issuance.app.client_id,
            "name": account.display_name,
            "oid": account.id,
            "scp": scp,
            "sub": self.pairwise(issuance, account),
            "tid": self.shared.tenant.tenant_id(),
            "upn": account.user_name,
            "uti": secret().map_err(server_error)?,
            "ver": "1.0",
        }))
    }

    fn id_token(
        &self,
        request: &EndpointRequest,
        issuance: &Issuance<'_>,
        account: &Account,
    ) -> Result<String, Refusal> {
        let mut claims = json!({
            "aud": issuance.app.client_id,
            "iss": self.issuer(request),
            "iat": request.now.as_second(),
            "nbf": request.now.as_second(),
            "exp": request.now.as_second() + 3600,
            "oid": account.id,
            "rh": "1.A",
            "sub": self.pairwise(issuance, account),
            "tid": self.shared.tenant.tenant_id(),
            "uti": secret().map_err(server_error)?,
            "ver": "2.0",
        });
        if issuance.asks_for("profile") {
            claims["name"] = json!(account.display_name);
            claims["preferred_username"] = json!(account.user_name);
        }
        if let Some(nonce) = &issuance.grant.nonce {
            claims["nonce"] = json!(nonce);
        }
        self.sign(&claims)
    }

    /// Another subject for every app ("ID token claims reference", `sub`).
    fn pairwise(&self, issuance: &Issuance<'_>, account: &Account) -> String {
        sha256(&format!("{}/{}/{}", self.shared.tenant.tenant_id(), issuance.app.client_id, account.id))
    }

    fn sign(&self, claims: &Value) -> Result<String, Refusal> {
        self.shared.signing_key.sign(claims).map_err(server_error)
    }

    /// The issuer names the tenant by its id, whatever name the address used ("ID token claims reference", `iss`).
    pub(super) fn issuer(&self, request: &EndpointRequest) -> String {
        format!("{}/{}/v2.0", request.base, self.shared.tenant.tenant_id())
    }
}
