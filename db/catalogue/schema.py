"""The tables of the code catalogue.

`VERSION` rises with every change to what is in the file (tables, or how official files are read): older ones are
thrown away and made anew.
"""

VERSION = 2

# what the file is and says of itself
ABOUT = "about"
FILES = "files"
# HCPCS: the codes as one asks for them, the whole official records, and the bare list of a later quarter
CODES = "codes"
RECORDS = "records"
LISTED = "listed"
FIELDS = "fields"
MEANINGS = "meanings"
# the smaller sets
PLACES = "places_of_service"
ZIP_PREFIXES = "zip_prefixes"
# ICD-10-CM: the spans that are covered, and every entry with the days on which it reads so
DIAGNOSIS_SETS = "diagnosis_sets"
DIAGNOSES = "diagnoses"
# what a clerk must know
KNOWLEDGE = "knowledge"

COLUMNS: dict[str, dict[str, type]] = {
    ABOUT: {"name": str, "value": str},
    FILES: {
        "part": str,
        "file": str,
        "title": str,
        "origin": str,
        "released": str,
        "first_day": str,
        "until": str,
        "sha256": str,
        "licence": str,
        "known": str,
    },
    CODES: {"code": str, "kind": str, "short": str, "long": str, "added": str, "terminated": str},
    RECORDS: {"code": str, "cells": str},
    LISTED: {"code": str},
    FIELDS: {
        "place": int,
        "name": str,
        "label": str,
        "kind": str,
        "headings": str,
        "blank": str,
        "blank_from": str,
        "words": str,
    },
    MEANINGS: {"field": str, "value": str, "words": str},
    PLACES: {"place": str, "name": str},
    ZIP_PREFIXES: {"prefix": str, "states": str},
    DIAGNOSIS_SETS: {"first_day": str, "until": str},
    DIAGNOSES: {"code": str, "first_day": str, "until": str, "billable": int, "short": str, "long": str},
    KNOWLEDGE: {"code": str, "place": int, "heading": str, "words": str, "sources": str, "mark": str},
}
KEYS: dict[str, str] = {
    ABOUT: "name",
    FILES: "file",
    CODES: "code",
    RECORDS: "code",
    LISTED: "code",
    FIELDS: "place",
    PLACES: "place",
    ZIP_PREFIXES: "prefix",
    DIAGNOSIS_SETS: "first_day",
}
INDEXES: dict[str, tuple[str, ...]] = {DIAGNOSES: ("code", "first_day"), KNOWLEDGE: ("code", "place")}
