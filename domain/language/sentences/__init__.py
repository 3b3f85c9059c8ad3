"""Sentence by sentence: all marks of a text, and whether it is a request, a question, a command or a matter apart."""
