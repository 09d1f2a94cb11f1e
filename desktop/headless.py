"""The headless door: the same operations as the window's, JSON in and JSON out, without Qt."""
