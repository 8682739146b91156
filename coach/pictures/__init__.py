"""What pictures share: their frame, names that fit, and PNG from SVG."""
