//! What became of the mail to a group on its way to one guest, read from what Exchange Online notes of each message
//! (Microsoft Graph: exchangeMessageTrace resource). Subjects and IP addresses are no part of it.
//!
//! Exchange notes one row for each message and recipient. A message to a group has a row for the group's own address,
//! which says *expanded* when it was sent on to its members, and one for each member it was sent on to. A group row that
//! says so, without a row for the guest, is the proof that the group does not send to them.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

/// How far back a trace reaches at once (Microsoft Graph: List messageTraces, "must not exceed 10 days").
pub const TRACED_DAYS: i64 = 10;

/// How long a message may be on its way before it counts that no row for the guest is there. Exchange: a message shows in
/// a trace after minutes ("Message trace in the modern Exchange admin center"); how long at most is said nowhere.
const ON_ITS_WAY: SignedDuration = SignedDuration::from_mins(60);

/// Where a message stands for one recipient (exchangeMessageTraceStatus).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TraceStatus {
    /// On its way, or Exchange does not know yet: `pending`, `gettingStatus`.
    Pending,
    /// Handed to the recipient's mail server, or put into their mailbox.
    Delivered,
    /// Sent on to the members of a group.
    Expanded,
    /// Kept back in quarantine.
    Quarantined,
    /// Taken for spam.
    FilteredAsSpam,
    /// Not delivered.
    Failed,
    /// A status this version does not know.
    Unknown,
}

impl TraceStatus {
    /// As Microsoft Graph writes it. Its pages have it in small letters and with a capital (List messageTraces, example 1).
    #[must_use]
    pub fn read(status: &str) -> Self {
        let all = [
            ("gettingStatus", Self::Pending),
            ("pending", Self::Pending),
            ("delivered", Self::Delivered),
            ("expanded", Self::Expanded),
            ("quarantined", Self::Quarantined),
            ("filteredAsSpam", Self::FilteredAsSpam),
            ("failed", Self::Failed),
        ];
        let known = all.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(status));
        known.map_or(Self::Unknown, |(_, status)| status)
    }
}

/// One row of a trace: one message, one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceRow {
    /// The Message-ID, which the rows of one message share.
    pub message: String,
    /// When Exchange received the message.
    pub received: Timestamp,
    /// Where it stands.
    pub status: TraceStatus,
}

/// What became of one message to the group, as far as the guest goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum MessageFate {
    /// Handed over to the guest's mail server.
    Delivered,
    /// The group sent it on, and not to the guest.
    LeftOut,
    /// Sent to the guest, and not delivered: not taken by their mail server, or stopped on the way there. Which, a row does
    /// not say.
    Failed,
    /// Sent to the guest, and kept back as spam or in quarantine on this side.
    KeptBack,
    /// It never got as far as the members: refused, kept back or failed at the group.
    StoppedAtGroup,
    /// On its way.
    UnderWay,
    /// The rows do not tell.
    Unclear,
}

/// What the messages say together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum TraceConclusion {
    /// Nobody sent the group anything.
    NoMessages,
    /// The newest that arrived anywhere went to the guest's mail server: it lies with them.
    AtTheGuests,
    /// The group does not send to the guest.
    NotSentToThem,
    /// It is sent to the guest, and not delivered.
    NotDelivered,
    /// It is kept back on this side.
    KeptBackHere,
    /// The group itself does not take it.
    StoppedAtGroup,
    /// Everything is on its way still.
    UnderWay,
    /// The rows do not tell.
    CannotTell,
}

/// A message to the group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TracedMessage {
    /// When Exchange received it.
    pub received: Timestamp,
    /// What became of it.
    pub fate: MessageFate,
}

/// What a trace tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The messages to the group, the newest first.
    pub messages: Vec<TracedMessage>,
    /// What they say together: the newest of which it is known counts, for what was mended meanwhile shows in it.
    pub conclusion: TraceConclusion,
}

/// Reads the rows of the group's address and of the guest's addresses. `guest_complete`: whether every row of the guest
/// was read; else one that is not there is not known to be missing.
#[must_use]
pub fn read_trace(group: &[TraceRow], guest: &[TraceRow], guest_complete: bool, now: Timestamp) -> Trace {
    let mut messages: BTreeMap<&str, (Timestamp, Vec<TraceStatus>)> = BTreeMap::new();
    for row in group {
        let (received, statuses) = messages.entry(&row.message).or_insert((row.received, Vec::new()));
        *received = row.received.min(*received);
        statuses.push(row.status);
    }
    let mut messages: Vec<TracedMessage> = messages
        .into_iter()
        .map(|(message, (received, at_group))| {
            let at_guest: Vec<TraceStatus> =
                guest.iter().filter(|row| row.message == message).map(|row| row.status).collect();
            let fresh = now.duration_since(received) < ON_ITS_WAY;
            TracedMessage { received, fate: fate(&at_group, &at_guest, guest_complete, fresh) }
        })
        .collect();
    messages.sort_by_key(|it| std::cmp::Reverse(it.received));
    let conclusion = conclude(&messages);
    Trace { messages, conclusion }
}

/// The furthest it got counts: a message that was tried twice has a row for each.
fn fate(
    at_group: &[TraceStatus],
    at_guest: &[TraceStatus],
    guest_complete: bool,
    fresh: bool,
) -> MessageFate {
    use TraceStatus as S;
    let (group, guest) = (|status| at_group.contains(&status), |status| at_guest.contains(&status));
    if guest(S::Delivered) {
        MessageFate::Delivered
    } else if guest(S::Quarantined) || guest(S::FilteredAsSpam) {
        MessageFate::KeptBack
    } else if guest(S::Failed) {
        MessageFate::Failed
    } else if guest(S::Pending) {
        MessageFate::UnderWay
    } else if !at_guest.is_empty() {
        MessageFate::Unclear
    } else if group(S::Expanded) {
        match (fresh, guest_complete) {
            (true, _) => MessageFate::UnderWay,
            (false, true) => MessageFate::LeftOut,
            (false, false) => MessageFate::Unclear,
        }
    } else if group(S::Pending) {
        MessageFate::UnderWay
    } else if group(S::Failed) || group(S::Quarantined) || group(S::FilteredAsSpam) {
        MessageFate::StoppedAtGroup
    } else {
        // A group's own mailbox takes a copy: that it did says nothing of the members.
        MessageFate::Unclear
    }
}

fn conclude(newest_first: &[TracedMessage]) -> TraceConclusion {
    let said = newest_first.iter().find_map(|message| match message.fate {
        MessageFate::Delivered => Some(TraceConclusion::AtTheGuests),
        MessageFate::LeftOut => Some(TraceConclusion::NotSentToThem),
        MessageFate::Failed => Some(TraceConclusion::NotDelivered),
        MessageFate::KeptBack => Some(TraceConclusion::KeptBackHere),
        MessageFate::StoppedAtGroup => Some(TraceConclusion::StoppedAtGroup),
        MessageFate::UnderWay | MessageFate::Unclear => None,
    });
    match said {
        Some(said) => said,
        None if newest_first.is_empty() => TraceConclusion::NoMessages,
        None if newest_first.iter().all(|it| it.fate == MessageFate::UnderWay) => TraceConclusion::UnderWay,
        None => TraceConclusion::CannotTell,
    }
}
