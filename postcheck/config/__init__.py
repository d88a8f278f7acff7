"""Settings of an organisation: `postcheck.yaml`, found upwards from a draft."""
