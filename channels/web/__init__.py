"""The web page: its files, and the API it uses."""
