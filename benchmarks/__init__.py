"""What postcheck is measured by: speed, faces, and how right it is about words."""
