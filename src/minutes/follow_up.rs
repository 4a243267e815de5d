//! What became of earlier action points and minutes, said.

use std::collections::BTreeMap;

use super::{Approval, FollowUp, FollowUpGroup, FollowUpRow, Surroundings};
use crate::config::{Config, Grouping};
use crate::follow_up::{Approved, Followed};
use crate::french::days::Days;
use crate::french::folding::fold;
use crate::french::formulas::{
    ApprovedMeeting, ApprovedMinutes, Changes, DueWords, approval_title, approved_minutes,
    approved_minutes_counted, put_off,
};
use crate::french::hours::at_clock_time;
use crate::french::sorting;
use crate::french::typography::{self, correct, title_with_part};
use crate::french::words::capital_first;
use crate::record::DueDate;

/// The action points of earlier meetings that the minutes show, if there are any.
pub(super) fn follow_up(config: &Config, surroundings: &Surroundings) -> Option<FollowUp> {
    let root = super::root(&surroundings.address);
    let rows: Vec<FollowUpRow> = surroundings
        .told
        .followed
        .iter()
        .map(|followed| row(followed, &root))
        .collect();
    (!rows.is_empty()).then(|| FollowUp {
        has_owners: rows.iter().any(|row| !row.owners.is_empty()),
        has_due: rows
            .iter()
            .any(|row| row.due.is_some() || row.due_in_words.is_some()),
        has_status: rows.iter().any(|row| row.status.is_some() || row.is_late),
        groups: match config.follow_up.grouping {
            None => vec![FollowUpGroup { title: None, rows }],
            Some(Grouping::Meeting) => by_meeting(config, rows),
            Some(Grouping::Theme) => grouped(rows, |row| vec![row.whole_theme.clone()]),
            Some(Grouping::Owner) => by_owner(config, rows),
        },
    })
}

fn row(followed: &Followed, root: &str) -> FollowUpRow {
    let (due, due_in_words) = match &followed.due {
        None => (None, None),
        Some(DueDate::On(day)) => (Some(*day), None),
        Some(DueDate::Words(words)) => (None, Some(correct(words))),
    };
    let theme = typography::title(&followed.theme);
    let part = followed.part.as_deref().map(typography::title);
    let earlier: Vec<DueWords<'_>> = followed.earlier_dues.iter().map(due_words).collect();
    FollowUpRow {
        date: followed.date,
        hour: followed.hour.map(at_clock_time),
        address: format!("{root}{}/index.html#{}", followed.address, followed.anchor),
        number: followed.number.as_deref().map(correct),
        theme: title_with_part(&theme, part.as_deref()).into_owned(),
        whole_theme: theme,
        status_kind: followed.status.as_ref().map(|status| status.kind),
        text: followed.text.clone(),
        owners: followed.owners.iter().map(|owner| correct(owner)).collect(),
        due,
        due_in_words,
        put_off: put_off(&earlier, followed.due.as_ref().map(due_words)).map(|said| correct(&said)),
        is_late: followed.is_late,
        status: followed.status.as_ref().map(|status| correct(&status.word)),
        comment: followed.comment.clone(),
    }
}

/// When an action point is due, for a sentence.
pub(crate) fn due_words(due: &DueDate) -> DueWords<'_> {
    match due {
        DueDate::On(day) => DueWords::On(*day),
        DueDate::Words(words) => DueWords::Words(words),
    }
}

fn by_meeting(config: &Config, rows: Vec<FollowUpRow>) -> Vec<FollowUpGroup> {
    let gathering = capital_first(config.gathering.noun());
    let meeting = |row: &FollowUpRow| {
        let day = Days::new(row.date, None).with_de();
        let hour = row.hour.as_ref().map(|hour| format!(" {hour}"));
        vec![format!("{gathering} {day}{}", hour.unwrap_or_default())]
    };
    let mut groups = grouped(rows, meeting);
    groups.sort_by_key(|group| group.rows.first().map(|row| row.date));
    groups
}

/// One group an owner, in the order of a dictionary; what has several stands in each.
fn by_owner(config: &Config, rows: Vec<FollowUpRow>) -> Vec<FollowUpGroup> {
    let (owned, nobodys): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|row| !row.owners.is_empty());
    let mut groups = grouped(owned, |row| {
        let owners = row.owners.iter();
        owners.map(|owner| capital_first(owner)).collect()
    });
    sorting::sort(&mut groups, |group| {
        sorting::sort_key(group.title.as_deref().unwrap_or_default())
    });
    if !nobodys.is_empty() {
        groups.push(FollowUpGroup {
            title: Some(config.labels.nobodys.clone()),
            rows: nobodys,
        });
    }
    groups
}

/// The groups that each row belongs to, in the order in which they come up.
fn grouped(
    rows: Vec<FollowUpRow>,
    titles: impl Fn(&FollowUpRow) -> Vec<String>,
) -> Vec<FollowUpGroup> {
    let mut groups: Vec<FollowUpGroup> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        for title in titles(&row) {
            let place = *places.entry(fold(&title)).or_insert_with(|| {
                groups.push(FollowUpGroup {
                    title: Some(title),
                    rows: Vec::new(),
                });
                groups.len() - 1
            });
            groups[place].rows.push(row.clone());
        }
    }
    groups
}

/// That earlier minutes are approved.
pub(super) fn approval(config: &Config, approved: &Approved) -> Approval {
    let meetings = approved.meetings.iter().map(|one| {
        let gathering = one.gathering.unwrap_or(config.gathering);
        ApprovedMeeting {
            gathering,
            days: Days::new(one.date, one.last_day),
            hour: one.hour,
        }
    });
    let meetings: Vec<_> = meetings.collect();
    let with = |changes| ApprovedMinutes {
        document: config.document,
        meetings: &meetings,
        changes,
    };
    let (changes, without) = match &approved.changes {
        Some(_) => (Changes::Following, Changes::Unlisted),
        None if approved.has_hidden_changes => (Changes::Untold, Changes::Untold),
        None => (Changes::None, Changes::None),
    };
    Approval {
        title: correct(&approval_title(config.document, meetings.len())),
        sentence: correct(&approved_minutes(&with(changes))),
        without_changes: correct(&approved_minutes(&with(without))),
        counted: correct(&approved_minutes_counted(&with(without))),
        changes: approved.changes.clone(),
    }
}
