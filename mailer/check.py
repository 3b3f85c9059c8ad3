"""Is the mailbox there? For `preau check`, which looks and leaves."""

from __future__ import annotations

from imapclient.exceptions import IMAPClientError, LoginError

from mailer.mailbox import Account, Mailbox


def mailbox_fault(account: Account) -> str | None:
    """Connect, log in and open the folder; return what is wrong, in words without secrets, or None."""
    try:
        Mailbox(account).close()
    except LoginError:
        return "the user or the password is refused"
    except (IMAPClientError, OSError) as error:
        return f"{account.host}:{account.port} does not answer as it should ({type(error).__name__})"
    return None
