//! Writes the TypeScript side of the contract: every type that crosses, and the one list of commands.

#[allow(
    clippy::wildcard_imports,
    reason = "every view type is written out; naming them twice would only drift"
)]
use crate::view::*;
use crate::with_commands;
use guest::{
    AddressOrigin, Advice, CannotHelp, NotNow, PlanNote, Reason, RemedyKind, Resolution, WayBack, WhyNot,
};
use procedure::{Outcome, Purpose, StepKind, StepState};
use std::fmt::Write as _;
use ts_rs::{Config, TS};

/// The whole of `ui/src/host/contract.ts`.
///
/// ```
/// assert!(bridge::typescript().contains("export interface Commands"));
/// ```
#[must_use]
#[allow(clippy::too_many_lines, reason = "it is one list of types, a line each")]
pub fn typescript() -> String {
    let config = Config::default();
    let mut out = String::from(
        "// Made by `cargo xtask gen` from the view types and the one list of commands in crates/bridge.\n\
         // Do not edit: change the Rust side.\n\n",
    );
    macro_rules! types {
        ($($name:ident),* $(,)?) => {
            $( out.push_str("export "); out.push_str(&$name::decl(&config)); out.push_str("\n\n"); )*
        };
    }
    types!(
        AddressOrigin,
        Advice,
        WhyNot,
        Resolution,
        Reason,
        CannotHelp,
        NotNow,
        PlanNote,
        WayBack,
        RemedyKind,
        Purpose,
        StepKind,
        StepState,
        Outcome,
        Nothing,
        Language,
        RoleKind,
        RoleView,
        PersonaView,
        PracticeView,
        TenantKind,
        CloudView,
        OrganisationSource,
        OrganisationView,
        SignInWay,
        Keeping,
        AccountView,
        Status,
        Patient,
        CodeView,
        Permit,
        WordsIn,
        PermissionView,
        RegistrationView,
        ScriptKind,
        RegistrationScript,
        OpenOrganisation,
        MakeOrganisation,
        SavedView,
        PermissionState,
        TestedPermission,
        TestedPermissions,
        SignIn,
        SetLanguage,
        Destination,
        Cancel,
        Find,
        VerdictView,
        SeverityView,
        OwnerKind,
        OwnerView,
        ValueView,
        MeaningCode,
        RowState,
        PropertyView,
        FindingCode,
        FindingView,
        AvailabilityView,
        MayNot,
        RemedyWhy,
        RemedyView,
        CheckKind,
        CheckState,
        CheckView,
        CandidateView,
        SubjectView,
        CauseCode,
        GuestReport,
        GroupChoice,
        GroupChoices,
        ScriptFor,
        TextView,
        PlanKindView,
        Choices,
        Preview,
        OfChange,
        Confirm,
        Begun,
        AddressChoice,
        PropertyChange,
        GroupFate,
        Missing,
        PlanView,
        StepView,
        Left,
        ResultView,
        ChangeView,
        Watch,
        News,
        HistoryState,
        HistoryEntry,
        History,
        ProblemKind,
        ProblemCode,
        Changed,
        SignInReason,
        Reference,
        Problem,
    );
    out.push_str("export type Args = { [name: string]: string };\n\n");
    let note = "export type Note<C> = { code: C; args: Args };\n\n";
    out.push_str(note);
    out.push_str("/** The one list of commands: what is asked with, and what is answered. */\nexport interface Commands {\n");
    macro_rules! command_types {
        ($( #[doc = $doc:literal] $name:ident : $ask:ident => $answer:ident ; )*) => {
            $( let _ = writeln!(
                out, "  /** {} */\n  {}: {{ ask: {}; answer: {} }};",
                $doc.trim(), stringify!($name), stringify!($ask), stringify!($answer)
            ); )*
        };
    }
    with_commands!(command_types);
    out.push_str("}\n");
    out
}
