//! The check of all guests, as the window gets it.

use procedure::Survey;

use crate::view::{Problem, SinceLastSurvey, SurveyNews, SurveyView, SurveyedGuest};

/// News of it.
pub(crate) fn news(
    news: procedure::SurveyNews,
    explain: impl Fn(procedure::Problem) -> Problem,
) -> SurveyNews {
    SurveyNews {
        sequence: news.sequence,
        survey: news.survey.map(|survey| view(survey, explain)),
        guests: news.guests.into_iter().map(guest).collect(),
        more: news.more,
    }
}

fn view(survey: Survey, explain: impl Fn(procedure::Problem) -> Problem) -> SurveyView {
    SurveyView {
        id: survey.id,
        depth: survey.depth,
        phase: survey.phase,
        way: survey.way,
        started_at: survey.started.to_string(),
        seen_at: survey.seen.map(|at| at.to_string()),
        seconds: number(survey.seconds),
        total: survey.total.map(number),
        read: number(survey.read),
        found: number(survey.found),
        examined: number(survey.examined),
        seconds_left: survey.seconds_left.map(number),
        wait: survey.wait.map(number),
        problem: survey.problem.map(explain),
        since: survey.since.map(|since| SinceLastSurvey {
            at: since.at.to_string(),
            new: number(since.new),
            repaired: number(since.repaired),
        }),
    }
}

/// A guest of it.
pub(crate) fn guest(guest: procedure::SurveyedGuest) -> SurveyedGuest {
    SurveyedGuest {
        typed: guest::Address::parse(&guest.address)
            .map_or_else(|_| guest.id.clone(), |_| guest.address.clone()),
        id: guest.id,
        display_name: guest.name,
        address: guest.address,
        cause: guest.cause,
        in_the_way: guest.in_the_way,
        groups: guest.groups,
        guest_since: guest.since.map(|since| since.to_string()),
        new: guest.new,
        together: guest.together,
        repaired: guest.repaired,
    }
}

fn number(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
