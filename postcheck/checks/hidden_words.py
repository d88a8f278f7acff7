"""`hidden-words`: no other reading of words that are run together may bring up a listed word."""

from __future__ import annotations

from postcheck.checks.base import Answer, Check, Failed, Options, Reference
from postcheck.checks.case import Case
from postcheck.checks.fields import read
from postcheck.facts.model import Fact
from postcheck.language.splitting import all_splits


class HiddenWordsOptions(Options):
    """The list of words that may not come up, and the field that is read in other ways.

    The list's exceptions are whole fields that are fine however they may be read.
    """

    list: str
    field: str = "text"


def judge(fact: Fact, options: HiddenWordsOptions, case: Case) -> Answer:
    """Split the field in every likely way, and look for listed words."""
    listed = case.setting.lists.get(options.list)
    written = read(fact, options.field)
    if listed is None or written.casefold() in {word.casefold() for word in listed.exceptions}:
        return None
    lexicon = frozenset(entry.casefold() for entry in listed.entries)
    for spans in all_splits(written, lexicon):
        words = [written[start:end].casefold() for start, end in spans]
        hidden = next((word for word in words if word in lexicon), None)
        if hidden is not None:
            return Failed({"word": hidden, "reading": " ".join(words)})
    return None


def refers(options: HiddenWordsOptions) -> tuple[Reference, ...]:
    """The list."""
    return (("list", options.list),)


CHECK = Check(
    "hidden-words",
    "No other reading of words that are run together may bring up a listed word.",
    HiddenWordsOptions,
    judge,
    slots=frozenset({"word", "reading"}),
    refers=refers,
)
