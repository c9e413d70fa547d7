//! A certificate authority of one's own and a certificate for this machine, so that clients which insist on TLS can
//! be tried without turning their checks off.

use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DistinguishedName, DnType, ExtendedKeyUsagePurpose,
    IsCa, KeyPair, KeyUsagePurpose,
};

/// The first moment of a day, in whatever type of time rcgen uses.
macro_rules! days_from_now {
    ($days:expr) => {{
        let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
        let day = today.saturating_add(Span::new().days($days));
        rcgen::date_time_ymd(day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs())
    }};
}

/// A certificate for `localhost`, `127.0.0.1` and `::1`, and the authority that signed it; all as PEM. The
/// authority's key is thrown away: nothing else can be signed with it.
pub struct Certificate {
    /// The authority: what a client is told to trust.
    pub authority: String,
    /// The server's certificate.
    pub certificate: String,
    /// The server's private key.
    pub key: String,
}

/// Why no certificate could be made.
#[derive(Debug, thiserror::Error)]
#[error("no certificate could be made: {0}")]
pub struct CertificateError(#[from] rcgen::Error);

impl Certificate {
    /// Makes a new one.
    pub fn for_this_machine() -> Result<Self, CertificateError> {
        let mut authority = CertificateParams::new(Vec::new())?;
        authority.distinguished_name = named("Practice tenant (this machine only)");
        authority.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        authority.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate()?)?;

        let names = ["localhost", "127.0.0.1", "::1"].map(str::to_owned);
        let mut server = CertificateParams::new(names)?;
        server.distinguished_name = named("localhost");
        server.use_authority_key_identifier_extension = true;
        server.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        server.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        // Apple's systems trust no certificate that lives longer than 825 days.
        server.not_before = days_from_now!(-1);
        server.not_after = days_from_now!(365);
        let key = KeyPair::generate()?;
        let certificate = server.signed_by(&key, &authority)?;
        Ok(Self { authority: authority.pem(), certificate: certificate.pem(), key: key.serialize_pem() })
    }
}

fn named(name: &str) -> DistinguishedName {
    let mut names = DistinguishedName::new();
    names.push(DnType::CommonName, name);
    names
}
