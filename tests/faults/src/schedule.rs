//! A schedule: whose journey, its acts in their order, and what goes wrong where. As a text it is one line:
//! `remove-and-invite:jan apply POST:invitations#1=kill-after put-back GET:users/new#1=404!`.
//!
//! Places are named by what is asked and not by a number, so that a schedule that is kept still means the same after the
//! engine asks for something more.

use std::fmt;
use std::str::FromStr;

use guest::RemedyKind;
use procedure::Purpose;

use crate::fault::Fault;

/// What goes wrong in the journey of one guest.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Schedule {
    /// Whose journey.
    pub subject: Subject,
    /// Its acts.
    pub acts: Vec<Act>,
}

/// A remedy and the guest it is for, by their first name in small letters; [`FIVE`] for a batch.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Subject {
    /// The remedy.
    pub remedy: RemedyKind,
    /// The guest.
    pub guest: String,
}

/// Who a batch is for.
pub(crate) const FIVE: &str = "five";

/// One act: a preview, its confirmation, and the end.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Act {
    /// What is done.
    pub purpose: Purpose,
    /// With which change: the newest that offers it, or the one after it, counted from 1.
    pub nth: usize,
    /// What goes wrong meanwhile.
    pub faults: Vec<Planned>,
}

/// A fault and its place.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Planned {
    /// Where.
    pub place: Place,
    /// What.
    pub fault: Fault,
    /// At every request like it from there on.
    pub for_ever: bool,
}

/// A place in an act, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// The nth request of this label; that of an item of a batch begins with a plus.
    Request {
        /// Method and path, with names instead of ids.
        label: String,
        /// Which of them.
        nth: usize,
    },
    /// The nth request, whatever it asks.
    Number(usize),
    /// The nth row of the journal.
    Row(usize),
}

/// Why a text is no schedule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NoSchedule(String);

impl Act {
    /// An act in which nothing goes wrong.
    pub(crate) const fn of(purpose: Purpose) -> Self {
        Self { purpose, nth: 1, faults: Vec::new() }
    }
}

impl Schedule {
    /// Whether it is one of a batch.
    #[must_use]
    pub fn is_of_a_batch(&self) -> bool {
        self.subject.guest == FIVE
    }

    /// The same with another act after it.
    pub(crate) fn then(&self, act: Act) -> Self {
        let mut longer = self.clone();
        longer.acts.push(act);
        longer
    }

    /// The same with this fault in its last act.
    pub(crate) fn with(&self, fault: Planned) -> Self {
        let mut more = self.clone();
        if let Some(act) = more.acts.last_mut() {
            act.faults.push(fault);
        }
        more
    }

    /// Whether it needs a journal on a disk that can fail.
    pub(crate) fn needs_disk(&self) -> bool {
        let mut faults = self.acts.iter().flat_map(|act| &act.faults);
        faults.any(|it| matches!(it.place, Place::Row(_)) || it.fault == Fault::Locked)
    }

    /// How many faults there are.
    pub(crate) fn faults(&self) -> usize {
        self.acts.iter().map(|act| act.faults.len()).sum()
    }
}

const PURPOSES: [(&str, Purpose); 4] = [
    ("apply", Purpose::Apply),
    ("undo", Purpose::Undo),
    ("continue", Purpose::Continue),
    ("put-back", Purpose::PutBack),
];

/// The word for what is done.
pub(crate) fn word(purpose: Purpose) -> &'static str {
    PURPOSES.iter().find(|(_, one)| *one == purpose).map_or("?", |(word, _)| word)
}

/// What this word is for.
pub(crate) fn purpose(word: &str) -> Option<Purpose> {
    PURPOSES.iter().find(|(one, _)| *one == word).map(|(_, purpose)| *purpose)
}

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.subject)?;
        self.acts.iter().try_for_each(|act| write!(f, " {act}"))
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.remedy, self.guest)
    }
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(word(self.purpose))?;
        if self.nth > 1 {
            write!(f, "#{}", self.nth)?;
        }
        self.faults.iter().try_for_each(|fault| write!(f, " {fault}"))
    }
}

