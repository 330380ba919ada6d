"""Bytes to FactCheck: YAML or JSON in, a fact-check out, or every problem at once with its place."""

from factcheck.rules import READING as RULES

from .comments import Comment
from .folders import below, is_folder
from .inputs import SIZE_LIMIT, bytes_of_file, bytes_of_stream, opened, text_of_file
from .json_places import JsonPlaces, JsonProblem
from .reader import Reading, load, loads, read, read_file, read_stream, record
from .texts import SourceText, SourceTexts, TextFiles, source_texts

__all__ = [
    "RULES",
    "SIZE_LIMIT",
    "Comment",
    "JsonPlaces",
    "JsonProblem",
    "Reading",
    "SourceText",
    "SourceTexts",
    "TextFiles",
    "below",
    "bytes_of_file",
    "bytes_of_stream",
    "is_folder",
    "load",
    "loads",
    "opened",
    "read",
    "read_file",
    "read_stream",
    "record",
    "source_texts",
    "text_of_file",
]
