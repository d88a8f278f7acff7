"""`hidden-words`: no other reading of words that are run together may bring up a listed word."""

from __future__ import annotations

from postcheck.checks.base import Answer, Check, Failed, Options, Reference
from postcheck.checks.case import Case
from postcheck.checks.fields import read
from postcheck.facts.model import Fact
from postcheck.language.splitting import all_splits


class HiddenWordsOptions(Options):
    """The list of words that may not come up, and the field that is read in other ways.

    The list's exceptions are whole fields that are fine however they may be read. Words of the
    list that are on `striking` too are seen even where what is left beside them is no word.
    """

    list: str
    striking: str | None = None
    field: str = "text"


def judge(fact: Fact, options: HiddenWordsOptions, case: Case) -> Answer:
    """Split the field in every likely way, and look for listed words."""
    listed = case.setting.lists.get(options.list)
    written = read(fact, options.field)
    if listed is None or written.casefold() in {word.casefold() for word in listed.exceptions}:
        return None
    lexicon = frozenset(entry.casefold() for entry in listed.entries)
    for spans in all_splits(written, lexicon, _striking(options, case)):
        words = [written[start:end].casefold() for start, end in spans]
        hidden = next((word for word in words if word in lexicon), None)
        if hidden is not None:
            return Failed({"word": hidden, "reading": " ".join(words)})
    return None


def _striking(options: HiddenWordsOptions, case: Case) -> frozenset[str]:
    listed = case.setting.lists.get(options.striking or "")
    return frozenset(entry.casefold() for entry in listed.entries) if listed else frozenset()


def refers(options: HiddenWordsOptions) -> tuple[Reference, ...]:
    """The lists."""
    return tuple(("list", name) for name in (options.list, options.striking) if name)


CHECK = Check(
    "hidden-words",
    "No other reading of words that are run together may bring up a listed word.",
    HiddenWordsOptions,
    judge,
    slots=frozenset({"word", "reading"}),
    refers=refers,
)
