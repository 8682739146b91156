"""The iceberg of needs as a picture: of an account, and of a rehearsal with what was found and missed."""
