"""Why a document could not be read, told so that its owner can act."""

# English is the key; etl/locale/zh.po holds the Chinese.
MESSAGES = {
    "missing": "there is no such file",
    "empty": "the file is empty (0 bytes)",
    "too_large": "the file is larger than 20 MB; split it, or save its text alone",
    "too_long": "the text has more than 2,000,000 characters; split it into parts",
    "too_slow": "reading took more than 60 seconds and was stopped; save the document as plain text",
    "too_many_pages": "the document has more than 1,000 pages; split it into parts",
    "binary": "this is not a text, HTML, DOCX or PDF file",
    "encoding": "the characters cannot be read as UTF-8, GB18030 or Big5; save the file as UTF-8",
    "encrypted_pdf": "the PDF is locked with a password; save a copy without it",
    "scanned_pdf": "the PDF has no text layer (a scan?); run character recognition first",
    "damaged_pdf": "the PDF cannot be opened; it is damaged or incomplete",
    "not_docx": "the file is named .docx but holds no Word document (a ZIP archive of something else?)",
    "damaged_docx": "the Word document cannot be opened; save it again as .docx",
    "old_word": "old Word files (.doc) are not read; save it as .docx",
    "entities": "the file declares XML entities, which are refused for safety; save it again from the word processor",
    "bomb": "the file unpacks to more than 200 MB, which is refused for safety",
    "no_text": "the file holds no readable text",
}

# Not faults: the document was read, and this is what must be said of it.
NOTICES = {
    "no_statement": "No quantified statement was found in this document.",
    "not_chinese": "The text is not in Chinese; statements are found in Chinese texts only.",
}


class UnreadableDocument(Exception):
    """A document that cannot be read: ``name`` of the file, ``code`` of the reason (a key of ``MESSAGES``)."""

    def __init__(self, name: str, code: str):
        super().__init__(f"{name}: {MESSAGES[code]}")
        self.name = name
        self.code = code
