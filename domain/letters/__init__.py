"""Every word that a person reads: a typed letter each, a template each, shared by chat and mail."""
