"""What a reader sees and touches: frame, filters, words, figures with their sources."""
