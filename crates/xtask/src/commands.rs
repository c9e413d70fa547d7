//! The one list of commands, as `window-contract` has it: the permissions and their documentation are made of it
//! without compiling that crate, since a stale permission would not even let the shell compile.

include!("../../window-contract/src/commands.rs");

/// One command.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Listed {
    /// Its name.
    pub(crate) name: &'static str,
    /// The type it is asked with.
    pub(crate) ask: &'static str,
    /// The type it answers with.
    pub(crate) answer: &'static str,
    /// What it does.
    pub(crate) doc: &'static str,
}

macro_rules! listed {
    ($( #[doc = $doc:literal] $name:ident : $ask:ident => $answer:ident ; )*) => {
        /// All commands, in their order.
        pub(crate) const LIST: &[Listed] = &[$(Listed {
            name: stringify!($name), ask: stringify!($ask), answer: stringify!($answer), doc: $doc,
        }),*];
    };
}
with_commands!(listed);
