//! A file of the site, not yet made: what it is made of tells whether it has to be.

use std::io::{self, Write};
use std::sync::Arc;

use serde::Serialize;

use super::Site;
use super::actions::{Group, aligned};
use super::frame::{Frame, Framed};
use super::register::Point;
use crate::diagnostic::Report;
use crate::templates::Templates;

/// A file of the site, not yet made.
pub struct SitePage<'a> {
    /// Its path below the output folder.
    pub path: String,
    source: Box<dyn Source + Send + Sync + 'a>,
}

/// What a file of the site is made of.
trait Source {
    /// The template that it is made with, if any.
    fn template(&self) -> &'static str {
        ""
    }
    /// Writes all that it shows.
    fn tell(&self, out: &mut dyn Write) -> io::Result<()>;
    fn render(&self) -> Result<Vec<u8>, Box<Report>>;
    /// How it is written piece by piece, if it may grow with the archive.
    fn stream(&self) -> Option<&Stream<'_>> {
        None
    }
}

/// Writes a content piece by piece.
pub type Stream<'a> = dyn Fn(&mut (dyn Write + Send)) -> io::Result<()> + Send + Sync + 'a;

/// Writes a value, so that what is equal is written alike.
pub(super) fn tell(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    Ok(serde_json::to_writer(out, value)?)
}

impl<'a> SitePage<'a> {
    /// A file of which `told` is all that it shows.
    pub(super) fn of_told<T: Serialize>(
        path: impl Into<String>,
        told: impl Fn() -> T + Send + Sync + 'a,
        make: impl Fn() -> Result<Vec<u8>, Box<Report>> + Send + Sync + 'a,
    ) -> Self {
        Self {
            path: path.into(),
            source: Box::new(OfTold { told, make }),
        }
    }

    /// A file of what is cheaper to make than to tell: it is made to see whether it is as before.
    pub(super) fn of_content(
        path: impl Into<String>,
        make: impl Fn() -> Result<Vec<u8>, Box<Report>> + Send + Sync + 'a,
    ) -> Self {
        Self {
            path: path.into(),
            source: Box::new(OfContent(make)),
        }
    }

    /// A file that grows with the archive, and is written piece by piece; `tell` writes all that it shows.
    pub(super) fn of_stream(
        path: impl Into<String>,
        tell: impl Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'a,
        write: impl Fn(&mut (dyn Write + Send)) -> io::Result<()> + Send + Sync + 'a,
    ) -> Self {
        Self {
            path: path.into(),
            source: Box::new(OfStream { tell, write }),
        }
    }

    /// The same of all action points.
    pub(super) fn of_points(
        site: Site<'a>,
        path: impl Into<String>,
        write: impl Fn(&mut (dyn Write + Send)) -> io::Result<()> + Send + Sync + 'a,
    ) -> Self {
        let told = move |out: &mut dyn Write| tell(&site.traces(site.points()), out);
        Self::of_stream(path, told, write)
    }

    /// A file of these bytes.
    pub(super) fn of_bytes(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.into(),
            source: Box::new(OfBytes(bytes.into())),
        }
    }

    /// The name of the template that it is made with; empty for a file that needs none.
    #[must_use]
    pub fn template(&self) -> &'static str {
        self.source.template()
    }

    /// Writes all that it shows beside what the templates say: what is equal then is equal here.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn tell(&self, out: &mut dyn Write) -> io::Result<()> {
        self.source.tell(out)
    }

    /// How it is written piece by piece, if it may grow with the archive.
    #[must_use]
    pub fn stream(&self) -> Option<&Stream<'_>> {
        self.source.stream()
    }

    /// Its bytes; pages may be rendered side by side.
    ///
    /// # Errors
    /// The fault of a template.
    pub fn render(&self) -> Result<Vec<u8>, Box<Report>> {
        self.source.render()
    }
}

impl std::fmt::Debug for SitePage<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("SitePage").field(&self.path).finish()
    }
}

struct OfStream<D, F> {
    tell: D,
    write: F,
}

