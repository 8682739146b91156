"""The checklists of account development: what is known of an account, what is missing, how to find it out."""
