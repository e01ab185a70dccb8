"""Checks a dataset offline: rules over records, ontology and graph give findings."""
