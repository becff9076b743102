"""How much a text looks like Korean, Chinese or Japanese as people write it: garbling shows as rare characters."""

import re
from functools import lru_cache

# The commonest characters of running news text, by our own count of what the desk reads every day.
_HANGUL = (
    "이다는의에을가고한지로하도자기사대를들은에서인전어일시그수나정보해으있아것리부라상제과공장동주"
    "미중국성게비세적원연조업안화구여스소만월년위경결산관방요신무술체더할내된개했모발계분삼회합서"
    "금용권표현교선반도진외통단치민당트오실진말두던려따르양우행유물급면강마저러간최점차생본등데히"
    "격및후와남북김박법난심령입접음품투출확운직편터량받건략근너네지출망향임심준특각새됐됩될니까습"
)
_HAN = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    "行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由"
    "其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问"
    "意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图"
    "山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海"
    "口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至"
    "达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低"
    "持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值"
    "号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁"
    "韩朝鲜芯片半导体星星贸易制裁中美日台湾社记者表示认为星期企业投资出口管制"
    "這為個國時來們對會發動過說產種後學經進著電裡兩體機當點從業應開還與關現實線內數氣無條沒結義間樣"
    "長問題見計別將組區強據隊給門領東導壓濟階術極聯認權證轉單風場車務萬達議聲報類離華確張馬話況傳"
    "許廣記觀織裝書復際驗連斷難約團歷構稱準號維劃選標寫親層專狀識適屬圓滿縣參紅細該鐵韓灣貿晶圓"
    "円国会社日本経済米中韓半導体製造関係発表年月日者首相政府"
)
FREQUENT = frozenset(_HANGUL) | frozenset(_HAN)

_EAST_ASIAN = re.compile("[぀-ヿ㐀-䶿一-鿿가-힯豈-﫿]+")
_KANA = re.compile("[぀-ヿ]")
_JUNK = re.compile("[\x80-\x9f\ue000-\uf8ff\ufffd｡-ﾟ]")  # C1, private use, replacement, half-width katakana
_LOOKED_AT = 200_000  # characters of a document
_MOSTLY = 4_000, 16_000  # of these characters, where the sample is nearly always whole
_SAMPLE = 2_000  # East Asian characters judged; more say nothing new


@lru_cache(maxsize=1)  # one document is judged several times over
def _sample(text: str) -> str:
    if text.isascii():
        return ""
    for looked_at in (*_MOSTLY, _LOOKED_AT):  # most documents have it within their first entries
        found = "".join(_EAST_ASIAN.findall(text, 0, looked_at))
        if len(found) >= _SAMPLE or len(text) <= looked_at:
            break
    return found[:_SAMPLE]


def east_asian(text: str) -> int:
    """How many characters of a sample are Hangul, Han or kana."""
    return len(_sample(text))


@lru_cache(maxsize=1)  # one document is judged several times over
def familiarity(text: str, *, kana: bool = True) -> float:
    """The share of common characters among the East Asian ones, less what no outlet writes; 0 without any.

    Over our own samples running text scores 0.5 and more, garbled text mostly below 0.2 and never above 0.4.

    Args:
        text: to be judged; a sample of it is looked at.
        kana: whether kana may be expected, as in Japanese; without, they count as rare.
    """
    found = _sample(text)
    junk = min(len(_JUNK.findall(text[:_LOOKED_AT])), _SAMPLE)
    if not found:
        return -1.0 if junk else 0.0
    common = sum(map(FREQUENT.__contains__, found))
    kanas = len(_KANA.findall(found)) if kana else 0
    return (common + 0.5 * kanas - 2 * junk) / len(found)
