/// The one list of commands: what the window may ask, with what, and what it gets.
///
/// It is a macro so that every host expands the same list: `bridge` makes the dispatch and the TypeScript types
/// of it, the shell makes its Tauri commands, and the shell's build script (which reads this very file) makes the
/// permissions. A command that is not here does not exist; a command that is here and has no method does not
/// compile.
///
/// To add one: a line here, a method of the same name on `App`, then `cargo xtask gen`.
#[macro_export]
macro_rules! with_commands {
    ($expand:ident) => {
        $expand! {
            /// Who is signed in, which language, what the app was started with.
            status: Nothing => Status;
            /// Sign in to the practice organisation as one of its personas.
            sign_in: SignIn => Status;
            /// Sign out.
            sign_out: Nothing => Status;
            /// Put the practice organisation back to how it began.
            start_over: Nothing => Status;
            /// Choose the language; kept in the settings.
            set_language: SetLanguage => Status;
            /// The groups one may choose from.
            groups: Nothing => GroupChoices;
            /// Find a guest by any address, and diagnose.
            find: Find => GuestReport;
            /// Make a plan for a remedy. Changes nothing.
            preview: Preview => PlanView;
            /// Make a plan that undoes a change.
            preview_undo: OfChange => PlanView;
            /// Make a plan that goes on with an interrupted change.
            preview_continue: OfChange => PlanView;
            /// Make a plan that puts the original account back.
            preview_put_back: OfChange => PlanView;
            /// Carry out a plan.
            confirm: Confirm => Begun;
            /// Wait for news of the change under way (long poll).
            watch: Watch => News;
            /// Stop a question, or a change between two of its steps.
            cancel: Cancel => Nothing;
            /// All recorded changes in this organisation.
            history: Nothing => History;
            /// The Exchange script that resolves an address conflict, to copy.
            exchange_script: ScriptFor => TextView;
            /// Open a page in the system's browser.
            open: Destination => Nothing;
        }
    };
}
