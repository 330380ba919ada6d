"""The rules of factcheck itself, by which everything is found that no plugin finds."""

from collections.abc import Mapping
from types import MappingProxyType

from .findings import Rule, Severity

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
_YAML = "YAML 1.2.2: https://yaml.org/spec/1.2.2/"
_TEXT = "RFC 8259, section 8.1, and YAML 1.2.2, section 5.2: https://yaml.org/spec/1.2.2/#52-character-encodings"
_LIMITS = "factcheck: time and memory are bounded, whatever the input"
_SAFE = "YAML 1.2.2, section 10, and factcheck: a file makes data, never code"
_MODEL = "factcheck, the model: docs/reference/model.md"
_LOSSLESS = "factcheck: nothing is lost in silence"
_IDS = "factcheck, the model: a part has an id, and others refer to it by its id"
_FORMS = "RFC 3987 for addresses, RFC 5646 for languages, XML 1.0 names for ids; docs/reference/model.md"
_DATES = "EDTF, levels 0 and 1: https://www.loc.gov/standards/datetime/; docs/reference/model.md"
_PLUGINS = "factcheck, the hooks: docs/reference/hooks.md"
_ARCHIVES = "factcheck, archives: docs/archives.md"
_COMMANDS = "factcheck, the command line: docs/command-line.md"
_FORGERY = "OWASP, Server Side Request Forgery Prevention: https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html"
_ALLOWING = "factcheck, allowing: docs/reference/rules.md"
_HTML = "WHATWG HTML, section 13.5: https://html.spec.whatwg.org/multipage/named-characters.html"
_INVISIBLE = "Unicode Standard, 23.2, Layout Controls: https://www.unicode.org/versions/latest/core-spec/chapter-23/"
_ANCHORS = "W3C Web Annotation Data Model, 4.2.4 and 4.2.5: https://www.w3.org/TR/annotation-model/#text-quote-selector"
_SOURCE_TEXTS = "factcheck, texts of sources: docs/anchoring.md"
_TAGS = "RFC 5646, sections 2.1 and 2.1.1: https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1"


def _book(*rules: Rule) -> Mapping[str, Rule]:
    return MappingProxyType({rule.id: rule for rule in rules})


READING = _book(
    Rule("unreadable", _ERROR, "The file is there and may be read.", "correct the path, or the file's permissions", _COMMANDS),
    Rule("too-large", _ERROR, "A file has at most 16 MB, and what is imported as much as its importer says.", "split it", _LIMITS),
    Rule("encoding", _ERROR, "A file is text in UTF-8; UTF-16 and UTF-32 need a byte order mark.", "save it as UTF-8", _TEXT),
    Rule("empty", _ERROR, "There is something in the file.", "begin with `factcheck new`", _MODEL),
    Rule("syntax", _ERROR, "The file is YAML or JSON.", "mend it at the place given; texts with `: ` or ` #` stand in quotes", _YAML),
    Rule("tab", _ERROR, "YAML is indented with spaces.", "replace the tabs with spaces", "YAML 1.2.2, section 6.1: https://yaml.org/spec/1.2.2/#61-indentation-spaces"),
    Rule("tag", _ERROR, "YAML tags such as `!!python/object` are not used: the key says what a value is.", "leave the tag out, or put text that begins with `!` in quotes", _SAFE),
    Rule("merge-key", _ERROR, "YAML merge keys (`<<`) are not used: the keys are written out.", "write the keys out", _SAFE),
    Rule("lost-text", _ERROR, "No word is lost: neither a `#word` after a text without quotes, nor an `&anchor` that no `*anchor` refers to.", "put the text in quotes", _LOSSLESS),
    Rule("several-documents", _ERROR, "A file holds one YAML document.", "make a file of each", _MODEL),
    Rule("too-complex", _ERROR, "A file holds at most 200,000 keys and values, aliases counted in full, and 100 levels.", "split it", _LIMITS),
    Rule("duplicate-key", _ERROR, "A key stands once in a mapping.", "keep one, or begin a new item with `- `", "YAML 1.2.2, section 3.2.1.3: https://yaml.org/spec/1.2.2/#3213-node-comparison"),
    Rule("unknown-key", _ERROR, "Every key is one of the model's.", "correct the key to the near one named", _MODEL),
    Rule("missing-key", _ERROR, "The keys that a part needs are there.", "add the key named", _MODEL),
    Rule("wrong-type", _ERROR, "A list, a mapping, a text, a number or true/false stands where it is wanted.", "write the value as the message has it", _MODEL),
    Rule("wrong-choice", _ERROR, "A value is one of the choices.", "choose one of them", _MODEL),
    Rule("wrong-form", _ERROR, "Addresses, languages, ids and checksums have their form.", "write the value in the form named", _FORMS),
    Rule("wrong-value", _ERROR, "A date, a number or a text makes sense.", "correct the value", _DATES),
    Rule("inconsistent", _ERROR, "The keys of one part agree with each other.", "correct one of the keys named", _MODEL),
    Rule("duplicate-id", _ERROR, "An id stands for one part only.", "give one of the parts another id", _IDS),
    Rule("dangling-reference", _ERROR, "A reference leads to a part of the right kind.", "correct the id to the near one named, or add the part", _IDS),
    Rule("circular-copy", _ERROR, "No source is, in the end, a copy of itself.", "take out one `copy_of` of the circle", _MODEL),
    Rule("several-firsts", _ERROR, "A claim has one first appearance at most.", "leave `first` at one", _MODEL),
    Rule("more", _ERROR, "Of a thousand problems and more, the first thousand are listed.", "mend these first", _LIMITS),
)  # fmt: skip
"""By which a file of ours is read; with one of these broken there is no fact-check, and so none can be allowed."""

