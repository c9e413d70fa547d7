//! Reading one request, strictly (RFC 9112).

/// The largest request line with its headers, in bytes. Codes of Entra ID are about 2 KB.
pub(super) const LARGEST_REQUEST: usize = 16 * 1024;
/// What ends the headers.
pub(super) const END: &[u8] = b"\r\n\r\n";

/// Why a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Not HTTP/1, or not spelt as it should be.
    Malformed,
    /// It is meant for another host: a web page whose name was made to resolve here (DNS rebinding).
    ForeignHost,
    /// Not `GET`.
    Method,
    /// Not `/`.
    Path,
    /// It is over.
    Over,
    /// Larger than we read.
    TooLarge,
}

/// Where the headers end, looking from `from` on: behind the empty line.
pub(super) fn end(head: &[u8], from: usize) -> Option<usize> {
    let found = head.get(from..)?.windows(END.len()).position(|window| window == END)?;
    Some(from + found + END.len())
}

/// The query of `GET /?query` for `localhost:PORT`. Nothing else is let through.
pub(super) fn query(head: &[u8], port: u16) -> Result<&str, Refusal> {
    if head.len() > LARGEST_REQUEST {
        return Err(Refusal::TooLarge);
    }
    let head = head.strip_suffix(END).ok_or(Refusal::Malformed)?;
    // A bare control character anywhere is somebody's attempt to be read in two ways.
    let head = std::str::from_utf8(head).map_err(|_| Refusal::Malformed)?;
    let mut lines = head.split("\r\n");
    let request = lines.next().unwrap_or_default();
    if head.replace("\r\n", "").contains(|c: char| c.is_ascii_control() && c != '\t') {
        return Err(Refusal::Malformed);
    }
    let mut parts = request.split(' ');
    let (Some(method), Some(target), Some("HTTP/1.1" | "HTTP/1.0"), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(Refusal::Malformed);
    };
    host(lines, port)?;
    if method != "GET" {
        return Err(Refusal::Method);
    }
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    if path == "/" { Ok(query) } else { Err(Refusal::Path) }
}

/// There is exactly one `Host`, and it is ours (RFC 9110 section 7.2).
fn host<'h>(headers: impl Iterator<Item = &'h str>, port: u16) -> Result<(), Refusal> {
    let mut hosts = 0;
    for line in headers {
        let (name, value) = line.split_once(':').ok_or(Refusal::Malformed)?;
        if name.is_empty()
            || !name.bytes().all(|c| c.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&c))
        {
            return Err(Refusal::Malformed);
        }
        if name.eq_ignore_ascii_case("host") {
            hosts += 1;
            if !value.trim_matches([' ', '\t']).eq_ignore_ascii_case(&format!("localhost:{port}")) {
                return Err(Refusal::ForeignHost);
            }
        }
    }
    if hosts == 1 { Ok(()) } else { Err(Refusal::ForeignHost) }
}
