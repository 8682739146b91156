"""Who may use the server: invite links, and the sessions of those who are signed in."""
