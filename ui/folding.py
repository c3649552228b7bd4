"""What is built only once a reader unfolds it: most tables beside a picture are never asked for."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def unfolded(label: str, name: str) -> DeltaGenerator | None:
    """A heading to unfold; what belongs under it is built and sent only while it is open.

    Args:
        name: tells this heading from the others of its page; while it stays the same, so does what was unfolded.

    Returns: the container to fill, None while it is folded.
    """
    fold = st.expander(label, key=f"fold_{name}", on_change="rerun")
    return fold if fold.open else None
