"""The account book: what is known of each customer, dated and sourced, in a database."""
