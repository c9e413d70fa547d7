//! What people paste into the search field, and what is read in it.

mod people;

use guest::{Address, Known, NotAnAddress as No, ObjectId, Pasted, User};
use people::address;
use proptest::prelude::*;

const JAN: &str = "jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com";
const ID: &str = "7d1f0000-0000-4000-8000-00000000000a";

/// What was read, in one line.
fn read(text: &str) -> String {
    match Pasted::read(text) {
        Ok(Pasted::Address(address)) => format!("address {address}"),
        Ok(Pasted::UserName(name)) => format!("name {name}"),
        Ok(Pasted::ObjectId(id)) => format!("id {id}"),
        Err(why) => format!("{why:?}"),
    }
}

#[test]
fn an_address_is_read_out_of_a_link_of_any_kind() {
    for text in [
        "jan@fabrikam.nl",
        "jan%40fabrikam.nl",
        "<jan%40fabrikam.nl>",
        "mailto:jan%40fabrikam.nl",
        "[Jan](mailto:jan@fabrikam.nl)",
        "[Jan de Vries](mailto:jan@fabrikam.nl \"Jan\")",
        "[jan@fabrikam.nl](mailto:jan@fabrikam.nl)",
        "[jan@fabrikam.nl](mailto:jan%40fabrikam.nl?subject=Hi&cc=piet@example.com).",
        "ask [Jan](mailto:jan@fabrikam.nl), not Piet",
    ] {
        assert_eq!(read(text), "address jan@fabrikam.nl", "{text}");
    }
    // Beside an @ it is part of the name.
    assert_eq!(read("jan%40x@fabrikam.nl"), "address jan%40x@fabrikam.nl");
    assert_eq!(read("user_name@my_host.example"), "address user_name@my_host.example");
}

#[test]
fn a_user_name_is_read_in_any_capitals_and_with_anything_around_it() {
    for text in [
        JAN,
        &format!("  <{JAN}>;"),
        &format!("User principal name: {JAN}"),
        "jan_fabrikam.nl%23EXT%23@contoso.onmicrosoft.com",
        "jan_fabrikam.nl%23ext%23%40contoso.onmicrosoft.com",
        "JAN_FABRIKAM.NL#ext#@contoso.onmicrosoft.com",
    ] {
        let Ok(Pasted::UserName(name)) = Pasted::read(text) else { panic!("{text}: {}", read(text)) };
        assert_eq!(name.as_str().to_lowercase(), JAN.to_lowercase());
        assert_eq!(name.addresses(), [address("jan@fabrikam.nl")]);
        assert!(name.prefixes()[0].eq_ignore_ascii_case("jan_fabrikam.nl#EXT#"));
    }
    // Without its end, and with nothing in it that is an address.
    assert_eq!(read("jan_fabrikam.nl#EXT#"), "name jan_fabrikam.nl#EXT#");
    assert_eq!(read("jan#EXT#@contoso.com"), "name jan#EXT#@contoso.com");
    assert_eq!(Pasted::read(JAN), Pasted::read(&JAN.to_uppercase()));
    assert_ne!(Pasted::read(JAN), Pasted::read("piet_fabrikam.nl#EXT#@contoso.onmicrosoft.com"));
}

#[test]
fn the_user_name_of_somebody_deleted_tells_their_id() {
    let marked = |name: &str| format!("{}{name}", ID.replace('-', ""));
    assert_eq!(read(&marked(JAN)), format!("id {ID}"));
    assert_eq!(read(&marked(JAN).to_uppercase()), format!("id {ID}"));
    // An address may begin like an id: what is left would be nobody's name.
    let name = marked("_reply.example#EXT#@contoso.onmicrosoft.com");
    assert_eq!(read(&name), format!("name {name}"));
}

#[test]
fn an_object_id_is_read_in_braces_or_not_with_hyphens_or_without() {
    for text in [
        ID.to_owned(),
        format!("{{{ID}}}"),
        format!(" \"{}\"; ", ID.to_uppercase()),
        format!("Object ID\t{ID}"),
        format!("{ID}, {{{ID}}}"),
        ID.replace('-', ""),
    ] {
        assert_eq!(read(&text), format!("id {ID}"), "{text}");
    }
    for text in [
        "7d1f0000-0000-4000-8000-0000000000",
        "7d1f000-00000-4000-8000-00000000000a",
        "7d1f0000-000040008000-00000000000a",
        "7d1f0000-0000-4000-8000-00000000000g",
        "{7d1f0000-0000-4000-8000-00000000000a",
        // Two of them: nobody says which.
        "7d1f0000-0000-4000-8000-00000000000a 7d1f0000-0000-4000-8000-00000000000b",
    ] {
        assert_eq!(Pasted::read(text), Err(No::NoAt), "{text}");
    }
    // Beside an address it is the address that was meant.
    assert_eq!(read(&format!("jan@fabrikam.nl {ID}")), "address jan@fabrikam.nl");
    assert_eq!(ObjectId::read(ID).unwrap().to_string(), ID);
}