impl fmt::Display for Planned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Request { label, nth } => write!(f, "{label}#{nth}")?,
            Place::Number(nth) => write!(f, "{nth}")?,
            Place::Row(nth) => write!(f, "row#{nth}")?,
        }
        write!(f, "={}{}", self.fault, if self.for_ever { "!" } else { "" })
    }
}

impl FromStr for Schedule {
    type Err = NoSchedule;

    fn from_str(text: &str) -> Result<Self, NoSchedule> {
        let mut words = text.split_whitespace();
        let subject = words.next().ok_or_else(|| NoSchedule("an empty schedule".to_owned()))?.parse()?;
        let mut acts: Vec<Act> = Vec::new();
        for word in words {
            if word.contains('=') {
                let act = acts.last_mut().ok_or_else(|| NoSchedule(format!("{word} belongs to no act")))?;
                act.faults.push(word.parse()?);
            } else {
                acts.push(word.parse()?);
            }
        }
        if acts.is_empty() {
            return Err(NoSchedule("a schedule without an act".to_owned()));
        }
        Ok(Self { subject, acts })
    }
}

impl FromStr for Subject {
    type Err = NoSchedule;

    fn from_str(text: &str) -> Result<Self, NoSchedule> {
        let wrong = || NoSchedule(format!("{text} is no remedy and guest, as set-mail:jan"));
        let (remedy, guest) = text.split_once(':').ok_or_else(wrong)?;
        let remedy = RemedyKind::ALL.iter().find(|kind| kind.to_string() == remedy).ok_or_else(wrong)?;
        Ok(Self { remedy: *remedy, guest: guest.to_owned() })
    }
}

/// A word and its number; 1 where none is said.
fn counted(text: &str) -> Option<(&str, usize)> {
    match text.rsplit_once('#') {
        None => Some((text, 1)),
        Some((word, nth)) => nth.parse().ok().map(|nth| (word, nth)),
    }
}

impl FromStr for Act {
    type Err = NoSchedule;

    fn from_str(text: &str) -> Result<Self, NoSchedule> {
        let wrong = || NoSchedule(format!("{text} is no act: apply, undo, continue, put-back"));
        let (word, nth) = counted(text).ok_or_else(wrong)?;
        Ok(Self { nth, ..Self::of(purpose(word).ok_or_else(wrong)?) })
    }
}

impl FromStr for Planned {
    type Err = NoSchedule;

    fn from_str(text: &str) -> Result<Self, NoSchedule> {
        let wrong = || NoSchedule(format!("{text} is no fault at a place, as DELETE:users/guest#1=404!"));
        let (place, fault) = text.rsplit_once('=').ok_or_else(wrong)?;
        let (fault, for_ever) = fault.strip_suffix('!').map_or((fault, false), |fault| (fault, true));
        let place = match (place.parse(), counted(place).ok_or_else(wrong)?) {
            (Ok(number), _) => Place::Number(number),
            (Err(_), ("row", nth)) => Place::Row(nth),
            (Err(_), (label, nth)) => Place::Request { label: label.to_owned(), nth },
        };
        Ok(Self { place, fault: Fault::named(fault).ok_or_else(wrong)?, for_ever })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schedule_is_read_as_it_is_written() {
        for text in [
            "set-mail:jan apply",
            "remove-and-invite:jan apply POST:invitations#1=kill-after put-back#2 GET:users/new#3=404!",
            "remove-and-invite:piet apply +GET:users/guest/memberOf#1=500! row#5=disk-full",
            "keep-one-address:jan apply 7=somebody-deletes-guest",
        ] {
            assert_eq!(text.parse::<Schedule>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_schedule_is_refused_with_the_word_that_is_wrong() {
        for (text, word) in [
            ("", "empty"),
            ("set-mail:jan", "without an act"),
            ("set-mail apply", "set-mail"),
            ("set-mail:jan fly", "fly"),
            ("set-mail:jan apply 7=earthquake", "earthquake"),
            ("set-mail:jan 7=404", "7=404"),
        ] {
            assert!(text.parse::<Schedule>().unwrap_err().to_string().contains(word), "{text}");
        }
    }
}
