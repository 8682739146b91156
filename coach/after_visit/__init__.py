"""After a visit: five questions on how it went, and what the answers bring to the account book."""
