"""What the pages show: plain JSON made from the state of a conversation, the account book and the results."""
