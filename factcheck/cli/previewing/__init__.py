"""A page that follows its file: made anew at each change, served on this machine only."""
