//! The same server behind TLS.

use std::io;
use std::sync::Arc;

use axum_server::tls_rustls::{RustlsAcceptor, RustlsConfig};
use practice::Tenant;
use rustls::ServerConfig;
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::net::TcpListener;

use super::abort::AbortableAcceptor;
use super::router::{Access, router};

/// Serves over TLS until the process ends. Certificate (with its chain) and key are PEM.
pub async fn serve_tls(
    listener: TcpListener,
    tenant: Tenant,
    access: Access,
    certificate: &[u8],
    key: &[u8],
) -> io::Result<()> {
    let config = RustlsConfig::from_config(Arc::new(config(certificate, key)?));
    let acceptor = RustlsAcceptor::new(config).acceptor(AbortableAcceptor);
    let service = router(tenant, access).into_make_service();
    axum_server::from_tcp(listener.into_std()?)?.acceptor(acceptor).serve(service).await
}

fn config(certificate: &[u8], key: &[u8]) -> io::Result<ServerConfig> {
    let chain: Vec<_> = CertificateDer::pem_slice_iter(certificate)
        .collect::<Result<_, _>>()
        .map_err(|error| unusable("the certificate cannot be read", &error))?;
    let key =
        PrivateKeyDer::from_pem_slice(key).map_err(|error| unusable("the key cannot be read", &error))?;
    // Named, so that it does not matter which others a program around this one brings along.
    let mut config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| unusable("TLS cannot be set up", &error))?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(|error| unusable("the certificate and the key cannot be used", &error))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

fn unusable(what: &str, why: &dyn std::fmt::Display) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("{what}: {why}"))
}
