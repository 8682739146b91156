"""The learned back-off: small linear models over words and characters, fitted from the examples."""
