"""What Préau says, to families and to the office: one frozen dataclass per letter, a room a subject.

The words are in `templates/<name>.j2`.
"""
