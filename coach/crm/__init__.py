"""Customer records from the CSV files of a CRM, and back into them."""
