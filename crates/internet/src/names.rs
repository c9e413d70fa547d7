//! Names of hosts, through the system's resolver.

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// A host's name that has no address here. It is a type so that it can be recognised without reading words.
#[derive(Debug, thiserror::Error)]
#[error("the host's name cannot be resolved: {0}")]
pub(crate) struct NoSuchName(std::io::Error);

/// The system's resolver, as `getaddrinfo` answers.
#[derive(Debug)]
pub(crate) struct SystemNames;

impl Resolve for SystemNames {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            // Port 0 means: the port of the address that is asked.
            let found = tokio::net::lookup_host((name.as_str(), 0)).await.map_err(NoSuchName)?;
            let addresses: Vec<_> = found.collect();
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}
