//! The `WebDriver` protocol, as far as it is needed: JSON over HTTP on the loopback interface.

use crate::Trouble;
use reqwest::{Client, Method};
use serde_json::Value;
use std::time::Duration;

/// A connection to a driver.
#[derive(Debug)]
pub(crate) struct Driver {
    address: String,
    client: Client,
    runtime: tokio::runtime::Runtime,
}

impl Driver {
    /// Speaks to the driver on this port.
    pub(crate) fn on(port: u16) -> Result<Self, Trouble> {
        let trouble = |words: String| Trouble::NoAnswer { what: "the connection".to_owned(), words };
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|problem| trouble(problem.to_string()))?;
        let client = Client::builder()
            // The driver is on this machine: a proxy from the environment has no business between.
            .no_proxy()
            .timeout(Duration::from_mins(1))
            .build()
            .map_err(|problem| trouble(problem.to_string()))?;
        Ok(Self { address: format!("http://127.0.0.1:{port}"), client, runtime })
    }

    /// Asks for something; answers the `value` of the driver's answer (W3C `WebDriver`, section 6).
    pub(crate) fn ask(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Value, Trouble> {
        let what = format!("{method} {path}");
        let no_answer = |words: String| Trouble::NoAnswer { what: what.clone(), words };
        let mut request = self.client.request(method, format!("{}{path}", self.address));
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body.to_string());
        }
        let text = self
            .runtime
            .block_on(async { request.send().await?.text().await })
            .map_err(|problem| no_answer(problem.to_string()))?;
        let mut answer: Value =
            serde_json::from_str(&text).map_err(|problem| no_answer(format!("{problem}: {text}")))?;
        let value = answer["value"].take();
        match value["error"].as_str() {
            Some(error) => {
                let words = format!("{error}: {}", value["message"].as_str().unwrap_or_default());
                if words.contains("invalid session id") {
                    return Err(Trouble::Lost { what, words });
                }
                Err(Trouble::Refused { what, words })
            }
            None => Ok(value),
        }
    }
}
