"""Pictures: one builder each, from rows and words to a chart; no Streamlit, no SQL."""
