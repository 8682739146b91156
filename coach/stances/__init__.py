"""The stance ledger: dated evidence on people, and what it says about an account."""