WORK = _book(
    Rule("plugin-failed", _ERROR, "Every plugin can be loaded, keeps to the hooks, shares no format's name and no publisher with another, and does not break at work.", "tell the plugin's authors; go on with `--block`", _PLUGINS),
    Rule("cannot-write", _ERROR, "What was written can be put where it was asked to go.", "make room, or write to a folder that is yours", _COMMANDS),
    Rule("missing-extra", _ERROR, "What is needed beside the core is installed.", "install what the message names", _COMMANDS),
    Rule("workers", _ERROR, "Where many fact-checks are worked on, every worker can do it, and lives.", "mend what the message names, and go on with `--resume`", _ARCHIVES),
    Rule("twice-in-archive", _ERROR, "A fact-check stands in an archive once, and a file is named once.", "take one of the two out", _ARCHIVES),
    Rule("nothing-in-it", _WARNING, "A fact-check has something that the bundle can hold, such as a verdict to make a row of reviews of.", "give it a verdict, or write it in a format that holds it", _ARCHIVES),
    Rule("archive-doubled", _WARNING, "A fact-check stands in an archive once.", "take all but one of them out", _ARCHIVES),
    Rule("change-uncorrected", _WARNING, "Where a verdict or a claim is changed, or taken away, a correction says so.", "add what was changed to `corrections`, and what the verdict was to its `history`", _ARCHIVES),
    Rule("change-withdrawn", _WARNING, "Where only what is new goes out, others learn what was withdrawn.", "take these out where the bundle goes to; `factcheck diff` lists them", _ARCHIVES),
    Rule("since-unread", _WARNING, "All of an older archive can be read, so that it is known what was changed since.", "`factcheck diff` tells which records; compare with a sound archive", _ARCHIVES),
    Rule("nothing-found", _ERROR, "There is something to import in an input.", "check that this is the file that was meant", _COMMANDS),
    Rule("which-importer", _ERROR, "One importer reads an input, found by its content or named by a person.", "name one with `--from`", _COMMANDS),
    Rule("file-kept", _WARNING, "A file that is there and differs is kept, unless `--force` is given.", "compare the two; `--force` replaces it", _COMMANDS),
)  # fmt: skip
"""Of the work on files, and of plugins."""

FETCHING = _book(
    Rule("fetch-refused", _ERROR, "With `--fetch`, and only then, pages that everybody can read are fetched: by http or https, from ports 80 and 443 of public hosts, without a password, and not led from https on to http.", "save the page with a browser and import the file", _FORGERY),
    Rule("fetch-failed", _ERROR, "A page that is fetched arrives whole, in a minute, and has at most 64 MB.", "try again later, or save the page with a browser and import the file", "RFC 9110, HTTP Semantics: https://www.rfc-editor.org/rfc/rfc9110"),
)  # fmt: skip
"""Of pages that are fetched."""

ALLOWING = _book(
    Rule("allow-without-reason", _WARNING, "Who allows something says why.", "write `# factcheck: allow RULE: the reason`", _ALLOWING),
    Rule("allow-unknown-rule", _WARNING, "What is allowed is a rule that there is.", "correct the rule's id; `factcheck check --explain` knows them", _ALLOWING),
    Rule("allow-of-form", _WARNING, "Only what is found in a fact-check can be allowed, not what keeps it from being one.", "take the comment out, and mend what was found", _ALLOWING),
    Rule("allow-unused", _INFO, "What is allowed is there.", "take the comment out", _ALLOWING),
)  # fmt: skip
"""Of comments that allow what a rule finds."""

