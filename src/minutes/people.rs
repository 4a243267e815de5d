//! Those present, in groups and in order, those represented and those absent.

use super::{Absences, AbsentGroup, Organisation, Person, PresentGroup};
use crate::config::{Config, ParticipantOrder};
use crate::french::folding::fold;
use crate::french::formulas::{
    self, ONLINE, absent_label, arrival, counted_present, departure, excused_label,
    gender_of_title, gives_proxy_to, proxies_label, represented_by, represented_label, tidy_name,
};
use crate::french::phrases::gender_of_organisation;
use crate::french::qualities::{group_head, rest_head};
use crate::french::sorting;
use crate::french::typography::correct;
use crate::french::words::counted;
use crate::french::{Gender, NB};
use crate::record::{self, Meeting};

/// Those present, numbered through their groups: by capacity, where any has one.
pub(super) fn present(meeting: &Meeting, config: &Config) -> Vec<PresentGroup> {
    groups(who_came(meeting), config)
}

/// People in the order of the series, numbered through their groups: by capacity, where any has one.
pub(super) fn groups(people: Vec<record::Person>, config: &Config) -> Vec<PresentGroup> {
    let people = in_order(&people, config.participant_order);
    let has_functions = people.iter().any(|person| person.function.is_some());
    let groups = by_quality(people, &config.qualities);
    // Without a head of their own, those in no capacity would be read as of the group before.
    let rest = (groups.len() > 1).then_some(&config.labels.others);
    let mut next = 1;
    let groups = groups.into_iter().map(|(quality, people)| {
        let first = next;
        let enumeration = enumeration(&people);
        // A sentence numbers nobody.
        next += match enumeration {
            Some(_) => 0,
            None => people.len(),
        };
        let head = quality.map(|quality| group_head(&correct(&quality), people.len()));
        let has_organisation_column = people.iter().any(|person| person.organisation.is_some());
        PresentGroup {
            label: head.or_else(|| rest.cloned()),
            count: count(&people),
            enumeration,
            people: said(first, &people),
            has_function_column: has_functions && !has_organisation_column,
            has_organisation_column,
        }
    });
    groups.collect()
}

/// Those present: whoever gave a proxy for all of the meeting is not.
pub(super) fn who_came(meeting: &Meeting) -> Vec<record::Person> {
    let people = meeting.participants.iter();
    people
        .filter(|person| !person.is_represented())
        .cloned()
        .collect()
}

/// How many are there: persons, and organisations without names (*17 participants*, *21 organisations*).
pub(super) fn count(people: &[record::Person]) -> String {
    counted_present(head_count(people) as u64, unnamed(people) as u64)
}

/// How many persons are there; an organisation counts those that it says came.
pub(super) fn head_count(people: &[record::Person]) -> usize {
    let of = |person: &record::Person| match (&person.name, person.count) {
        (Some(_), _) => 1,
        (None, count) => count.unwrap_or_default() as usize,
    };
    people.iter().map(of).sum()
}

/// The organisations that say nobody's name and no number.
fn unnamed(people: &[record::Person]) -> usize {
    let is_bare = |person: &&record::Person| person.name.is_none() && person.count.is_none();
    people.iter().filter(is_bare).count()
}

/// All in one sentence, where no name is given and nothing is said of any.
fn enumeration(people: &[record::Person]) -> Option<String> {
    let names = unnamed_organisations(people)?;
    let count = count(people);
    Some(correct(&format!("{count}{NB}: {}.", names.join(", "))))
}

/// Organisations without names of persons, if all are such; with how many came from each that tells.
fn unnamed_organisations(people: &[record::Person]) -> Option<Vec<String>> {
    let is_bare = |person: &record::Person| {
        person.name.is_none() && person.function.is_none() && mentions(person).is_empty()
    };
    if !people.iter().all(is_bare) {
        return None;
    }
    let names = people.iter().filter_map(|person| {
        let name = tidy_name(person.organisation.as_deref()?);
        Some(match person.count {
            Some(count) if count > 1 => format!("{name} ({count})"),
            _ => name,
        })
    });
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then_some(names)
}

