"""The schema of the book that this Oxydesk speaks. A number of its own, so that opening a current book needs no more."""

VERSION = 1
