"""People named in words: register, then name lists, then a model, fused in one place."""

from postcheck.analysers.words.people.analyser import PeopleAnalyser

__all__ = ["PeopleAnalyser"]
