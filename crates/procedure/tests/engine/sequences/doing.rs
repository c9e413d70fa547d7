//! What is done, and to whom.

use guest::RemedyKind;

/// How the guest of an organisation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GuestIs {
    /// As in the article: two other addresses.
    WithTwoAddresses,
    WithOneAddress,
    Deleted,
    /// Deleted, and there is a new account.
    Replaced,
}

/// What a plan is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Apply(RemedyKind),
    /// Of the change of this number.
    Undo(usize),
    GoOn(usize),
    PutBack(usize),
}

/// Where a change is held up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeldAt {
    /// Before anything of it is written down.
    Comparison,
    FirstWrite,
    SecondWrite,
}

/// How a confirmed change goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Course {
    Through,
    /// The first request that changes something is refused.
    Refused,
    HeldUp(HeldAt),
}

/// The ways from a change.
pub(crate) const WAYS: [fn(usize) -> Purpose; 3] = [Purpose::Undo, Purpose::GoOn, Purpose::PutBack];

/// The courses, by how often they are taken.
pub(crate) const COURSES: [Course; 7] = [
    Course::Through,
    Course::Through,
    Course::Through,
    Course::Refused,
    Course::HeldUp(HeldAt::Comparison),
    Course::HeldUp(HeldAt::FirstWrite),
    Course::HeldUp(HeldAt::SecondWrite),
];

/// Something a person, or a computer, does.
#[derive(Debug, Clone)]
pub(crate) enum Doing {
    /// Which organisation, and who of two people.
    SignIn(usize, usize),
    SignOut,
    Search,
    Preview(Purpose),
    /// Which of all the plans there ever were, counted from the newest.
    Confirm(usize, Course),
    /// The change that is held up goes on to its end.
    LetGo,
    /// The app is killed, and started again.
    Kill,
    /// Sixteen minutes.
    Wait,
}
