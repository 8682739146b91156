"""Key accounts: orders are read from a table or the account book, and customers ranked by RFM."""
