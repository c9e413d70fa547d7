//! What happens to a chosen request instead of being answered plainly.

use std::fmt;
use std::sync::Arc;

use serde_json::Value;
use tokio::sync::Notify;

use crate::Directory;

/// What happens to a request. Of several that match, the one that was written down first counts.
#[derive(Clone)]
pub enum Effect {
    /// Nothing out of the ordinary: lets one pass before the next effect of the same requests.
    Act,
    /// Status and error code; nothing is done.
    Refuse(u16, &'static str),
    /// Status and error code, with a message that decides the meaning; nothing is done.
    RefuseSaying(u16, &'static str, &'static str),
    /// This answer; nothing is done.
    Answer(u16, Value),
    /// The request never leaves.
    NotSent,
    /// The answer does not come, and nothing was done.
    LoseBefore,
    /// The answer does not come, and what was asked was done.
    LoseAfter,
    /// A read is answered as the directory stood when this was written down: replicas lag.
    Stale,
    /// Somebody else does something first; then the request is answered plainly.
    Meanwhile(Arc<dyn Fn(&Directory) + Send + Sync>),
    /// Somebody else does something first; then the request is refused, with status and error code.
    RefuseMeanwhile(u16, &'static str, Arc<dyn Fn(&Directory) + Send + Sync>),
    /// Waits until it is let go, is then answered plainly.
    Hold(Arc<Notify>),
}

impl Effect {
    /// Somebody else does this first.
    pub fn meanwhile(act: impl Fn(&Directory) + Send + Sync + 'static) -> Self {
        Self::Meanwhile(Arc::new(act))
    }

    /// Somebody else does this first, and the request is refused.
    pub fn refused_after(
        status: u16,
        code: &'static str,
        act: impl Fn(&Directory) + Send + Sync + 'static,
    ) -> Self {
        Self::RefuseMeanwhile(status, code, Arc::new(act))
    }
}

impl fmt::Debug for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Act => f.write_str("Act"),
            Self::Refuse(status, code)
            | Self::RefuseSaying(status, code, _)
            | Self::RefuseMeanwhile(status, code, _) => {
                write!(f, "Refuse({status}, {code})")
            }
            Self::Answer(status, body) => write!(f, "Answer({status}, {body})"),
            Self::NotSent => f.write_str("NotSent"),
            Self::LoseBefore => f.write_str("LoseBefore"),
            Self::LoseAfter => f.write_str("LoseAfter"),
            Self::Stale => f.write_str("Stale"),
            Self::Meanwhile(_) => f.write_str("Meanwhile"),
            Self::Hold(_) => f.write_str("Hold"),
        }
    }
}

/// An effect, and the requests it is for.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    /// `METHOD /path`, with `*` for one segment.
    pub(crate) requests: String,
    /// How many more of them; none: all.
    pub(crate) left: Option<usize>,
    pub(crate) effect: Effect,
}

impl Rule {
    pub(crate) fn matches(&self, method: &str, path: &str) -> bool {
        let Some((own, pattern)) = self.requests.split_once(' ') else { return false };
        let (mut wanted, mut segments) = (pattern.split('/'), path.split('/'));
        own == method
            && self.left != Some(0)
            && loop {
                match (wanted.next(), segments.next()) {
                    (None, None) => break true,
                    (Some(wanted), Some(segment)) if wanted == "*" || wanted == segment => {}
                    _ => break false,
                }
            }
    }
}
