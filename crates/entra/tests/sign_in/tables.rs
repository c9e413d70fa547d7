//! Tables whose every row must hold.

use std::collections::HashSet;

use entra::{Cloud, CloudFacts, MicrosoftCloud, RefusalReason};

#[test]
fn every_cloud_signs_in_and_asks_where_microsoft_says() {
    // Microsoft identity platform: National clouds; Microsoft Graph: National cloud deployments; `az cloud list`;
    // `Get-MgEnvironment`.
    let table = [
        CloudFacts {
            name: "global",
            login: "https://login.microsoftonline.com",
            graph: "https://graph.microsoft.com",
            admin_center: "https://entra.microsoft.com",
            azure_cli: "AzureCloud",
            graph_powershell: "Global",
        },
        CloudFacts {
            name: "usGovHigh",
            login: "https://login.microsoftonline.us",
            graph: "https://graph.microsoft.us",
            admin_center: "https://entra.microsoft.us",
            azure_cli: "AzureUSGovernment",
            graph_powershell: "USGov",
        },
        CloudFacts {
            name: "usGovDod",
            login: "https://login.microsoftonline.us",
            graph: "https://dod-graph.microsoft.us",
            admin_center: "https://entra.microsoft.us",
            azure_cli: "AzureUSGovernment",
            graph_powershell: "USGovDoD",
        },
        CloudFacts {
            name: "china",
            login: "https://login.partner.microsoftonline.cn",
            graph: "https://microsoftgraph.chinacloudapi.cn",
            admin_center: "https://entra.microsoftonline.cn",
            azure_cli: "AzureChinaCloud",
            graph_powershell: "China",
        },
    ];
    assert_eq!(table.len(), MicrosoftCloud::ALL.len());
    for facts in table {
        let cloud = Cloud::from_name(facts.name).unwrap();
        assert_eq!(cloud.facts(), Some(facts));
        assert_eq!(
            (cloud.name(), cloud.login().as_str(), cloud.is_custom()),
            (facts.name, facts.login, false)
        );
        assert_eq!(cloud.graph_resource(), facts.graph);
        assert_eq!(cloud.graph_root(), format!("{}/v1.0", facts.graph));
    }
    assert!(Cloud::from_name("custom").is_none() && Cloud::from_name("germany").is_none());
}

#[test]
fn of_ones_own_hosts_only_the_origin_is_used() {
    let login = "https://login.contoso.example:8443/path?query#fragment".parse().unwrap();
    let graph = "https://graph.contoso.example/path".parse().unwrap();
    let own = Cloud::Custom { login, graph };
    assert_eq!((own.name(), own.is_custom(), own.facts()), ("custom", true, None));
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
    let meant: Vec<u32> = RefusalReason::ALL.iter().flat_map(|reason| reason.numbers()).copied().collect();
    let once: HashSet<u32> = meant.iter().copied().collect();
    assert_eq!(meant.len(), once.len(), "no number means two things");
    let expected: HashSet<u32> = NUMBERS.into_iter().collect();
    assert_eq!(once, expected);

    let names: HashSet<&str> = RefusalReason::ALL.iter().map(|reason| reason.name()).collect();
    assert_eq!(names.len(), RefusalReason::ALL.len());
    for reason in RefusalReason::ALL {
        // The name is the variant's own, in kebab case, but for two that the window knows by an older name.
        let plain: String = match reason {
            RefusalReason::StepUpRequired => "stepuprequired".to_owned(),
            RefusalReason::MfaExpired => "mfaexpired".to_owned(),
            RefusalReason::SeveralSessions
            | RefusalReason::RedirectNotRegistered
            | RefusalReason::AccountNotInTenant
            | RefusalReason::NoSuchAccount
            | RefusalReason::AccountLocked
            | RefusalReason::PasswordExpired
            | RefusalReason::AccountDisabled
            | RefusalReason::SilentFailed
            | RefusalReason::TenantMissing
            | RefusalReason::NotAssigned
            | RefusalReason::WrongCredentials
            | RefusalReason::ExternalChallenge
            | RefusalReason::GrantRevoked
            | RefusalReason::NotMultitenant
            | RefusalReason::CrossTenantBlocked
            | RefusalReason::DeviceNotCompliant
            | RefusalReason::AppNotApproved
            | RefusalReason::AccessBlocked
            | RefusalReason::RegistrationRisk
            | RefusalReason::SecurityPolicy
            | RefusalReason::CodeRedeemed
            | RefusalReason::ConsentMissing
            | RefusalReason::NotPreauthorised
            | RefusalReason::ConsentDeclined
            | RefusalReason::AppMisconfigured
            | RefusalReason::AppNotFound
            | RefusalReason::GrantInvalid
            | RefusalReason::CodePending
            | RefusalReason::CodeBad
            | RefusalReason::CodeExpired
            | RefusalReason::SignInExpired
            | RefusalReason::AppDisabled
            | RefusalReason::NotPublicClient
            | RefusalReason::TenantNotFound
            | RefusalReason::GraphNotRequested
            | RefusalReason::WrongCloud
            | RefusalReason::AdminConsentNeeded
            | RefusalReason::AdminConsentRequestable
            | RefusalReason::NotUsableHere
            | RefusalReason::MalformedRequest
            | RefusalReason::Busy
            | RefusalReason::Unknown => reason.name().split('-').collect(),
        };
        assert_eq!(plain, format!("{reason:?}").to_lowercase());
        let without_numbers = matches!(reason, RefusalReason::Busy | RefusalReason::Unknown);
        assert_eq!(reason.numbers().is_empty(), without_numbers, "{reason:?}");
    }
}
