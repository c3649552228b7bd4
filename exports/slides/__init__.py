"""Slides: from what is to be shown to a file of PowerPoint, a PDF, or a page that presents itself without a network."""
