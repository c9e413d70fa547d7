//! The words of the table in which the guests of a group are given to a spreadsheet program.

use crate::Language;
use crate::text::Texts;

/// The words in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestListWords {
    /// What stands between two cells: the list separator that spreadsheet programs expect in this language.
    pub separator: String,
    /// Head: who.
    pub guest: String,
    /// Head: their address.
    pub address: String,
    /// Head: how they stand, and that this does not say that mail arrives.
    pub state: String,
    /// Head: why.
    pub why: String,
    /// Head: in which group.
    pub group: String,
    /// Head: when it was read.
    pub read_at: String,
    /// They get no mail.
    pub no_mail: String,
    /// It cannot be told.
    pub cannot_tell: String,
    /// There is something to look at.
    pub attention: String,
    /// No fault found.
    pub no_fault: String,
    /// Another object owns the address.
    pub address_in_use: String,
    /// No main address.
    pub no_main_address: String,
    /// Two main addresses.
    pub two_main_addresses: String,
    /// Blocked.
    pub blocked: String,
    /// The invitation was not accepted yet.
    pub invitation_open: String,
    /// Not everything was read.
    pub not_all_read: String,
    /// So many members of whom nothing is shown; none when all are.
    pub not_shown: Option<String>,
}

/// The words in one language, about a list in which so many members are not shown.
#[must_use]
pub fn guest_list_words(language: Language, not_shown: usize) -> GuestListWords {
    let texts = Texts::new(language);
    let get = |id: &str| texts.get(id, &[]);
    GuestListWords {
        separator: get("document-guests-separator"),
        guest: get("document-guests-guest"),
        address: get("document-guests-address"),
        state: get("document-guests-state"),
        why: get("document-guests-why"),
        group: get("document-guests-group"),
        read_at: get("document-guests-read-at"),
        no_mail: get("document-guests-no-mail"),
        cannot_tell: get("document-guests-cannot-tell"),
        attention: get("document-guests-attention"),
        no_fault: get("document-guests-no-fault"),
        address_in_use: get("document-guests-address-in-use"),
        no_main_address: get("document-guests-no-main-address"),
        two_main_addresses: get("document-guests-two-main-addresses"),
        blocked: get("document-guests-blocked"),
        invitation_open: get("document-guests-invitation-open"),
        not_all_read: get("document-guests-not-all-read"),
        not_shown: (not_shown > 0)
            .then(|| texts.get("document-guests-not-shown", &[("count", &not_shown.to_string())])),
    }
}
