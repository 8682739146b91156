"""What a user may ask about personal data: take all of it out, forget it for good, keep it no longer than needed."""
