"""`hidden-words`: no other reading of words that are run together may bring up a listed word."""

from __future__ import annotations

from postcheck.checks.base import Answer, Check, Failed, Options, Reference
from postcheck.checks.case import Case
from postcheck.checks.fields import read
from postcheck.facts.model import Fact
from postcheck.language.splitting import all_splits


class HiddenWordsOptions(Options):
    """The list of words that may not come up, and the field that is read in other ways."""

    list: str
    field: str = "text"


def judge(fact: Fact, options: HiddenWordsOptions, case: Case) -> Answer:
    """Split the field in every likely way, and look for listed words."""
    listed = case.setting.lists.get(options.list)
    lexicon = frozenset(entry.casefold() for entry in listed.entries) if listed else frozenset()
    written = read(fact, options.field)
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
