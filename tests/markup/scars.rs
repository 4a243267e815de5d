//! Texts that were once broken.

use crate::others::{escaped_everywhere, others_read_the_same};
use crate::properties::read_back;

/// Once broken, found by the properties below.
#[test]
fn scars() {
    let read_back = |input: &str| {
        assert!(
            read_back(input).is_ok() && others_read_the_same(input).is_ok(),
            "{input:?}"
        )
    };
    [
        "a***a***",
        "[a](http://g \"\n2\n\")",
        "- \n\u{a0}    1. x",
        "***y\na*) s\na*) x\nb) Y\nb) y*",
        "&a@b.co",
        "!a@b.co[",
        "http://a.bc(http://a.bc",
        "*****__*__*a**(",
        "- \u{a0}\n**\n  -",
        "1. > \t2. ",
        "# - \t- ",
        "***http://a.bc***a*",
        "a***a_**a***_*http://a.bc*__**",
        "a*a***a*a*a*",
        "**http://a.bc(http://a.bc**a",
        "a**http://a.bc[](http://a.bc)**",
        "- *a<http://a.bc/c>http://a.bc*a",
        "a*a**a_**[](http://a.bc)*",
        "- \na- *     \n+ \n-\n",
        "[<*a@b.co> (*](http://a.bc)",
        "*<http://a.bc/c>http://a.bc*a*",
        "a**http://a.bc`a<http://a.bc/c>**",
        "[*_*  \n](http://a.bc)",
        "***a**a_****[a***a",
        "~*\r\n\n~*",
        "* ***\n_(_",
        "*_**http://a.bchttp://a.bc***a",
        "*****a**a(_a_**a***_",
        "[<http://a.bc>]:-->",
    ]
    .into_iter()
    .for_each(read_back);
    for text in ["<&a@b.co> ", "~(~*", "\\", "# #", "a #"] {
        assert!(escaped_everywhere(text).is_ok(), "{text:?}");
    }
}
