"""postcheck: checks posts against a social media policy before they are published."""

__version__ = "0.1.0"
