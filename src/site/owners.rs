//! A page of each owner of action points, with a calendar and a feed of their own.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use serde::Serialize;

use super::actions::Group;
use super::chunks::{chunks, chunks_of_growing};
use super::frame::{Frame, Section};
use super::register::Point;
use super::years::LONGEST_TITLE;
use super::{Site, SitePage, calendar, feeds};
use crate::follow_up::Owners;
use crate::french::Gender;
use crate::french::folding::{Rank, name_key, name_slug};
use crate::french::sorting;
use crate::french::typography::correct;
use crate::french::words::{all_late, capital_first, counted_or_none};
use crate::minutes::shortened;

/// Who is to do something, and what.
pub(super) struct Owner {
    /// As it is written most often.
    pub(super) name: String,
    slug: String,
    /// The latest meeting first.
    pub(super) points: Vec<Point>,
}

impl Owner {
    /// The address of their page.
    pub(super) fn path(&self) -> String {
        format!("responsable-{}.html", self.slug)
    }
}

/// By what each owner is known on the whole site, whichever of the action points a page shows. Names that only case, accents and signs tell
/// apart are one owner's.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// By each spelling, which of them it is.
    by_spelling: HashMap<String, usize>,
    all: Vec<Name>,
}

/// By what an owner is known.
#[derive(Debug, Hash)]
pub(super) struct Name {
    /// As it is written most often.
    shown: String,
    /// That of the spelling that is written most often, and of two the older, so that one that comes in moves no page.
    slug: String,
}

/// How often a name is written so, and how far back.
#[derive(Default)]
struct Spelling {
    count: usize,
    /// The greater, the older.
    oldest: usize,
}

impl Names {
    /// Those of all owners of the site.
    pub(super) fn of(site: Site<'_>) -> Self {
        let mut spellings: HashMap<&str, Spelling> = HashMap::new();
        let latest_first = site.points();
        let named = latest_first.flat_map(|point| site.tracked(point).standing.owners.iter());
        for (age, typed) in named.enumerate() {
            let spelling = spellings.entry(typed).or_default();
            spelling.count += 1;
            spelling.oldest = age;
        }
        let mut spellings: Vec<(&str, Spelling)> = spellings.into_iter().collect();
        spellings.sort_by_key(|(_, spelling)| std::cmp::Reverse(spelling.oldest));
        let mut names = Self::default();
        let mut places: HashMap<String, (usize, Rank, usize)> = HashMap::new();
        for (typed, spelling) in spellings {
            let shown = correct(typed);
            let rank = Rank::of(spelling.count, &shown);
            let place = match places.entry(name_key(&shown)) {
                Entry::Vacant(entry) => {
                    let slug = name_slug(&shown);
                    names.all.push(Name { shown, slug });
                    entry.insert((names.all.len() - 1, rank, spelling.count)).0
                }
                Entry::Occupied(mut entry) => {
                    let (place, best, most) = entry.get_mut();
                    // The oldest comes first.
                    if spelling.count > *most {
                        *most = spelling.count;
                        names.all[*place].slug = name_slug(&shown);
                    }
                    if rank >= *best {
                        *best = rank;
                        names.all[*place].shown = shown;
                    }
                    *place
                }
            };
            names.by_spelling.insert(typed.to_owned(), place);
        }
        names
    }

    /// Which of them is spelt so.
    fn place(&self, typed: &str) -> Option<usize> {
        self.by_spelling.get(typed).copied()
    }

    /// By what these are known.
    pub(super) fn known(&self, owners: Owners<'_>) -> Vec<Option<&Name>> {
        let places = owners.iter().map(|typed| self.place(typed));
        places.map(|place| self.all.get(place?)).collect()
    }
}

impl<'a> Site<'a> {
    /// By what the owners of its action points are known.
    pub(super) fn owner_names(self) -> &'a Names {
        self.register.owner_names.get_or_init(|| Names::of(self))
    }
}

/// The owners of these action points, in the order of a dictionary. Their address tells them from all others, so it is what they are
/// known by.
pub(super) fn owners(site: Site<'_>, points: impl Iterator<Item = Point>) -> Vec<Owner> {
    let names = site.owner_names();
    let mut owners: Vec<Owner> = Vec::new();
    let mut places: HashMap<usize, usize> = HashMap::new();
    for point in points {
        for typed in site.tracked(point).standing.owners.iter() {
            let Some(known) = names.place(typed) else {
                continue;
            };
            let place = *places.entry(known).or_insert_with(|| {
                let name = &names.all[known];
                owners.push(Owner {
                    name: shortened(&name.shown, LONGEST_TITLE),
                    slug: name.slug.clone(),
                    points: Vec::new(),
                });
                owners.len() - 1
            });
            // An action may name an owner twice, spelt otherwise.
            if let Some(owner) = owners.get_mut(place)
                && owner.points.last() != Some(&point)
            {
                owner.points.push(point);
            }
        }
    }
    owners.sort_by(|one, other| one.slug.cmp(&other.slug));
    sorting::sort(&mut owners, |owner| sorting::sort_key(&owner.name));
    owners
}

