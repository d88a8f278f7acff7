"""How right an analyser of text is, against labelled texts: `python -m benchmarks.accuracy`."""
