"""Files that people take away: from rows to bytes."""
