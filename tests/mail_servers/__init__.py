"""Mail servers for the tests: Dovecot for truth, an embedded IMAP server for machines without it, an SMTP sink."""
