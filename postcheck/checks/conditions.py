"""The grammar of `where`: what a rule asks of the fact and of what surrounds it.

A key is `fact.ATTRIBUTE`, `fact.score`, `fact.text`, `fact.surface`, a property of properties.py
such as `draft.kind`, or `setting.INTERPRETATION`. A value is what must be there: one value, a list
of which one must fit, or one of the operators not, at-least, at-most, matches, present. Where the
property itself is a list, such as nearby.topics, `any` and `not` may stand together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from postcheck.checks.case import Case
from postcheck.checks.properties import PROPERTIES
from postcheck.facts.kinds import KINDS, AttributeType
from postcheck.facts.model import Fact, Value

_OWN: dict[str, AttributeType] = {"score": "number", "text": "text", "surface": "text"}
_OPERATORS = ("not", "at-least", "at-most", "matches", "present")
_BOTH = {"any", "not"}


class ConditionError(ValueError):
    """A condition that can never be asked; the message says what is allowed."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a rule, ready to be asked."""

    key: str
    operator: str
    wanted: tuple[str | float | bool, ...]
    unwanted: tuple[str | float | bool, ...] = ()
    """What may not be there besides; only where `any` and `not` stand together."""

    def holds(self, case: Case, fact: Fact) -> bool:
        """Tell whether the condition is met; what is not known meets none but `not`."""
        value = self._value(case, fact)
        if self.operator == "present":
            return (value not in (None, "", ())) is self.wanted[0]
        if self.operator == "not":
            return not _one_of(value, self.wanted)
        if value is None:
            return False
        if self.operator == "at-least":
            return float(str(value)) >= float(self.wanted[0])
        if self.operator == "at-most":
            return float(str(value)) <= float(self.wanted[0])
        if self.operator == "matches":
            return re.search(str(self.wanted[0]), str(value)) is not None
        return _one_of(value, self.wanted) and not _one_of(value, self.unwanted)

    def _value(self, case: Case, fact: Fact) -> Value:
        root, _, name = self.key.partition(".")
        if root == "setting":
            return case.interpretations.get(name)
        if root != "fact":
            return PROPERTIES[self.key].get(case, fact)
        if name in _OWN and name not in fact.attributes:
            found: Value = getattr(fact, name)
            return found
        return fact.attributes.get(name)

    @property
    def about_fact(self) -> bool:
        """Whether it asks about the fact itself rather than about what surrounds it."""
        return self.key.startswith("fact.")

    @property
    def about_setting(self) -> bool:
        """Whether it asks how a vague place of the policy is read."""
        return self.key.startswith("setting.")

    @property
    def needs(self) -> tuple[str, ...]:
        """Kinds of facts that the condition stands on."""
        found = PROPERTIES.get(self.key)
        return found.needs if found else ()


def parse(
    key: str, wanted: object, kind: str, interpretations: Mapping[str, tuple[str, ...]]
) -> Condition:
    """Make a condition on facts of `kind`; raises ConditionError where it can never be met."""
    value_type = _type_of(key, kind, interpretations)
    if isinstance(wanted, Mapping) and set(wanted) == _BOTH:
        return _both(key, wanted, value_type)
    operator, values = "is", wanted
    if isinstance(wanted, Mapping):
        if len(wanted) != 1 or next(iter(wanted)) not in _OPERATORS:
            raise ConditionError(
                f"`{key}` takes one of the operators {', '.join(_OPERATORS)}; "
                "or any and not together"
            )
        operator, values = next(iter(wanted.items()))
    if operator == "present":
        value_type = "flag"
    elif operator in ("at-least", "at-most") and value_type != "number":
        raise ConditionError(f"`{operator}` compares numbers, and `{key}` is none")
    options = (
        interpretations.get(key.removeprefix("setting.")) if key.startswith("setting.") else None
    )
    converted = _converted(key, values, value_type)
    for item in converted:
        if options is not None and item not in options:
            raise ConditionError(f"`{key}` is one of {', '.join(options)}, not “{item}”")
    if operator == "matches":
        _compile(str(converted[0]))
    return Condition(key, operator, converted)


def _both(key: str, wanted: Mapping[str, object], value_type: AttributeType) -> Condition:
    """What must be there together with what may not."""
    if value_type != "list":
        raise ConditionError(f"`any` with `not` is for lists, and `{key}` is none")
    some, none = (_converted(key, wanted[name], value_type) for name in ("any", "not"))
    if both := set(some) & set(none):
        raise ConditionError(f"`{key}` has “{min(map(str, both))}” under any and under not")
    return Condition(key, "is", some, none)


def _one_of(value: Value, those: tuple[str | float | bool, ...]) -> bool:
    if isinstance(value, tuple):
        return any(item in those for item in value)
    return value in those


def _type_of(key: str, kind: str, interpretations: Mapping[str, tuple[str, ...]]) -> AttributeType:
    root, _, name = key.partition(".")
    if root == "fact":
        known = {**_OWN, **(KINDS[kind].attributes if kind in KINDS else {})}
        if kind in KINDS and name not in known:
            raise ConditionError(f"a {kind} has no `{name}`; it has {', '.join(sorted(known))}")
        return known.get(name, "text")
    if root == "setting":
        if name not in interpretations:
            raise ConditionError(f"the policy has no interpretation “{name}”")
        return "text"
    if key not in PROPERTIES:
        raise ConditionError(f"nothing is known as `{key}`; there are {', '.join(PROPERTIES)}")
    return PROPERTIES[key].type


def _converted(
    key: str, values: object, value_type: AttributeType
) -> tuple[str | float | bool, ...]:
    items = values if isinstance(values, list | tuple) else (values,)
    return tuple(_convert(key, item, value_type) for item in items)


def _convert(key: str, item: object, value_type: AttributeType) -> str | float | bool:
    text = str(item)
    if value_type == "flag":
        if text.casefold() not in ("true", "false"):
            raise ConditionError(f"`{key}` is true or false, not “{text}”")
        return text.casefold() == "true"
    if value_type == "number":
        try:
            return float(text)
        except ValueError as error:
            raise ConditionError(f"`{key}` is a number, not “{text}”") from error
    return text


def _compile(pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ConditionError(f"the pattern cannot be read: {error}") from error