/// How many came and from where, in a series that publishes no names: *17 participants, 14 organisations : ACTED, OIM (2).*
pub(super) fn without_names(meeting: &Meeting, organisations: &[Organisation]) -> Option<String> {
    let came = who_came(meeting);
    if came.is_empty() {
        return None;
    }
    let organisation_count = counted(organisations.len() as u64, "organisation");
    let people = head_count(&came) as u64;
    // Where the record counts them, the list may hold but a part.
    let people =
        (people > 0 && meeting.head_count.is_none()).then(|| counted(people, "participant"));
    let names = organisations.iter().map(|organisation| {
        let name = tidy_name(&organisation.name);
        match organisation.people {
            0 | 1 => name,
            people => format!("{name} ({people})"),
        }
    });
    let names: Vec<String> = names.collect();
    let said = match (people, names.is_empty()) {
        (people, true) => people?,
        (None, false) => format!("{organisation_count}{NB}: {}", names.join(", ")),
        (Some(people), false) => {
            format!("{people}, {organisation_count}{NB}: {}", names.join(", "))
        }
    };
    Some(correct(&format!("{said}.")))
}

/// Those present in the order that the series asks for (TRI-R4).
fn in_order(people: &[record::Person], order: Option<ParticipantOrder>) -> Vec<record::Person> {
    let mut people = people.to_vec();
    let name = |person: &record::Person| person.name.clone().unwrap_or_default();
    match order {
        None => {}
        Some(ParticipantOrder::Name) => sorting::sort(&mut people, |person| {
            sorting::person_key(&name(person), person.filed_under.as_deref())
        }),
        Some(ParticipantOrder::Organisation) => sorting::sort(&mut people, |person| {
            let organisation = person.organisation.as_deref().unwrap_or_default();
            sorting::organisation_key(organisation, &name(person), person.filed_under.as_deref())
        }),
    }
    people
}

/// The groups by capacity: in the order of the series, then in that in which the words first appear; those without last.
fn by_quality(
    people: Vec<record::Person>,
    order: &[String],
) -> Vec<(Option<String>, Vec<record::Person>)> {
    let mut groups: Vec<(Option<String>, Vec<record::Person>)> = Vec::new();
    for person in people {
        let key = person.quality.as_deref().map(fold);
        let same = |(quality, _): &&mut (Option<String>, _)| quality.as_deref().map(fold) == key;
        match groups.iter_mut().find(same) {
            Some((_, group)) => group.push(person),
            None => groups.push((person.quality.clone(), vec![person])),
        }
    }
    let rank = |quality: &Option<String>| match quality {
        None => usize::MAX,
        Some(quality) => {
            let quality = fold(quality);
            let known = order.iter().position(|word| fold(word) == quality);
            known.unwrap_or(order.len())
        }
    };
    groups.sort_by_key(|(quality, _)| rank(quality));
    groups
}

fn said(first: usize, people: &[record::Person]) -> Vec<Person> {
    let part = |text: &Option<String>| text.as_deref().map(|text| correct(&name_or_typed(text)));
    (first..)
        .zip(people)
        .map(|(number, person)| Person {
            number,
            name: part(&person.name),
            function: part(&person.function),
            organisation: part(&person.organisation),
            quality: part(&person.quality),
            count: person.count,
            mentions: mentions(person),
        })
        .collect()
}

/// What else is said of a person.
fn mentions(person: &record::Person) -> Vec<String> {
    let proxy = person.proxy.as_deref().and_then(gives_proxy_to);
    // Whoever leaves gives it for what follows.
    let (before, after) = match person.departure {
        Some(_) => (None, proxy),
        None => (proxy, None),
    };
    let said = [
        person
            .represented_by
            .as_deref()
            .and_then(|name| represented_by(name, gender_of_represented(person))),
        before,
        person.is_remote.then(|| ONLINE.to_owned()),
        person.arrival.map(arrival),
        person.departure.map(departure),
        after,
    ];
    said.into_iter()
        .flatten()
        .map(|said| correct(&said))
        .collect()
}

