"""What a concept is called in a gloss: its own name in each language, where its first form in print is not that.

A concept whose forms are several things, the suppliers of a country or the spokespersons of a ministry, is called by
what they have in common: one of them would be a false name for the others. Empty: it is not named at all. Terms are
bags of words ("talks" holds "warns" too) and are named only where they stand here.
"""

from collections.abc import Mapping
from types import MappingProxyType

from bot.desk.topics.concept import Concept

LANGUAGES = ("en", "ko", "zh-Hans", "zh-Hant")
_NAMELESS = frozenset({"term", "confusable"})
Names = tuple[str, str, str, str]  # in the order of LANGUAGES

NAMES: Mapping[str, Names] = MappingProxyType(
    {
        # countries and groups of them
        "visit-to-korea": ("visit to South Korea", "방한", "访韩", "訪韓"),
        "visit-to-china": ("visit to China", "방중", "访华", "訪華"),
        "china-and-korea": ("China and South Korea", "한중", "中韩", "中韓"),
        "two-koreas": ("the two Koreas", "한반도", "朝鲜半岛", "朝鮮半島"),
        "japan": ("Japan", "일본", "日本", "日本"),
        "elsewhere": ("", "", "", ""),
        "three-way": ("US, Japan and South Korea", "한미일", "美日韩", "美日韓"),
        "neighbours-three": ("China, Japan and South Korea", "한중일", "中日韩", "中日韓"),
        "china-korea-relations": ("China-South Korea relations", "한중 관계", "中韩关系", "中韓關係"),
        "korea-and-japan": ("South Korea and Japan", "한일", "韩日", "韓日"),
        "korea-japan-taiwan": ("South Korea, Japan and Taiwan", "한국·일본·대만", "韩日台", "韓日台"),
        "us-and-korea": ("US and South Korea", "한미", "韩美", "韓美"),
        "us-and-china": ("US and China", "미중", "中美", "美中"),
        "four-partners": ("US, South Korea, Japan and Taiwan", "한미일·대만", "美日韩台", "美日韓台"),
        "trilateral": ("three-way", "3국", "三方", "三方"),
        "beijing": ("Beijing", "베이징", "北京", "北京"),
        # companies: a concept that stands for several is called by what they have in common
        "samsung": ("Samsung", "삼성", "三星", "三星"),
        "samsung-china-semiconductor": ("Samsung's China plant", "삼성 중국 공장", "三星在华工厂", "三星在中工廠"),
        "solidigm": ("Solidigm", "솔리다임", "索力迪姆", "Solidigm"),
        "korean-chip-firms": ("Korean chipmakers", "한국 반도체 기업", "韩国芯片企业", "韓國晶片企業"),
        "korean-makers": ("Korean firms", "한국 업체", "韩国厂商", "韓國廠商"),
        "db-hitek": ("DB HiTek", "DB하이텍", "东部高科", "東部高科"),
        "korean-chip-suppliers": ("Korean chip supplier", "한국 반도체 협력사", "韩国半导体供应商", "韓國半導體供應商"),
        "lg-display": ("Korean display maker", "한국 디스플레이 업체", "韩国面板企业", "韓國面板企業"),
        "samsung-elsewhere": ("Samsung affiliate", "삼성 계열사", "三星旗下公司", "三星旗下公司"),
        "sk-elsewhere": ("SK affiliate", "SK 계열사", "SK旗下公司", "SK旗下公司"),
        "hyundai-kia": ("Hyundai Motor, Kia", "현대차·기아", "现代、起亚", "現代、起亞"),
        "lg-group": ("LG affiliate", "LG 계열사", "LG旗下公司", "LG旗下公司"),
        "korean-industry-others": ("Korean industrial group", "한국 대기업", "韩国企业", "韓國企業"),
        "huawei-chips": ("Huawei chips", "화웨이 칩", "华为芯片", "華為晶片"),
        "chinese-tool-makers": ("Chinese toolmaker", "중국 장비업체", "中国半导体设备企业", "中國半導體設備企業"),
        "big-fund": ("China's Big Fund", "중국 반도체 대기금", "国家大基金", "國家大基金"),
        "chinese-display": ("Chinese display maker", "중국 디스플레이 업체", "中国面板企业", "中國面板企業"),
        "catl-byd": (
            "Chinese battery or car maker",
            "중국 배터리·전기차 업체",
            "中国电池与电动车企业",
            "中國電池與電動車企業",
        ),
        "chinese-consumer-firms": ("Chinese tech firm", "중국 IT 기업", "中国科技企业", "中國科技企業"),
        "micron": ("Micron", "마이크론", "美光", "美光"),
        "intel": ("Intel", "인텔", "英特尔", "英特爾"),
        "taiwan-chip-firms": ("Taiwanese chipmaker", "대만 반도체 기업", "台湾芯片企业", "台灣晶片企業"),
        "h20": ("H20", "H20", "H20", "H20"),
        "us-tool-makers": ("US toolmaker", "미국 장비업체", "美国半导体设备企业", "美國半導體設備企業"),
        "swaysure": ("SwaySure", "승유반도체", "昇维旭", "昇維旭"),
        # bodies
        "ksia": (
            "Korea Semiconductor Industry Association",
            "한국반도체산업협회",
            "韩国半导体产业协会",
            "韓國半導體產業協會",
        ),
        "sia": (
            "US Semiconductor Industry Association",
            "미국반도체산업협회",
            "美国半导体行业协会",
            "美國半導體行業協會",
        ),
        "csia": (
            "China Semiconductor Industry Association",
            "중국반도체산업협회",
            "中国半导体行业协会",
            "中國半導體行業協會",
        ),
        "government": ("government", "정부", "政府", "政府"),
        "motie": ("South Korea's industry ministry", "산업통상부", "韩国产业通商部", "韓國產業通商部"),
        "trade-minister-office": (
            "Korea's trade minister",
            "통상교섭본부장",
            "韩国通商交涉本部长",
            "韓國通商交涉本部長",
        ),
        "trade-ministry": ("trade ministry", "통상 당국", "贸易主管部门", "貿易主管部門"),
        "foreign-ministers": ("ministers", "장관급", "部长级", "部長級"),
        "msit": (
            "South Korea's science ministry",
            "과학기술정보통신부",
            "韩国科学技术信息通信部",
            "韓國科學技術資訊通信部",
        ),
        "korean-finance-ministry": ("South Korea's finance ministry", "기획재정부", "韩国企划财政部", "韓國企劃財政部"),
        "korean-presidential-office": ("South Korean presidential office", "대통령실", "韩国总统府", "韓國總統府"),
        "presidential-office": ("presidential office", "대통령실", "总统府", "總統府"),
        "korean-assembly": ("South Korean parliament", "국회", "韩国国会", "韓國國會"),
        "national-assembly": ("National Assembly", "국회", "国会", "國會"),
        "korean-prosecutors": ("South Korean prosecutors", "한국 검찰", "韩国检方", "韓國檢方"),
        "nis": ("South Korea's intelligence service", "국가정보원", "韩国国家情报院", "韓國國家情報院"),
        "korean-trade-bodies": ("Korean trade association", "한국 무역단체", "韩国贸易团体", "韓國貿易團體"),
        "us-commerce": ("US Commerce Department", "미국 상무부", "美国商务部", "美國商務部"),
        "state-department": ("US State Department", "미국 국무부", "美国国务院", "美國國務院"),
        "prc-embassy-seoul": (
            "Chinese embassy in South Korea",
            "주한 중국대사관",
            "中国驻韩国大使馆",
            "中國駐韓國大使館",
        ),
        "rok-embassy-beijing": ("South Korean embassy in China", "주중 한국대사관", "韩国驻华大使馆", "韓國駐華大使館"),
        "korean-media": ("South Korean media", "한국 언론", "韩媒", "韓媒"),
        # policies, places, things
        "sanctions-on-korean-firms": (
            "China's sanctions on Korean firms",
            "중국의 한국 기업 제재",
            "中国对韩企制裁",
            "中國對韓企制裁",
        ),
        "guardrails": ("CHIPS Act guardrails", "가드레일 조항", "护栏条款", "護欄條款"),
        "export-controls": ("export controls", "수출통제", "出口管制", "出口管制"),
        "controls-on-china": ("curbs on China", "대중 규제", "对华管制", "對中管制"),
        "chip-controls-on-china": ("chip curbs on China", "대중 반도체 규제", "对华芯片管制", "對中晶片管制"),
        "chip-exports-to-china": ("chip exports to China", "대중 반도체 수출", "对华芯片出口", "對中晶片出口"),
        "korean-chip-exports-to-china": (
            "Korean chip exports to China",
            "대중 반도체 수출",
            "韩国对华芯片出口",
            "韓國對中晶片出口",
        ),
        "korean-exports-to-china": ("Korean exports to China", "대중 수출", "韩国对华出口", "韓國對中出口"),
        "material-controls": ("curbs on minerals", "광물 수출통제", "矿产出口管制", "礦產出口管制"),
        "china-plants": ("plants in China", "중국 공장", "在华工厂", "在中工廠"),
        "countering-china": ("", "", "", ""),
        "three-noes": ("the three noes", "3불", "“三不”", "「三不」"),
        "two-plus-two": ("2+2 talks", "2+2 회담", "2+2会谈", "2+2會談"),
        "dai-bing": ("Dai Bing", "다이빙", "戴兵", "戴兵"),
        "li-qiang": ("Li Qiang", "리창", "李强", "李強"),
        "park-jin": ("Park Jin", "박진", "朴振", "朴振"),
        "cho-hyun": ("Cho Hyun", "조현", "赵显", "趙顯"),
        "xi": ("Xi Jinping", "시진핑", "习近平", "習近平"),
        "yoon": ("Yoon Suk-yeol", "윤석열", "尹锡悦", "尹錫悅"),
        "lee": ("Lee", "이(李)", "李", "李"),
        "lee-hanja": ("Lee", "이(李)", "李", "李"),
        "mofcom-spokespersons": (
            "Chinese commerce ministry spokesperson",
            "중국 상무부 대변인",
            "中国商务部发言人",
            "中國商務部發言人",
        ),
        "mfa-spokespersons": (
            "Chinese foreign ministry spokesperson",
            "중국 외교부 대변인",
            "中国外交部发言人",
            "中國外交部發言人",
        ),
        "leaders-of-both": ("leaders of China and South Korea", "한중 정상", "中韩领导人", "中韓領導人"),
        "miao-wei": ("China's industry minister", "중국 공업정보화부장", "中国工信部部长", "中國工信部部長"),
        "samsung-engineers": (
            "engineer of a leak case",
            "기술 유출 사건 당사자",
            "技术泄露案当事人",
            "技術洩漏案當事人",
        ),
        "xian": ("Xi'an", "시안", "西安", "西安"),
        "xian-korean": ("Xi'an", "시안", "西安", "西安"),
        "xian-plant": ("Xi'an plant", "시안 공장", "西安工厂", "西安工廠"),
        "wuxi": ("Wuxi", "우시", "无锡", "無錫"),
        "suzhou-chongqing": ("Suzhou, Chongqing", "쑤저우·충칭", "苏州、重庆", "蘇州、重慶"),
        "chinese-provinces": ("", "", "", ""),
        "hefei-wuhan": ("Chinese chip city", "중국 반도체 도시", "中国芯片城市", "中國晶片城市"),
        "korean-fabs": ("Korean fabs", "한국 반도체 공장", "韩国芯片厂", "韓國晶片廠"),
        "american-fabs": ("US fabs", "미국 반도체 공장", "美国芯片厂", "美國晶片廠"),
        "meeting-places": ("", "", "", ""),
        "chip-word": ("chip", "칩", "芯片", "晶片"),
        "memory": ("memory chips", "메모리 반도체", "存储芯片", "記憶體晶片"),
        "dram": ("DRAM", "D램", "DRAM", "DRAM"),
        "nand": ("NAND", "낸드", "NAND", "NAND"),
        "lithography": ("lithography", "노광장비", "光刻机", "曝光機"),
        "packaging": ("chip packaging", "반도체 패키징", "先进封装", "先進封裝"),
        "display-technology": ("display panels", "디스플레이", "显示面板", "顯示面板"),
        "gallium": ("gallium or germanium", "갈륨 또는 게르마늄", "镓或锗", "鎵或鍺"),
        "rare-earths": ("rare earths", "희토류", "稀土", "稀土"),
        "graphite": ("critical minerals", "핵심광물", "关键矿产", "關鍵礦產"),
        "urea": ("urea", "요소", "尿素", "尿素"),
        "neon": ("neon", "네온", "氖气", "氖氣"),
        "raw-materials": ("raw materials", "원자재", "原材料", "原物料"),
        "former-korean-staff": ("former Samsung or SK hynix staff", "삼성·SK 출신", "三星、SK前员工", "三星、SK前員工"),
        "subsidies-word": ("subsidies", "보조금", "补贴", "補貼"),
        "aukus-quad": ("AUKUS, Quad", "오커스·쿼드", "奥库斯、四方安全对话", "AUKUS、四方安全對話"),
        "korea-japan-dispute": (
            "Japan's export curbs on South Korea",
            "일본 수출규제",
            "日本对韩出口限制",
            "日本對韓出口限制",
        ),
        "controls-word": ("curbs", "규제", "管制", "管制"),
        "apec": ("international forum", "국제회의", "国际会议", "國際會議"),
        "sk-hynix-wuxi": ("SK hynix Wuxi plant", "SK하이닉스 우시 공장", "SK海力士无锡工厂", "SK海力士無錫工廠"),
        "supply-chain": ("supply chain", "공급망", "供应链", "供應鏈"),
        "tariffs": ("tariffs", "관세", "关税", "關稅"),
        "chip-alliance": ("chip alliance", "반도체 동맹", "芯片联盟", "晶片聯盟"),
        "exports-to-china": ("exports to China", "대중 수출", "对华出口", "對中出口"),
        "chip-exports": ("chip exports", "반도체 수출", "芯片出口", "晶片出口"),
        "chinese-memory": ("Chinese memory chips", "중국 메모리", "中国存储芯片", "中國記憶體"),
    }
)


def own_name(concept: Concept, lang: str) -> str:
    """What a language calls it; "" where that is not known."""
    if concept.id in NAMES:
        return NAMES[concept.id][LANGUAGES.index(lang)] if lang in LANGUAGES else ""
    if concept.kind in _NAMELESS:
        return ""
    return next((form.text for form in concept.forms if form.lang == lang), "")