#[test]
fn a_letter_the_directory_does_not_keep_is_said_with_the_spelling_without_it() {
    for (text, letter, plain) in [
        ("ren\u{e9}@fabrikam.nl", "\u{e9}", "rene@fabrikam.nl"),
        ("Ren\u{c9}e@fabrikam.nl", "\u{c9}", "RenEe@fabrikam.nl"),
        ("rene\u{301}@fabrikam.nl", "\u{e9}", "rene@fabrikam.nl"),
        ("zo\u{eb}.mu\u{308}ller@m\u{fc}nchen.example", "\u{eb}", "zoe.muller@m\u{fc}nchen.example"),
        ("nguy\u{1ec5}n@fabrikam.nl", "\u{ea}", "nguyen@fabrikam.nl"),
        ("[Ren\u{e9}](mailto:ren%C3%A9@fabrikam.nl)", "\u{e9}", "rene@fabrikam.nl"),
    ] {
        let why = No::Accented { letter: letter.to_owned(), plain: address(plain) };
        assert_eq!(Pasted::read(text), Err(why), "{text}");
    }
    // Of letters that are none with something added nothing is known; domains have them.
    for text in ["s\u{f8}ren@fabrikam.nl", "\u{438}\u{439}@fabrikam.nl", "jan@caf\u{e9}.example"] {
        assert_eq!(read(text), format!("address {text}"));
    }
    // A text that is only compared is compared as it is.
    assert_eq!(Address::from_pasted("ren\u{e9}@fabrikam.nl"), Ok(address("ren\u{e9}@fabrikam.nl")));
}

#[test]
fn of_several_addresses_those_that_can_be_searched_for_are_told() {
    let several = |count, searchable: &[&str]| {
        Err(No::SeveralAddresses { count, searchable: searchable.iter().map(|&it| it.to_owned()).collect() })
    };
    assert_eq!(
        Pasted::read("Jan <jan@fabrikam.nl>, piet@fabrikam.nl, JAN@fabrikam.nl"),
        several(2, &["jan@fabrikam.nl", "piet@fabrikam.nl"])
    );
    assert_eq!(Pasted::read(&format!("jan@fabrikam.nl;{JAN}")), several(2, &["jan@fabrikam.nl", JAN]));
    assert_eq!(Pasted::read("jan@fabrikam.nl; piet@fabrikam"), several(2, &["jan@fabrikam.nl"]));
    assert_eq!(
        Pasted::read("[piet@fabrikam.nl](mailto:jan@fabrikam.nl)"),
        several(2, &["piet@fabrikam.nl", "jan@fabrikam.nl"])
    );
}

#[test]
fn names_are_no_addresses_and_what_is_wrong_with_a_user_name_is_said() {
    for text in ["Jan de Vries", "jan", "fabrikam.nl"] {
        assert_eq!(Pasted::read(text), Err(No::NoAt), "{text}");
    }
    assert_eq!(Pasted::read("\u{200b} "), Err(No::Empty));
    assert_eq!(Pasted::read(&format!("<{} {JAN}>", "a b")), Err(No::ForbiddenCharacter { character: ' ' }));
    let long = format!("{}_x.nl#EXT#@contoso.com", "a".repeat(400));
    assert!(matches!(Pasted::read(&long), Err(No::TooLong { .. })));
}

fn named(user_name: &str, id: &str) -> User {
    User { user_principal_name: Known::Is(Some(user_name.to_owned())), ..User::unknown(id) }
}

#[test]
fn a_user_name_is_that_of_the_user_who_has_it_deleted_or_not() {
    let name = |text: &str| match Pasted::read(text) {
        Ok(Pasted::UserName(name)) => name,
        other => panic!("{other:?}"),
    };
    let jan = name(JAN);
    assert!(jan.is_of(&named(&JAN.to_uppercase(), ID)));
    assert!(jan.is_of(&named(&format!("{}{JAN}", ID.replace('-', "")), ID)));
    assert!(!jan.is_of(&named("piet_fabrikam.nl#EXT#@contoso.onmicrosoft.com", ID)));
    assert!(!jan.is_of(&named("jan_fabrikam.nl#EXT#@adatum.onmicrosoft.com", ID)));
    assert!(!jan.is_of(&User::unknown(ID)));
    assert!(name("jan_fabrikam.nl#ext#").is_of(&named(JAN, ID)));
    assert!(!name("an_fabrikam.nl#ext#").is_of(&named(JAN, ID)));
}

