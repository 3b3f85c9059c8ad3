"""The Telegram edge: updates come in by polling or webhook, answers leave by the sender."""

from __future__ import annotations

import os

# python-telegram-bot gives waits as timedelta only when asked to; without it each look at one warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")