TIDYING = _book(
    Rule("space-around", _INFO, "There is no white space around a text; reading takes it away.", "take it out, as --fix does", _MODEL),
    Rule("invisible-around", _WARNING, "No zero width space, word joiner, byte order mark or soft hyphen stands around a text or an address.", "take it out, as --fix does", _INVISIBLE),
    Rule("html-entity", _WARNING, "A text holds characters, not HTML's entities for them.", "write the character itself, as --fix does", _HTML),
    Rule("doubled-entry", _WARNING, "A list names each thing once; the way of words and the history of a verdict may name one again.", "take one of the two out, as --fix does", _MODEL),
    Rule("language-case", _INFO, "A language tag is written as `pt-BR` and `zh-Hant` are.", "write it so, as --fix does", _TAGS),
)  # fmt: skip
"""Of what can be repaired without judgement, and is no error."""

TEXTS = _book(
    Rule("text-absent", _ERROR, "The words of a quotation stand in the text of its source.", "correct the words, or the source; where the page was changed, quote the saved text", _ANCHORS),
    Rule("text-ambiguous", _ERROR, "A quotation can be told from the same words elsewhere in the text.", "write a `prefix` or a `suffix`, or quote more", _ANCHORS),
    Rule("text-drift", _WARNING, "A quotation has the words that stand in the text.", "correct `exact`, or run `factcheck anchor --accept-drift`; allow it where the words are meant", _ANCHORS),
    Rule("text-normalised", _INFO, "A quotation has the punctuation, the white space and the case of the text.", "nothing, or write it as it stands there", _ANCHORS),
    Rule("text-position", _WARNING, "`start` and `end` are where the words stand.", "run `factcheck anchor`", _ANCHORS),
    Rule("text-context", _WARNING, "`prefix` and `suffix` are what stands around the words.", "run `factcheck anchor`", _ANCHORS),
    Rule("text-unplaced", _INFO, "A quotation has its place in the text of its source.", "run `factcheck anchor`", _ANCHORS),
    Rule("text-changed", _WARNING, "The text of a source is the one that its checksum was taken of.", "read what changed; `factcheck anchor` writes the new checksum and the new places", _SOURCE_TEXTS),
    Rule("text-no-checksum", _INFO, "A source whose text is there has the text's checksum.", "run `factcheck anchor`", _SOURCE_TEXTS),
    Rule("text-layout", _WARNING, "What was found can be written into the file.", "write it by hand, or without aliases and keys after `?`", _SOURCE_TEXTS),
    Rule("text-missing", _INFO, "The text of a source that is quoted is there.", "save it as `<id>.txt`, or the page as `<id>.html`", _SOURCE_TEXTS),
    Rule("text-no-source", _INFO, "A text belongs to a source.", "call it by the id of its source", _SOURCE_TEXTS),
    Rule("text-unknown-source", _ERROR, "`--text` names a source of the fact-check.", "correct the id to the near one named", _COMMANDS),
    Rule("text-two-files", _ERROR, "A source has one text.", "keep one of the files", _SOURCE_TEXTS),
    Rule("text-unreadable", _ERROR, "A text can be read, and has at most 16 MB.", "correct the file or its permissions, or keep the part that is quoted", _SOURCE_TEXTS),
    Rule("text-encoding", _ERROR, "A text is UTF-8.", "save it as UTF-8", _SOURCE_TEXTS),
    Rule("text-empty", _WARNING, "There is something in a text.", "save the page again", _SOURCE_TEXTS),
    Rule("text-unsaved", _INFO, "The text of a saved page is saved beside it, since another version of what reads pages may read it otherwise.", "run `factcheck anchor`, which saves it as `<id>.txt`", _SOURCE_TEXTS),
    Rule("text-no-article", _ERROR, "A saved page has a text that can be told from what is around it.", "save the text by hand as `<id>.txt`", _SOURCE_TEXTS),
    Rule("text-missing-extra", _ERROR, "What reads saved pages is installed.", "pip install 'factcheck-export[extract]', or save the text by hand as `<id>.txt`", _SOURCE_TEXTS),
    Rule("text-copy", _WARNING, "A source whose text is that of another one says so.", "give `copy_of` to the one that is no original, or to both with a source for what they copied", "W3C, PROV-DM, 5.2: a derivation and its kinds: https://www.w3.org/TR/prov-dm/#component2"),
)  # fmt: skip
"""Of the texts of sources, and of quotations in them."""

OWN: Mapping[str, Rule] = MappingProxyType({**READING, **WORK, **FETCHING, **ALLOWING, **TIDYING, **TEXTS})
"""All of them, by id."""
