"""The schema of the book that this Oxydesk speaks. It stands alone so that opening a current book loads no more."""

VERSION = 5
