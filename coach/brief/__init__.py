"""The visit brief: the one page to read before a visit, built from what the account book holds."""
