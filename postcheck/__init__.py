"""postcheck: checks posts against a social media policy before they are published."""

import os

__version__ = "0.1.0"

# onnxruntime's wheels tell Microsoft of their use over the network, and keep a device id in the
# home folder, unless they are told not to before they are first imported (its Privacy.md).
# The second name is that of releases in between.
os.environ["ORT_DISABLE_TELEMETRY"] = os.environ["ORT_TELEMETRY_DISABLED"] = "1"
