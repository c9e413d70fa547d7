//! Microsoft Graph as an application of every tenant.

/// The application id of Microsoft Graph, in every tenant and every cloud (Microsoft Graph: "Microsoft Graph
/// permissions reference").
///
/// The ids of its permissions are not kept here: they are looked up by name, in the tenant that is asked, where they
/// are right by definition.
pub const GRAPH_APP_ID: &str = "00000003-0000-0000-c000-000000000000";
