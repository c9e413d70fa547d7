//! The guests of a group as a table to be saved.

use guest::{Glance, GlanceReason};
use procedure::{GroupList, GuestsOfGroup};
use words::{GuestListWords, Language, guest_list_words};

use crate::problem::AppProblem;
use crate::spreadsheet;
use crate::view::{Category, ProblemCode};

/// The longest part of a group's name that becomes part of a file's name.
const LONGEST_NAME: usize = 60;

/// The table, in the language of whoever saves it.
pub(crate) fn table(
    language: Language,
    group: &GuestsOfGroup,
    list: &GroupList,
) -> Result<String, AppProblem> {
    let words = guest_list_words(language, list.not_shown);
    let at = group.at.strftime("%Y-%m-%d %H:%M").to_string();
    let row = |guest: &guest::ListedGuest| {
        [
            guest.name(),
            guest.guest.spoken_of().as_str().to_owned(),
            state(&words, guest.glance).to_owned(),
            guest.reason.map_or_else(String::new, |reason| why(&words, reason).to_owned()),
            group.name.clone(),
            at.clone(),
        ]
    };
    // Who is not shown has a row of their own: a list that leaves them out would look complete.
    let rest = words.not_shown.as_ref().map(|words_for_them| {
        let none = String::new;
        [
            words_for_them.clone(),
            none(),
            words.cannot_tell.clone(),
            words.not_all_read.clone(),
            group.name.clone(),
            at.clone(),
        ]
    });
    let head = [&words.guest, &words.address, &words.state, &words.why, &words.group, &words.read_at];
    let separator = words.separator.bytes().next().unwrap_or(b',');
    let rows = list.guests.iter().map(row).chain(rest);
    spreadsheet::csv(separator, head.map(Clone::clone), rows).map_err(|error| {
        tracing::error!(%error, "a table cannot be written");
        AppProblem::here(Category::Internal, ProblemCode::Internal)
    })
}

/// What the file is called, without its end: the group and the moment, of letters that every file system takes.
pub(crate) fn file_name(group: &GuestsOfGroup) -> String {
    let plain = |it: char| if it.is_alphanumeric() { it } else { ' ' };
    let name: String = group.name.chars().map(plain).take(LONGEST_NAME).collect();
    let name: Vec<&str> = name.split_whitespace().collect();
    format!("{} guests {}", group.at.strftime("%Y-%m-%d %H%M"), name.join(" ")).trim_end().to_owned()
}

fn state(words: &GuestListWords, glance: Glance) -> &str {
    match glance {
        Glance::NoMail => &words.no_mail,
        Glance::CannotTell => &words.cannot_tell,
        Glance::Attention => &words.attention,
        Glance::NoFault => &words.no_fault,
    }
}

fn why(words: &GuestListWords, reason: GlanceReason) -> &str {
    match reason {
        GlanceReason::AddressInUse => &words.address_in_use,
        GlanceReason::NoMainAddress => &words.no_main_address,
        GlanceReason::TwoMainAddresses => &words.two_main_addresses,
        GlanceReason::Blocked => &words.blocked,
        GlanceReason::InvitationOpen => &words.invitation_open,
        GlanceReason::NotAllRead => &words.not_all_read,
    }
}
