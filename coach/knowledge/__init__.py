"""The methodology as data: read, checked in three passes, and handed on as frozen values."""
