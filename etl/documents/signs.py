"""Signs of a sentence: numbers, units, comparators, dates and cue words, found by the word lists of ``lexicons/``.

A sign can depend on the one before it: 家 is a unit only behind a number, 以上 a bound only behind a quantity.
"""

import re
from collections.abc import Iterator
from functools import cache

from lark import Token
from lark.lexer import Lexer

from etl.documents import lexicons

# 一 alone is "a", 百 千 万 alone are part of words; both are numbers only in company.
_DIGITS = "〇零一二三四五六七八九两"
_PLACES = "十百千万亿"
ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_SCOPES = ("全国", "全省", "全市", "全县", "全区", "省内", "国内", "世界", "全球", "位列", "位居", "稳居", "跻身",
           "进入", "排名", "名列", "中部", "西部", "东部", "*市", "列", "居", "排", "州", "盟")  # fmt: skip


_ASSESSMENTS = ("考核", "考评", "评估", "评议", "测评")


def _behind(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(f"(?<={re.escape(word)})" for word in words) + ")"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """What can stand anywhere, and what right behind a figure, a unit, a bound, a rank's number, a range's sign."""
    written = lexicons.written
    unit = rf"(?P<UNIT>(?:{written('units')})(?:/[百千万]?(?:{written('units')}))?)"
    approximate = rf"(?P<APPROXIMATE>{written('comparators', 'side', 'approximate')})"
    after = rf"(?P<AFTER>(?:\(含[^()\n]{{1,8}}\))?\(?(?:{written('comparators', 'side', 'after')})\)?)"
    end = rf"(?:{ARABIC}|[{_DIGITS}十]+)(?:{approximate_plain()})?[{_PLACES}]*(?:{written('units')})"
    reach = rf"(?P<RANGE>(?:[-~至到]|--)(?={end}))"
    numeral = (
        rf"(?<![第每几数{_DIGITS}{_PLACES}])(?:"
        rf"[二三四五六七八九两]|十|[{_DIGITS}十][{_DIGITS}{_PLACES}]{{1,12}}|(?:(?<=[近上逾超约])|(?<=接近))[百千万亿]+)"
        rf"(?=(?:{approximate_plain()})?(?:{written('units')}))"
    )
    # No run is longer than any that means something, so that a text made to be slow is not.
    masks = "|".join(f"(?:{row['pattern'].replace(']+', ']{1,20}')})" for row in lexicons.rows("masks"))
    year = r"(?:(?:19|20)\d\d|二[〇零]一?[一二三四五六七八九〇零十]{1,2})年"
    dates = "|".join(
        (
            rf"(?:截[至止]到?|到|至)?{year}?(?:19|20)?\d?\d?[-至到](?:19|20)\d\d年(?:间|期间)?(?=\D)",
            r"(?:19|20)\d\d年?[-至到](?:19|20)\d\d年?(?:间|期间)?(?!\d)",
            rf"(?:截[至止]到?|到|至)?{year}(?:度|初|全年)?(?:(?:年)?(?:底|末)前?|前)?(?:\d{{1,2}}月(?:\d{{1,2}}日|底|末|份)?)?(?:以来|起|前)?",
            r"(?:截[至止]到?|到|至)?\*年(?:底|末)?(?:以来)?",
            r"(?:到|至)?“?十[一二三四五]五”?(?:规划)?(?:期末|期间|时期|末|以来|收官之年|开局)?",
            r"截[至止]到?(?:目前|当前|日前|现在)|目前|至今|迄今|当前",
            r"(?:截[至止]到?)?(?:今年|去年|上年|当年|本年度?|明年|前年|过去一年)(?:底|末|初)?(?:以来|起)?",
            r"近年来|(?:到|至)年底|年底前?",
            r"(?:到|至)?规划期(?:内|末|间)?",
        )
    )
    tier = f"(?:{written('tiers')})"
    grade = rf"(?:全省|全国|全市|国家|省级|省|年度|该项考核|考核|评价)?(?:{written('grades')})"
    first = "首位|榜首"
    anywhere = [
        rf"(?P<DATE>{dates})",
        r"(?P<NAMED>《[^》\n]{1,80}》)",
        r"(?P<QUOTED>“[^”\n]{1,16}”)",
        r"(?P<ASIDE>\((?:[^()\d\n]{1,14}|\*[^()\n]{1,10})\))",
        rf"(?P<BENCHMARK>(?:{written('benchmarks')})(?:同期)?(?:国家|全国|全省|省|全市|市|行业|世界|国际|同类|东部|中部|西部)(?:和(?:省|市))?(?:规定|下达)?(?:的)?(?:总体)?(?:平均水平|平均值|平均(?!\w*\d)|规定要求|目标要求|要求|标准|水平|先进水平|下达目标|目标))",
        rf"(?P<TIER>(?:进入|跨入|跻身|稳居|位居|居于?|走在|处于|保持|迈入|位列|列入|挺进|排在)(?:全国|全省|全市|\*市|世界|全球|国内|国际|中部|西部|东部|同类)[^,。;、\d]{{0,6}}?{tier})",
        rf"(?P<GRADE>(?:(?:{written('grade_verbs')})了?|{_behind(_ASSESSMENTS)}){grade}(?=[,。;、)\n]|$|的?(?:好|优异)?(?:成绩|评价|评定|称号)))",
        rf"(?P<FIRST>(?:位居|稳居|跃居|位列|居于?|列)(?:全国|全省|全市|全县|世界|全球|国内|省内|中部|西部)(?:[^,。;、\d]{{0,4}}?)(?:{first}))",
        rf"(?P<ABSENCE>{written('absence')})",
        rf"(?P<ORDINAL>第(?=(?:\d+|[一二三四五六七八九十百]+)(?:名|位)(?!次|置|数|居))|{_behind(_SCOPES)}第(?=(?:\d+|[一二三四五六七八九十]+)(?!方阵|梯队|批|季|次|个|条|章|项|届|期|产业|大|家|类|\d)))",
        rf"(?P<TOP>{_behind(_SCOPES)}前(?=(?:\d+|[二三四五六七八九十]+)(?!季度|个月|年|批|期|项|月|次|天|\d)))",
        rf"(?P<PERCENTAGE>百分之[{_DIGITS}十百]+(?:点[{_DIGITS}]+)?"
        r"|(?<![百千万一二三四五六七八九十])[二三四五六七八九十]分之[一二两三四五六七八九]"
        r"|(?:一半|(?<!前|后|下|上)半数)(?=以上|左右|,|。|;|、|的|$))",
        r"(?P<DOUBLED>(?:实现)?翻(?:了)?[一两二三]?番)",
        rf"(?P<TENTHS>(?<![一二三四五六七八九十])[{_DIGITS}]成(?:[{_DIGITS}])?(?=以上|左右|,|。|的|;|、|多|\)))",
        rf"(?P<MASK>{masks})",
        rf"(?P<BEFORE>(?:{written('comparators', 'side', 'before')})了?)",
        rf"(?P<GROWTH>(?:{written('growth_words')})了?)",
        rf"(?P<BASIS>{written('basis_words')})",
        r"(?P<SHARED>均|都(?!市|江|匀)|分别|各(?=\d))",
        rf"(?P<CUE>{written('cues')})",
        rf"(?P<NUMBER>{ARABIC})",
        rf"(?P<NUMERAL>{numeral})",
        r"(?P<STOP>[。!?\n])",
        r"(?P<COMMA>[,;])",
        r"(?P<LISTED>、)",
        r"(?P<OPEN>\()",
        r"(?P<CLOSE>\))",
        r"(?P<COLON>:)",
    ]
    scale = rf"(?P<SCALE>[{_PLACES}]+)"
    return {
        "anywhere": re.compile("|".join(anywhere)),
        "figure": re.compile("|".join((approximate, scale, unit, reach, after))),
        "unit": re.compile("|".join((reach, after, approximate))),
        "bound": re.compile(after),
        "number": re.compile(rf"(?P<NUMBER>{ARABIC})|(?P<NUMERAL>[{_DIGITS}{_PLACES}]+)"),
        "place": re.compile(rf"(?P<PLACE>名(?!牌|录|单|优)|位(?!次|居|列))|{after}"),
    }


def approximate_plain() -> str:
    """余, 多 ... as an expression without a name."""
    return lexicons.written("comparators", "side", "approximate")


# What a sign leads to: the name of the table of signs that may stand right behind it.
_LEADS_TO = {
    "NUMBER": "figure", "NUMERAL": "figure", "PERCENTAGE": "figure", "TENTHS": "figure", "SCALE": "figure",
    "UNIT": "unit", "AFTER": "bound", "RANGE": "number", "ORDINAL": "number", "TOP": "number", "PLACE": "place",
}  # fmt: skip


class SignLexer(Lexer):
    """Lexer of ``statement.lark``: what a sign is depends on the signs right before it."""

    def __init__(self, _configuration: object):
        self.patterns = _patterns()

    def lex(self, text: str) -> Iterator[Token]:
        """Tokens of a folded text, in order and without gaps; ``start_pos`` and ``end_pos`` are places in it."""
        place, table, in_rank, ranged = 0, "", False, False
        anywhere = self.patterns["anywhere"]
        while place < len(text):
            match = self.patterns[table].match(text, place) if table else None
            if match is not None and match.lastgroup == "RANGE" and ranged:
                match = None
            if match is None:
                in_rank = ranged = False
                match = anywhere.search(text, place)
                if match is None:
                    yield Token("TEXT", text[place:], start_pos=place, end_pos=len(text))
                    return
                if match.start() > place:
                    yield Token("TEXT", text[place : match.start()], start_pos=place, end_pos=match.start())
            kind, place = match.lastgroup, match.end()
            in_rank = in_rank or kind in ("ORDINAL", "TOP")
            ranged = ranged or kind == "RANGE"
            if kind != "APPROXIMATE":
                table = _LEADS_TO.get(kind, "")
            if in_rank and table in ("figure", "place"):
                table = "place" if table == "figure" else "bound"
            yield Token(kind, match[0], start_pos=match.start(), end_pos=place)
