"""The schemas of the file format and of what is written, as files to read."""
