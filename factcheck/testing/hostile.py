"""Text that breaks careless writers."""

HOSTILE_TEXTS = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "<![CDATA[",
    "&amp; & &#x26; &quot;",
    "\"double\" and 'single' and \\backslash\\ and `tick`",
    "line\nline\r\nline\rline\ttab",
    "\u2028\u2029\u0085\u00a0",
    "\u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467 astral",
    "e\u0301 combining, Z\u0351\u036b\u0343a\u0302lgo",
    "\x00\x01\x08\x0b\x0c\x1f\x7f\x9f controls",
    "\ufffe\uffff\ufeff non-characters",
    '=HYPERLINK("http://evil.example"),+1,-1,@SUM(1)',
    "%s {0} ${x} {{x}} <%= x %>",
    "\u6f22\u5b57\u3001\u0939\u093f\u0928\u094d\u0926\u0940",
)
"""Each survives an export: the same characters come back, or those that the format forbids are replaced visibly."""
