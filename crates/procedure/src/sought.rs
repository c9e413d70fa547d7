//! Looking for what was typed, whatever it is: an address, a user name or an object id. Two round trips one after the
//! other, each way.

use guest::{Address, Facts, NotAnAddress, ObjectId, Pasted, User, UserName};
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use crate::examination::{
    About, Examination, KnownUser, Question, add_context, context, examine, found, include, include_deleted,
    is_refused_to_guest, surroundings,
};
use crate::problem::{ErrorKind, Problem};
use crate::signed_in::SignedIn;

/// What is looked for, and about which group.
#[derive(Debug, Clone)]
pub(crate) struct Sought<'a> {
    what: Pasted,
    /// The guest who was chosen of several, or who is known already.
    chosen: Option<&'a str>,
    group: Option<&'a str>,
}

impl<'a> Sought<'a> {
    /// Reads what was typed. Beside a guest who is known it is what a report speaks of: that stands in the directory,
    /// whatever people may type.
    pub(crate) fn read(
        typed: &str,
        chosen: Option<&'a str>,
        group: Option<&'a str>,
    ) -> Result<Self, Problem> {
        let what = Pasted::read(typed).or_else(|why| match Address::recorded(typed) {
            Some(address) if chosen.is_some() && matches!(why, NotAnAddress::Accented { .. }) => {
                Ok(Pasted::Address(address))
            }
            _ => Err(ErrorKind::Address { typed: typed.to_owned(), why }),
        })?;
        Ok(Self { what, chosen, group })
    }

    /// Finds and diagnoses.
    pub(crate) async fn examine(
        &self,
        signed_in: &SignedIn,
        now: Timestamp,
        cancel: &CancellationToken,
    ) -> Result<Examination, Problem> {
        let &Self { ref what, chosen, group } = self;
        // The ways that are rarely gone stand apart in memory: otherwise every search would carry their size.
        match (what, chosen) {
            (Pasted::Address(address), chosen) => {
                examine(signed_in, Question { address, chosen, group }, now, cancel).await
            }
            (Pasted::UserName(_) | Pasted::ObjectId(_), Some(id)) => {
                Box::pin(by_id(signed_in, id, ErrorKind::GuestGone, group, now, cancel)).await
            }
            (Pasted::UserName(name), None) => {
                Box::pin(by_user_name(signed_in, name, group, now, cancel)).await
            }
            (Pasted::ObjectId(id), None) => {
                let nobody = ErrorKind::NobodyWithId { id: ObjectId::clone(id) };
                Box::pin(by_id(signed_in, id.as_str(), nobody, group, now, cancel)).await
            }
        }
    }
}

/// First round: the name itself, wherever it stands, beside the addresses it may be made of. Second: what surrounds
/// whom that found.
async fn by_user_name(
    signed_in: &SignedIn,
    name: &UserName,
    group: Option<&str>,
    now: Timestamp,
    cancel: &CancellationToken,
) -> Result<Examination, Problem> {
    let addresses = name.addresses();
    let mut asked: Vec<String> = addresses.iter().flat_map(Address::spellings).collect();
    asked.push(name.as_str().to_owned());
    let answer = signed_in.graph.search(&asked, &name.prefixes(), cancel).await?;
    let mut facts = found(signed_in, &answer, name.likeliest(), now)?;
    if let Some(user) = who_is_called(name, &facts) {
        (facts.chosen, facts.searched) = (Some(user.id.clone()), user.spoken_of());
    } else if let Some(address) = the_one_somebody_has(&addresses, &facts) {
        facts.searched = address;
    } else {
        // Nobody, where everything was answered; otherwise nobody knows.
        let failed =
            answer.users.failed.into_values().chain(answer.deleted_users.failed.into_values()).next();
        let nobody = || ErrorKind::NobodyWithUserName { name: name.clone() }.into();
        return Err(failed.map_or_else(nobody, Problem::from));
    }
    surroundings(signed_in, facts, &asked, group, cancel).await
}

/// The user of this name, or else the deleted one.
fn who_is_called<'a>(name: &UserName, facts: &'a Facts) -> Option<&'a User> {
    let Facts { live_users, deleted_users, .. } = facts;
    live_users.found.iter().chain(&deleted_users.found).find(|user| name.is_of(user))
}

/// The reading of a user name that fits the directory, when one does and no other: one is never chosen of several.
fn the_one_somebody_has(readings: &[Address], facts: &Facts) -> Option<Address> {
    let mut fitting = readings.iter().filter(|address| facts.is_somebodys(address));
    let first = fitting.next()?;
    fitting.next().is_none().then(|| first.clone())
}

/// Looks at a guest who is known by their id, whatever they are called. That nobody has it any more is that they are gone.
pub(crate) async fn guest_of_id(
    signed_in: &SignedIn,
    id: &str,
    now: Timestamp,
    cancel: &CancellationToken,
) -> Result<Examination, Problem> {
    by_id(signed_in, id, ErrorKind::GuestGone, None, now, cancel).await
}

/// First round: the user itself, live or deleted. Second: who else has their address, and what surrounds them, side by
/// side.
async fn by_id(
    signed_in: &SignedIn,
    id: &str,
    nobody: ErrorKind,
    group: Option<&str>,
    now: Timestamp,
    cancel: &CancellationToken,
) -> Result<Examination, Problem> {
    let read = signed_in.graph.user_of_id(id, cancel).await?;
    let refused = read.live.as_ref().err().is_some_and(|problem| is_refused_to_guest(signed_in, problem));
    if refused {
        return Err(ErrorKind::GuestsMayNotSearch.into());
    }
    let (is_live, user) = match KnownUser::of(read)?.ok_or(nobody)? {
        KnownUser::Live(user) => (true, user),
        KnownUser::Deleted(user) => (false, user),
    };
    let address = user.spoken_of();
    let (spellings, prefixes) = (address.spellings(), guest::invited::prefixes(&address));
    let search = signed_in.graph.search(&spellings, &prefixes, cancel);
    let (answer, round) = if is_live {
        let addresses = user.addresses();
        // Which contacts there are is asked at the same time.
        let about = About { user: &user.id, addresses: &addresses, contacts: &[] };
        let around = context(signed_in, about, &spellings, group, cancel);
        let (answer, round) = tokio::join!(search, around);
        (answer?, Some(round?))
    } else {
        (search.await?, None)
    };
    let mut facts = found(signed_in, &answer, address, now)?;
    facts.chosen = Some(user.id.clone());
    if let Some(round) = round {
        add_context(&mut facts, &user.id, &round);
        facts.refused = signed_in.refused.of(&user.id, &facts);
        include(&mut facts, Some(user));
    } else {
        facts.refused = signed_in.refused.of(&user.id, &facts);
        include_deleted(&mut facts, user);
    }
    Ok(Examination::of(facts))
}
