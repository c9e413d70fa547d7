//! Tables whose every row must hold.

use std::collections::HashSet;

use entra::{Cloud, Reason};

#[test]
fn every_cloud_signs_in_and_asks_where_microsoft_says() {
    // Microsoft identity platform: National clouds; Microsoft Graph: National cloud deployments.
    let table = [
        ("global", "https://login.microsoftonline.com", "https://graph.microsoft.com"),
        ("usGovHigh", "https://login.microsoftonline.us", "https://graph.microsoft.us"),
        ("usGovDod", "https://login.microsoftonline.us", "https://dod-graph.microsoft.us"),
        ("china", "https://login.partner.microsoftonline.cn", "https://microsoftgraph.chinacloudapi.cn"),
    ];
    assert_eq!(table.len(), Cloud::NAMED.len());
    for (name, login, graph) in table {
        let cloud = Cloud::named(name).unwrap();
        assert_eq!((cloud.name(), cloud.login().as_str(), cloud.is_custom()), (name, login, false));
        assert_eq!(cloud.graph_resource(), graph);
        assert_eq!(cloud.graph_root(), format!("{graph}/v1.0"));
    }
    assert!(Cloud::named("custom").is_none() && Cloud::named("germany").is_none());
}

#[test]
fn of_ones_own_hosts_only_the_origin_is_used() {
    let login = "https://login.contoso.example:8443/path?query#fragment".parse().unwrap();
    let graph = "https://graph.contoso.example/path".parse().unwrap();
    let own = Cloud::Custom { login, graph };
    assert_eq!((own.name(), own.is_custom()), ("custom", true));
    assert_eq!(own.login(), "https://login.contoso.example:8443");
    assert_eq!(own.graph_root(), "https://graph.contoso.example/v1.0");
}

/// Microsoft Entra: authentication and authorization error codes, those that this app can meet.
const NUMBERS: [u32; 54] = [
    16000, 50011, 50020, 50034, 50053, 50055, 50057, 50058, 50059, 50072, 50074, 50076, 50078, 50079, 50105,
    50126, 50158, 50173, 50194, 53000, 53001, 53002, 53003, 53004, 54005, 65001, 65002, 65004, 65005, 70000,
    70008, 70016, 70018, 70019, 70043, 90002, 90008, 90038, 90072, 90094, 90095, 90130, 500_212, 500_213,
    530_032, 530_035, 650_052, 650_056, 650_057, 700_016, 700_082, 7_000_112, 7_000_218, 9_002_313,
];

#[test]
fn every_number_means_exactly_one_reason_and_every_reason_has_its_own_name() {
    let meant: Vec<u32> = Reason::ALL.iter().flat_map(|reason| reason.numbers()).copied().collect();
    let once: HashSet<u32> = meant.iter().copied().collect();
    assert_eq!(meant.len(), once.len(), "no number means two things");
    let expected: HashSet<u32> = NUMBERS.into_iter().collect();
    assert_eq!(once, expected);

    let names: HashSet<&str> = Reason::ALL.iter().map(|reason| reason.name()).collect();
    assert_eq!(names.len(), Reason::ALL.len());
    for reason in Reason::ALL {
        // The name is the variant's own, in kebab case.
        let plain: String = reason.name().split('-').collect();
        assert_eq!(plain, format!("{reason:?}").to_lowercase());
        let without_numbers = matches!(reason, Reason::Busy | Reason::Unknown);
        assert_eq!(reason.numbers().is_empty(), without_numbers, "{reason:?}");
    }
}
