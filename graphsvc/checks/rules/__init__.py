"""One rule per file, named after the fault it finds."""