impl<D, F> Source for OfStream<D, F>
where
    D: Fn(&mut dyn Write) -> io::Result<()> + Send + Sync,
    F: Fn(&mut (dyn Write + Send)) -> io::Result<()> + Send + Sync,
{
    fn tell(&self, out: &mut dyn Write) -> io::Result<()> {
        (self.tell)(out)
    }

    fn render(&self) -> Result<Vec<u8>, Box<Report>> {
        let mut bytes = Vec::new();
        // Into memory: it does not fail.
        let _ = (self.write)(&mut bytes);
        Ok(bytes)
    }

    fn stream(&self) -> Option<&Stream<'_>> {
        Some(&self.write)
    }
}

struct OfTold<D, F> {
    told: D,
    make: F,
}

impl<T: Serialize, D: Fn() -> T, F: Fn() -> Result<Vec<u8>, Box<Report>>> Source for OfTold<D, F> {
    fn tell(&self, out: &mut dyn Write) -> io::Result<()> {
        tell(&(self.told)(), out)
    }

    fn render(&self) -> Result<Vec<u8>, Box<Report>> {
        (self.make)()
    }
}

struct OfContent<F>(F);

impl<F: Fn() -> Result<Vec<u8>, Box<Report>>> Source for OfContent<F> {
    fn tell(&self, out: &mut dyn Write) -> io::Result<()> {
        // One that fails is reported when it is made.
        let bytes = (self.0)().unwrap_or_default();
        out.write_all(&bytes)
    }

    fn render(&self) -> Result<Vec<u8>, Box<Report>> {
        (self.0)()
    }
}

struct OfBytes(Vec<u8>);

impl Source for OfBytes {
    fn tell(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(&self.0)
    }

    fn render(&self) -> Result<Vec<u8>, Box<Report>> {
        Ok(self.0.clone())
    }
}

/// A page of HTML: its frame, and what it holds, which is only made when it is asked for: a large archive has many pages.
struct FromTemplate<'a, D, F> {
    templates: &'a Templates,
    template: &'static str,
    frame: Frame<'a>,
    /// All that it holds, in the way that costs least.
    told: D,
    make: F,
}

impl<D, F, T, U> Source for FromTemplate<'_, D, F>
where
    D: Fn() -> U,
    U: Serialize,
    F: Fn() -> T,
    T: Serialize,
{
    fn template(&self) -> &'static str {
        self.template
    }

    fn tell(&self, out: &mut dyn Write) -> io::Result<()> {
        tell(&(self.frame.told(), (self.told)()), out)
    }

    fn render(&self) -> Result<Vec<u8>, Box<Report>> {
        let (frame, content) = (&self.frame, (self.make)());
        let page = Framed { frame, content };
        let page = self.templates.site(self.template, &page, &frame.path)?;
        Ok(page.into_bytes())
    }
}

impl<'a> Site<'a> {
    /// A page of HTML that holds little.
    pub(super) fn page<T: Serialize>(
        self,
        template: &'static str,
        frame: Frame<'a>,
        make: impl Fn() -> T + Send + Sync + Clone + 'a,
    ) -> SitePage<'a> {
        self.page_of_told(template, frame, make.clone(), make)
    }

    /// A page of HTML of which `told`, with its frame, is all that it shows.
    pub(super) fn page_of_told<T: Serialize, U: Serialize>(
        self,
        template: &'static str,
        frame: Frame<'a>,
        told: impl Fn() -> U + Send + Sync + 'a,
        make: impl Fn() -> T + Send + Sync + 'a,
    ) -> SitePage<'a> {
        SitePage {
            path: frame.path.clone(),
            source: Box::new(FromTemplate {
                templates: self.templates,
                template,
                frame,
                told,
                make,
            }),
        }
    }

    /// A page of HTML of action points: `groups` makes rows of them, `page` says the rest.
    pub(super) fn page_of_points<T: Serialize>(
        self,
        template: &'static str,
        frame: Frame<'a>,
        points: Vec<Point>,
        groups: impl Fn(&[Point]) -> Vec<Group> + Send + Sync + 'a,
        page: impl Fn(Vec<Group>) -> T + Send + Sync + 'a,
    ) -> SitePage<'a> {
        let all = Arc::new((points, page));
        let shared = Arc::clone(&all);
        let told = move || (shared.1(Vec::new()), self.traces(shared.0.iter().copied()));
        self.page_of_told(template, frame, told, move || {
            all.1(aligned(groups(&all.0)))
        })
    }
}
