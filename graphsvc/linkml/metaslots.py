"""Which metaslots of LinkML 1.8 are read, which only document, and which would change what the ontology means."""

from __future__ import annotations

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _shapes(**shapes: str) -> Mapping[str, str]:
    """Metaslot -> the shape of its value, from shape -> metaslots."""
    return {metaslot: shape for shape, metaslots in shapes.items() for metaslot in metaslots.split()}


_ELEMENT = _shapes(text="description", flag="abstract mixin", name="is_a", names="mixins aliases", tags="annotations")

READ: Mapping[str, Mapping[str, str]] = {
    "schema": _shapes(
        text="id name default_prefix description",
        name="default_range",
        names="imports",
        tags="annotations",
        prefixes="prefixes",
        classes="classes",
        slots="slots",
        types="types",
        enums="enums",
    ),
    "class": {
        **_ELEMENT,
        **_shapes(
            flag="represents_relationship", names="slots", slots="attributes slot_usage", unique_keys="unique_keys"
        ),
    },
    "unique key": _shapes(text="unique_key_name", names="unique_key_slots", flag="consider_nulls_inequal"),
    "slot": {
        **_ELEMENT,
        **_shapes(
            text="equals_string",
            flag="multivalued required recommended identifier key symmetric asymmetric irreflexive transitive",
            name="domain range inverse",
            number="minimum_value maximum_value",
            count="minimum_cardinality maximum_cardinality exact_cardinality",
            pattern="pattern",
            any_of="any_of",
        ),
    },
    "type": _shapes(
        text="description base uri", name="typeof", number="minimum_value maximum_value", pattern="pattern"
    ),
    "enum": _shapes(text="description", permissible_values="permissible_values"),
    "permissible value": _shapes(text="description meaning"),
    "alternative": _shapes(name="range"),
}
"""Kind of element -> metaslot -> shape of its value, each with a function in `reader`."""

INHERITED = _words(
    "domain ranges required recommended multivalued identifier key minimum_value maximum_value pattern equals_string "
    "minimum_cardinality maximum_cardinality exact_cardinality"
)
"""What a slot takes from its is_a and mixins; all else it says itself."""

DOCUMENTATION = _words("""
    name title description aliases annotations alias alt_descriptions definition_uri local_names conforms_to
    implements instantiates extensions id_prefixes deprecated todos notes comments examples in_subset from_schema
    imported_from source in_language see_also deprecated_element_has_exact_replacement
    deprecated_element_has_possible_replacement structured_aliases mappings exact_mappings close_mappings
    related_mappings narrow_mappings broad_mappings created_by contributors created_on last_updated_on modified_by
    status rank categories keywords values_from string_serialization version license emit_prefixes default_curi_maps
    subsets metamodel_version source_file source_file_date source_file_size generation_date slot_names_unique settings
    class_uri subclass_of tree_root defining_slots slot_uri singular_name readonly inherited inlined inlined_as_list
    owner domain_of is_class_field is_usage_slot usage_slot_name role slot_group is_grouping_slot shared
    designates_type implicit_prefix list_elements_ordered repr unit enum_uri code_set code_set_tag code_set_version text
""")
"""Metaslots that pass in silence wherever they stand."""

NOT_READ = _words("""
    required recommended multivalued minimum_value maximum_value pattern structured_pattern value_presence
    equals_string equals_string_in equals_number equals_expression exact_cardinality minimum_cardinality
    maximum_cardinality has_member all_members none_of exactly_one_of any_of all_of array range_expression enum_range
    bindings apply_to union_of rules classification_rules slot_conditions disjoint_with unique_keys extra_slots
    children_are_mutually_disjoint id_prefixes_are_closed ifabsent list_elements_unique subproperty_of reflexive
    locally_reflexive transitive_form_of reflexive_transitive_form_of relational_role path_rule type_mappings include
    minus inherits reachable_from matches concepts pv_formula is_a mixins abstract mixin
""")
"""Metaslots that mean something and are passed over: each gives a note."""
