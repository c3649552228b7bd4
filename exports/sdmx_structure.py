"""The data structures of the figures as an SDMX-ML 3.0 structure message: code lists, concepts, two dataflows."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from exports import sdmx
from exports.sdmx import Component

MIME = "application/vnd.sdmx.structure+xml; version=3.0.0"
_ROOT = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/"
_MESSAGE, _STRUCTURE, _COMMON = (f"{{{_ROOT}{part}}}" for part in ("message", "structure", "common"))
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_URN = "urn:sdmx:org.sdmx.infomodel"
_CONCEPTS = "CS_QUALITY"
_DATAFLOW_NAMES = {
    sdmx.DATED: "Targets and published figures of Chinese regional quality programmes",
    sdmx.UNDATED: "Targets and published figures whose documents do not date them",
}

# Language to text; English first, for programs that take the first.
Names = Mapping[str, str]


@dataclass(frozen=True)
class Code:
    """An entry of a code list: its id and its names.

    The region above a region is not told here: the schema takes no id that begins with a digit as a parent.
    """

    id: str
    names: Names


def to_bytes(
    codelists: Mapping[str, Sequence[Code]], words: Mapping[str, Callable[[str], str]], built: datetime
) -> bytes:
    """The structure message.

    Args:
        codelists: every code list that ``sdmx.COMPONENTS`` names, by its id.
        words: language to what translates English text into it, for the names of concepts and lists.
        built: when the release was built; the message is the same whenever it is written.

    Raises:
        KeyError: a code list or a word that is missing.
    """
    for prefix, namespace in (("mes", _MESSAGE), ("str", _STRUCTURE), ("com", _COMMON)):
        ElementTree.register_namespace(prefix, namespace.strip("{}"))
    message = ElementTree.Element(f"{_MESSAGE}Structure")
    header = ElementTree.SubElement(message, f"{_MESSAGE}Header")
    for name, text in (("ID", f"{sdmx.AGENCY}_{built:%Y%m%d%H%M%S}"), ("Test", "false")):
        ElementTree.SubElement(header, f"{_MESSAGE}{name}").text = text
    ElementTree.SubElement(header, f"{_MESSAGE}Prepared").text = f"{built:%Y-%m-%dT%H:%M:%S}Z"
    ElementTree.SubElement(header, f"{_MESSAGE}Sender", id=sdmx.AGENCY)
    structures = ElementTree.SubElement(message, f"{_MESSAGE}Structures")
    _add_dataflows(structures, words)
    _add_codelists(structures, codelists, words)
    _add_concepts(structures, words)
    _add_data_structures(structures, words)
    ElementTree.indent(message)
    return ElementTree.tostring(message, encoding="utf-8", xml_declaration=True)


def names(text: str, words: Mapping[str, Callable[[str], str]]) -> Names:
    """An English text in every language, English first."""
    return {"en": text} | {lang: told(text) for lang, told in words.items() if lang != "en"}


def dataflow_names() -> tuple[str, ...]:
    """English names that need a translation beside those of the components."""
    return tuple(_DATAFLOW_NAMES.values())


def _add_dataflows(structures: ElementTree.Element, words: Mapping[str, Callable[[str], str]]) -> None:
    flows = ElementTree.SubElement(structures, f"{_STRUCTURE}Dataflows")
    for flow, told in _DATAFLOW_NAMES.items():
        element = _maintained(flows, "Dataflow", flow, names(told, words))
        urn = f"{_URN}.datastructure.DataStructure={sdmx.structure_id(flow)}"
        ElementTree.SubElement(element, f"{_STRUCTURE}Structure").text = urn


def _add_codelists(
    structures: ElementTree.Element,
    codelists: Mapping[str, Sequence[Code]],
    words: Mapping[str, Callable[[str], str]],
) -> None:
    lists = ElementTree.SubElement(structures, f"{_STRUCTURE}Codelists")
    # One heading a list: the first component that uses it.
    used = {part.codelist: part.heading for part in reversed(sdmx.COMPONENTS) if part.codelist}
    for identifier, heading in sorted(used.items()):
        element = _maintained(lists, "Codelist", identifier, names(heading, words), isPartial="false")
        for code in codelists[identifier]:
            entry = ElementTree.SubElement(element, f"{_STRUCTURE}Code", id=code.id)
            _name(entry, code.names)


def _add_concepts(structures: ElementTree.Element, words: Mapping[str, Callable[[str], str]]) -> None:
    schemes = ElementTree.SubElement(structures, f"{_STRUCTURE}ConceptSchemes")
    heading = _DATAFLOW_NAMES[sdmx.DATED]
    scheme = _maintained(schemes, "ConceptScheme", _CONCEPTS, names(heading, words), isPartial="false")
    for part in sdmx.COMPONENTS:
        concept = ElementTree.SubElement(scheme, f"{_STRUCTURE}Concept", id=part.id)
        _name(concept, names(part.heading, words))
        _representation(concept, part, "CoreRepresentation")


def _add_data_structures(structures: ElementTree.Element, words: Mapping[str, Callable[[str], str]]) -> None:
    listed = ElementTree.SubElement(structures, f"{_STRUCTURE}DataStructures")
    for flow, told in _DATAFLOW_NAMES.items():
        element = _maintained(listed, "DataStructure", flow, names(told, words))
        parts = ElementTree.SubElement(element, f"{_STRUCTURE}DataStructureComponents")
        dimensions, attributes, measures = (
            ElementTree.SubElement(parts, f"{_STRUCTURE}{kind}List") for kind in ("Dimension", "Attribute", "Measure")
        )
        position = 0
        for part in sdmx.components(flow):
            if part.id == "TIME_PERIOD":
                _component(dimensions, "TimeDimension", part)
            elif part.role == sdmx.DIMENSION:
                position += 1
                _component(dimensions, "Dimension", part, position=str(position))
            elif part.role == sdmx.MEASURE:
                # A commitment may set no number.
                _component(measures, "Measure", part, usage="optional")
            else:
                attribute = _component(attributes, "Attribute", part, usage="optional")
                relation = ElementTree.SubElement(attribute, f"{_STRUCTURE}AttributeRelationship")
                ElementTree.SubElement(relation, f"{_STRUCTURE}Observation")
        # The time dimension stands last, wherever it stands among the columns.
        time = dimensions.find(f"{_STRUCTURE}TimeDimension")
        if time is not None:
            dimensions.remove(time)
            dimensions.append(time)


def _maintained(
    parent: ElementTree.Element, kind: str, identifier: str, told: Names, **more: str
) -> ElementTree.Element:
    element = ElementTree.SubElement(
        parent,
        f"{_STRUCTURE}{kind}",
        id=identifier,
        version=sdmx.VERSION,
        isExternalReference="false",
        agencyID=sdmx.AGENCY,
        **more,
    )
    _name(element, told)
    return element


def _name(element: ElementTree.Element, told: Names) -> None:
    for lang, text in told.items():
        ElementTree.SubElement(element, f"{_COMMON}Name", {_XML_LANG: lang}).text = text


def _component(parent: ElementTree.Element, kind: str, part: Component, **more: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, f"{_STRUCTURE}{kind}", id=part.id, **more)
    urn = f"{_URN}.conceptscheme.Concept={sdmx.structure_id(_CONCEPTS)}.{part.id}"
    ElementTree.SubElement(element, f"{_STRUCTURE}ConceptIdentity").text = urn
    _representation(element, part, "LocalRepresentation")
    return element


def _representation(parent: ElementTree.Element, part: Component, kind: str) -> None:
    element = ElementTree.SubElement(parent, f"{_STRUCTURE}{kind}")
    if part.codelist:
        urn = f"{_URN}.codelist.Codelist={sdmx.structure_id(part.codelist)}"
        ElementTree.SubElement(element, f"{_STRUCTURE}Enumeration").text = urn
    else:
        ElementTree.SubElement(element, f"{_STRUCTURE}TextFormat", textType=part.text_type)
