"""Writes the table of Sino-Korean readings: how Koreans read each Han character of the Korean standard set.

Run by hand: `python benchmarks/make_readings.py`. Two sources, both free of anybody's licence: the readings below are
general knowledge, written down for this purpose; and the Korean standard set, KS X 1001, holds its Han characters in
the order of their readings, so that what stands between two characters of one reading is read so, too. That order is
Python's own codec `euc_kr`. What stands between two readings is left out.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from bot.desk.text.fold import fold

TARGET = Path(__file__).resolve().parent.parent / "bot" / "desk" / "stories" / "readings.py"
HEAD = '''"""How Koreans read Han characters, the Simplified ones by their Traditional forms: a bridge for unseen names.

Made by benchmarks/make_readings.py. One word a reading: the Hangul syllable, then the characters read so.
"""

TABLE = """
'''
#: One word a reading, as in the table; of several readings of a character the usual one.
KNOWN = """
가家加可街價佳歌假嘉暇架 각各角覺脚刻閣却 간間干看刊肝幹簡姦懇 갈渴葛 감感減敢甘監鑑憾勘 갑甲岬鉀
강江强講康鋼綱剛降姜疆 개個改開介槪蓋皆慨 객客 갱坑 거去巨居擧距拒據 건建健件乾巾鍵 걸傑乞 검儉劍檢 겁劫怯
게憩揭偈 격格擊激隔 견犬見堅肩絹遣牽 결決結潔缺訣 겸兼謙 경京景輕經庚耕敬驚慶競竟境鏡頃傾硬警徑卿
계癸季界計溪鷄系係戒械繼契桂啓階繫 고古故固苦高考告枯姑庫孤鼓稿顧 곡谷曲穀哭 곤困坤 골骨 공工功空共公孔供恭攻恐貢
곶串 과果課科過誇寡瓜 곽郭廓 관官觀關館管貫慣冠寬 괄括 광光廣鑛狂 괘掛卦 괴塊愧怪壞 굉宏 교交校橋敎郊較巧矯
구九口求救究久句舊具俱區驅苟拘狗丘懼龜構球 국國菊局 군君郡軍群 굴屈窟 궁弓宮窮 권卷權勸券拳 궐厥闕 궤軌
귀貴歸鬼 규叫規閨圭 균均菌 귤橘 극極克劇 근近勤根斤僅謹 금金今禁錦琴禽 급及給急級 긍肯
기己記起其期基氣技幾旣紀忌旗欺奇騎寄豈棄祈企畿飢器機 긴緊 길吉 나那 낙諾 난暖難 남南男 납納 낭娘 내內乃奈耐
녀女 년年 념念 녕寧 노怒奴努 농農濃 뇌腦惱 뇨尿 누耨 눈嫩 눌訥 능能 니泥 닉匿 다多茶
단丹但單短端旦段壇檀斷團 달達 담談淡潭擔 답答畓踏 당堂當唐糖黨 대大代待對帶臺貸隊 덕德
도刀到度道島徒圖倒都桃挑跳逃渡陶途稻導盜 독讀獨毒督篤 돈豚敦 돌突 동同洞童冬東動銅桐凍 두斗豆頭 둔鈍屯 득得
등等登燈 라羅 락落樂絡 란卵亂蘭欄 람覽濫 랑浪郞廊 래來 랭冷 략略掠 량良兩量凉梁糧諒 려旅麗慮勵 력力歷曆
련連練鍊憐聯戀蓮 렬列烈裂劣 렴廉 렵獵 령令領嶺零靈 례例禮 로路露老勞爐 록綠祿錄鹿 론論 롱弄 뢰雷賴 료料了僚
룡龍 루屢樓累淚漏 류柳留流類 륙六陸 륜倫輪 률律栗率 륭隆 릉陵 리里理利梨李吏離裏履 린隣 림林臨 립立
마馬麻磨 막莫幕漠 만萬晩滿慢漫蠻 말末 망亡忙忘望茫妄罔 매每買賣妹梅埋媒 맥麥脈 맹孟猛盟盲 면免勉面眠綿 멸滅
명名命明鳴銘冥 모母毛暮某謀模貌募慕冒侮 목木目牧睦 몰沒 몽夢蒙 묘卯妙苗廟墓 무戊茂武務無舞貿霧 묵墨默
문門問聞文 물勿物 미米未味美尾迷微眉 민民敏憫 밀密蜜 박泊拍迫朴博薄 반反飯半般盤班返叛伴 발發拔髮
방方房防放訪芳傍妨倣邦 배拜杯倍培配排輩背 백白百伯 번番煩繁飜 벌伐罰 범凡犯範 법法 벽壁碧 변變辯辨邊 별別
병丙病兵竝屛 보保步報普譜補寶 복福伏服復腹複卜 본本 봉奉逢峯蜂封鳳 부夫扶父富部婦否浮付符附府腐負副簿膚赴賦 북北
분分紛粉奔墳憤奮 불不佛拂 붕朋崩 비比非悲飛鼻備批卑婢碑妃肥祕費 빈貧賓頻 빙氷聘
사四巳士仕寺史使舍射謝師死私絲思事司詞蛇捨邪賜斜詐社沙似査寫辭斯祀 삭削朔 산山産散算 살殺 삼三森 삽揷
상上尙常賞商相霜想傷喪嘗裳詳祥象像床桑狀償 쌍雙 새塞 색色索 생生 서西序書署敍徐庶恕暑緖誓逝 석石夕昔惜席析釋
선先仙線鮮善船選宣旋禪 설雪說設舌 섬纖 섭涉攝 성姓性成城誠盛省聖聲星 세世洗稅細勢歲
소小少所消素笑召昭蘇騷燒訴掃疎蔬 속俗速續束粟屬 손孫損 송松送頌訟誦 쇄刷鎖 쇠衰
수水手受授首守收誰須雖愁樹壽數修秀囚需帥殊隨輸獸睡遂 숙叔淑宿孰熟肅 순順純旬殉循脣瞬巡 술戌述術 숭崇 습習拾濕襲
승乘承勝升僧昇 시市示是時詩視始施試矢侍 씨氏 식食式植識息飾 신身申神臣信辛新伸晨愼 실失室實 심心甚深尋審 십十
아兒我牙芽雅亞餓 악惡岳 안安案顔眼岸雁 알謁 암暗巖 압壓押 앙仰央殃 애愛哀涯 액厄額 앵鶯 야也夜野耶
약弱若約藥 양羊洋養揚陽讓壤樣楊 어魚漁於語御 억億憶抑 언言焉 엄嚴 업業 에恚 여余餘如汝與予輿
역亦易逆譯驛役疫域 연然煙硏延燃燕沿鉛宴軟演緣 열熱悅閱 염炎染鹽 엽葉 영永英迎榮泳詠營影映 예豫藝譽銳
오五吾悟午誤烏汚嗚娛傲 옥玉屋獄 온溫 옹翁擁 와瓦臥 완完緩 왈曰 왕王往 왜倭 외外畏 요要腰搖遙謠曜 욕欲浴慾辱
용用勇容庸 우于宇右牛友雨憂又尤遇羽郵愚偶優 욱旭郁 운云雲運韻 울鬱蔚 웅雄熊 원元原願遠園怨圓員源援院 월月越
위位危爲偉威胃謂圍緯衛違委慰僞 유由油酉有猶唯遊柔遺幼幽惟維乳儒裕誘愈悠 육肉育 윤閏潤 융融 은恩銀隱 을乙
음音吟飮陰淫 읍邑泣 응應凝 의衣依義議矣醫意宜儀疑 이二以已耳而異移夷 익益翼 인人引仁因忍認寅印姻 일一日逸
임壬任賃 입入 잉剩 자子字自者姉慈玆雌紫資姿恣刺 작作昨酌爵 잔殘 잠潛暫蠶 잡雜
장長章場將壯丈張帳莊裝奬墻葬粧掌藏臟障腸 재才材財在栽再哉災裁載 쟁爭 저著貯低底抵 적的赤適敵滴摘寂籍賊跡積績
전田全典前展戰電錢傳專轉 절節絶切折 점店占點漸 접接蝶 정丁頂停井正政定貞精情靜淨庭亭訂廷程征整
제弟第祭帝題除諸製提堤制際齊濟 조兆早造鳥調朝助祖弔燥操照條潮租組 족足族 존存尊 졸卒拙 종宗種鐘終從縱 좌左坐佐座
죄罪 주主注住朱宙走酒晝舟周株州洲柱 죽竹 준準俊遵 중中重衆仲 즉卽 증曾增證憎贈症蒸
지只支枝止之知地指志至紙持池誌智遲 직直職織 진辰眞進盡振鎭陣陳珍 질質秩疾姪 집集執 징徵懲 차且次此借差車
착着錯捉 찬贊讚 찰察 참參慘慙 창昌唱窓倉創蒼滄暢 채菜採彩債 책責冊策 처妻處悽 척尺斥拓戚 천千天川泉淺賤踐遷薦
철鐵哲徹 첨尖添 첩妾 청靑淸晴請聽廳 체體替 초初草招肖超抄礎 촉促燭觸 촌寸村 총銃總聰 최最催崔 추秋追推抽醜
축丑祝畜蓄築逐縮 춘春 출出 충充忠蟲衝 췌萃 취取吹就臭醉趣 측側測 층層 치治致齒値置恥 칙則 친親 칠七漆
침針侵浸寢沈枕 칩蟄 칭稱 쾌快 타他打妥墮 탁濁托濯卓 탄炭歎彈 탈脫奪 탐探貪 탑塔 탕湯 태太泰怠殆態 택宅澤擇
토土吐討 통通統痛 퇴退 투投透鬪 특特 파破波派播罷頗 판判板販版 팔八 패貝敗 편片便篇編遍 평平評
폐閉肺廢弊蔽幣 포布抱包胞飽浦捕 폭暴爆幅 표表票標漂 품品 풍風豐 피皮彼疲被避 필必匹筆畢 하下夏賀何河荷 학學鶴
한閑寒恨限韓漢旱汗 할割 함咸含陷 합合 항恒巷港項抗航 해害海亥解奚該 핵核 행行幸 향向香鄕響享 허虛許 헌軒憲獻
험險驗 혁革 현現賢玄絃縣懸顯 혈血穴 협協脅 형兄刑形亨螢衡 혜惠慧兮 호戶乎呼好虎號湖互胡浩毫豪護 혹或惑
혼婚混昏魂 홀忽 홍紅洪弘鴻 화火化花貨和話畫華禾禍 확確穫擴 환歡患丸換環還 활活 황黃皇況荒 회回會灰悔懷 획獲劃
횡橫 효孝效曉 후後厚侯候 훈訓 훼毁 휘揮輝 휴休携 흉凶胸 흑黑 흡吸 흥興 희希喜稀戱熙
윤尹允胤鈗 석錫碩奭晳 태兌台 형邢炯瀅 조趙曹晁 정鄭珽晶禎程 강姜崗 장蔣璋 임任 오吳晤 신愼 양梁襄 배裵裴
허許 로盧魯 하河 성成晟 우禹祐佑 구邱歐 민閔旻珉玟 진秦晋晉津 지芝祉 채蔡 변卞 염廉 려呂黎 추鄒 설薛
위魏韋 반潘 은殷誾 준峻濬浚埈晙 호昊皓鎬晧 철喆澈 희姬嬉憙熹 혁赫爀 욱昱煜頊 훈勳薰焄 규奎珪圭 근瑾槿
빈彬斌 서瑞曙舒 재宰縡 환煥桓 섭燮 식湜 영瑛暎煐 용鎔溶 걸杰 수洙銖 순淳 승丞 경璟 창昶彰 필弼 헌憲
홍泓 숙淑 연娟姸 도濤燾 뢰磊 붕鵬 봉峰鋒 나娜 류劉 풍馮 등鄧 팽彭 초肖 동董 원袁媛 두杜 요姚 로盧
최崔 담譚 왕汪旺 료廖 가賈 려麗 학郝 공龔 소邵 대戴 탕湯 섭葉 현炫鉉玹 선璿 혜蕙 린麟 환奐 상祥庠
덕悳 윤潤倫 균鈞 택澤 범範 배培 학鶴 승勝 걸傑 진珍 정廷 인寅 현賢 아娥 미薇 단丹 붕朋 비飛 우宇
예睿 양洋 호豪 강剛 문雯 정婷 영穎 역易 려俐 파波 빈賓 초超 강康 한翰 서書 위偉 매梅 령玲 검劍 함涵
기琪 림琳 자紫 염艶
"""
#: These stand in the standard at another of their readings: no bounds.
TWOFOLD = frozenset("契金宅不率惡車樂")
_ROWS, _CELLS = range(0xCA, 0xFE), range(0xA1, 0xFF)
_COMPATIBILITY = range(0xF900, 0xFB00)


def main() -> None:
    """Derives the readings and writes the module."""
    known = {character: word[0] for word in reversed(KNOWN.split()) for character in reversed(word[1:])}
    derived = dict(_between(known))
    folded: dict[str, str] = {}
    for character, sound in (*known.items(), *derived.items()):
        plain = fold(character).text
        if len(plain) == 1:
            folded.setdefault(plain, sound)
    by_sound: dict[str, set[str]] = defaultdict(set)
    for plain, sound in folded.items():
        by_sound[sound].add(plain)
    words = [sound + "".join(sorted(found)) for sound, found in sorted(by_sound.items())]
    TARGET.write_text(HEAD + "\n".join(_lines(words)) + '\n"""\n', encoding="utf-8")


def _between(known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The characters of the standard that stand between two of one reading."""
    standard = list(_standard())
    bounds = [at for at, character in enumerate(standard) if character in known and character not in TWOFOLD]
    for first, last in pairwise(bounds):
        sound = known[standard[first]]
        if sound == known[standard[last]]:
            for character in standard[first + 1 : last]:
                # A second reading stands in the standard once more, as a character of its own.
                if ord(character) not in _COMPATIBILITY:
                    yield character, sound


def _standard() -> Iterator[str]:
    for row in _ROWS:
        for cell in _CELLS:
            try:
                yield bytes((row, cell)).decode("euc_kr")
            except UnicodeDecodeError:
                continue


def _lines(words: list[str]) -> Iterator[str]:
    line = ""
    for word in words:
        if line and (len(line) + len(word)) * 2 > 118:
            yield line
            line = ""
        line = f"{line} {word}".strip()
        while len(line) * 2 > 118:
            yield line[:59]
            line = word[0] + line[59:]
    yield line


if __name__ == "__main__":
    main()