#[derive(Serialize)]
struct OwnerPage {
    /// *3 points d’action à suivre*; told by the first page alone, so that the others do not change with it.
    #[serde(rename = "nombre")]
    count: Option<String>,
    #[serde(rename = "en_retard")]
    late: usize,
    /// *en retard*, *tous en retard*; none where some are not.
    #[serde(rename = "tous_en_retard")]
    all_late: Option<String>,
    #[serde(rename = "groupes")]
    groups: Vec<Group>,
    /// The owner's calendar.
    #[serde(rename = "calendrier")]
    calendar: String,
    /// The owner's feed, where the series tells its site's address.
    #[serde(rename = "flux")]
    feed: Option<String>,
}

pub(super) fn pages(site: Site<'_>) -> Vec<SitePage<'_>> {
    let owners = owners(site, site.points()).into_iter();
    owners.flat_map(|owner| of_owner(site, owner)).collect()
}

/// The open ones by due date, then the closed ones, the latest first.
fn of_owner(site: Site<'_>, owner: Owner) -> Vec<SitePage<'_>> {
    let points = owner.points.iter().copied();
    let (mut open, closed): (Vec<Point>, Vec<Point>) =
        points.partition(|point| site.is_open(*point));
    open.sort_by_cached_key(|point| {
        let due = site.tracked(*point).due();
        (due.is_none(), due)
    });
    let count = counted_or_none(
        open.len() as u64,
        "point d’action à suivre",
        Gender::Masculine,
    );
    let late = site.late(&open);
    let all_late = all_late(open.len(), late, &site.config.labels.late);
    let stem = format!("responsable-{}", owner.slug);
    let (calendar_path, feed_path) = (format!("{stem}.ics"), format!("{stem}.xml"));
    let mut pages = vec![calendar::of_owner(
        site,
        &calendar_path,
        &owner.name,
        open.clone(),
    )];
    let feed = feeds::of_owner(site, &feed_path, &owner.name, owner.points);
    let has_feed = feed.is_some();
    pages.extend(feed);
    let parts = parts(site, open, closed);
    let paths = paths(&stem, parts.len());
    for (here, part) in parts.into_iter().enumerate() {
        let title = format!("{}, points d’action", capital_first(&owner.name));
        let frame = Frame::new(site, &paths[here], Section::Actions, &title);
        let count = (here == 0).then(|| count.clone());
        let calendar = calendar_path.clone();
        let all_late = all_late.clone();
        let feed = has_feed.then(|| feed_path.clone());
        let page = move |groups| OwnerPage {
            count: count.clone(),
            late,
            all_late: all_late.clone(),
            groups,
            calendar: calendar.clone(),
            feed: feed.clone(),
        };
        let groups = move |points: &[Point]| groups(site, points);
        let frame = frame.part(here, &paths);
        pages.push(site.page_of_points("site/owner.html", frame, part, groups, page));
    }
    pages
}

/// The open ones and the closed ones on one page, or each on pages of their own, so that one that is closed moves few others.
fn parts(site: Site<'_>, open: Vec<Point>, closed: Vec<Point>) -> Vec<Vec<Point>> {
    let weight = |point: &Point| site.weight(point);
    let together = open.iter().chain(&closed).copied().collect();
    let together = chunks(together, weight);
    if together.len() < 2 {
        return together;
    }
    let [open, closed] = [open, closed].map(|these| chunks_of_growing(these, weight));
    open.into_iter().chain(closed).collect()
}

/// The names of the pages of an owner: `responsable-acted.html`, `responsable-acted--2.html`… No slug holds two hyphens in a row, and no
/// address of a name ends with so short a number, so that none of them is that of an owner called *ACTED 2*.
fn paths(stem: &str, count: usize) -> Arc<[String]> {
    let further = (2..=count).map(|number| format!("{stem}--{number}.html"));
    std::iter::once(format!("{stem}.html"))
        .chain(further)
        .collect()
}

fn groups(site: Site<'_>, points: &[Point]) -> Vec<Group> {
    let labels = &site.config.labels;
    let of = |title: &str, wanted: bool| {
        let these = points.iter().copied();
        let these: Vec<Point> = these
            .filter(|point| site.is_open(*point) == wanted)
            .collect();
        (!these.is_empty()).then(|| Group::new(title.to_owned(), None, site.rows(&these)))
    };
    let groups = [of(&labels.open, true), of(&labels.closed, false)];
    groups.into_iter().flatten().collect()
}
