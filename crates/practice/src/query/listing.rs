//! Lists and single objects as answers: `$select`, `$filter`, `$orderby`, `$top`, `$count` and paging.
//! Sources: concepts/query-parameters; concepts/paging; user-list.

use std::borrow::Cow;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::check::Checker;
use super::eval::matches;
use super::filter::{Filter, parse};
use super::glance::{Glance, Told};
use super::plan::candidates;
use super::token::Tokens;
use crate::Object;
use crate::error::ErrorResponse;
use crate::index::fold;
use crate::organisation::text;
use crate::request::Request;
use crate::response::Response;
use crate::response::RouteResult;
use crate::schema::{DIRECTORY_OBJECTS, Kind, Returned, project};
use crate::store::{Entry, ObjectStore};
use crate::versions::View;

/// Items on a page when nothing is said (paging: 100 for users; group-list-members: 100).
const PAGE: usize = 100;
/// The most that may be asked for.
const MOST: usize = 999;

/// One object of a list.
pub(crate) struct Row<'a> {
    pub(crate) kind: Kind,
    pub(crate) object: Cow<'a, Object>,
}

/// What kind of list it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape<'a> {
    /// The one type in the list; `None` for directory objects of several types.
    pub(crate) kind: Option<Kind>,
    /// The name in `@odata.context`.
    pub(crate) odata_context: &'a str,
    pub(crate) fold_case: bool,
    /// Whether a filter may join `endsWith` or `/$count` with something else.
    pub(crate) joins_advanced: bool,
    /// Whether `gt` and `lt` are run where `ge` and `le` are.
    pub(crate) open_ranges: bool,
    pub(crate) now: Timestamp,
    /// How long a page can be asked for.
    pub(crate) page_tokens: Option<Duration>,
    /// Columns that stand in for the default ones (a caller with a basic scope).
    pub(crate) columns: Option<&'a [&'a str]>,
}

/// The query options of one request, checked.
struct Options {
    select: Option<Vec<String>>,
    filter: Option<Filter>,
    order: Option<(String, bool)>,
    top: usize,
    count: bool,
    after: Option<String>,
}

impl Options {
    fn read(request: &Request, shape: Shape<'_>) -> Result<Self, ErrorResponse> {
        refuse_others(request, &["$select", "$filter", "$top", "$count", "$orderby", "$skiptoken"])?;
        let select = selected(request, shape.kind, false)?;
        let filter = filter(request, shape, request.is_advanced())?;
        let order = order(request, shape.kind)?;
        if order.is_some() && filter.is_some() && !request.is_advanced() {
            return Err(ErrorResponse::unsupported("Sorting not supported for current query."));
        }
        let after =
            request.option("$skiptoken").map(|token| tokens(request, shape).open(token)).transpose()?;
        // Without the header `$count` is silently ignored; the count comes on the first page only.
        let count = request.is_advanced() && after.is_none();
        Ok(Self { select, filter, order, top: top(request)?, count, after })
    }
}

/// A list out of a store: by index where the filter allows it.
pub(crate) fn listing_of_store(
    request: &Request,
    store: &ObjectStore,
    view: View,
    shape: Shape<'_>,
    kind: Kind,
) -> RouteResult {
    let options = Options::read(request, shape)?;
    let found = options.filter.as_ref().and_then(|filter| candidates(filter, store));
    let row = |object| Row { kind, object };
    if let Some(mut ids) = found {
        ids.sort_unstable_by_key(|id| fold(id));
        return Ok(respond(
            request,
            &options,
            ids.iter().filter_map(|id| store.get(id, view)).map(row),
            shape,
        ));
    }
    if options.order.is_some() {
        return Ok(respond(request, &options, store.visible(view).map(row), shape));
    }
    let found = matching(store, options.after.as_deref(), view, options.filter.as_ref(), shape.fold_case);
    let show = |entry| store.object(entry).map(row);
    Ok(answer(request, &options, page(&options, found, show, shape), shape))
}

/// How many of a store match, as `/$count` says it: an advanced query without `$count=true`, answered in plain text
/// (aad-advanced-queries, "$count as a URL segment"; `Get-MgUserCount`, whose `ConsistencyLevel` is required).
pub(crate) fn count_of_store(
    request: &Request,
    store: &ObjectStore,
    view: View,
    shape: Shape<'_>,
) -> RouteResult {
    refuse_others(request, &["$filter"])?;
    if !request.is_eventual() {
        return Err(ErrorResponse::bad("$count is not currently supported."));
    }
    let filter = filter(request, shape, true)?;
    let count = matching(store, None, view, filter.as_ref(), shape.fold_case).count();
    Ok(Response::text(count.to_string()))
}

