"""Whom a message is about: children by name and by kin, the words of one family, and strangers."""