#[test]
fn a_name_with_underscores_has_a_few_readings_and_one_beginning() {
    let Ok(Pasted::UserName(name)) = Pasted::read("a_b_c_d_e_f_g.nl#EXT#@contoso.com") else { panic!() };
    assert_eq!(name.addresses().len(), 4);
    assert_eq!(name.addresses()[0], address("a_b_c_d_e_f@g.nl"));
    assert_eq!(name.prefixes(), ["a_b_c_d_e_f_g.nl#EXT#"]);
    let Ok(Pasted::UserName(name)) = Pasted::read("j_xn--mnchen-3ya.example#EXT#@contoso.com") else {
        panic!()
    };
    assert_eq!(name.prefixes(), ["j_xn--mnchen-3ya.example#EXT#", "j_m\u{fc}nchen.example#EXT#"]);
}

#[test]
fn a_guest_found_without_an_address_is_spoken_of_by_the_address_that_matters_most() {
    let mut user = named(JAN, ID);
    user.other_mails = Known::Is(vec!["other@example.com".to_owned()]);
    user.mail = Known::Is(Some("main@example.com".to_owned()));
    user.proxy_addresses = Known::Is(vec!["SMTP:main@example.com".to_owned()]);
    assert_eq!(user.spoken_of(), address("main@example.com"));
    // No main address: the invited one.
    user.mail = Known::Is(None);
    user.proxy_addresses = Known::Is(vec![]);
    assert_eq!(user.spoken_of(), address("jan@fabrikam.nl"));
    // It is not certain: the first other one.
    let unclear = "j_jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com".to_owned();
    user.user_principal_name = Known::Is(Some(unclear.clone()));
    assert_eq!(user.spoken_of(), address("other@example.com"));
    // There is none: what else they are called.
    user.other_mails = Known::Is(vec![]);
    assert_eq!(user.spoken_of().as_str(), unclear);
    assert_eq!(User::unknown(ID).spoken_of().as_str(), ID);
}

proptest! {
    #[test]
    fn any_paste_is_read_or_has_a_reason_and_reads_the_same_again(
        text in prop_oneof![
            any::<String>(),
            "[\\[\\]()<>{}a-f0-9@%#EXT_.:; -]{0,60}",
            "[0-9a-f]{32}[a-z_.]{0,8}(#EXT#|%23ext%23)?(@|%40)?[a-z_.]{0,8}",
        ],
    ) {
        match Pasted::read(&text) {
            Ok(Pasted::Address(address)) => {
                prop_assert_eq!(Address::parse(address.as_str()), Ok(address.clone()));
                prop_assert_eq!(Pasted::read(address.as_str()), Ok(Pasted::Address(address)));
            }
            Ok(Pasted::UserName(name)) => {
                prop_assert!(name.addresses().len() <= 4 && !name.prefixes().is_empty());
            }
            Ok(Pasted::ObjectId(id)) => {
                prop_assert_eq!(Pasted::read(id.as_str()), Ok(Pasted::ObjectId(id)));
            }
            Err(No::Accented { plain, .. }) => {
                prop_assert_eq!(Pasted::read(plain.as_str()), Ok(Pasted::Address(plain)));
            }
            Err(_) => {}
        }
    }

    #[test]
    fn a_guest_s_own_name_is_read_back_with_the_address_in_it(name in "[a-z]{1,8}", label in "[a-z]{1,8}", id in any::<u128>()) {
        let invited = address(&format!("{name}@{label}.example"));
        let user_name = format!("{}@contoso.onmicrosoft.com", guest::invited::encode(&invited));
        let Ok(Pasted::UserName(read)) = Pasted::read(&user_name) else { panic!("{user_name}") };
        prop_assert_eq!(read.addresses(), [invited]);
        let Ok(Pasted::ObjectId(read)) = Pasted::read(&format!("{id:032x}{user_name}")) else { panic!() };
        prop_assert_eq!(read.as_str().replace('-', ""), format!("{id:032x}"));
    }
}

#[test]
fn a_paste_of_megabytes_is_too_long_whatever_it_is_made_of() {
    for piece in [" ", "\u{200B}", "a@b.nl;", "\u{200D}", "@"] {
        let text = piece.repeat(20_000_000 / piece.len());
        let why = guest::Pasted::read(&text).unwrap_err();
        assert!(matches!(why, guest::NotAnAddress::TooLong { .. }), "{piece:?}: {why:?}");
    }
}
