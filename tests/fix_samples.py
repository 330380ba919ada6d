"""Fact-checks with all that can be repaired, and the same once they are."""

import json

import yaml
from edits import before_and_after

from factcheck.reading import read

WRONG, RIGHT = before_and_after(
    """\
 # a comment: "not" a value
 id: urn:x:y   # why not
-headline:  "  Rock &amp;amp; rollés 😀 &quot;best&quot; "   # c
+headline:  "Rock & rollés 😀 \\"best\\""   # c

-url: " HTTPS://example.org/a b?x=1&amp;y=2"
+url: "https://example.org/a%20b?x=1&y=2"
-language: EN_us
+language: en-US
-published: 2020-06-23 20:02   # when
+published: 2020-06-23T20:02:00   # when
 claims:
-  - {id: c1, text: Don&#39;t, made: "22 November 2020"}   # in brackets
+  - {id: c1, text: Don't, made: "2020-11-22"}   # in brackets
   - id: c2
     text: >
-      Some long &amp; folded
+      Some long & folded
       text

-    made: 23.06.2020
+    made: 2020-06-23
-    language: pt-br
+    language: pt-BR
 rating_scale:
     ratings:
-    - {id: r, names: {EN: False, pt-br: 'C&#39;est &lt;faux&gt;'}, category: Mostly_False}
+    - {id: r, names: {en: False, pt-BR: 'C''est <faux>'}, category: mostly-false}
 # the end"""
)


def story(**values):
    return {"id": "urn:x:y", "headline": "H", "language": "en", "claims": [{"id": "c1", "text": "T"}], **values}


def as_yaml(**values):
    return yaml.safe_dump(story(**values), sort_keys=False, allow_unicode=True).encode()


def as_json(**values):
    return json.dumps(story(**values), indent=1).encode()


def value(data, key, name="a.yaml"):
    return getattr(read(data, name).fact_check, key)


DOUBLED, SINGLE = before_and_after(
    """\
 id: urn:x:y
 headline: H
 language: en
-authors: [ann, desk, ann, ann]  # signed
+authors: [ann, desk]  # signed
 reviewers:
   - ann # the editor
   # the desk
   - desk
-  - ann

 agents:
 - id: ann
   kind: person
   name: Ann
-- {id: desk, kind: organisation, name: Desk, same_as: [http://a.example/, http://b.example/, http://a.example/]}
+- {id: desk, kind: organisation, name: Desk, same_as: [http://a.example/, http://b.example/]}
-- kind: person
-  id: ann
-  name: Ann
 sources: [{id: s, title: T}]
 claims:
   - id: c1
     text: T
     appearances:
     - source: s
       quotation:
         exact: |
           one

           two
       relays: [{by: ann, verb: said}, {by: ann, verb: said}]
-    - source: s
-      relays: [{by: ann, verb: said}, {by: ann, verb: said}]
-      quotation:
-        exact: |
-          one
-
-          two
   # the end
"""
)