/// Of whom another sits in the place of; an organisation without a name agrees by its own.
fn gender_of_represented(person: &record::Person) -> Option<Gender> {
    match (&person.name, &person.organisation) {
        (None, Some(organisation)) => person
            .gender
            .or_else(|| gender_of_organisation(organisation)),
        _ => gender(person),
    }
}

/// As the record gives it, or a title before the name.
fn gender(person: &record::Person) -> Option<Gender> {
    let title = || person.name.as_deref().and_then(gender_of_title);
    person.gender.or_else(title)
}

/// Those represented: the list of the record, and those of any other list who gave a proxy.
pub(super) fn represented(meeting: &Meeting, config: &Config) -> Option<Absences> {
    let people = represented_people(meeting);
    let genders: Vec<Option<Gender>> = people.iter().map(gender).collect();
    let all_gave_proxies = people.iter().all(|person| person.proxy.is_some());
    let label = if all_gave_proxies {
        proxies_label(people.len())
    } else {
        represented_label(&genders)
    }?;
    Some(listed(
        renamed(config.labels.represented.as_ref(), label),
        people,
        config,
    ))
}

/// A list of persons under its head, in groups by capacity where any has one.
fn listed(label: String, people: Vec<record::Person>, config: &Config) -> Absences {
    let mut next = 1;
    let groups = by_quality(people, &config.qualities);
    let is_divided = groups.len() > 1;
    let groups = groups.into_iter().map(|(quality, people)| {
        let first = next;
        next += people.len();
        let head = quality.map(|quality| group_head(&correct(&quality), people.len()));
        AbsentGroup {
            label: head.or_else(|| is_divided.then(|| rest_head(people.len()).to_owned())),
            people: said(first, &people),
        }
    });
    let groups: Vec<AbsentGroup> = groups.collect();
    let people = groups.iter().flat_map(|group| group.people.iter().cloned());
    Absences {
        label,
        people: people.collect(),
        groups,
    }
}

fn represented_people(meeting: &Meeting) -> Vec<record::Person> {
    let others = [&meeting.participants, &meeting.excused, &meeting.absent];
    let others = others.into_iter().flatten();
    let gave_proxy = others.filter(|person| person.is_represented());
    meeting
        .represented
        .iter()
        .chain(gave_proxy)
        .cloned()
        .collect()
}

/// The lists of those absent that are not empty.
pub(super) fn absences(meeting: &Meeting, config: &Config) -> Vec<Absences> {
    let without_proxy = |people: &[record::Person]| -> Vec<record::Person> {
        let absent = people.iter().filter(|person| !person.is_represented());
        absent.cloned().collect()
    };
    let excused = without_proxy(&meeting.excused);
    let absent = without_proxy(&meeting.absent);
    let genders: Vec<Option<Gender>> = excused.iter().map(gender).collect();
    let lists = [
        (
            excused_label(&genders),
            config.labels.excused.as_ref(),
            excused,
        ),
        (
            absent_label(absent.len()),
            config.labels.absent.as_ref(),
            absent,
        ),
    ];
    let list = |(label, own, people): (Option<&'static str>, Option<&String>, Vec<_>)| {
        Some(listed(renamed(own, label?), people, config))
    };
    lists.into_iter().filter_map(list).collect()
}

/// The head of a list as the series names it, else as it agrees, without its colon.
fn renamed(own: Option<&String>, agreed: &str) -> String {
    own.map_or_else(
        || agreed.trim_end_matches(['\u{a0}', ':']).to_owned(),
        |own| correct(own),
    )
}

/// The sentence on how many came, where the record counts them.
pub(super) fn attendance(meeting: &Meeting, config: &Config) -> Option<String> {
    let count = meeting.head_count?;
    let number = |count: Option<u32>| count.unwrap_or_default().into();
    formulas::attendance(
        &formulas::HeadCount {
            people: number(count.people),
            women: number(count.women),
            organisations: number(count.organisations),
            observers: number(count.observers),
        },
        meeting.gathering.unwrap_or(config.gathering),
    )
}

/// A name as a list says it; as it is typed, where that leaves nothing of it.
fn name_or_typed(text: &str) -> String {
    Some(tidy_name(text))
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| text.to_owned())
}
