"""Names of what is counted: the words that lead in to a name, bind it to its number, or make it too general."""

import re
from functools import cache

from etl.documents import lexicons

# Names that begin as a word that leads in does.
_KEEPS = re.compile(
    r"(?:全国|全省|全市|全县|全区|全州|全球|世界)(?:排|位|第|居|列|前)|每[十百千万亿]|在用|在建|在册|在岗|在校|本地|本土|本科|对标|对外|以上|有效|有机|以质|可靠|可再生"
    r"|可追溯|能耗|能源|能效|和谐|可持续|各类|全部|全员|全面质量|共性|共享|公共|重点|集中|优化|为企业|目标|由企业"
)
_GENERAL = re.compile(
    r"(?:总体|平均|抽检|抽查|检验|监测|产品|批次|综合|样品|其|整体|实物质量)?"
    r"(?:合格率|不合格率|覆盖率|达标率|满意度|得分|指数|排名|位次|名次|占比|比重|金额|总额|总量|总数|数量|增速|增幅|(?:惠及|服务|支持|涉及|走访|带动)企业|(?:涉及)?获证组织|涉案金额|货值|罚没款|罚没金额)$"
    r"|在?(?:全国|全省|全市|全县|省内|国内|世界|全球)(?:排名|排第|排|位居|位列|居)?第?$"
    r"|(?:国家级|省级|市级|县级)$|排名|位居|位列|居|列|排|同比|比上年|较上年|其中"
)


# No name of anything is longer; what stands further before a number does not name it.
_LONGEST = 240


@cache
def _lead() -> re.Pattern[str]:
    plain = lexicons.written("verbs", "basis", "none")
    cues, yearly = lexicons.written("cues"), lexicons.written("basis_words", "basis", "annual")
    plans = r"“?十[一二三四五]五”?(?:规划)?(?:期间|时期|末|以来)?"
    years = r"(?:截[至止]到?|到|至)?(?:(?:19|20)\d\d|\*)年(?:度|底|末|初|前)*(?:\d{1,2}月)?(?:底|末)?(?:以来|起)?"
    since = rf"(?:比|较|与|同)(?:上年|去年|前年|(?:19|20)\d\d年|{plans})(?:同期|末|底)?(?:相比)?"
    tells = r"《[^》]*》(?:又|还|同时)?(?:提出|明确|指出|要求|规定|强调|显示)"
    marks = r"[,、;:。()\s*·—-]+|[一二三四五六七八九十]+(?:是|要)(?=\S)|\d{1,2}[.、](?!\d)"
    return re.compile(
        rf"(?:{since}|连续[一二三四五六七八九十\d]+年|{tells}|{years}|{plans}|近年来|今年(?:以来)?|去年|上年|{cues}|{yearly}|{plain}|{marks}|均|都|分别)"
    )


def strip_lead(text: str) -> tuple[str, str]:
    """The name in a clause, and the words that lead in to it: (有效注册商标量, 到2025年,力争)."""
    place = 0
    while place < len(text) and not _KEEPS.match(text, place):
        match = _lead().match(text, place)
        if match is None or match.end() == place:
            break
        place = match.end()
    return text[place:], text[:place]


@cache
def _tail() -> re.Pattern[str]:
    bounds = lexicons.written("comparators", "side", "before")
    since = r"[比较](?:上年|去年|(?:19|20)\d\d年)(?:末|底)?"
    return re.compile(
        rf"(?:{bounds}|{since}|[超逾]|已?累计已?|总共|一共|(?<!平)均|都|分别|也|已经?|将|各|整体|全部|进一步|力争|确保|[,、;:(\s]|数量为"
        r"|[由从]\d*年?的?|其中|约|的比例为|占比为|要|须|在)+$"
    )


def without_tail(name: str) -> str:
    """A name without the words that bind it to its number: 参加培训累计达到 names 参加培训."""
    return _tail().sub("", name)


def named(text: str) -> tuple[str, str]:
    """The name in a clause without what leads in and what binds it, and the words that lead in."""
    name, lead = strip_lead(text[-_LONGEST:])
    return without_tail(name), lead


@cache
def _verb_at_end() -> re.Pattern[str]:
    verbs = (
        lexicons.written("verbs", "basis", "new"),
        lexicons.written("verbs", "basis", "stock"),
        lexicons.written("basis_words", "basis", "new"),
        "在|对|为|向|至|给|于|由|超过|推动|全国|全省|全市|了|的",
    )
    return re.compile(rf"(?:{'|'.join(verbs)})(?:了|出|到|起|约)?$")


def ends_with_verb(name: str) -> bool:
    """Whether words end in a verb that wants its object: 引导企业制定."""
    return bool(_verb_at_end().search(name))


@cache
def _verbs_alone() -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicons.written('verbs')}|{lexicons.written('basis_words')}|[、和并了及])+$")


def verb_only(name: str) -> bool:
    """Whether words are verbs and nothing else: 高水平建成, 培育认定."""
    return bool(_verbs_alone().match(name))


@cache
def _measure() -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicons.written('measure_nouns')})(?:\([^()]*\))?$")


def measure_at_end(name: str) -> str:
    """The last syllables that make a name an indicator's (率 of 合格率); empty where it does not end so."""
    match = _measure().search(name)
    return match[0] if match else ""


def is_general(name: str) -> bool:
    """Whether a name needs the one before it: 合格率, 全省排名."""
    return bool(_GENERAL.match(name)) or len(name) <= 1
