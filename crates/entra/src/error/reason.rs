//! Why Microsoft refused: one kind of advice for each.

use serde::{Deserialize, Serialize};

macro_rules! reasons {
    ($($(#[doc = $doc:literal])+ $reason:ident = $name:literal $([$($number:literal),+])?,)+) => {
        /// Why Microsoft refused a sign-in (Microsoft Entra: authentication and authorization error codes). Each has
        /// advice of its own; several numbers share a reason where the same thing helps.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        // Beside the reasons of other things a page shows, this one says whose it is.
        #[cfg_attr(feature = "contract", derive(ts_rs::TS), ts(rename = "SignInReason"))]
        pub enum RefusalReason {
            $($(#[doc = $doc])+ #[serde(rename = $name)] $reason,)+
        }

        impl RefusalReason {
            /// Every reason there is.
            pub const ALL: &[Self] = &[$(Self::$reason),+];

            /// Its name, in logs and on the wire.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$reason => $name,)+
                }
            }

            /// The numbers behind `AADSTS` that mean it.
            #[must_use]
            pub const fn numbers(self) -> &'static [u32] {
                match self {
                    $(Self::$reason => &[$($($number),+)?],)+
                }
            }
        }
    };
}

reasons! {
    /// Several accounts are signed in, and which one is meant was not said.
    SeveralSessions = "several-sessions" [16_000],
    /// The redirect address is not registered for the app.
    RedirectNotRegistered = "redirect-not-registered" [50_011],
    /// The account is not in this organisation.
    AccountNotInTenant = "account-not-in-tenant" [50_020, 90_072],
    /// There is no such account.
    NoSuchAccount = "no-such-account" [50_034],
    /// The account is locked.
    AccountLocked = "account-locked" [50_053],
    /// The password has expired.
    PasswordExpired = "password-expired" [50_055],
    /// The account is disabled.
    AccountDisabled = "account-disabled" [50_057],
    /// Nobody is signed in any more.
    SilentFailed = "silent-failed" [50_058],
    /// No organisation was named.
    TenantMissing = "tenant-missing" [50_059],
    /// Multi-factor authentication, or its registration, is asked for.
    StepUpRequired = "more-proof-needed" [50_072, 50_074, 50_076, 50_079],
    /// Multi-factor authentication has expired.
    MfaExpired = "proof-expired" [50_078],
    /// The person is not assigned to the app.
    NotAssigned = "not-assigned" [50_105],
    /// User name or password is wrong.
    WrongCredentials = "wrong-credentials" [50_126],
    /// Another provider wants to ask something.
    ExternalChallenge = "external-challenge" [50_158],
    /// The sign-in was revoked, for example by a new password.
    GrantRevoked = "grant-revoked" [50_173],
    /// The app is for one organisation, and none was named.
    NotMultitenant = "not-multitenant" [50_194],
    /// A policy between two organisations blocks.
    CrossTenantBlocked = "cross-tenant-blocked" [500_212, 500_213],
    /// The device is not compliant or not joined.
    DeviceNotCompliant = "device-not-compliant" [53_000, 53_001],
    /// The app is not one of those that are approved.
    AppNotApproved = "app-not-approved" [53_002],
    /// Conditional Access blocks.
    AccessBlocked = "access-blocked" [53_003],
    /// Registering for multi-factor authentication was blocked as risky.
    RegistrationRisk = "registration-risk" [53_004],
    /// A security policy, or the security defaults, block.
    SecurityPolicy = "security-policy" [530_032, 530_035],
    /// The code was used already.
    CodeRedeemed = "code-redeemed" [54_005],
    /// A permission was not consented to.
    ConsentMissing = "consent-missing" [65_001],
    /// An app of Microsoft's own without preauthorisation.
    NotPreauthorised = "not-preauthorised" [65_002],
    /// The person declined to consent.
    ConsentDeclined = "consent-declined" [65_004],
    /// The registration is incomplete, or what it asks for is absent.
    AppMisconfigured = "app-misconfigured" [65_005, 650_052, 650_056, 650_057],
    /// The app is not in this organisation.
    AppNotFound = "app-not-found" [700_016],
    /// What was handed in is not valid any more.
    GrantInvalid = "grant-invalid" [70_000, 70_008],
    /// The code was not typed yet.
    CodePending = "code-pending" [70_016],
    /// The code is not right.
    CodeBad = "code-bad" [70_018],
    /// The code has expired.
    CodeExpired = "code-expired" [70_019],
    /// The sign-in has expired: unused too long, or by the organisation's rule.
    SignInExpired = "sign-in-expired" [700_082, 70_043],
    /// The app is disabled.
    AppDisabled = "app-disabled" [7_000_112],
    /// Public client flows are not allowed for the app.
    NotPublicClient = "not-public-client" [7_000_218],
    /// There is no such organisation.
    TenantNotFound = "tenant-not-found" [90_002],
    /// The app is not registered for Microsoft Graph.
    GraphNotRequested = "graph-not-requested" [90_008],
    /// The organisation lives in another cloud.
    WrongCloud = "wrong-cloud" [90_038],
    /// An administrator has to consent.
    AdminConsentNeeded = "admin-consent-needed" [90_094],
    /// An administrator has to consent and can be asked to.
    AdminConsentRequestable = "admin-consent-requestable" [90_095],
    /// The app cannot be used at this endpoint.
    NotUsableHere = "not-usable-here" [90_130],
    /// The request was malformed.
    MalformedRequest = "malformed-request" [9_002_313],
    /// Microsoft's sign-in cannot serve now (`temporarily_unavailable`, `server_error`).
    Busy = "busy",
    /// A reason that is not known here.
    Unknown = "unknown",
}

impl RefusalReason {
    /// The reason of an error. The documented way is to react on the error's name, because numbers may change
    /// (Microsoft identity platform: handle errors and exceptions); but one name stands for a dozen causes. So a known
    /// number refines what its name leaves open, and an unknown one leaves the name's own meaning.
    pub(crate) fn of(error: &str, suberror: Option<&str>, aadsts: Option<u32>) -> Self {
        // These two names say it all: whatever the number, waiting helps.
        if matches!(error, "temporarily_unavailable" | "server_error") {
            return Self::Busy;
        }
        aadsts
            .and_then(Self::of_number)
            .or_else(|| suberror.and_then(Self::of_suberror))
            .unwrap_or_else(|| Self::of_error(error))
    }

    fn of_number(number: u32) -> Option<Self> {
        Self::ALL.iter().copied().find(|reason| reason.numbers().contains(&number))
    }

    /// Microsoft's second names, as its own libraries read them (MSAL: suberror, `UiRequiredExceptionClassification`).
    fn of_suberror(suberror: &str) -> Option<Self> {
        Some(match suberror {
            "basic_action" => Self::StepUpRequired,
            "message_only" | "additional_action" => Self::AccessBlocked,
            "consent_required" => Self::ConsentMissing,
            "user_password_expired" => Self::PasswordExpired,
            "token_expired" | "bad_token" => Self::SignInExpired,
            "protection_policy_required" => Self::AppNotApproved,
            _ => return None,
        })
    }

    /// RFC 6749 sections 4.1.2.1 and 5.2, OpenID Connect Core section 3.1.2.6, RFC 8628 section 3.5, and Microsoft's
    /// own names.
    fn of_error(error: &str) -> Self {
        match error {
            "interaction_required" => Self::StepUpRequired,
            "login_required" => Self::SilentFailed,
            "consent_required" => Self::ConsentMissing,
            "account_selection_required" => Self::SeveralSessions,
            "invalid_grant" => Self::GrantInvalid,
            "invalid_client" | "unauthorized_client" | "invalid_resource" | "invalid_scope" => {
                Self::AppMisconfigured
            }
            "invalid_request" | "unsupported_grant_type" | "unsupported_response_type" => {
                Self::MalformedRequest
            }
            "invalid_tenant" => Self::TenantNotFound,
            "authorization_pending" => Self::CodePending,
            "bad_verification_code" => Self::CodeBad,
            "expired_token" => Self::CodeExpired,
            "access_denied" => Self::AccessBlocked,
            _ => Self::Unknown,
        }
    }
}
