//! *Invite*: somebody whom the directory does not know, with the groups and the sponsors that were chosen by hand.

use async_trait::async_trait;
use graph::Operation;
use guest::{PlanNote, RemedyKind};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::inviting::{self, Letter};
use super::new_account::{NewAccount, NotGiven, Promised, add_to_groups, address_is_free, read_back};
use super::remove_new::RemoveNew;
use super::{
    AddressQuestion, Draft, Drafted, Drafting, InvitationChoice, NewGuestChoice, Procedure, Work, groups,
    sponsors,
};
use crate::checkpoint::Checkpoint;
use crate::ending::{Applied, Interruption};
use crate::execution::Execution;
use crate::outcome::{Addresses, NamedObject, PropertyChange, StepKind, StepState, Unrestored};
use crate::problem::{ErrorKind, Problem};

/// The most characters of a name (Microsoft Graph: user resource, displayName).
pub(super) const LONGEST_NAME: usize = 256;

/// The most characters of a message of one's own. Microsoft documents that it is plain text, and no limit: this one is
/// ours, a message that is read and not scrolled.
pub(super) const LONGEST_MESSAGE: usize = 500;

/// Invite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Invite {
    /// The address.
    address: String,
    /// The name of the new account; none: Microsoft makes one of the address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// A message of one's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    /// The language of Microsoft's message.
    language: String,
    /// Whether Microsoft mails it.
    send: bool,
    /// The groups to add the new account to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    groups: Vec<NamedObject>,
    /// Who answers for the guest; nobody: whoever invites.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sponsors: Vec<NamedObject>,
}

impl Drafted for Invite {
    const REMEDY: RemedyKind = RemedyKind::Invite;
    // What else it may do is another remedy's, and its permission is asked for then: adding to a group that was chosen is
    // *add to the group*'s, removing the account on the way back is *restore*'s, which has the same one.
    const SENDS: &'static [Operation] = &[Operation::Invite];
    // There is one address: the one that was searched for.
    const QUESTION: Option<AddressQuestion> = None;
    const DELETES: bool = false;

    async fn draft(from: &Drafting<'_>) -> Result<Draft, Problem> {
        let picked = from.picked()?.ok_or(ErrorKind::NotForThisGuest)?;
        let selected = from.selections;
        let name = written("name", selected.name.as_deref(), LONGEST_NAME, false)?;
        let message = written("message", selected.message.as_deref(), LONGEST_MESSAGE, true)?;
        let named = sponsors::named(from).await?;
        let joinable = groups::joinable(from).await?;
        let plain = inviting::choice(from);
        // What is not sent says nothing.
        let message = message.filter(|_| plain.send);
        let complete = named.iter().all(|sponsor| sponsor.found.is_ok());
        let work = complete.then(|| Self {
            address: picked.address.as_str().to_owned(),
            name: name.clone(),
            message: message.clone(),
            language: plain.language.clone(),
            send: plain.send,
            groups: joinable.chosen(),
            sponsors: sponsors::once(&named),
        });
        let mut draft = from.begun(Some(picked));
        draft.warnings.extend(groups::may_take_no_guests(from, joinable.chosen_groups()).await);
        draft.warnings.extend(joinable.not_by_you);
        draft.notes.push(inviting::note_of_link(&plain));
        draft.notes.extend(message.is_some().then_some(PlanNote::OwnMessage));
        draft.notes.extend(named.is_empty().then_some(PlanNote::InviterIsSponsor));
        let new = NewGuestChoice {
            name: name.unwrap_or_default(),
            message: selected.message.clone().unwrap_or_default(),
            sponsors: named,
        };
        Ok(Draft {
            work: work.map(|work| Work::Invite(Box::new(work))),
            groups: joinable.fates,
            invitation: Some(InvitationChoice { new: Some(new), ..plain }),
            ..draft
        })
    }
}

/// A text as it was typed; none where there is nothing but blanks. Refused where no account, and no message, can have it.
fn written(
    what: &'static str,
    typed: Option<&str>,
    longest: usize,
    lines: bool,
) -> Result<Option<String>, Problem> {
    let text = typed.map(str::trim).filter(|text| !text.is_empty());
    let odd = |text: &str| text.chars().any(|it| it.is_control() && !(lines && it == '\n'));
    if text.is_some_and(|text| text.chars().count() > longest || odd(text)) {
        return Err(ErrorKind::ChoiceInvalid(what).into());
    }
    Ok(text.map(str::to_owned))
}

#[async_trait]
impl Procedure for Invite {
    fn remedy(&self) -> RemedyKind {
        RemedyKind::Invite
    }

    fn account(&self) -> Option<&str> {
        None
    }

    fn steps(&self) -> Vec<StepKind> {
        use StepKind as S;
        let mut steps = vec![S::Compare, S::Invite, S::AwaitNew, S::ReadBack, S::DiagnoseAgain];
        if !self.groups.is_empty() {
            steps.insert(3, S::AddToGroups);
        }
        steps
    }

    /// What the new account holds, where there was none before.
    fn changes(&self, seen: Option<&Addresses>) -> Vec<PropertyChange> {
        ["mail", "otherMails", "proxyAddresses"]
            .map(|property| PropertyChange {
                property,
                before: Vec::new(),
                after: seen.map(|seen| seen.of(property)),
            })
            .into()
    }

    /// What a new account will hold is the server's to say.
    fn planned(&self) -> Vec<PropertyChange> {
        Vec::new()
    }

    async fn run(&self, on: &Execution, from: &Checkpoint) -> Result<Applied, Interruption> {
        if from.is_resumed() {
            on.show(StepKind::Compare, StepState::Skipped);
        } else {
            on.show(StepKind::Compare, StepState::Running);
            address_is_free(&on.examine_address(None).await?)?;
            on.intend(from, &json!({ "account": null })).await?;
            on.show(StepKind::Compare, StepState::Done);
        }
        let (new, from) = self.new_account().make(on, from).await?;
        let mut left = add_to_groups(on, &self.groups, &new, &from).await?;
        // They were asked for with the account: whether it has them is looked at.
        left.extend(self.sponsors.iter().map(|sponsor| NotGiven {
            what: Unrestored::Sponsor { id: sponsor.id.clone() },
            in_doubt: true,
        }));
        let promised = Promised { by: self, groups: &self.groups, apps: &[], profile: None, unseen: &[] };
        read_back(on, promised, new, left).await
    }

    /// The account goes, as long as nobody has accepted.
    fn reverse(&self, reached: &Checkpoint) -> Option<Work> {
        let account = reached.new_account().map(str::to_owned);
        let invited = self.new_account().unproven(reached);
        let made = account.is_some() || invited.is_some();
        made.then(|| Work::RemoveNew(Box::new(RemoveNew { account, invited })))
    }

    fn put_back(&self, reached: &Checkpoint) -> Option<Work> {
        self.reverse(reached)
    }
}

impl Invite {
    /// The account that the invitation makes.
    fn new_account(&self) -> NewAccount<'_> {
        let letter = Letter {
            address: &self.address,
            language: &self.language,
            send: self.send,
            name: self.name.as_deref(),
            message: self.message.as_deref(),
            sponsors: &self.sponsors,
            ..Letter::default()
        };
        NewAccount { letter, original: None }
    }
}
