//! The program `practice`, over plain HTTP.
#![allow(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use practice::{Guests, Tenant};
use serde_json::{Value, json};

/// A server that ends with its test.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(more: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_practice"))
            .args(["serve", "--listen", "127.0.0.1:0"])
            .args(more)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on http://").unwrap().to_owned();
        Self { child, address }
    }

    /// Everything that comes back over one connection.
    fn ask(&self, path: &str, token: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {token}\r\nconnection: close\r\n\r\n",
            self.address
        )
        .unwrap();
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        answer
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_server_tells_where_it_listens_and_serves_the_personas() {
    let server = Server::start(&["--open", "--guests", "200"]);
    assert!(server.ask("/practice/health", "").starts_with("HTTP/1.1 200"));
    let users = server.ask("/v1.0/users?$select=id", "practice.user-admin");
    assert!(users.starts_with("HTTP/1.1 200"), "{users}");
    let next = format!("\"@odata.nextLink\":\"http://{}/v1.0/users?$select=id&$skiptoken=", server.address);
    assert!(users.contains(&next), "{users}");
    assert!(server.ask("/v1.0/me", "practice.nobody").starts_with("HTTP/1.1 401"));
    assert!(server.ask("/beta/me", "practice.owner").starts_with("HTTP/1.1 400"));
}

#[test]
fn some_of_the_guests_can_be_faulty_and_are_the_ones_the_scenario_names() {
    let guests = Guests { count: 500, faulty: 40, seed: 9 };
    let server = Server::start(&["--open", "--guests", "500", "--faulty-guests", "40", "--seed", "9"]);
    let table = Tenant::built_in().unwrap().with_some_faulty(guests).faulty_guests();
    assert_eq!(table.len(), 40);
    for guest in table {
        let path = format!("/v1.0/users/{}?$select=id,displayName,mail", guest.user_id);
        let answer = server.ask(&path, "practice.user-admin");
        let (_, body) = answer.split_once("\r\n\r\n").unwrap();
        let user: Value = serde_json::from_str(body).unwrap();
        assert_eq!(user["displayName"], guest.display_name.as_str());
        assert_eq!(user["mail"].as_str(), guest.mail.as_deref());
    }
}

#[test]
fn more_faulty_guests_than_guests_are_refused() {
    for (options, why) in [
        (&["--guests", "3", "--faulty-guests", "4"][..], "4 of 3 guests cannot be faulty"),
        (&["--faulty-guests", "4"], "--guests"),
        (&["--guests", "3", "--seed", "4"], "--faulty-guests"),
    ] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_practice"));
        let out = program.args(["serve", "--listen", "127.0.0.1:0"]).args(options).output().unwrap();
        assert!(!out.status.success());
        let said = String::from_utf8_lossy(&out.stderr);
        assert!(said.contains(why), "{said}");
    }
}

#[test]
fn without_open_no_token_is_accepted_but_the_health_check_answers() {
    let server = Server::start(&[]);
    assert!(server.ask("/practice/health", "").starts_with("HTTP/1.1 200"));
    assert!(server.ask("/v1.0/me", "practice.user-admin").starts_with("HTTP/1.1 401"));
}

#[test]
fn a_dropped_answer_closes_the_connection_without_a_byte() {
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("faults.json");
    let faults = json!({ "version": 1, "faults": [{ "method": "GET", "path": "/me", "nth": 1, "do": "drop-before" }] });
    std::fs::write(&path, faults.to_string()).unwrap();
    let server = Server::start(&["--open", "--faults", path.to_str().unwrap()]);
    assert_eq!(server.ask("/v1.0/me", "practice.owner"), "");
    assert!(server.ask("/v1.0/me", "practice.owner").starts_with("HTTP/1.1 200"));
}

#[test]
fn a_body_that_is_too_large_is_refused_in_graphs_shape() {
    let server = Server::start(&["--open"]);
    // Given a body of one byte more than 4 MB
    let body = format!("\"{}\"", "x".repeat((4 << 20) - 1));
    let mut stream = TcpStream::connect(&server.address).unwrap();
    write!(
        stream,
        "POST /v1.0/$batch HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer practice.owner\r\n\
         client-request-id: mine\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        server.address,
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    // Then it is refused as everything is refused: with a code and with the ids by which a request is found
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 413"), "{head}");
    let body: Value = serde_json::from_str(body).unwrap();
    assert_eq!(body["error"]["code"], "RequestEntityTooLarge");
    assert_eq!(body["error"]["message"], "The request size exceeds the maximum limit.");
    assert_eq!(body["error"]["innerError"]["client-request-id"], "mine");
    let id = body["error"]["innerError"]["request-id"].as_str().unwrap();
    assert!(head.to_lowercase().contains(&format!("request-id: {id}")), "{head}");
    // And the server goes on.
    assert!(server.ask("/v1.0/me", "practice.owner").starts_with("HTTP/1.1 200"));
}

#[test]
fn the_server_refuses_to_listen_beyond_this_machine() {
    let out = Command::new(env!("CARGO_BIN_EXE_practice"))
        .args(["serve", "--listen", "0.0.0.0:0"])
        .output()
        .unwrap();
    assert!(!out.status.success());
    assert!(String::from_utf8_lossy(&out.stderr).contains("not a loopback address"));
}
