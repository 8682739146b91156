"""What a conversation leaves behind: one readable page."""
