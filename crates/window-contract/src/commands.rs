/// The one list of commands: what the window may ask, with what, and what it gets.
///
/// It is a macro so that everybody expands the same list: this crate makes the TypeScript types of it, `bridge` the
/// dispatch, the shell its Tauri commands, and the shell's build script (which reads this very file) the permissions.
/// A command that is not here does not exist; a command that is here and has no method does not compile.
///
/// To add one: a line here, a method of the same name on `bridge::App`, then `cargo xtask gen`.
#[macro_export]
macro_rules! with_commands {
    ($expand:ident) => {
        $expand! {
            /// Who is signed in, which language, what the app was started with.
            status: Nothing => Status;
            /// What a later start handed to this window: an address, or the text of a hand-over file (long poll).
            handed: Nothing => HandedView;
            /// The words of the page in one language.
            words: WordsIn => TextView;
            /// Sign in to the practice organisation as one of its personas.
            sign_in: SignIn => Status;
            /// Go on with the sign-in that was kept: no browser, no question.
            resume: Patient => Status;
            /// Sign in to the organisation with the system's browser; answers when that is done.
            sign_in_browser: Patient => Status;
            /// The page that a sign-in, or a question for permission, waits at in the browser (long poll).
            sign_in_page: Nothing => SignInPage;
            /// Ask for a code to sign in with on another device.
            sign_in_code: Patient => CodeView;
            /// Wait until the code was used; answers when one is signed in.
            sign_in_code_wait: Patient => Status;
            /// Use the sign-in of the Azure CLI on this computer.
            sign_in_azure_cli: Patient => Status;
            /// Ask for the permissions of a remedy, with the system's browser.
            permit: Permit => Status;
            /// Answer Microsoft's demand for a fresh confirmation, with the system's browser.
            prove: Patient => Status;
            /// What to register in the organisation, and which permissions to give it.
            registration: Nothing => RegistrationView;
            /// A script that registers the app, to copy.
            registration_script: RegistrationScript => TextView;
            /// Take over an organisation file.
            open_organisation: OpenOrganisation => Status;
            /// Make an organisation of the values of the form.
            make_organisation: MakeOrganisation => Status;
            /// Forget the organisation that was chosen here.
            forget_organisation: Nothing => Status;
            /// Save the organisation file, to be given to colleagues.
            save_organisation: Nothing => SavedView;
            /// The link by which an admin permits the app, to copy.
            consent_link: Patient => TextView;
            /// Ask for an admin's consent, with the system's browser.
            ask_consent: Patient => Nothing;
            /// Test which permissions were granted.
            test_permissions: Patient => TestedPermissions;
            /// Sign out: everything of the sign-in is removed from this computer.
            sign_out: Nothing => Status;
            /// Put the practice organisation back to how it began.
            start_over: Nothing => Status;
            /// Choose the language; kept in the settings.
            set_language: SetLanguage => Status;
            /// Choose between light and dark; kept in the settings.
            set_theme: SetTheme => Appearance;
            /// Draw text and controls larger or smaller; kept in the settings.
            zoom: Zoom => Appearance;
            /// How long changes stay in the history.
            retention: Nothing => RetentionView;
            /// How many changes would go if they stayed for so long. Changes nothing.
            old_changes: SetRetention => OldChangesView;
            /// Keep changes for so long from now on, and remove what is older, for good.
            set_retention: SetRetention => OldChangesView;
            /// Where the app keeps what it keeps.
            data_folder: Nothing => DataFolder;
            /// What whoever helps has to know of this app, without a name, an address or an id of anybody.
            diagnostic_report: Nothing => TextView;
            /// The groups one may choose from.
            groups: Nothing => GroupChoices;
            /// The groups one owns.
            owned_groups: Stoppable => OwnedGroups;
            /// How the guests of some of them stand.
            guests_of_groups: OfGroups => GuestsOfGroups;
            /// Save what was read of a group's guests, as a table for a spreadsheet.
            save_guests: OfGroup => SavedView;
            /// How the check of all guests stands, and whom it found (long poll).
            survey: WatchSurvey => SurveyNews;
            /// Look at all guests of the organisation: who else gets no mail?
            start_survey: StartSurvey => Nothing;
            /// Pause it: what was read stays.
            pause_survey: Nothing => Nothing;
            /// Go on with it, also after the app was started again.
            resume_survey: Nothing => Nothing;
            /// End it with what was read.
            stop_survey: Nothing => Nothing;
            /// Remove from this computer what checks found.
            forget_survey: Nothing => Nothing;
            /// Save some of the guests it found, as a table for a spreadsheet or for programs.
            save_survey: SaveSurvey => SavedView;
            /// Make a plan that repairs many guests. Changes nothing.
            preview_batch: PreviewBatch => BatchPlanView;
            /// Carry it out, one guest after another.
            confirm_batch: ConfirmBatch => BatchStarted;
            /// Go on after three failures in a row.
            continue_batch: OfBatch => Nothing;
            /// Wait for news of the batch under way (long poll).
            watch_batch: Watch => BatchUpdate;
            /// Find a guest by any address, and diagnose.
            find: Find => GuestReport;
            /// Whom one looked up last.
            recent: Nothing => RecentSearches;
            /// Keep them when the app ends, or no more.
            keep_recent: KeepRecent => RecentSearches;
            /// Remove all of them.
            forget_recent: Nothing => RecentSearches;
            /// Remove what is stored here of one guest, as far as it can be removed, and say what cannot.
            forget_guest: ForgetGuest => ForgottenGuest;
            /// Make a plan for a remedy. Changes nothing.
            preview: Preview => PlanView;
            /// Make a plan that undoes a change.
            preview_undo: OfChange => PlanView;
            /// Make a plan that goes on with an interrupted change.
            preview_continue: OfChange => PlanView;
            /// Make a plan that puts the original account back.
            preview_put_back: OfChange => PlanView;
            /// Carry out a plan.
            confirm: Confirm => ChangeStarted;
            /// Wait for news of the change under way (long poll).
            watch: Watch => ProgressUpdate;
            /// Stop a question, or a change between two of its steps.
            cancel: Cancel => Nothing;
            /// All recorded changes in this organisation.
            history: Nothing => History;
            /// Save some of them, as a table for a spreadsheet or as lines for programs.
            save_history: SaveHistory => SavedView;
            /// Record whether the test message after a change arrived.
            note_test: NoteTest => Nothing;
            /// Look at a guest whose test message did not arrive, and say what to try next.
            try_next: TryNext => NextToTryView;
            /// What became of the mail to a group, on its way to a guest.
            trace_messages: TraceMessages => TraceView;
            /// Ask for the permission that this needs, with the system's browser.
            permit_trace: PermitTrace => Status;
            /// Somebody writes to a group, in the practice organisation only.
            practise_message: OfGroup => Nothing;
            /// Look again whether an object still owns the address of a guest.
            check_conflict: CheckConflict => ConflictChecked;
            /// The scripts of one way out of a conflict, to read and copy.
            exchange_script: ScriptFor => ScriptView;
            /// Save one of them, to be run or given to somebody.
            save_script: SaveScript => SavedView;
            /// Do what an admin of Exchange would do, in the practice organisation only.
            practise_admin_act: PractiseAdminAct => Nothing;
            /// Ask an admin: open the mail program with a text.
            ask_by_mail: AskByMail => Nothing;
            /// Save what is asked of an admin as a file.
            save_hand_over: SaveHandOver => SavedView;
            /// Save what is asked of an admin about several guests of a group, as one file.
            save_several: SaveSeveral => SavedView;
            /// Whom a file that was handed over is about; nothing is asked of the directory.
            read_hand_over: ReadHandOver => HandOverContents;
            /// Open a file that was handed over; everything is read afresh.
            open_hand_over: OpenHandOver => HandOverView;
            /// Open a page in the system's browser.
            open: Destination => Nothing;
        }
    };
}
