//! Reads the index as the format is told, sharing no code with what writes it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::common::Project;

/// A place that a word leads to: the address of a meeting, the anchor in its page.
pub(crate) type Place = (String, String);

/// The index of a year.
pub(crate) struct Index {
    /// The words sought as one, and the places of each with their weight.
    pub(crate) groups: Vec<(Vec<String>, BTreeMap<Place, u64>)>,
}

impl Index {
    #[track_caller]
    pub(crate) fn of(project: &Project, year: &str) -> Self {
        let json = |file: &str| -> Value {
            let text = project.read(&format!("output/recherche/{year}/{file}.json"));
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
        };
        let index = json("index");
        assert_eq!(index["version"], 3);
        let places: Vec<Place> = list(&index["reunions"])
            .iter()
            .flat_map(|meeting| {
                let anchors = list(&meeting[1]).iter();
                anchors.map(|anchor| (text(&meeting[0]), text(anchor)))
            })
            .collect();
        let starts: Vec<String> = list(&index["tranches"]).iter().map(text).collect();
        assert!(starts.is_sorted(), "{starts:?}");
        let mut groups = Vec::new();
        let mut seen = BTreeSet::new();
        for (number, start) in starts.iter().enumerate() {
            for group in list(&json(&number.to_string())) {
                let beginning = text(&group[0]);
                let ends = text(&group[1]);
                let forms: Vec<String> = ends
                    .split(',')
                    .map(|end| format!("{beginning}{end}"))
                    .collect();
                for form in &forms {
                    assert!(seen.insert(form.clone()), "{form} stands twice");
                    // A reader finds the shard of a form by the beginnings alone.
                    assert!(form >= start, "{form} stands before {start}");
                    let next = starts.get(number + 1);
                    assert!(next.is_none_or(|next| form < next), "{form} in {number}");
                }
                let mut unit = 0;
                let mut found = BTreeMap::new();
                for step in list(&group[2]) {
                    let step = step.as_u64().unwrap();
                    unit += usize::try_from(step / 4).unwrap();
                    found.insert(places[unit].clone(), step % 4);
                }
                groups.push((forms, found));
            }
        }
        Self { groups }
    }

    /// The places of the group of that form.
    pub(crate) fn places(&self, form: &str) -> BTreeMap<Place, u64> {
        let group = self
            .groups
            .iter()
            .find(|(forms, _)| forms.iter().any(|one| one == form));
        group.map(|(_, places)| places.clone()).unwrap_or_default()
    }

    pub(crate) fn forms(&self) -> impl Iterator<Item = &String> {
        self.groups.iter().flat_map(|(forms, _)| forms)
    }
}

fn list(value: &Value) -> &Vec<Value> {
    value
        .as_array()
        .unwrap_or_else(|| panic!("no list: {value}"))
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("no text: {value}"))
        .to_owned()
}
