"""How targets are judged, in the few sentences that a slide or a page of paper has room for."""

from ui.words import Words


def paragraphs(_: Words) -> list[str]:
    """The rules in short, one paragraph an entry; the whole method stands with the collection."""
    return [
        _("Every figure comes from a published document; its words and its place there are kept with it."),
        _("A target is judged by its own form: a level by the due year, an amount every year, a sum over time."),
        _("Before the due year: observed growth a year over required growth a year (Statistics Canada)."),
        _("R from 0.95: on track; from 0.60: must speed up; from 0: hardly moving; below 0: moving away."),
        _("“About”, “at least” and “more than” make an interval; where the verdict changes inside it: uncertain."),
        _("Due and not reported, not yet due, figures not usable, no number in the text: four kinds of not knowing."),
        _("A rate of targets met is always shown beside the rate of targets that can be judged at all."),
    ]
