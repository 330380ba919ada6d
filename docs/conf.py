"""The site: `make docs`, or `sphinx-build -W --keep-going -n docs docs/_build`."""

from factcheck import __version__

project = "factcheck"
author = "the contributors"
copyright = "the contributors"
version = release = __version__
extensions = ["myst_parser"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"factcheck {__version__}"
html_copy_source = False
html_show_sphinx = False
exclude_patterns = ["_build"]
