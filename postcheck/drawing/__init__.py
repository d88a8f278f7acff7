"""Pictures with what was seen drawn into them."""
