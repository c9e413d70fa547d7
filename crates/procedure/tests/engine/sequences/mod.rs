//! Whole sessions in any order: search, preview, confirm, be refused, sign out, sign in as somebody else, switch the
//! organisation, be killed in the middle of a change, undo, go on, put back. A small model ([`model`]) says after each
//! of them what must be so; the engine ([`system`]) is compared with it.
//!
//! What holds after every step: a plan is confirmed once, in its own session, and never while a change runs; nothing is
//! written without a confirmation, and nothing in another organisation; what the history says of each change is what the
//! model says, and what the directory holds too.

mod doing;
mod model;
mod system;

use proptest::test_runner::Config;
use proptest_state_machine::prop_state_machine;

use self::system::Sessions;

/// In an ordinary run; `PROPTEST_CASES` asks for more.
const SEQUENCES: u32 = 150;

fn config() -> Config {
    let given = std::env::var_os("PROPTEST_CASES").is_some();
    let cases = if given { Config::default().cases } else { SEQUENCES };
    Config { cases, max_shrink_iters: 2_000, ..Config::default() }
}

prop_state_machine! {
    #![proptest_config(config())]

    #[test]
    fn whatever_is_done_in_whatever_order(sequential 4..32 => Sessions);
}
