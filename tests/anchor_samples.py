"""A page, fact-checks that quote it, and the same with their places written."""

from hashlib import sha256

from edits import before_and_after

from factcheck import FactCheck, anchor
from factcheck.fixing.anchored import anchored
from factcheck.reading import read

PAGE = (
    "Rain and roads\n\nThe minister said on Monday that the roads would be mended by May, and that nobody had "
    "asked for more.\n\nOn Tuesday, the mayor said that nobody had asked her either. “The roads are no worse than "
    "last year,” she added.\n\nThe roads would be mended by May, the paper wrote."
)


def checksum(text):
    return f"sha256:{sha256(text.encode()).hexdigest()}"


def story(*quotations, checksum=None):
    source = {"id": "page", "title": "Rain and roads"} | ({"checksum": checksum} if checksum else {})
    appearances = [{"source": "page", "quotation": each} for each in quotations]
    return {
        "id": "urn:x:y",
        "headline": "H",
        "language": "en",
        "sources": [source],
        "claims": [{"id": "c1", "text": "T", "appearances": appearances}],
    }


def made(*quotations, text=PAGE, checksum=None, **options):
    return anchor(FactCheck.model_validate(story(*quotations, checksum=checksum)), {"page": text}, **options)


def quotations(fact_check):
    return [each.quotation for claim in fact_check.claims for each in claim.appearances]


DRIFTED = {"exact": "The minister said on Monday that the streets would be mended by May"}
MEANT = "The minister said on Monday that the roads would be mended by May"
WRITTEN, ANCHORED = before_and_after(
    """\
 # about it
 id: urn:x:y
 headline: H   # why
 language: en
 sources:
   - id: page # the paper's
     title: Rain and roads
+    checksum: CHECKSUM
     # read it again
     copy_of: {source: other, kind: reposted}
   - {id: other, title: "Rain"}
 claims:
   - id: c1
     text: T
     appearances:
       - source: page
         quotation:
           exact: nobody had asked for more # not so
+          prefix: "be mended by May, and that "
+          suffix: ".\\n\\nOn Tuesday, the mayor said"
+          start: 92
+          end: 117

           # factcheck: allow text-drift: none here
           language: en
-      - {source: page, quotation: {exact: the mayor said, start: 3, end: 17}}
+      - {source: page, quotation: {exact: the mayor said, prefix: "asked for more.\\n\\nOn Tuesday, ", suffix: " that nobody had asked her", start: 132, end: 146}}
       - source: page
         first: true
         quotation:
             exact: >-
               The roads are no
               worse than last year
+            prefix: "nobody had asked her either. “"
+            suffix: ",” she added.\\n\\nThe roads would"
+            start: 182
+            end: 219


       # the last
       - source: page
         quotation:
-          start: "1" # wrong
+          start: "0" # wrong
-          end: 4
+          end: 14
-          suffix: 'x'
+          suffix: "\\n\\nThe minister said on Monday"
           exact: |-
             Rain and roads
""".replace("CHECKSUM", checksum(PAGE))
)


def written(body, name="a.yaml", text=PAGE, **options):
    data = body.encode() if isinstance(body, str) else body
    return anchored(read(data, name), data, {"page": text}, **options)
