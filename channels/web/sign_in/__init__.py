"""Signing in: who is speaking, by invite link or by the company account, and what nobody may do without."""
