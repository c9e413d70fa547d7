//! Signing in, against a small server that says exactly what each story needs, over real TLS and real sockets. The
//! Entra-shaped server of the practice tenant and a certified one are asked elsewhere: here are the answers that no
//! good server gives.

#[cfg(test)]
mod browser;
#[cfg(test)]
mod consent;
#[cfg(test)]
mod device_code;
#[cfg(test)]
mod discovery;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod secrets;
#[cfg(test)]
mod server;
#[cfg(test)]
mod session;
#[cfg(test)]
mod tables;
