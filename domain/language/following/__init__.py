"""What such sentences mean after a request: carried over, kept, picked out, taken back."""
