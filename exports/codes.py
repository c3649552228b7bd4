"""The codes of a release and their English words; the interface translates them, and files tell them."""

STATES = {
    "met": "Met",
    "missed": "Missed",
    "on_track": "On track",
    "accelerate": "Must speed up",
    "limited": "Hardly moving",
    "moving_away": "Moving away",
    "one_point": "One figure: no pace",
    "uncertain": "Uncertain",
    "not_reported": "Due, not reported",
    "pending": "Not yet due",
    "unable": "Figures not usable",
    "not_quantified": "No number in the text",
}

REASONS = {
    "met_at_due": "The figure of the due year reaches the target.",
    "met_before_due": "The stock had reached the target before the due year; no figure of the due year is known.",
    "met_early": "The latest figure already reaches the target, before the due year.",
    "met_without_due_year": "The latest figure reaches the target; the text names no due year.",
    "met_late": "The due year's figure misses the target; a later year reaches it.",
    "met_before_and_lost": "The target was reached in an earlier year and lost by the due year.",
    "missed_at_due": "The figure of the due year does not reach the target.",
    "sources_disagree": "Documents state different figures for the due year; the preferred one decides here.",
    "interval_straddles_target": "The published figure is an interval, and the target lies inside it.",
    "doubtful_figure": "The figure that would decide is marked doubtful; read its note.",
    "interval_changes_pace": "The published figure is an interval, and the pace changes inside it.",
    "only_inside_due_year": (
        "There is only a figure from inside the due year, which cannot say that the target was missed."
    ),
    "only_earlier_figure": "The due year is over; only earlier years have a figure.",
    "only_later_figure": "The due year has no figure; a later year has one.",
    "no_figure_published": "The due year is over and no figure has been found.",
    "not_yet_due": "The due year is still to come and no figure has been found.",
    "no_due_year_no_figure": "The text names no due year and no figure has been found.",
    "undated": "There are figures, but their documents do not date them.",
    "part_year_only": "There are only figures for part of a year, which do not stand for the year.",
    "observation_in_other_definition": "There are only figures in another definition, which are not used.",
    "no_pace_for_this_form": "Not reached yet; commitments of this form have no pace.",
    "no_due_year": "Not reached yet; without a due year there is no pace.",
    "only_base": "The only figure is the starting one: no pace.",
    "no_base": "There is no figure from before the plan to start from: no pace.",
    "base_equals_target": "The starting figure equals the target: judged as one to be kept.",
    "met_at_base_lost_since": "The target was already reached at the start and has been lost since.",
    "pace_of_growth": "Judged by observed growth over required growth.",
    "base_zero_linear_only": "The starting figure is zero, so growth is undefined: judged by yearly change.",
    "sign_change_linear_only": "The sign changes, so growth is undefined: judged by yearly change.",
    "linear_only": "Growth is undefined here: judged by yearly change.",
    "kept_and_not_falling": "Above the line and not falling.",
    "kept_but_falling": "Above the line but falling.",
    "kept_one_year_known": "Above the line; only one year is known.",
    "not_kept_but_rising": "Below the line but rising.",
    "not_kept_and_falling": "Below the line and not rising.",
    "not_kept_one_year_known": "Below the line; only one year is known.",
    "no_first_year": "The text does not say from which year the sum runs.",
    "every_year_met": "Every year reaches the yearly target.",
    "every_known_year_met": "Every year that has a figure reaches the yearly target.",
    "some_years_not_met": "At least one year does not reach the yearly target.",
    "flow_years_incomplete": "Some years of the sum have no figure.",
    "pro_rata": "Judged by the sum so far against the share of the plan period that is over.",
    "beyond_reference": "Beyond the figure that the text names as yardstick.",
    "behind_reference": "Behind the figure that the text names as yardstick.",
    "reference_not_reported": "The figure that the text names as yardstick has not been published.",
    "no_number_in_text": "The text sets no number.",
    "last_and_mean_change_right": "The last change and the mean change go the promised way.",
    "last_and_mean_change_wrong": "The last change and the mean change do not go the promised way.",
    "last_and_mean_change_differ": "The last change and the mean change go different ways.",
    "describes_programme": "Describes the programme; not judged.",
    "no_rule_applies": "No rule applies to these inputs.",
}

FORMS = {
    "level": "reach a level",
    "keep": "keep a level",
    "annual": "so much every year",
    "new": "so much more over the period",
    "cumulative": "so much in total",
    "range": "reach a range",
    "direction": "a direction",
    "rank": "reach a rank",
    "yes_no": "all or none",
    "count": "describes the programme",
}

THEMES = {
    "pass_rates": "Pass rates",
    "trademarks": "Trademarks",
    "geographical_indications": "Geographical indications",
    "patents": "Patents",
    "certifications": "Certifications",
    "labs": "Laboratories",
    "standards": "Standards",
    "metrology": "Metrology",
    "brands": "Brands",
    "governance": "Quality governance",
    "service_quality": "Service quality",
    "engineering": "Engineering quality",
    "enforcement": "Enforcement",
    "infrastructure_services": "Quality infrastructure services",
    "innovation": "Innovation",
    "industry": "Industry",
    "talent": "Talent",
    "programme": "Programme",
    "context": "Context",
}

COMPARATORS = {
    ">=": "at least",
    ">": "more than",
    "<=": "at most",
    "<": "less than",
    "=": "exactly",
    "~": "about",
}

LEVELS = {"country": "Nation", "province": "Provinces", "prefecture": "Cities", "county": "Counties"}

BASES = {
    "share": "a share or a rate",
    "score": "a score",
    "rank": "a rank",
    "stock": "a stock: how many there are on a day",
    "cumulative": "a running total since the beginning",
    "new": "a flow: how many came new in the period",
    "annual": "a flow: how many in the year",
    "amount": "an amount",
}

DIRECTIONS = {"higher": "more is better", "lower": "less is better", "neutral": "neither more nor less is better"}

QUALITIES = {
    "a": "official and precise",
    "b": "usable with its note",
    "c": "doubtful: read the note first",
}

REACHES = {
    "official": "official address",
    "press": "press address",
    "copy": "read on a copy; cite the publisher",
    "no_address": "no address known",
    "seed": "text held with the collection",
}
