"""Addresses of the HTTP API that answer the rows of a view, for programs and for spreadsheets."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from ui.exhibits import Choice
from ui.frame import View

_PREFIX = "/api/v1"
# Filters that the records of each kind take under the names that the page gives them.
_FILTERS = {
    "targets": ("region", "indicator", "theme", "level", "from", "to", "quality", "state"),
    "observations": ("region", "indicator", "theme", "level", "from", "to", "quality"),
}
_KINDS = {"target": "targets", "actual": "observations"}


def addresses(release_id: str, asked: Mapping[str, Choice]) -> dict[str, str]:
    """Records that the choices ask for, ``targets`` or ``observations``, to the address that answers them as CSV.

    A state is something that only targets have, so choices with one ask for targets alone.
    """
    records = [_KINDS[asked["kind"]]] if asked.get("kind") else list(_FILTERS)
    if asked.get("state"):
        records = [name for name in records if name == "targets"]
    return {name: _address(name, release_id, asked) for name in records}


def _address(records: str, release_id: str, asked: Mapping[str, Choice]) -> str:
    given = {name: asked[name] for name in _FILTERS[records] if asked.get(name)}
    written = {name: ",".join(value) if isinstance(value, list) else value for name, value in given.items()}
    return f"{_PREFIX}/{records}?" + urlencode(written | {"release": release_id, "format": "csv"}, safe=",")


def show_addresses(view: View, asked: Mapping[str, Choice]) -> None:
    """The addresses in words, to be followed or copied."""
    _ = view.words
    names = {"targets": _("Targets"), "observations": _("Published figures")}
    found = addresses(view.release_id, asked)
    for records, address in found.items():
        st.markdown(f"{names[records]}: [{_('open as CSV')}]({address})")
        st.code(address, language=None, wrap_lines=True)
    told = _(
        "All rows, not only those of this page, from release {release}: several regions or indicators are separated by"
        " commas; “format” may be json, csv or parquet; “limit” cuts the answer into parts."
    ).format(release=view.release_id)
    if asked.get("search"):
        told += " " + _("The text to search for is not part of the address: these rows answer to the other filters.")
    st.caption(told)
    st.markdown(f"[{_('Description of the whole API')}]({_PREFIX}/)")
