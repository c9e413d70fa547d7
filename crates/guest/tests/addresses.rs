//! What is an address, what is not, and why not; and the address a guest was invited at.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod people;

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use guest::{Address, Decoded, NotAnAddress as No, invited};
use people::address;

#[test]
fn what_is_no_address_says_why() {
    let table: [(&str, No); 13] = [
        ("", No::Empty),
        (" \u{200b}\u{feff}\n", No::Empty),
        ("jan", No::NoAt),
        ("Jan de Vries", No::NoAt),
        ("@fabrikam.nl", No::NoName),
        ("jan@", No::NoDomain),
        ("jan@@fabrikam.nl", No::SeveralAts),
        ("jan@fabrikam@nl", No::SeveralAts),
        ("jan@fabrikam", No::NotADomain),
        ("jan@fabrikam..nl", No::NotADomain),
        ("jan@.nl", No::NotADomain),
        ("jan@fab rikam.nl", No::NotADomain),
        ("jan\\x@fabrikam.nl", No::ForbiddenCharacter { character: '\\' }),
    ];
    for (text, why) in table {
        assert_eq!(Address::from_pasted(text), Err(why), "{text:?}");
    }
    assert_eq!(Address::parse("Jan <jan@fabrikam.nl>"), Err(No::ForbiddenCharacter { character: ' ' }));
    for character in ['\t', '\u{7}', '\u{a0}', '\u{ad}', '\u{200b}', '\u{202e}', '<', '"'] {
        for text in [format!("jan{character}x@fabrikam.nl"), format!("jan@fabri{character}kam.nl")] {
            assert_eq!(Address::parse(&text), Err(No::ForbiddenCharacter { character }), "{text:?}");
        }
    }
}

#[test]
fn unusual_addresses_are_addresses() {
    let all = [
        "o'neil+x@example.com",
        "'t.hooft@example.nl",
        "a#b&c%d/e=f@example.com",
        "zo\u{eb}@m\u{fc}nchen.example",
        "user_name@my_host.example",
    ];
    for text in all {
        assert_eq!(Address::from_pasted(text).as_ref().map(Address::as_str), Ok(text));
    }
}

#[test]
fn an_address_is_written_as_it_was_read_and_may_be_as_long_as_the_longest() {
    let written = "Jan@Fabrikam.nl";
    assert_eq!(address(written).to_string(), written);
    assert_eq!(String::from(address(written)), written);
    assert_eq!(Address::try_from(written.to_owned()), Ok(address(written)));
    assert_eq!(Address::try_from(" ".to_owned()), Err(No::Empty));
    // 320 characters, and more bytes than that.
    let longest = format!("{}@example.com", "\u{eb}".repeat(308));
    assert_eq!(address(&longest).as_str(), longest);
    let longer = format!("\u{eb}{longest}");
    assert_eq!(Address::parse(&longer), Err(No::TooLong { length: 321, limit: 320 }));
}

#[test]
fn a_joiner_belongs_to_a_word_and_not_to_its_ends() {
    let persian = "j@\u{646}\u{627}\u{645}\u{647}\u{200c}\u{627}\u{6cc}.example";
    assert_eq!(address(persian).as_str(), persian);
    assert_eq!(Address::from_pasted(&format!("\u{200d}{persian}\u{200c}")), Ok(address(persian)));
    assert_eq!(address("\u{200c}jan@fabrikam.nl\u{200d}").as_str(), "jan@fabrikam.nl");
}

#[test]
fn a_coded_at_sign_is_one_between_a_name_and_a_domain_and_nowhere_else() {
    assert_eq!(Address::from_pasted("mailto:jan%40fabrikam.nl"), Ok(address("jan@fabrikam.nl")));
    assert_eq!(Address::from_pasted("jan%40fabrikam.nl"), Ok(address("jan@fabrikam.nl")));
    assert_eq!(Address::from_pasted("20%40 off, ask jan@fabrikam.nl"), Ok(address("jan@fabrikam.nl")));
    assert_eq!(Address::from_pasted("mailto: jan@fabrikam.nl"), Ok(address("jan@fabrikam.nl")));
}

#[test]
fn an_international_domain_is_one_address_in_both_its_forms() {
    let written = address("j@m\u{fc}nchen.example");
    assert_eq!(written, address("J@xn--mnchen-3ya.example"));
    assert_eq!(written.spellings(), ["j@m\u{fc}nchen.example", "j@xn--mnchen-3ya.example"]);
    assert_eq!(
        address("J@xn--mnchen-3ya.example").spellings(),
        ["J@xn--mnchen-3ya.example", "J@m\u{fc}nchen.example"]
    );
    assert_eq!(address("j@Fabrikam.nl").spellings(), ["j@Fabrikam.nl"]);
}

