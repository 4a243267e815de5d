//! The tags: what each part of the pages is to a reader who does not see them (ISO 32000-1, 14.7 and 14.8).

use lopdf::ObjectId;

use super::content::{Event, EventKind};
use super::misshapen::{Misshapen, Part};
use super::objects::check_count;
use super::scribe::{Kid, Scribe};
use super::serialize::{Numbering, Objects, write_entry, write_reference};
use crate::print::page::Element;

/// The structure of a document. There are hundreds of elements: they are written as they are, and not made objects before.
pub(super) struct Structure<'a> {
    /// The root of the tree, for the catalog. No other object of the document has its number or a higher one in the file.
    root: ObjectId,
    elements: &'a [Element],
    events: &'a [Event<'a>],
    /// The pages' objects.
    pages: &'a [ObjectId],
    tree: Tree,
}

impl<'a> Structure<'a> {
    /// The structure of elements, under that root. `annotations` are the objects of the links, in the order of their events.
    ///
    /// # Errors
    /// An element whose parent does not precede it; more links, or fewer, than there are events of theirs.
    pub(super) fn of(
        root: ObjectId,
        elements: &'a [Element],
        events: &'a [Event<'a>],
        pages: &'a [ObjectId],
        annotations: &[ObjectId],
    ) -> Result<Self, Misshapen> {
        let is_link = |event: &&Event<'_>| matches!(event.kind, EventKind::Link(_));
        let places = events.iter().filter(is_link).count();
        check_count(Part::Links, places, annotations.len())?;
        Ok(Self {
            root,
            elements,
            events,
            pages,
            tree: Tree::grow(elements, events, annotations)?,
        })
    }

    /// The root of the tree.
    pub(super) fn root(&self) -> ObjectId {
        self.root
    }

    /// Whether a page has stretches that belong to elements: its number is then its key in the parent tree.
    pub(super) fn has_stretches(&self, page: usize) -> bool {
        let is_stretch = |event: &Event<'_>| matches!(event.kind, EventKind::Stretch(_));
        let mut events = self.events.iter();
        events.any(|event| event.page == page && is_stretch(event))
    }

    /// Writes the tree behind all other objects.
    ///
    /// # Errors
    /// A page or a link that is nowhere.
    pub(super) fn write(
        &self,
        numbering: &Numbering,
        objects: &mut Objects,
    ) -> Result<(), Misshapen> {
        let root = numbering.get(self.root)?;
        let pages: Result<Vec<u32>, Misshapen> =
            self.pages.iter().map(|page| numbering.get(*page)).collect();
        let scribe = Scribe {
            numbering,
            root,
            pages: pages?,
        };
        // The elements follow the root, the lists of what belongs to which follow them.
        let parents = scribe.number(self.elements.len());
        let (owners, next_key) = scribe.owners(self.events);
        let names = scribe.names(self.elements);
        let file = objects.begin(root);
        file.extend_from_slice(b"<</Type/StructTreeRoot/K[");
        for &top in &self.tree.tops {
            write_reference(scribe.number(top), file);
        }
        file.extend_from_slice(b"]/ParentTree");
        write_reference(parents, file);
        write_entry("ParentTreeNextKey", next_key, file);
        if names.is_some() {
            file.extend_from_slice(b"/IDTree");
            write_reference(parents + 1, file);
        }
        file.extend_from_slice(b">>");
        for (index, described) in self.elements.iter().enumerate() {
            let file = objects.begin(scribe.number(index));
            let tree = &self.tree;
            scribe.element(described, tree.places[index], &tree.kids[index], file)?;
        }
        objects.begin(parents).extend_from_slice(&owners);
        if let Some(names) = names {
            objects.begin(parents + 1).extend_from_slice(&names);
        }
        Ok(())
    }
}

/// The children of each element in the order of reading.
struct Tree {
    kids: Vec<Vec<Kid>>,
    /// Where pictures are.
    places: Vec<Option<[f64; 4]>>,
    /// The elements without a parent.
    tops: Vec<usize>,
}

impl Tree {
    /// An element with text of its own lists its children as the pages do; any other as the document does.
    fn grow(
        elements: &[Element],
        events: &[Event<'_>],
        annotations: &[ObjectId],
    ) -> Result<Self, Misshapen> {
        let mut tree = Self {
            kids: vec![Vec::new(); elements.len()],
            places: vec![None; elements.len()],
            tops: Vec::new(),
        };
        let mut is_attached = vec![false; elements.len()];
        let mut annotations = annotations.iter();
        for event in events {
            tree.attach(event.element, elements, &mut is_attached)?;
            let kid = match event.kind {
                EventKind::Stretch(number) => Kid::Stretch {
                    page: event.page,
                    number,
                },
                EventKind::Link(_) => Kid::Link {
                    page: event.page,
                    annotation: *annotations.next().ok_or(Misshapen::Missing(Part::Links))?,
                },
                EventKind::Place(place) => {
                    tree.places[event.element].get_or_insert(place);
                    continue;
                }
            };
            tree.kids[event.element].push(kid);
        }
        for element in 0..elements.len() {
            tree.attach(element, elements, &mut is_attached)?;
        }
        for kids in &mut tree.kids {
            let is_element = |kid: &Kid| matches!(kid, Kid::Element(_));
            if kids.iter().all(is_element) {
                kids.sort_by_key(|kid| match kid {
                    Kid::Element(element) => *element,
                    _ => 0,
                });
            }
        }
        tree.tops.sort_unstable();
        Ok(tree)
    }

    /// Makes an element the child of its parent, and so on upwards.
    fn attach(
        &mut self,
        element: usize,
        elements: &[Element],
        is_attached: &mut [bool],
    ) -> Result<(), Misshapen> {
        let mut next = Some(element);
        while let Some(child) = next.filter(|&child| !is_attached[child]) {
            is_attached[child] = true;
            next = elements[child].parent;
            match next {
                // Anything else would not be a tree.
                Some(parent) if parent >= child => {
                    return Err(Misshapen::Missing(Part::Parent(child)));
                }
                Some(parent) => self.kids[parent].push(Kid::Element(child)),
                None => self.tops.push(child),
            }
        }
        Ok(())
    }
}
