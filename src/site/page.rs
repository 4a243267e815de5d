//! A file of the site, not yet made: what it is made of tells whether it has to be.

use std::io::{self, Write};
use std::sync::OnceLock;

use serde::Serialize;

use super::Site;
use super::frame::{Frame, Framed};
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
    fn template(&self) -> &'static str;
    /// All that it shows, where that is less than all meetings.
    fn content(&self) -> Option<Vec<u8>>;
    /// The same told piece by piece, if it may grow with the archive.
    fn told(&self) -> Option<&Stream<'_>> {
        None
    }
    fn render(&self) -> Result<Vec<u8>, Box<Report>>;
    /// How it is written piece by piece, if it may grow with the archive.
    fn stream(&self) -> Option<&Stream<'_>> {
        None
    }
}

/// Writes a content piece by piece.
pub type Stream<'a> = dyn Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'a;

impl<'a> SitePage<'a> {
    /// A file of all meetings.
    pub(super) fn of_meetings(
        path: impl Into<String>,
        make: impl Fn() -> Result<Vec<u8>, Box<Report>> + Send + Sync + 'a,
    ) -> Self {
        Self {
            path: path.into(),
            source: Box::new(OfMeetings(make)),
        }
    }

    /// A file of what is cheaper to make than to describe: it is made to tell whether it is as before.
    pub(super) fn of_content(
        path: impl Into<String>,
        make: impl Fn() -> Result<Vec<u8>, Box<Report>> + Send + Sync + 'a,
    ) -> Self {
        Self {
            path: path.into(),
            source: Box::new(OfContent(make)),
        }
    }

    /// A file of all meetings that grows with them, and is written piece by piece.
    pub(super) fn of_stream(
        path: impl Into<String>,
        write: impl Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'a,
    ) -> Self {
        Self {
            path: path.into(),
            source: Box::new(OfStream(write)),
        }
    }

    /// A file that is dear to make and grows with the archive: what it shows is told piece by piece, and it is made once, where that
    /// is not as before.
    pub(super) fn of_told(
        path: impl Into<String>,
        tell: impl Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'a,
        make: impl Fn() -> io::Result<Vec<u8>> + Send + Sync + 'a,
    ) -> Self {
        let made = OnceLock::new();
        let write = move |out: &mut dyn Write| {
            let bytes = match made.get() {
                Some(bytes) => bytes,
                None => {
                    let bytes = make()?;
                    made.get_or_init(|| bytes)
                }
            };
            out.write_all(bytes)
        };
        Self {
            path: path.into(),
            source: Box::new(OfTold { tell, write }),
        }
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

    /// All that it shows beside what the templates say, as bytes that are equal when it is; `None` for a file made of all
    /// meetings, or of what [`Self::told`] tells.
    #[must_use]
    pub fn content(&self) -> Option<Vec<u8>> {
        self.source.content()
    }

    /// The same piece by piece, for a file that may grow with the archive and is dear to make.
    #[must_use]
    pub fn told(&self) -> Option<&Stream<'_>> {
        self.source.told()
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

struct OfStream<F>(F);

impl<F: Fn(&mut dyn Write) -> io::Result<()> + Send + Sync> Source for OfStream<F> {
    fn template(&self) -> &'static str {
        ""
    }

    fn content(&self) -> Option<Vec<u8>> {
        None
    }

    fn render(&self) -> Result<Vec<u8>, Box<Report>> {
        Ok(in_memory(&self.0))
    }

    fn stream(&self) -> Option<&Stream<'_>> {
        Some(&self.0)
    }
}

/// All that a stream writes.
fn in_memory(stream: &Stream<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Into memory: it does not fail.
    let _ = stream(&mut bytes);
    bytes
}

struct OfTold<T, F> {
    tell: T,
    write: F,
}

impl<T, F> Source for OfTold<T, F>
where
    T: Fn(&mut dyn Write) -> io::Result<()> + Send + Sync,
    F: Fn(&mut dyn Write) -> io::Result<()> + Send + Sync,
{
    fn template(&self) -> &'static str {
        ""
    }

    fn content(&self) -> Option<Vec<u8>> {
        None
    }

    fn told(&self) -> Option<&Stream<'_>> {
        Some(&self.tell)
    }

    fn render(&self) -> Result<Vec<u8>, Box<Report>> {
        Ok(in_memory(&self.write))
    }

    fn stream(&self) -> Option<&Stream<'_>> {
        Some(&self.write)
    }
}

struct OfMeetings<F>(F);

impl<F: Fn() -> Result<Vec<u8>, Box<Report>>> Source for OfMeetings<F> {
    fn template(&self) -> &'static str {
        ""
    }

    fn content(&self) -> Option<Vec<u8>> {
        None
    }

    fn render(&self) -> Result<Vec<u8>, Box<Report>> {
        (self.0)()
    }
}

struct OfContent<F>(F);

impl<F: Fn() -> Result<Vec<u8>, Box<Report>>> Source for OfContent<F> {
    fn template(&self) -> &'static str {
        ""
    }

    fn content(&self) -> Option<Vec<u8>> {
        (self.0)().ok()
    }

    fn render(&self) -> Result<Vec<u8>, Box<Report>> {
        (self.0)()
    }
}

struct OfBytes(Vec<u8>);

impl Source for OfBytes {
    fn template(&self) -> &'static str {
        ""
    }

    fn content(&self) -> Option<Vec<u8>> {
        Some(self.0.clone())
    }

    fn render(&self) -> Result<Vec<u8>, Box<Report>> {
        Ok(self.0.clone())
    }
}

/// A page of HTML: its frame, and what it holds, which is only made when it is asked for: a large archive has many pages.
struct FromTemplate<'a, F> {
    templates: &'a Templates,
    template: &'static str,
    frame: Frame,
    make: F,
}

impl<T: Serialize, F: Fn() -> T> FromTemplate<'_, F> {
    fn page(&self) -> Framed<'_, T> {
        Framed {
            frame: &self.frame,
            content: (self.make)(),
        }
    }
}

impl<T: Serialize, F: Fn() -> T> Source for FromTemplate<'_, F> {
    fn template(&self) -> &'static str {
        self.template
    }

    fn content(&self) -> Option<Vec<u8>> {
        serde_json::to_vec(&self.page()).ok()
    }

    fn render(&self) -> Result<Vec<u8>, Box<Report>> {
        let path = &self.frame.path;
        let page = self.templates.site(self.template, &self.page(), path)?;
        Ok(page.into_bytes())
    }
}

impl<'a> Site<'a> {
    /// A page of HTML.
    pub(super) fn page<T: Serialize>(
        self,
        template: &'static str,
        frame: Frame,
        make: impl Fn() -> T + Send + Sync + 'a,
    ) -> SitePage<'a> {
        SitePage {
            path: frame.path.clone(),
            source: Box::new(FromTemplate {
                templates: self.templates,
                template,
                frame,
                make,
            }),
        }
    }
}