#[test]
fn different_people_stay_different() {
    for (one, other) in [
        ("jan@fabrikam.nl", "jan@fabrikam.com"),
        ("jan@fabrikam.nl", "j.an@fabrikam.nl"),
        ("zoe@example.com", "zo\u{eb}@example.com"),
    ] {
        assert_ne!(address(one), address(other));
    }
}

#[test]
fn a_user_name_with_one_underscore_tells_the_address_for_certain() {
    assert_eq!(
        invited::decode("jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com"),
        Decoded::Certain(address("jan@fabrikam.nl"))
    );
    assert_eq!(
        invited::decode("jan_fabrikam.nl#ext#@contoso.onmicrosoft.com"),
        Decoded::Certain(address("jan@fabrikam.nl"))
    );
}

#[test]
fn underscores_in_the_name_make_it_ambiguous_and_the_likeliest_comes_first() {
    let decoded = invited::decode("a_b_c.com#EXT#@contoso.onmicrosoft.com");
    let spelt: Vec<&str> = decoded.possible().iter().map(Address::as_str).collect();
    assert_eq!(spelt, ["a_b@c.com", "a@b_c.com"]);
    assert_eq!(decoded.certain(), None);

    // Only one of them can be read as an address, and it is a guess nevertheless.
    let decoded = invited::decode("jan_x.y_fabrikam#EXT#@contoso.onmicrosoft.com");
    assert_eq!(decoded, Decoded::Ambiguous(vec![Address::recorded("jan@x.y_fabrikam").unwrap()]));
}

#[test]
fn a_user_name_without_an_address_in_it_tells_nothing() {
    for name in [
        "",
        "jan@contoso.example",
        "#EXT#@contoso.onmicrosoft.com",
        "jan#EXT#@contoso.example",
        "_x.nl#EXT#",
        "jan_nl#EXT#",
    ] {
        assert_eq!(invited::decode(name), Decoded::NotAnExtName, "{name}");
    }
}

#[test]
fn the_id_before_the_name_of_a_deleted_user_is_taken_off() {
    let decoded = invited::decode_deleted(
        "0a1b2c3d00004000800000000000000ajan_fabrikam.nl#EXT#@contoso.onmicrosoft.com",
        "0A1B2C3D-0000-4000-8000-00000000000a",
    );
    assert_eq!(decoded, Decoded::Certain(address("jan@fabrikam.nl")));
}

#[test]
fn only_an_id_is_taken_off_the_name_of_a_deleted_user() {
    let jan = Decoded::Certain(address("cafejan@fabrikam.nl"));
    let name = "cafejan_fabrikam.nl#EXT#@contoso.onmicrosoft.com";
    assert_eq!(invited::decode_deleted(name, "cafe"), jan, "hexadecimal, and too short");
    let word = "x".repeat(32);
    let long = Decoded::Certain(address(&format!("{word}@fabrikam.nl")));
    let name = format!("{word}_fabrikam.nl#EXT#@contoso.onmicrosoft.com");
    assert_eq!(invited::decode_deleted(&name, &word), long, "as long as an id, and not hexadecimal");
}

#[test]
fn every_spelling_has_its_user_name() {
    let names = invited::prefixes(&address("j@m\u{fc}nchen.example"));
    assert_eq!(names, ["j_m\u{fc}nchen.example#EXT#", "j_xn--mnchen-3ya.example#EXT#"]);
}

#[test]
fn why_a_text_is_no_address_is_told_in_the_log_with_what_is_wrong() {
    let told = No::TooLong { length: 400, limit: 320 }.to_string();
    assert!(
        told.starts_with("not an e-mail address") && told.contains("400") && told.contains("320"),
        "{told}"
    );
}

#[test]
fn of_a_user_of_whom_nothing_was_read_the_id_is_known_and_nothing_else() {
    let user = guest::User::unknown("7d1f");
    assert_eq!(
        (user.id.as_str(), user.mail.is_known(), user.proxy_addresses.is_known()),
        ("7d1f", false, false)
    );
}

/// A set of addresses is looked through by hash: with the same for all it would be a list.
#[test]
fn the_hash_of_an_address_is_that_of_what_it_is_compared_by() {
    let hash = |text: &str| {
        let mut hasher = DefaultHasher::new();
        Address::parse(text).unwrap().hash(&mut hasher);
        hasher.finish()
    };
    assert_eq!(hash("jan@fabrikam.nl"), hash("JAN@Fabrikam.NL"));
    assert_ne!(hash("jan@fabrikam.nl"), hash("piet@fabrikam.nl"));
}
