//! What a meeting did about action points and minutes: all that the others need to know of it.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::french::formulas::Gathering;
use crate::record::{
    ActionStatus, Approval, DueDate, FollowUp, Meeting, State, Theme, action_anchor,
};

/// What a meeting did about action points and minutes. Texts stand as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proceedings {
    /// Its day; the first of several.
    pub date: Date,
    /// The last of several days.
    pub last_day: Option<Date>,
    /// When it began.
    pub start: Option<Time>,
    /// What met, where the record says it otherwise than the series.
    pub gathering: Option<Gathering>,
    /// How far its minutes are, or that it was not held.
    pub state: State,
    /// The action points that it took.
    pub taken: Vec<Taken>,
    /// What became of earlier ones.
    pub followed: Vec<FollowUp>,
    /// The earlier minutes that it approved.
    pub approval: Option<Approval>,
}

/// An action point, as the meeting took it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Its anchor in the page of its meeting.
    pub anchor: String,
    /// Whether that is an `id` of the record, and so its name in the series.
    pub has_id: bool,
    /// Its number, if it has one.
    pub number: Option<String>,
    /// The title of its theme.
    pub theme: String,
    /// What is to be done, markup.
    pub text: String,
    /// Who is to do it; of the theme or the part as a whole where the action names nobody.
    pub owners: Vec<String>,
    /// By when.
    pub due: Option<DueDate>,
    /// How far it was.
    pub status: Option<ActionStatus>,
}

impl Proceedings {
    /// Those of a meeting, of whose persons only what is published is left.
    #[must_use]
    pub fn of(meeting: &Meeting) -> Self {
        let themes = (1..).zip(&meeting.themes);
        Self {
            date: meeting.date,
            last_day: meeting.last_day,
            start: meeting.start,
            gathering: meeting.gathering,
            state: meeting.state,
            taken: themes
                .flat_map(|(rank, theme)| taken(rank, theme))
                .collect(),
            followed: meeting.follow_up.clone(),
            approval: meeting.approval.clone(),
        }
    }

    /// Whether it was held.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.state.is_held()
    }
}

fn taken(rank: usize, theme: &Theme) -> Vec<Taken> {
    let of_content = theme
        .contents()
        .flat_map(|content| content.actions.iter().map(move |action| (content, action)));
    let taken = (1..).zip(of_content).map(|(number, (content, action))| {
        let owners = match action.owners.is_empty() {
            true => &content.owners,
            false => &action.owners,
        };
        Taken {
            anchor: action
                .id
                .clone()
                .unwrap_or_else(|| action_anchor(rank, number)),
            has_id: action.id.is_some(),
            number: action.number.clone(),
            theme: theme.title.clone(),
            text: action.text.clone(),
            owners: owners.clone(),
            due: action.due.clone(),
            status: action.status.clone(),
        }
    });
    taken.collect()
}
