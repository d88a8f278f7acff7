"""The language model: the encoder and the spaCy pipeline around it."""