/// What matches in a store after one id. A synthetic guest is made only where a glance does not tell.
fn matching<'a>(
    store: &'a ObjectStore,
    after: Option<&str>,
    view: View,
    filter: Option<&'a Filter>,
    fold_case: bool,
) -> impl Iterator<Item = Entry<'a>> {
    let glance = filter.zip(store.population()).map(|(filter, of)| Glance::new(filter, of, fold_case));
    store.entries_after(after, view).filter(move |entry| {
        let Some(filter) = filter else { return true };
        match entry {
            Entry::Written(object) => matches(filter, object, fold_case),
            Entry::Synthetic(synthetic) => match glance.as_ref().map(|glance| glance.at(*synthetic)) {
                Some(Told::Matches) => true,
                Some(Told::Fails) => false,
                Some(Told::Nothing) | None => {
                    store.make(*synthetic).is_some_and(|object| matches(filter, &object, fold_case))
                }
            },
        }
    })
}

/// A list of given objects.
pub(crate) fn listing(request: &Request, mut rows: Vec<Row<'_>>, shape: Shape<'_>) -> RouteResult {
    let options = Options::read(request, shape)?;
    rows.sort_by_cached_key(|row| id_of(&row.object));
    Ok(respond(request, &options, rows.into_iter(), shape))
}

/// One object. `all_columns`: also those that only a GET of one object gives.
pub(crate) fn entity(request: &Request, kind: Kind, object: &Object, shape: Shape<'_>) -> RouteResult {
    refuse_others(request, &["$select"])?;
    let select = selected(request, shape.kind, true)?;
    let shown = columns(select.as_deref(), shape);
    let mut body = project(kind, object, shown.as_deref(), shape.kind.is_none());
    if let Value::Object(body) = &mut body {
        let odata_context =
            format!("{}/$entity", odata_context(request, select.as_deref(), shape.odata_context));
        body.shift_insert(0, "@odata.context".into(), json!(odata_context));
    }
    Ok(Response::json(200, body))
}

fn respond<'a>(
    request: &Request,
    options: &Options,
    rows: impl Iterator<Item = Row<'a>>,
    shape: Shape<'_>,
) -> Response {
    let matching = rows.filter(|row| {
        options.filter.as_ref().is_none_or(|filter| matches(filter, &row.object, shape.fold_case))
    });
    let found = if let Some((property, descending)) = &options.order {
        ordered(options, matching.collect(), property, *descending, shape)
    } else {
        let to_come = |row: &Row<'_>| options.after.as_ref().is_none_or(|after| id_of(&row.object) > *after);
        page(options, matching.filter(to_come), Some, shape)
    };
    answer(request, options, found, shape)
}

/// A page, how many there are, and where the next page begins.
type Page = (Vec<Value>, usize, Option<String>);

fn answer(request: &Request, options: &Options, (page, count, next): Page, shape: Shape<'_>) -> Response {
    let mut body = Object::new();
    body.insert(
        "@odata.context".into(),
        json!(odata_context(request, options.select.as_deref(), shape.odata_context)),
    );
    if options.count {
        body.insert("@odata.count".into(), json!(count));
    }
    if let Some(next) = next {
        body.insert("@odata.nextLink".into(), json!(tokens(request, shape).next_link(&next)));
    }
    body.insert("value".into(), Value::Array(page));
    Response::json(200, Value::Object(body))
}

/// A page in the order of ids, which no insertion disturbs. What is only counted is not shown, and what is shown is let go
/// one by one.
fn page<'a, Found>(
    options: &Options,
    found: impl Iterator<Item = Found>,
    show: impl Fn(Found) -> Option<Row<'a>>,
    shape: Shape<'_>,
) -> Page {
    let shown = columns(options.select.as_deref(), shape);
    let (mut page, mut count, mut last, mut more) = (Vec::new(), 0, None, false);
    for one in found {
        count += 1;
        if page.len() < options.top {
            if let Some(row) = show(one) {
                page.push(project(row.kind, &row.object, shown.as_deref(), shape.kind.is_none()));
                last = (page.len() == options.top).then(|| id_of(&row.object));
            }
            continue;
        }
        more = true;
        if !options.count {
            break;
        }
    }
    (page, count, last.filter(|_| more))
}

/// A page of a sorted list; here the token is a position.
fn ordered(
    options: &Options,
    mut rows: Vec<Row<'_>>,
    property: &str,
    descending: bool,
    shape: Shape<'_>,
) -> Page {
    rows.sort_by_cached_key(|row| {
        (fold(text(&row.object, property).unwrap_or_default()), id_of(&row.object))
    });
    if descending {
        rows.reverse();
    }
    let count = rows.len();
    let start = options.after.as_ref().and_then(|after| after.parse::<usize>().ok()).unwrap_or(0);
    let end = (start + options.top).min(count);
    let shown = columns(options.select.as_deref(), shape);
    let page = rows
        .iter()
        .skip(start)
        .take(options.top)
        .map(|row| project(row.kind, &row.object, shown.as_deref(), shape.kind.is_none()))
        .collect();
    (page, count, (end < count).then(|| end.to_string()))
}

