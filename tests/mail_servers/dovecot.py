"""Dovecot as anybody: no root needed, loopback only, every user name accepted with one password."""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from string import Template

from tests.mail_servers.postbox import PASSWORD, answers, eventually, free_port

_PROGRAMS = ("dovecot", "/usr/sbin/dovecot", "/usr/local/sbin/dovecot")
_CONFIG = Template("""\
base_dir = $dir/run
state_dir = $dir/state
log_path = $dir/dovecot.log
protocols = imap
listen = 127.0.0.1
$tls
disable_plaintext_auth = no
auth_mechanisms = plain login$mechanisms
auth_username_format = %Ln
default_internal_user = $user
default_internal_group = $group
default_login_user = $user
mail_location = maildir:$dir/mail/%u
mail_uid = $user
mail_gid = $group
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 50
$tokens
passdb {
  driver = static
  args = password=$password
}
userdb {
  driver = static
  args = uid=$uid gid=$gid home=$dir/mail/%u
}
namespace inbox {
  inbox = yes
  separator = /
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = $port
  }
  inet_listener imaps {
    port = $tls_port
    ssl = yes
  }
}
service stats {
  chroot =
}
""")

_TOKENS = """\
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = %s
}"""
_INTROSPECTION = """\
introspection_mode = post
introspection_url = %s
username_attribute = username
active_attribute = active
active_value = true
"""


def program() -> str | None:
    """Return Dovecot's path, None where it is not installed."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


class Dovecot:
    """One server in a directory of its own; `stop` and `start` again on the same port and mails."""

    host = "127.0.0.1"

    def __init__(self, introspection_url: str = "", certificate: Path | None = None) -> None:
        """Take tokens beside the password when there is somebody to ask about them.

        With a `certificate` (and its key, in one file) it offers STARTTLS, and TLS at `tls_port`.
        """
        self.port = free_port()
        self.tls_port = free_port() if certificate else 0
        account = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        self._uid, self._gid = account.pw_uid, account.pw_gid
        # Not within pytest's temporary directory: that is closed to "nobody", and too long a path for sockets.
        self._dir = Path(tempfile.mkdtemp(prefix="dovecot-"))
        for folder in (self._dir, self._dir / "run", self._dir / "state", self._dir / "mail"):
            folder.mkdir(exist_ok=True)
            os.chown(folder, self._uid, self._gid)
        self._config = self._dir / "dovecot.conf"
        introspection = self._dir / "oauth2.conf.ext"
        introspection.write_text(_INTROSPECTION % introspection_url)
        introspection.chmod(0o644)
        self._config.write_text(
            _CONFIG.substitute(
                dir=self._dir, user=account.pw_name, group=grp.getgrgid(self._gid).gr_name, uid=self._uid,
                gid=self._gid, port=self.port, password=PASSWORD,
                mechanisms=" xoauth2" if introspection_url else "",
                tls_port=self.tls_port, tls=self._tls(certificate),
                tokens=_TOKENS % introspection if introspection_url else "",
            )
        )  # fmt: skip
        self._config.chmod(0o644)
        self._process: subprocess.Popen[bytes] | None = None

    def _tls(self, certificate: Path | None) -> str:
        if certificate is None:
            return "ssl = no"
        copy = shutil.copyfile(
            certificate, self._dir / "certificate.pem"
        )  # where its master may read it, whoever it is
        os.chown(copy, self._uid, self._gid)
        return f"ssl = yes\nssl_cert = <{copy}\nssl_key = <{copy}"

    def start(self) -> None:
        found = program()
        assert found is not None
        as_whom = {"user": self._uid, "group": self._gid, "extra_groups": []} if os.geteuid() == 0 else {}
        self._process = subprocess.Popen(
            [found, "-F", "-c", str(self._config)], cwd=self._dir, start_new_session=True, **as_whom
        )  # type: ignore[call-overload]
        eventually(lambda: answers(self.port))

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        eventually(lambda: not answers(self.port))

    @property
    def mails(self) -> Path:
        """Where the mailboxes lie, one folder a user."""
        return self._dir / "mail"

    def add_user(self, user: str) -> None:
        """Every name has a mailbox already."""

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self._dir, ignore_errors=True)
