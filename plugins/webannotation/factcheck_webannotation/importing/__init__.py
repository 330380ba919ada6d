"""Web Annotations to fact-checks."""
