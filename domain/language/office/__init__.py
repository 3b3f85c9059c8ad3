"""What staff write, and words about papers: orders to close, documents, hours that are only told."""
