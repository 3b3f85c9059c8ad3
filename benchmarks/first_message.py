"""`python -m benchmarks.first_message ROW`: understand one labelled message in a fresh process."""

from __future__ import annotations

import json
import sys

from tests.corpus.answers import answer

if __name__ == "__main__":
    answer(json.loads(sys.argv[1]))