/// The filter of a request, checked.
fn filter(request: &Request, shape: Shape<'_>, advanced: bool) -> Result<Option<Filter>, ErrorResponse> {
    let Some(text) = request.option("$filter") else { return Ok(None) };
    let unsupported = || ErrorResponse::unsupported("Unsupported Query.");
    let kind = shape.kind.ok_or_else(unsupported)?;
    let filter = parse(text, &Checker { kind, advanced, open_ranges: shape.open_ranges })?;
    if !shape.joins_advanced && filter.joins_advanced() {
        return Err(unsupported());
    }
    Ok(Some(filter))
}

fn tokens<'a>(request: &'a Request, shape: Shape<'_>) -> Tokens<'a> {
    Tokens { request, now: shape.now, last: shape.page_tokens }
}

fn id_of(object: &Object) -> String {
    fold(text(object, "id").unwrap_or_default())
}

fn columns(select: Option<&[String]>, shape: Shape<'_>) -> Option<Vec<String>> {
    let standing_in = || shape.columns.map(|names| names.iter().map(|name| (*name).to_owned()).collect());
    select.map(<[String]>::to_vec).or_else(standing_in)
}

/// `https://graph.microsoft.com/v1.0/$metadata#users(id,mail)` (users-list sample).
fn odata_context(request: &Request, select: Option<&[String]>, name: &str) -> String {
    let columns = select.map(|names| format!("({})", names.join(","))).unwrap_or_default();
    format!("{}/v1.0/$metadata#{name}{columns}", request.base)
}

/// The names in `$select`, each of which the type (or one of several) must have.
fn selected(
    request: &Request,
    kind: Option<Kind>,
    one_object: bool,
) -> Result<Option<Vec<String>>, ErrorResponse> {
    let Some(list) = request.option("$select").filter(|list| !list.trim().is_empty()) else {
        return Ok(None);
    };
    let kinds: &[Kind] = match &kind {
        Some(kind) => std::slice::from_ref(kind),
        None => &DIRECTORY_OBJECTS,
    };
    let mut names: Vec<String> = Vec::new();
    for name in list.split(',').map(str::trim) {
        let Some(row) = kinds.iter().find_map(|kind| kind.property(name)) else {
            let type_name = kind.map_or("directoryObject", Kind::name);
            return Err(ErrorResponse::odata(format!(
                "Parsing OData Select and Expand failed: Could not find a property named '{name}' on type \
                 'microsoft.graph.{type_name}'."
            )));
        };
        // group resource: "Returned only on $select. Supported only on the Get group API (GET /groups/{ID})."
        if row.returned == Returned::OnSelectOfOne && !one_object {
            return Err(ErrorResponse::unsupported(format!(
                "The property '{name}' can only be selected in a request for one group."
            )));
        }
        if !names.iter().any(|seen| seen == name) {
            names.push(name.to_owned());
        }
    }
    Ok(Some(names))
}

fn refuse_others(request: &Request, known: &[&str]) -> Result<(), ErrorResponse> {
    match request.query.iter().find(|(name, _)| name.starts_with('$') && !known.contains(&name.as_str())) {
        Some((name, _)) => Err(ErrorResponse::unsupported(format!(
            "The query option '{name}' is not supported here. (The practice tenant imitates {}.)",
            known.join(", ")
        ))),
        None => Ok(()),
    }
}

/// "Invalid page size specified: '1000'. Must be between 1 and 999 inclusive." (learn Q&A 1129204)
fn top(request: &Request) -> Result<usize, ErrorResponse> {
    let Some(requested) = request.option("$top") else { return Ok(PAGE) };
    match requested.trim().parse::<usize>() {
        Ok(top) if (1..=MOST).contains(&top) => Ok(top),
        _ => Err(ErrorResponse::bad(format!(
            "Invalid page size specified: '{requested}'. Must be between 1 and {MOST} inclusive."
        ))),
    }
}

fn order(request: &Request, kind: Option<Kind>) -> Result<Option<(String, bool)>, ErrorResponse> {
    let Some(requested) = request.option("$orderby") else { return Ok(None) };
    let mut words = requested.split_whitespace();
    let (name, direction, rest) = (words.next().unwrap_or_default(), words.next(), words.next());
    let descending = match direction {
        None | Some("asc") => false,
        Some("desc") => true,
        Some(_) => return Err(ErrorResponse::unsupported("Unsupported sort direction.")),
    };
    if rest.is_some() || !kind.is_some_and(|kind| kind.orders_by(name)) {
        return Err(ErrorResponse::unsupported(format!("Unsupported sort property '{name}'.")));
    }
    Ok(Some((name.to_owned(), descending)))
}
