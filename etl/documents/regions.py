"""Which region a text, and a statement in it, speaks of."""

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import paths

_ENDINGS = re.compile(
    r"(?:省|市|县|区|自治州|自治区|特别行政区|地区|盟|壮族自治区|回族自治区|维吾尔自治区|土家族苗族自治州)$"
)


class Regions:
    """Regions of the package, by their names long (湖北省) and short (湖北)."""

    def __init__(self, rows: list[dict[str, str]]):
        self.level = {row["region_code"]: row["level"] for row in rows}
        self.name = {row["region_code"]: row["name_zh"] for row in rows}
        self.code: dict[str, str] = {}
        for row in rows:
            short = _ENDINGS.sub(
                "",
                re.sub(
                    r"(?:壮族|回族|维吾尔|土家族苗族|藏族|彝族|布依族苗族|苗族侗族|白族|傣族景颇族|哈尼族彝族|朝鲜族|蒙古族|羌族|傈僳族)+自治[区州]$",
                    "",
                    row["name_zh"],
                ),
            )
            self.code[row["name_zh"]] = row["region_code"]
            if len(short) >= 2 and row["level"] in ("province", "prefecture", "municipality", "city"):
                self.code.setdefault(short, row["region_code"])
        self.code["我国"] = self.code["全国"] = "100000" if "100000" in self.level else ""
        names = sorted((name for name in self.code if name != "中国"), key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, names)))

    def of_document(self, title: str, text: str) -> str:
        """Code of the region that a document is about: named in its title, else the one its text names most; or ''."""
        for part, least in ((title, 1), (text[:1500], 2), (text, 3)):
            named = Counter(code for code in self._codes(part) if code and code != "100000")
            if not named:
                continue
            most = max(named.values())
            if most < least:
                continue
            # 贵州省铜仁市 is about the city: of the often named, the smallest.
            often = [code for code, count in named.items() if count * 2 >= most]
            return max(often, key=lambda code: (self._depth(code), named[code], code))
        return ""

    def of_statement(self, subject: str, of_document: str) -> str:
        """The region that a statement names at its head (全国, 武汉市), else the document's."""
        match = self._pattern.match(re.sub(r"^[“《*\s]+", "", subject))
        if match is None or not self.code[match[0]]:
            return of_document
        after = subject[match.end() : match.end() + 2]
        # 湖北精品 and 全国重点链 are names of things, 全国排名 is a place among all.
        if match[0] in ("全国", "我国"):
            return of_document if match[0] == "全国" else "100000"
        return (
            self.code[match[0]]
            if match[0][-1] in "省市县区州" or after.startswith(("有效", "共", "拥有", "现有"))
            else of_document
        )

    def _codes(self, text: str) -> list[str]:
        return [self.code[match[0]] for match in self._pattern.finditer(text) if match[0] not in ("全国", "我国")]

    def _depth(self, code: str) -> int:
        return 0 if code.endswith("0000") else 1 if code.endswith("00") else 2


@cache
def load(data: Path = paths.DATA) -> Regions:
    """The regions of a data package."""
    with (data / "regions.csv").open(encoding="utf-8-sig", newline="") as stream:
        return Regions(list(csv.DictReader(stream)))
